// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/unsent_list.h"

#include "core/storage/list_query.h"
#include "core/sync/wire.h"

#include <QJsonDocument>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;

// Columns that follow by themselves from what the person did.
bool isBookkeeping(const QString& name)
{
    static const QStringList kNames{QStringLiteral("changed_at"),
        QStringLiteral("changed_by"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("rev"),
        QStringLiteral("root_id")};
    return kNames.contains(name);
}

Value customValueOf(const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return {};
    if (json.isBool())
        return qint64{json.toBool() ? 1 : 0};
    return json.isDouble() ? Value(json.toInteger()) : Value(json.toString());
}

void addCustomFields(UnsentEdit& edit, const QString& before, const QString& now)
{
    const QJsonObject was = QJsonDocument::fromJson(before.toUtf8()).object();
    const QJsonObject changes = customChanges(before, now);
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        edit.fields.push_back({QStringLiteral("custom.") + change.key(),
            customValueOf(was.value(change.key())),
            customValueOf(change.value()),
            {},
            {}});
    }
}

void addFields(
    Connection& connection, const schema::RecordTypes& types, const Edit& edit, UnsentEdit& shown)
{
    const std::map<QString, Value> written = valuesWritten(connection, edit);
    for (const auto& [name, before] : edit.before) {
        const auto now = written.find(name);
        if (now == written.end() || isBookkeeping(name) || now->second == before)
            continue;
        if (name == QLatin1String("custom")) {
            addCustomFields(shown, schema::toText(before), schema::toText(now->second));
            continue;
        }
        shown.fields.push_back({name,
            before,
            now->second,
            titleOfReference(connection, types, *edit.type, name, before),
            titleOfReference(connection, types, *edit.type, name, now->second)});
    }
}

} // namespace

QString titleOfReference(Connection& connection,
    const schema::RecordTypes& types,
    const RecordType& type,
    const QString& column,
    const Value& value)
{
    const QString table = storage::referencedTable(type, column);
    if (table.isEmpty() || schema::isNull(value))
        return {};
    return storage::titleOfRow(connection, types, table, value);
}

Result<std::vector<UnsentEdit>> unsentList(storage::Database& database, int most)
{
    return database.read([&](Connection& connection) -> Result<std::vector<UnsentEdit>> {
        const schema::RecordTypes& types = database.types();
        std::vector<UnsentEdit> list;
        for (const Edit& edit : readEdits(
                 connection, types, QStringLiteral("1 ORDER BY n DESC LIMIT ?"), {qint64{most}})) {
            UnsentEdit& shown = list.emplace_back();
            shown.n = edit.n;
            shown.type = edit.type;
            shown.kind = edit.kind;
            shown.onItsWay = edit.numbered;
            shown.at = edit.at;
            shown.rows = edit.lastRid - edit.rid + 1;
            const Value id = connection.scalar(QStringLiteral("SELECT id FROM %1 WHERE rid = ?")
                                                   .arg(QString::fromLatin1(edit.type->table)),
                {edit.rid});
            if (!schema::isNull(id)) {
                shown.rid = edit.rid;
                shown.title = storage::titleOfRow(
                    connection, types, QString::fromLatin1(edit.type->table), id);
            }
            if (edit.kind == Edit::Kind::Update)
                addFields(connection, types, edit, shown);
        }
        return list;
    });
}

} // namespace chengdan::sync
