// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tray.h"

#include "core/storage/store.h"
#include "core/sync/row_writer.h"
#include "core/sync/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr std::array<const char*, 4> kReasons{"conflict", "refused", "evicted", "restored"};

QJsonObject argsOf(const Error& error)
{
    QJsonObject args;
    for (const auto& [name, value] : error.args)
        args.insert(name, value);
    return args;
}

Error errorOf(const QJsonObject& reason)
{
    Error error =
        Error::make(reason.value(QLatin1String("code")).toString().toLatin1().constData());
    const QJsonObject args = reason.value(QLatin1String("args")).toObject();
    for (auto arg = args.begin(); arg != args.end(); ++arg)
        error.args.append({arg.key(), arg.value().toString()});
    return error;
}

// The columns an operation writes, custom fields each by itself.
std::vector<TrayColumn> columnsOf(const QJsonObject& operation, const QJsonObject& known)
{
    std::vector<TrayColumn> columns;
    const auto add = [&](const QString& name, const QJsonValue& mine) {
        const QJsonObject theirs = known.value(name).toObject();
        if (!known.isEmpty() && theirs.isEmpty())
            return; // this one was delivered
        TrayColumn column;
        column.name = name;
        column.mine = mine;
        column.theirs = theirs.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                         : theirs.value(QLatin1String("theirs"));
        column.by = theirs.value(QLatin1String("by")).toInt();
        column.at = Instant::fromMilliseconds(theirs.value(QLatin1String("at")).toInteger());
        columns.push_back(column);
    };
    const QJsonObject values = operation.value(QLatin1String("v")).toObject();
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.key() != QLatin1String("custom")) {
            add(value.key(), value.value());
            continue;
        }
        const QJsonObject keys = value.value().toObject();
        for (auto key = keys.begin(); key != keys.end(); ++key)
            add(QStringLiteral("custom.") + key.key(), key.value());
    }
    return columns;
}

std::optional<TrayEntry> entryOf(const Statement& row, const schema::RecordTypes& types)
{
    const auto type = std::find_if(types.begin(), types.end(), [&](const RecordType* candidate) {
        return candidate->number == row.integer(1);
    });
    if (type == types.end())
        return std::nullopt;
    const QJsonObject operation = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
    const QJsonObject reason = QJsonDocument::fromJson(row.text(4).toUtf8()).object();
    TrayEntry entry;
    entry.n = row.integer(0);
    entry.type = *type;
    entry.id = row.value(2);
    entry.isInsert = operation.value(QLatin1String("k")) == QLatin1String("I");
    const WireRow wire(*entry.type);
    entry.root = wire.stored(
        wire.indexOf(QStringLiteral("root_id")), operation.value(QLatin1String("root")));
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
        if (reason.value(QLatin1String("kind")) == QLatin1String(kReasons[i]))
            entry.reason = static_cast<TrayReason>(i);
    }
    entry.why = errorOf(reason);
    entry.columns = columnsOf(operation, reason.value(QLatin1String("cols")).toObject());
    entry.madeAt = Instant::fromMilliseconds(row.integer(5));
    return entry;
}

constexpr const char* kSelect =
    "SELECT n, tbl, row_id, CAST(payload AS TEXT), reason, made_at FROM _tray ";

void dropEntry(Connection& connection, qint64 n)
{
    connection.execute(QStringLiteral("DELETE FROM _tray WHERE n = ?"), {n});
}

// The wire form of the wanted columns back into stored values.
std::map<QString, Value> wanted(const TrayEntry& entry, const QStringList& columns)
{
    const WireRow wire(*entry.type);
    std::map<QString, Value> values;
    QJsonObject custom;
    for (const TrayColumn& column : entry.columns) {
        if (!columns.isEmpty() && !columns.contains(column.name))
            continue;
        if (column.name.startsWith(QLatin1String("custom."))) {
            custom.insert(column.name.mid(7), column.mine);
            continue;
        }
        const int at = wire.indexOf(column.name);
        if (at >= 0)
            values[column.name] = wire.stored(at, column.mine);
    }
    if (!custom.isEmpty())
        values[QStringLiteral("custom")] = QString::fromUtf8(
            QJsonDocument(custom).toJson(QJsonDocument::Compact)); // as changes to be made
    return values;
}

} // namespace

Result<std::vector<TrayEntry>> trayEntries(storage::Database& database)
{
    return database.read([&](Connection& connection) -> Result<std::vector<TrayEntry>> {
        std::vector<TrayEntry> entries;
        Statement rows = connection.query(QLatin1String(kSelect) + QStringLiteral("ORDER BY n"));
        while (rows.next()) {
            if (auto entry = entryOf(rows, database.types()))
                entries.push_back(std::move(*entry));
        }
        return entries;
    });
}

qint64 trayCount(Connection& connection)
{
    return schema::toInteger(connection.scalar(QStringLiteral("SELECT count(*) FROM _tray")));
}

void layInTray(Connection& connection,
    const RecordType& type,
    const Value& id,
    const QJsonObject& operation,
    TrayReason reason,
    const Error& why,
    const QJsonObject& columns,
    Instant madeAt)
{
    const QJsonObject told{
        {QStringLiteral("kind"), QString::fromLatin1(kReasons[static_cast<std::size_t>(reason)])},
        {QStringLiteral("code"), why.code},
        {QStringLiteral("args"), argsOf(why)},
        {QStringLiteral("cols"), columns},
    };
    connection.execute(QStringLiteral("INSERT INTO _tray(tbl, row_id, payload, reason, made_at) "
                                      "VALUES (?, ?, ?, ?, ?)"),
        {qint64{type.number},
            id,
            QJsonDocument(operation).toJson(QJsonDocument::Compact),
            QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact)),
            madeAt.milliseconds()});
}

Result<void> takeMine(
    storage::Database& database, PersonId actor, qint64 n, const QStringList& columns)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        std::optional<TrayEntry> entry;
        {
            Statement row =
                connection.query(QLatin1String(kSelect) + QStringLiteral("WHERE n = ?"), {n});
            if (row.next())
                entry = entryOf(row, database.types());
        }
        if (!entry)
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("_tray")}});
        std::map<QString, Value> values = wanted(*entry, columns);
        const bool stands =
            !schema::isNull(connection.scalar(QStringLiteral("SELECT 1 FROM %1 WHERE id = ?")
                                                  .arg(QString::fromLatin1(entry->type->table)),
                {entry->id}));
        if (!stands && !entry->isInsert)
            return fail("TRAY_ROW_GONE");
        if (!stands)
            values[QStringLiteral("root_id")] = entry->root;
        writeAgain(transaction, *entry->type, entry->id, values);
        dropEntry(connection, n);
        return {};
    });
}

Result<void> keepTheirs(storage::Database& database, PersonId actor, qint64 n)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        dropEntry(transaction.connection(), n);
        return {};
    });
}

} // namespace chengdan::sync
