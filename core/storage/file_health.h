// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <functional>

namespace chengdan::storage {

/// What a look at the structure of a company file found, before anything is changed in it.
struct FileHealth {
    QStringList problems; ///< in SQLite's words, for a report; empty when the structure is sound
    bool isSound() const { return problems.isEmpty(); }
};

/// Reads the whole file and checks its structure (PRAGMA quick_check): about a second for 500 MB
/// from a warm cache. It may be in use meanwhile; any thread. With `cancelled`, which is asked
/// before each table and now and then within, the tables are looked at one by one, and pages that
/// belong to none are not. A file that cannot be read as a
/// database at all is unsound, not an error. Errors: FILE_MISSING, STORAGE_LOCKED, STORAGE_ACCESS,
/// STORAGE_IO, CANCELLED.
Result<FileHealth> examineFile(const QString& path, const std::function<bool()>& cancelled = {});

/// Whether the last program to use the file ended without closing it: its write-ahead log was left
/// behind. Asked before the file is opened; true as well while another program works on it.
bool wasLeftOpen(const QString& path);

/// Larger files are examined behind the open window, at once when they were left open: a person
/// should not wait for a disk.
constexpr qint64 kExamineFirstBytes = 64LL << 20;

} // namespace chengdan::storage
