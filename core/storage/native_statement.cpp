// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/native_statement.h"

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

[[noreturn]] void throwNativeFault(sqlite3* connection, int code)
{
    throw storageFault(code, QString::fromUtf8(sqlite3_errmsg(connection)), QStringLiteral("list"));
}

} // namespace

NativeStatement::NativeStatement(Connection& connection, const QString& sql, const Row& values)
    : m_connection(connection.native())
{
    const QByteArray text = sql.toUtf8();
    const int prepared = sqlite3_prepare_v2(
        m_connection, text.constData(), static_cast<int>(text.size()), &m_statement, nullptr);
    if (prepared != SQLITE_OK)
        throwNativeFault(m_connection, prepared);
    int mark = 0;
    for (const Value& value : values) {
        ++mark;
        if (const auto* number = std::get_if<qint64>(&value)) {
            sqlite3_bind_int64(m_statement, mark, *number);
        } else if (const auto* string = std::get_if<QString>(&value)) {
            const QByteArray utf8 = string->toUtf8();
            sqlite3_bind_text(m_statement,
                mark,
                utf8.constData(),
                static_cast<int>(utf8.size()),
                SQLITE_TRANSIENT);
        } else if (const auto* bytes = std::get_if<QByteArray>(&value)) {
            sqlite3_bind_blob(m_statement,
                mark,
                bytes->constData(),
                static_cast<int>(bytes->size()),
                SQLITE_TRANSIENT);
        }
    }
}

NativeStatement::~NativeStatement()
{
    sqlite3_finalize(m_statement);
}

bool NativeStatement::next()
{
    const int stepped = sqlite3_step(m_statement);
    if (stepped == SQLITE_ROW)
        return true;
    if (stepped != SQLITE_DONE)
        throwNativeFault(m_connection, stepped);
    return false;
}

void NativeStatement::restart(qint64 value)
{
    sqlite3_reset(m_statement);
    sqlite3_bind_int64(m_statement, 1, value);
}

bool NativeStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool NativeStatement::isInteger(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
}

qint64 NativeStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view NativeStatement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data == nullptr
        ? std::string_view()
        : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

Value NativeStatement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_TEXT: {
        const std::string_view text = bytes(column);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    case SQLITE_BLOB: {
        const std::string_view data = bytes(column);
        return QByteArray(data.data(), static_cast<qsizetype>(data.size()));
    }
    default:
        return qint64{sqlite3_column_int64(m_statement, column)};
    }
}

int NativeStatement::steps() const
{
    return sqlite3_stmt_status(m_statement, SQLITE_STMTSTATUS_VM_STEP, 0);
}

int NativeStatement::scanned() const
{
    return sqlite3_stmt_status(m_statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
}

int NativeStatement::sorts() const
{
    return sqlite3_stmt_status(m_statement, SQLITE_STMTSTATUS_SORT, 0);
}

} // namespace chengdan::storage
