// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_install.h"
#include "core/sync/sync_runner.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/support/fault_proxy.h"
#include "tests/sync/sync_fixture.h"

#include <condition_variable>
#include <mutex>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

const QString kPassword = QStringLiteral("correct; horse' \\ 1");

void givePassword(Office& office, int person)
{
    office.server().scalar(QStringLiteral("SELECT srv.set_login(%1, '%2')")
                               .arg(person)
                               .arg(sync::scramVerifier(kPassword, "0123456789abcdef")));
}

qint64 atServer(Office& office, const QString& name)
{
    return office.server()
        .scalar(QStringLiteral("SELECT count(*) FROM app.contact WHERE name = '%1'").arg(name))
        .toLongLong();
}

// The bytes after which one side stopped talking in a round that is not disturbed.
std::vector<qint64> placesOf(const FaultProxy& proxy, FaultProxy::Way way)
{
    const auto traffic = proxy.traffic();
    const std::vector<qint64>& ends =
        way == FaultProxy::Way::Up ? traffic.upEnds : traffic.downEnds;
    return ends;
}

} // namespace

TEST_CASE("a connection that ends at any message of a push and a pull loses and doubles nothing",
    "[sync][fault][I4][I15]")
{
    Office office;
    givePassword(office, 2);
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    FaultProxy proxy(PgFixture::instance().port());
    amy->reachBy(office.server().tlsDsn(proxy.port()), kPassword);

    int edits = 0;
    // Something to send, and something to receive.
    const auto prepare = [&] {
        ++edits;
        const QString name = QStringLiteral("联系人 %1").arg(edits);
        amy->addContact(customer, name);
        boss->set("customer",
            customer,
            {{QStringLiteral("website"), QStringLiteral("v%1.cn").arg(edits)}});
        boss->synced();
        return name;
    };
    prepare();
    proxy.recount();
    amy->synced();
    amy->disconnect();
    const std::vector<qint64> up = placesOf(proxy, FaultProxy::Way::Up);
    const std::vector<qint64> down = placesOf(proxy, FaultProxy::Way::Down);
    REQUIRE(up.size() > 10);
    int broken = 0;
    for (const auto way : {FaultProxy::Way::Up, FaultProxy::Way::Down}) {
        for (const qint64 place : way == FaultProxy::Way::Up ? up : down) {
            const QString name = prepare();
            proxy.cutAfter(way, place);
            if (!amy->sync())
                ++broken;
            amy->disconnect();
            proxy.forward();
            amy->synced();
            amy->disconnect();
            INFO("cut after " << place);
            REQUIRE(atServer(office, name) == 1);
            REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
            REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
            REQUIRE(schema::toText(amy->cell(QStringLiteral("SELECT website FROM customer")))
                == QStringLiteral("v%1.cn").arg(edits));
        }
    }
    CHECK(broken > int(up.size()) / 2);
    REQUIRE(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

TEST_CASE("a server that is refused, unknown or not proven is told apart", "[sync][fault]")
{
    Office office;
    givePassword(office, 2);
    const auto amy = office.pc(2);
    amy->reachBy(office.server().tlsDsn(), QStringLiteral("wrong"));
    CHECK(amy->sync().error().code == QStringLiteral("SERVER_PASSWORD"));
    FaultProxy proxy(PgFixture::instance().port());
    proxy.refuse();
    amy->reachBy(office.server().tlsDsn(proxy.port()), kPassword);
    CHECK(amy->sync().error().code == QStringLiteral("SERVER_UNREACHABLE"));
    proxy.forward();
    CHECK(amy->sync());
}

TEST_CASE("a person whose access ends gets nothing more and is told so", "[sync][I18]")
{
    Office office;
    const auto amy = office.pc(2);
    amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    office.session(1)->scalar(QStringLiteral("SELECT srv.disable_person(2)"));
    CHECK_FALSE(amy->sync()); // the open session was ended
    const auto again = amy->sync();
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("SERVER_PASSWORD"));
}

TEST_CASE("the runner sends an edit by itself and hears of others'", "[sync][runner]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    amy->disconnect();
    boss->synced();
    std::mutex mutex;
    std::condition_variable changed;
    sync::SyncStatus last;
    int told = 0;
    const auto until = [&](const auto& holds) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(60), holds);
    };
    const SystemClock clock;
    sync::SyncRunner runner(amy->database(),
        clock,
        {office.server().dsn(), QStringLiteral("u2"), {}},
        [&](const sync::SyncStatus& status) {
            const std::lock_guard lock(mutex);
            last = status;
            ++told;
            changed.notify_all();
        });
    using Phase = sync::SyncStatus::Phase;
    REQUIRE(until([&] { return last.phase == Phase::Current; }));
    amy->addContact(customer, QStringLiteral("王工"));
    REQUIRE(until([&] { return last.unsent > 0; }));
    REQUIRE(until([&] { return last.unsent == 0 && last.phase == Phase::Current; }));
    CHECK(atServer(office, QStringLiteral("王工")) == 1);
    // The boss writes; the server calls.
    std::atomic<bool> came = false;
    QObject::connect(
        &amy->database().notices(),
        &storage::ChangeNotices::committed,
        &amy->database().notices(),
        [&] {
            came = true;
            changed.notify_all();
        },
        Qt::DirectConnection);
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("x.cn")}});
    boss->synced();
    REQUIRE(until([&] { return came.load(); }));
    REQUIRE(until([&] { return last.phase == Phase::Current; }));
    CHECK(schema::toText(amy->cell(QStringLiteral("SELECT website FROM customer")))
        == QStringLiteral("x.cn"));
}
