// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/sync/replica.h"
#include "core/sync/server_install.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/team_fixture.h"
#include "tests/support/fault_proxy.h"

#include <QFile>

#include <csignal>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kBoss = 1;
constexpr int kAmy = 2;
constexpr int kBob = 3;

/// A team whose people use the command line, each with a copy of their own, over TLS and through a
/// line that can fail.
class CommandTeam {
public:
    CommandTeam()
        : m_admin(value(sync::ServerLink::open(m_team.database().dsn())))
        , m_line(PgFixture::instance().port())
    {
        for (const int person : {kBoss, kAmy, kBob})
            m_passwords[person] = value(sync::resetServerUser(*m_admin, person)).password;
    }
    ~CommandTeam() { qunsetenv("PGPASSWORD"); }
    CommandTeam(const CommandTeam&) = delete;
    CommandTeam& operator=(const CommandTeam&) = delete;

    Team& team() { return m_team; }
    FaultProxy& line() { return m_line; }
    sync::ServerLink& admin() { return *m_admin; }
    QString dsn() { return m_team.database().tlsDsn(m_line.port()); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString copyOf(int person) const { return path(QStringLiteral("pc%1.chengdan").arg(person)); }
    void type(const QString& password) { qputenv("PGPASSWORD", password.toUtf8()); }

    QStringList wordsOf(int person, const QStringList& words)
    {
        type(m_passwords[person]);
        return QStringList{QStringLiteral("--json"), QStringLiteral("--db"), copyOf(person)}
        + words;
    }
    /// One command of a person on their own copy; words are separated by blanks.
    CtlRun as(int person, const QString& words)
    {
        return ctl(wordsOf(person, words.split(QLatin1Char(' '), Qt::SkipEmptyParts)));
    }
    QStringList joinWords(int person)
    {
        return wordsOf(person,
            {QStringLiteral("sync"),
                QStringLiteral("join"),
                QStringLiteral("--dsn"),
                dsn(),
                QStringLiteral("--login"),
                QStringLiteral("u%1").arg(person)});
    }
    CtlRun join(int person) { return ctl(joinWords(person)); }
    /// A command that must succeed; its result.
    QJsonObject done(int person, const char* words)
    {
        const CtlRun run = as(person, QString::fromUtf8(words));
        INFO(run.output.toStdString() << run.errors.toStdString());
        REQUIRE(run.exit == 0);
        return run.json().value(QLatin1String("result")).toObject();
    }
    QString file(const char* name, const char* text)
    {
        QFile file(path(QString::fromLatin1(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    /// Two customers of the boss's, C1 and C2, on the server.
    void begin()
    {
        REQUIRE(join(kBoss).exit == 0);
        const QString customers = file("customers.csv", "number,name\nC1,宁波鑫达\nC2,余姚东方\n");
        done(kBoss, qPrintable(QStringLiteral("import customers ") + customers));
        done(kBoss, "sync --once");
    }
    int onServer(const char* question)
    {
        return m_team.database().scalar(QString::fromUtf8(question)).toInt();
    }
    /// Work in the copy behind the program's back.
    void tamper(int person, const char* statement)
    {
        const SystemClock clock;
        const auto database = value(exchange::openCompany(copyOf(person), clock));
        value(database->write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            const sync::Quiet quiet(transaction.connection());
            transaction.connection().execute(QString::fromUtf8(statement));
            return {};
        }));
    }

private:
    Team m_team;
    std::unique_ptr<sync::ServerLink> m_admin;
    QTemporaryDir m_folder;
    FaultProxy m_line;
    std::map<int, QString> m_passwords;
};

/// `sync --watch` of one person, and what it says.
class WatchedCopy {
public:
    WatchedCopy(CommandTeam& office, int person)
    {
        QStringList words =
            office.wordsOf(person, {QStringLiteral("sync"), QStringLiteral("--watch")});
        words.removeAll(QStringLiteral("--json"));
        m_process.start(QStringLiteral(CHENGDANCTL_PATH), words);
        REQUIRE(m_process.waitForStarted());
    }
    /// Whether it says this after what it was last heard to say.
    bool says(const char* text)
    {
        while (!m_said.contains(text) && m_process.waitForReadyRead(30'000))
            m_said += m_process.readAllStandardOutput();
        const qsizetype at = m_said.indexOf(text);
        if (at >= 0)
            m_said.remove(0, at + static_cast<qsizetype>(qstrlen(text)));
        return at >= 0;
    }
    void terminate() { m_process.terminate(); }
    int ended()
    {
        REQUIRE(m_process.waitForFinished(30'000));
        REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
        return m_process.exitCode();
    }
    QByteArray complaints() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_said;
};

qint64 numberIn(const QJsonObject& object, const char* key)
{
    INFO(key);
    REQUIRE(object.contains(QLatin1String(key)));
    return object.value(QLatin1String(key)).toInteger();
}

} // namespace

TEST_CASE(
    "a copy joins, works without the line and sends when it is told to", "[server][cli][sync]")
{
    CommandTeam office;
    CHECK(office.as(kBoss, QStringLiteral("sync status")).firstError()
        == QStringLiteral("FILE_MISSING"));
    office.begin();
    CHECK(office.onServer("SELECT count(*) FROM app.customer WHERE owner = 1") == 2);
    CHECK(office.join(kBoss).firstError() == QStringLiteral("FILE_EXISTS"));

    office.line().refuse();
    const QString contacts =
        office.file("contacts.csv", "customer,name,mobile\nC1,李工,13800000001\nC2,王工,\n");
    CHECK(numberIn(office.done(kBoss, qPrintable(QStringLiteral("import contacts ") + contacts)),
              "created")
        == 2);
    QJsonObject status = office.done(kBoss, "sync status"); // asks the file alone
    CHECK(numberIn(status, "unsent") == 2);
    CHECK(status.value(QLatin1String("login")).toString() == QStringLiteral("u1"));
    CHECK(status.value(QLatin1String("server")).toString() == office.dsn());
    CHECK(status.value(QLatin1String("device_code")).toString().size() == 2);
    CHECK(status.value(QLatin1String("last_contact")).toString().endsWith(QLatin1Char('Z')));
    CHECK_FALSE(status.value(QLatin1String("stale")).toBool(true));
    const CtlRun gone = office.as(kBoss, QStringLiteral("sync --once"));
    CHECK(gone.exit == 3);
    CHECK(gone.firstError() == QStringLiteral("SERVER_UNREACHABLE"));

    office.line().forward();
    const QJsonObject round = office.done(kBoss, "sync --once");
    CHECK(numberIn(round, "sent") == 2);
    CHECK(numberIn(round, "unsent") == 0);
    CHECK(numberIn(round, "waiting") == 0);
    CHECK(numberIn(round, "tray") == 0);
    CHECK(numberIn(round, "evicted") == 0);
    CHECK(office.onServer("SELECT count(*) FROM app.contact") == 2);

    const CtlRun server = ctl({QStringLiteral("--json"),
        QStringLiteral("server"),
        QStringLiteral("status"),
        QStringLiteral("--dsn"),
        office.team().database().dsn()});
    REQUIRE(server.exit == 0);
    const QJsonObject stands = server.json().value(QLatin1String("result")).toObject();
    CHECK(numberIn(stands, "customers") == 2);
    CHECK(numberIn(stands, "people") == 4);
    CHECK(numberIn(stands, "active_people") == 4);
    CHECK(numberIn(stands, "devices") == 1);
    CHECK(numberIn(stands, "open_conflicts") == 0);
    CHECK(numberIn(stands, "history") > 4);
    CHECK(numberIn(stands, "bytes") > 1'000'000);

    CHECK(numberIn(office.done(kBoss, "sync verify"), "differ") == 0);
    office.tamper(kBoss, "UPDATE contact SET rev = rev + 7 WHERE name = '李工'");
    const CtlRun differs = office.as(kBoss, QStringLiteral("sync verify"));
    CHECK(differs.exit == 1);
    CHECK(differs.firstError() == QStringLiteral("SYNC_DIFFERS"));
    CHECK(differs.firstError("count") == QStringLiteral("1"));
    office.done(kBoss, "sync --once"); // reads it again
    CHECK(numberIn(office.done(kBoss, "sync verify"), "differ") == 0);
}

TEST_CASE("what clashes waits in the tray for a person; what one person wins is asked for",
    "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    office.done(kBoss, "sync transfer C1 --to amy --reason area");
    office.done(kBoss, "sync transfer C2 --to pool --reason idle");
    CHECK(numberIn(office.done(kBoss, "sync status"), "waiting") == 2);
    office.done(kBoss, "sync --once");
    REQUIRE(office.join(kAmy).exit == 0);
    REQUIRE(office.join(kBob).exit == 0);
    CHECK(numberIn(office.done(kAmy, "list customers"), "total") == 2);
    CHECK(numberIn(office.done(kBob, "list customers"), "total") == 1); // the pool

    office.done(kAmy, "set customers C1 phone=1 website=a.cn");
    office.done(kBoss, "set customers C1 phone=2 city=宁波");
    office.done(kBoss, "sync --once");
    CHECK(numberIn(office.done(kAmy, "sync --once"), "tray") == 1);
    const QJsonObject entry =
        office.done(kAmy, "sync tray").value(QLatin1String("entries"))[0].toObject();
    CHECK(entry.value(QLatin1String("reason")).toString() == QStringLiteral("conflict"));
    CHECK(entry.value(QLatin1String("title")).toString() == QStringLiteral("宁波鑫达"));
    const QJsonArray columns = entry.value(QLatin1String("columns")).toArray();
    REQUIRE(columns.size() == 1);
    CHECK(columns[0][QLatin1String("name")].toString() == QStringLiteral("phone"));
    CHECK(columns[0][QLatin1String("mine")].toString() == QStringLiteral("1"));
    CHECK(columns[0][QLatin1String("theirs")].toString() == QStringLiteral("2"));
    CHECK(columns[0][QLatin1String("by")].toString() == QStringLiteral("boss"));
    const QString n = QString::number(numberIn(entry, "n"));
    CHECK(office.as(kAmy, QStringLiteral("sync tray take 99")).firstError()
        == QStringLiteral("NOT_FOUND"));
    CHECK(office.as(kAmy, QStringLiteral("sync tray take %1 fax").arg(n)).firstError()
        == QStringLiteral("NOT_FOUND"));
    office.done(kAmy, qPrintable(QStringLiteral("sync tray take %1 phone").arg(n)));
    office.done(kAmy, "sync --once");
    office.done(kBoss, "sync --once");
    const QJsonObject stands = office.done(kBoss, "show customers C1");
    CHECK(stands.value(QLatin1String("phone")).toString() == QStringLiteral("1"));
    CHECK(stands.value(QLatin1String("website")).toString() == QStringLiteral("a.cn"));
    CHECK(stands.value(QLatin1String("city")).toString() == QStringLiteral("宁波"));
    CHECK(office.done(kAmy, "sync tray").value(QLatin1String("entries")).toArray().isEmpty());

    office.done(kAmy, "sync claim C2");
    office.done(kBob, "sync claim C2");
    office.done(kBob, "sync --once");
    office.done(kAmy, "sync --once");
    const auto request = [&](int person) {
        return office.done(person, "sync requests").value(QLatin1String("requests"))[0].toObject();
    };
    CHECK(request(kBob).value(QLatin1String("status")).toString() == QStringLiteral("done"));
    const QJsonObject refused = request(kAmy);
    CHECK(refused.value(QLatin1String("code")).toString() == QStringLiteral("CLAIM_TAKEN"));
    office.done(kAmy,
        qPrintable(
            QStringLiteral("sync requests drop ") + refused.value(QLatin1String("id")).toString()));
    CHECK(office.done(kAmy, "sync requests").value(QLatin1String("requests")).toArray().isEmpty());
}

TEST_CASE("a customer shown for a while is there to be worked on, and gone afterwards",
    "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    office.done(kBoss, "sync transfer C1 --to amy --reason area");
    office.done(kBoss, "sync --once");
    REQUIRE(office.join(kAmy).exit == 0);
    REQUIRE(office.join(kBob).exit == 0);
    const QString until =
        dateIn(SystemClock().now(), "Asia/Shanghai").addDays(9).toString(Qt::ISODate);
    office.done(kAmy,
        qPrintable(QStringLiteral("sync grant C1 --to bob --until %1 --reason tender").arg(until)));
    office.done(kAmy, "sync --once");
    office.done(kBob, "sync --once");
    office.done(kBob, "set customers C1 website=b.cn");
    CHECK(numberIn(office.done(kBob, "sync --once"), "sent") == 1);
    CHECK(office.onServer("SELECT count(*) FROM app.customer WHERE website = 'b.cn'") == 1);
    office.done(kAmy, "sync revoke C1 --to bob");
    office.done(kAmy, "sync --once");
    office.done(kBob, "sync --once");
    CHECK(numberIn(office.done(kBob, "list customers"), "total") == 0);
    CHECK(office.as(kBob, QStringLiteral("show customers C1")).firstError()
        == QStringLiteral("NOT_FOUND"));
}

TEST_CASE(
    "a copy is one person's, and opens only while it hears from its server", "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    CHECK(office.as(kBoss, QStringLiteral("list customers --user amy")).firstError()
        == QStringLiteral("SYNC_OTHER_PERSON"));
    CHECK(office.as(kBoss, QStringLiteral("sync status --user amy")).firstError()
        == QStringLiteral("SYNC_OTHER_PERSON"));
    CHECK(office.as(kBoss, QStringLiteral("list customers --user boss")).exit == 0);
    CHECK(office.as(kBoss, QStringLiteral("list customers --user u1")).exit == 0);

    office.tamper(kBoss, "UPDATE _m SET last_contact = last_contact - 15 * 24 * 3600 * 1000");
    const CtlRun stale = office.as(kBoss, QStringLiteral("list customers"));
    CHECK(stale.exit == 1);
    CHECK(stale.firstError() == QStringLiteral("REPLICA_STALE"));
    CHECK(stale.firstError("days") == QStringLiteral("15"));
    CHECK(office.as(kBoss, QStringLiteral("set customers C1 phone=1")).firstError()
        == QStringLiteral("REPLICA_STALE"));
    CHECK(office.done(kBoss, "sync status").value(QLatin1String("stale")).toBool());
    const QString backup = office.path(QStringLiteral("backup.chengdan"));
    office.done(kBoss, qPrintable(QStringLiteral("backup ") + backup));
    office.done(kBoss, "sync --once");
    CHECK(numberIn(office.done(kBoss, "list customers"), "total") == 2);
}

TEST_CASE("a wrong password lets nobody in, and none is taken from the command line",
    "[server][cli][sync]")
{
    CommandTeam office;
    const QStringList join = office.joinWords(kAmy);
    office.type(QStringLiteral("guessed"));
    const CtlRun wrong = ctl(join);
    CHECK(wrong.exit == 1);
    CHECK(wrong.firstError() == QStringLiteral("SERVER_PASSWORD"));
    CHECK_FALSE(QFile::exists(office.copyOf(kAmy)));
    QStringList shown = join;
    shown.replaceInStrings(office.dsn(), office.dsn() + QStringLiteral(" password=secret"));
    CHECK(ctl(shown).firstError() == QStringLiteral("SYNC_PASSWORD_SHOWN"));
    shown = join;
    shown.replaceInStrings(
        office.dsn(), QStringLiteral("postgresql://%1@localhost/x").arg(QLatin1String("u2:typed")));
    CHECK(ctl(shown).firstError() == QStringLiteral("SYNC_PASSWORD_SHOWN"));

    CHECK(office.as(kAmy, QStringLiteral("sync")).exit == 2);
    CHECK(office.as(kAmy, QStringLiteral("sync --once --watch")).exit == 2);
    CHECK(office.as(kAmy, QStringLiteral("sync tray shake 1")).exit != 0);
    REQUIRE(
        ctl(QStringList{QStringLiteral("--db"), office.copyOf(kAmy), QStringLiteral("init")}).exit
        == 0);
    CHECK(office.as(kAmy, QStringLiteral("sync --once")).firstError()
        == QStringLiteral("SYNC_NOT_JOINED"));
    CHECK(office.join(kAmy).firstError() == QStringLiteral("FILE_EXISTS"));
}

TEST_CASE("joining that was stopped goes on when it is called again", "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    office.line().throttle(20'000);
    office.line().recount();
    QProcess join;
    join.start(QStringLiteral(CHENGDANCTL_PATH), office.joinWords(kAmy));
    REQUIRE(join.waitForStarted());
    REQUIRE(office.line().waitFor(
        [](const FaultProxy::Traffic& traffic) { return traffic.down > 4'000; }));
    ::kill(static_cast<pid_t>(join.processId()), SIGINT);
    office.line().forward();
    REQUIRE(join.waitForFinished(60'000));
    const CtlRun stopped{join.exitCode(), join.readAllStandardOutput(), {}};
    CHECK(stopped.exit == 1);
    CHECK(stopped.firstError() == QStringLiteral("SYNC_JOIN_STOPPED"));
    CHECK(office.as(kAmy, QStringLiteral("list customers")).firstError()
        == QStringLiteral("SYNC_UNFINISHED"));
    CHECK_FALSE(office.done(kAmy, "sync status").value(QLatin1String("loaded")).toBool(true));
    CHECK(office.join(kAmy).exit == 0);
    CHECK(office.as(kAmy, QStringLiteral("list customers")).exit == 0);
    CHECK(numberIn(office.done(kAmy, "sync verify"), "differ") == 0);
}

TEST_CASE("a watched copy sends what another program writes into it, until it is told to end",
    "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    WatchedCopy watch(office, kBoss);
    REQUIRE(watch.says("current     unsent 0"));
    office.done(kBoss, "set customers C1 phone=0574");
    CHECK(watch.says("unsent 1"));
    CHECK(watch.says("current     unsent 0"));
    CHECK(office.onServer("SELECT count(*) FROM app.customer WHERE phone = '0574'") == 1);
    office.line().refuse();
    office.line().cutNow();
    office.done(kBoss, "set customers C1 phone=0575");
    CHECK(watch.says("offline"));
    office.line().forward();
    CHECK(watch.says("current     unsent 0"));
    CHECK(office.onServer("SELECT count(*) FROM app.customer WHERE phone = '0575'") == 1);
    watch.terminate();
    CHECK(watch.ended() == 0);
}

TEST_CASE("whoever is disabled is told so by the program that watches, and keeps what was typed",
    "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    office.done(kBoss, "sync transfer C1 --to bob --reason area");
    office.done(kBoss, "sync --once");
    REQUIRE(office.join(kBob).exit == 0);
    WatchedCopy watch(office, kBob);
    REQUIRE(watch.says("current"));
    value(sync::disableServerUser(office.admin(), kBob));
    office.done(kBob, "set customers C1 phone=0574");
    CHECK(watch.says("stopped"));
    CHECK(watch.ended() == 1);
    CHECK(watch.complaints().contains("SERVER_PASSWORD: "));
    CHECK(numberIn(office.done(kBob, "sync status"), "unsent") == 1);
    CHECK(office.onServer("SELECT count(*) FROM app.customer WHERE phone = '0574'") == 0);
}

TEST_CASE("a copy that leaves is a company of its own with everything in it", "[server][cli][sync]")
{
    CommandTeam office;
    office.begin();
    office.done(kBoss, "set customers C1 phone=0574"); // stays unsent
    const QString own = office.path(QStringLiteral("own.chengdan"));
    const QJsonObject left =
        office.done(kBoss, qPrintable(QStringLiteral("sync leave --to ") + own));
    CHECK(numberIn(left, "unsent") == 1);
    CHECK(office.as(kBoss, QStringLiteral("sync leave --to ") + own).firstError()
        == QStringLiteral("FILE_EXISTS"));
    const auto inOwn = [&](const QStringList& words) {
        return ctl(QStringList{QStringLiteral("--json"), QStringLiteral("--db"), own} + words);
    };
    CHECK(inOwn({QStringLiteral("sync"), QStringLiteral("status")}).firstError()
        == QStringLiteral("SYNC_NOT_JOINED"));
    const CtlRun shown =
        inOwn({QStringLiteral("show"), QStringLiteral("customers"), QStringLiteral("C1")});
    CHECK(shown.exit == 0);
    CHECK(shown.json()[QStringLiteral("result")][QStringLiteral("phone")].toString()
        == QStringLiteral("0574"));
    CHECK(numberIn(office.done(kBoss, "sync status"), "unsent") == 1); // the copy goes on
}
