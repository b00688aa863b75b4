// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows and does about a team's server, before any server is spoken to.
#include "core/sync/replica.h"
#include "tests/ui/window/window_desk.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/sync_page.h"
#include "ui/sync/sync_session.h"

#include <QMenu>
#include <QToolButton>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// The demo company as a copy of a team's, four hours after the last contact.
struct CopyWindow {
    CopyWindow()
    {
        ui::Theme::instance().install(*qApp);
        database = value(exchange::openCompany(demoCompanyCopy(dir.path(), clock), clock));
        value(database->write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::Connection& connection = transaction.connection();
            connection.execute(QStringLiteral("DELETE FROM _op"));
            sync::prepareReplica(connection);
            sync::Link link;
            link.dsn = QStringLiteral("host=127.0.0.1 port=1 dbname=team");
            link.login = QStringLiteral("u1");
            link.person = PersonId::fromNumber(1);
            link.device = ids.next();
            link.deviceCode = QStringLiteral("C4");
            link.lastContact =
                Instant::fromMilliseconds(clock.now().milliseconds() - 4 * 3'600'000);
            link.loaded = true;
            sync::writeLink(connection, link);
            return {};
        }));
        session.emplace(value(access::openSession(*database)));
        workplace.reset(new app::Workplace{
            {*database, *session, clock, ids}, quoting::CostInputCache(*database)});
        window = std::make_unique<ui::MainWindow>(ui::ShellOptions{});
        app::furnish(*window, *workplace);
        window->start();
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }
    QToolButton& state() { return *window->findChild<QToolButton*>(QStringLiteral("topState")); }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'794'000'000'000), QDate(2026, 11, 6)};
    IdSource ids{clock, 5};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::unique_ptr<app::Workplace> workplace;
    std::unique_ptr<ui::MainWindow> window;
};

bool settingsHold(ui::MainWindow& window, const char* command)
{
    auto* menu = window.findChild<QMenu*>(QStringLiteral("settingsMenu"));
    Q_EMIT menu->aboutToShow();
    return menu->actions().contains(window.commands().action(QString::fromLatin1(command)));
}

} // namespace

TEST_CASE("in a file for one PC the top bar says nothing of a server, and joining is a command",
    "[ui][shell][sync]")
{
    WindowDesk desk;
    CHECK_FALSE(desk.find<QToolButton>("topState").isVisible());
    CHECK(desk.window->commands().action(QStringLiteral("sync.now")) == nullptr);
    desk.window->commands().run(QStringLiteral("sync.join"));
    auto* dialog = desk.window->findChild<ui::JoinDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->isVisible());
    desk.window->commands().run(QStringLiteral("sync.join")); // one is enough
    CHECK(desk.window->findChildren<ui::JoinDialog*>().size() == 1);
    dialog->close();
    desk.window->commands().run(QStringLiteral("open.sync"));
    CHECK(desk.window->currentPageId() == QStringLiteral("sync"));
}

TEST_CASE("in a copy the top bar says how it stands, counts edits at once and opens the page",
    "[ui][shell][sync]")
{
    CopyWindow copy;
    CHECK(copy.state().isVisible());
    copy.window->setLanguage(Language::Chinese);
    CHECK(copy.state().text().trimmed() == QStringLiteral("未登录服务器"));
    copy.window->setLanguage(Language::English);
    CHECK(copy.state().text().trimmed() == QStringLiteral("not signed in"));
    CHECK_FALSE(copy.state().toolTip().isEmpty());
    value(copy.database->write(
        copy.session->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(QStringLiteral(
                "UPDATE customer SET phone = '1' WHERE rid = (SELECT min(rid) FROM customer)"));
            return {};
        }));
    copy.window->findChild<ui::SyncSession*>()->lookAgain();
    CHECK(copy.state().text().trimmed() == QStringLiteral("not signed in · 1 unsent"));
    copy.state().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&copy.state(), Qt::Key_Space);
    CHECK(copy.window->currentPageId() == QStringLiteral("sync"));
    CHECK(qobject_cast<ui::SyncPage*>(copy.window->currentPage()) != nullptr);
    CHECK(copy.window->commands().action(QStringLiteral("sync.join")) == nullptr);
    copy.window->setLanguage(Language::Chinese);
    CHECK(copy.state().text().trimmed() == QStringLiteral("未登录 · 1 项待同步"));
    CHECK(settingsHold(*copy.window, "open.sync"));
}
