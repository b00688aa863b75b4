// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/database.h"

namespace chengdan::storage {

/// The untyped half of the store, driven by the description alone.
void insertRecord(Transaction& transaction, const schema::RecordType& type, void* record);
void updateRecord(Transaction& transaction, const schema::RecordType& type, void* record);
void removeRecord(Transaction& transaction, const schema::RecordType& type, void* record);
/// SELECT list of a record: rid, the meta columns, then its own columns.
QString selectList(const schema::RecordType& type);
void readRecord(const Statement& statement, const schema::RecordType& type, void* record);

/// Writes a new row: the caller has set `id`; rid, times and actor are filled in. Journalled by
/// trigger.
template <typename T>
void insert(Transaction& transaction, T& record)
{
    insertRecord(transaction, schema::describe<T>(), &record);
}

/// Writes the columns that differ from the stored row; an unchanged record writes nothing.
template <typename T>
void update(Transaction& transaction, T& record)
{
    updateRecord(transaction, schema::describe<T>(), &record);
}

/// Marks the row deleted; purging is an administrator's act.
template <typename T>
void remove(Transaction& transaction, T& record)
{
    removeRecord(transaction, schema::describe<T>(), &record);
}

/// The rows that fulfil `where` (SQL with ? for values; may end in ORDER BY and LIMIT), deleted
/// ones left out. `select<BomLine>(connection, "bom_id = ? ORDER BY seq", {value})`.
template <typename T>
std::vector<T> select(Connection& connection, const QString& where = {}, const Row& values = {})
{
    const schema::RecordType& type = schema::describe<T>();
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE deleted = 0%3")
                            .arg(selectList(type),
                                QString::fromLatin1(type.table),
                                where.isEmpty() ? QString()
                                    : where.startsWith(QStringLiteral("ORDER BY"))
                                    ? QLatin1Char(' ') + where
                                    : QStringLiteral(" AND ") + where);
    Statement statement = connection.query(sql, values);
    std::vector<T> records;
    while (statement.next())
        readRecord(statement, type, &records.emplace_back());
    return records;
}

/// The first row that fulfils `where`, if there is one.
template <typename T>
std::optional<T> selectOne(Connection& connection, const QString& where, const Row& values = {})
{
    std::vector<T> found = select<T>(connection, where + QStringLiteral(" LIMIT 1"), values);
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

/// The row with this id, if it is there and not deleted.
template <typename T>
std::optional<T> find(Connection& connection, const decltype(T::id)& id)
{
    return selectOne<T>(
        connection, QStringLiteral("id = ?"), {schema::ColumnTraits<decltype(T::id)>::toValue(id)});
}

/// As find, but a missing row is NOT_FOUND.
template <typename T>
Result<T> load(Connection& connection, const decltype(T::id)& id)
{
    auto found = find<T>(connection, id);
    if (!found)
        return chengdan::fail("NOT_FOUND",
            {},
            {{QStringLiteral("what"), QString::fromLatin1(schema::describe<T>().table)}});
    return std::move(*found);
}

/// The row with this local number (lists work with these), deleted or not.
template <typename T>
std::optional<T> findByRid(Connection& connection, qint64 rid)
{
    return selectOne<T>(connection, QStringLiteral("rid = ?"), {rid});
}

/// Any member as the value a statement binds.
template <typename V>
Value bind(const V& value)
{
    return schema::ColumnTraits<V>::toValue(value);
}

} // namespace chengdan::storage
