// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/list_page.h"
#include "ui/shared/windowed_model.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QInputMethodEvent>
#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

/// What the fake source answers and how it is held up; shared with the test, guarded by its mutex.
struct FakeRows {
    QMutex mutex;
    int count = 1000;
    int keyQuestions = 0;
    int pageQuestions = 0;
    QString suffix;
    QSemaphore gate; // a query for "slow" waits here
};

class FakeSource : public ListSource {
public:
    explicit FakeSource(std::shared_ptr<FakeRows> rows)
        : m_rows(std::move(rows))
    {
    }
    Result<std::vector<qint64>> keys(const ListRequest& request) override
    {
        if (request.filter == QStringLiteral("slow"))
            m_rows->gate.acquire();
        const QMutexLocker lock(&m_rows->mutex);
        ++m_rows->keyQuestions;
        if (request.filter == QStringLiteral("broken"))
            return fail("FILE_READ", {}, {{QStringLiteral("file"), QStringLiteral("x")}});
        const int count = request.filter.isEmpty()     ? m_rows->count
            : request.filter == QStringLiteral("none") ? 0
                                                       : 10;
        std::vector<qint64> keys;
        for (int i = 1; i <= count; ++i)
            keys.push_back(request.descending ? count + 1 - i : i);
        return keys;
    }
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
    {
        const QMutexLocker lock(&m_rows->mutex);
        ++m_rows->pageQuestions;
        std::vector<ListRow> rows;
        // Backwards on purpose: the model puts rows where their keys stand.
        for (auto key = keys.rbegin(); key != keys.rend(); ++key)
            rows.push_back(
                {*key, {QStringLiteral("row %1").arg(*key) + m_rows->suffix, *key * 100}, false});
        return rows;
    }
    Result<std::vector<ListSum>> sums(const ListRequest&) override
    {
        return std::vector<ListSum>{{QStringLiteral("amount"), {}, 123456}};
    }

private:
    std::shared_ptr<FakeRows> m_rows;
};

std::vector<ColumnSpec> fakeColumns()
{
    return {{.key = QStringLiteral("name"), .title = QStringLiteral("Name"), .stretch = true},
        {.key = QStringLiteral("amount"),
            .title = QStringLiteral("Amount"),
            .kind = CellKind::Money}};
}

ListRequest filtered(const char* filter)
{
    ListRequest request;
    request.filter = QString::fromLatin1(filter);
    return request;
}

struct FakeModel {
    std::shared_ptr<FakeRows> rows = std::make_shared<FakeRows>();
    WindowedModel model{std::make_unique<FakeSource>(rows), fakeColumns(), QDate(2026, 3, 12)};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void load(const ListRequest& request)
    {
        QSignalSpy loaded(&model, &WindowedModel::loaded);
        model.setRequest(request);
        REQUIRE((loaded.count() > 0 || loaded.wait()));
    }
    QString text(int row) { return model.index(row, 0).data().toString(); }
};

struct FakePage {
    std::shared_ptr<FakeRows> rows = std::make_shared<FakeRows>();
    std::unique_ptr<ListPage> page;

    FakePage()
    {
        Theme::instance().install(*qApp);
        ListSetup setup;
        setup.name = QStringLiteral("fake");
        setup.source = std::make_unique<FakeSource>(rows);
        setup.columns = fakeColumns;
        setup.today = QDate(2026, 3, 12);
        page = std::make_unique<ListPage>(std::move(setup));
        page->resize(1400, 700);
        page->show();
        QSignalSpy loaded(&page->model(), &WindowedModel::loaded);
        REQUIRE((page->model().isLoaded() || loaded.wait()));
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
    }
    void waitLoaded()
    {
        REQUIRE(QTest::qWaitFor([this] { return !page->isWaiting(); }));
    }
};

} // namespace

TEST_CASE("a windowed list shows the row of each key, whatever order the source answers in",
    "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    CHECK(fake.model.rowCount() == 1000);
    CHECK(fake.text(0) == QStringLiteral("row 1"));
    CHECK(fake.text(63) == QStringLiteral("row 64"));
    CHECK(fake.model.index(0, 1).data().toString() == QStringLiteral("1.00"));
    CHECK(fake.model.index(0, 1).data(WindowedModel::SortRole).toLongLong() == 100);
    CHECK(fake.model.index(7, 0).data(WindowedModel::IdRole).toLongLong() == 8);
    CHECK(fake.model.rowOf(1000) == 999);
    CHECK(fake.model.rowOf(5000) == -1);
}

TEST_CASE("a page is read when it is looked at and only once", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    const int before = fake.rows->pageQuestions;
    QSignalSpy changed(&fake.model, &QAbstractItemModel::dataChanged);
    CHECK(fake.text(500).isEmpty());
    CHECK(fake.text(501).isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return !fake.text(500).isEmpty(); }));
    CHECK(fake.text(501) == QStringLiteral("row 502"));
    CHECK(fake.rows->pageQuestions == before + 1);
    CHECK(changed.count() == 1);
}

TEST_CASE("a late answer of an older request is dropped", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    QSignalSpy loaded(&fake.model, &WindowedModel::loaded);
    fake.model.setRequest(filtered("slow")); // the worker waits inside this question
    fake.model.setRequest(filtered("quick"));
    fake.rows->gate.release();
    REQUIRE(loaded.wait());
    CHECK(loaded.count() == 1);
    CHECK(fake.model.rowCount() == 10);
    CHECK(fake.model.request().filter == QStringLiteral("quick"));
}

TEST_CASE("the old rows stay visible while a new request is under way", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    fake.model.setRequest(filtered("slow"));
    CHECK(fake.model.isLoading());
    CHECK(fake.model.rowCount() == 1000);
    CHECK(fake.text(0) == QStringLiteral("row 1"));
    fake.rows->gate.release();
    REQUIRE(QTest::qWaitFor([&] { return !fake.model.isLoading(); }));
    CHECK(fake.model.rowCount() == 10);
}

TEST_CASE("a sum goes with the filter it was made for, not with the order", "[ui][shared][list]")
{
    FakeModel fake;
    QSignalSpy summed(&fake.model, &WindowedModel::sumsChanged);
    fake.load({});
    REQUIRE((!fake.model.sums().empty() || summed.wait()));
    REQUIRE(fake.model.sums().size() == 1);
    ListRequest turned;
    turned.descending = true;
    fake.model.setRequest(turned);
    CHECK(fake.model.sums().size() == 1);
    fake.model.setRequest(filtered("slow"));
    CHECK(fake.model.sums().empty()); // the new count may stand before the new sum does
    fake.rows->gate.release();
    REQUIRE((!fake.model.sums().empty() || summed.wait()));
}

TEST_CASE("refreshing keys changes just those rows and never resets", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    {
        const QMutexLocker lock(&fake.rows->mutex);
        fake.rows->suffix = QStringLiteral(" new");
    }
    QSignalSpy reset(&fake.model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&fake.model, &QAbstractItemModel::dataChanged);
    const qint64 keys[] = {3, 900}; // row 900 was never read, so nothing is asked for it
    fake.model.refreshKeys(keys);
    REQUIRE(changed.wait());
    CHECK(changed.count() == 1);
    CHECK(changed[0][0].toModelIndex().row() == 2);
    CHECK(fake.text(2) == QStringLiteral("row 3 new"));
    CHECK(fake.text(3) == QStringLiteral("row 4"));
    CHECK(reset.count() == 0);
}

TEST_CASE("a failed query keeps the rows and says what went wrong", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    QSignalSpy failed(&fake.model, &WindowedModel::failed);
    fake.model.setRequest(filtered("broken"));
    REQUIRE(failed.wait());
    CHECK(failed[0][0].value<Error>().code == QStringLiteral("FILE_READ"));
    CHECK_FALSE(fake.model.isLoading());
    CHECK(fake.model.rowCount() == 1000);
}

TEST_CASE("the same request asks nothing again, a reload does", "[ui][shared][list]")
{
    FakeModel fake;
    fake.load({});
    const int before = fake.rows->keyQuestions;
    fake.model.setRequest({});
    CHECK_FALSE(fake.model.isLoading());
    QSignalSpy loaded(&fake.model, &WindowedModel::loaded);
    fake.model.reload();
    REQUIRE(loaded.wait());
    CHECK(fake.rows->keyQuestions == before + 1);
}

TEST_CASE(
    "what an input method composes is no filter until it is committed", "[ui][shared][list][ime]")
{
    FilterEdit edit(QStringLiteral("filter"));
    edit.show();
    QSignalSpy filters(&edit, &FilterEdit::filterChanged);
    QInputMethodEvent composing(QStringLiteral("ning"), {});
    QApplication::sendEvent(&edit, &composing);
    CHECK_FALSE(filters.wait(2 * FilterEdit::kDebounceMs));
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("\u5b81\u6ce2"));
    QApplication::sendEvent(&edit, &committed);
    REQUIRE(filters.wait());
    CHECK(filters.count() == 1);
    CHECK(filters[0][0].toString() == QStringLiteral("\u5b81\u6ce2"));
}

TEST_CASE(
    "typing runs the filter once after a pause and Enter runs it at once", "[ui][shared][list]")
{
    FilterEdit edit(QStringLiteral("filter"));
    edit.show();
    QSignalSpy filters(&edit, &FilterEdit::filterChanged);
    QTest::keyClicks(&edit, QStringLiteral("abc"));
    CHECK(filters.count() == 0);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(filters.count() == 1);
    CHECK_FALSE(filters.wait(2 * FilterEdit::kDebounceMs));
    CHECK(filters.count() == 1);
}

TEST_CASE("a list page is filtered, sorted and opened by keyboard alone", "[ui][shared][list]")
{
    FakePage fake;
    ListPage& page = *fake.page;
    page.findInPage();
    CHECK(page.filterEdit()->hasFocus());
    QTest::keyClicks(page.filterEdit(), QStringLiteral("x"));
    QTest::keyClick(page.filterEdit(), Qt::Key_Return);
    fake.waitLoaded();
    CHECK(page.model().rowCount() == 10);
    QTest::keyClick(page.filterEdit(), Qt::Key_Down);
    CHECK(page.table()->hasFocus());
    QSignalSpy opened(&page, &ListPage::rowActivated);
    QTest::keyClick(page.table(), Qt::Key_Down);
    QTest::keyClick(page.table(), Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened[0][0].toLongLong() == 2);
    QTest::keyClick(page.table(), Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
    fake.waitLoaded();
    CHECK(page.model().request().descending);
    CHECK(page.currentKey() == std::optional<qint64>(2));
    QTest::keyClick(page.table(), Qt::Key_Escape);
    fake.waitLoaded();
    CHECK(page.model().rowCount() == 1000);
}

TEST_CASE("a filter without a match names itself and can be lifted", "[ui][shared][list]")
{
    FakePage fake;
    fake.page->setFilterText(QStringLiteral("none"));
    fake.waitLoaded();
    auto* empty = fake.page->findChild<QWidget*>(QStringLiteral("fakeEmpty"));
    REQUIRE(empty);
    CHECK(empty->isVisible());
    auto* action = empty->findChild<QAbstractButton*>(QStringLiteral("fakeEmptyAction"));
    REQUIRE(action);
    action->click();
    fake.waitLoaded();
    CHECK(fake.page->model().rowCount() == 1000);
    CHECK_FALSE(empty->isVisible());
}

TEST_CASE("filter, sort and place of a list survive a restart", "[ui][shared][list]")
{
    QVariantMap state;
    {
        FakePage fake;
        fake.page->sortBy(1, true);
        fake.page->setFilterText(QStringLiteral("x"));
        fake.waitLoaded();
        fake.page->selectKey(4);
        state = fake.page->saveState();
    }
    FakePage again;
    again.page->restoreState(state);
    again.waitLoaded();
    CHECK(again.page->model().request().filter == QStringLiteral("x"));
    CHECK(again.page->model().request().descending);
    CHECK(again.page->currentKey() == std::optional<qint64>(4));
}
