// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <cstddef>

namespace chengdan {

/// Version and the linker's build id of this very program, as a crash report names it.
QString buildId();

/// From now on an unhandled exception or a fatal signal leaves `crash-….txt` in `folder`: build id,
/// time, reason, the addresses of the call stack and the last log lines. Nothing is sent anywhere.
/// The program still ends the way it would have. Call once, early in main; `folder` is made when
/// absent. Error: LOG_FOLDER.
Result<void> installCrashReports(const QString& folder);

/// One report left by an earlier run.
struct CrashReport {
    QString path;
    Instant writtenAt;
};

/// Reports nobody has looked at yet, oldest first; the window offers them at start.
QList<CrashReport> pendingCrashReports(const QString& folder);

/// The person has seen it: the file stays beside the others as `….seen.txt` and is not offered
/// again. Error: LOG_FOLDER.
Result<void> acknowledgeCrashReport(const CrashReport& report);

/// Keeps a finished log line for the report; called by the log. Thread-safe, allocates nothing.
void rememberLogLine(const char* line, std::size_t size);

} // namespace chengdan
