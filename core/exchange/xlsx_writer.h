// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace chengdan::exchange {

/// What the cells of one column of a written workbook are.
struct XlsxColumn {
    enum class Kind {
        Text,
        Number, ///< decimal text becomes a real number with `decimals` places
        Percent, ///< "13%" and "0.13" become 13 %
        Date, ///< ISO text becomes a real date
        DateTime, ///< "2026-03-12 10:20:30" as well
    };
    QString title;
    Kind kind = Kind::Text;
    int decimals = -1; ///< of numbers; -1: as many as each has
    int width = 0; ///< in characters; 0: from the title and the first rows
};

/// Writes one sheet row by row with little memory: the header bold and frozen, with a filter, the
/// columns as wide as what they hold. Text is always written as text, so "=1+1" or "+86 574" never
/// becomes a formula. A number with more than 15 digits is written as text, since a spreadsheet
/// would round it; so is a number or date that is none. The file appears under its name when
/// finish() succeeds, never before.
class XlsxWriter {
public:
    /// Error: FILE_WRITE.
    static Result<std::unique_ptr<XlsxWriter>> create(
        const QString& path, const QString& sheet, std::vector<XlsxColumn> columns);
    ~XlsxWriter();

    /// One cell for each column, an empty one for nothing; further cells are left out. Error:
    /// XLSX_ROWS beyond what a sheet holds.
    Result<void> add(const QStringList& cells);
    /// Error: FILE_WRITE.
    Result<void> finish();

private:
    class Sheet;
    XlsxWriter();
    std::unique_ptr<Sheet> m_sheet;
};

} // namespace chengdan::exchange
