// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_tables.h"

#include <memory>

namespace chengdan::bench {

/// What one would write without a plan: the costing tables stay in a database, and the cost of an
/// item is its lines' costs added up, each asked of the database again wherever the item is used.
/// Tuned as far as that goes: one query gives a node's price or all its lines, lines stand together
/// on disk, the statement is prepared once, everything runs in one transaction from a warm cache.
/// Knows quantities and one price per bought item; nothing else.
class ItemCostBaseline {
public:
    /// Writes the tables into a new SQLite file. Failures of SQLite are thrown as
    /// std::runtime_error.
    ItemCostBaseline(const QString& path, const quoting::CostTables& tables);
    ~ItemCostBaseline();
    ItemCostBaseline(const ItemCostBaseline&) = delete;
    ItemCostBaseline& operator=(const ItemCostBaseline&) = delete;

    struct Walk {
        qint64 cost = 0; ///< 1e-8 of the base currency, one base UoM
        qint64 nodes = 0; ///< tree paths, one query each
    };
    Walk costOf(const QString& item);

private:
    struct File;
    std::unique_ptr<File> m_file;
};

} // namespace chengdan::bench
