// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_reader.h"

#include "core/storage/bulk_native.h"

#include <sqlite3.h>

namespace chengdan::storage {

BulkReader::BulkReader(Connection& connection, const QString& sql, const Row& values)
    : m_sql(sql)
    , m_values(values)
{
    m_statement = prepareNative(connection.native(), sql).release();
    int index = 0;
    for (const Value& value : m_values)
        bindNative(m_statement, ++index, value);
}

BulkReader::~BulkReader()
{
    sqlite3_finalize(m_statement);
}

bool BulkReader::next()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        throw nativeFault(sqlite3_db_handle(m_statement), m_sql);
    }
}

int BulkReader::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool BulkReader::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 BulkReader::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view BulkReader::view(int column) const
{
    // For a text this is its UTF-8, for a blob its bytes: company files are UTF-8 throughout. The
    // cell is asked once and read without the connection's lock, which the one thread that uses the
    // connection does not need.
    sqlite3_value* cell = sqlite3_column_value(m_statement, column);
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(cell));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(cell))};
}

QString BulkReader::text(int column) const
{
    const std::string_view bytes = view(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace chengdan::storage
