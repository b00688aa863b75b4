// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/validation.h"

namespace chengdan::access {

Result<void> Findings::result() const
{
    if (m_errors.empty())
        return {};
    Error first = m_errors.front();
    first.more.insert(first.more.end(), m_errors.begin() + 1, m_errors.end());
    return fail(std::move(first));
}

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Value;

bool isMissing(const Column& column, const Value& value)
{
    if (schema::isNull(value))
        return true;
    if (column.type == ColumnType::SmallId)
        return schema::toInteger(value) == 0;
    if (const auto* text = std::get_if<QString>(&value))
        return text->trimmed().isEmpty();
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return column.type == ColumnType::Id ? *bytes == QByteArray(16, '\0') : bytes->isEmpty();
    return false;
}

QString latinName(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

void checkAgainstDescription(const RecordType& type, const void* record, Findings& findings)
{
    for (const Column& column : type.columns) {
        const Value value = column.get(record);
        const QString field = latinName(column.name);
        if (column.required && isMissing(column, value)) {
            findings.add(Error::make(
                "REQUIRED", field, {{QStringLiteral("label"), latinName(column.label)}}));
            continue;
        }
        if (column.type != ColumnType::Text)
            continue;
        const bool title = type.title != nullptr && field == latinName(type.title);
        const int most = title ? kLongestTitle : kLongestText;
        const auto length = schema::toText(value).size();
        if (length > most) {
            findings.add(Error::make("TOO_LONG",
                field,
                {{QStringLiteral("length"), QString::number(length)},
                    {QStringLiteral("most"), QString::number(most)}}));
        }
    }
}

void checkUnique(
    storage::Connection& connection, const RecordType& type, const void* record, Findings& findings)
{
    for (const Column& column : type.columns) {
        if (!column.unique)
            continue;
        const Value value = column.get(record);
        if (isMissing(column, value))
            continue;
        const QString shown = latinName(type.title != nullptr ? type.title : column.name);
        const Value other = connection.scalar(
            QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ? AND id <> ? AND deleted = 0 LIMIT 1")
                .arg(shown, latinName(type.table), latinName(column.name)),
            {value, type.id(record)});
        if (schema::isNull(other))
            continue;
        findings.add(Error::make("DUPLICATE",
            latinName(column.name),
            {{QStringLiteral("value"), schema::toText(value)},
                {QStringLiteral("other"), schema::toText(other)}}));
    }
}

Result<void> checkUnused(storage::Connection& connection,
    const schema::RecordTypes& types,
    const RecordType& type,
    const Value& id,
    const QStringList& except)
{
    for (const RecordType* other : types) {
        const QString table = latinName(other->table);
        if (except.contains(table))
            continue;
        for (const Column& column : other->columns) {
            if (column.references == nullptr || column.owned
                || latinName(column.references) != latinName(type.table))
                continue;
            const qint64 rows = schema::toInteger(connection.scalar(
                QStringLiteral("SELECT count(*) FROM %1 WHERE %2 = ? AND deleted = 0")
                    .arg(table, latinName(column.name)),
                {id}));
            if (rows > 0) {
                return fail("IN_USE",
                    {},
                    {{QStringLiteral("count"), QString::number(rows)},
                        {QStringLiteral("table"), table}});
            }
        }
    }
    return {};
}

} // namespace chengdan::access
