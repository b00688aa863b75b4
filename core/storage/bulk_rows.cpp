// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_rows.h"

#include "core/storage/bulk_native.h"

#include <sqlite3.h>

#include <exception>

namespace chengdan::storage {

namespace {

constexpr char kRowsPointer[] = "chengdan.rows";

struct RowTaker {
    const std::function<void(const BulkCells&)>& take;
    std::exception_ptr thrown; // must not fly through SQLite
};

void takeRow(sqlite3_context* context, int, sqlite3_value** arguments)
{
    auto* taker = static_cast<RowTaker*>(sqlite3_value_pointer(arguments[0], kRowsPointer));
    if (taker == nullptr)
        return sqlite3_result_error(context, "each_row_ is not for SQL", -1);
    try {
        taker->take(BulkCells(arguments + 1));
    } catch (...) {
        taker->thrown = std::current_exception();
        sqlite3_result_error_code(context, SQLITE_ABORT);
    }
}

void endRows(sqlite3_context*) { }

/// An aggregate that does nothing but look at its arguments.
void registerTaker(Connection& connection)
{
    // Once: a function cannot be replaced while any statement runs.
    if (schema::toInteger(connection.scalar(
            QStringLiteral("SELECT count(*) FROM pragma_function_list WHERE name = 'each_row_'")))
        > 0)
        return;
    sqlite3* const database = connection.native();
    const int outcome = sqlite3_create_function_v2(database,
        "each_row_",
        -1,
        SQLITE_UTF8 | SQLITE_DIRECTONLY,
        nullptr,
        nullptr,
        takeRow,
        endRows,
        nullptr);
    if (outcome != SQLITE_OK)
        throw nativeFault(database, QStringLiteral("each_row_"));
}

} // namespace

bool BulkCells::isNull(int column) const
{
    return sqlite3_value_type(m_cells[column]) == SQLITE_NULL;
}

qint64 BulkCells::integer(int column) const
{
    return sqlite3_value_int64(m_cells[column]);
}

std::string_view BulkCells::view(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(m_cells[column]));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(m_cells[column]))};
}

QString BulkCells::text(int column) const
{
    const std::string_view bytes = view(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void eachRow(Connection& connection,
    const QString& columns,
    const QString& from,
    const std::function<void(const BulkCells&)>& take)
{
    registerTaker(connection);
    const QString sql = QStringLiteral("SELECT each_row_(?, %1) FROM %2").arg(columns, from);
    const auto statement = prepareNative(connection.native(), sql);
    RowTaker taker{take, {}};
    sqlite3_bind_pointer(statement.get(), 1, &taker, kRowsPointer, nullptr);
    const int outcome = sqlite3_step(statement.get());
    if (taker.thrown)
        std::rethrow_exception(taker.thrown);
    if (outcome != SQLITE_ROW && outcome != SQLITE_DONE)
        throw nativeFault(connection.native(), sql);
}

} // namespace chengdan::storage
