// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_writer.h"

#include "core/base/file_rename.h"
#include "core/base/fixed.h"
#include "core/base/lazy_library.h"

#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTime>

#include <xlsxwriter.h>

#include <algorithm>
#include <map>

namespace chengdan::exchange {

namespace {

constexpr int kMostRows = 1'048'576;
constexpr std::size_t kRowsThatSetWidths = 200;
constexpr int kLongestCell = 32'767; // what a spreadsheet opens

/// Columns of Chinese text are twice as wide as their characters.
int widthOf(const QString& text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.unicode() < 0x1100 ? 1 : 2;
    return width;
}

/// A sheet's name holds at most 31 characters and none of []:*?/\ .
QString sheetName(QString name)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\']"));
    name = name.remove(forbidden).left(31).trimmed();
    return name.isEmpty() ? QStringLiteral("Sheet1") : name;
}

/// Whether a spreadsheet, which keeps 15 digits, shows this decimal text unchanged.
bool isExactInSpreadsheet(const QString& text)
{
    static const QRegularExpression decimal(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
    if (!decimal.match(text).hasMatch())
        return false;
    QString digits = text;
    digits.remove(QLatin1Char('-')).remove(QLatin1Char('.'));
    const auto first =
        std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != QLatin1Char('0'); });
    return digits.end() - first <= 15;
}

std::optional<lxw_datetime> dateTime(const QString& text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid() || date.year() < 1900 || date.year() > 9999
        || date < QDate(1900, 3, 1)) // the calendar of spreadsheets is right from then on
        return std::nullopt;
    lxw_datetime at{date.year(), date.month(), date.day(), 0, 0, 0};
    if (text.size() > 10) {
        const QTime time = QTime::fromString(text.mid(11), Qt::ISODate);
        if (!time.isValid())
            return std::nullopt;
        at.hour = time.hour();
        at.min = time.minute();
        at.sec = time.second();
    }
    return at;
}

/// "13%" as the 0.13 a spreadsheet keeps; any other text as it stands.
QString fractionText(const QString& text)
{
    if (!text.endsWith(QLatin1Char('%')))
        return text;
    const auto rate = rateFromPercent(QStringView(text).chopped(1));
    return rate ? formatDecimal(rate->raw(), Rate::kDecimals, 0) : text;
}

QString numberFormat(const XlsxColumn& column)
{
    if (column.kind == XlsxColumn::Kind::Percent)
        return QStringLiteral("0.######%");
    if (column.decimals < 0)
        return QStringLiteral("#,##0.########");
    if (column.decimals == 0)
        return QStringLiteral("0");
    return QStringLiteral("#,##0.") + QString(column.decimals, QLatin1Char('0'));
}

// Loaded with the first workbook that is written.
struct XlsxCalls {
    LazyLibrary library{CHENGDAN_XLSXWRITER_LIBRARY};
    decltype(&workbook_new_opt) newWorkbook =
        library.find<decltype(&workbook_new_opt)>("workbook_new_opt");
    decltype(&workbook_close) close = library.find<decltype(&workbook_close)>("workbook_close");
    decltype(&workbook_add_worksheet) addWorksheet =
        library.find<decltype(&workbook_add_worksheet)>("workbook_add_worksheet");
    decltype(&workbook_add_format) addFormat =
        library.find<decltype(&workbook_add_format)>("workbook_add_format");
    decltype(&format_set_bold) setBold =
        library.find<decltype(&format_set_bold)>("format_set_bold");
    decltype(&format_set_num_format) setNumberFormat =
        library.find<decltype(&format_set_num_format)>("format_set_num_format");
    decltype(&lxw_strerror) errorText = library.find<decltype(&lxw_strerror)>("lxw_strerror");
    decltype(&worksheet_autofilter) autofilter =
        library.find<decltype(&worksheet_autofilter)>("worksheet_autofilter");
    decltype(&worksheet_freeze_panes) freezePanes =
        library.find<decltype(&worksheet_freeze_panes)>("worksheet_freeze_panes");
    decltype(&worksheet_set_column) setColumn =
        library.find<decltype(&worksheet_set_column)>("worksheet_set_column");
    decltype(&worksheet_write_datetime) writeDateTime =
        library.find<decltype(&worksheet_write_datetime)>("worksheet_write_datetime");
    decltype(&worksheet_write_number) writeNumber =
        library.find<decltype(&worksheet_write_number)>("worksheet_write_number");
    decltype(&worksheet_write_string) writeString =
        library.find<decltype(&worksheet_write_string)>("worksheet_write_string");
};

const XlsxCalls& xlsxCalls()
{
    static const XlsxCalls calls;
    return calls;
}

} // namespace

/// The library's workbook over a temporary file beside the one that will be.
class XlsxWriter::Sheet {
public:
    Sheet(QString path, QString sheet, std::vector<XlsxColumn> columns)
        : m_path(std::move(path))
        , m_name(sheetName(std::move(sheet)))
        , m_columns(std::move(columns))
        , m_file(m_path + QStringLiteral(".XXXXXX"))
    {
    }
    ~Sheet()
    {
        if (m_workbook != nullptr)
            xlsxCalls().close(m_workbook); // the one way to free it; the file is removed after
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    Result<void> open()
    {
        if (auto ready = xlsxCalls().library.ready(); !ready)
            return ready;
        if (QFileInfo(m_path).isDir() || !m_file.open())
            return fail(writeError(m_file.errorString()));
        m_file.close();
        const QByteArray name = QFile::encodeName(m_file.fileName());
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_workbook = xlsxCalls().newWorkbook(name.constData(), &options);
        if (m_workbook == nullptr)
            return fail(writeError({}));
        m_sheet = xlsxCalls().addWorksheet(m_workbook, m_name.toUtf8().constData());
        if (m_sheet == nullptr)
            return fail(writeError({}));
        return {};
    }

    Result<void> add(const QStringList& cells)
    {
        if (m_rows + 1 >= kMostRows)
            return fail("XLSX_ROWS",
                {},
                {{QStringLiteral("file"), QFileInfo(m_path).fileName()},
                    {QStringLiteral("limit"), QString::number(kMostRows)}});
        ++m_rows;
        m_held.push_back(cells);
        if (m_held.size() >= kRowsThatSetWidths)
            writeHeld();
        return {};
    }

    Result<void> finish()
    {
        writeHeld();
        if (!m_columns.empty()) {
            xlsxCalls().autofilter(m_sheet,
                0,
                0,
                static_cast<lxw_row_t>(m_rows),
                static_cast<lxw_col_t>(m_columns.size() - 1));
        }
        const lxw_error closed = xlsxCalls().close(m_workbook);
        m_workbook = nullptr;
        if (closed != LXW_NO_ERROR)
            return fail(writeError(QString::fromUtf8(xlsxCalls().errorText(closed))));
        const QString written = m_file.fileName();
        QFile::setPermissions(written, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        if (auto placed = renameFile(written, m_path); !placed)
            return placed;
        m_file.setAutoRemove(false);
        return {};
    }

private:
    Error writeError(const QString& reason) const
    {
        return Error::make("FILE_WRITE",
            {},
            {{QStringLiteral("path"), m_path}, {QStringLiteral("reason"), reason}});
    }

    lxw_format* format(const QString& code)
    {
        lxw_format*& known = m_formats[code];
        if (known == nullptr) {
            known = xlsxCalls().addFormat(m_workbook);
            xlsxCalls().setNumberFormat(known, code.toUtf8().constData());
        }
        return known;
    }

    void writeHeader()
    {
        lxw_format* bold = xlsxCalls().addFormat(m_workbook);
        xlsxCalls().setBold(bold);
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            int width = m_columns[i].width;
            if (width == 0) {
                width = widthOf(m_columns[i].title) + 3; // room for the filter's arrow
                for (const QStringList& row : m_held) {
                    if (row.size() > static_cast<qsizetype>(i))
                        width = std::max(width, widthOf(row[static_cast<qsizetype>(i)]) + 2);
                }
            }
            xlsxCalls().setColumn(m_sheet, column, column, std::clamp(width, 8, 60), nullptr);
            xlsxCalls().writeString(
                m_sheet, 0, column, m_columns[i].title.toUtf8().constData(), bold);
        }
        xlsxCalls().freezePanes(m_sheet, 1, 0);
    }

    void writeHeld()
    {
        if (!std::exchange(m_headerWritten, true))
            writeHeader();
        for (const QStringList& row : m_held) {
            ++m_written;
            const auto count =
                std::min<std::size_t>(m_columns.size(), static_cast<std::size_t>(row.size()));
            for (std::size_t i = 0; i < count; ++i)
                writeCell(static_cast<lxw_col_t>(i), m_columns[i], row[static_cast<qsizetype>(i)]);
        }
        m_held.clear();
    }

    void writeCell(lxw_col_t at, const XlsxColumn& column, const QString& text)
    {
        using Kind = XlsxColumn::Kind;
        const auto row = static_cast<lxw_row_t>(m_written);
        if (text.isEmpty())
            return;
        const bool isNumber = column.kind == Kind::Number || column.kind == Kind::Percent;
        const QString number = column.kind == Kind::Percent ? fractionText(text) : text;
        if (isNumber && isExactInSpreadsheet(number)) {
            // The library takes binary fractions; 15 digits survive them exactly.
            xlsxCalls().writeNumber(
                m_sheet, row, at, number.toDouble(), format(numberFormat(column)));
            return;
        }
        const bool isDate = column.kind == Kind::Date || column.kind == Kind::DateTime;
        if (auto when = isDate ? dateTime(text) : std::nullopt) {
            xlsxCalls().writeDateTime(m_sheet,
                row,
                at,
                &*when,
                format(column.kind == Kind::Date ? QStringLiteral("yyyy\\-mm\\-dd")
                                                 : QStringLiteral("yyyy\\-mm\\-dd hh:mm:ss")));
            return;
        }
        xlsxCalls().writeString(
            m_sheet, row, at, text.left(kLongestCell).toUtf8().constData(), nullptr);
    }

    QString m_path;
    QString m_name;
    std::vector<XlsxColumn> m_columns;
    QTemporaryFile m_file;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    std::map<QString, lxw_format*> m_formats;
    std::vector<QStringList> m_held; ///< until the widths are known
    bool m_headerWritten = false;
    int m_rows = 0;
    int m_written = 0;
};

XlsxWriter::XlsxWriter() = default;
XlsxWriter::~XlsxWriter() = default;

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(
    const QString& path, const QString& sheet, std::vector<XlsxColumn> columns)
{
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter);
    writer->m_sheet = std::make_unique<Sheet>(path, sheet, std::move(columns));
    if (auto opened = writer->m_sheet->open(); !opened)
        return fail(opened.error());
    return writer;
}

Result<void> XlsxWriter::add(const QStringList& cells)
{
    return m_sheet->add(cells);
}

Result<void> XlsxWriter::finish()
{
    return m_sheet->finish();
}

} // namespace chengdan::exchange
