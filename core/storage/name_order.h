// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/connection.h"

#include <string>
#include <vector>

namespace chengdan::storage {

/// The stored pinyin order of names: for each record type whose title is a searchable column
/// called `name`, a table `_n_<table>` of (sort key, row number) in order of both, so that a list
/// of any length is walked in the order of its names. Like the search index (search_index.h) it is
/// derived, never journalled and never sent, holds every row, also those marked deleted, and is fed
/// and filled together with that index by the same calls. Every function throws StorageFault.

/// The column in question; null for a type without one.
const schema::Column* nameColumn(const schema::RecordType& type);
/// Whether a list sorts this column by the pinyin of its texts: names and words, not numbers.
bool sortsByPinyin(const schema::Column& column);
/// "_n_customer"
QString nameOrderTable(const schema::RecordType& type);
/// Whether all rows are in the order now: not while the search index lacks some.
bool isNameOrderWhole(Connection& connection, const schema::RecordType& type);

/// Makes the table, empty.
void makeNameOrder(Connection& connection, const schema::RecordType& type);
/// Rows that are still to be filled in (search_fill.h) are left to their part.
void addToNameOrder(
    Connection& connection, const schema::RecordType& type, qint64 rid, const QString& name);
void removeFromNameOrder(
    Connection& connection, const schema::RecordType& type, qint64 rid, const QString& name);

/// Collects the names of a load and writes them in order, which costs a fraction of writing them as
/// they come.
class NameOrderFeed {
public:
    NameOrderFeed(Connection& connection, const schema::RecordType& type);
    void add(qint64 rid, std::string_view name);
    /// Writes what is left.
    void finish();

private:
    struct Entry {
        quint64 lead; ///< the first eight bytes, as a number
        quint32 offset;
        quint32 size;
        qint64 rid;
    };
    void flush();
    Connection& m_connection;
    QString m_table;
    std::string m_keys;
    std::vector<Entry> m_entries;
};

} // namespace chengdan::storage
