// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/journal_edits.h"

#include "core/sync/server_schema.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::ColumnType;
using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Connection;
using storage::Statement;

const RecordType* typeWithNumber(const schema::RecordTypes& types, qint64 number)
{
    const auto at = std::find_if(
        types.begin(), types.end(), [&](const RecordType* type) { return type->number == number; });
    return at == types.end() ? nullptr : *at;
}

bool isBytesColumn(const RecordType& type, const QString& name)
{
    if (name == QLatin1String("id"))
        return !type.smallId;
    const schema::Column* column = type.column(name);
    return column != nullptr
        && (column->type == ColumnType::Id || column->type == ColumnType::Blob);
}

Value journalValue(const RecordType& type, const QString& name, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return {};
    if (json.isDouble())
        return json.toInteger();
    if (!isBytesColumn(type, name))
        return json.toString();
    const QByteArray bytes = QByteArray::fromHex(json.toString().toLatin1());
    if (!bytes.isEmpty())
        return bytes;
    const schema::Column* column = type.column(name);
    return column != nullptr && column->nullable ? Value() : Value(QByteArray("", 0));
}

// What later entries of this row found before them: the first one that names a column tells what
// the earlier ones left there.
std::map<QString, Value> foundLater(
    Connection& connection, const RecordType& type, qint64 rid, qint64 after)
{
    std::map<QString, Value> found;
    Statement later = connection.query(
        QStringLiteral("SELECT kind, old FROM _op WHERE tbl = ? AND rid = ? AND n > ? AND kind IN "
                       "(2, 3) ORDER BY n"),
        {qint64{type.number}, rid, after});
    while (later.next()) {
        for (auto& [name, value] : journalValues(type, later.text(1)))
            found.emplace(name, value);
    }
    return found;
}

} // namespace

std::map<QString, Value> journalValues(const RecordType& type, const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    std::map<QString, Value> values;
    for (auto key = object.begin(); key != object.end(); ++key)
        values[key.key()] = journalValue(type, key.key(), key.value());
    return values;
}

QString journalJson(const RecordType& type, const std::map<QString, Value>& values)
{
    QJsonObject object;
    for (const auto& [name, value] : values) {
        if (const auto* bytes = std::get_if<QByteArray>(&value))
            object.insert(name, QString::fromLatin1(bytes->toHex().toUpper()));
        else if (schema::isNull(value)) // as the trigger's hex(NULL)
            object.insert(name,
                isBytesColumn(type, name) ? QJsonValue(QString()) : QJsonValue(QJsonValue::Null));
        else if (const auto* number = std::get_if<qint64>(&value))
            object.insert(name, *number);
        else
            object.insert(name, schema::toText(value));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::vector<Edit> readEdits(Connection& connection,
    const schema::RecordTypes& types,
    const QString& where,
    const Row& values)
{
    Statement rows = connection.query(
        QStringLiteral("SELECT n, grp, tbl, rid, kind, base_rev, coalesce(cols, 0), coalesce(old, "
                       "''), state, made_at FROM _op WHERE ")
            + where,
        values);
    std::vector<Edit> edits;
    while (rows.next()) {
        const RecordType* type = typeWithNumber(types, rows.integer(2));
        if (type == nullptr)
            continue; // a table of a newer program
        Edit edit;
        edit.n = rows.integer(0);
        edit.group = rows.integer(1);
        edit.type = type;
        edit.rid = rows.integer(3);
        edit.kind = static_cast<Edit::Kind>(rows.integer(4));
        edit.base = rows.integer(5);
        edit.lastRid = edit.kind == Edit::Kind::Range ? rows.integer(6) : edit.rid;
        if (edit.kind == Edit::Kind::Update || edit.kind == Edit::Kind::Purge)
            edit.before = journalValues(*type, rows.text(7));
        edit.numbered = rows.integer(8) != 0;
        edit.at = Instant::fromMilliseconds(rows.integer(9));
        edits.push_back(std::move(edit));
    }
    return edits;
}

std::optional<Row> storedRow(Connection& connection, const RecordType& type, qint64 rid)
{
    const QStringList names = sentColumns(type);
    Statement row = connection.query(
        QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
            .arg(names.join(QStringLiteral(", ")), QString::fromLatin1(type.table)),
        {rid});
    if (!row.next())
        return std::nullopt;
    Row values;
    for (int i = 0; i < names.size(); ++i)
        values.push_back(row.value(i));
    return values;
}

std::map<QString, Value> valuesWritten(Connection& connection, const Edit& edit)
{
    const std::map<QString, Value> later = foundLater(connection, *edit.type, edit.rid, edit.n);
    std::map<QString, Value> written;
    const QStringList names = sentColumns(*edit.type);
    const std::optional<Row> now = storedRow(connection, *edit.type, edit.rid);
    for (const auto& [name, before] : edit.before) {
        const auto found = later.find(name);
        const qsizetype at = names.indexOf(name);
        if (found != later.end())
            written[name] = found->second;
        else if (now && at >= 0)
            written[name] = (*now)[static_cast<std::size_t>(at)];
    }
    return written;
}

std::optional<Row> rowAsMade(Connection& connection, const Edit& madeBy, qint64 rid)
{
    const std::map<QString, Value> later = foundLater(connection, *madeBy.type, rid, madeBy.n);
    std::optional<Row> row = storedRow(connection, *madeBy.type, rid);
    const QStringList names = sentColumns(*madeBy.type);
    if (!row && !later.empty())
        row.emplace(static_cast<std::size_t>(names.size())); // purged since: all of it is known
    if (!row)
        return std::nullopt;
    for (const auto& [name, value] : later) {
        const qsizetype at = names.indexOf(name);
        if (at >= 0)
            (*row)[static_cast<std::size_t>(at)] = value;
    }
    return row;
}

} // namespace chengdan::sync
