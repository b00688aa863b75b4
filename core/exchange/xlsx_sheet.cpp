// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_sheet.h"

namespace chengdan::exchange {

namespace {

/// Gathers the texts of <t> elements, the runs of a rich text joined; readings above Chinese
/// characters (<rPh>) are no part of the text.
class XlsxRuns {
public:
    void clear() { m_text.clear(); }
    void start(QStringView name)
    {
        m_reading += name == QLatin1String("rPh") ? 1 : 0;
        m_inText = m_inText || name == QLatin1String("t");
    }
    void end(QStringView name)
    {
        m_reading -= name == QLatin1String("rPh") ? 1 : 0;
        m_inText = m_inText && name != QLatin1String("t");
    }
    void add(QStringView text)
    {
        if (m_inText && m_reading == 0)
            m_text += text;
    }
    qsizetype size() const { return m_text.size(); }
    QString take() { return xlsxText(std::exchange(m_text, {})); }

private:
    QString m_text;
    int m_reading = 0;
    bool m_inText = false;
};

class XlsxStringsHandler : public XlsxXmlHandler {
public:
    XlsxStringsHandler(const XlsxLimits& limits, std::vector<QString>& strings)
        : m_limits(limits)
        , m_strings(strings)
    {
    }
    Result<void> start(QStringView name, const QXmlStreamAttributes&) override
    {
        if (name == QLatin1String("si"))
            m_runs.clear();
        m_runs.start(name);
        return {};
    }
    Result<void> text(QStringView text) override
    {
        m_runs.add(text);
        if (m_runs.size() > m_limits.cellLength)
            return fail(xlsxLimitError("cell", m_limits.cellLength));
        return {};
    }
    Result<void> end(QStringView name) override
    {
        m_runs.end(name);
        if (name != QLatin1String("si"))
            return {};
        m_characters += m_runs.size();
        if (m_characters > m_limits.sharedCharacters)
            return fail(xlsxLimitError("text", m_limits.sharedCharacters));
        if (m_strings.size() >= static_cast<std::size_t>(m_limits.sharedStrings))
            return fail(xlsxLimitError("strings", m_limits.sharedStrings));
        m_strings.push_back(m_runs.take());
        return {};
    }

private:
    const XlsxLimits& m_limits;
    std::vector<QString>& m_strings;
    XlsxRuns m_runs;
    qint64 m_characters = 0;
};

class XlsxFormatsHandler : public XlsxXmlHandler {
public:
    XlsxFormatsHandler(const XlsxLimits& limits, std::vector<CellFormat>& formats)
        : m_limits(limits)
        , m_formats(formats)
    {
    }
    Result<void> start(QStringView name, const QXmlStreamAttributes& attributes) override
    {
        if (name == QLatin1String("cellXfs")) {
            m_inCellFormats = true;
        } else if (name == QLatin1String("numFmt")) {
            if (m_codes.size() >= m_limits.styles)
                return fail(xlsxLimitError("styles", m_limits.styles));
            m_codes.insert(xlsxAttribute(attributes, "numFmtId").toInt(),
                formatOfCode(xlsxAttribute(attributes, "formatCode")));
        } else if (name == QLatin1String("xf") && m_inCellFormats) {
            if (m_formats.size() >= static_cast<std::size_t>(m_limits.styles))
                return fail(xlsxLimitError("styles", m_limits.styles));
            const int number = xlsxAttribute(attributes, "numFmtId").toInt();
            m_formats.push_back(m_codes.value(number, formatOfNumber(number)));
        }
        return {};
    }
    Result<void> text(QStringView) override { return {}; }
    Result<void> end(QStringView name) override
    {
        if (name == QLatin1String("cellXfs"))
            m_inCellFormats = false;
        return {};
    }

private:
    const XlsxLimits& m_limits;
    std::vector<CellFormat>& m_formats;
    QHash<int, CellFormat> m_codes;
    bool m_inCellFormats = false;
};

class XlsxSheetHandler : public XlsxXmlHandler {
public:
    XlsxSheetHandler(const QString& part, const XlsxLimits& limits, const XlsxShared& shared)
        : m_part(part)
        , m_limits(limits)
        , m_shared(shared)
    {
    }

    std::vector<CsvRow> takeRows() { return std::move(m_rows); }
    bool isDone() const override { return m_done; }

    Result<void> start(QStringView name, const QXmlStreamAttributes& attributes) override
    {
        m_runs.start(name);
        if (name == QLatin1String("sheetData"))
            m_inData = true;
        else if (name == QLatin1String("row") && m_inData)
            return startRow(attributes);
        else if (name == QLatin1String("c") && m_inData)
            return startCell(attributes);
        else if (name == QLatin1String("v"))
            m_inValue = m_inCell;
        return {};
    }

    Result<void> text(QStringView text) override
    {
        if (m_inValue)
            m_value += text;
        else if (m_inCell)
            m_runs.add(text);
        if (m_value.size() > m_limits.cellLength || m_runs.size() > m_limits.cellLength)
            return fail(xlsxLimitError("cell", m_limits.cellLength));
        return {};
    }

    Result<void> end(QStringView name) override
    {
        m_runs.end(name);
        if (name == QLatin1String("v"))
            m_inValue = false;
        else if (name == QLatin1String("c") && m_inCell)
            return endCell();
        else if (name == QLatin1String("row") && m_inData)
            return endRow();
        else if (name == QLatin1String("sheetData"))
            m_done = true;
        return {};
    }

private:
    Result<void> startRow(const QXmlStreamAttributes& attributes)
    {
        const QString given = xlsxAttribute(attributes, "r");
        bool isNumber = true;
        const int number = given.isEmpty() ? m_row.number + 1 : given.toInt(&isNumber);
        if (!isNumber || number < 1)
            return fail(xlsxDamaged(m_part));
        if (number > m_limits.rows)
            return fail(xlsxLimitError("rows", m_limits.rows));
        m_row = CsvRow{number, {}};
        m_column = -1;
        return {};
    }

    Result<void> startCell(const QXmlStreamAttributes& attributes)
    {
        if (m_inCell)
            return fail(xlsxDamaged(m_part));
        const QString reference = xlsxAttribute(attributes, "r");
        m_column = reference.isEmpty() ? m_column + 1 : xlsxColumn(reference).value_or(-1);
        if (m_column < 0)
            return fail(xlsxDamaged(m_part));
        m_type = xlsxAttribute(attributes, "t");
        const auto style = xlsxAttribute(attributes, "s").toULongLong();
        m_format = style < m_shared.formats.size() ? m_shared.formats[style] : CellFormat::Number;
        m_value.clear();
        m_runs.clear();
        m_inCell = true;
        return {};
    }

    Result<void> endCell()
    {
        m_inCell = false;
        m_inValue = false;
        auto cell = cellText();
        if (!cell)
            return fail(cell.error());
        if (cell->isEmpty())
            return {};
        if (m_column >= m_limits.columns)
            return fail(xlsxLimitError("columns", m_limits.columns));
        const qsizetype missing = m_column + 1 - m_row.cells.size();
        if (missing > 0) {
            m_cells += missing;
            if (m_cells > m_limits.cells)
                return fail(xlsxLimitError("cells", m_limits.cells));
            m_row.cells.resize(m_column + 1);
        }
        m_row.cells[m_column] = std::move(*cell);
        return {};
    }

    Result<QString> cellText()
    {
        if (m_type == QLatin1String("s")) {
            if (m_value.isEmpty())
                return QString();
            bool isNumber = false;
            const auto index = m_value.trimmed().toULongLong(&isNumber);
            if (!isNumber || index >= m_shared.strings.size())
                return fail(xlsxDamaged(m_part));
            return m_shared.strings[index];
        }
        if (m_type == QLatin1String("inlineStr"))
            return m_runs.take();
        if (m_type == QLatin1String("str"))
            return xlsxText(m_value);
        if (m_type == QLatin1String("e"))
            return m_value.trimmed();
        if (m_value.isEmpty())
            return QString();
        if (m_type == QLatin1String("b"))
            return m_value.trimmed() == QLatin1String("1") ? QStringLiteral("TRUE")
                                                           : QStringLiteral("FALSE");
        if (m_type == QLatin1String("d"))
            return isoText(m_value.trimmed());
        return numberText();
    }

    static QString isoText(QString text)
    {
        if (text.endsWith(QLatin1Char('Z')))
            text.chop(1);
        const qsizetype time = text.indexOf(QLatin1Char('T'));
        if (time >= 0 && text.mid(time + 1).startsWith(QStringLiteral("00:00:00")))
            return text.left(time);
        return text.replace(QLatin1Char('T'), QLatin1Char(' '));
    }

    QString numberText() const
    {
        std::optional<QString> text;
        if (m_format == CellFormat::Percent) {
            text = plainDecimal(m_value, 2);
            if (text)
                return *text + QLatin1Char('%');
        } else if (m_format != CellFormat::Number) {
            text = serialDate(m_value, m_shared.epoch, m_format);
        }
        if (!text)
            text = plainDecimal(m_value);
        return text.value_or(m_value.trimmed());
    }

    Result<void> endRow()
    {
        if (!m_row.cells.isEmpty())
            m_rows.push_back(CsvRow{m_row.number, std::exchange(m_row.cells, {})});
        return {};
    }

    QString m_part;
    const XlsxLimits& m_limits;
    const XlsxShared& m_shared;
    std::vector<CsvRow> m_rows;
    CsvRow m_row;
    int m_column = -1;
    QString m_type;
    CellFormat m_format = CellFormat::Number;
    QString m_value;
    XlsxRuns m_runs;
    qint64 m_cells = 0;
    bool m_inData = false;
    bool m_inCell = false;
    bool m_inValue = false;
    bool m_done = false;
};

} // namespace

std::optional<int> xlsxColumn(QStringView reference)
{
    constexpr int kMost = 1 << 20;
    int column = 0;
    for (const QChar c : reference) {
        const char16_t letter = c.toUpper().unicode();
        if (letter < u'A' || letter > u'Z' || column > kMost)
            break;
        column = column * 26 + (letter - u'A' + 1);
    }
    return column == 0 ? std::nullopt : std::optional<int>(column - 1);
}

Result<void> readXlsxStrings(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, XlsxShared& shared)
{
    XlsxStringsHandler handler(limits, shared.strings);
    return readXlsxXml(parts, part, handler, limits).map([](bool) {});
}

Result<void> readXlsxFormats(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, XlsxShared& shared)
{
    XlsxFormatsHandler handler(limits, shared.formats);
    return readXlsxXml(parts, part, handler, limits).map([](bool) {});
}

Result<std::vector<CsvRow>> readXlsxSheet(
    XlsxParts& parts, const QString& part, const XlsxLimits& limits, const XlsxShared& shared)
{
    XlsxSheetHandler handler(part, limits, shared);
    const auto read = readXlsxXml(parts, part, handler, limits);
    if (!read)
        return fail(read.error());
    if (!*read)
        return fail(xlsxDamaged(part));
    return handler.takeRows();
}

} // namespace chengdan::exchange
