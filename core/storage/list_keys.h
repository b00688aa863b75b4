// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

#include <atomic>
#include <mutex>

namespace chengdan::storage {

/// The rows a query means, without an order: one bit for each row number of the table. A million
/// rows take 125 KB, so a list keeps a few of them and sorts anew without asking again what
/// matches.
class RowSet {
public:
    void insert(qint64 rid);
    bool contains(qint64 rid) const
    {
        const auto word = static_cast<std::size_t>(rid) / 64;
        return word < m_words.size() && ((m_words[word] >> (rid % 64)) & 1U) != 0;
    }
    qint64 count() const { return m_count; }
    /// One more than the highest row number that may be in it.
    qint64 end() const { return static_cast<qint64>(m_words.size()) * 64; }
    /// The row numbers, ascending.
    std::vector<qint64> rids() const;

private:
    std::vector<quint64> m_words;
    qint64 m_count = 0;
};

/// What reading a list took, counted by the library; the same on every machine.
struct ListCost {
    int steps = 0; ///< instructions of its virtual machine
    int scanned = 0; ///< rows visited one after another without an index
    int sorts = 0; ///< sorts inside the library
};

/// The most virtual machine steps the first page of a list may take before it is given up; about
/// 8,000 rows, a few milliseconds.
inline constexpr int kFirstPageSteps = 200'000;

/// The statements that read the first page, one after another until it is full: their order comes
/// from an index or the stored order of names (name_order.h), their conditions from the rows passed
/// on the way. A column that may be empty takes several, since rows without a value come last in
/// both directions. Empty when there is neither.
std::vector<BoundSql> firstPageSql(const ListQuery& query, int count);
/// The statements that walk a whole index or order of names; empty when there is none for the
/// query's order.
std::vector<BoundSql> indexOrderSql(const ListQuery& query);

/// The first `count` keys in the query's order, if an index gives them within kFirstPageSteps; else
/// nothing, and orderedKeys() has the answer.
std::vector<qint64> firstKeys(
    Connection& connection, const ListQuery& query, int count, ListCost* cost = nullptr);

/// All rows that fulfil the query's filters. `found` tells other threads how many they are so far.
RowSet matchingRows(Connection& connection,
    const ListQuery& query,
    ListCost* cost = nullptr,
    std::atomic<qint64>* found = nullptr);

/// The keys of `rows` in the query's order: walked from an index or sorted in memory, never sorted
/// by the library. Rows equal in every sort column stand by row number, in the direction of the
/// last one; rows without a value come last in both directions; without sort columns the newest row
/// is first. A reference sorts by the title of the row it names (a stage by its sequence).
/// `groupStarts`, when given, receives the position of each row whose first sort column differs
/// from that of the row before it.
std::vector<qint64> orderedKeys(Connection& connection,
    const ListQuery& query,
    const RowSet& rows,
    std::vector<qint64>* groupStarts = nullptr);

/// Lets another thread end what a thread reads now. The reading thread holds a Reading for as long
/// as it works; interrupt() may be called at any time and does nothing when there is none. An
/// interrupted statement throws StorageFault.
class ReadingInterrupt {
public:
    class Reading {
    public:
        Reading(ReadingInterrupt& owner, Connection& connection);
        ~Reading();
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;

    private:
        ReadingInterrupt& m_owner;
    };
    void interrupt();

private:
    std::mutex m_mutex;
    sqlite3* m_reading = nullptr;
};

/// What chosen rows of one column come to, for the figures of a selection.
struct BlockSum {
    qint64 sum = 0;
    qint64 count = 0; ///< rows that have a value
    bool tooLarge = false; ///< the sum does not fit
};
BlockSum sumOfRows(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> rids);

} // namespace chengdan::storage
