// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to a server's machine, and what a copy makes of it. Each case has a server of its
// own, which it may stop, fill or replace.
#include "core/exchange/company.h"
#include "core/sync/crash_point.h"
#include "core/sync/outbox.h"
#include "core/sync/server_upgrade.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/sync/own_cluster.h"
#include "tests/sync/sync_fixture.h"

#include <random>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// A server of its own with two PCs.
struct Site {
    std::unique_ptr<OwnCluster> server = OwnCluster::make();
    QTemporaryDir folder;
    std::unique_ptr<Pc> pc(int person)
    {
        return std::make_unique<Pc>(
            server->dsn(), person, folder.filePath(QStringLiteral("pc%1.chengdan").arg(++number)));
    }
    int number = 0;
    qint64 contacts(const QString& name)
    {
        return server
            ->scalar(
                QStringLiteral("SELECT count(*) FROM app.contact WHERE name LIKE '%1'").arg(name))
            .toLongLong();
    }
};

// Text that no compression makes smaller.
QString noise(int letters, unsigned seed)
{
    std::mt19937 random(seed);
    QString text;
    for (int i = 0; i < letters; ++i)
        text += QChar(static_cast<char16_t>(0x4e00 + random() % 20'000));
    return text;
}

bool nothingWaits(Pc& pc)
{
    return pc.number(QStringLiteral("SELECT count(*) FROM _op")) == 0
        && pc.number(QStringLiteral("SELECT count(*) FROM _tray")) == 0
        && pc.number(QStringLiteral("SELECT count(*) FROM _batch")) == 0;
}

} // namespace

TEST_CASE(
    "a server whose disk is full takes nothing and loses nothing; with room again all arrives",
    "[sync][fault][serverfault][I3][I4]")
{
    Site site;
    const auto amy = site.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    constexpr int kContacts = 250;
    for (int i = 0; i < kContacts; ++i) {
        const QByteArray contact = amy->addContact(customer, QStringLiteral("联系人 %1").arg(i));
        amy->set("contact",
            contact,
            {{QStringLiteral("remark"), noise(9'000, static_cast<unsigned>(i))}});
    }
    const qint64 unsent = amy->number(QStringLiteral("SELECT count(*) FROM _op"));
    site.server->putOnSmallDisk(QStringLiteral("contact"));
    amy->disconnect();
    const auto round = amy->sync();
    REQUIRE_FALSE(round);
    CHECK(round.error().code == QStringLiteral("SERVER_SPENT"));
    const qint64 there = site.contacts(QStringLiteral("%%"));
    CHECK(there < kContacts);
    // Every edit is still in the journal or delivered; none was taken for a refusal.
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) > 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) < unsent);
    CHECK_FALSE(amy->sync());
    site.server->makeRoom();
    amy->disconnect();
    amy->synced();
    CHECK(nothingWaits(*amy));
    CHECK(site.contacts(QStringLiteral("%%")) == kContacts);
    CHECK(site.server
              ->scalar(QStringLiteral("SELECT count(*) FROM sync.history WHERE tbl = 'contact' AND "
                                      "op = 'I'"))
              .toInt()
        == kContacts);
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

TEST_CASE("a server that stops at once in the middle of a push has taken the batch once or never",
    "[sync][fault][serverfault][I4][I15]")
{
    Site site;
    const auto amy = site.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    int edits = 0;
    for (const char* const point : {"push.before_send", "push.sent", "push.settled"}) {
        INFO(point);
        const QString name = QStringLiteral("n%1").arg(++edits);
        amy->addContact(customer, name);
        bool stopped = false;
        sync::watchCrashPoints([&](const char* visited, const char*) {
            if (stopped || std::string(visited) != point)
                return;
            stopped = true;
            site.server->stopAtOnce();
        });
        const auto round = amy->sync();
        sync::watchCrashPoints({});
        REQUIRE(stopped);
        REQUIRE_FALSE(round); // the pull had nobody to ask
        CHECK(round.error().code == QStringLiteral("SERVER_UNREACHABLE"));
        site.server->start();
        amy->disconnect();
        amy->synced();
        CHECK(nothingWaits(*amy));
        CHECK(site.contacts(name) == 1);
    }
    // And while the server is at work on it: a lock holds the push until the machine goes down.
    amy->addContact(customer, QStringLiteral("held"));
    {
        const auto batch = value(sync::Outbox(amy->database()).next());
        REQUIRE(batch);
        site.server->stopAtOnce();
    }
    CHECK_FALSE(amy->sync());
    site.server->start();
    amy->disconnect();
    amy->synced();
    CHECK(nothingWaits(*amy));
    CHECK(site.contacts(QStringLiteral("held")) == 1);
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

TEST_CASE("a server recovered to an earlier moment is noticed, and what it lost is offered again",
    "[sync][fault][serverfault][epoch]")
{
    Site site;
    const auto amy = site.pc(2);
    const auto boss = site.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->addContact(customer, QStringLiteral("以前"));
    amy->synced();
    boss->synced();
    auto restored = site.server->backedUp();
    amy->addContact(customer, QStringLiteral("备份以后"));
    amy->synced();
    site.server->scalar(QStringLiteral("SELECT pg_create_restore_point('noon')"));
    amy->addContact(customer, QStringLiteral("丢失"));
    amy->synced();
    boss->synced();
    const QString epoch = value(sync::linkOf(amy->database()))->epoch;
    site.server->scalar(QStringLiteral("SELECT pg_switch_wal()"));
    site.server->stop(); // which archives the last of the log first
    restored->takeAddressOf(*site.server);
    restored->recoverTo(QStringLiteral("noon"));
    restored->start();
    for (int i = 0;
         i < 600 && restored->scalar(QStringLiteral("SELECT pg_is_in_recovery()")).toBool();
         ++i)
        restored->scalar(QStringLiteral("SELECT pg_sleep(0.05)"));
    REQUIRE_FALSE(restored->scalar(QStringLiteral("SELECT pg_is_in_recovery()")).toBool());
    CHECK(restored->scalar(QStringLiteral("SELECT count(*) FROM app.contact")).toInt() == 2);

    amy->disconnect();
    boss->disconnect();
    amy->synced();
    CHECK(value(sync::linkOf(amy->database()))->epoch != epoch);
    const auto tray = value(sync::trayEntries(amy->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].reason == sync::TrayReason::Restored);
    boss->synced(); // who sent nothing has nothing to decide
    CHECK(value(sync::trayEntries(boss->database())).empty());
    CHECK(boss->number(QStringLiteral("SELECT count(*) FROM contact")) == 2);
    value(sync::takeMine(amy->database(), amy->person(), tray[0].n));
    amy->synced();
    boss->synced();
    CHECK(nothingWaits(*amy));
    for (Pc* pc : {amy.get(), boss.get()}) {
        CHECK(pc->number(QStringLiteral("SELECT count(*) FROM contact")) == 3);
        CHECK(value(sync::verifyReplica(pc->database(), pc->server())) == 0);
    }
}

TEST_CASE("a hot standby answers no pull and no push, and the copy stays as it was",
    "[sync][fault][serverfault][standby]")
{
    Site site;
    const auto amy = site.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    const auto standby = site.server->backedUp();
    standby->standBy(*site.server);
    standby->start();
    REQUIRE(standby->scalar(QStringLiteral("SELECT pg_is_in_recovery()")).toBool());
    amy->addContact(customer, QStringLiteral("王工"));
    const QString cursor = value(sync::linkOf(amy->database()))->cursor;
    const auto link =
        value(sync::ServerLink::open(standby->dsn(), QStringLiteral("u2"), QString()));
    const auto begun = link->scalar(QStringLiteral("SELECT sync.pull_begin()"));
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == QStringLiteral("SERVER_STANDBY"));
    amy->reachBy(standby->dsn(), {});
    const auto round = amy->sync();
    REQUIRE_FALSE(round);
    INFO(round.error().code.toStdString());
    CHECK(value(sync::linkOf(amy->database()))->cursor == cursor);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
    amy->reachBy(site.server->dsn(), {});
    amy->synced();
    CHECK(nothingWaits(*amy));
    CHECK(site.contacts(QStringLiteral("王工")) == 1);
}

TEST_CASE("a PC whose clock is a day off sends and receives the same; only times it shows suffer",
    "[sync][fault][serverfault][clock]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    const qint64 noon = amy->now().milliseconds();
    int round = 0;
    for (const qint64 shift : {kDay, -kDay, 365 * kDay, qint64{0}}) {
        amy->setClock(Instant::fromMilliseconds(noon + shift));
        const QString mine = QStringLiteral("a%1").arg(++round);
        const QString theirs = QStringLiteral("b%1").arg(round);
        // Different fields of one row, and the same field one after the other: neither clock
        // decides who wins.
        amy->set("customer", customer, {{QStringLiteral("remark"), mine}});
        boss->set("customer", customer, {{QStringLiteral("website"), theirs}});
        amy->addContact(customer, mine);
        amy->synced();
        boss->synced();
        amy->synced();
        for (Pc* pc : {amy.get(), boss.get()}) {
            CHECK(schema::toText(pc->cell(QStringLiteral("SELECT remark || website FROM customer")))
                == mine + theirs);
            CHECK(pc->number(QStringLiteral("SELECT count(*) FROM contact")) == round);
            CHECK(nothingWaits(*pc));
        }
        boss->set("customer", customer, {{QStringLiteral("remark"), theirs}});
        boss->synced();
        amy->set("customer", customer, {{QStringLiteral("remark"), mine + mine}});
        amy->synced();
        const auto tray = value(sync::trayEntries(amy->database()));
        REQUIRE(tray.size() == 1); // the first at the server stands, whoever's clock is ahead
        CHECK(schema::toText(amy->cell(QStringLiteral("SELECT remark FROM customer"))) == theirs);
        value(sync::keepTheirs(amy->database(), amy->person(), tray[0].n));
        CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
    }
    // The server's own history knows when it really was.
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT count(*) FROM sync.history WHERE abs(extract(epoch "
                                     "FROM ts - clock_timestamp())) > 3600"))
              .toInt()
        == 0);
}

TEST_CASE(
    "a full disk of this PC stops a pull and an answer without a trace, and sync goes on after",
    "[sync][fault][serverfault][clientdisk]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    const auto bound = [&](qint64 more) {
        value(amy->database().write(
            PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                storage::Connection& connection = transaction.connection();
                const qint64 pages = more == 0
                    ? 1'000'000
                    : schema::toInteger(connection.scalar(QStringLiteral("PRAGMA page_count")))
                        + more;
                (void)connection.scalar(QStringLiteral("PRAGMA max_page_count = %1").arg(pages));
                return {};
            }));
    };
    // Coming down: more than fits.
    for (int i = 0; i < 40; ++i) {
        const QByteArray contact = boss->addContact(customer, QStringLiteral("来 %1").arg(i));
        boss->set("contact",
            contact,
            {{QStringLiteral("remark"), noise(4'000, static_cast<unsigned>(i))}});
    }
    boss->synced();
    const auto before = value(sync::linkOf(amy->database()));
    bound(3);
    const auto pulled = amy->sync();
    REQUIRE_FALSE(pulled);
    CHECK(pulled.error().code == QStringLiteral("STORAGE_FULL"));
    CHECK(value(sync::linkOf(amy->database()))->cursor == before->cursor);
    bound(0);
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == 40);
    // Going up: the batch cannot be written down, or its answer cannot.
    int edits = 0;
    for (const char* const point : {"", "push.before_send"}) {
        INFO("at " << point);
        const QString name = QStringLiteral("去 %1").arg(++edits);
        for (int i = 0; i < 20; ++i) {
            const QByteArray contact = amy->addContact(customer, name);
            amy->set("contact",
                contact,
                {{QStringLiteral("remark"), noise(4'000, static_cast<unsigned>(100 + i))}});
        }
        const qint64 unsent = amy->number(QStringLiteral("SELECT count(*) FROM _op"));
        bool full = false;
        if (*point == '\0')
            bound(1);
        else
            sync::watchCrashPoints([&](const char* visited, const char*) {
                if (std::string(visited) == point && !full) {
                    full = true;
                    bound(1);
                }
            });
        const auto round = amy->sync();
        sync::watchCrashPoints({});
        REQUIRE_FALSE(round);
        CHECK(round.error().code == QStringLiteral("STORAGE_FULL"));
        CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == unsent);
        CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
        bound(0);
        amy->synced();
        CHECK(nothingWaits(*amy));
        CHECK(
            office.server()
                .scalar(
                    QStringLiteral("SELECT count(*) FROM app.contact WHERE name = '%1'").arg(name))
                .toInt()
            == 20);
    }
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

namespace {

/// The descriptions of a release to come: one more column of contacts, and one more table.
std::vector<schema::RecordType> releaseToCome(int version)
{
    std::vector<schema::RecordType> types;
    for (const schema::RecordType* type : exchange::companyRecordTypes())
        types.push_back(*type);
    schema::RecordType shelf;
    for (schema::RecordType& type : types) {
        if (QLatin1String(type.table) != QLatin1String("contact"))
            continue;
        schema::Column nickname = *type.column(QStringLiteral("department"));
        nickname.name = "nickname";
        nickname.since = version;
        type.columns.push_back(nickname);
        shelf = type;
    }
    shelf.table = "shelf";
    shelf.number = 9000;
    shelf.since = version;
    for (schema::Column& column : shelf.columns)
        column.since = version;
    types.push_back(shelf);
    return types;
}

void upgradeTo(Office& office, int version)
{
    const std::vector<schema::RecordType> kept = releaseToCome(version);
    schema::RecordTypes types;
    for (const schema::RecordType& type : kept)
        types.push_back(&type);
    const auto admin = value(sync::ServerLink::open(office.server().dsn()));
    value(sync::upgradeServer(*admin, types));
}

} // namespace

TEST_CASE("a full journal of the release before goes up to an upgraded server; of two before it "
          "stays, with a clear word",
    "[sync][fault][serverfault][I17]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const QByteArray old = amy->addContact(customer, QStringLiteral("王工"));
    amy->synced();
    boss->synced();
    const auto work = [&](const QString& name) {
        amy->addContact(customer, name);
        amy->addCustomer(name);
        amy->set("contact", old, {{QStringLiteral("title"), name}});
    };
    const int present = schema::schemaVersion(exchange::companyRecordTypes());
    work(QStringLiteral("一版之前"));
    // A batch was on its way when the server went down for its upgrade.
    REQUIRE(value(sync::Outbox(amy->database()).next(1)));
    amy->disconnect();
    boss->disconnect();
    upgradeTo(office, present + 1);
    amy->synced();
    boss->synced();
    CHECK(nothingWaits(*amy));
    for (Pc* pc : {amy.get(), boss.get()}) {
        CHECK(pc->number(QStringLiteral("SELECT count(*) FROM contact")) == 2);
        CHECK(schema::toText(
                  pc->cell(QStringLiteral("SELECT title FROM contact WHERE id = ?"), {old}))
            == QStringLiteral("一版之前"));
        CHECK(value(sync::verifyReplica(pc->database(), pc->server())) == 0);
    }
    work(QStringLiteral("两版之前"));
    const qint64 unsent = amy->number(QStringLiteral("SELECT count(*) FROM _op"));
    amy->disconnect();
    upgradeTo(office, present + 2);
    const auto refused = amy->sync();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("CLIENT_OLD"));
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == unsent);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == 3); // and can be read
}
