// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_table.h"

#include "ui/shared/list_header.h"
#include "ui/theme/theme.h"

#include <QAbstractItemDelegate>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace chengdan::ui {

namespace {

bool movesCurrentCell(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

} // namespace

ListTable::ListTable(QWidget* parent)
    : QTableView(parent)
    , m_header(new ListHeader(this))
{
    setHorizontalHeader(m_header);
    // A click on a title sorts; it selects no column, which would be every row of the list.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1); // the density decides, not the font
}

void ListTable::setFrozen(int columns)
{
    m_header->setFrozen(columns);
    viewport()->update();
}

bool ListTable::covers() const
{
    return m_header->frozen() > 0 && m_header->offset() > 0;
}

QModelIndex ListTable::indexAt(const QPoint& position) const
{
    if (!covers() || position.x() >= m_header->frozenWidth())
        return QTableView::indexAt(position);
    const int row = rowAt(position.y());
    const int column = m_header->sectionAt(position.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

QRect ListTable::visualRect(const QModelIndex& index) const
{
    QRect rect = QTableView::visualRect(index);
    if (covers() && index.isValid() && !isColumnHidden(index.column())
        && m_header->isFrozen(index.column()))
        rect.moveLeft(m_header->leftOf(index.column()));
    return rect;
}

void ListTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (m_header->frozen() == 0 || !index.isValid())
        return;
    if (m_header->isFrozen(index.column())) {
        horizontalScrollBar()->setValue(before); // it is in sight wherever the others are
        return;
    }
    const int hidden = m_header->frozenWidth() - m_header->sectionViewportPosition(index.column());
    if (hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void ListTable::keyboardSearch(const QString&) { }

void ListTable::goTo(const QModelIndex& index)
{
    const QRect row = visualRect(model()->index(index.row(), 0));
    const bool inSight = row.top() >= 0 && row.bottom() < viewport()->height();
    // Whatever keys are held down: this row and no other is chosen now.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
    if (!isVisible())
        m_centreWhenShown = true;
    else if (!inSight)
        centre();
}

void ListTable::centre()
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(currentIndex(), PositionAtCenter);
    horizontalScrollBar()->setValue(before); // columns stay where they are
}

void ListTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    // Scrolled by now if it had to be; a row in sight from the top stays where it is.
    if (std::exchange(m_centreWhenShown, false) && verticalScrollBar()->value() > 0)
        centre();
}

qint64 ListTable::selectedRowCount() const
{
    std::vector<QPair<int, int>> spans;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        spans.push_back({range.top(), range.bottom()});
    std::sort(spans.begin(), spans.end());
    qint64 rows = 0;
    int counted = -1;
    for (const auto& [top, bottom] : spans) {
        rows += qMax(0, bottom - qMax(top, counted + 1) + 1);
        counted = qMax(counted, bottom);
    }
    return rows;
}

void ListTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!covers() || !model() || model()->rowCount() == 0)
        return;
    QPainter painter(viewport());
    // Other columns have been painted below them.
    painter.fillRect(
        QRect(0, 0, m_header->frozenWidth(), viewport()->height()), themeColor(Token::Surface));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int firstRow = qMax(0, rowAt(0));
    const int lastShown = rowAt(viewport()->height() - 1);
    const int lastRow = lastShown < 0 ? model()->rowCount() - 1 : lastShown;
    const bool focused = hasFocus() || viewport()->hasFocus();
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int visual = 0; visual < m_header->frozen(); ++visual) {
            const int column = m_header->logicalIndex(visual);
            if (isColumnHidden(column))
                continue;
            const QModelIndex index = model()->index(row, column);
            option.rect = visualRect(index);
            option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
            option.state.setFlag(QStyle::State_HasFocus, focused && index == currentIndex());
            itemDelegate()->paint(&painter, option, index);
        }
    }
    painter.fillRect(
        QRect(m_header->frozenWidth() - 1, 0, 1, viewport()->height()), themeColor(Token::Border));
}

void ListTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_header->frozen() > 0 && dx != 0) {
        viewport()->update(); // what was moved carries the frozen columns' picture with it
        m_header->viewport()->update();
    } else if (covers()) {
        updateFrozen();
    }
}

void ListTable::updateFrozen()
{
    if (covers())
        viewport()->update(0, 0, m_header->frozenWidth(), viewport()->height());
}

void ListTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void ListTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_inEvent)
        m_anchor = current;
    updateRow(current.row());
    updateRow(previous.row());
}

void ListTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    updateFrozen();
}

void ListTable::dataChanged(const QModelIndex& from, const QModelIndex& to, const QList<int>& roles)
{
    QTableView::dataChanged(from, to, roles);
    updateFrozen();
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    if (!m_byKeyboard) {
        m_byKeyboard = true;
        updateRow(currentIndex().row());
    }
    if (!m_anchor.isValid())
        m_anchor = currentIndex();
    const QScopedValueRollback<bool> moving(m_inEvent, true);
    QTableView::keyPressEvent(event);
}

void ListTable::mousePressEvent(QMouseEvent* event)
{
    m_byKeyboard = false;
    if (!m_anchor.isValid())
        m_anchor = currentIndex();
    const QScopedValueRollback<bool> moving(m_inEvent, true);
    QTableView::mousePressEvent(event);
}

void ListTable::mouseMoveEvent(QMouseEvent* event)
{
    const QScopedValueRollback<bool> moving(m_inEvent, true);
    QTableView::mouseMoveEvent(event);
}

QItemSelectionModel::SelectionFlags ListTable::selectionCommand(
    const QModelIndex& index, const QEvent* event) const
{
    if (event == nullptr)
        return QTableView::selectionCommand(index, event);
    if (index.isValid())
        m_target = index;
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->modifiers().testFlag(Qt::ControlModifier) && movesCurrentCell(key->key()))
            return key->modifiers().testFlag(Qt::ShiftModifier)
                ? QItemSelectionModel::SelectCurrent
                : QItemSelectionModel::ClearAndSelect;
    }
    return QTableView::selectionCommand(index, event);
}

void ListTable::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    if (!m_inEvent || !m_target.isValid())
        return QTableView::setSelection(rect, command);
    if (!command.testFlag(QItemSelectionModel::Current) || !m_anchor.isValid())
        m_anchor = m_target;
    selectionModel()->select(block(m_anchor, m_target), command);
}

// The columns between two cells are those that stand between them, wherever they were moved to.
QItemSelection ListTable::block(const QModelIndex& from, const QModelIndex& to) const
{
    const auto [top, bottom] = std::minmax({from.row(), to.row()});
    const auto [first, last] =
        std::minmax({m_header->visualIndex(from.column()), m_header->visualIndex(to.column())});
    QItemSelection selection;
    for (int visual = first; visual <= last;) {
        const int left = m_header->logicalIndex(visual);
        int right = left;
        while (++visual <= last && m_header->logicalIndex(visual) == right + 1)
            ++right;
        selection.select(model()->index(top, left), model()->index(bottom, right));
    }
    return selection;
}

} // namespace chengdan::ui
