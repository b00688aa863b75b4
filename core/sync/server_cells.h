// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QVariant>

#include <memory>

struct pg_conn;
struct pg_result;

namespace chengdan::sync {

/// One received cell in PostgreSQL's binary format; without bytes it is NULL. Text has a NUL behind
/// its last byte.
struct WireCell {
    const char* bytes = nullptr;
    int length = 0;
    bool isNull() const { return bytes == nullptr; }
};

/// The types cells come in, by PostgreSQL's fixed numbers (pg_type.dat).
enum class WireType : quint32 {
    Flag = 16, ///< one byte
    Bytes = 17, ///< as they are
    Integer8 = 20, ///< most significant byte first, as the next two
    Integer2 = 21,
    Integer4 = 23,
    Text = 25, ///< UTF-8
    Id = 2950, ///< 16 bytes
};

/// The rows of one answer as libpq keeps them: nothing is made of a cell before it is asked for.
/// Cells live as long as it.
class ServerCells {
public:
    ServerCells() = default;
    /// Takes it over.
    explicit ServerCells(pg_result* result);
    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    WireType type(int column) const;
    WireCell cell(int row, int column) const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
    int m_rows = 0;
    int m_columns = 0;
};

/// What a connection answered to one statement.
struct ServerAnswer {
    bool good = false;
    ServerCells cells;
    QString state; ///< SQLSTATE of a refusal; empty when the connection is lost
    QString said; ///< the words of a refusal
};
/// Asks and waits, on any thread, while nobody else uses the connection. `sql` marks its values $1,
/// $2 … with their types; they are sent as text.
ServerAnswer askServer(pg_conn* connection, const QString& sql, const QVariantList& values);
/// LIBRARY_MISSING where libpq cannot be loaded.
Result<void> requireServerLibrary();

} // namespace chengdan::sync
