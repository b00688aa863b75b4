// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/list_memory.h"

#include <QJsonDocument>

namespace chengdan::storage {

namespace {

QString memoryKey(PersonId person, const QString& key)
{
    return QStringLiteral("%1/%2").arg(person.number()).arg(key);
}

} // namespace

QJsonObject windowMemory(Connection& connection, PersonId person, const QString& key)
{
    const QString text = schema::toText(connection.scalar(
        QStringLiteral("SELECT value FROM _ui WHERE key = ?"), {memoryKey(person, key)}));
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

Result<void> keepWindowMemory(
    Database& database, PersonId person, const QString& key, const QJsonObject& memory)
{
    return database.write(person, [&](Transaction& transaction) -> Result<void> {
        if (memory.isEmpty()) {
            transaction.connection().execute(
                QStringLiteral("DELETE FROM _ui WHERE key = ?"), {memoryKey(person, key)});
            return {};
        }
        transaction.connection().execute(
            QStringLiteral("INSERT INTO _ui(key, value) VALUES (?, ?) "
                           "ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
            {memoryKey(person, key),
                QString::fromUtf8(QJsonDocument(memory).toJson(QJsonDocument::Compact))});
        return {};
    });
}

} // namespace chengdan::storage
