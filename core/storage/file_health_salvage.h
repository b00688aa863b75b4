// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/schema/record_type.h"

namespace chengdan::storage {

/// A row that could not be read any more.
struct LostRow {
    QString table;
    qint64 rid = 0;
    QString id; ///< hexadecimal, where an index still named it
};

/// What a salvage brought over and what it could not.
struct SalvageReport {
    struct Table {
        QString table;
        qint64 kept = 0;
        qint64 lost = 0; ///< rows known to have been there
        bool mayLackMore = false; ///< whole pages were unreadable and no index says what they held
    };
    std::vector<Table> tables; ///< those with rows
    std::vector<LostRow> rows; ///< the first thousand
    qint64 kept() const;
    qint64 lost() const;
};

/// Copies every row that can still be read out of a damaged company file into a new one of the
/// program's version, drafts and journal included. The damaged file is only read. Errors:
/// FILE_EXISTS (the target), FILE_WRITE, FILE_NEWER, FILE_DAMAGED (not even its table of contents
/// can be read), STORAGE_*.
Result<SalvageReport> salvageFile(const QString& damaged,
    const QString& target,
    const schema::RecordTypes& types,
    const Clock& clock);

/// One line a table and a line for each lost row, tab-separated with the names of the file: for the
/// command line.
QString salvageText(const SalvageReport& report);

} // namespace chengdan::storage
