// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/xlsx_number.h"
#include "core/exchange/xlsx_xml.h"

namespace chengdan::exchange {

/// What the cells of every sheet of a workbook refer to.
struct XlsxShared {
    std::vector<QString> strings;
    std::vector<CellFormat> formats; ///< by the style number of a cell
    DateEpoch epoch = DateEpoch::Year1900;
};

/// Reads the table of texts. Errors as readXlsxXml().
Result<void> readXlsxStrings(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, XlsxShared& shared);
/// Reads what the styles make of numbers; a workbook without styles has plain numbers only.
Result<void> readXlsxFormats(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, XlsxShared& shared);
/// Reads the rows of a sheet that hold anything, each cell as XlsxWorkbook says.
Result<std::vector<CsvRow>> readXlsxSheet(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, const XlsxShared& shared);

/// "B3" → 1 (columns from 0); nothing when no letters stand in front.
std::optional<int> xlsxColumn(QStringView reference);

} // namespace chengdan::exchange
