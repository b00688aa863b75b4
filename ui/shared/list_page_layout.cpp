// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look of a ListPage: column widths, panel, empty states, footer and keys of the table.
#include "ui/shared/cards.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/format.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_page.h"
#include "ui/shared/list_table.h"
#include "ui/shared/side_panel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace chengdan::ui {

void ListPage::retranslate()
{
    m_filter->setPlaceholderText(m_setup.filterHint ? m_setup.filterHint() : QString());
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setToolTip(tr("Filter this list  Ctrl+F"));
    m_table->setAccessibleName(title());
    m_header->setAccessibleName(tr("Columns of %1").arg(title()));
    m_views->setAccessibleName(tr("Views"));
    m_addFilter->setTexts(tr("Add a filter"));
    m_columnsButton->setTexts(tr("Column settings"));
    m_saveView->setText(tr("Save to view"));
    m_saveViewAs->setText(tr("Save as\u2026"));
    m_viewName->setPlaceholderText(tr("A few words for the tab"));
    m_viewName->setAccessibleName(tr("Name of the view"));
    m_keepPrivate->setText(tr("Save for me"));
    m_keepShared->setText(tr("Save for everybody"));
    m_cancel->setText(tr("Cancel"));
    showTabs();
    showChips();
    showState();
    showFooter();
}

void ListPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->setColumns(allColumns());
        if (m_setup.refusal)
            m_refused = m_setup.refusal();
        retranslate();
        layoutColumns();
    }
}

void ListPage::showState()
{
    if (!m_refused.isEmpty()) {
        m_stack->setCurrentIndex(1);
        m_empty->setContent(QStringLiteral("shield-alert"), m_refused, QString());
        return;
    }
    const bool empty = m_model->isLoaded() && !m_model->isLoading() && m_model->rowCount() == 0;
    const bool known = empty && knowsWhyEmpty();
    m_stack->setCurrentIndex(known ? 1 : 0);
    if (!known)
        return;
    const ListRequest& request = m_model->request();
    m_emptyIsNew = (request.filter.isEmpty() && request.conditions.isEmpty()) || m_all == 0;
    if (m_emptyIsNew) {
        m_empty->setContent(
            m_setup.emptyIcon.isEmpty() ? QStringLiteral("inbox") : m_setup.emptyIcon,
            m_setup.emptyText ? m_setup.emptyText() : tr("Nothing here yet"),
            m_setup.emptyAction ? m_setup.emptyAction() : QString());
    } else if (!request.filter.isEmpty()) {
        m_empty->setContent(QStringLiteral("search"),
            tr("Nothing matches \"%1\"").arg(request.filter),
            tr("Clear filter"));
    } else {
        m_empty->setContent(QStringLiteral("list-filter"),
            tr("No row fits: %1").arg(conditionSentences().join(tr("; ", "between conditions"))),
            tr("Clear filter"));
    }
}

// A list in which nothing fits is another thing than one nobody has put anything into; which of
// the two it is must be counted where there are conditions.
bool ListPage::knowsWhyEmpty()
{
    const ListRequest& request = m_model->request();
    if ((request.filter.isEmpty() && request.conditions.isEmpty()) || m_all)
        return true;
    if (!m_countingAll) {
        m_countingAll = true;
        m_model->loader().countAll();
    }
    return false;
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
        // What a person has asked for by name stays, whatever its priority.
        const bool asked = m_arrangement.shown.value(column.key, false) && column.hidden;
        const bool gives = (column.priority >= 1 && beside) || (column.priority >= 2 && narrow);
        const bool hide = !m_arrangement.isShown(column) || (gives && !asked);
        m_table->setColumnHidden(i, hide);
        if (hide)
            continue;
        if (column.stretch && stretch < 0 && !m_arrangement.widths.contains(column.key)) {
            stretch = i;
            continue;
        }
        // Unless the person has chosen a width, the title is read in full in every language.
        const int width = m_arrangement.widths.value(
            column.key, qMax(themePx(column.width), m_header->titleWidth(i)));
        m_table->setColumnWidth(i, width);
        used += width;
    }
    if (stretch >= 0) {
        const int room = m_table->viewport()->width() - used;
        const int least = qMax(
            themePx(m_model->columns()[std::size_t(stretch)].width), m_header->titleWidth(stretch));
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

void ListPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_rowsMoved || !m_changedKeys.isEmpty())
        postFollow();
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
    if (headingKey(event) || sortKey(event))
        return true;
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
    case Qt::Key_C:
        if (modifiers == Qt::ControlModifier)
            copySelection(false);
        else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
            copySelection(true);
        else
            return false;
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

// On the heading of a group Left folds, Right opens, Enter and Space turn it round.
bool ListPage::headingKey(QKeyEvent* event)
{
    const int row = m_table->currentIndex().row();
    if (!m_model->isHeading(row) || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Left:
        m_model->setFolded(row, true);
        return true;
    case Qt::Key_Right:
        m_model->setFolded(row, false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_model->setFolded(row, !m_model->isFolded(row));
        return true;
    default:
        return false;
    }
}

bool ListPage::sortKey(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return false;
    const int column = m_table->currentIndex().column();
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool descending = event->key() == Qt::Key_Down;
    if (modifiers == (Qt::ControlModifier | Qt::AltModifier)) {
        sortBy(column, descending);
        return true;
    }
    if (modifiers == (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier)) {
        sortBy(column, descending, true);
        return true;
    }
    if (modifiers == Qt::AltModifier && descending && column >= 0) {
        showHeaderMenu(
            column, m_header->mapToGlobal(QPoint(m_header->leftOf(column), m_header->height())));
        return true;
    }
    return false;
}

} // namespace chengdan::ui
