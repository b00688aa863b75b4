// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tray_detail.h"

#include "core/storage/list_query.h"
#include "core/sync/unsent_list.h"
#include "core/sync/wire.h"

#include <QJsonDocument>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

// A wire value of a column as the file stores it.
Value storedValue(const WireRow& wire, const QString& column, const QJsonValue& sent)
{
    if (sent.isNull() || sent.isUndefined())
        return {};
    if (column.startsWith(QLatin1String("custom."))) {
        if (sent.isBool())
            return qint64{sent.toBool() ? 1 : 0};
        return sent.isDouble() ? Value(sent.toInteger()) : Value(sent.toString());
    }
    const int at = wire.indexOf(column);
    return at < 0 ? Value(sent.toVariant().toString()) : wire.stored(at, sent);
}

// What stands in this copy in the named column.
Value standingValue(const WireRow& wire, const schema::Row& row, const QString& column)
{
    if (row.empty())
        return {};
    if (column.startsWith(QLatin1String("custom."))) {
        const int custom = wire.indexOf(QStringLiteral("custom"));
        const QString text =
            custom < 0 ? QString() : schema::toText(row[static_cast<std::size_t>(custom)]);
        return storedValue(
            wire, column, QJsonDocument::fromJson(text.toUtf8()).object().value(column.mid(7)));
    }
    const int at = wire.indexOf(column);
    return at < 0 ? Value() : row[static_cast<std::size_t>(at)];
}

TrayField fieldOf(Connection& connection,
    const schema::RecordTypes& types,
    const WireRow& wire,
    const TrayColumn& column,
    const schema::Row& standing)
{
    TrayField field;
    field.name = column.name;
    field.mine = storedValue(wire, column.name, column.mine);
    field.theirsKnown = !column.theirs.isUndefined();
    field.theirs = field.theirsKnown ? storedValue(wire, column.name, column.theirs)
                                     : standingValue(wire, standing, column.name);
    const RecordType& type = wire.type();
    field.mineTitle = titleOfReference(connection, types, type, column.name, field.mine);
    field.theirsTitle = titleOfReference(connection, types, type, column.name, field.theirs);
    if (column.by > 0)
        field.by =
            storage::titleOfRow(connection, types, QStringLiteral("person"), qint64{column.by});
    field.at = column.at;
    return field;
}

// Of a row that is not here: the name it was to get.
QString wantedTitle(const RecordType& type, const std::vector<TrayField>& fields)
{
    for (const TrayField& field : fields) {
        if (type.title != nullptr && field.name == QLatin1String(type.title))
            return schema::toText(field.mine);
    }
    return {};
}

const RecordType* typeNamed(const schema::RecordTypes& types, const char* table)
{
    for (const RecordType* type : types) {
        if (table != nullptr && QLatin1String(type->table) == QLatin1String(table))
            return type;
    }
    return nullptr;
}

// A part of a document has no name of its own: it goes by the document's, and by that of what it is
// about.
QString titleOfPart(Connection& connection,
    const schema::RecordTypes& types,
    const RecordType& type,
    const schema::Row& standing)
{
    const WireRow wire(type);
    QString whole;
    QString words;
    for (const schema::Column& column : type.columns) {
        const int at = wire.indexOf(QString::fromLatin1(column.name));
        if (at < 0 || standing.empty())
            continue;
        const Value& value = standing[static_cast<std::size_t>(at)];
        if (column.owned && whole.isEmpty()) {
            const RecordType* parent = typeNamed(types, column.references);
            if (parent == nullptr || schema::isNull(value))
                continue;
            const QString table = QString::fromLatin1(parent->table);
            whole = storage::titleOfRow(connection, types, table, value);
            const qint64 rid = schema::toInteger(connection.scalar(
                QStringLiteral("SELECT rid FROM %1 WHERE id = ?").arg(table), {value}));
            if (parent->title == nullptr && rid != 0)
                whole = titleOfPart(connection,
                    types,
                    *parent,
                    storedRow(connection, *parent, rid).value_or(schema::Row()));
        } else if (words.isEmpty() && QLatin1String(column.name).endsWith(QLatin1String("name"))) {
            words = schema::toText(value);
        }
    }
    return whole.isEmpty() || words.isEmpty() ? whole + words
                                              : whole + QStringLiteral(" · ") + words;
}

TrayDetail detailOf(Connection& connection, const schema::RecordTypes& types, TrayEntry entry)
{
    const RecordType& type = *entry.type;
    const QString table = QString::fromLatin1(type.table);
    TrayDetail detail;
    detail.rid = schema::toInteger(connection.scalar(
        QStringLiteral("SELECT rid FROM %1 WHERE id = ?").arg(table), {entry.id}));
    schema::Row standing;
    if (detail.rid != 0) {
        standing = storedRow(connection, type, detail.rid).value_or(schema::Row());
        detail.title = storage::titleOfRow(connection, types, table, entry.id);
        if (type.title == nullptr)
            detail.title = titleOfPart(connection, types, type, standing);
    }
    const WireRow wire(type);
    for (const TrayColumn& column : entry.columns)
        detail.fields.push_back(fieldOf(connection, types, wire, column, standing));
    if (detail.rid == 0)
        detail.title = wantedTitle(type, detail.fields);
    detail.entry = std::move(entry);
    return detail;
}

} // namespace

Result<std::vector<TrayDetail>> trayDetails(storage::Database& database)
{
    auto entries = trayEntries(database);
    if (!entries)
        return fail(entries.error());
    return database.read([&](Connection& connection) -> Result<std::vector<TrayDetail>> {
        std::vector<TrayDetail> details;
        for (TrayEntry& entry : *entries)
            details.push_back(detailOf(connection, database.types(), std::move(entry)));
        return details;
    });
}

Result<TrayCopy> copyOfTrayEntry(storage::Database& database, qint64 n)
{
    return database.read([&](Connection& connection) -> Result<TrayCopy> {
        Statement row = connection.query(
            QStringLiteral(
                "SELECT n, tbl, row_id, payload, reason, made_at FROM _tray WHERE n = ?"),
            {n});
        if (!row.next())
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("_tray")}});
        TrayCopy copy;
        for (int i = 0; i < 6; ++i)
            copy.cells.push_back(row.value(i));
        return copy;
    });
}

Result<void> putTrayEntryBack(storage::Database& database, PersonId actor, const TrayCopy& copy)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        transaction.connection().execute(
            QStringLiteral("INSERT OR IGNORE INTO _tray(n, tbl, row_id, payload, reason, made_at) "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            copy.cells);
        return {};
    });
}

QString customerTitle(Connection& connection, const QString& id)
{
    const auto raw = RawId::parse(id);
    if (!raw)
        return {};
    return schema::toText(connection.scalar(
        QStringLiteral("SELECT name FROM customer WHERE id = ?"), {raw->bytes()}));
}

} // namespace chengdan::sync
