// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/outbox.h"
#include "core/sync/requests.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QString nameOf(Pc& pc, const char* table, const QByteArray& id)
{
    return schema::toText(pc.cell(
        QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(QLatin1String(table)), {id}));
}

void rename(Pc& pc, const char* table, const QByteArray& id, const QString& name)
{
    pc.set(table, id, {{QStringLiteral("name"), name}});
}

QByteArray pooledCustomer(Office& office, Pc& boss)
{
    const QByteArray customer = boss.addCustomer(QStringLiteral("公海客户"));
    boss.synced();
    office.session(1)->scalar(
        QStringLiteral("SELECT srv.transfer(gen_random_uuid(), ARRAY['%1'::uuid], 0, 'pool')")
            .arg(RawId::fromBytes(customer).toString()));
    return customer;
}

void claim(Pc& pc, const QByteArray& customer)
{
    value(sync::ask(pc.database(),
        pc.person(),
        pc.ids(),
        sync::Request::Kind::Claim,
        {{QStringLiteral("customer"), RawId::fromBytes(customer).toString()}}));
}

} // namespace

TEST_CASE("a joined copy knows the team and who it belongs to", "[sync][join]")
{
    Office office;
    const auto amy = office.pc(2);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM person")) == 4);
    CHECK(amy->session().person().login == QStringLiteral("amy"));
    CHECK(amy->session().has(access::Right::CustomerEdit));
    CHECK_FALSE(amy->session().has(access::Right::CostView));
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _load")) == 0);
}

TEST_CASE("a customer made offline with its contact arrives at the boss, once", "[sync][push]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const QByteArray contact = amy->addContact(customer, QStringLiteral("王工"));
    rename(*amy, "contact", contact, QStringLiteral("王总"));
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
    boss->synced();
    CHECK(nameOf(*boss, "customer", customer) == QStringLiteral("宁波鑫达"));
    CHECK(nameOf(*boss, "contact", contact) == QStringLiteral("王总"));
    CHECK(boss->number(QStringLiteral("SELECT owner FROM contact WHERE id = ?"), {contact}) == 2);
    CHECK(amy->number(QStringLiteral("SELECT rev FROM contact WHERE id = ?"), {contact}) == 2);
    CHECK(value(sync::verifyReplica(boss->database(), boss->server())) == 0);
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
}

TEST_CASE("what a copy may not see does not reach it", "[sync][I2]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
    // shown for a while, then no more
    CHECK(office.session(1)
              ->scalar(QStringLiteral(
                  "SELECT srv.grant_access(gen_random_uuid(), '%1', 3, now() + interval "
                  "'1 day', 'trip')")
                           .arg(RawId::fromBytes(customer).toString()))
              .toString()
              .contains(QStringLiteral("done")));
    bob->synced();
    CHECK(nameOf(*bob, "customer", customer) == QStringLiteral("宁波鑫达"));
    rename(*bob, "customer", customer, QStringLiteral("改名"));
    office.session(1)->scalar(QStringLiteral("SELECT srv.revoke_access(gen_random_uuid(), '%1', 3)")
                                  .arg(RawId::fromBytes(customer).toString()));
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    const auto tray = value(sync::trayEntries(bob->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].columns.at(0).mine.toString() == QStringLiteral("改名"));
}

TEST_CASE("different fields of one row merge, the same field is a conflict that keeps both",
    "[sync][merge][I13]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();

    rename(*amy, "customer", customer, QStringLiteral("鑫达（艾米）"));
    amy->set("customer", customer, {{QStringLiteral("phone"), QStringLiteral("0574-1")}});
    rename(*boss, "customer", customer, QStringLiteral("鑫达（老板）"));
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("xinda.cn")}});
    boss->synced();
    amy->synced();
    boss->synced();

    for (Pc* pc : {amy.get(), boss.get()}) {
        CHECK(nameOf(*pc, "customer", customer) == QStringLiteral("鑫达（老板）"));
        CHECK(schema::toText(pc->cell(QStringLiteral("SELECT phone FROM customer")))
            == QStringLiteral("0574-1"));
        CHECK(schema::toText(pc->cell(QStringLiteral("SELECT website FROM customer")))
            == QStringLiteral("xinda.cn"));
        CHECK(pc->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    }
    const auto tray = value(sync::trayEntries(amy->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].reason == sync::TrayReason::Conflict);
    REQUIRE(tray[0].columns.size() == 1);
    CHECK(tray[0].columns[0].name == QStringLiteral("name"));
    CHECK(tray[0].columns[0].mine.toString() == QStringLiteral("鑫达（艾米）"));
    CHECK(tray[0].columns[0].theirs.toString() == QStringLiteral("鑫达（老板）"));
    CHECK(tray[0].columns[0].by == 1);

    // Mine after all: an edit like any other.
    value(sync::takeMine(amy->database(), amy->person(), tray[0].n));
    amy->synced();
    boss->synced();
    CHECK(nameOf(*boss, "customer", customer) == QStringLiteral("鑫达（艾米）"));
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
}

TEST_CASE("a pull leaves edits that were not sent on top, and sends them later", "[sync][rebase]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    amy->set("customer", customer, {{QStringLiteral("phone"), QStringLiteral("1")}});
    amy->set("customer", customer, {{QStringLiteral("phone"), QStringLiteral("2")}});
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("a.cn")}});
    boss->synced();
    value(sync::pullAll(amy->database(), amy->server()));
    CHECK(schema::toText(amy->cell(QStringLiteral("SELECT phone FROM customer")))
        == QStringLiteral("2"));
    CHECK(schema::toText(amy->cell(QStringLiteral("SELECT website FROM customer")))
        == QStringLiteral("a.cn"));
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 2);
    amy->synced();
    boss->synced();
    CHECK(schema::toText(boss->cell(QStringLiteral("SELECT phone FROM customer")))
        == QStringLiteral("2"));
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
}

TEST_CASE("a customer somebody else registered stays here, unsent, until a person decides",
    "[sync][register][I9]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const QString code = QStringLiteral("91330200MA2XYZ1234");
    amy->addCustomer(QStringLiteral("鑫达"), code);
    const QByteArray second = bob->addCustomer(QStringLiteral("鑫达机械"), code);
    bob->addContact(second, QStringLiteral("李工"));
    amy->synced();
    bob->synced();
    const auto asked = value(sync::requests(bob->database()));
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].status == sync::Request::Status::Refused);
    CHECK(asked[0].why.code == QStringLiteral("REGISTERED_ALREADY"));
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM contact")) == 1);
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _op")) == 1);

    SECTION("with another code it is taken")
    {
        bob->set("customer",
            second,
            {{QStringLiteral("credit_code"), QStringLiteral("91330200MA2XYZ9999")}});
        value(sync::askAgain(bob->database(), bob->person(), bob->ids(), asked[0].id));
        bob->synced();
        CHECK(value(sync::requests(bob->database()))[0].status == sync::Request::Status::Done);
        CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
        CHECK(office.server()
                  .scalar(QStringLiteral("SELECT count(*) FROM app.contact WHERE owner = 3"))
                  .toInt()
            == 1);
    }
    SECTION("given up, it leaves with what hangs on it, into the tray")
    {
        value(sync::dropRequest(bob->database(), bob->person(), asked[0].id));
        CHECK(bob->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
        CHECK(bob->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
        CHECK(value(sync::trayEntries(bob->database())).size() == 1);
        bob->synced();
    }
}

TEST_CASE("of two who claim a customer offline one gets it, the other is told", "[sync][claim][I9]")
{
    Office office;
    const auto boss = office.pc(1);
    const QByteArray customer = pooledCustomer(office, *boss);
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM customer WHERE owner = 0 AND status = "
                                     "'pool'"))
        == 1);
    for (Pc* pc : {amy.get(), bob.get()})
        claim(*pc, customer);
    CHECK(amy->number(QStringLiteral("SELECT owner FROM customer")) == 0); // not before the answer
    bob->synced();
    amy->synced();
    CHECK(value(sync::requests(bob->database()))[0].status == sync::Request::Status::Done);
    CHECK(value(sync::requests(amy->database()))[0].why.code == QStringLiteral("CLAIM_TAKEN"));
    CHECK(bob->number(QStringLiteral("SELECT owner FROM customer WHERE status = 'active'")) == 3);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
}

TEST_CASE("a claim asked again is one request, also when the customer was renamed meanwhile",
    "[sync][claim]")
{
    Office office;
    const auto boss = office.pc(1);
    const QByteArray customer = pooledCustomer(office, *boss);
    const auto amy = office.pc(2);
    claim(*amy, customer);
    boss->synced();
    rename(*boss, "customer", customer, QStringLiteral("改名客户"));
    boss->synced();
    value(sync::pullAll(amy->database(), amy->server())); // the claim itself is not sent yet
    REQUIRE(nameOf(*amy, "customer", customer) == QStringLiteral("改名客户"));
    claim(*amy, customer);
    CHECK(value(sync::requests(amy->database())).size() == 1);
    amy->synced();
    const auto asked = value(sync::requests(amy->database()));
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].status == sync::Request::Status::Done);
}

TEST_CASE("a handover takes the rows from one PC and brings them to the other", "[sync][transfer]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    for (int i = 0; i < 5; ++i)
        amy->addContact(customer, QStringLiteral("联系人 %1").arg(i));
    amy->synced();
    amy->set("customer", customer, {{QStringLiteral("phone"), QStringLiteral("1")}});
    office.session(1)->scalar(
        QStringLiteral("SELECT srv.transfer(gen_random_uuid(), ARRAY['%1'::uuid], 3, 'area')")
            .arg(RawId::fromBytes(customer).toString()));
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM contact WHERE owner = 3")) == 5);
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM customer")) == 0);
    const auto tray = value(sync::trayEntries(amy->database()));
    REQUIRE(tray.size() == 1); // sent, refused, and kept
    CHECK(tray[0].why.code == QStringLiteral("NOT_VISIBLE"));
}
