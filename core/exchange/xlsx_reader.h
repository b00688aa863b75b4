// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/xlsx_sheet.h"

namespace chengdan::exchange {

/// A sheet of cells in a workbook; sheets of charts are left out.
struct XlsxSheet {
    QString name;
    QString part;
    bool hidden = false;
};

/// Reads the values of a workbook: never formulas (the value the spreadsheet last computed is
/// taken), never a binary fraction. A number is its decimal text, a number with a percent format
/// "13%", a date ISO text, a flag TRUE or FALSE, an error its sign ("#N/A"). Of merged cells the
/// first holds the value, the others are empty.
///
///     auto workbook = XlsxWorkbook::open(bytes);
///     auto table = workbook->table(workbook->choose(u"2").value());
class XlsxWorkbook {
public:
    /// The bytes must outlive the workbook. Errors: those of openXlsxPackage(), XLSX_NO_WORKBOOK.
    static Result<XlsxWorkbook> open(const QByteArray& bytes, const XlsxLimits& limits = {});
    static Result<XlsxWorkbook> open(
        std::unique_ptr<XlsxParts> parts, const XlsxLimits& limits = {});

    const std::vector<XlsxSheet>& sheets() const { return m_sheets; }
    DateEpoch epoch() const { return m_shared.epoch; }
    /// The sheet of that name, else with that number from 1; empty: the first that is not hidden.
    /// Error: XLSX_NO_SHEET naming those there are.
    Result<std::size_t> choose(QStringView wanted) const;

    /// The first row with anything in it is the header. Errors: CSV_EMPTY, CSV_HEADER_TWICE,
    /// XLSX_DAMAGED, XLSX_ROWS, XLSX_COLUMNS, XLSX_SIZE.
    Result<CsvTable> table(std::size_t sheet);
    /// All rows that hold anything, with the numbers the spreadsheet shows.
    Result<std::vector<CsvRow>> rows(std::size_t sheet);

private:
    XlsxWorkbook() = default;
    Result<void> readWorkbook();
    Result<void> readShared();

    std::unique_ptr<XlsxParts> m_parts;
    XlsxLimits m_limits;
    std::vector<XlsxSheet> m_sheets;
    QString m_stringsPart;
    QString m_stylesPart;
    bool m_sharedRead = false;
    XlsxShared m_shared;
};

} // namespace chengdan::exchange
