// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_lines_model.h"

#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QBrush>

#include <algorithm>

namespace chengdan::ui {

void QuoteLinesModel::setLines(std::vector<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_priced.clear();
    ++m_loads;
    endResetModel();
}

void QuoteLinesModel::setEditable(bool editable)
{
    if (editable == m_editable)
        return;
    beginResetModel();
    m_editable = editable;
    endResetModel();
}

void QuoteLinesModel::setPriced(const quoting::PricedQuote& priced)
{
    m_priced = priced.lines;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const quoting::QuotedLine* QuoteLinesModel::priced(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_priced.size()
        ? &m_priced[static_cast<std::size_t>(row)]
        : nullptr;
}

void QuoteLinesModel::setItem(int row, const LineItem& item)
{
    if (row < 0 || row > static_cast<int>(m_lines.size()))
        return;
    if (isEntryRow(row)) {
        beginInsertRows({}, row + 1, row + 1);
        m_lines.emplace_back();
        m_lines.back().draft.qty = Quantity::fromWhole(1);
        endInsertRows();
    }
    Line& line = m_lines[static_cast<std::size_t>(row)];
    if (line.item && line.item->id == item.id)
        return;
    line.item = item;
    line.draft.item = item.id;
    line.draft.uid.reset();
    line.draft.uom.clear();
    line.draft.price.reset(); // a price typed for another item means nothing here
    if (static_cast<std::size_t>(row) < m_priced.size())
        m_priced[static_cast<std::size_t>(row)] = {};
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT edited();
}

void QuoteLinesModel::addLines(std::vector<Line> lines)
{
    if (lines.empty() || !m_editable)
        return;
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    std::move(lines.begin(), lines.end(), std::back_inserter(m_lines));
    endInsertRows();
    Q_EMIT edited();
}

std::vector<QuoteLinesModel::PlacedLine> QuoteLinesModel::takePasted(int paste)
{
    std::vector<PlacedLine> taken;
    if (!m_editable)
        return taken;
    for (int row = static_cast<int>(m_lines.size()) - 1; row >= 0; --row) {
        const auto at = static_cast<std::size_t>(row);
        if (m_lines[at].paste != paste)
            continue;
        beginRemoveRows({}, row, row);
        taken.push_back({row, std::move(m_lines[at])});
        m_lines.erase(m_lines.begin() + row);
        if (at < m_priced.size())
            m_priced.erase(m_priced.begin() + row);
        endRemoveRows();
    }
    std::reverse(taken.begin(), taken.end());
    if (!taken.empty())
        Q_EMIT edited();
    return taken;
}

void QuoteLinesModel::putBack(const std::vector<PlacedLine>& lines)
{
    if (lines.empty() || !m_editable)
        return;
    for (const PlacedLine& placed : lines) {
        const int row = std::min(placed.row, static_cast<int>(m_lines.size()));
        beginInsertRows({}, row, row);
        m_lines.insert(m_lines.begin() + row, placed.line);
        if (static_cast<std::size_t>(row) < m_priced.size())
            m_priced.insert(m_priced.begin() + row, quoting::QuotedLine());
        endInsertRows();
    }
    Q_EMIT edited();
}

void QuoteLinesModel::setTiers(int row, std::vector<quoting::DraftTier> tiers)
{
    if (row < 0 || isEntryRow(row))
        return;
    m_lines[static_cast<std::size_t>(row)].draft.tiers = std::move(tiers);
    Q_EMIT edited();
}

void QuoteLinesModel::removeLine(int row)
{
    if (row < 0 || isEntryRow(row))
        return;
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    if (static_cast<std::size_t>(row) < m_priced.size())
        m_priced.erase(m_priced.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

int QuoteLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size()) + (m_editable ? 1 : 0);
}

int QuoteLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QString QuoteLinesModel::text(
    const Line& line, const quoting::QuotedLine* priced, Column column) const
{
    const quoting::PricedQuantity* own = priced != nullptr ? &priced->own : nullptr;
    switch (column) {
    case Column::Item:
        return line.item ? line.item->code : QString();
    case Column::Name:
        return line.item ? (line.item->name + QStringLiteral("  ") + line.item->spec).trimmed()
                         : line.draft.name;
    case Column::Quantity:
        return quantityText(line.draft.qty);
    case Column::Unit:
        return !line.draft.uom.isEmpty() ? line.draft.uom : line.item ? line.item->uom : QString();
    case Column::Cost:
        return own != nullptr && own->c4 && m_costVisible ? unitCostText(*own->c4, 4) : noValue();
    case Column::Guide:
        return own != nullptr && own->guide ? unitPriceText(*own->guide, m_decimals) : noValue();
    case Column::Depth:
        return own != nullptr && own->depth ? rateText(*own->depth) : noValue();
    case Column::Price:
        return own != nullptr && own->price ? unitPriceText(*own->price, m_decimals) : noValue();
    case Column::Amount:
        return own != nullptr && own->price ? fenText(priced->total.amount) : noValue();
    case Column::Margin:
        return own != nullptr && own->margin && m_costVisible ? rateText(*own->margin) : noValue();
    case Column::Count:
        break;
    }
    return {};
}

QVariant QuoteLinesModel::raw(
    const Line& line, const quoting::QuotedLine* priced, Column column) const
{
    switch (column) {
    case Column::Item:
        return line.item ? line.item->code : QString();
    case Column::Quantity:
        return line.draft.qty.raw();
    case Column::Price:
        if (line.draft.price)
            return line.draft.price->raw();
        return priced != nullptr && priced->own.price ? QVariant(priced->own.price->raw())
                                                      : QVariant();
    default:
        return {};
    }
}

QVariant QuoteLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool words =
            column == Column::Item || column == Column::Name || column == Column::Unit;
        return int((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (isEntryRow(index.row())) {
        if (role == Qt::DisplayRole && column == Column::Item)
            return tr("Item code or name …");
        if (role == Qt::ForegroundRole)
            return QBrush(themeColor(Token::Text3));
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const quoting::QuotedLine* result = priced(index.row());
    const bool below = result != nullptr && result->own.belowFloor;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, result, column);
    case Qt::EditRole:
    case RawRole:
        return raw(line, result, column);
    case ProblemRole:
        return below || (result != nullptr && !result->own.errors.empty());
    case Qt::BackgroundRole:
        return below ? QVariant(QBrush(themeColor(Token::DangerSoft))) : QVariant();
    case Qt::ForegroundRole:
        if (below && (column == Column::Price || column == Column::Margin))
            return QBrush(themeColor(Token::Danger));
        if (column == Column::Cost || column == Column::Unit || column == Column::Guide)
            return QBrush(themeColor(Token::Text2));
        return {};
    default:
        return {};
    }
}

bool QuoteLinesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || isEntryRow(index.row()))
        return false;
    quoting::DraftLine& draft = m_lines[static_cast<std::size_t>(index.row())].draft;
    switch (static_cast<Column>(index.column())) {
    case Column::Quantity:
        if (!value.isValid() || draft.qty.raw() == value.toLongLong())
            return false;
        draft.qty = Quantity::fromRaw(value.toLongLong());
        break;
    case Column::Price: {
        const auto price = value.isValid() ? std::optional(UnitPrice::fromRaw(value.toLongLong()))
                                           : std::optional<UnitPrice>();
        const auto* result = priced(index.row());
        const bool asShown =
            price && !draft.price && result != nullptr && result->own.price == price;
        if (asShown || price == draft.price)
            return false;
        draft.price = price; // emptied: it follows the guide price again
        break;
    }
    default:
        return false;
    }
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

QVariant QuoteLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && !isEntryRow(section) ? QVariant(section + 1) : QVariant();
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool words =
            column == Column::Item || column == Column::Name || column == Column::Unit;
        return int((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Item:
        return tr("Item");
    case Column::Name:
        return tr("Name and specification");
    case Column::Quantity:
        return tr("Quantity");
    case Column::Unit:
        return tr("Unit");
    case Column::Cost:
        return tr("Cost");
    case Column::Guide:
        return tr("Guide price");
    case Column::Depth:
        return tr("Discount");
    case Column::Price:
        return tr("Price");
    case Column::Amount:
        return tr("Net amount");
    case Column::Margin:
        return tr("Margin");
    case Column::Count:
        break;
    }
    return {};
}

Qt::ItemFlags QuoteLinesModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!m_editable)
        return flags;
    const auto column = static_cast<Column>(index.column());
    const bool typed = column == Column::Quantity || column == Column::Price;
    if (column == Column::Item || (typed && !isEntryRow(index.row())))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace chengdan::ui
