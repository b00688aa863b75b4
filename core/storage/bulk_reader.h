// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <string_view>

struct sqlite3_stmt;

namespace chengdan::storage {

/// Steps through one SELECT on the C API, forward only, without making a QVariant or a QString of
/// any cell: for loading whole tables. Uses the connection it is given, so it sees what that one
/// sees, and must end before it and stay on its thread. Every member throws StorageFault.
class BulkReader {
public:
    BulkReader(Connection& connection, const QString& sql, const Row& values = {});
    ~BulkReader();
    BulkReader(const BulkReader&) = delete;
    BulkReader& operator=(const BulkReader&) = delete;

    /// Steps to the next row; false after the last one.
    bool next();
    int columns() const;
    bool isNull(int column) const;
    /// 0 where the cell is NULL.
    qint64 integer(int column) const;
    /// UTF-8 of a text, or the bytes of a blob; empty where the cell is NULL. Valid until the next
    /// step.
    std::string_view view(int column) const;
    QString text(int column) const;

private:
    sqlite3_stmt* m_statement = nullptr;
    QString m_sql;
    Row m_values; ///< bound without copying
};

} // namespace chengdan::storage
