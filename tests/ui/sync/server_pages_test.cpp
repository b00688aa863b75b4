// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sync/sync_desk.h"
#include "ui/sync/checkup_page.h"
#include "ui/sync/server_audit_page.h"

#include <QComboBox>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE(
    "the check-up shows its score and each finding with what repairs it", "[ui][sync][checkup]")
{
    SyncDesk desk;
    ui::CheckupPage page(*desk.context, desk.navigator, *desk.session);
    desk.show(page);
    sync::CheckupFinding device;
    device.problem = Error::make("CHECKUP_LEAVER_DEVICE",
        {},
        {{QStringLiteral("name"), QStringLiteral("李娜")},
            {QStringLiteral("host"), QStringLiteral("pc-12")},
            {QStringLiteral("code"), QStringLiteral("C4")}});
    device.personName = QStringLiteral("李娜");
    device.points = 10;
    sync::CheckupFinding scram;
    scram.problem =
        Error::make("CHECKUP_NO_SCRAM", {}, {{QStringLiteral("name"), QStringLiteral("张伟")}});
    scram.personName = QStringLiteral("张伟");
    scram.points = 20;
    page.showCheckup({70, {scram, device}});
    CHECK(child<QLabel>(page, "checkupScore").text() == QStringLiteral("70 of 100"));
    auto& repair = child<QPushButton>(page, "checkupRepair");
    CHECK(repair.text() == QStringLiteral("Open the person")); // a password is given there
    page.activated();
    desk.press(Qt::Key_Down);
    CHECK(child<QLabel>(page, "checkupTitle").text() == QStringLiteral("李娜"));
    CHECK(repair.text() == QStringLiteral("Revoke the copy"));
}

TEST_CASE("the server's pages say when nobody is signed in", "[ui][sync][checkup]")
{
    SyncDesk desk;
    ui::CheckupPage page(*desk.context, desk.navigator, *desk.session);
    desk.show(page);
    page.activated();
    CHECK(page.findChild<QWidget*>(QStringLiteral("checkupMessage"))->isVisible());
}

TEST_CASE("the history is filtered and shows old beside new", "[ui][sync][audit]")
{
    SyncDesk desk;
    ui::ServerAuditPage page(*desk.context, desk.navigator, *desk.session);
    desk.show(page);
    sync::ServerAuditEntry entry;
    entry.number = 41;
    entry.arrived = desk.clock.now();
    entry.personName = QStringLiteral("王雪");
    entry.login = QStringLiteral("u1");
    entry.table = QStringLiteral("customer");
    entry.operation = QStringLiteral("U");
    entry.title = QStringLiteral("苏州恒力");
    entry.changes = {{QStringLiteral("phone"),
        QJsonObject{{QStringLiteral("old"), QStringLiteral("111")},
            {QStringLiteral("new"), QStringLiteral("222")}}}};
    page.showEntries({entry});
    const auto& fields = *child<QTableView>(page, "serverAuditFields").model();
    REQUIRE(fields.rowCount() == 1);
    CHECK(fields.index(0, 0).data().toString() == QStringLiteral("Phone"));
    CHECK(fields.index(0, 1).data().toString() == QStringLiteral("111"));
    CHECK(fields.index(0, 2).data().toString() == QStringLiteral("222"));
    auto& operation = child<QComboBox>(page, "serverAuditOperation");
    operation.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Down);
    CHECK(page.filter().operation == QStringLiteral("I"));
    auto& time = child<QComboBox>(page, "serverAuditTime");
    time.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Down);
    REQUIRE(page.filter().from);
    CHECK(*page.filter().from
        == startOf(desk.session->calendar().today, QByteArrayLiteral("Asia/Shanghai")));
}
