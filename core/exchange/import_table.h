// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/xlsx_package.h"

namespace chengdan::exchange {

struct TableFileOptions {
    QString sheet; ///< of a workbook: its name, or its number from 1; empty: the first shown one
    CsvOptions csv{};
    XlsxLimits xlsx{};
};

/// A table of a CSV file or of a workbook, told apart by what they contain (a CSV named .xlsx is
/// refused all the same: something went wrong when it was saved). Errors: those of readCsvFile()
/// and XlsxWorkbook, each with the argument file.
Result<CsvTable> readTableFile(const QString& path, const TableFileOptions& options = {});

/// Whether a file of this name is to be a workbook.
bool isWorkbookName(const QString& path);

} // namespace chengdan::exchange
