// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_desk.h"
#include "ui/dashboard/funnel_chart.h"
#include "ui/shared/list_page.h"

#include <QTableView>

using namespace chengdan;
using namespace chengdan::ui;

TEST_CASE("every bar of the funnel opens exactly the rows it counts", "[ui][dashboard]")
{
    tests::WindowDesk desk;
    auto& chart = desk.find<FunnelChart>("funnelChart");
    const std::vector<FunnelBar> bars = chart.bars();
    REQUIRE(bars.size() >= 5);
    qint64 all = 0;
    for (std::size_t row = 0; row < bars.size(); ++row) {
        desk.open("dashboard");
        chart.setFocus();
        for (std::size_t up = 0; up < bars.size(); ++up)
            desk.press(Qt::Key_Up);
        for (std::size_t down = 0; down < row; ++down)
            desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Return);
        desk.settle();
        REQUIRE(desk.window->currentPageId() == QStringLiteral("opportunities"));
        const auto* list = qobject_cast<ListPage*>(desk.window->currentPage());
        REQUIRE(list != nullptr);
        INFO(bars[row].stage.toStdString());
        CHECK(list->table()->model()->rowCount() == bars[row].count);
        all += bars[row].count;
    }
    CHECK(all > 100);
}

TEST_CASE("a bar is as long as its share of the largest open stage", "[ui][dashboard]")
{
    Theme::instance().install(*qApp);
    FunnelChart chart;
    chart.resize(900, 300);
    FunnelBar first;
    first.count = 40;
    FunnelBar second;
    second.count = 10;
    FunnelBar won;
    won.count = 400;
    won.won = true;
    chart.setBars({first, second, won});
    CHECK(chart.barRect(1).width() * 4 == Approx(chart.barRect(0).width()));
    CHECK(chart.barRect(2).width() < chart.barRect(1).width());
}
