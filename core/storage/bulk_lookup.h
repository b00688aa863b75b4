// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

struct sqlite3_stmt;

namespace chengdan::storage {

/// Asks the same question of the file for many rows, each with other values: one statement on the C
/// API, prepared once, no QVariant. Must end before its connection and stay on its thread. Throws
/// StorageFault.
class BulkLookup {
public:
    BulkLookup(Connection& connection, const QString& sql);
    ~BulkLookup();
    BulkLookup(const BulkLookup&) = delete;
    BulkLookup& operator=(const BulkLookup&) = delete;

    /// The integer in the first cell of the first row; 0 without a row.
    qint64 find(const Row& values);

private:
    sqlite3_stmt* m_statement = nullptr;
    QString m_sql;
};

} // namespace chengdan::storage
