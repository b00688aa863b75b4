// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sync join --with-data` with the real program, killed on its way.
#include "core/sync/crash_point.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/team_fixture.h"

#include <QFile>
#include <QFileInfo>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// A company file of one person with three customers, and a server to join.
struct OwnOffice {
    OwnOffice()
    {
        REQUIRE(
            run(own(), {QStringLiteral("init"), QStringLiteral("--company"), QStringLiteral("甲")})
                .exit
            == 0);
        QFile file(folder.filePath(QStringLiteral("customers.csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("公司名称,统一社会信用代码\n鑫达机械,91330200MA2AAAAA1K\n远景能源,\n新客户,\n");
        file.close();
        REQUIRE(run(own(), {QStringLiteral("import"), QStringLiteral("customers"), file.fileName()})
                    .exit
            == 0);
    }
    QString own() const { return folder.filePath(QStringLiteral("own.chengdan")); }
    QString copy() const { return folder.filePath(QStringLiteral("team.chengdan")); }
    static CtlRun run(const QString& file, const QStringList& words)
    {
        return ctl(QStringList{QStringLiteral("--json"), QStringLiteral("--db"), file} + words);
    }
    CtlRun join(const QStringList& more = {})
    {
        return run(copy(),
            QStringList{QStringLiteral("sync"),
                QStringLiteral("join"),
                QStringLiteral("--dsn"),
                team.database().dsn(),
                QStringLiteral("--login"),
                QStringLiteral("u2"),
                QStringLiteral("--with-data"),
                own()}
                + more);
    }
    qint64 customers()
    {
        return team.database()
            .scalar(QStringLiteral("SELECT count(*) FROM app.customer WHERE owner = 2"))
            .toLongLong();
    }
    static QJsonObject kind(const QJsonObject& answer, const char* table)
    {
        for (const QJsonValue& each : answer[QLatin1String("kinds")].toArray()) {
            if (each[QLatin1String("table")] == QLatin1String(table))
                return each.toObject();
        }
        return {};
    }
    Team team;
    QTemporaryDir folder;
};

} // namespace

TEST_CASE("the command says what joining would do, does it, and tells what became of everything",
    "[server][cli][join]")
{
    OwnOffice office;
    const CtlRun dry = office.join({QStringLiteral("--dry-run")});
    INFO(dry.output.toStdString() << dry.errors.toStdString());
    REQUIRE(dry.exit == 0);
    const QJsonObject plan = dry.json()[QLatin1String("result")].toObject();
    CHECK(OwnOffice::kind(plan, "customer")[QLatin1String("registered")] == 3);
    CHECK(plan[QLatin1String("people")][0][QLatin1String("becomes")] == QLatin1String("me"));
    CHECK(QFileInfo::exists(plan[QLatin1String("backup")].toString()));
    CHECK(office.customers() == 0);
    const CtlRun done = office.join();
    INFO(done.output.toStdString());
    REQUIRE(done.exit == 0);
    const QJsonObject report = done.json()[QLatin1String("result")].toObject();
    CHECK(OwnOffice::kind(report, "customer")[QLatin1String("registered")] == 3);
    CHECK(report[QLatin1String("unsent")] == 0);
    CHECK(office.customers() == 3);
    // The file itself joined nothing, and a missing or wrong one is refused.
    CHECK(OwnOffice::run(office.own(), {QStringLiteral("sync"), QStringLiteral("status")})
              .firstError()
        == QStringLiteral("SYNC_NOT_JOINED"));
    CHECK(office.join({QStringLiteral("--people"), QStringLiteral("all")}).firstError()
        == QStringLiteral("USAGE_FORM"));
    REQUIRE(QFile::remove(office.own()));
    CHECK(office.join().firstError() == QStringLiteral("FILE_MISSING"));
}

TEST_CASE("the program killed while joining with data goes on with the same command, or the next "
          "sync",
    "[server][cli][join][crash][I15]")
{
    for (const char* const point :
        {"join.backed_up", "join.carrying", "join.carried", "join.registered"}) {
        INFO(point);
        OwnOffice office;
        qputenv("CHENGDAN_CRASH", point);
        const CtlRun killed = office.join();
        qunsetenv("CHENGDAN_CRASH");
        CHECK(killed.exit == 77);
        const bool carried =
            std::string(point) == "join.carried" || std::string(point) == "join.registered";
        const CtlRun again = carried
            ? OwnOffice::run(office.copy(), {QStringLiteral("sync"), QStringLiteral("--once")})
            : office.join();
        INFO(again.output.toStdString());
        CHECK(again.exit == 0);
        CHECK(office.customers() == 3);
        CHECK(office.join().exit == 0);
        CHECK(office.customers() == 3);
    }
}
