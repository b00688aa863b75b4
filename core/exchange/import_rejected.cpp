// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_rejected.h"

#include "core/exchange/import_table.h"
#include "core/exchange/xlsx_writer.h"

#include <QSaveFile>

namespace chengdan::exchange {

namespace {

QString reasonOf(const Error& error, Language language)
{
    const QString text = sentence(error, language);
    return error.field.isEmpty() ? text : error.field + QStringLiteral(": ") + text;
}

/// Imports know this header and leave the column out.
QString reasonTitle(Language language)
{
    return language == Language::English ? QStringLiteral("reason") : QStringLiteral("原因");
}

Result<void> writeRejectedWorkbook(
    const QString& path, const QStringList& header, const std::vector<QStringList>& rows)
{
    std::vector<XlsxColumn> columns;
    for (const QString& title : header)
        columns.push_back({title});
    auto writer = XlsxWriter::create(path, header.last(), std::move(columns));
    if (!writer)
        return fail(writer.error());
    for (const QStringList& row : rows) {
        if (auto added = (*writer)->add(row); !added)
            return added;
    }
    return (*writer)->finish();
}

Result<void> writeTable(
    const QString& path, const QStringList& header, const std::vector<QStringList>& rows)
{
    if (isWorkbookName(path))
        return writeRejectedWorkbook(path, header, rows);
    QSaveFile file(path);
    const QByteArray bytes = writeCsv(header, rows);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
    }
    return {};
}

} // namespace

Result<void> writeRejectedRows(const QString& path,
    const QStringList& header,
    const std::vector<std::pair<const CsvRow*, Error>>& rejected,
    Language language)
{
    // A corrected file still has its old reasons; the new ones take their place.
    const bool again = !header.isEmpty()
        && (header.last() == reasonTitle(Language::Chinese)
            || header.last() == reasonTitle(Language::English));
    const qsizetype width = header.size() - (again ? 1 : 0);
    const QStringList titles = header.mid(0, width) + QStringList{reasonTitle(language)};
    std::vector<QStringList> rows;
    for (const auto& [row, error] : rejected) {
        QStringList cells = row->cells.mid(0, width);
        while (cells.size() < width)
            cells += QString();
        QStringList reasons{reasonOf(error, language)};
        for (const Error& further : error.more)
            reasons += reasonOf(further, language);
        cells += reasons.join(QStringLiteral("; "));
        rows.push_back(cells);
    }
    return writeTable(path, titles, rows);
}

Result<void> copyTableFile(const QString& from, const QString& to)
{
    auto table = readTableFile(from);
    if (!table)
        return fail(table.error());
    std::vector<QStringList> rows;
    rows.reserve(table->rows.size());
    for (CsvRow& row : table->rows)
        rows.push_back(std::move(row.cells));
    return writeTable(to, table->header, rows);
}

QString rejectedPathFor(const QString& path)
{
    return path
        + (isWorkbookName(path) ? QStringLiteral(".rejected.xlsx")
                                : QStringLiteral(".rejected.csv"));
}

} // namespace chengdan::exchange
