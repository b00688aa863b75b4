// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A window and a command on one company file: one of them speaks to the server.
#include "tests/ui/team/team_window.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// chengdanctl on the file of a PC, with that person's password.
void startCtl(QProcess& process, TeamPc& pc, const QStringList& words)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), pc.password());
    environment.insert(
        QStringLiteral("XDG_DATA_HOME"), QFileInfo(pc.database->path()).absolutePath());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CHENGDANCTL_PATH),
        QStringList{QStringLiteral("--lang"),
            QStringLiteral("en"),
            QStringLiteral("--db"),
            pc.database->path()}
            + words);
    REQUIRE(process.waitForStarted());
}

QString trouble(TeamWindow& desk)
{
    const auto& told = desk.sync().status().trouble;
    return told ? told->code : QString();
}

} // namespace

TEST_CASE("a command is told in a sentence that the window syncs the file already, and breaks "
          "nothing",
    "[ui][team][engine]")
{
    TeamOffice office;
    const auto pc = office.pc(kAmy);
    TeamWindow amy(*pc);
    amy.signIn();
    for (const char* act : {"--once", "--watch", "verify"}) {
        QProcess process;
        startCtl(process,
            *pc,
            {QStringLiteral("--json"), QStringLiteral("sync"), QString::fromLatin1(act)});
        REQUIRE(process.waitForFinished(30'000));
        CHECK(process.exitCode() == 1);
        const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        const QJsonObject error = said.value(QLatin1String("errors")).toArray().at(0).toObject();
        INFO(act);
        CHECK(error.value(QLatin1String("code")).toString() == QStringLiteral("SYNC_ELSEWHERE"));
        CHECK(error.value(QLatin1String("message")).toString().contains(QStringLiteral("process")));
    }
    // What needs no engine goes on, and the window carries it to the server.
    QProcess process;
    startCtl(process,
        *pc,
        {QStringLiteral("sync"), QStringLiteral("claim"), TeamOffice::pool().front()});
    REQUIRE(process.waitForFinished(30'000));
    CHECK(process.exitCode() == 0);
    amy.pc().database->lookOutside();
    amy.refresh();
    CHECK(pc->customer(TeamOffice::pool().front())->meta.owner.number() == kAmy);
}

TEST_CASE("a window beside a command that syncs says so, works on, and takes over when it ends",
    "[ui][team][engine]")
{
    TeamOffice office;
    const auto pc = office.pc(kAmy);
    QProcess watch;
    startCtl(watch, *pc, {QStringLiteral("sync"), QStringLiteral("--watch")});
    QByteArray said;
    while (!said.contains("current") && watch.waitForReadyRead(30'000))
        said += watch.readAllStandardOutput();
    REQUIRE(said.contains("current"));
    TeamWindow amy(*pc);
    amy.sync().signIn(pc->password(), false);
    WAIT_UNTIL(trouble(amy) == QStringLiteral("SYNC_ELSEWHERE"));
    CHECK(amy.sync().status().phase == sync::SyncStatus::Phase::Offline);
    CHECK(amy.sync().headline().text == QStringLiteral("synced by another program"));
    amy.openCustomer(TeamOffice::pool().front());
    amy.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    // The other program sees what was asked for and carries it there.
    WAIT_UNTIL([&] {
        pc->database->lookOutside();
        return pc->customer(TeamOffice::pool().front())->meta.owner.number() == kAmy;
    }());
    CHECK(trouble(amy) == QStringLiteral("SYNC_ELSEWHERE"));
    watch.kill(); // dies without giving its lock back
    REQUIRE(watch.waitForFinished());
    WAIT_UNTIL(amy.sync().status().phase == sync::SyncStatus::Phase::Current);
    CHECK(trouble(amy).isEmpty());
}
