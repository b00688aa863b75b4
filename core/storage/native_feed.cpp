// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/native_feed.h"

#include "core/storage/connection.h"

#include <sqlite3.h>

namespace chengdan::storage {

NativeFeed::NativeFeed(sqlite3* handle, const QString& sql)
    : m_handle(handle)
    , m_sql(sql)
{
    if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &m_statement, nullptr)
        != SQLITE_OK)
        fault();
}

NativeFeed::~NativeFeed()
{
    sqlite3_finalize(m_statement);
}

void NativeFeed::runText(qint64 rid, std::string_view text) const
{
    sqlite3_bind_int64(m_statement, 1, rid);
    sqlite3_bind_text(m_statement, 2, text.data(), int(text.size()), SQLITE_STATIC);
    run();
}

void NativeFeed::bindBytes(int row, qint64 rid, std::string_view bytes) const
{
    sqlite3_bind_int64(m_statement, 2 * row + 1, rid);
    // Bytes at no address would be bound as NULL.
    sqlite3_bind_blob(m_statement,
        2 * row + 2,
        bytes.empty() ? "" : bytes.data(),
        int(bytes.size()),
        SQLITE_STATIC);
}

void NativeFeed::run() const
{
    const int outcome = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (outcome != SQLITE_DONE)
        fault();
}

void NativeFeed::fault() const
{
    throw storageFault(
        sqlite3_extended_errcode(m_handle), QString::fromUtf8(sqlite3_errmsg(m_handle)), m_sql);
}

} // namespace chengdan::storage
