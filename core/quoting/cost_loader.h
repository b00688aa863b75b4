// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_input.h"
#include "core/storage/database.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <mutex>

namespace chengdan::quoting {

/// What costing reads of a company file: one SELECT a table, never one a node. Keys become the
/// codes people know; BOMs are keyed by their id, price rows without a number likewise, suppliers
/// by name where names are unique.
CostInput loadCostInput(storage::Connection& connection);

/// The costing input of a company file, read once and kept until a row that costing reads changes,
/// here or in another process: so costing a line never waits for the file. Any thread may ask; the
/// answer is shared and immutable. One for each open file, living as long as it.
class CostInputCache {
public:
    explicit CostInputCache(storage::Database& database);
    ~CostInputCache();
    CostInputCache(const CostInputCache&) = delete;
    CostInputCache& operator=(const CostInputCache&) = delete;

    /// What costing reads as of the last commit. Errors: STORAGE_*.
    Result<std::shared_ptr<const CostInput>> current();

private:
    storage::Database& m_database;
    QObject m_listener;
    std::atomic<bool> m_dirty{true};
    std::mutex m_mutex;
    qint64 m_lastJournal = 0;
    std::shared_ptr<const CostInput> m_input;
};

} // namespace chengdan::quoting
