// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <memory>

namespace chengdan::storage {

/// Appends many finished rows to one table on the C API: all columns given, nothing filled in, no
/// trigger fired, no search index fed, nobody told. For the first load of a copy, whose secondary
/// indexes are made afterwards. A row whose id stands already is left as it is. Inside a write;
/// while it lives nobody else may write to the file: no trigger would see it. Throws StorageFault.
class RawAppend {
public:
    RawAppend(Connection& connection, const QString& table, const QStringList& columns);
    ~RawAppend();
    RawAppend(const RawAppend&) = delete;
    RawAppend& operator=(const RawAppend&) = delete;

    /// The next cell of the present row; copied.
    void add(const Value& value);
    void addNull();
    void addInteger(qint64 value);
    /// Valid UTF-8 or bytes; not copied, they must live until finish(). Never null: an empty text
    /// has an address too.
    void addText(const char* utf8, int length);
    void addBytes(const char* bytes, int length);
    /// The present row has all its cells.
    void endRow();
    /// Writes what is left.
    void finish();

private:
    struct Block;
    std::unique_ptr<Block> m_block;
};

} // namespace chengdan::storage
