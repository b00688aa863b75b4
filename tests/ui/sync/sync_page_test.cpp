// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sync/sync_desk.h"
#include "ui/shared/cards.h"
#include "ui/sync/requests_view.h"
#include "ui/sync/sync_page.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTabBar>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct PageDesk : SyncDesk {
    explicit PageDesk(bool joined = true)
        : SyncDesk(joined)
    {
    }
    void openPage()
    {
        session->lookAgain();
        page = std::make_unique<ui::SyncPage>(*context, navigator, *session);
        show(*page);
        page->activated();
        QCoreApplication::processEvents();
    }
    QAbstractItemModel& fields() { return *child<QTableView>(*page, "syncTrayFields").model(); }
    QString field(int row, int column) { return fields().index(row, column).data().toString(); }
    std::unique_ptr<ui::SyncPage> page;
};

const QJsonObject kMine{{QStringLiteral("phone"), QStringLiteral("111")},
    {QStringLiteral("remark"), QStringLiteral("mine")}};
const QJsonObject kTheirs{{QStringLiteral("phone"), QStringLiteral("222")},
    {QStringLiteral("remark"), QStringLiteral("theirs")}};

} // namespace

TEST_CASE("a clash shows mine and theirs, who and when, field by field", "[ui][sync][tray]")
{
    PageDesk desk;
    const auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222"));
    desk.clash(customer, kMine, kTheirs);
    desk.openPage();
    CHECK(child<QLabel>(*desk.page, "syncTrayTitle").text() == QStringLiteral("苏州恒力"));
    REQUIRE(desk.fields().rowCount() == 2);
    CHECK(desk.field(0, 0) == QStringLiteral("Phone"));
    CHECK(desk.field(0, 1) == QStringLiteral("111"));
    CHECK(desk.field(0, 2) == QStringLiteral("222"));
    CHECK(desk.field(0, 3).startsWith(QStringLiteral("王雪")));
    CHECK(child<QTabBar>(*desk.page, "syncTabs").tabText(0) == QStringLiteral("Needs you 1"));
}

TEST_CASE("Ctrl+Enter takes mine and goes to the next clash", "[ui][sync][tray]")
{
    PageDesk desk;
    const auto first = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222"));
    const auto second = desk.known(QStringLiteral("杭州中控"), QStringLiteral("222"));
    desk.clash(first, kMine, kTheirs);
    desk.clash(second, kMine, kTheirs);
    desk.openPage();
    CHECK(desk.focused() == QStringLiteral("syncTrayList"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.cell(first, "phone") == QStringLiteral("111"));
    CHECK(desk.cell(first, "remark") == QStringLiteral("mine"));
    CHECK(desk.cell(second, "phone") == QStringLiteral("222"));
    CHECK(desk.number("SELECT count(*) FROM _tray") == 1);
    CHECK(desk.number("SELECT count(*) FROM _op") == 1); // to be sent as an edit of who decided
    CHECK(child<QLabel>(*desk.page, "syncTrayTitle").text() == QStringLiteral("杭州中控"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.cell(second, "phone") == QStringLiteral("111"));
    CHECK(child<QLabel>(*desk.page, "syncTrayEmptySentence").isVisible());
}

TEST_CASE("Space leaves a field to the others, mine goes in for the rest", "[ui][sync][tray]")
{
    PageDesk desk;
    const auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222"));
    desk.clash(customer, kMine, kTheirs);
    desk.openPage();
    desk.press(Qt::Key_Return); // into the fields
    CHECK(desk.focused() == QStringLiteral("syncTrayFields"));
    desk.press(Qt::Key_Space); // the phone stays theirs
    auto& take = child<QPushButton>(*desk.page, "syncTakeMine");
    CHECK(take.text() == QStringLiteral("Take mine in 1 of 2 fields"));
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Space);
    CHECK_FALSE(take.isEnabled()); // nothing of mine is left
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.cell(customer, "phone") == QStringLiteral("222"));
    CHECK(desk.cell(customer, "remark") == QStringLiteral("mine"));
    CHECK(desk.number("SELECT count(*) FROM _tray") == 0);
}

TEST_CASE("a tick that a person set survives news from the server", "[ui][sync][tray]")
{
    PageDesk desk;
    const auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222"));
    desk.clash(customer, kMine, kTheirs);
    desk.openPage();
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Space);
    desk.clash(desk.known(QStringLiteral("无锡远景"), QStringLiteral("333")), kMine, kTheirs);
    desk.session->lookAgain();
    CHECK(child<QTreeView>(*desk.page, "syncTrayList").model()->rowCount() == 2);
    CHECK(child<QPushButton>(*desk.page, "syncTakeMine").text()
        == QStringLiteral("Take mine in 1 of 2 fields"));
}

TEST_CASE("Ctrl+Shift+Enter keeps what stands and the toast can take that back", "[ui][sync][tray]")
{
    struct UndoNavigator : SettingsNavigator {
        void toast(const QString& text, ui::Tone, std::function<void()> undo) override
        {
            toasts += text;
            back = std::move(undo);
        }
        std::function<void()> back;
    };
    PageDesk desk;
    UndoNavigator navigator;
    const auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222"));
    desk.clash(customer, kMine, kTheirs);
    ui::SyncPage page(*desk.context, navigator, *desk.session);
    desk.show(page);
    page.activated();
    desk.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.cell(customer, "phone") == QStringLiteral("222"));
    CHECK(desk.number("SELECT count(*) FROM _tray") == 0);
    CHECK(desk.number("SELECT count(*) FROM _op") == 0);
    REQUIRE(navigator.back);
    navigator.back();
    CHECK(desk.number("SELECT count(*) FROM _tray") == 1);
    CHECK(value(sync::trayDetails(*desk.database)).front().fields.size() == 2);
}

TEST_CASE("an edit of a record that left this PC can only be given up", "[ui][sync][tray]")
{
    PageDesk desk;
    customers::Customer gone;
    gone.id = CustomerId::make(desk.ids);
    desk.clash(gone, kMine, {}, sync::TrayReason::Evicted);
    desk.openPage();
    CHECK_FALSE(child<QPushButton>(*desk.page, "syncTakeMine").isEnabled());
    CHECK(
        child<QPushButton>(*desk.page, "syncKeepTheirs").text() == QStringLiteral("Give mine up"));
    CHECK_FALSE(child<QPushButton>(*desk.page, "syncOpenRecord").isVisible());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.number("SELECT count(*) FROM _tray") == 1);
}

TEST_CASE(
    "an unsent edit tells its record, its fields and what they held before", "[ui][sync][unsent]")
{
    PageDesk desk;
    auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("0512"));
    customer.phone = QStringLiteral("0513");
    customer.grade = customers::CustomerGrade::A;
    value(desk.database->write(
        desk.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::update(transaction, customer);
            return {};
        }));
    desk.openPage();
    desk.page->openTab(ui::SyncPage::Tab::Unsent);
    const auto& list = *child<QTreeView>(*desk.page, "syncUnsentList").model();
    REQUIRE(list.rowCount() == 1);
    CHECK(list.index(0, 0).data().toString() == QStringLiteral("苏州恒力"));
    CHECK(list.index(0, 2).data().toString() == QStringLiteral("Fields changed: 2"));
    const auto& fields = *child<QTableView>(*desk.page, "syncUnsentFields").model();
    REQUIRE(fields.rowCount() == 2);
    CHECK(fields.index(0, 0).data().toString() == QStringLiteral("Grade"));
    CHECK(fields.index(0, 1).data().toString() == QStringLiteral("C"));
    CHECK(fields.index(0, 2).data().toString() == QStringLiteral("A"));
    CHECK(fields.index(1, 1).data().toString() == QStringLiteral("0512"));
    CHECK(fields.index(1, 2).data().toString() == QStringLiteral("0513"));
}

TEST_CASE("a refused request gives its reason and is asked again by key", "[ui][sync][requests]")
{
    PageDesk desk;
    const auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("0512"));
    value(sync::ask(*desk.database,
        desk.owner->id(),
        desk.ids,
        sync::Request::Kind::Claim,
        {{QStringLiteral("customer"), customer.id.raw().toString()}}));
    value(desk.database->write(
        desk.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("UPDATE _request SET status = 'refused', reason = ?"),
                {QStringLiteral("{\"code\": \"NOT_YOURS\"}")});
            return {};
        }));
    desk.openPage();
    desk.page->openTab(ui::SyncPage::Tab::Requests);
    desk.page->activated();
    CHECK(child<QTabBar>(*desk.page, "syncTabs").tabText(1) == QStringLiteral("Requests 1"));
    CHECK(child<QLabel>(*desk.page, "syncRequestsTitle").text() == QStringLiteral("苏州恒力"));
    CHECK(child<QPushButton>(*desk.page, "syncAskAgain").isVisible());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.number("SELECT count(*) FROM _request WHERE status = 'queued'") == 1);
    CHECK_FALSE(child<QPushButton>(*desk.page, "syncAskAgain").isVisible());
}

TEST_CASE(
    "leaving writes a file for one PC with what was not sent, and the copy stays one", "[ui][sync]")
{
    PageDesk desk;
    auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("0512"));
    customer.phone = QStringLiteral("0513");
    value(desk.database->write(
        desk.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::update(transaction, customer);
            return {};
        }));
    desk.openPage();
    const QString path = desk.folder.filePath(QStringLiteral("alone.chengdan"));
    desk.page->leaveWithCopy(path);
    WAIT_UNTIL(!desk.navigator.toasts.isEmpty());
    CHECK(desk.navigator.toasts.last().contains(QStringLiteral("alone.chengdan")));
    const auto alone = value(exchange::openCompany(path, desk.clock));
    CHECK_FALSE(value(sync::linkOf(*alone)));
    CHECK(storage::selectOne<customers::Customer>(
        alone->reader(), QStringLiteral("phone = ?"), {QStringLiteral("0513")}));
    CHECK(value(sync::linkOf(*desk.database)));
    desk.page->leaveWithCopy(path); // not over a file that is there
    auto& bar = *desk.page->findChild<QWidget*>(QStringLiteral("syncError"));
    WAIT_UNTIL(bar.isVisible());
}

TEST_CASE("in a file for one PC the page explains and offers to join", "[ui][sync]")
{
    PageDesk desk(false);
    desk.openPage();
    CHECK(child<QPushButton>(*desk.page, "syncSingleAction").isVisible());
    bool wanted = false;
    QObject::connect(desk.page.get(), &ui::SyncPage::joinWanted, [&] { wanted = true; });
    child<QPushButton>(*desk.page, "syncSingleAction").setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Space);
    CHECK(wanted);
}

TEST_CASE("the page changes its language while it is open", "[ui][sync]")
{
    PageDesk desk;
    desk.clash(desk.known(QStringLiteral("苏州恒力"), QStringLiteral("222")), kMine, kTheirs);
    desk.openPage();
    CHECK(child<QPushButton>(*desk.page, "syncTakeMine").text() == QStringLiteral("Take mine"));
    const ChineseWords chinese({{QStringLiteral("Take mine"), QStringLiteral("用我的")},
        {QStringLiteral("Keep theirs"), QStringLiteral("用对方的")},
        {QStringLiteral("Phone"), QStringLiteral("电话")}});
    QCoreApplication::processEvents();
    CHECK(child<QPushButton>(*desk.page, "syncTakeMine").text() == QStringLiteral("用我的"));
    CHECK(child<QPushButton>(*desk.page, "syncKeepTheirs").text() == QStringLiteral("用对方的"));
    CHECK(desk.field(0, 0) == QStringLiteral("电话"));
    CHECK(child<QTableView>(*desk.page, "syncTrayFields").verticalHeader()->count() == 2);
}
