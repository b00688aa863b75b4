// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_lookup.h"

#include "core/storage/bulk_native.h"

#include <sqlite3.h>

namespace chengdan::storage {

BulkLookup::BulkLookup(Connection& connection, const QString& sql)
    : m_statement(prepareNative(connection.native(), sql).release())
    , m_sql(sql)
{
}

BulkLookup::~BulkLookup()
{
    sqlite3_finalize(m_statement);
}

qint64 BulkLookup::find(const Row& values)
{
    int index = 0;
    for (const Value& value : values)
        bindNative(m_statement, ++index, value);
    const int outcome = sqlite3_step(m_statement);
    const qint64 found = outcome == SQLITE_ROW ? sqlite3_column_int64(m_statement, 0) : qint64{0};
    if (outcome != SQLITE_ROW && outcome != SQLITE_DONE) {
        const StorageFault fault = nativeFault(sqlite3_db_handle(m_statement), m_sql);
        sqlite3_reset(m_statement);
        throw fault;
    }
    sqlite3_reset(m_statement); // the values are no longer bound to what may be gone
    sqlite3_clear_bindings(m_statement);
    return found;
}

} // namespace chengdan::storage
