// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <memory>
#include <vector>

namespace chengdan::storage {

/// Writes many new rows, of any number of tables in any order, inside one transaction: an import or
/// a first load. What comes out is what storage::insert would have written row by row, except that
///
/// - the journal gets one entry a table, kind 4: `rid` is the first row's number, `cols` the last
///   one's, and every number between belongs to it;
/// - listeners hear of each table once, with row number 0;
/// - secondary indexes of a table that was empty are built at the end, and the search index of
///   every table is fed then;
/// - rules are the caller's: records arrive checked. Codes of choices are looked at here.
///
/// The rows reach the file some at a time and can be read back after finish(). A row that the file
/// refuses may be noticed some rows later. Between the first insert and finish() nobody else may
/// insert into the same tables, have a SELECT open on the writing connection, or start a second
/// BulkWriter. Without finish() everything written through it is taken back. Every member throws
/// StorageFault.
class BulkWriter {
public:
    explicit BulkWriter(Transaction& transaction);
    ~BulkWriter();
    BulkWriter(const BulkWriter&) = delete;
    BulkWriter& operator=(const BulkWriter&) = delete;

    /// Writes a new row: the caller has set `id`; rid, times and actor are filled in, as insert()
    /// does.
    template <typename T>
    void insert(T& record)
    {
        insertRecord(schema::describe<T>(), &record);
    }
    void insertRecord(const schema::RecordType& type, void* record);
    /// Builds the indexes, writes the journal entries and notes the changes. Nothing may be
    /// inserted afterwards.
    void finish();

private:
    class Table;
    Table& tableOf(const schema::RecordType& type);

    // How the connection works for as long as the load lasts.
    class Settings {
    public:
        explicit Settings(Connection& connection);
        ~Settings();
        Settings(const Settings&) = delete;
        Settings& operator=(const Settings&) = delete;

    private:
        void set(const char* pragma, qint64 value);
        Connection& m_connection;
        std::vector<std::pair<const char*, qint64>> m_before;
    };

    Transaction& m_transaction;
    Settings m_settings;
    std::vector<std::unique_ptr<Table>> m_tables;
    Table* m_last = nullptr; ///< where the last row went; the next one mostly goes there too
    bool m_finished = false;
};

} // namespace chengdan::storage
