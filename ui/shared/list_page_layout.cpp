// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look of a ListPage: column widths, panel, empty states, footer and keys of the table.
#include "ui/shared/cards.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/format.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_page.h"
#include "ui/shared/side_panel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>

namespace chengdan::ui {

void ListPage::retranslate()
{
    m_filter->setPlaceholderText(m_setup.filterHint ? m_setup.filterHint() : QString());
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setToolTip(tr("Filter this list  Ctrl+F"));
    m_table->setAccessibleName(title());
    m_views->setAccessibleName(tr("Views"));
    for (std::size_t i = 0; i < m_setup.views.size(); ++i)
        m_views->setTabText(int(i), m_setup.views[i].title());
    showState();
    showFooter();
}

void ListPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->setColumns(m_setup.columns());
        retranslate();
        layoutColumns();
    }
}

void ListPage::showState()
{
    const bool empty = m_model->isLoaded() && !m_model->isLoading() && m_model->rowCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    if (!empty)
        return;
    const ListRequest& request = m_model->request();
    if (!request.filter.isEmpty()) {
        m_empty->setContent(QStringLiteral("search"),
            tr("Nothing matches \"%1\"").arg(request.filter),
            tr("Clear filter"));
    } else if (!request.conditions.isEmpty()) {
        m_empty->setContent(
            QStringLiteral("list-filter"), tr("No row meets these conditions"), tr("Clear filter"));
    } else {
        m_empty->setContent(
            m_setup.emptyIcon.isEmpty() ? QStringLiteral("inbox") : m_setup.emptyIcon,
            m_setup.emptyText ? m_setup.emptyText() : tr("Nothing here yet"),
            m_setup.emptyAction ? m_setup.emptyAction() : QString());
    }
}

void ListPage::showFooter()
{
    QString count = tr("Rows: %1").arg(grouped(QString::number(m_model->rowCount())));
    const QItemSelectionModel* selection = m_table->selectionModel();
    const qsizetype selected = selection ? selection->selectedRows().size() : 0;
    if (selected > 1)
        count +=
            QStringLiteral(" \u00b7 ") + tr("selected: %1").arg(grouped(QString::number(selected)));
    m_count->setText(count);
    QStringList sums;
    for (const ListSum& sum : m_model->sums()) {
        const int column = m_model->columnOf(sum.column);
        const CellKind kind =
            column < 0 ? CellKind::Money : m_model->columns()[std::size_t(column)].kind;
        const QString figure = lookByKind(kind, sum.raw, m_setup.today).text;
        const QString label = !sum.label.isEmpty() ? sum.label
            : column < 0                           ? tr("Total")
                         : tr("Total %1").arg(m_model->columns()[std::size_t(column)].title);
        sums.append(label + QLatin1Char(' ') + figure);
    }
    m_sums->setText(sums.join(QStringLiteral("    ")));
}

// Widths come from the columns, dragged ones from the person; the stretch column takes the rest.
void ListPage::layoutColumns()
{
    const bool narrow = window()->width() < metric::kPanelOverlayBelow;
    const bool beside = isPanelOpen() && !narrow;
    int used = 0;
    int stretch = -1;
    m_layingOut = true;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const ColumnSpec& column = m_model->columns()[std::size_t(i)];
        const bool hide = (column.priority >= 1 && beside) || (column.priority >= 2 && narrow);
        m_table->setColumnHidden(i, hide);
        if (hide)
            continue;
        if (column.stretch && stretch < 0) {
            stretch = i;
            continue;
        }
        const int width = m_dragged.value(column.key, themePx(column.width));
        m_table->setColumnWidth(i, width);
        used += width;
    }
    if (stretch >= 0) {
        const int room = m_table->viewport()->width() - used;
        const int least = themePx(m_model->columns()[std::size_t(stretch)].width);
        m_table->setColumnWidth(stretch, qMax(least, room));
    }
    m_layingOut = false;
}

void ListPage::setPanel(QWidget* panel)
{
    m_panel->setContent(panel);
}

bool ListPage::isPanelOpen() const
{
    return !m_panel->isHidden();
}

void ListPage::setPanelOpen(bool open)
{
    if (!m_panel->content())
        return;
    m_panel->setVisible(open);
    layoutPanel();
    if (open)
        Q_EMIT currentChanged(currentKey().value_or(0));
    else
        focusTable();
}

void ListPage::layoutPanel()
{
    const bool overlay = window()->width() < metric::kPanelOverlayBelow;
    const int wide = themePx(metric::kPanel);
    m_panel->setFixedWidth(wide);
    const bool inLayout = m_outer->indexOf(m_panel) >= 0;
    if (overlay && inLayout)
        m_outer->removeWidget(m_panel);
    else if (!overlay && !inLayout)
        m_outer->addWidget(m_panel);
    if (overlay) {
        m_panel->setGeometry(width() - wide, 0, wide, height());
        m_panel->raise();
    }
    layoutColumns();
}

void ListPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    layoutPanel();
}

bool ListPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress)
        return tableKey(static_cast<QKeyEvent*>(event));
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        layoutColumns();
        m_loadingBar->setGeometry(
            1, m_header->height() + 4, m_card->width() - 2, m_loadingBar->height());
        m_loadingBar->raise();
    }
    return Page::eventFilter(watched, event);
}

bool ListPage::tableKey(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers != Qt::NoModifier)
            return false;
        if (const auto key = currentKey())
            Q_EMIT rowActivated(*key);
        return true;
    case Qt::Key_Space:
        if (modifiers != Qt::NoModifier || !m_panel->content())
            return false;
        setPanelOpen(!isPanelOpen());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (modifiers != (Qt::ControlModifier | Qt::AltModifier))
            return false;
        sortBy(m_table->currentIndex().column(), event->key() == Qt::Key_Down);
        return true;
    case Qt::Key_Escape:
        if (closeInner())
            return true;
        if (m_filter->filter().isEmpty())
            return false;
        clearFilters();
        return true;
    default:
        return false;
    }
}

} // namespace chengdan::ui
