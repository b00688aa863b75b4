// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_desk.h"
#include "ui/shell/rail.h"

using namespace chengdan;
using namespace chengdan::ui;

TEST_CASE("no page title in the rail is cut short in either language", "[ui][shell]")
{
    tests::WindowDesk desk;
    auto& rail = desk.find<Rail>("rail");
    for (const Language language : {Language::Chinese, Language::English}) {
        desk.window->setLanguage(language);
        QCoreApplication::processEvents();
        for (const PageSpec& page : desk.window->pages()) {
            if (!page.inRail)
                continue;
            INFO(page.title().toStdString());
            CHECK(rail.showsWhole(page.id));
        }
    }
    CHECK(desk.window->pages()[0].title() == QStringLiteral("Home"));
}

TEST_CASE("a badge takes its room from the title only while it is there", "[ui][shell]")
{
    Theme::instance().install(*qApp);
    Rail rail;
    rail.addPage(QStringLiteral("long"), QStringLiteral("boxes"), 0);
    rail.setPageText(QStringLiteral("long"), QStringLiteral("Products and BOM"), {});
    CHECK(rail.showsWhole(QStringLiteral("long")));
    rail.setBadge(QStringLiteral("long"), 250, true);
    CHECK_FALSE(rail.showsWhole(QStringLiteral("long")));
    rail.setBadge(QStringLiteral("long"), 0, true);
    CHECK(rail.showsWhole(QStringLiteral("long")));
}
