// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_header.h"

namespace chengdan::exchange {

/// What becomes of a row of an imported file.
enum class RowFate : quint8 {
    Created,
    Updated,
    Unchanged,
    Duplicate, ///< a row before it in the file has the same key
    Rejected,
};

/// A row of a file as an import understands it, for a person to look at before anything is written.
struct PreviewRow {
    std::size_t index = 0; ///< into CsvTable::rows
    int number = 0; ///< as a spreadsheet shows it
    RowFate fate = RowFate::Created;
    /// By column of the file: what the cell is read as ("1.2万" as "12000", a choice by its label);
    /// names of other records, cells that cannot be read and those that go nowhere as they stand.
    QStringList shown;
    std::vector<Error> errors; ///< of a rejected row; `field` names the column
};

/// Cells of one row as PreviewRow::shown. Amounts are read in the row's own currency, else in
/// `base`.
QStringList understoodCells(const CsvRow& row,
    const std::vector<ImportTarget>& targets,
    Currency base,
    const QByteArray& timeZone);

} // namespace chengdan::exchange
