// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup_native.h"

#include "core/schema/ddl.h"
#include "core/storage/file_identity.h"

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

struct NativeRows {
    sqlite3_stmt* statement = nullptr;
    ~NativeRows() { sqlite3_finalize(statement); }
};

} // namespace

StorageFault nativeFileFault(sqlite3* handle, const QString& sql)
{
    return storageFault(
        sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)), sql);
}

NativeFile::NativeFile(const QString& path, Access access, int busyMilliseconds)
{
    const int flags = access == Access::Read ? SQLITE_OPEN_READONLY
        : access == Access::Write            ? SQLITE_OPEN_READWRITE
                                             : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags, nullptr) != SQLITE_OK) {
        const StorageFault fault = nativeFileFault(m_handle, QStringLiteral("open"));
        sqlite3_close_v2(m_handle);
        throw StorageFault(fault);
    }
    sqlite3_busy_timeout(m_handle, busyMilliseconds);
}

NativeFile::~NativeFile()
{
    sqlite3_close_v2(m_handle);
}

void NativeFile::execute(const QString& sql)
{
    if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw nativeFileFault(m_handle, sql);
}

qint64 NativeFile::integer(const QString& sql)
{
    const QStringList all = texts(sql);
    return all.isEmpty() ? 0 : all.first().toLongLong();
}

QStringList NativeFile::texts(const QString& sql)
{
    NativeRows rows;
    if (sqlite3_prepare_v2(m_handle, sql.toUtf8().constData(), -1, &rows.statement, nullptr)
        != SQLITE_OK)
        throw nativeFileFault(m_handle, sql);
    QStringList found;
    int step = 0;
    while ((step = sqlite3_step(rows.statement)) == SQLITE_ROW) {
        found += QString::fromUtf8(
            reinterpret_cast<const char*>(sqlite3_column_text(rows.statement, 0)));
    }
    if (step != SQLITE_DONE)
        throw nativeFileFault(m_handle, sql);
    return found;
}

Result<void> checkIdentity(NativeFile& file, const QString& path, int ours)
{
    return checkIdentity(file.integer(QStringLiteral("PRAGMA application_id")),
        file.integer(QStringLiteral("PRAGMA user_version")),
        ours,
        path);
}

QStringList plainTables(NativeFile& file)
{
    return file.texts(QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND "
                                     "type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                                     "AND name NOT LIKE '\\_n\\_%' ESCAPE '\\' ORDER BY name"));
}

QStringList sideFiles(const QString& path)
{
    return {path + QStringLiteral("-wal"),
        path + QStringLiteral("-shm"),
        path + QStringLiteral("-journal")};
}

} // namespace chengdan::storage
