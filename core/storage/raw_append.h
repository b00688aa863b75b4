// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <memory>

namespace chengdan::storage {

/// Appends many finished rows to one table on the C API: all columns given, nothing filled in, no
/// search index fed, nobody told. For the first load of a copy, whose secondary indexes are made
/// afterwards. A row whose id stands already is left as it is. Inside a write; while it lives
/// nobody else may write to the table. Throws StorageFault.
class RawAppend {
public:
    RawAppend(Connection& connection, const QString& table, const QStringList& columns);
    ~RawAppend();
    RawAppend(const RawAppend&) = delete;
    RawAppend& operator=(const RawAppend&) = delete;

    /// The next cell of the present row; copied.
    void add(const Value& value);
    /// The present row has all its cells.
    void endRow();
    /// Writes what is left.
    void finish();

private:
    struct Block;
    std::unique_ptr<Block> m_block;
};

} // namespace chengdan::storage
