// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace chengdan::storage {

/// Runs one statement again and again in a load. It has two marks a row, a row number and some text
/// or bytes; several rows at a time cost less than half. Every member throws StorageFault.
class NativeFeed {
public:
    NativeFeed(sqlite3* handle, const QString& sql);
    ~NativeFeed();
    NativeFeed(const NativeFeed&) = delete;
    NativeFeed& operator=(const NativeFeed&) = delete;

    /// A statement of one row.
    void runText(qint64 rid, std::string_view text) const;
    /// The bytes must stand until the statement has run. Rows count from 0.
    void bindBytes(int row, qint64 rid, std::string_view bytes) const;
    void run() const;

private:
    [[noreturn]] void fault() const;
    sqlite3* m_handle;
    QString m_sql;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace chengdan::storage
