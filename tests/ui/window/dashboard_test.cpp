// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/dashboard/funnel_chart.h"

#include <QAbstractButton>
#include <QImage>
#include <QLabel>
#include <QSemaphore>
#include <QTableWidget>

using namespace chengdan;
using namespace chengdan::tests;
using namespace chengdan::ui;

namespace {

bool holdsColour(QWidget& widget, QRect part, const QColor& colour)
{
    const QImage image = widget.grab(part).toImage().convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("figures that take long say so and can be stopped and begun again", "[ui][dashboard]")
{
    WindowDesk desk;
    desk.open("dashboard");
    auto& stop = desk.find<QAbstractButton>("dashboardStop");
    auto& work = desk.find<QLabel>("dashboardWork");
    CHECK_FALSE(stop.isVisible());
    // Both threads of the runner are taken, so the figures have to wait.
    QSemaphore gate;
    const auto blocked = [&gate](JobControl&) -> Result<JobResult> {
        gate.acquire();
        return JobResult();
    };
    for (int i = 0; i < 2; ++i)
        desk.window->navigator().jobs().startQuietly(blocked, desk.window.get(), {});
    desk.window->currentPage()->refreshPage();
    QTRY_VERIFY(stop.isVisible());
    CHECK_FALSE(work.text().isEmpty());
    const QString working = stop.text();
    stop.click();
    QTRY_VERIFY(stop.text() != working);
    CHECK(stop.isVisible());
    CHECK(work.isVisible());
    gate.release(2);
    desk.settle();
    CHECK(work.isVisible()); // it stays stopped until a person begins again
    stop.click();
    desk.settle();
    CHECK_FALSE(work.isVisible());
    CHECK_FALSE(stop.isVisible());
}

TEST_CASE("an expired quote is in the danger colour of the theme that is shown", "[ui][dashboard]")
{
    WindowDesk desk;
    value(desk.database->write(desk.session->id(), [&](storage::Transaction& tx) -> Result<void> {
        auto quote = *storage::selectOne<quoting::Quote>(tx.connection(),
            QStringLiteral("state = ? ORDER BY rid"),
            {schema::codeOf(quoting::QuoteState::Sent)});
        quote.validUntil = desk.clock.today().addDays(-3);
        storage::update(tx, quote);
        return {};
    }));
    desk.open("dashboard");
    auto& list = desk.find<QTableWidget>("openQuotesList");
    QTRY_VERIFY(list.rowCount() > 0);
    desk.settle();
    list.clearSelection();
    list.setCurrentItem(nullptr);
    CHECK_FALSE(list.item(0, 3)->data(Qt::ForegroundRole).isValid());
    const QRect cell = list.visualItemRect(list.item(0, 3));
    CHECK(holdsColour(*list.viewport(), cell, themeColor(Token::Danger)));
    const QColor before = themeColor(Token::Danger);
    Theme::instance().setMode(Theme::Mode::Dark);
    CHECK(holdsColour(*list.viewport(), cell, themeColor(Token::Danger)));
    CHECK_FALSE(holdsColour(*list.viewport(), cell, before));
    Theme::instance().setMode(Theme::Mode::Light);
}

TEST_CASE("counts of the funnel are grouped like every other figure", "[ui][dashboard]")
{
    Theme::instance().install(*qApp);
    FunnelChart chart;
    FunnelBar bar;
    bar.stage = QStringLiteral("Lead");
    bar.count = 1234567;
    chart.setBars({bar});
    CHECK(chart.accessibleName() == QStringLiteral("Lead 1,234,567"));
}
