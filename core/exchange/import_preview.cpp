// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_preview.h"

#include "core/exchange/import_cells.h"

namespace chengdan::exchange {

namespace {

Currency previewCurrency(
    const CsvRow& row, const std::vector<ImportTarget>& targets, const Currency& base)
{
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const schema::Column* column = targets[i].column;
        if (column != nullptr && column->type == schema::ColumnType::Currency)
            return Currency::parse(cleanCell(row.cells.value(static_cast<qsizetype>(i))).toUpper())
                .value_or(base);
    }
    return base;
}

QString understoodCell(const ImportTarget& target,
    const QString& cell,
    const Currency& currency,
    const QByteArray& timeZone)
{
    const bool value =
        target.kind == ImportTarget::Kind::Column || target.kind == ImportTarget::Kind::Added;
    const QString cleaned = cleanCell(cell);
    if (!value || cleaned.isEmpty() || target.column->references != nullptr)
        return cleaned;
    const Currency own = target.kind == ImportTarget::Kind::Added ? Currency() : currency;
    const auto read = cellValue(*target.column, cleaned, own, timeZone);
    return read ? shownCell(*target.column, *read, own, timeZone) : cleaned;
}

} // namespace

QStringList understoodCells(const CsvRow& row,
    const std::vector<ImportTarget>& targets,
    Currency base,
    const QByteArray& timeZone)
{
    const Currency currency = previewCurrency(row, targets, base);
    QStringList cells;
    for (std::size_t i = 0; i < targets.size(); ++i)
        cells += understoodCell(
            targets[i], row.cells.value(static_cast<qsizetype>(i)), currency, timeZone);
    return cells;
}

} // namespace chengdan::exchange
