// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a customer is: in a file for one PC at once, in a copy by asking.
#include "core/access/people.h"
#include "core/access/settings.h"
#include "core/access/undo.h"
#include "core/customers/customer_service.h"
#include "core/exchange/company.h"
#include "core/exchange/company_undo.h"
#include "core/storage/store.h"
#include "core/sync/customer_acts.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

using namespace chengdan;
using namespace chengdan::tests;
using sync::CustomerActs;

namespace {

/// A company on one PC: its owner, and a sales person who sees what is his.
struct LonePc {
    LonePc()
    {
        exchange::NewCompany company;
        company.companyName = QStringLiteral("宁波精密机械有限公司");
        company.ownerName = QStringLiteral("王雪");
        database = value(exchange::createCompany(
            folder.filePath(QStringLiteral("lone.chengdan")), company, clock));
        owner.emplace(value(access::openSession(*database)));
        context.reset(new access::Context{*database, *owner, clock, ids});
        access::Person person;
        person.login = QStringLiteral("rep");
        person.name = QStringLiteral("李响");
        access::PersonRole role;
        role.role = access::Role::Sales;
        role.scope = access::RoleScope::Own;
        value(access::PeopleService(*context).create(person, {role}));
        rep.emplace(value(access::openSession(*database, person.login)));
        repContext.reset(new access::Context{*database, *rep, clock, ids});
    }
    customers::Customer add(const char* name)
    {
        customers::Customer customer;
        customer.name = QString::fromUtf8(name);
        customer = value(customers::CustomerService(*context).create(customer));
        customers::Contact contact;
        contact.customer = customer.id;
        contact.name = QStringLiteral("陈工");
        value(customers::CustomerService(*context).createContact(contact));
        return customer;
    }
    qint64 number(const char* sql)
    {
        return schema::toInteger(database->reader().scalar(QString::fromUtf8(sql)));
    }
    QTemporaryDir folder;
    ManualClock clock{Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28)};
    IdSource ids{clock, 3};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> owner;
    std::unique_ptr<access::Context> context;
    std::optional<access::Session> rep;
    std::unique_ptr<access::Context> repContext;
};

} // namespace

TEST_CASE("in a file for one PC a handover and a claim happen at once, with all that hangs on it",
    "[sync][acts]")
{
    LonePc pc;
    const auto customer = pc.add("宁波鑫达");
    CustomerActs acts(*pc.context);
    const qint64 rid = customer.meta.rid;
    const auto nobody = acts.handOver({rid}, PersonId(), QStringLiteral("没人跟进"));
    REQUIRE(nobody);
    CHECK(*nobody == CustomerActs::Outcome::Done);
    CHECK(pc.number("SELECT count(*) FROM customer WHERE owner = 0 AND status = 'pool'") == 1);
    CHECK(pc.number("SELECT count(*) FROM contact WHERE owner = 0") == 1);
    CHECK(pc.number("SELECT count(*) FROM audit_entry WHERE act = 'transfer' AND record_table = "
                    "'customer' AND new_values LIKE '%没人跟进%'")
        == 1);

    CustomerActs repActs(*pc.repContext);
    CHECK_FALSE(value(repActs.hands(rid)).noClaim);
    REQUIRE(repActs.claim(rid));
    CHECK(value(repActs.hands(rid)).ownerName == QStringLiteral("李响"));
    CHECK(pc.number("SELECT count(*) FROM contact WHERE owner = 2") == 1);
    CHECK(pc.number("SELECT count(*) FROM customer WHERE status = 'active'") == 1);
    const auto again = acts.claim(rid);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("CUSTOMER_HELD"));
    CHECK(again.error().arg(QStringLiteral("owner")) == QStringLiteral("李响"));
}

TEST_CASE(
    "a handover names somebody who works here, says why, and is not everybody's", "[sync][acts]")
{
    LonePc pc;
    const qint64 rid = pc.add("宁波鑫达").meta.rid;
    const auto code = [&](const access::Context& context, PersonId to, const char* why) {
        const auto done = CustomerActs(context).handOver({rid}, to, QString::fromUtf8(why));
        return done ? QStringLiteral("done") : done.error().code;
    };
    CHECK(code(*pc.repContext, pc.rep->id(), "想要") == QStringLiteral("PERMISSION"));
    CHECK(code(*pc.context, PersonId::fromNumber(99), "x") == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(code(*pc.context, pc.rep->id(), "  ") == QStringLiteral("REASON_MISSING"));
    CHECK(pc.number("SELECT count(*) FROM customer WHERE owner = 1") == 1);
    CHECK(code(*pc.context, pc.rep->id(), "区域划分") == QStringLiteral("done"));
    const auto hands = value(CustomerActs(*pc.repContext).hands(rid));
    REQUIRE(hands.noHandOver);
    CHECK(hands.noHandOver->code == QStringLiteral("PERMISSION"));
    REQUIRE(hands.noAccess);
    CHECK(hands.noAccess->code == QStringLiteral("ACCESS_NEEDS_SERVER"));
    CHECK(value(CustomerActs(*pc.context).mayEver(sync::Request::Kind::Transfer)));
    CHECK_FALSE(value(CustomerActs(*pc.repContext).mayEver(sync::Request::Kind::Transfer)));
}

TEST_CASE("a handover in a file for one PC is taken back like any edit", "[sync][acts]")
{
    LonePc pc;
    const qint64 rid = pc.add("宁波鑫达").meta.rid;
    value(CustomerActs(*pc.context).handOver({rid}, pc.rep->id(), QStringLiteral("误操作")));
    const auto span = storage::Database::lastWrite();
    REQUIRE_FALSE(span.isEmpty());
    value(access::UndoService(*pc.context, exchange::undoRules()).takeBack(std::vector{span}));
    CHECK(pc.number("SELECT count(*) FROM customer WHERE owner = 1") == 1);
    CHECK(pc.number("SELECT count(*) FROM contact WHERE owner = 1") == 1);
}

TEST_CASE("who may end an access sees it in the copy, and nobody else does", "[sync][acts]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const auto boss = office.pc(1);
    const QByteArray id = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    const auto rid = [&](Pc& pc) {
        return pc.number(QStringLiteral("SELECT rid FROM customer WHERE id = ?"), {id});
    };
    const SystemClock today("Asia/Shanghai"); // the server's clock is a real one
    const access::Context context{amy->database(), amy->session(), today, amy->ids()};
    const QDate last = context.clock.today().addDays(13);
    const auto asked = CustomerActs(context).giveAccess(
        rid(*amy), PersonId::fromNumber(3), last, QStringLiteral("联合投标"));
    REQUIRE(asked);
    CHECK(*asked == CustomerActs::Outcome::Asked);
    CHECK(value(CustomerActs(context).hands(rid(*amy))).open.size() == 1);
    CHECK(value(CustomerActs(context).hands(rid(*amy))).shown.empty());
    amy->synced();
    bob->synced();
    boss->synced();
    const auto shown = value(CustomerActs(context).hands(rid(*amy))).shown;
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].person.number() == 3);
    CHECK(shown[0].reason == QStringLiteral("联合投标"));
    CHECK(value(CustomerActs(boss->context()).hands(rid(*boss))).shown.size() == 1);
    CHECK(value(CustomerActs(bob->context()).hands(rid(*bob))).shown.empty());
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _scope WHERE kind = 'given'")) == 0);

    REQUIRE(CustomerActs(boss->context()).withdraw(rid(*boss), PersonId::fromNumber(3)));
    CHECK(value(CustomerActs(boss->context()).hands(rid(*boss))).shown[0].isEnding);
    boss->synced();
    amy->synced();
    CHECK(value(CustomerActs(context).hands(rid(*amy))).shown.empty());
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _scope WHERE kind = 'given'")) == 0);
}

TEST_CASE(
    "access ends within a year, is not for oneself, and not given by who only sees", "[sync][acts]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray id = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    const access::Context context = amy->context();
    const qint64 rid = amy->number(QStringLiteral("SELECT rid FROM customer WHERE id = ?"), {id});
    const QDate today = context.clock.today();
    const auto code = [&](int person, QDate until, const char* why) {
        const auto asked = CustomerActs(context).giveAccess(
            rid, PersonId::fromNumber(person), until, QString::fromUtf8(why));
        return asked ? QStringLiteral("asked") : asked.error().code;
    };
    CHECK(code(3, today.addDays(-1), "x") == QStringLiteral("UNTIL_INVALID"));
    CHECK(code(3, today.addDays(400), "x") == QStringLiteral("UNTIL_INVALID"));
    CHECK(code(2, today, "x") == QStringLiteral("RECEIVER_SELF"));
    CHECK(code(3, today, "") == QStringLiteral("REASON_MISSING"));
    CHECK(code(3, today, "联合投标") == QStringLiteral("asked"));
    const auto receivers = value(CustomerActs(context).receivers(sync::Request::Kind::GrantAccess));
    CHECK(
        std::find(receivers.begin(), receivers.end(), PersonId::fromNumber(2)) == receivers.end());
    CHECK(receivers.size() == 3);
}

TEST_CASE("how many days a copy opens without contact is the company's to set, for every copy",
    "[sync][stale]")
{
    Office office;
    const auto boss = office.pc(1);
    const auto amy = office.pc(2);
    const access::Context context = boss->context();
    access::SettingsService settings(context);
    for (const char* wrong : {"0", "91", "-3", "x", ""}) {
        const auto set = settings.set(access::SettingKey::CopyDays, QString::fromLatin1(wrong));
        INFO(wrong);
        REQUIRE_FALSE(set);
        CHECK(set.error().code == QStringLiteral("SETTING_VALUE"));
    }
    value(settings.set(access::SettingKey::CopyDays, QStringLiteral("3")));
    boss->synced();
    amy->synced();
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    const auto last = value(sync::linkOf(amy->database()))->lastContact;
    const auto after = [&](int days) {
        return sync::requireFresh(
            amy->database(), Instant::fromMilliseconds(last.milliseconds() + days * kDay));
    };
    CHECK(after(3));
    const auto stale = after(4);
    REQUIRE_FALSE(stale);
    CHECK(stale.error().arg(QStringLiteral("most")) == QStringLiteral("3"));
    value(settings.set(access::SettingKey::CopyDays, QStringLiteral("90")));
    boss->synced();
    amy->synced();
    CHECK(sync::requireFresh(amy->database(),
        Instant::fromMilliseconds(
            value(sync::linkOf(amy->database()))->lastContact.milliseconds() + 90 * kDay)));
}
