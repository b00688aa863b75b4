// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_desk.h"

using namespace chengdan;
using namespace chengdan::ui;

namespace {

// The widgets Tab reaches one after another, until it comes back to one already seen.
QWidgetList tabChain(tests::WindowDesk& desk, int most = 60)
{
    QWidgetList chain;
    for (int i = 0; i < most; ++i) {
        QWidget* const now = QApplication::focusWidget();
        if (now == nullptr || chain.contains(now))
            break;
        chain += now;
        desk.press(Qt::Key_Tab);
    }
    return chain;
}

QString nameOf(const QWidget* widget)
{
    return widget->objectName() + QLatin1Char('/')
        + QString::fromLatin1(widget->metaObject()->className());
}

} // namespace

TEST_CASE("Tab stops only at what can be seen", "[ui][accessible]")
{
    tests::WindowDesk desk;
    for (const char* page : {"customers", "opportunities", "quotes"}) {
        desk.open(page);
        REQUIRE(desk.window->currentPage()->newRecord());
        QCoreApplication::processEvents();
        for (const QWidget* stop : tabChain(desk)) {
            INFO(page << " " << nameOf(stop).toStdString());
            CHECK(stop->isVisible());
            CHECK(!stop->visibleRegion().isEmpty());
        }
        while (desk.window->currentPage()->closeInner()) { }
    }
}

TEST_CASE("in the form of a new customer Tab goes in reading order", "[ui][accessible]")
{
    tests::WindowDesk desk;
    desk.open("customers");
    REQUIRE(desk.window->currentPage()->newRecord());
    QCoreApplication::processEvents();
    QWidget* form = QApplication::focusWidget();
    REQUIRE(form != nullptr);
    while (form->parentWidget() != nullptr && !form->objectName().contains(QStringLiteral("Form")))
        form = form->parentWidget();
    INFO(nameOf(form).toStdString());
    QPoint before(-1, -1);
    int stops = 0;
    for (const QWidget* stop : tabChain(desk)) {
        if (!form->isAncestorOf(stop))
            break;
        const QPoint at = stop->mapTo(form, QPoint(0, stop->height() / 2));
        INFO(nameOf(stop).toStdString());
        constexpr int kSameRow = 14;
        if (before.y() >= 0)
            CHECK((at.y() > before.y() + kSameRow
                || (std::abs(at.y() - before.y()) <= kSameRow && at.x() > before.x())));
        before = at;
        ++stops;
    }
    CHECK(stops >= 3);
}

TEST_CASE("at 140 % text every page still fits its window", "[ui][theme]")
{
    tests::WindowDesk desk(QSize(1440, 900));
    for (int i = 0; i < 4; ++i)
        desk.press(Qt::Key_Equal, Qt::ControlModifier);
    CHECK(Theme::instance().textSize() == 140);
    for (const PageSpec& page : desk.window->pages()) {
        desk.window->navigator().openPage(page.id);
        desk.settle();
        INFO(page.id.toStdString());
        CHECK(desk.window->width() == 1440);
        CHECK(desk.window->currentPage()->geometry().right() <= desk.window->width());
    }
    desk.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(Theme::instance().textSize() == 130);
    desk.press(Qt::Key_0, Qt::ControlModifier);
    CHECK(Theme::instance().textSize() == 100);
}
