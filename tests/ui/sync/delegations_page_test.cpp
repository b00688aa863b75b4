// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Standing in for each other, arranged from the window at a real server.
#include "tests/ui/sync/staff_server.h"
#include "ui/shared/form.h"
#include "ui/shared/record_form.h"
#include "ui/sync/delegation_dialog.h"
#include "ui/sync/delegations_page.h"

#include <QMessageBox>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("a rep arranges a substitute by keyboard, who then sees the same customers, until it is "
          "withdrawn",
    "[ui][sync][delegation]")
{
    StaffServer server;
    SyncDesk desk(false);
    server.database->execute(
        QStringLiteral("INSERT INTO app.customer (id, owner, name, created_at, changed_at) VALUES "
                       "('cccccccc-0000-7000-8000-000000000001', 2, '苏州恒力', 1, 1)"));
    StaffCopy amy(server, desk, 2);
    StaffCopy bob(server, desk, 3);
    amy.signIn();
    bob.signIn();
    const auto bobsCustomers = [&] {
        return schema::toInteger(
            bob.database->reader().scalar(QStringLiteral("SELECT count(*) FROM customer")));
    };
    CHECK(bobsCustomers() == 0);
    ui::DelegationsPage page(amy.context, desk.navigator, amy.session);
    desk.show(page);
    page.activated();
    auto& rows = *child<QTreeView>(page, "delegationsList").model();
    page.newRecord();
    QPointer<ui::DelegationDialog> dialog = openDialog<ui::DelegationDialog>();
    REQUIRE(dialog != nullptr);
    ui::RecordForm& form = dialog->form();
    CHECK(form.field(QStringLiteral("giver")) == nullptr); // a rep gives what is the own
    // what is missing stands at its field
    QTest::keyClick(
        form.field(QStringLiteral("taker"))->editor(), Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(form.field(QStringLiteral("taker"))->error().isEmpty());
    CHECK_FALSE(form.field(QStringLiteral("reason"))->error().isEmpty());
    auto* taker = qobject_cast<ui::LookupEdit*>(form.field(QStringLiteral("taker"))->editor());
    REQUIRE(taker != nullptr);
    taker->setMatch(ui::LookupMatch{bob.person(3)->meta.rid, QStringLiteral("王博"), {}});
    auto* reason = qobject_cast<QLineEdit*>(form.field(QStringLiteral("reason"))->editor());
    REQUIRE(reason != nullptr);
    reason->setText(QStringLiteral("休假"));
    auto* until = qobject_cast<QLineEdit*>(form.field(QStringLiteral("until"))->editor());
    REQUIRE(until != nullptr);
    const QString week = until->text();
    until->setText(QStringLiteral("2020-01-01"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!form.isWaiting());
    REQUIRE(dialog != nullptr);
    CHECK_FALSE(form.field(QStringLiteral("until"))->error().isEmpty());
    until->setText(week);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(dialog.isNull() || !dialog->isVisible());
    WAIT_UNTIL(rows.rowCount() == 1);
    CHECK(rows.index(0, 0).data().toString() == QStringLiteral("王博 for 陈艾米"));
    CHECK(rows.index(0, 3).data().toString() == QStringLiteral("Under way"));
    WAIT_UNTIL(bobsCustomers() == 1); // by the server's call, nobody asked for it

    child<QPushButton>(page, "delegationsWithdraw").click();
    auto* ask = openDialog<QMessageBox>();
    REQUIRE(ask != nullptr);
    child<QPushButton>(*ask, "delegationsEnd").click();
    WAIT_UNTIL(rows.index(0, 3).data().toString() == QStringLiteral("Withdrawn"));
    WAIT_UNTIL(bobsCustomers() == 0);
}

TEST_CASE("an administrator arranges it for somebody else, never for the own benefit",
    "[ui][sync][delegation]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy boss(server, desk, 1);
    boss.signIn();
    ui::DelegationsPage page(boss.context, desk.navigator, boss.session);
    desk.show(page);
    page.activated();
    page.newRecord();
    QPointer<ui::DelegationDialog> dialog = openDialog<ui::DelegationDialog>();
    REQUIRE(dialog != nullptr);
    ui::RecordForm& form = dialog->form();
    const auto pick = [&](const char* field, int person) {
        auto* edit =
            qobject_cast<ui::LookupEdit*>(form.field(QString::fromLatin1(field))->editor());
        REQUIRE(edit != nullptr);
        const auto found = boss.person(person);
        edit->setMatch(ui::LookupMatch{found->meta.rid, found->name, {}});
    };
    pick("giver", 2);
    pick("taker", 1);
    auto* reason = qobject_cast<QLineEdit*>(form.field(QStringLiteral("reason"))->editor());
    reason->setText(QStringLiteral("病假"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!form.isWaiting());
    REQUIRE(dialog != nullptr);
    CHECK_FALSE(form.field(QStringLiteral("taker"))->error().isEmpty());
    pick("taker", 3);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(dialog.isNull() || !dialog->isVisible());
    auto& rows = *child<QTreeView>(page, "delegationsList").model();
    WAIT_UNTIL(rows.rowCount() == 1);
    CHECK(rows.index(0, 0).data().toString() == QStringLiteral("王博 for 陈艾米"));
}

TEST_CASE("the delegations say when nobody is signed in", "[ui][sync][delegation]")
{
    SyncDesk desk;
    ui::DelegationsPage page(*desk.context, desk.navigator, *desk.session);
    desk.show(page);
    page.activated();
    CHECK(page.findChild<QWidget*>(QStringLiteral("delegationsMessage"))->isVisible());
    CHECK_FALSE(child<QPushButton>(page, "delegationsNew").isEnabled());
    CHECK(page.newRecord());
    CHECK(openDialog<ui::DelegationDialog>() == nullptr);
}
