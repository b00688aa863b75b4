// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quoting/cost_tables.h"

#include <vector>

namespace chengdan::exchange {

/// The eleven costing tables as CSV files of one folder: uoms, item_uoms, items, boms, bom_lines,
/// operations, work_centers, prices, fx, tools, overheads (each .csv). Only items.csv must exist.
struct CostingFiles {
    quoting::CostTables tables;
    std::vector<Error> warnings; ///< COLUMN_UNKNOWN: file, column
};

/// Reads them all; UTF-8 (other encodings spreadsheets write are recognised), a header row,
/// decimals with a point, percent columns in percent, minutes with decimals. Everything wrong is
/// collected (first error, the rest in `more`), each with the arguments file and row and the column
/// as field: DIRECTORY_MISSING, INPUT_MISSING, COLUMN_MISSING, ROW_LENGTH, CELL_MISSING, KEY_TWICE,
/// VALUE_UNKNOWN, VALUE_RANGE, NUMBER_FORMAT, NUMBER_PRECISION, OVERFLOW_GUARD, DATE_FORMAT and
/// those of readCsvFile().
Result<CostingFiles> readCostingFiles(const QString& directory);

} // namespace chengdan::exchange
