// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_paste.h"

#include "core/exchange/import_cells.h"
#include "core/exchange/pasted_table.h"
#include "ui/shared/format.h"

namespace chengdan::ui {

namespace {

constexpr qsizetype kPastedLinesMost = 2000;

enum PastedColumn { PastedCode, PastedQuantity, PastedPrice };

// A number as people type it; nothing for a cell that holds none.
template <typename Number>
std::optional<Number> pastedNumber(const QString& cell)
{
    const auto plain = plainNumber(cell);
    const auto number = plain ? Number::parse(*plain) : Result<Number>(fail(plain.error()));
    return number ? std::optional(*number) : std::nullopt;
}

bool isNamesRow(const QStringList& row, bool known)
{
    const QString second = exchange::cleanCell(row.value(PastedQuantity));
    return !known && !second.isEmpty() && !pastedNumber<Quantity>(second);
}

} // namespace

Result<PastedLines> pastedQuoteLines(
    const QString& text, const std::function<std::optional<LineItem>(const QString& code)>& find)
{
    exchange::PasteLimits limits;
    limits.rows = kPastedLinesMost;
    const auto table = exchange::parsePastedTable(text, limits);
    if (!table)
        return fail(table.error());
    PastedLines pasted;
    for (const QStringList& row : table->rows) {
        const QString code = exchange::cleanCell(row.value(PastedCode));
        if (code.isEmpty())
            continue;
        QuoteLinesModel::Line line;
        line.item = find(code);
        if (&row == &table->rows.front() && isNamesRow(row, line.item.has_value()))
            continue;
        if (line.item)
            line.draft.item = line.item->id;
        else
            line.draft.name = code;
        if (!line.item)
            pasted.unknown += code;
        line.draft.qty = Quantity::fromWhole(1);
        if (const QString cell = exchange::cleanCell(row.value(PastedQuantity)); !cell.isEmpty()) {
            const auto quantity = pastedNumber<Quantity>(cell);
            if (quantity && *quantity > Quantity())
                line.draft.qty = *quantity;
            else
                pasted.unread += cell;
        }
        if (const QString cell = exchange::cleanCell(row.value(PastedPrice)); !cell.isEmpty()) {
            line.draft.price = pastedNumber<UnitPrice>(cell);
            if (!line.draft.price)
                pasted.unread += cell;
        }
        pasted.lines.push_back(std::move(line));
    }
    if (pasted.lines.empty())
        return fail("PASTE_EMPTY");
    return pasted;
}

} // namespace chengdan::ui
