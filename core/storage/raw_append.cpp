// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/raw_append.h"

#include "core/storage/bulk_block.h"

#include <sqlite3.h>

namespace chengdan::storage {

struct RawAppend::Block {
    // Even a trigger that does nothing is asked for every row, and makes SQLite lay the rows of one
    // INSERT aside before it writes the first.
    class TriggersOff {
    public:
        explicit TriggersOff(sqlite3* handle)
            : m_handle(handle)
        {
            sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &m_were);
            sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        }
        ~TriggersOff()
        {
            sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, m_were, nullptr);
        }
        TriggersOff(const TriggersOff&) = delete;
        TriggersOff& operator=(const TriggersOff&) = delete;

    private:
        sqlite3* m_handle;
        int m_were = 1;
    };

    Block(sqlite3* handle, const QString& insert, int columns)
        : quiet(handle)
        , rows(handle, insert, columns)
    {
    }
    TriggersOff quiet; // before the statement is prepared
    BulkBlock rows;
};

RawAppend::RawAppend(Connection& connection, const QString& table, const QStringList& columns)
    : m_block(std::make_unique<Block>(connection.native(),
        QStringLiteral("INSERT OR IGNORE INTO %1(%2)")
            .arg(table, columns.join(QStringLiteral(", "))),
        static_cast<int>(columns.size())))
{
}

RawAppend::~RawAppend() = default;

void RawAppend::add(const Value& value)
{
    m_block->rows.add(value);
}

void RawAppend::addNull()
{
    m_block->rows.addNull();
}

void RawAppend::addInteger(qint64 value)
{
    m_block->rows.addInteger(value);
}

void RawAppend::addText(const char* utf8, int length)
{
    m_block->rows.addOuterText(utf8, length);
}

void RawAppend::addBytes(const char* bytes, int length)
{
    m_block->rows.addOuterBytes(bytes, length);
}

void RawAppend::endRow()
{
    m_block->rows.endRow();
}

void RawAppend::finish()
{
    m_block->rows.flush();
}

} // namespace chengdan::storage
