// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/wire.h"

#include <map>

namespace chengdan::sync {

/// Puts rows from the server into the copy. Edits that have not been delivered stay on top of them
/// (rebase): the local value of an edited column is kept, and what the edit found before it becomes
/// the server's value. Inside a write, under Quiet (replica.h); throws StorageFault.
class RowWriter {
public:
    RowWriter(storage::Transaction& transaction, const schema::RecordTypes& types);
    ~RowWriter();
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    /// `row` in sentColumns() order.
    void put(const WireRow& wire, schema::Row row);
    /// Takes a row out of the copy, with the parts of it; what was edited in it goes to the tray
    /// under this reason. Nothing happens when it is not there.
    void evict(const schema::RecordType& type, const schema::Value& id, const Error& why);
    /// Takes a customer and everything that hangs on it out of the copy.
    void evictRoot(const schema::Value& customer, const Error& why);
    /// Tells listeners; many rows of a table as the whole table.
    void announce();

private:
    using Cells = std::map<QString, schema::Value>;
    /// What every row of one type is asked and written with.
    struct Table {
        QString find;
        QString insert;
        std::vector<std::size_t> searched; ///< cells that are in the search index
        bool hasEdits = false; ///< edits of its rows wait
    };
    const Table& tableFor(const WireRow& wire);
    void insertRow(const WireRow& wire, const schema::Row& row);
    void updateRow(
        const WireRow& wire, qint64 rid, const schema::Row& before, const schema::Row& row);
    void rebase(const WireRow& wire, qint64 rid, schema::Row& row);
    void evictParts(const schema::RecordType& type, const schema::Value& id, const Error& why);
    void layEditsAside(
        const schema::RecordType& type, qint64 rid, const schema::Value& id, const Error& why);
    void note(const schema::RecordType& type, qint64 rid, storage::Change::Kind kind);

    storage::Transaction& m_transaction;
    storage::Connection& m_connection;
    const schema::RecordTypes& m_types;
    std::map<int, Table> m_tables; ///< by number, as the next
    std::map<int, std::vector<storage::Change>> m_changes;
};

/// Writes values into a row as an edit of this copy, journalled: `custom` holds changes of keys. A
/// row that is not there any more is made. Inside a write; throws StorageFault.
void writeAgain(storage::Transaction& transaction,
    const schema::RecordType& type,
    const schema::Value& id,
    const std::map<QString, schema::Value>& values);

} // namespace chengdan::sync
