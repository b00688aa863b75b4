// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/operations.h"

#include "core/sync/wire.h"

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Connection;

const Value& cellOf(const WireRow& wire, const Row& row, const char* column)
{
    return row[static_cast<std::size_t>(wire.indexOf(QString::fromLatin1(column)))];
}

// What the server keeps itself.
bool isStamp(const QString& name)
{
    static const QStringList kStamps{QStringLiteral("id"),
        QStringLiteral("root_id"),
        QStringLiteral("owner"),
        QStringLiteral("rev"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("changed_at"),
        QStringLiteral("changed_by")};
    return kStamps.contains(name);
}

QJsonObject valuesOf(const WireRow& wire, const Row& row)
{
    QJsonObject values;
    for (int i = 0; i < wire.names().size(); ++i) {
        const QString& name = wire.names()[i];
        const Value& cell = row[static_cast<std::size_t>(i)];
        if (isStamp(name) || (name == QLatin1String("deleted") && schema::toInteger(cell) == 0)
            || (name == QLatin1String("custom") && schema::toText(cell).size() <= 2))
            continue;
        values.insert(name, wire.sent(i, cell));
    }
    return values;
}

} // namespace

std::optional<QJsonObject> insertOperation(Connection& connection, const Edit& edit, qint64 rid)
{
    const std::optional<Row> row = rowAsMade(connection, edit, rid);
    if (!row)
        return std::nullopt;
    return insertOperation(*edit.type, *row);
}

QJsonObject insertOperation(const RecordType& type, const Row& row)
{
    const WireRow wire(type);
    QJsonObject operation{{QStringLiteral("t"), QString::fromLatin1(type.table)},
        {QStringLiteral("k"), QStringLiteral("I")},
        {QStringLiteral("id"), idText(type, cellOf(wire, row, "id"))},
        {QStringLiteral("made"),
            QJsonObject{{QStringLiteral("at"), schema::toInteger(cellOf(wire, row, "created_at"))},
                {QStringLiteral("by"), schema::toInteger(cellOf(wire, row, "created_by"))}}},
        {QStringLiteral("v"), valuesOf(wire, row)}};
    const QJsonValue root =
        wire.sent(wire.indexOf(QStringLiteral("root_id")), cellOf(wire, row, "root_id"));
    if (!root.isNull())
        operation.insert(QStringLiteral("root"), root);
    return operation;
}

std::optional<QJsonObject> updateOperation(Connection& connection, const Edit& edit)
{
    const std::optional<Row> now = storedRow(connection, *edit.type, edit.rid);
    if (!now)
        return std::nullopt;
    const WireRow wire(*edit.type);
    QJsonObject values;
    for (const auto& [name, value] : valuesWritten(connection, edit)) {
        if (name == QLatin1String("custom")) {
            values.insert(
                name, customChanges(schema::toText(edit.before.at(name)), schema::toText(value)));
        } else if (const int at = wire.indexOf(name); at >= 0) {
            values.insert(name, wire.sent(at, value));
        }
    }
    return QJsonObject{{QStringLiteral("t"), QString::fromLatin1(edit.type->table)},
        {QStringLiteral("k"), QStringLiteral("U")},
        {QStringLiteral("id"), idText(*edit.type, cellOf(wire, *now, "id"))},
        // what this copy made itself begins with revision 1
        {QStringLiteral("base"), std::max<qint64>(1, edit.base)},
        {QStringLiteral("v"), values}};
}

std::optional<QJsonObject> registrationValues(
    Connection& connection, const RecordType& customer, qint64 rid)
{
    const std::optional<Row> row = storedRow(connection, customer, rid);
    if (!row)
        return std::nullopt;
    return valuesOf(WireRow(customer), *row);
}

} // namespace chengdan::sync
