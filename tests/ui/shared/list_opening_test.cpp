// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shared/windowed_model.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

constexpr int kOpenedRows = 1000;

/// What happened while a list was opened; the table and the source tell it from two threads.
struct Opening {
    std::atomic<int> rowsPainted = 0;
    std::atomic<int> firstQuestions = 0;
    std::atomic<int> keyQuestions = 0;
    std::atomic<int> rowsPaintedBeforeKeys = -1;
    std::atomic<QThread*> thread = nullptr;
};

class OpeningSource : public ListSource {
public:
    explicit OpeningSource(std::shared_ptr<Opening> opening)
        : m_opening(std::move(opening))
    {
    }
    Result<std::vector<qint64>> firstKeys(const ListRequest&, int count) override
    {
        ++m_opening->firstQuestions;
        return keysUpTo(count);
    }
    Result<std::vector<qint64>> keys(const ListRequest&) override
    {
        if (m_opening->keyQuestions++ == 0)
            m_opening->rowsPaintedBeforeKeys = m_opening->rowsPainted.load();
        m_opening->thread = QThread::currentThread();
        return keysUpTo(kOpenedRows);
    }
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
    {
        std::vector<ListRow> rows;
        for (const qint64 key : keys)
            rows.push_back({key, {QStringLiteral("row %1").arg(key)}, false});
        return rows;
    }

private:
    static std::vector<qint64> keysUpTo(int count)
    {
        std::vector<qint64> keys;
        for (int key = 1; key <= count; ++key)
            keys.push_back(key);
        return keys;
    }
    std::shared_ptr<Opening> m_opening;
};

class OpeningTable : public QTableView {
public:
    explicit OpeningTable(std::shared_ptr<Opening> opening)
        : m_opening(std::move(opening))
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QTableView::paintEvent(event);
        m_opening->rowsPainted = model()->rowCount();
    }

private:
    std::shared_ptr<Opening> m_opening;
};

std::unique_ptr<WindowedModel> openedModel(const std::shared_ptr<Opening>& opening)
{
    return std::make_unique<WindowedModel>(std::make_unique<OpeningSource>(opening),
        std::vector<ColumnSpec>{{.key = QStringLiteral("name"), .title = QStringLiteral("Name")}},
        QDate(2026, 3, 12));
}

void loadAll(WindowedModel& model)
{
    QSignalSpy loaded(&model, &WindowedModel::loaded);
    model.setRequest({});
    REQUIRE((loaded.count() > 0 || loaded.wait()));
}

} // namespace

TEST_CASE("the keys of a long list are read when its first page has been painted, not before",
    "[ui][shared][list][opening]")
{
    const auto opening = std::make_shared<Opening>();
    const auto model = openedModel(opening);
    OpeningTable table(opening);
    table.setModel(model.get());
    table.resize(600, 400);
    table.show();
    REQUIRE(QTest::qWaitForWindowExposed(&table));
    loadAll(*model);
    CHECK(opening->firstQuestions == 1);
    CHECK(opening->keyQuestions == 1);
    CHECK(opening->rowsPaintedBeforeKeys == 64);
    CHECK(model->rowCount() == kOpenedRows);
}

TEST_CASE("a list nobody looks at is loaded as a whole as well", "[ui][shared][list][opening]")
{
    const auto opening = std::make_shared<Opening>();
    const auto model = openedModel(opening);
    loadAll(*model);
    CHECK(model->rowCount() == kOpenedRows);
    CHECK(opening->rowsPaintedBeforeKeys == 0);
}

TEST_CASE("a list that is asked anew before its keys were read asks for the newest ones only",
    "[ui][shared][list][opening]")
{
    const auto opening = std::make_shared<Opening>();
    const auto model = openedModel(opening);
    QSignalSpy first(model.get(), &WindowedModel::modelReset);
    model->setRequest({});
    REQUIRE((first.count() > 0 || first.wait()));
    REQUIRE(model->rowCount() == 64);
    QSignalSpy loaded(model.get(), &WindowedModel::loaded);
    model->reload();
    REQUIRE((loaded.count() > 0 || loaded.wait()));
    CHECK(model->rowCount() == kOpenedRows);
    QCoreApplication::processEvents();
    CHECK(opening->keyQuestions == 1);
}

TEST_CASE(
    "words are made for the rows that are looked at, once each", "[ui][shared][list][opening]")
{
    const auto opening = std::make_shared<Opening>();
    int made = 0;
    std::vector<ColumnSpec> columns{
        {.key = QStringLiteral("name"), .title = QStringLiteral("Name")}};
    columns[0].look = [&made](const QVariant& value) {
        ++made;
        CellLook look;
        look.text = value.toString();
        return look;
    };
    WindowedModel model(
        std::make_unique<OpeningSource>(opening), std::move(columns), QDate(2026, 3, 12));
    loadAll(model);
    CHECK(made == 0);
    REQUIRE(model.lookAt(5, 0) != nullptr);
    CHECK(model.lookAt(5, 0)->text == QStringLiteral("row 6"));
    CHECK(model.index(5, 0).data().toString() == QStringLiteral("row 6"));
    CHECK(made == 1);
}

TEST_CASE("a list reads on the thread of the one that was closed before it, two open lists do not "
          "share one",
    "[ui][shared][list][opening]")
{
    const auto one = std::make_shared<Opening>();
    const auto two = std::make_shared<Opening>();
    auto first = openedModel(one);
    loadAll(*first);
    const auto second = openedModel(two);
    loadAll(*second);
    CHECK(one->thread != two->thread);
    first.reset();
    const auto three = std::make_shared<Opening>();
    const auto third = openedModel(three);
    loadAll(*third);
    CHECK(three->thread == one->thread);
}
