// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of the engine must be able to fail: each is run once as things are, and once with the
// engine's own tables tampered with at the place a mistake in it would show.
#include "core/sync/crash_point.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct AnswerLost { };

void tamper(Pc& pc, const QStringList& statements)
{
    value(pc.database().write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        const sync::Quiet quiet(transaction.connection());
        for (const QString& statement : statements)
            transaction.connection().execute(statement);
        return {};
    }));
}

// An insert whose answer never came is sent again: one row, nothing for a person to decide.
bool repeatedOnce(bool freshNumber)
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("鑫达"));
    amy->synced();
    amy->addContact(customer, QStringLiteral("王工"));
    sync::watchCrashPoints([](const char* name, const char*) {
        if (std::string(name) == "push.sent")
            throw AnswerLost();
    });
    CHECK_THROWS_AS(amy->sync(), AnswerLost);
    sync::watchCrashPoints({});
    amy->restart();
    if (freshNumber)
        tamper(*amy,
            {QStringLiteral("UPDATE _batch SET no = no + 1"),
                QStringLiteral("UPDATE _op SET batch = batch + 1 WHERE batch IS NOT NULL"),
                QStringLiteral("UPDATE _m SET batch = batch + 1")});
    (void)amy->sync();
    (void)amy->sync();
    return amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0
        && amy->number(QStringLiteral("SELECT count(*) FROM contact")) == 1;
}

// Rows that come from the server are not sent back to it.
bool receivedQuietly(bool noisyTriggers)
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("鑫达"));
    amy->synced();
    boss->synced();
    if (noisyTriggers) {
        const QString trigger = schema::toText(amy->cell(
            QStringLiteral("SELECT sql FROM sqlite_master WHERE name = '_j_customer_u'")));
        tamper(*amy,
            {QStringLiteral("DROP TRIGGER _j_customer_u"),
                QString(trigger).replace(
                    QStringLiteral("WHEN (SELECT busy FROM _busy) = 0"), QString())});
    }
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("a.cn")}});
    boss->synced();
    value(sync::pullAll(amy->database(), amy->server()));
    return amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0;
}

// Two write the same field: both values are kept.
bool clashIsTold(bool baseMovedOn)
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("鑫达"));
    amy->synced();
    boss->synced();
    amy->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("amy.cn")}});
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("boss.cn")}});
    boss->synced();
    value(sync::pullAll(amy->database(), amy->server()));
    if (baseMovedOn)
        tamper(*amy,
            {QStringLiteral("UPDATE _op SET base_rev = (SELECT rev FROM customer WHERE rid = "
                            "_op.rid)")});
    amy->synced();
    const auto tray = value(sync::trayEntries(amy->database()));
    return tray.size() == 1 && tray[0].columns.at(0).mine.toString() == QStringLiteral("amy.cn");
}

// What was edited in a row that leaves is kept for its author.
bool evictedEditIsKept(bool dropped)
{
    Office office;
    const auto bob = office.pc(3);
    const auto boss = office.pc(1);
    const QByteArray customer = boss->addCustomer(QStringLiteral("鑫达"));
    boss->synced();
    const QString id = RawId::fromBytes(customer).toString();
    office.session(1)->scalar(
        QStringLiteral("SELECT srv.grant_access(gen_random_uuid(), '%1', 3, now() + interval '1 "
                       "day', 'x')")
            .arg(id));
    bob->synced();
    bob->set("customer", customer, {{QStringLiteral("remark"), QStringLiteral("报价已谈")}});
    office.session(1)->scalar(
        QStringLiteral("SELECT srv.revoke_access(gen_random_uuid(), '%1', 3)").arg(id));
    if (dropped)
        tamper(*bob, {QStringLiteral("DELETE FROM _op")});
    value(sync::pullAll(bob->database(), bob->server()));
    REQUIRE(bob->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
    return bob->number(QStringLiteral("SELECT count(*) FROM _tray")) == 1;
}

} // namespace

TEST_CASE("a repeated batch under a new number would be noticed", "[sync][mutation][I4]")
{
    CHECK(repeatedOnce(false));
    CHECK_FALSE(repeatedOnce(true));
}

TEST_CASE("a journal that is not silent while rows arrive would be noticed", "[sync][mutation]")
{
    CHECK(receivedQuietly(false));
    CHECK_FALSE(receivedQuietly(true));
}

TEST_CASE(
    "an edit that pretends to know the newest revision would be noticed", "[sync][mutation][I13]")
{
    CHECK(clashIsTold(false));
    CHECK_FALSE(clashIsTold(true));
}

TEST_CASE("an eviction that drops edits would be noticed", "[sync][mutation][I3]")
{
    CHECK(evictedEditIsKept(false));
    CHECK_FALSE(evictedEditIsKept(true));
}
