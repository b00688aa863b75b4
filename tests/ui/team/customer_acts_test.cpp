// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts that decide whose a customer is, by keyboard in the windows of several people on one server.
#include "tests/ui/team/team_window.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

qint32 ownerOf(TeamPc& pc, const QString& name)
{
    const auto customer = pc.customer(name);
    return customer ? customer->meta.owner.number() : -1;
}

std::vector<sync::Request> requestsOf(TeamPc& pc)
{
    return value(sync::requests(*pc.database));
}

// The status of the current customer as the list shows it.
QString shownStatus(TeamWindow& desk)
{
    auto* page = qobject_cast<ui::CustomersPage*>(desk.window().currentPage());
    const auto& model = page->model();
    const int column = model.columnOf(QStringLiteral("status"));
    return model.index(page->table()->currentIndex().row(), column).data().toString();
}

} // namespace

TEST_CASE("a customer of the pool is claimed with one key and is mine when the server says so",
    "[ui][team][claim]")
{
    TeamOffice office;
    const auto pc = office.pc(kAmy);
    TeamWindow amy(*pc);
    amy.signIn();
    const QString wanted = TeamOffice::pool().front();
    amy.openCustomer(wanted);
    CHECK(amy.find<QLabel>("customerOwner").text() == QStringLiteral("Nobody, in the pool"));
    CHECK(amy.find<QPushButton>("customerClaim").isVisible());
    amy.press(Qt::Key_M, kCtrlShift);
    WAIT_UNTIL(ownerOf(*pc, wanted) == kAmy);
    WAIT_UNTIL(!amy.answers.isEmpty());
    CHECK(amy.answers.front() == QStringLiteral("“%1” is yours now").arg(wanted));
    WAIT_UNTIL(amy.find<QLabel>("customerOwner").text() == QStringLiteral("陈艾米"));
    CHECK_FALSE(amy.find<QPushButton>("customerClaim").isVisible());
    CHECK(
        office.server()
            .scalar(QStringLiteral("SELECT owner FROM app.customer WHERE name = '%1'").arg(wanted))
            .toInt()
        == kAmy);
    // What somebody has already cannot be claimed: the page says whose it is.
    amy.press(Qt::Key_M, kCtrlShift);
    CHECK(amy.texts("customerPanelMessage")
              .join(QLatin1Char(' '))
              .contains(QStringLiteral("陈艾米")));
    CHECK(requestsOf(*pc).size() == 1);
}

TEST_CASE("a claim without the server waits, is never shown as done, and is carried there later",
    "[ui][team][claim]")
{
    TeamOffice office;
    const auto pc = office.pc(kAmy);
    TeamWindow amy(*pc);
    amy.signIn();
    amy.goOffline();
    const QString wanted = TeamOffice::pool().front();
    amy.openCustomer(wanted);
    CHECK(shownStatus(amy) == QStringLiteral("In the pool"));
    amy.press(Qt::Key_M, kCtrlShift);
    WAIT_UNTIL(shownStatus(amy) == QStringLiteral("Waits for the server"));
    CHECK(ownerOf(*pc, wanted) == 0);
    CHECK(amy.find<QLabel>("customerOwner").text() == QStringLiteral("Nobody, in the pool"));
    CHECK_FALSE(amy.find<QPushButton>("customerClaim").isEnabled());
    CHECK(amy.find<QPushButton>("customerClaim").toolTip().contains(QStringLiteral("waits")));
    WAIT_UNTIL(!amy.texts("customerRequest0").isEmpty());
    CHECK(amy.texts("customerRequest0").front() == QStringLiteral("Claim: waits for the server"));
    amy.press(Qt::Key_M, kCtrlShift); // asked once is enough
    REQUIRE(requestsOf(*pc).size() == 1);
    CHECK(requestsOf(*pc).front().status == sync::Request::Status::Queued);
    CHECK(amy.answers.isEmpty());
    amy.goOnline();
    CHECK(ownerOf(*pc, wanted) == kAmy);
    WAIT_UNTIL(shownStatus(amy) == QStringLiteral("In follow-up"));
    WAIT_UNTIL(amy.texts("customerRequest0").isEmpty());
}

TEST_CASE("who claims too late is told the reason, and the customer goes", "[ui][team][claim]")
{
    TeamOffice office;
    const auto first = office.pc(kAmy);
    const auto second = office.pc(kBob);
    TeamWindow amy(*first);
    TeamWindow bob(*second);
    amy.signIn();
    bob.signIn();
    amy.goOffline();
    bob.goOffline();
    const QString wanted = TeamOffice::pool().front();
    for (TeamWindow* desk : {&amy, &bob}) {
        desk->openCustomer(wanted);
        desk->press(Qt::Key_M, kCtrlShift);
        REQUIRE(requestsOf(desk->pc()).size() == 1);
    }
    bob.goOnline();
    CHECK(ownerOf(*second, wanted) == kBob);
    amy.goOnline();
    CHECK(ownerOf(*first, wanted) == -1);
    WAIT_UNTIL(!amy.answers.isEmpty());
    CHECK(amy.answers.front()
        == QStringLiteral("“%1” was not claimed: This customer is no longer in the pool")
               .arg(wanted));
    CHECK(requestsOf(*first).front().why.code == QStringLiteral("CLAIM_TAKEN"));
    amy.window().navigator().openPage(QStringLiteral("sync"));
    WAIT_UNTIL(amy.window().currentPageId() == QStringLiteral("sync"));
}

TEST_CASE("a manager hands several customers over by keyboard, and they change copies",
    "[ui][team][handover]")
{
    TeamOffice office;
    const auto amys = office.pc(kAmy);
    const auto bobs = office.pc(kBob);
    TeamWindow boss(office.boss());
    boss.signIn();
    const QStringList names = TeamOffice::amys();
    auto& page = boss.openCustomer(names.at(0));
    page.setCondition(QStringLiteral("owner"), qint64{kAmy});
    boss.settle();
    page.table()->setFocus();
    boss.press(Qt::Key_Home, Qt::ControlModifier);
    boss.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(page.selectedKeys().size() == 2);
    boss.press(Qt::Key_H, kCtrlShift);
    REQUIRE(page.panel().isEditing());
    boss.press(Qt::Key_Return, Qt::ControlModifier); // to whom, and why
    CHECK(page.panel().isEditing());
    CHECK(boss.focused() == QStringLiteral("customerPanelForm_receiver"));
    boss.type(QStringLiteral("王博"));
    boss.press(Qt::Key_Tab);
    boss.type(QStringLiteral("片区调整"));
    boss.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(page.panel().isEditing());
    WAIT_UNTIL(!boss.answers.isEmpty());
    CHECK(boss.answers.front() == QStringLiteral("Handed over: 2 customers"));
    amys->round();
    bobs->round();
    const auto count = [](TeamPc& pc) {
        return schema::toInteger(pc.database->reader().scalar(
            QStringLiteral("SELECT count(*) FROM customer WHERE owner > 0 AND deleted = 0")));
    };
    CHECK(count(*amys) == 1);
    CHECK(count(*bobs) == 4);
}

TEST_CASE("a sales person shows a customer for a while and takes it back", "[ui][team][access]")
{
    TeamOffice office;
    const auto amys = office.pc(kAmy);
    const auto bobs = office.pc(kBob);
    TeamWindow amy(*amys);
    amy.signIn();
    CHECK(amy.window().commands().action(QStringLiteral("customer.handOver")) == nullptr);
    const QString shown = TeamOffice::amys().front();
    auto& page = amy.openCustomer(shown);
    CHECK_FALSE(amy.find<QPushButton>("customerHandOver").isVisible());
    const auto give = [&] {
        amy.press(Qt::Key_G, kCtrlShift);
        REQUIRE(page.panel().isEditing());
        amy.type(QStringLiteral("王博"));
        amy.press(Qt::Key_Tab);
        amy.press(Qt::Key_Tab); // the date is fourteen days ahead
        amy.type(QStringLiteral("联合投标"));
        amy.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE_FALSE(page.panel().isEditing());
    };
    give();
    WAIT_UNTIL(!amy.texts("customerShown0").isEmpty());
    const QDate last = amys->clock.today().addDays(14);
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT (until AT TIME ZONE 'Asia/Shanghai')::date::text FROM "
                                     "app.grant_"))
              .toString()
        == last.addDays(1).toString(Qt::ISODate));
    bobs->round();
    CHECK(ownerOf(*bobs, shown) == kAmy);
    // Who was shown it may not show it on.
    CHECK(value(sync::CustomerActs(*bobs->context).hands(bobs->key(shown))).noAccess.has_value());

    amy.find<QPushButton>("customerWithdraw0").setFocus(Qt::TabFocusReason);
    amy.press(Qt::Key_Return);
    WAIT_UNTIL(amy.texts("customerShown0").isEmpty());
    bobs->round();
    CHECK(ownerOf(*bobs, shown) == -1);

    page.table()->setFocus();
    give();
    WAIT_UNTIL(!amy.texts("customerShown0").isEmpty());
    bobs->round();
    CHECK(ownerOf(*bobs, shown) == kAmy);
    office.server().execute(
        QStringLiteral("UPDATE app.grant_ SET until = now() - interval '1 second'"));
    bobs->round();
    CHECK(ownerOf(*bobs, shown) == -1);
    amy.refresh();
    WAIT_UNTIL(amy.texts("customerShown0").isEmpty());
}
