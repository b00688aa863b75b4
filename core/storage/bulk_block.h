// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/bulk_native.h"

#include <vector>

namespace chengdan::storage {

/// Rows of one INSERT, kept until there are enough for one statement with many of them: what
/// SQLite does once a statement (cursors, checks of constant lists) costs as much as a third of a
/// wide row. Nobody but the bulk writer includes this.
class BulkBlock {
public:
    static constexpr int kRows = 64;

    /// `insert` is the statement up to and without its VALUES.
    BulkBlock(sqlite3* handle, QString insert, int columns);

    /// The next cell of the present row; copied.
    void add(const Value& value);
    void addNull() { m_cells.emplace_back(); }
    void addInteger(qint64 value) { m_cells.push_back({Cell::Kind::Integer, 0, value}); }
    /// Not copied: lives until flush() is done. Never null.
    void addOuterText(const char* utf8, int length)
    {
        m_cells.push_back({Cell::Kind::Text, length, 0, utf8});
    }
    void addOuterBytes(const char* bytes, int length)
    {
        m_cells.push_back({Cell::Kind::Bytes, length, 0, bytes});
    }
    /// The present row has all its cells. Writes the rows when there are enough of them; throws
    /// StorageFault when the file refuses one.
    void endRow();
    /// Writes what is left, each row by itself.
    void flush();

private:
    struct Cell {
        enum class Kind { Null, Integer, Text, Text16, Bytes } kind = Kind::Null;
        int length = 0; ///< bytes
        qint64 integer = 0; ///< the value, or where the bytes begin
        const char* outer = nullptr; ///< bytes that are not the block's own

        /// Needs no bytes: bound once, it stays bound.
        bool isPlain() const { return kind == Kind::Null || kind == Kind::Integer; }
        bool isSamePlain(const Cell& other) const
        {
            return isPlain() && kind == other.kind && integer == other.integer;
        }
    };
    /// A statement and what its marks are bound to.
    struct Insert {
        BulkStatement statement;
        std::vector<Cell> bound;
    };
    void addText(const QString& text);
    char* room(std::size_t most);
    void write(Insert& insert, int rows, std::size_t firstCell);
    void bind(sqlite3_stmt* statement, int mark, const Cell& cell) const;

    sqlite3* m_handle;
    QString m_insert;
    int m_columns;
    Insert m_one;
    Insert m_many;
    std::vector<Cell> m_cells;
    std::vector<char> m_bytes; ///< of all texts; only ever grows
    std::size_t m_used = 0; ///< of these bytes
};

} // namespace chengdan::storage
