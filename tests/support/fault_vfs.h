// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace chengdan::tests {

/// Stands between SQLite and the disk of this process: it ends the process, or refuses to write, at
/// a chosen access. Every connection opened after installFaults() goes through it, the program's
/// own as well, so the program itself needs no hook for tests.
///
/// Points are what SQLite is about to do: "wal-write", "wal-sync", "main-write" (a checkpoint),
/// "main-sync", "wal-write-torn" and "main-write-torn" (half of the bytes reach the file first),
/// "main-truncate".
void installFaults();

/// The names of all points at which a process can be ended.
QStringList crashPoints();

/// Ends this process with SIGKILL at the `count`-th access (1 is the next) of that point.
void killAt(const QString& point, int count);

/// From now on every file that is written behaves as on a full disk; readers go on.
void setDiskFull(bool full);

/// From now on every write fails as on a broken disk.
void setDiskBroken(bool broken);

} // namespace chengdan::tests
