// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>

namespace chengdan::exchange {

namespace {

constexpr QChar kQuote = QLatin1Char('"');

QList<QPair<QString, QString>> atRow(int row)
{
    return {{QStringLiteral("row"), QString::number(row)}};
}

/// Cuts text into records; one object per file.
class CsvCutter {
public:
    CsvCutter(QStringView text, QChar delimiter, const CsvOptions& options)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_options(options)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// The next record; one without cells for a blank line.
    Result<CsvRow> next()
    {
        CsvRow row;
        row.number = ++m_number;
        if (endOfLine())
            return row;
        row.cells.reserve(m_width);
        while (true) {
            QString cell;
            if (!atEnd() && m_text[m_at] == kQuote) {
                const auto quoted = readQuoted(row.number);
                if (!quoted)
                    return fail(quoted.error());
                cell = *quoted;
            } else {
                const qsizetype start = m_at;
                while (!atEnd() && m_text[m_at] != m_delimiter && !isBreak(m_text[m_at]))
                    ++m_at;
                cell = m_text.mid(start, m_at - start).toString();
            }
            if (cell.size() > m_options.maxCellLength || row.cells.size() >= m_options.maxColumns)
                return fail("CSV_LIMIT", {}, atRow(row.number));
            row.cells.append(std::move(cell));
            if (endOfLine()) {
                m_width = row.cells.size();
                return row;
            }
            ++m_at; // the delimiter: readQuoted and the loop above stop nowhere else
        }
    }

private:
    static bool isBreak(QChar c) { return c == QLatin1Char('\n') || c == QLatin1Char('\r'); }

    /// Steps over a line break; the end of the text is one too.
    bool endOfLine()
    {
        if (atEnd())
            return true;
        if (!isBreak(m_text[m_at]))
            return false;
        if (m_text[m_at] == QLatin1Char('\r') && m_at + 1 < m_text.size()
            && m_text[m_at + 1] == QLatin1Char('\n'))
            ++m_at;
        ++m_at;
        return true;
    }

    Result<QString> readQuoted(int row)
    {
        QString cell;
        ++m_at;
        while (true) {
            const qsizetype start = m_at;
            while (!atEnd() && m_text[m_at] != kQuote)
                ++m_at;
            if (atEnd())
                return fail("CSV_UNTERMINATED", {}, atRow(row));
            cell += m_text.mid(start, m_at - start);
            ++m_at;
            if (atEnd() || m_text[m_at] != kQuote)
                break;
            cell += kQuote;
            ++m_at;
        }
        if (!atEnd() && m_text[m_at] != m_delimiter && !isBreak(m_text[m_at]))
            return fail("CSV_QUOTE", {}, atRow(row));
        return cell;
    }

    QStringView m_text;
    QChar m_delimiter;
    const CsvOptions& m_options;
    qsizetype m_at = 0;
    int m_number = 0;
    qsizetype m_width = 0; ///< cells of the record before
};

/// A header's cell without blanks around it; a byte order mark behind an empty line is one too.
QString headerName(const QString& cell)
{
    QString name = cell.trimmed();
    while (name.startsWith(QChar(0xFEFF)))
        name = name.mid(1).trimmed();
    return name;
}

QChar detectDelimiter(QStringView text)
{
    const std::array<QChar, 3> candidates{QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t')};
    std::array<int, 3> counts{};
    bool quoted = false;
    bool any = false;
    for (const QChar c : text) {
        if (c == kQuote)
            quoted = !quoted;
        if (!quoted && (c == QLatin1Char('\n') || c == QLatin1Char('\r'))) {
            if (any)
                break;
            continue;
        }
        any = true;
        for (std::size_t i = 0; i < candidates.size() && !quoted; ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<std::size_t>(most - counts.begin())];
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

} // namespace

Result<CsvTable> parseCsv(QStringView text, const CsvOptions& options)
{
    if (text.startsWith(QChar(0xFEFF)))
        text = text.mid(1);
    const QChar delimiter = options.delimiter.isNull() ? detectDelimiter(text) : options.delimiter;
    CsvCutter cutter(text, delimiter, options);
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
            return fail("CSV_LIMIT", {}, atRow(row->number));
        if (table.header.isEmpty()) {
            QSet<QString> seen;
            for (const QString& cell : row->cells) {
                const QString name = headerName(cell);
                if (!name.isEmpty() && seen.contains(name)) {
                    auto args = atRow(row->number);
                    args.append({QStringLiteral("column"), name.left(60)});
                    return fail("CSV_HEADER_TWICE", name, args);
                }
                seen.insert(name);
                table.header.append(name);
            }
            continue;
        }
        if (table.rows.size() >= static_cast<std::size_t>(options.maxRows))
            return fail("CSV_LIMIT", {}, atRow(row->number));
        table.rows.push_back(std::move(*row));
    }
    const bool named = std::any_of(table.header.begin(),
        table.header.end(),
        [](const QString& name) { return !name.isEmpty(); });
    if (!named)
        return fail("CSV_EMPTY");
    return table;
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
        return failed(Error::make("CSV_LIMIT", {}, atRow(1)));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failed(Error::make("INPUT_READ"));
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
