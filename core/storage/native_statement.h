// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <span>
#include <string_view>

struct sqlite3_stmt;

namespace chengdan::storage {

/// A statement stepped through the library itself, for reading a million integers, or a page of
/// cells, without a QVariant each. Only for lists and for figures over whole tables; everything
/// else uses Connection::query. Throws StorageFault.
class NativeStatement {
public:
    NativeStatement(Connection& connection, const QString& sql, const Row& values = {});
    ~NativeStatement();
    NativeStatement(const NativeStatement&) = delete;
    NativeStatement& operator=(const NativeStatement&) = delete;

    bool next();
    /// Starts again with another value for the first mark.
    void restart(qint64 value);
    bool isNull(int column) const;
    bool isInteger(int column) const;
    qint64 integer(int column) const;
    /// Text in UTF-8 or bytes; valid until the next step.
    std::string_view bytes(int column) const;
    Value value(int column) const;
    int steps() const;
    int scanned() const;
    int sorts() const;

private:
    sqlite3* m_connection;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace chengdan::storage
