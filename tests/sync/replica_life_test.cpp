// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/numbering.h"
#include "core/exchange/company.h"
#include "core/sync/backoff.h"
#include "core/sync/outbox.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <QJsonDocument>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("a copy that heard nothing for fifteen days is not opened, and opens again after contact",
    "[sync][stale]")
{
    Office office;
    const auto amy = office.pc(2);
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    const auto last = value(sync::linkOf(amy->database()))->lastContact;
    const auto after = [&](int days) {
        return Instant::fromMilliseconds(last.milliseconds() + days * kDay);
    };
    CHECK(sync::requireFresh(amy->database(), after(14)));
    const auto stale = sync::requireFresh(amy->database(), after(15));
    REQUIRE_FALSE(stale);
    CHECK(stale.error().code == QStringLiteral("REPLICA_STALE"));
    CHECK(stale.error().arg(QStringLiteral("days")) == QStringLiteral("15"));
}

TEST_CASE("two PCs of one person number their documents apart", "[sync][I9]")
{
    Office office;
    const auto first = office.pc(2);
    const auto second = office.pc(2);
    const auto numberAt = [](Pc& pc) {
        return value(pc.database().write(
            pc.person(), [](storage::Transaction& transaction) -> Result<QString> {
                return access::nextNumber(transaction, access::kCustomerNumbers, QDate(2026, 3, 1));
            }));
    };
    CHECK(numberAt(*first) != numberAt(*second));
}

TEST_CASE(
    "what a copy got wrong is found by comparing and put right by the next pull", "[sync][verify]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const QByteArray contact = amy->addContact(customer, QStringLiteral("王工"));
    amy->addContact(customer, QStringLiteral("李工"));
    amy->synced();
    REQUIRE(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
    // One row lost, one of another revision.
    value(amy->database().write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        const sync::Quiet quiet(transaction.connection());
        transaction.connection().execute(
            QStringLiteral("DELETE FROM contact WHERE id = ?"), {contact});
        transaction.connection().execute(QStringLiteral("UPDATE customer SET rev = rev + 5"));
        return {};
    }));
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 2);
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == 2);
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

TEST_CASE("a copy of a copy becomes a device of its own and sends nothing for the other",
    "[sync][clone][I4]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    amy->close();
    const QString cloned = office.path(QStringLiteral("cloned.chengdan"));
    REQUIRE(QFile::copy(amy->path(), cloned));
    amy->restart();
    amy->addContact(customer, QStringLiteral("王工"));
    amy->synced(); // the number of this batch is taken now
    Pc clone(office.server(), 2, cloned);
    clone.addContact(customer, QStringLiteral("李工"));
    clone.synced();
    amy->synced();
    for (Pc* pc : {amy.get(), &clone}) {
        CHECK(pc->number(QStringLiteral("SELECT count(*) FROM contact")) == 2);
        CHECK(pc->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
    }
    CHECK(value(sync::linkOf(amy->database()))->device
        != value(sync::linkOf(clone.database()))->device);
}

TEST_CASE("who leaves the server keeps a company of his own with what he typed", "[sync][leave]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    amy->addContact(customer, QStringLiteral("王工"));
    const QString path = office.path(QStringLiteral("own.chengdan"));
    value(sync::leaveWithCopy(amy->database(), path));
    ManualClock clock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));
    const auto own = value(exchange::openCompany(path, clock));
    CHECK_FALSE(value(sync::linkOf(*own)));
    CHECK(schema::toInteger(own->reader().scalar(QStringLiteral("SELECT count(*) FROM contact")))
        == 1);
    const auto session = value(access::openSession(*own));
    CHECK(session.person().login == QStringLiteral("amy"));
    CHECK(session.has(access::Right::CustomerEdit));
    CHECK(session.has(access::Right::Administer)); // nobody else could
    CHECK(value(sync::linkOf(amy->database()))); // the copy itself goes on
    amy->synced();
}

TEST_CASE("however many edits wait for a customer that was refused, others go", "[sync][push]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const QString code = QStringLiteral("91330200MA2XYZ1234");
    amy->addCustomer(QStringLiteral("鑫达"), code);
    amy->synced();
    const QByteArray taken = bob->addCustomer(QStringLiteral("鑫达机械"), code);
    constexpr int kWaiting = 620; // more than are looked at together
    for (int i = 0; i < kWaiting; ++i)
        bob->addContact(taken, QStringLiteral("联系人 %1").arg(i));
    const QByteArray own = bob->addCustomer(QStringLiteral("远景"));
    bob->addContact(own, QStringLiteral("李工"));
    bob->synced();
    CHECK(office.server().scalar(QStringLiteral("SELECT count(*) FROM app.contact")).toInt() == 1);
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _op")) == kWaiting);
}

TEST_CASE("two programs that keep one copy in step settle a batch once", "[sync][push][I3]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    boss->set("customer", customer, {{QStringLiteral("remark"), QStringLiteral("boss")}});
    boss->synced();
    amy->set("customer", customer, {{QStringLiteral("remark"), QStringLiteral("amy")}});
    sync::Outbox outbox(amy->database());
    const auto batch = value(outbox.next());
    REQUIRE(batch);
    const QString device = value(sync::linkOf(amy->database()))->device.toString();
    const auto push = [&] {
        return QJsonDocument::fromJson(
            value(amy->server().scalar(
                      QStringLiteral("SELECT sync.push(?::uuid, ?::bigint, ?::jsonb)"),
                      {device, batch->number, QString::fromUtf8(batch->payload)}))
                .toString()
                .toUtf8())
            .object();
    };
    for (int program = 0; program < 2; ++program)
        value(outbox.settle(*batch, push()));
    value(outbox.takeBack(*batch)); // one that came too late
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 1);
    CHECK(amy->number(QStringLiteral("SELECT batch FROM _m")) == batch->number);
    amy->addContact(customer, QStringLiteral("王工"));
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 1);
}

TEST_CASE("one bad edit does not hold up the others", "[sync][push]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    amy->addContact(customer, QStringLiteral("王工"));
    // A text no database takes: the sign for "nothing" in the middle, and half a character.
    const QString odd = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b") + QChar(0xD800);
    amy->set("customer", customer, {{QStringLiteral("remark"), odd}});
    // A reference to nothing.
    const QByteArray lost = amy->addContact(customer, QStringLiteral("张工"));
    amy->set("contact", lost, {{QStringLiteral("customer"), QByteArray(16, 'x')}});
    amy->addContact(customer, QStringLiteral("李工"));
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT string_agg(name, ' ' ORDER BY name) FROM app.contact"))
              .toString()
              .contains(QStringLiteral("李工")));
    const auto tray = value(sync::trayEntries(amy->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].columns.at(0).name == QStringLiteral("customer"));
}

TEST_CASE("tries follow ever more seldom, never all at once", "[sync][backoff]")
{
    CHECK(sync::backoff(1, 0.5) == std::chrono::milliseconds(1000));
    CHECK(sync::backoff(4, 0.5) == std::chrono::milliseconds(8000));
    CHECK(sync::backoff(30, 0.5) == std::chrono::milliseconds(300'000));
    CHECK(sync::backoff(1, 0.0) == std::chrono::milliseconds(700));
    CHECK(sync::backoff(1, 1.0) == std::chrono::milliseconds(1300));
    CHECK(sync::pollInterval(0.0) == std::chrono::milliseconds(54'000));
}
