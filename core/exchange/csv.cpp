// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include "core/exchange/csv_cutter.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace chengdan::exchange {

namespace {

constexpr QChar kQuote = QLatin1Char('"');

/// A header's cell without blanks around it; a byte order mark behind an empty line is one too.
QString headerName(const QString& cell)
{
    QString name = cell.trimmed();
    while (name.startsWith(QChar(0xFEFF)))
        name = name.mid(1).trimmed();
    return name;
}

void appendCell(QByteArray& bytes, const QString& cell, bool alone)
{
    const bool special = std::any_of(cell.begin(), cell.end(), [](QChar c) {
        return c == kQuote || c == QLatin1Char(',') || c == QLatin1Char(';')
            || c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    });
    if (!special && !(alone && cell.isEmpty())) {
        bytes += cell.toUtf8();
        return;
    }
    QString doubled = cell;
    doubled.replace(kQuote, QStringLiteral("\"\""));
    bytes += '"' + doubled.toUtf8() + '"';
}

void appendRecord(QByteArray& bytes, const QStringList& cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            bytes += ',';
        appendCell(bytes, cells[i], cells.size() == 1);
    }
    bytes += "\r\n";
}

template <typename Char>
Result<CsvTable> csvTable(std::basic_string_view<Char> text, const CsvOptions& options)
{
    const Char delimiter = options.delimiter.isNull()
        ? detectCsvDelimiter(text)
        : static_cast<Char>(options.delimiter.unicode());
    CsvCutter<Char> cutter(text, delimiter, options);
    CsvTable table;
    qint64 cells = 0;
    while (!cutter.atEnd()) {
        auto row = cutter.next();
        if (!row)
            return fail(row.error());
        if (row->cells.isEmpty())
            continue;
        cells += row->cells.size();
        if (cells > options.maxCells)
            return fail("CSV_LIMIT", {}, atCsvRow(row->number));
        if (table.header.isEmpty()) {
            QSet<QString> seen;
            for (const QString& cell : row->cells) {
                const QString name = headerName(cell);
                if (!name.isEmpty() && seen.contains(name)) {
                    auto args = atCsvRow(row->number);
                    args.append({QStringLiteral("column"), name.left(60)});
                    return fail("CSV_HEADER_TWICE", name, args);
                }
                seen.insert(name);
                table.header.append(name);
            }
            continue;
        }
        if (table.rows.size() >= static_cast<std::size_t>(options.maxRows))
            return fail("CSV_LIMIT", {}, atCsvRow(row->number));
        table.rows.push_back(std::move(*row));
    }
    const bool named = std::any_of(table.header.begin(),
        table.header.end(),
        [](const QString& name) { return !name.isEmpty(); });
    if (!named)
        return fail("CSV_EMPTY");
    return table;
}

} // namespace

Result<CsvTable> parseCsv(QStringView text, const CsvOptions& options)
{
    if (text.startsWith(QChar(0xFEFF)))
        text = text.mid(1);
    return csvTable(
        std::u16string_view(text.utf16(), static_cast<std::size_t>(text.size())), options);
}

Result<CsvTable> readCsvFile(const QString& path, const CsvOptions& options)
{
    const QString name = QFileInfo(path).fileName();
    const auto failed = [&](Error error) {
        error.args.append({QStringLiteral("file"), name});
        return fail(std::move(error));
    };
    QFile file(path);
    if (!file.exists())
        return failed(Error::make("INPUT_MISSING"));
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return failed(Error::make("INPUT_READ"));
    if (file.size() > options.maxBytes)
        return failed(Error::make("CSV_LIMIT", {}, atCsvRow(1)));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failed(Error::make("INPUT_READ"));
    // Nearly every file is UTF-8: it is cut as it stands, without a second copy of all of it. What
    // is wrong with a file its text tells.
    const std::optional<std::string_view> utf8 = maybeUtf8(bytes);
    if (utf8 && options.delimiter.unicode() < 0x80) {
        if (auto table = csvTable(*utf8, options)) {
            table->encoding = QStringLiteral("UTF-8");
            return table;
        }
    }
    QString encoding;
    const auto text = decodeText(bytes, &encoding);
    if (!text)
        return failed(text.error());
    auto table = parseCsv(*text, options);
    if (!table)
        return failed(table.error());
    table->encoding = encoding;
    return table;
}

QByteArray writeCsv(const QStringList& header, const std::vector<QStringList>& rows, CsvMark mark)
{
    QByteArray bytes;
    if (mark == CsvMark::Utf8ByteOrderMark)
        bytes += "\xEF\xBB\xBF";
    appendRecord(bytes, header);
    for (const QStringList& row : rows)
        appendRecord(bytes, row);
    return bytes;
}

} // namespace chengdan::exchange
