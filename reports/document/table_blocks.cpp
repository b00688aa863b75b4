// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/piece_builder.h"

#include <algorithm>
#include <numeric>

namespace chengdan::reports {

namespace {

constexpr qreal kCellPadX = dotsFromMillimetres(1.4);
constexpr qreal kCellPadY = dotsFromMillimetres(1.1);
/// A Share column narrower than this is unreadable; the table goes to smaller type first.
constexpr qreal kLeastShare = dotsFromMillimetres(24);
constexpr qreal kTableSizes[] = {9, 8.5, 8, 7.5, 7, 6.5, 6};

TextStyle cellStyle(TextRole role, qreal points)
{
    switch (role) {
    case TextRole::Strong:
        return {points, true, Ink::Text};
    case TextRole::Secondary:
        return {points - 1, false, Ink::Muted};
    default:
        return {points, false, Ink::Text};
    }
}

qreal widestText(const Table& table, size_t column, const TextSetter& setter, qreal points)
{
    qreal widest = setter.width(table.columns[column].header, cellStyle(TextRole::Strong, points));
    for (const Row& row : table.rows) {
        if (column >= row.cells.size())
            continue;
        for (const Paragraph& paragraph : row.cells[column]) {
            for (const QString& line : paragraph.text.split(QLatin1Char('\n')))
                widest = std::max(widest, setter.width(line, cellStyle(paragraph.role, points)));
        }
    }
    return widest;
}

struct ColumnPlan {
    qreal points = 0;
    std::vector<qreal> widths;
    bool comfortable = false;
};

ColumnPlan planColumns(const Table& table, const TextSetter& setter, qreal points)
{
    ColumnPlan plan{points, std::vector<qreal>(table.columns.size(), 0), true};
    int shares = 0;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].width == ColumnWidth::Share)
            shares += table.columns[i].share;
        else
            plan.widths[i] = widestText(table, i, setter, points) + 2 * kCellPadX;
    }
    const qreal fixed = std::accumulate(plan.widths.begin(), plan.widths.end(), 0.0);
    const qreal left = kContentWidth - fixed;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].width != ColumnWidth::Share)
            continue;
        plan.widths[i] = std::max(0.0, left * table.columns[i].share / shares);
        plan.comfortable = plan.comfortable && plan.widths[i] >= kLeastShare;
    }
    if (shares == 0) {
        plan.comfortable = left >= 0;
        if (left > 0 && !plan.widths.empty())
            plan.widths.back() += left;
    }
    return plan;
}

// The largest type in which every number stands on one line. Where even the smallest is too wide,
// all columns shrink together and the numbers are wrapped too.
ColumnPlan bestColumns(const Table& table, const TextSetter& setter)
{
    ColumnPlan plan;
    for (const qreal points : kTableSizes) {
        plan = planColumns(table, setter, points);
        if (plan.comfortable)
            return plan;
    }
    qreal total = 0;
    for (qreal& width : plan.widths) {
        width = std::max(width, kLeastShare / 2);
        total += width;
    }
    for (qreal& width : plan.widths)
        width *= kContentWidth / total;
    return plan;
}

void addGrid(LooseBlock& block, const ColumnPlan& plan)
{
    qreal x = 0;
    block.addVertical(x, 0, block.height, kThinRule);
    for (const qreal width : plan.widths) {
        x += width;
        block.addVertical(x, 0, block.height, kThinRule);
    }
}

// A row's cut is a height no text line of any cell runs across.
std::vector<qreal> commonCuts(std::vector<QPair<qreal, qreal>> lines)
{
    std::sort(lines.begin(), lines.end());
    std::vector<qreal> cuts;
    qreal reached = 0;
    for (const auto& [top, bottom] : lines) {
        if (reached > 0 && top >= reached - 0.5)
            cuts.push_back(top);
        reached = std::max(reached, bottom);
    }
    return cuts;
}

LooseBlock rowBlock(
    const Table& table, const Row& row, const ColumnPlan& plan, const TextSetter& setter)
{
    LooseBlock block;
    qreal x = 0;
    qreal bottom = kCellPadY + TextSetter::lineHeight(cellStyle(TextRole::Normal, plan.points));
    std::vector<QPair<qreal, qreal>> lines;
    for (size_t i = 0; i < plan.widths.size(); ++i) {
        const qreal width = plan.widths[i] - 2 * kCellPadX;
        qreal y = kCellPadY;
        for (const Paragraph& paragraph : i < row.cells.size() ? row.cells[i] : Cell()) {
            const TextStyle style = cellStyle(paragraph.role, plan.points);
            // A Content column was measured with this text: rounding must not wrap it.
            const QStringList wrapped = setter.wrap(paragraph.text, style, width + 1);
            for (qsizetype line = 0; line < wrapped.size(); ++line) {
                const qreal top = y + qreal(line) * TextSetter::lineHeight(style);
                lines.emplace_back(top, top + TextSetter::lineHeight(style));
            }
            y = block.addLines(
                setter, wrapped, style, table.columns[i].align, x + kCellPadX, width, y);
        }
        bottom = std::max(bottom, y);
        x += plan.widths[i];
    }
    block.height = bottom + kCellPadY;
    block.cuts = commonCuts(std::move(lines));
    addGrid(block, plan);
    return block;
}

LooseBlock headerBlock(const Table& table, const ColumnPlan& plan, const TextSetter& setter)
{
    const TextStyle style{plan.points, true, Ink::Accent};
    LooseBlock block;
    block.kind = PieceKind::TableHeader;
    block.height = 2 * kCellPadY * 1.3 + TextSetter::lineHeight(style);
    block.fills.push_back(Fill{QRectF(0, 0, kContentWidth, block.height), Ink::HeadingFill});
    qreal x = 0;
    for (size_t i = 0; i < plan.widths.size(); ++i) {
        const Column& column = table.columns[i];
        block.texts.push_back(setter.place(column.header,
            style,
            column.align,
            x + kCellPadX,
            plan.widths[i] - 2 * kCellPadX,
            kCellPadY * 1.3));
        x += plan.widths[i];
    }
    addGrid(block, plan);
    block.addHorizontal(0, kContentWidth, 0, kThinRule);
    block.addHorizontal(0, kContentWidth, block.height, kThinRule);
    return block;
}

LooseBlock emptyRowBlock(const QString& text, qreal points, const TextSetter& setter)
{
    LooseBlock block;
    const TextStyle style{points, false, Ink::Muted};
    block.height = 4 * kCellPadY + TextSetter::lineHeight(style);
    block.addLines(setter, {text}, style, Align::Center, 0, kContentWidth, 2 * kCellPadY);
    block.addVertical(0, 0, block.height, kThinRule);
    block.addVertical(kContentWidth, 0, block.height, kThinRule);
    return block;
}

} // namespace

TableBlocks tableBlocks(const Table& table, const TextSetter& setter)
{
    if (table.columns.empty())
        return {};
    const ColumnPlan plan = bestColumns(table, setter);
    TableBlocks blocks{headerBlock(table, plan, setter), {}};
    for (const Row& row : table.rows)
        blocks.rows.push_back(rowBlock(table, row, plan, setter));
    if (blocks.rows.empty())
        blocks.rows.push_back(emptyRowBlock(table.emptyText, plan.points, setter));
    for (size_t i = 0; i < blocks.rows.size(); ++i) {
        blocks.rows[i].kind = PieceKind::Row;
        blocks.rows[i].index = static_cast<int>(i);
    }
    return blocks;
}

} // namespace chengdan::reports
