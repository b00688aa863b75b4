// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the check-up finds on a real server is put right from its page, and printed.
#include "tests/ui/sync/staff_server.h"
#include "ui/sync/checkup_page.h"

#include <QMessageBox>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// A navigator that keeps which record was asked for.
struct CheckupNavigator : SettingsNavigator {
    void openRecord(const QString& kind, qint64 key) override
    {
        opened = kind + QLatin1Char(' ') + QString::number(key);
    }
    QString opened;
};

struct CheckupDesk {
    CheckupDesk()
        : copy(server, desk, 1)
        , page(copy.context, navigator, copy.session)
    {
        copy.signIn();
        desk.show(page);
    }
    QAbstractItemModel& rows() { return *child<QTreeView>(page, "checkupList").model(); }
    int rowOf(const QString& words)
    {
        for (int row = 0; row < rows().rowCount(); ++row) {
            if (rows().index(row, 0).data().toString().contains(words))
                return row;
        }
        return -1;
    }
    // Down to the finding with these words, then the button below it, by keys alone.
    void repair(const QString& words)
    {
        page.refreshPage();
        WAIT_UNTIL(rowOf(words) >= 0);
        page.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        page.activated();
        auto& list = child<QTreeView>(page, "checkupList");
        list.setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Home);
        for (int down = rowOf(words); down > 0; --down)
            desk.press(Qt::Key_Down);
        auto& button = child<QPushButton>(page, "checkupRepair");
        REQUIRE(button.isVisible());
        button.setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Space);
    }
    StaffServer server;
    SyncDesk desk{false};
    CheckupNavigator navigator;
    StaffCopy copy;
    ui::CheckupPage page;
};

} // namespace

TEST_CASE("a copy that a leaver still has is revoked from the check-up", "[ui][sync][checkup]")
{
    CheckupDesk checkup;
    StaffCopy amy(checkup.server, checkup.desk, 2);
    checkup.server.database->execute(
        QStringLiteral("UPDATE app.person SET active = false WHERE id = 2"));
    checkup.repair(QStringLiteral("was not revoked"));
    WAIT_UNTIL(checkup.server.database
                   ->scalar(QStringLiteral("SELECT revoked FROM sync.device WHERE uid = 2"))
                   .toBool());
    WAIT_UNTIL(checkup.rowOf(QStringLiteral("was not revoked")) < 0); // looked again by itself
    checkup.repair(QStringLiteral("still opens the server"));
    auto* ask = openDialog<QMessageBox>();
    REQUIRE(ask != nullptr);
    child<QPushButton>(*ask, "checkupDisable").click();
}

TEST_CASE("a login nobody has used is disabled after a question", "[ui][sync][checkup]")
{
    CheckupDesk checkup;
    StaffCopy amy(checkup.server, checkup.desk, 2);
    checkup.server.database->execute(QStringLiteral(
        "UPDATE sync.device SET last_seen = now() - interval '120 days' WHERE uid = 2"));
    checkup.repair(QStringLiteral("has not signed in"));
    auto* ask = openDialog<QMessageBox>();
    REQUIRE(ask != nullptr);
    CHECK(ask->text().contains(QStringLiteral("陈艾米")));
    QTest::keyClick(ask, Qt::Key_Escape); // the safe answer
    CHECK(checkup.server.database
              ->scalar(QStringLiteral("SELECT active FROM app.person WHERE id = 2"))
              .toBool());
    checkup.repair(QStringLiteral("has not signed in"));
    ask = openDialog<QMessageBox>();
    REQUIRE(ask != nullptr);
    child<QPushButton>(*ask, "checkupDisable").click();
    WAIT_UNTIL(!checkup.server.database
                    ->scalar(QStringLiteral("SELECT active FROM app.person WHERE id = 2"))
                    .toBool());
    WAIT_UNTIL(!checkup.copy.person(2)->active);
}

TEST_CASE("an access that lasts too long is ended at once", "[ui][sync][checkup]")
{
    CheckupDesk checkup;
    checkup.server.database->execute(
        QStringLiteral("INSERT INTO app.customer (id, owner, name, created_at, changed_at) VALUES "
                       "('cccccccc-0000-7000-8000-000000000001', 2, '苏州恒力', 1, 1)"));
    checkup.server.database->execute(QStringLiteral(
        "INSERT INTO app.grant_ SELECT id, 3, now() + interval '90 days', 2, '联合投标' FROM "
        "app.customer"));
    checkup.repair(QStringLiteral("苏州恒力"));
    WAIT_UNTIL(
        checkup.server.database->scalar(QStringLiteral("SELECT count(*) FROM app.grant_")).toInt()
        == 0);
    WAIT_UNTIL(checkup.rowOf(QStringLiteral("苏州恒力")) < 0); // looked again by itself
}

TEST_CASE("what a person has to think about opens that person", "[ui][sync][checkup]")
{
    CheckupDesk checkup;
    checkup.server.database->execute(
        QStringLiteral("UPDATE app.person_role SET scope = 'all' WHERE person = 2"));
    checkup.repair(QStringLiteral("陈艾米"));
    CHECK(checkup.navigator.opened
        == QStringLiteral("person %1").arg(checkup.copy.person(2)->meta.rid));
}

TEST_CASE(
    "the check-up prints every finding, with names that can be searched", "[ui][sync][checkup]")
{
    CheckupDesk checkup;
    checkup.server.database->execute(
        QStringLiteral("UPDATE app.person_role SET scope = 'all' WHERE person = 2"));
    checkup.page.activated();
    WAIT_UNTIL(checkup.rowOf(QStringLiteral("陈艾米")) >= 0);
    const QString path = checkup.desk.folder.filePath(QStringLiteral("checkup.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    checkup.page.drawOn(printer);
    QProcess reader;
    reader.start(
        QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    REQUIRE(reader.waitForFinished());
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    INFO(text.toStdString());
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    CHECK(text.contains(QStringLiteral("Permissioncheck-up")));
    CHECK(
        text.contains(child<QLabel>(checkup.page, "checkupScore").text().remove(QLatin1Char(' '))));
    for (int row = 0; row < checkup.rows().rowCount(); ++row) {
        const QString words = checkup.rows().index(row, 0).data().toString();
        CHECK(text.contains(QString(words).remove(QLatin1Char(' '))));
    }
}
