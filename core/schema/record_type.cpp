// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/record_type.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace chengdan::schema {

const Column* RecordType::column(QStringView name) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
        return name == QLatin1String(c.name);
    });
    return found == columns.end() ? nullptr : &*found;
}

int schemaVersion(const RecordTypes& types)
{
    int version = 1;
    for (const RecordType* type : types) {
        version = std::max(version, type->since);
        for (const Column& column : type->columns)
            version = std::max(version, column.since);
    }
    return version;
}

namespace {

const QSet<QString>& reservedNames()
{
    static const QSet<QString> names{QStringLiteral("rid"),
        QStringLiteral("id"),
        QStringLiteral("root_id"),
        QStringLiteral("owner"),
        QStringLiteral("rev"),
        QStringLiteral("deleted"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("changed_at"),
        QStringLiteral("changed_by"),
        QStringLiteral("custom")};
    return names;
}

void checkColumns(const RecordType& type, const QSet<QString>& tables, QStringList& found)
{
    const QString table = QString::fromLatin1(type.table);
    QSet<QString> names;
    for (const Column& column : type.columns) {
        const QString name = table + QLatin1Char('.') + QLatin1String(column.name);
        if (names.contains(name) || reservedNames().contains(QLatin1String(column.name)))
            found += name + QStringLiteral(": the name is taken");
        names.insert(name);
        if (column.references != nullptr && !tables.contains(QLatin1String(column.references)))
            found += name + QStringLiteral(": refers to an unknown table");
        if (column.since < type.since)
            found += name + QStringLiteral(": older than its table");
        if (column.since > type.since && !column.nullable && column.type == ColumnType::Id)
            found += name + QStringLiteral(": an id added later must be optional");
    }
    if (type.title != nullptr && type.column(QString::fromLatin1(type.title)) == nullptr)
        found += table + QStringLiteral(": its title is not one of its columns");
    if (type.columns.size() > 62)
        found += table + QStringLiteral(": the journal's mask holds 62 columns");
}

} // namespace

QStringList problems(const RecordTypes& types)
{
    QStringList found;
    QSet<QString> tables;
    QSet<int> numbers;
    for (const RecordType* type : types) {
        const QString table = QString::fromLatin1(type->table);
        if (tables.contains(table))
            found += table + QStringLiteral(": described twice");
        if (numbers.contains(type->number))
            found += table + QStringLiteral(": its number is taken");
        tables.insert(table);
        numbers.insert(type->number);
        checkColumns(*type, tables, found);
    }
    return found;
}

} // namespace chengdan::schema
