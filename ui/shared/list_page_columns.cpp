// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a ListPage: their menu, their settings, what a person's file remembers of them.
#include "core/storage/custom_column.h"
#include "core/storage/list_memory.h"
#include "ui/shared/cards.h"
#include "ui/shared/list_columns_panel.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_density.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_page.h"
#include "ui/shared/list_table.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace chengdan::ui {

namespace {

constexpr int kWidestAuto = 420; ///< px at 100 %

} // namespace

void ListPage::showSorts()
{
    QList<QPair<int, bool>> shown;
    for (const ListSort& sort : m_sorts) {
        if (const int column = m_model->columnOf(sort.column); column >= 0)
            shown.append({column, sort.descending});
    }
    m_header->setSorts(shown);
}

void ListPage::showHeaderMenu(int column, const QPoint& globalPosition)
{
    QMenu menu(this);
    menu.setObjectName(m_setup.name + QStringLiteral("HeaderMenu"));
    addSortActions(menu, column);
    menu.addSeparator();
    addColumnActions(menu, column);
    menu.exec(globalPosition);
}

void ListPage::addSortActions(QMenu& menu, int column)
{
    const ColumnSpec& spec = m_model->columns()[std::size_t(column)];
    const QString key = spec.key;
    if (spec.sortable) {
        menu.addAction(tr("Sort ascending"), this, [this, column] { sortBy(column, false); });
        menu.addAction(tr("Sort descending"), this, [this, column] { sortBy(column, true); });
        if (!m_sorts.isEmpty() && m_sorts.front().column != key) {
            menu.addAction(tr("Then ascending by this"), this, [this, column] {
                sortBy(column, false, true);
            });
            menu.addAction(tr("Then descending by this"), this, [this, column] {
                sortBy(column, true, true);
            });
        }
    }
    if (m_setup.context && m_setup.type
        && (m_setup.type->column(key) || key == QLatin1String("owner")
            || storage::isCustomColumn(key)))
        menu.addAction(tr("Filter\u2026"), this, [this, key] { openFilterBar(key); });
    if (m_group == key)
        menu.addAction(tr("No groups"), this, [this] { groupBy({}); });
    else
        menu.addAction(tr("Group by this column"), this, [this, key] { groupBy(key); });
    if (m_model->isGrouped()) {
        menu.addAction(tr("Fold all groups"), this, [this] { m_model->setAllFolded(true); });
        menu.addAction(tr("Open all groups"), this, [this] { m_model->setAllFolded(false); });
    }
}

void ListPage::addColumnActions(QMenu& menu, int column)
{
    const QString key = m_model->columns()[std::size_t(column)].key;
    const int visual = m_header->visualIndex(column);
    if (m_header->isFrozen(column) && visual + 1 == m_header->frozen()) {
        menu.addAction(tr("Let all columns scroll"), this, [this] {
            ListArrangement wantedColumns = m_arrangement;
            wantedColumns.frozen = 0;
            arrange(wantedColumns);
        });
    } else {
        menu.addAction(tr("Keep in place up to here"), this, [this, visual] {
            ListArrangement wantedColumns = m_arrangement;
            wantedColumns.frozen = visual + 1;
            arrange(wantedColumns);
        });
    }
    menu.addAction(tr("Automatic width"), this, [this, column] { autoWidth(column); });
    if (column != 0) {
        menu.addAction(tr("Hide this column"), this, [this, key] {
            ListArrangement wantedColumns = m_arrangement;
            wantedColumns.shown.insert(key, false);
            arrange(wantedColumns);
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Column settings\u2026"), this, &ListPage::openColumnSettings);
}

// The widest of the rows in sight; a million others are not looked at.
void ListPage::autoWidth(int column)
{
    int width = m_header->titleWidth(column);
    const QFontMetrics metrics(themeFont(TextRole::Strong));
    const int first = qMax(0, m_table->rowAt(0));
    const int shown = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = shown < 0 ? m_model->rowCount() - 1 : shown;
    const CellKind kind = m_model->columns()[std::size_t(column)].kind;
    const int extra = listLeftSide(column) + kListSide + themePx(4)
        + (kind == CellKind::Person || kind == CellKind::Tag ? themePx(30) : 0);
    for (int row = first; row <= last; ++row) {
        const CellLook* look = m_model->lookAt(row, column);
        if (!look)
            continue;
        const int marks =
            (look->icon.isEmpty() ? 0 : themePx(20)) + (look->badge.isEmpty() ? 0 : themePx(24));
        width = qMax(width, metrics.horizontalAdvance(look->text) + extra + marks);
    }
    ListArrangement wantedColumns = m_arrangement;
    wantedColumns.widths.insert(
        m_model->columns()[std::size_t(column)].key, qMin(width, themePx(kWidestAuto)));
    arrange(wantedColumns);
}

void ListPage::openColumnSettings()
{
    if (!m_columnsPanel) {
        m_columnsPanel = new ListColumnsPanel(m_setup.name + QStringLiteral("ColumnsPanel"), this);
        connect(m_columnsPanel,
            &ListColumnsPanel::arrangementChanged,
            this,
            [this](const ListArrangement& wantedColumns) { arrange(wantedColumns); });
        connect(m_columnsPanel, &ListColumnsPanel::densityChosen, this, &ListPage::keepDensity);
        connect(m_columnsPanel, &ListColumnsPanel::resetWanted, this, [this] {
            const Tab* present = tab(m_view);
            arrange(present && present->columns ? *present->columns : ListArrangement());
            m_columnsPanel->setColumns(m_model->columns(), m_arrangement);
        });
    }
    m_columnsPanel->setColumns(m_model->columns(), m_arrangement);
    m_columnsPanel->openAt(m_columnsButton);
}

void ListPage::arrange(const ListArrangement& wantedColumns)
{
    m_arrangement = wantedColumns;
    applyArrangement();
    showViewActions();
    m_memoryTimer.start();
}

void ListPage::applyArrangement()
{
    m_layingOut = true;
    const QStringList keys = m_arrangement.ordered(m_model->columns());
    for (int visual = 0; visual < keys.size(); ++visual) {
        const int from = m_header->visualIndex(m_model->columnOf(keys[visual]));
        if (from != visual)
            m_header->moveSection(from, visual);
    }
    m_layingOut = false;
    QStringList shown;
    for (const ColumnSpec& column : m_model->columns()) {
        if (m_arrangement.isShown(column) || column.key == m_group)
            shown += column.key;
    }
    m_model->setShown(shown);
    m_table->setFrozen(m_arrangement.frozen);
    layoutColumns();
}

void ListPage::rereadColumns()
{
    std::vector<ColumnSpec> columns = allColumns();
    const auto& shown = m_model->columns();
    const bool same = std::equal(columns.begin(),
        columns.end(),
        shown.begin(),
        shown.end(),
        [](const ColumnSpec& a, const ColumnSpec& b) {
            return a.key == b.key && a.title == b.title;
        });
    if (same)
        return;
    m_model->setColumns(std::move(columns));
    applyArrangement();
}

QString ListPage::memoryKey(const QString& view) const
{
    return QStringLiteral("list/%1/%2").arg(m_setup.name, view);
}

void ListPage::loadArrangement()
{
    if (!m_setup.context)
        return;
    const PersonId person = m_setup.context->session.id();
    const auto stored = m_setup.context->database.read(
        [&](storage::Connection& reader) -> Result<QPair<QJsonObject, QJsonObject>> {
            return qMakePair(storage::windowMemory(reader, person, memoryKey(m_view)),
                storage::windowMemory(reader, person, QStringLiteral("list")));
        });
    if (!stored)
        return; // the list itself will say what is wrong with the file
    const auto& [columns, all] = *stored;
    const Tab* present = tab(m_view);
    m_arrangement = !columns.isEmpty() ? ListArrangement::fromJson(columns)
        : present && present->columns  ? *present->columns
                                       : ListArrangement();
    ListDensity::instance().setLevel(ListDensity::Level(
        qBound(0, all[QLatin1String("density")].toInt(int(ListDensity::Level::Normal)), 2)));
}

void ListPage::keepArrangement()
{
    if (!m_setup.context)
        return;
    const auto kept = storage::keepWindowMemory(m_setup.context->database,
        m_setup.context->session.id(),
        memoryKey(m_view),
        m_arrangement.toJson());
    if (!kept)
        takeError(kept.error());
}

// The height of rows is one for all lists of a person.
void ListPage::keepDensity()
{
    if (!m_setup.context)
        return;
    const auto kept = storage::keepWindowMemory(m_setup.context->database,
        m_setup.context->session.id(),
        QStringLiteral("list"),
        {{QStringLiteral("density"), int(ListDensity::instance().level())}});
    if (!kept)
        takeError(kept.error());
}

} // namespace chengdan::ui
