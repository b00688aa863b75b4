// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/pasted_table.h"
#include "core/exchange/xlsx_reader.h"

#include <QHash>

#include <stdexcept>

namespace chengdan::tests {

/// What must hold of a reader whatever bytes it is given: an answer or an error with a code, within
/// limits small enough that one input ends in well under a second. A broken law throws; libFuzzer
/// and the ordinary tests see it alike.
inline void demand(bool holds, const char* law)
{
    if (!holds)
        throw std::logic_error(law);
}

inline exchange::CsvOptions smallCsvLimits()
{
    exchange::CsvOptions options;
    options.maxCells = 200'000;
    options.maxRows = 50'000;
    return options;
}

inline exchange::XlsxLimits smallXlsxLimits()
{
    exchange::XlsxLimits limits;
    limits.unpackedBytes = 8 * 1024 * 1024;
    limits.ratioFrom = 1024 * 1024;
    limits.cells = 200'000;
    limits.sharedStrings = 50'000;
    limits.sharedCharacters = 4 * 1024 * 1024;
    limits.tokenBytes = 1024 * 1024;
    return limits;
}

/// Any bytes as the text of a file, then as a table; what comes out is written and read again.
inline void checkCsvBytes(const QByteArray& bytes)
{
    const auto text = exchange::decodeText(bytes);
    if (!text) {
        demand(text.error().code == QStringLiteral("CSV_ENCODING"), "decodeText: one error");
        return;
    }
    const auto table = exchange::parseCsv(*text, smallCsvLimits());
    if (!table) {
        demand(table.error().code.startsWith(QStringLiteral("CSV_")), "parseCsv: its errors");
        return;
    }
    std::vector<QStringList> rows;
    for (const exchange::CsvRow& row : table->rows) {
        demand(!row.cells.isEmpty(), "parseCsv: no row without cells");
        rows.push_back(row.cells);
    }
    const auto again = exchange::parseCsv(
        QString::fromUtf8(exchange::writeCsv(table->header, rows, exchange::CsvMark::None)),
        smallCsvLimits());
    demand(again.has_value(), "writeCsv: what it writes can be read");
    demand(again->header == table->header, "writeCsv: the header comes back");
    demand(again->rows.size() == rows.size(), "writeCsv: every row comes back");
    for (std::size_t i = 0; i < rows.size(); ++i)
        demand(again->rows[i].cells == rows[i], "writeCsv: every cell comes back");
}

/// Any bytes as text: a position that is named lies inside, and what was decoded has no halves of
/// characters.
inline void checkEncodingBytes(const QByteArray& bytes)
{
    QString encoding;
    const auto text = exchange::decodeText(bytes, &encoding);
    if (!text) {
        const qint64 at = text.error().arg(QStringLiteral("position")).toLongLong();
        demand(at >= 0 && at <= bytes.size(), "decodeText: a position inside the file");
        demand(text.error().arg(QStringLiteral("line")).toLongLong() >= 1, "decodeText: a line");
        return;
    }
    demand(!encoding.isEmpty(), "decodeText: an encoding");
    demand(text->isValidUtf16(), "decodeText: whole characters");
    demand(!exchange::firstNotUtf8(text->toUtf8()), "firstNotUtf8: agrees with the encoder");
    if (encoding == QStringLiteral("GB18030"))
        demand(!exchange::firstNotGb18030(bytes), "firstNotGb18030: agrees with the decoder");
}

/// Any bytes as clipboard text.
inline void checkPastedBytes(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    exchange::PasteLimits limits;
    limits.rows = 50'000;
    const auto table = exchange::parsePastedTable(text, limits);
    if (!table) {
        demand(table.error().code == QStringLiteral("PASTE_LIMIT"), "parsePastedTable: one error");
        return;
    }
    qsizetype characters = 0;
    for (const QStringList& row : table->rows) {
        demand(!row.isEmpty() && row.size() <= table->columns, "parsePastedTable: its width");
        for (const QString& cell : row)
            characters += cell.size();
    }
    demand(characters <= text.size(), "parsePastedTable: nothing is made up");
}

inline void checkXlsxParts(Result<exchange::XlsxWorkbook> workbook)
{
    if (!workbook) {
        demand(workbook.error().code.startsWith(QStringLiteral("XLSX_")), "XlsxWorkbook: errors");
        return;
    }
    demand(!workbook->sheets().empty(), "XlsxWorkbook: at least one sheet");
    const auto rows = workbook->rows(workbook->choose({}).value());
    if (!rows) {
        demand(rows.error().code.startsWith(QStringLiteral("XLSX_")), "XlsxWorkbook: errors");
        return;
    }
    for (const exchange::CsvRow& row : *rows) {
        demand(!row.cells.isEmpty() && !row.cells.last().isEmpty(), "XlsxWorkbook: filled rows");
        demand(row.number >= 1, "XlsxWorkbook: row numbers from 1");
    }
}

/// Any bytes as a workbook file.
inline void checkXlsxBytes(const QByteArray& bytes)
{
    checkXlsxParts(exchange::XlsxWorkbook::open(bytes, smallXlsxLimits()));
}

/// Any bytes as the parts of a workbook, so that changes reach the XML and not only the zip: three
/// parts separated by the line "----", the sheet, the texts, the styles.
inline void checkSheetBytes(const QByteArray& bytes)
{
    const QByteArray separator = "\n----\n";
    QList<QByteArray> pieces;
    qsizetype from = 0;
    while (pieces.size() < 2) {
        const qsizetype at = bytes.indexOf(separator, from);
        if (at < 0)
            break;
        pieces.append(bytes.mid(from, at - from));
        from = at + separator.size();
    }
    pieces.append(bytes.mid(from));
    QHash<QString, QByteArray> parts;
    parts[QStringLiteral("xl/workbook.xml")] =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>";
    parts[QStringLiteral("xl/_rels/workbook.xml.rels")] =
        "<Relationships>"
        "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>"
        "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/>"
        "<Relationship Id=\"c\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
    parts[QStringLiteral("xl/sheet.xml")] = pieces.value(0);
    if (pieces.size() > 1)
        parts[QStringLiteral("xl/strings.xml")] = pieces.value(1);
    if (pieces.size() > 2)
        parts[QStringLiteral("xl/styles.xml")] = pieces.value(2);
    checkXlsxParts(exchange::XlsxWorkbook::open(
        exchange::xlsxPartsInMemory(std::move(parts)), smallXlsxLimits()));
}

} // namespace chengdan::tests
