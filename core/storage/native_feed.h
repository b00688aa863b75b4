// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace chengdan::storage {

/// Runs one statement with two marks, a row number and some bytes, for row after row of a load.
/// Every member throws StorageFault.
class NativeFeed {
public:
    NativeFeed(sqlite3* handle, const QString& sql);
    ~NativeFeed();
    NativeFeed(const NativeFeed&) = delete;
    NativeFeed& operator=(const NativeFeed&) = delete;

    void runText(qint64 rid, std::string_view text) const;
    void runBytes(qint64 rid, std::string_view bytes) const;

private:
    void run(qint64 rid) const;
    [[noreturn]] void fault() const;
    sqlite3* m_handle;
    QString m_sql;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace chengdan::storage
