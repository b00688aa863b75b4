// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shared/list_desk.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSemaphore>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::ListDesk;

namespace {

/// What a held source does; the test holds it up and lets it go.
struct Held {
    std::atomic<bool> holds = false;
    std::atomic<int> ended = 0; ///< how many queries were ended early
    QSemaphore interrupted;
};

/// A hundred rows; a question asked while it is held waits until it is interrupted, having found
/// 1,234 rows by then.
class HeldSource : public ListSource {
public:
    explicit HeldSource(std::shared_ptr<Held> held)
        : m_held(std::move(held))
    {
    }
    Result<std::vector<qint64>> keys(const ListRequest&) override
    {
        if (m_held->holds) {
            m_found = 1234;
            while (m_held->interrupted.tryAcquire()) { } // of the question before
            m_held->interrupted.acquire();
            ++m_held->ended;
            return fail("CANCELLED");
        }
        std::vector<qint64> keys;
        for (qint64 key = 1; key <= 100; ++key)
            keys.push_back(key);
        return keys;
    }
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
    {
        std::vector<ListRow> rows;
        for (const qint64 key : keys)
            rows.push_back({key, {QStringLiteral("row %1").arg(key), key}, false});
        return rows;
    }
    qint64 found() const override { return m_found; }
    void interrupt() override
    {
        if (m_held->holds)
            m_held->interrupted.release();
    }

private:
    std::shared_ptr<Held> m_held;
    std::atomic<qint64> m_found = -1;
};

struct HeldPage {
    std::shared_ptr<Held> held = std::make_shared<Held>();
    std::unique_ptr<ListPage> page;

    explicit HeldPage(bool holds)
    {
        Theme::instance().install(*qApp);
        held->holds = holds;
        ListSetup setup;
        setup.name = QStringLiteral("held");
        setup.source = std::make_unique<HeldSource>(held);
        setup.columns = [] {
            return std::vector<ColumnSpec>{
                {.key = QStringLiteral("name"), .title = QStringLiteral("Name"), .stretch = true},
                {.key = QStringLiteral("count"),
                    .title = QStringLiteral("A title of many words over short figures"),
                    .kind = CellKind::Number,
                    .width = 60}};
        };
        setup.today = QDate(2026, 3, 12);
        page = std::make_unique<ListPage>(std::move(setup));
        page->resize(1400, 700);
        page->show();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        if (!holds)
            settle();
    }
    ~HeldPage()
    {
        held->interrupted.release(10); // a query still held must not hold up the end
    }
    void settle()
    {
        REQUIRE(QTest::qWaitFor([this] { return !page->isWaiting(); }));
    }
    QAbstractButton& cancel()
    {
        return *page->findChild<QAbstractButton*>(QStringLiteral("heldCancel"));
    }
    QString footer() { return page->findChild<QLabel*>(QStringLiteral("heldCount"))->text(); }
    void waitForCancel()
    {
        REQUIRE(QTest::qWaitFor([this] { return cancel().isVisible(); }));
    }
};

} // namespace

TEST_CASE("a search that takes long says how much it has found, and cancelling brings back what "
          "was shown",
    "[ui][shared][list][slow]")
{
    HeldPage desk(false);
    CHECK_FALSE(desk.cancel().isVisible());
    desk.held->holds = true;
    desk.page->setFilterText(QStringLiteral("anything"));
    desk.waitForCancel();
    CHECK(desk.footer().contains(QStringLiteral("1,234")));
    CHECK(desk.page->model().rowCount() == 100); // the old rows stay meanwhile
    desk.cancel().click();
    CHECK_FALSE(desk.page->model().isLoading());
    CHECK_FALSE(desk.cancel().isVisible());
    CHECK(desk.page->filterEdit()->text().isEmpty());
    CHECK(desk.page->model().request().filter.isEmpty());
    CHECK(desk.footer().contains(QStringLiteral("100")));
    REQUIRE(QTest::qWaitFor([&] { return desk.held->ended == 1; })); // the work itself has stopped
    desk.held->holds = false;
    desk.page->setFilterText(QStringLiteral("anything"));
    desk.settle();
    CHECK(desk.page->model().request().filter == QStringLiteral("anything"));
}

TEST_CASE(
    "a first reading that is cancelled leaves a way to begin it again", "[ui][shared][list][slow]")
{
    HeldPage desk(true);
    desk.waitForCancel();
    desk.cancel().click();
    REQUIRE(QTest::qWaitFor([&] { return desk.held->ended > 0; }));
    desk.held->holds = false;
    auto* again = desk.page->findChild<QAbstractButton*>(QStringLiteral("heldMessageAction1"));
    REQUIRE(again != nullptr);
    REQUIRE(again->isVisible());
    again->click();
    desk.settle();
    CHECK(desk.page->model().rowCount() == 100);
}

TEST_CASE("a column is as wide as its title unless a person made it narrower",
    "[ui][shared][list][columns]")
{
    HeldPage desk(false);
    auto* header = static_cast<ListTable*>(desk.page->table())->header();
    const int title = header->titleWidth(1);
    CHECK(title > 100);
    CHECK(desk.page->table()->columnWidth(1) == title);
    header->resizeSection(1, 70);
    desk.page->resize(1300, 700);
    CHECK(desk.page->table()->columnWidth(1) == 70);
}

TEST_CASE("a click on a title sorts and selects nothing", "[ui][shared][list][columns]")
{
    ListDesk desk(50);
    desk.clickHeader("city");
    CHECK(desk.page->model().request().sortColumn == QStringLiteral("city"));
    CHECK(desk.table().selectedRowCount() <= 1);
}

TEST_CASE("a list nobody has filled says so whatever its view asks for; one in which nothing fits "
          "names the conditions",
    "[ui][shared][list][empty]")
{
    const auto sentenceOf = [](ListDesk& desk) {
        REQUIRE(QTest::qWaitFor([&] { return !desk.page->isWaiting(); }));
        auto* label = desk.page->findChild<QLabel*>(QStringLiteral("customersEmptySentence"));
        return label->isVisible() ? label->text() : QString();
    };
    ListDesk none(0);
    CHECK(sentenceOf(none) == QStringLiteral("Nothing here yet"));
    none.page->setView(QStringLiteral("gradeA"));
    none.settle();
    CHECK(sentenceOf(none) == QStringLiteral("Nothing here yet"));
    none.page->setFilterText(QStringLiteral("x"));
    none.settle();
    CHECK(sentenceOf(none) == QStringLiteral("Nothing here yet"));
    ListDesk some(1); // grade A is the first one's; nobody is in the other city
    some.page->setCondition(QStringLiteral("city"), QStringLiteral("苏州"));
    some.settle();
    CHECK(sentenceOf(some).contains(QStringLiteral("City is 苏州")));
    some.page->setFilterText(QStringLiteral("x"));
    some.settle();
    CHECK(sentenceOf(some).contains(QStringLiteral("\"x\"")));
}
