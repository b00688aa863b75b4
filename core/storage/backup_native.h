// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

struct sqlite3;

namespace chengdan::storage {

/// A bare connection for whole-file work: copying, checking, salvaging. It sets no pragma and
/// changes nothing by itself, so it may look at files that are damaged or not ours. Nobody outside
/// this folder includes it. Members throw StorageFault.
class NativeFile {
public:
    enum class Access { Read, Write, Create };
    NativeFile(const QString& path, Access access, int busyMilliseconds = 5000);
    ~NativeFile();
    NativeFile(const NativeFile&) = delete;
    NativeFile& operator=(const NativeFile&) = delete;

    sqlite3* handle() const { return m_handle; }
    void execute(const QString& sql);
    /// The first cell of the first row as an integer; 0 without a row.
    qint64 integer(const QString& sql);
    /// The first column of every row.
    QStringList texts(const QString& sql);

private:
    sqlite3* m_handle = nullptr;
};

/// The fault of the last call on that connection.
StorageFault nativeFileFault(sqlite3* handle, const QString& sql);

/// Error of a file that is no company file (FILE_NOT_OURS) or newer than version `ours`
/// (FILE_NEWER).
Result<void> checkIdentity(NativeFile& file, const QString& path, int ours);

/// Ordinary tables, those of the program and its support tables; not search
/// indexes and orders of names.
QStringList plainTables(NativeFile& file);

/// The side files SQLite keeps beside a database.
QStringList sideFiles(const QString& path);

} // namespace chengdan::storage
