// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shared/list_desk.h"
#include "ui/shared/list_columns_panel.h"
#include "ui/shared/list_density.h"

#include <QAccessible>
#include <QListWidget>
#include <QScrollBar>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::ListDesk;

namespace {

// The first and the last row of the selected block.
QPair<int, int> rowsOf(const ListTable& table)
{
    int first = -1;
    int last = -1;
    for (const QItemSelectionRange& range : table.selectionModel()->selection()) {
        first = first < 0 ? range.top() : qMin(first, range.top());
        last = qMax(last, range.bottom());
    }
    return {first, last};
}

} // namespace

TEST_CASE("every described column can be shown, and is hidden at first unless it belongs in lists",
    "[ui][shared][columns]")
{
    ListDesk desk;
    const int industry = desk.column("industry"); // in lists, though the page did not name it
    const int website = desk.column("website");
    REQUIRE(industry >= 0);
    REQUIRE(website >= 0);
    CHECK_FALSE(desk.table().isColumnHidden(industry));
    CHECK(desk.table().isColumnHidden(website));
    CHECK(desk.column("custom") < 0);
    CHECK(desk.text(0, "industry") == QStringLiteral("行业\t0"));
    ListArrangement wanted = desk.page->arrangement();
    wanted.shown.insert(QStringLiteral("kind"), true);
    desk.page->arrange(wanted);
    CHECK_FALSE(desk.table().isColumnHidden(desk.column("kind")));
    CHECK(QTest::qWaitFor([&] { return !desk.text(0, "kind").isEmpty(); }));
}

TEST_CASE("columns stay as a person arranged them, for that view only", "[ui][shared][columns]")
{
    ListDesk desk;
    ListHeader* header = desk.table().header();
    header->resizeSection(desk.column("city"), 333);
    header->moveSection(header->visualIndex(desk.column("city")), 1);
    ListArrangement wanted = desk.page->arrangement();
    wanted.shown.insert(QStringLiteral("number"), false);
    desk.page->arrange(wanted);
    const auto& memory = desk.company;
    REQUIRE(QTest::qWaitFor([&] {
        return schema::toInteger(
                   memory.database->reader().scalar(QStringLiteral("SELECT count(*) FROM _ui")))
            == 1;
    }));
    desk.open();
    header = desk.table().header();
    CHECK(header->sectionSize(desk.column("city")) == 333);
    CHECK(header->visualIndex(desk.column("city")) == 1);
    CHECK(desk.table().isColumnHidden(desk.column("number")));
    desk.page->setView(QStringLiteral("gradeA"));
    desk.settle();
    CHECK_FALSE(desk.table().isColumnHidden(desk.column("number")));
    CHECK(header->sectionSize(desk.column("city")) != 333);
}

TEST_CASE("the settings show, hide and move columns by keyboard", "[ui][shared][columns]")
{
    ListDesk desk(20);
    desk.page->openColumnSettings();
    auto* panel = desk.page->findChild<ListColumnsPanel*>();
    REQUIRE(panel);
    auto* list = panel->findChild<QListWidget*>();
    REQUIRE(list);
    list->setCurrentRow(2); // name, number, city
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    CHECK(desk.table().header()->visualIndex(desk.column("city")) == 1);
    QTest::keyClick(list, Qt::Key_Space);
    CHECK(desk.table().isColumnHidden(desk.column("city")));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space); // the first column names the row
    CHECK_FALSE(desk.table().isColumnHidden(0));
    panel->close();
}

TEST_CASE("a click sorts, Shift and a click sorts within", "[ui][shared][sort]")
{
    ListDesk desk(40);
    desk.clickHeader("grade");
    CHECK(desk.page->model().request().sortColumn == QStringLiteral("grade"));
    CHECK(desk.page->model().request().further.isEmpty());
    CHECK(desk.text(0, "grade") == QStringLiteral("A"));
    desk.clickHeader("number", Qt::ShiftModifier);
    desk.clickHeader("number", Qt::ShiftModifier);
    const ListRequest& request = desk.page->model().request();
    CHECK(request.sortColumn == QStringLiteral("grade"));
    REQUIRE(request.further.size() == 1);
    CHECK(request.further[0] == ListSort{QStringLiteral("number"), true});
    CHECK(desk.text(0, "number") == QStringLiteral("C-0036"));
    CHECK(desk.text(10, "number") == QStringLiteral("C-0037"));
    desk.table().setCurrentIndex(desk.page->model().index(0, desk.column("city")));
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
    desk.settle();
    CHECK(desk.page->model().request().sortColumn == QStringLiteral("city"));
    CHECK(desk.page->model().request().further.isEmpty());
}

TEST_CASE("the first column stays in place while the others are scrolled", "[ui][shared][frozen]")
{
    ListDesk desk(30);
    ListArrangement wanted;
    for (const ColumnSpec& column : desk.page->model().columns())
        wanted.shown.insert(column.key, true);
    desk.page->arrange(wanted);
    ListTable& table = desk.table();
    REQUIRE(QTest::qWaitFor([&] { return table.horizontalScrollBar()->maximum() > 700; }));
    table.horizontalScrollBar()->setValue(400);
    REQUIRE(table.horizontalScrollBar()->value() == 400);
    const int width = table.header()->sectionSize(0);
    CHECK(table.visualRect(desk.page->model().index(2, 0)).left() == 0);
    CHECK(table.indexAt(QPoint(width / 2, 5)).column() == 0);
    CHECK(table.indexAt(QPoint(width + 40, 5)).column() > 1);
    const QImage cells = table.viewport()->grab(QRect(0, 0, width - 2, 200)).toImage();
    table.horizontalScrollBar()->setValue(700);
    CHECK(table.viewport()->grab(QRect(0, 0, width - 2, 200)).toImage() == cells);
    QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, {}, QPoint(width / 2, 10));
    desk.settle();
    CHECK(desk.page->model().request().sortColumn == QStringLiteral("name"));
    CHECK(desk.page->model().request().descending);
    // a cell that lay under the frozen one comes out when it becomes current
    table.setCurrentIndex(desk.page->model().index(0, 1));
    CHECK(table.visualRect(table.currentIndex()).left() >= width);
    wanted.frozen = 0;
    desk.page->arrange(wanted);
    table.horizontalScrollBar()->setValue(400);
    CHECK(table.visualRect(desk.page->model().index(2, 0)).left() == -400);
}

TEST_CASE("Shift draws a block from the current cell however far the list was scrolled sideways",
    "[ui][shared][frozen][block]")
{
    ListDesk desk(30);
    ListArrangement wanted;
    for (const ColumnSpec& column : desk.page->model().columns())
        wanted.shown.insert(column.key, true);
    desk.page->arrange(wanted);
    ListTable& table = desk.table();
    REQUIRE(QTest::qWaitFor([&] { return table.horizontalScrollBar()->maximum() > 700; }));
    const QAbstractItemModel& model = desk.page->model();
    table.setFocus();
    table.setCurrentIndex(model.index(2, 1));
    const int far = table.header()->logicalIndex(7);
    SECTION("by a click: the start lies under the frozen column by then")
    {
        table.horizontalScrollBar()->setValue(700);
        const QRect cell = table.visualRect(model.index(4, far));
        REQUIRE(cell.left() > table.header()->sectionSize(0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, cell.center());
    }
    SECTION("by keys")
    {
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        for (int visual = 1; visual < 7; ++visual)
            QTest::keyClick(&table, Qt::Key_Right, Qt::ShiftModifier);
        table.horizontalScrollBar()->setValue(700);
        QTest::keyClick(&table, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_Left, Qt::ShiftModifier);
    }
    const QItemSelectionModel& selection = *table.selectionModel();
    CHECK(rowsOf(table) == QPair<int, int>(2, 4));
    CHECK_FALSE(selection.isSelected(model.index(3, 0)));
    CHECK(selection.isSelected(model.index(2, 1)));
    CHECK(selection.isSelected(model.index(4, far)));
    CHECK_FALSE(selection.isSelected(model.index(4, table.header()->logicalIndex(8))));
}

TEST_CASE("Ctrl+Shift+End selects down to the last row, Ctrl+Home takes the block back",
    "[ui][shared][block]")
{
    ListDesk desk(90);
    ListTable& table = desk.table();
    table.setFocus();
    table.setCurrentIndex(desk.page->model().index(10, 1));
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(rowsOf(table) == QPair<int, int>(10, 89));
    CHECK(table.currentIndex().row() == 89);
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(rowsOf(table) == QPair<int, int>(0, 10)); // still from where it began
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    CHECK(rowsOf(table) == QPair<int, int>(89, 89));
    QTest::keyClick(&table, Qt::Key_Up, Qt::ShiftModifier);
    CHECK(rowsOf(table) == QPair<int, int>(88, 89));
    // A row chosen by the program is where the next block begins.
    table.setCurrentIndex(desk.page->model().index(5, 0));
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(rowsOf(table) == QPair<int, int>(5, 6));
}

TEST_CASE("row height follows density and text size", "[ui][shared][columns]")
{
    ListDesk desk(10);
    CHECK(desk.table().rowHeight(0) == 36);
    ListDensity::instance().setLevel(ListDensity::Level::Compact);
    CHECK(desk.table().rowHeight(0) == 28);
    ListDensity::instance().setLevel(ListDensity::Level::Roomy);
    Theme::instance().setTextSize(140);
    CHECK(desk.table().rowHeight(0) == 62);
    Theme::instance().setTextSize(100);
    ListDensity::instance().setLevel(ListDensity::Level::Normal);
    CHECK(desk.table().rowHeight(0) == 36);
}

TEST_CASE("cells and titles can be read by a screen reader", "[ui][shared][access]")
{
    ListDesk desk(5);
    (void)desk.text(0, "name");
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&desk.table());
    REQUIRE(table);
    CHECK(table->text(QAccessible::Name) == QStringLiteral("Customers"));
    QAccessibleTableInterface* cells = table->tableInterface();
    REQUIRE(cells);
    CHECK(cells->rowCount() == 5);
    CHECK(cells->cellAt(1, 0)->text(QAccessible::Name) == QStringLiteral("客户 0001"));
    CHECK(
        cells->columnDescription(0) == desk.page->model().headerData(0, Qt::Horizontal).toString());
}
