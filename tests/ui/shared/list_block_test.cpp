// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shared/list_desk.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::ListDesk;

namespace {

/// A list of bare numbers, so that figures can be checked by hand.
class NumberSource : public ListSource {
public:
    Result<std::vector<qint64>> keys(const ListRequest&) override
    {
        std::vector<qint64> keys;
        for (qint64 i = 1; i <= 500; ++i)
            keys.push_back(i);
        return keys;
    }
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
    {
        std::vector<ListRow> rows;
        for (const qint64 key : keys)
            rows.push_back({key, {QStringLiteral("n%1").arg(key), key * 100}, false});
        return rows;
    }
    Result<ListBlock> block(const QString& column, std::span<const qint64> keys) override
    {
        ListBlock block{column, qint64(keys.size()), 0, 0, true};
        for (const qint64 key : keys) {
            block.raw += key * 100;
            ++block.count;
        }
        return block;
    }
};

std::unique_ptr<ListPage> numberPage()
{
    Theme::instance().install(*qApp);
    ListSetup setup;
    setup.name = QStringLiteral("numbers");
    setup.source = std::make_unique<NumberSource>();
    setup.columns = [] {
        return std::vector<ColumnSpec>{
            {.key = QStringLiteral("name"), .title = QStringLiteral("Name"), .stretch = true},
            {.key = QStringLiteral("amount"),
                .title = QStringLiteral("Amount"),
                .kind = CellKind::Money}};
    };
    setup.today = QDate(2026, 3, 12);
    auto page = std::make_unique<ListPage>(std::move(setup));
    page->resize(900, 500);
    page->show();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    REQUIRE(QTest::qWaitFor([&] { return page->model().rowCount() == 500; }));
    page->activated();
    return page;
}

QString blockWords(ListPage& page)
{
    return page.findChild<QLabel*>(QStringLiteral("numbersBlock"))->text();
}

} // namespace

TEST_CASE("a block drawn with Shift and arrows shows sum, average and count", "[ui][shared][block]")
{
    const auto page = numberPage();
    QTest::keyClick(page->table(), Qt::Key_Right);
    QTest::keyClick(page->table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(page->table(), Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(QTest::qWaitFor([&] { return !blockWords(*page).isEmpty(); }));
    CHECK(
        blockWords(*page) == QStringLiteral("Amount: sum 6.00 \u00b7 average 2.00 \u00b7 count 3"));
    CHECK(page->selectedKeys() == QList<qint64>{1, 2, 3});
    QTest::keyClick(page->table(), Qt::Key_A, Qt::ControlModifier);
    REQUIRE(
        QTest::qWaitFor([&] { return blockWords(*page).contains(QStringLiteral("125,250.00")); }));
    CHECK(page->findChild<QLabel*>(QStringLiteral("numbersCount"))
              ->text()
              .contains(QStringLiteral("selected: 500")));
}

TEST_CASE("a copied block is what a spreadsheet reads, with titles when asked",
    "[ui][shared][block][copy]")
{
    const auto page = numberPage();
    QTest::keyClick(page->table(), Qt::Key_Down);
    QTest::keyClick(page->table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(page->table(), Qt::Key_Right, Qt::ShiftModifier);
    QClipboard* clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    QTest::keyClick(page->table(), Qt::Key_C, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !clipboard->text().isEmpty(); }));
    CHECK(clipboard->text() == QStringLiteral("n2\t2.00\nn3\t3.00\n"));
    clipboard->clear();
    QTest::keyClick(page->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(QTest::qWaitFor([&] { return !clipboard->text().isEmpty(); }));
    CHECK(clipboard->text() == QStringLiteral("Name\tAmount\nn2\t2.00\nn3\t3.00\n"));
}

TEST_CASE("a tab inside a copied cell is quoted and rows that were never seen are copied too",
    "[ui][shared][block][copy]")
{
    ListDesk desk(90);
    desk.table().selectAll();
    QGuiApplication::clipboard()->clear();
    desk.page->copySelection(false);
    REQUIRE(QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }));
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 90);
    CHECK(lines[1].contains(QStringLiteral("\"行业\t1\"")));
}

TEST_CASE("more rows than a person may export are not copied", "[ui][shared][block][copy]")
{
    ListDesk desk(150);
    const auto rep = desk.company.join(
        "li", {tests::CompanyFixture::role(access::Role::Sales, access::RoleScope::All)});
    const access::Context low = desk.company.as(rep);
    ListSetup setup = desk.setup();
    setup.context = &low;
    ListPage page(std::move(setup));
    page.resize(1200, 700);
    page.show();
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowCount() == 150; }));
    page.table()->selectAll();
    QGuiApplication::clipboard()->clear();
    page.copySelection(false);
    CHECK(page.findChild<QWidget*>(QStringLiteral("customersMessage"))->isVisible());
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
}

TEST_CASE("grouped rows stand under headings that fold by keyboard", "[ui][shared][group]")
{
    ListDesk desk(100);
    desk.page->groupBy(QStringLiteral("grade"));
    desk.settle();
    WindowedModel& model = desk.page->model();
    REQUIRE(model.isGrouped());
    CHECK(model.rowCount() == 104);
    CHECK(model.recordCount() == 100);
    CHECK(model.isHeading(0));
    CHECK(model.isHeading(26));
    CHECK(model.headingText(0) == QStringLiteral("A (25)"));
    CHECK(desk.text(1, "grade") == QStringLiteral("A"));
    CHECK(desk.text(27, "grade") == QStringLiteral("B"));
    CHECK_FALSE(model.keyAt(0).has_value());
    const qint64 last = *model.keyAt(103);
    desk.table().setFocus();
    desk.table().setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&desk.table(), Qt::Key_Left);
    CHECK(model.rowCount() == 79);
    CHECK(model.isFolded(0));
    CHECK(model.isHeading(1));
    CHECK(model.rowOf(last) == 78);
    CHECK(model.index(0, 0).data(Qt::AccessibleTextRole).toString()
        == QStringLiteral("A (25), folded"));
    QTest::keyClick(&desk.table(), Qt::Key_Right);
    CHECK(model.rowCount() == 104);
    model.setAllFolded(true);
    CHECK(model.rowCount() == 4);
    CHECK(model.rowOf(last) == -1);
    desk.page->groupBy({});
    desk.settle();
    CHECK(model.rowCount() == 100);
    CHECK_FALSE(model.isGrouped());
}

TEST_CASE("letters typed into a list neither search nor filter it", "[ui][shared][list]")
{
    ListDesk desk(200);
    desk.table().setFocus();
    const QModelIndex before = desk.table().currentIndex();
    QTest::keyClicks(&desk.table(), QStringLiteral("zz9"));
    CHECK(desk.table().currentIndex() == before);
    CHECK(desk.page->filterEdit()->text().isEmpty());
}
