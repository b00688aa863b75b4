// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/draft_writer.h"
#include "tests/support/catch.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/storage/storage_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;
using storage::DraftKey;
using storage::Transaction;

namespace {

const PersonId kVictim = PersonId::fromNumber(7);
const DraftKey kVictimDraft{kVictim, QStringLiteral("newCustomer"), {}};

// One line straight into the pipe: what the parent has read was done before the kill.
void acknowledge(char kind, qint64 number)
{
    const std::string line = kind + std::to_string(number) + '\n';
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::abort();
}

// Edit `number`: a box, its two pegs and a change of the box before it, in one write. Every tenth
// is as large as a small import.
Result<void> commitEdit(Database& database, IdSource& ids, qint64 number)
{
    return database.write(kVictim, [&](Transaction& tx) -> Result<void> {
        for (int part = 0; part < (number % 10 == 0 ? 60 : 1); ++part) {
            Box box;
            box.id = BoxId::make(ids);
            box.name = QStringLiteral("edit %1").arg(number);
            box.worth.minor = number;
            storage::insert(tx, box);
            for (int i = 0; i < 2; ++i) {
                Peg peg;
                peg.id = PegId::make(ids);
                peg.box = box.id;
                storage::insert(tx, peg);
            }
        }
        auto before = storage::selectOne<Box>(
            tx.connection(), QStringLiteral("worth = ?"), {qint64{number - 1}});
        if (before) {
            before->remark = QStringLiteral("followed by %1").arg(number);
            storage::update(tx, *before);
        }
        return {};
    });
}

// What the parent demands of the file after each kill.
struct Promise {
    qint64 edits = 0; ///< the highest acknowledged one
    qint64 typed = 0;
};

void checkPromise(const QString& path, const Promise& promise)
{
    const ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    const auto database =
        value(Database::open(path, {&schema::describe<Box>(), &schema::describe<Peg>()}, clock));
    const auto number = [&](const char* sql) {
        return schema::toInteger(database->reader().scalar(QString::fromLatin1(sql)));
    };
    CHECK(schema::toText(database->reader().scalar(QStringLiteral("PRAGMA quick_check")))
        == QStringLiteral("ok"));
    const qint64 last = number("SELECT max(worth) FROM box");
    CHECK(last >= promise.edits);
    CHECK(number("SELECT count(DISTINCT worth) FROM box") == last);
    // Whole edits only: each box has its two pegs, each edit all its boxes, and followed its
    // forerunner.
    CHECK(number("SELECT count(*) FROM box b WHERE (SELECT count(*) FROM peg p WHERE p.box_id = "
                 "b.id) <> 2")
        == 0);
    CHECK(number("SELECT count(*) FROM (SELECT count(*) AS boxes, worth FROM box GROUP BY worth "
                 "HAVING boxes <> CASE worth % 10 WHEN 0 THEN 60 ELSE 1 END)")
        == 0);
    CHECK(number("SELECT count(*) FROM (SELECT max(remark) AS remark, worth FROM box GROUP BY "
                 "worth) WHERE remark <> 'followed by ' || (worth + 1)")
        == (last > 0 ? 1 : 0));
    // The journal tells of each of them, and of nothing else.
    CHECK(number("SELECT count(*) FROM _op WHERE kind = 1")
        == number("SELECT (SELECT count(*) FROM box) + (SELECT count(*) FROM peg)"));
    CHECK(number("SELECT count(*) FROM _op WHERE kind = 2") == std::max<qint64>(last - 1, 0));
    const auto draft = storage::findDraft(database->reader(), kVictimDraft);
    CHECK((draft ? draft->typed.value(QStringLiteral("n")).toInteger() : 0) >= promise.typed);
}

class Victim {
public:
    Victim(const QString& path, const QString& point, int count)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CHENGDAN_KILL_FILE"), path);
        if (!point.isEmpty()) {
            environment.insert(QStringLiteral("CHENGDAN_KILL_POINT"), point);
            environment.insert(QStringLiteral("CHENGDAN_KILL_COUNT"), QString::number(count));
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("child: edits and types until it is killed")});
    }

    // Lets it work until so many lines have come, then a little longer, and kills it.
    void killAfter(int lines, qint64 microseconds)
    {
        while (m_lines < lines && m_process.waitForReadyRead(30000))
            read();
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < microseconds * 1000) { // no sleep is that short
        }
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
    }

    // What it had acknowledged when it died; it must have died of the signal.
    void bury(Promise& promise)
    {
        REQUIRE(m_process.waitForFinished(60000));
        read();
        INFO(m_process.readAllStandardError().toStdString());
        REQUIRE(m_process.exitStatus() == QProcess::CrashExit);
        promise.edits = std::max(promise.edits, m_promise.edits);
        promise.typed = std::max(promise.typed, m_promise.typed);
    }

private:
    void read()
    {
        m_unread += m_process.readAllStandardOutput();
        qsizetype end = 0;
        while ((end = m_unread.indexOf('\n')) >= 0) {
            const QByteArray line = m_unread.left(end);
            m_unread.remove(0, end + 1);
            if (line.startsWith('e'))
                m_promise.edits = line.mid(1).toLongLong();
            else if (line.startsWith('d'))
                m_promise.typed = line.mid(1).toLongLong();
            else
                continue; // a line of the test program itself
            ++m_lines;
        }
    }

    QProcess m_process;
    QByteArray m_unread;
    Promise m_promise;
    int m_lines = 0;
};

} // namespace

TEST_CASE("child: edits and types until it is killed", "[.][kill-child]")
{
    const QString path = qEnvironmentVariable("CHENGDAN_KILL_FILE");
    if (path.isEmpty())
        return;
    installFaults();
    if (qEnvironmentVariableIsSet("CHENGDAN_KILL_POINT")) {
        killAt(qEnvironmentVariable("CHENGDAN_KILL_POINT"),
            qEnvironmentVariableIntValue("CHENGDAN_KILL_COUNT"));
    }
    const SystemClock clock;
    IdSource ids(clock);
    const auto database =
        value(Database::open(path, {&schema::describe<Box>(), &schema::describe<Peg>()}, clock));
    // Small checkpoints, so that the main file is often half written.
    value(database->write(kVictim, [](Transaction& tx) -> Result<void> {
        (void)tx.connection().scalar(QStringLiteral("PRAGMA wal_autocheckpoint = 25"));
        return {};
    }));
    const auto stored = storage::findDraft(database->reader(), kVictimDraft);
    std::thread typist(
        [&, n = stored ? stored->typed.value(QStringLiteral("n")).toInteger() : 0]() mutable {
            storage::DraftWriter writer(*database);
            while (true) {
                writer.keep(kVictimDraft, {{QStringLiteral("n"), ++n}});
                writer.finish();
                acknowledge('d', n);
            }
        });
    const qint64 last =
        schema::toInteger(database->reader().scalar(QStringLiteral("SELECT max(worth) FROM box")));
    for (qint64 number = last + 1; number < last + 100000; ++number) {
        if (!commitEdit(*database, ids, number))
            std::abort();
        acknowledge('e', number);
    }
}

TEST_CASE(
    "a kill at any moment loses nothing that was saved and no draft that was kept, and parts no "
    "change from its journal entry",
    "[storage][kill][I16]")
{
    const int kills = qEnvironmentVariableIsSet("CHENGDAN_KILLS")
        ? qEnvironmentVariableIntValue("CHENGDAN_KILLS")
        : 25;
    std::mt19937 random(20260312);
    const QStringList points = crashPoints();
    std::optional<StorageFile> file;
    Promise promise;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % 50 == 0) { // a file grows with each life; a new one keeps the checks short
            file.emplace();
            file->database.reset();
            promise = {};
        }
        const bool named = kill % 2 == 0;
        const QString point = named ? points[(kill / 2) % points.size()] : QString();
        const int count = 1 + static_cast<int>(random() % (point.endsWith(u"sync") ? 15 : 120));
        CAPTURE(kill, point, count);
        Victim victim(file->path, point, count);
        if (!named)
            victim.killAfter(static_cast<int>(random() % 60), random() % 3000);
        victim.bury(promise);
        checkPromise(file->path, promise);
    }
    CHECK(promise.edits > 0);
}
