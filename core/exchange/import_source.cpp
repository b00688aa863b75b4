// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_source.h"

#include "core/exchange/import_table.h"
#include "core/exchange/pasted_preview.h"
#include "core/exchange/xlsx_reader.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace chengdan::exchange {

namespace {

/// A, B … Z, AA, AB: how spreadsheets call their columns.
QString columnLetters(qsizetype at)
{
    constexpr qsizetype kLetters = 26;
    QString letters;
    for (qsizetype rest = at + 1; rest > 0; rest = (rest - 1) / kLetters)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % kLetters)));
    return letters;
}

QStringList distinctTitles(const QStringList& titles, qsizetype columns)
{
    QSet<QString> taken;
    QStringList distinct;
    for (qsizetype i = 0; i < columns; ++i) {
        const QString plain = titles.value(i).trimmed();
        const QString base = plain.isEmpty() ? columnLetters(i) : plain;
        QString title = base;
        for (int copy = 2; taken.contains(title); ++copy)
            title = QStringLiteral("%1 (%2)").arg(base).arg(copy);
        taken.insert(title);
        distinct += title;
    }
    return distinct;
}

bool isBlankRow(const QStringList& row)
{
    return std::all_of(
        row.begin(), row.end(), [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

bool beginsWithNames(const schema::RecordType& type, const PastedTable& pasted)
{
    PastedTable first;
    first.rows.push_back(pasted.rows.front());
    first.columns = pasted.columns;
    return previewPaste(type, first, {}).hasHeader;
}

/// The sheets a person may choose from; a damaged workbook has told so when its table was read.
void nameSheets(const QString& path, const QString& wanted, ImportSource& source)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray bytes = file.readAll();
    auto workbook = XlsxWorkbook::open(bytes);
    const auto chosen = workbook ? workbook->choose(wanted) : Result<std::size_t>(0);
    if (!workbook || !chosen)
        return;
    for (const XlsxSheet& sheet : workbook->sheets()) {
        if (!sheet.hidden)
            source.sheets += sheet.name;
    }
    source.sheet = workbook->sheets()[*chosen].name;
    if (source.sheets.size() < 2)
        source.sheets.clear();
}

} // namespace

Result<ImportSource> readImportSource(const QString& path, const QString& sheet)
{
    TableFileOptions options;
    options.sheet = sheet;
    auto table = readTableFile(path, options);
    if (!table)
        return fail(table.error());
    ImportSource source;
    source.table = std::move(*table);
    if (source.table.encoding == QLatin1String("XLSX"))
        nameSheets(path, sheet, source);
    return source;
}

Result<ImportSource> pastedImportSource(const schema::RecordType& type,
    const PastedTable& pasted,
    const std::vector<ScreenColumn>& screen,
    std::optional<bool> hasHeader)
{
    ImportSource source;
    if (pasted.rows.empty())
        return fail("PASTE_EMPTY");
    source.hasHeader = hasHeader.value_or(beginsWithNames(type, pasted));
    QStringList titles;
    if (source.hasHeader) {
        titles = pasted.rows.front();
    } else {
        for (const ScreenColumn& column : screen)
            titles += column.title;
    }
    source.table.header = distinctTitles(titles, pasted.columns);
    for (std::size_t i = source.hasHeader ? 1 : 0; i < pasted.rows.size(); ++i) {
        if (!isBlankRow(pasted.rows[i]))
            source.table.rows.push_back({static_cast<int>(i) + 1, pasted.rows[i]});
    }
    if (source.table.rows.empty())
        return fail("PASTE_EMPTY");
    return source;
}

} // namespace chengdan::exchange
