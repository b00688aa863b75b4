// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/draft_store.h"

#include <QJsonDocument>

namespace chengdan::storage {

namespace {

QString storedDraftKey(const DraftKey& key)
{
    return QStringLiteral("%1/%2/%3")
        .arg(QString::number(key.person.number()), key.form, key.record);
}

std::optional<Draft> readDraft(const Statement& row)
{
    const QStringList parts = row.text(0).split(QLatin1Char('/'));
    const QJsonDocument typed = QJsonDocument::fromJson(row.text(1).toUtf8());
    if (parts.size() != 3 || !typed.isObject())
        return std::nullopt;
    Draft draft;
    draft.key = {PersonId::fromNumber(parts[0].toInt()), parts[1], parts[2]};
    draft.typed = typed.object();
    draft.savedAt = Instant::fromMilliseconds(row.integer(2));
    return draft;
}

} // namespace

Result<void> saveDraft(Database& database, const DraftKey& key, const QJsonObject& typed)
{
    const QString text = QString::fromUtf8(QJsonDocument(typed).toJson(QJsonDocument::Compact));
    return database.write(key.person, [&](Transaction& transaction) -> Result<void> {
        transaction.connection().execute(
            QStringLiteral("INSERT INTO _draft(key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT "
                           "(key) DO UPDATE SET value = excluded.value, saved_at = "
                           "excluded.saved_at"),
            {storedDraftKey(key), text, transaction.at().milliseconds()});
        return {};
    });
}

Result<void> dropDraft(Database& database, const DraftKey& key)
{
    return database.write(key.person, [&](Transaction& transaction) -> Result<void> {
        dropDraft(transaction, key);
        return {};
    });
}

void dropDraft(Transaction& transaction, const DraftKey& key)
{
    transaction.connection().execute(
        QStringLiteral("DELETE FROM _draft WHERE key = ?"), {storedDraftKey(key)});
}

std::optional<Draft> findDraft(Connection& connection, const DraftKey& key)
{
    Statement rows =
        connection.query(QStringLiteral("SELECT key, value, saved_at FROM _draft WHERE key = ?"),
            {storedDraftKey(key)});
    return rows.next() ? readDraft(rows) : std::nullopt;
}

std::vector<Draft> draftsOf(Connection& connection, PersonId person)
{
    // '0' follows '/': the range holds every key that begins with the person's number.
    const QString number = QString::number(person.number());
    Statement rows = connection.query(
        QStringLiteral("SELECT key, value, saved_at FROM _draft WHERE key >= ? AND key < ? ORDER "
                       "BY saved_at DESC, key"),
        {number + QLatin1Char('/'), number + QLatin1Char('0')});
    std::vector<Draft> drafts;
    while (rows.next()) {
        if (auto draft = readDraft(rows))
            drafts.push_back(std::move(*draft));
    }
    return drafts;
}

} // namespace chengdan::storage
