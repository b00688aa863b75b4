// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/text_encoding.h"

#include <QStringList>

#include <vector>

namespace chengdan::exchange {

/// One record of a CSV file. `number` is the row a spreadsheet shows: the header is 1, blank lines
/// count, a line break inside a quoted cell does not.
struct CsvRow {
    int number = 0;
    QStringList cells;
    friend bool operator==(const CsvRow&, const CsvRow&) = default;
};

/// A CSV file (or one sheet of a workbook, import_table.h) in memory: the header's cells trimmed,
/// all other cells exactly as they stand. Rows may be shorter or longer than the header; whoever
/// knows the columns decides what that means.
struct CsvTable {
    QStringList header;
    std::vector<CsvRow> rows;
    QString encoding; ///< what the bytes were read as: UTF-8, UTF-16LE, UTF-16BE, GB18030, XLSX
};

struct CsvOptions {
    QChar delimiter; ///< null: whichever of , ; tab the header uses most (a comma when none)
    qint64 maxBytes = qint64{512} * 1024 * 1024;
    int maxColumns = 1000;
    int maxCellLength = 1'000'000;
    int maxRows = 5'000'000;
    qint64 maxCells = 50'000'000; ///< of the whole file; each costs memory even when it is empty
};

/// RFC 4180, with LF, CR or CRLF, and blank lines skipped. A quote inside an unquoted cell is a
/// character. Errors: CSV_EMPTY, CSV_HEADER_TWICE, CSV_UNTERMINATED, CSV_QUOTE, CSV_LIMIT; each
/// with the argument row.
Result<CsvTable> parseCsv(QStringView text, const CsvOptions& options = {});

/// Reads and parses. Errors as above with the argument file, and INPUT_MISSING, INPUT_READ.
Result<CsvTable> readCsvFile(const QString& path, const CsvOptions& options = {});

enum class CsvMark { None, Utf8ByteOrderMark };

/// UTF-8 with CRLF; reading it back gives the same header and cells. A byte order mark makes
/// spreadsheets on Windows show Chinese.
QByteArray writeCsv(const QStringList& header,
    const std::vector<QStringList>& rows,
    CsvMark mark = CsvMark::Utf8ByteOrderMark);

} // namespace chengdan::exchange
