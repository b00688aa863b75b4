// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of a grouped list: where they stand, what they say, folding.
#include "ui/shared/format.h"
#include "ui/shared/windowed_model.h"

#include <algorithm>

namespace chengdan::ui {

void WindowedModel::layGroups()
{
    m_headingRows.clear();
    if (m_groups.empty())
        return;
    int row = 0;
    for (const Group& group : m_groups) {
        m_headingRows.push_back(row);
        row += 1 + (group.folded ? 0 : int(group.count));
    }
    m_headingRows.push_back(row);
}

WindowedModel::Place WindowedModel::placeOf(int row) const
{
    if (m_groups.empty())
        return {0, std::size_t(row)};
    const auto after = std::upper_bound(m_headingRows.begin(), m_headingRows.end() - 1, row);
    const auto group = std::size_t(after - m_headingRows.begin()) - 1;
    const int below = row - m_headingRows[group];
    if (below == 0)
        return {group, {}};
    return {group, m_groups[group].first + std::size_t(below) - 1};
}

std::size_t WindowedModel::groupAt(std::size_t position) const
{
    const auto after = std::upper_bound(
        m_groups.begin(), m_groups.end(), position, [](std::size_t at, const Group& group) {
            return at < group.first;
        });
    return std::size_t(after - m_groups.begin()) - 1;
}

int WindowedModel::rowOfPosition(std::size_t position) const
{
    if (m_groups.empty())
        return int(position);
    const std::size_t group = groupAt(position);
    if (m_groups[group].folded)
        return -1;
    return m_headingRows[group] + 1 + int(position - m_groups[group].first);
}

bool WindowedModel::isHeading(int row) const
{
    return !m_groups.empty() && row >= 0 && row < rowCount() && !placeOf(row).position;
}

bool WindowedModel::isFolded(int row) const
{
    return isGrouped() && row >= 0 && row < rowCount() && m_groups[placeOf(row).group].folded;
}

void WindowedModel::setFolded(int row, bool folded)
{
    if (!isGrouped() || row < 0 || row >= rowCount())
        return;
    const std::size_t at = placeOf(row).group;
    Group& group = m_groups[at];
    if (group.folded == folded || group.count == 0)
        return;
    const int first = m_headingRows[at] + 1;
    const int last = m_headingRows[at] + int(group.count);
    if (folded) {
        beginRemoveRows({}, first, last);
        group.folded = true;
        layGroups();
        endRemoveRows();
    } else {
        beginInsertRows({}, first, last);
        group.folded = false;
        layGroups();
        endInsertRows();
    }
    const QModelIndex heading = index(m_headingRows[at], 0);
    Q_EMIT dataChanged(heading, heading.siblingAtColumn(columnCount() - 1));
}

void WindowedModel::setAllFolded(bool folded)
{
    if (!isGrouped())
        return;
    beginResetModel();
    for (Group& group : m_groups)
        group.folded = folded;
    layGroups();
    endResetModel();
}

QString WindowedModel::headingText(int row) const
{
    const Group& group = m_groups[placeOf(row).group];
    const int column = columnOf(m_request.group);
    const QString word = column < 0 ? QString() : lookOf(column, group.value).text;
    return tr("%1 (%2)").arg(
        word.isEmpty() ? noValue() : word, grouped(QString::number(group.count)));
}

QString WindowedModel::headingSum(int row, int column) const
{
    for (const ListSum& sum : m_groups[placeOf(row).group].sums) {
        if (sum.column == m_columns[std::size_t(column)].key)
            return lookByKind(m_columns[std::size_t(column)].kind, sum.raw, m_today).text;
    }
    return {};
}

QVariant WindowedModel::headingData(int row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? headingText(row) : headingSum(row, column);
    case Qt::AccessibleTextRole:
        if (column != 0)
            return headingSum(row, column);
        return isFolded(row) ? tr("%1, folded").arg(headingText(row))
                             : tr("%1, open").arg(headingText(row));
    case IdRole:
        return qint64{0};
    case GroupRole:
        return true;
    case MutedRole:
        return false;
    case TagRole:
        return int(Tone::Neutral);
    default:
        return {};
    }
}

} // namespace chengdan::ui
