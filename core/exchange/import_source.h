// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/pasted_table.h"
#include "core/schema/record_type.h"

#include <optional>

namespace chengdan::exchange {

/// Rows to be imported, with what a person wants to know of where they came from.
struct ImportSource {
    CsvTable table;
    QStringList sheets; ///< of a workbook with several: those that are not hidden
    QString sheet; ///< of those, the one that was read
    bool hasHeader = true; ///< false: pasted rows that began with values
};

/// Reads a file as importFile() does. Errors: those of readTableFile().
Result<ImportSource> readImportSource(const QString& path, const QString& sheet = {});

/// A column of the list a person pasted into.
struct ScreenColumn {
    QString name; ///< of the record's column
    QString title;
};

/// Pasted cells as a table. Without `hasHeader` the first row is taken for names when most of its
/// cells name columns of the type. Rows that begin with values get the titles of the columns on
/// screen, from the first one on, and letters after the last. Titles that come twice are numbered;
/// blank rows are left out. Error: PASTE_EMPTY.
Result<ImportSource> pastedImportSource(const schema::RecordType& type,
    const PastedTable& pasted,
    const std::vector<ScreenColumn>& screen,
    std::optional<bool> hasHeader = {});

} // namespace chengdan::exchange
