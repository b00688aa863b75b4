// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_table.h"

#include "core/exchange/xlsx_reader.h"

#include <QFile>
#include <QFileInfo>

namespace chengdan::exchange {

namespace {

Result<CsvTable> readWorkbookFile(const QString& path, const TableFileOptions& options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("INPUT_READ");
    if (file.size() > options.xlsx.packedBytes)
        return fail("XLSX_SIZE");
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail("INPUT_READ");
    auto workbook = XlsxWorkbook::open(bytes, options.xlsx);
    if (!workbook)
        return fail(workbook.error());
    const auto sheet = workbook->choose(options.sheet);
    if (!sheet)
        return fail(sheet.error());
    return workbook->table(*sheet);
}

QByteArray firstBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray();
}

} // namespace

bool isWorkbookName(const QString& path)
{
    return path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive)
        || path.endsWith(QStringLiteral(".xlsm"), Qt::CaseInsensitive);
}

Result<CsvTable> readTableFile(const QString& path, const TableFileOptions& options)
{
    const bool isFile = QFileInfo(path).isFile();
    if (!isFile || !(looksLikeWorkbook(firstBytes(path)) || isWorkbookName(path)))
        return readCsvFile(path, options.csv);
    auto table = readWorkbookFile(path, options);
    if (!table) {
        Error error = table.error();
        error.args.append({QStringLiteral("file"), QFileInfo(path).fileName()});
        return fail(std::move(error));
    }
    return table;
}

} // namespace chengdan::exchange
