// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"
#include "core/access/teams.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using access::Role;
using access::RoleScope;
using access::SettingKey;
using tests::CompanyFixture;
using tests::value;

TEST_CASE("people are kept by administrators only", "[access][people]")
{
    CompanyFixture company;
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto context = company.as(rep);
    access::Person person;
    person.login = QStringLiteral("new");
    person.name = QStringLiteral("新人");
    const auto refused = access::PeopleService(context).create(person, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    CHECK(company.count("SELECT count(*) FROM person WHERE login = 'new'") == 0);
}

TEST_CASE("a login is unique and of plain letters", "[access][people]")
{
    CompanyFixture company;
    company.join("li", {});
    const auto context = company.asOwner();
    access::PeopleService people(context);
    access::Person person;
    person.name = QStringLiteral("李四");
    person.login = QStringLiteral("li");
    const auto twice = people.create(person, {});
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == QStringLiteral("DUPLICATE"));
    CHECK(twice.error().field == QStringLiteral("login"));
    person.login = QStringLiteral("李四");
    const auto chinese = people.create(person, {});
    REQUIRE_FALSE(chinese);
    CHECK(chinese.error().code == QStringLiteral("PERSON_LOGIN"));
}

TEST_CASE("all that is wrong with an input is told at once", "[access][validation]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    access::Person person;
    person.quoteLevel = 9;
    const auto refused = access::PeopleService(context).create(person, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("REQUIRED"));
    CHECK(refused.error().field == QStringLiteral("login"));
    REQUIRE(refused.error().more.size() == 2);
    CHECK(refused.error().more[0].field == QStringLiteral("name"));
    CHECK(refused.error().more[1].code == QStringLiteral("PERSON_LEVEL"));
}

TEST_CASE("the last administrator stays", "[access][people]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    access::PeopleService people(context);
    const auto refused = access::RoleService(context).set(
        company.owner->id(), {CompanyFixture::role(Role::Sales, RoleScope::All)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("LAST_ADMINISTRATOR"));
    CHECK(company.count("SELECT count(*) FROM person_role WHERE deleted = 0") == 5);
    auto owner = company.owner->person();
    owner.active = false;
    CHECK_FALSE(people.update(owner));
    CHECK(access::openSession(*company.database));
}

TEST_CASE("settings have defaults and are checked before they are stored", "[access][settings]")
{
    CompanyFixture company;
    CHECK(access::readSettings(company.reader()).taxRate == Rate::fromRaw(130000));
    CHECK(access::readSettings(company.reader()).priceDecimals == 2);
    const auto context = company.asOwner();
    access::SettingsService settings(context);
    const auto [key, text] = GENERATE(table<SettingKey, const char*>({
        {SettingKey::TimeZone, "Mars/Base"},
        {SettingKey::BaseCurrency, "yuan"},
        {SettingKey::TaxRate, "1.3"},
        {SettingKey::DeviceCode, "a1"},
        {SettingKey::PriceDecimals, "7"},
        {SettingKey::CompanyName, " "},
    }));
    const auto refused = settings.set(key, QString::fromLatin1(text));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("SETTING_VALUE"));
    CHECK(refused.error().field == access::keyOf(key));
    REQUIRE(settings.set(SettingKey::PriceDecimals, QStringLiteral("4")));
    CHECK(access::readSettings(company.reader()).priceDecimals == 4);
    CHECK(company.count("SELECT count(*) FROM company_setting WHERE key = 'price.decimals'") == 1);
}

TEST_CASE("the file opens on an active administrator when its owner leaves", "[access][people]")
{
    CompanyFixture company;
    const auto second =
        company.join("chief", {CompanyFixture::role(Role::Administrator, RoleScope::All)});
    const auto context = company.as(second);
    value(access::PeopleService(context).setActive(company.owner->id(), false));
    CHECK(value(access::openSession(*company.database)).id() == second.id());
    const auto last = access::PeopleService(context).setActive(second.id(), false);
    REQUIRE_FALSE(last);
    CHECK(last.error().code == QStringLiteral("LAST_ADMINISTRATOR"));
}

TEST_CASE("the owner's new login still opens the file", "[access][people]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    auto owner = company.owner->person();
    owner.login = QStringLiteral("wangx");
    value(access::PeopleService(context).update(owner));
    CHECK(value(access::openSession(*company.database)).id() == owner.id);
}

TEST_CASE("an edit that began before somebody else's is not written over it", "[access][people]")
{
    CompanyFixture company;
    const auto rep = company.join("li", {});
    const auto context = company.asOwner();
    auto mine = rep.person();
    auto theirs = rep.person();
    company.passDays(1);
    theirs.title = QStringLiteral("经理");
    value(access::PeopleService(context).update(theirs));
    mine.title = QStringLiteral("主管");
    const auto refused = access::PeopleService(context).update(mine);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("CHANGED_MEANWHILE"));
}

TEST_CASE("a session knows when its person may do something else by now", "[access][session]")
{
    CompanyFixture company;
    const auto before = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    CHECK(before.allowsSameAs(value(access::openSession(*company.database, QStringLiteral("li")))));
    const auto context = company.asOwner();
    value(access::RoleService(context).set(
        before.id(), {CompanyFixture::role(Role::Viewer, RoleScope::All)}));
    const auto after = value(access::openSession(*company.database, QStringLiteral("li")));
    CHECK_FALSE(before.allowsSameAs(after));
    CHECK_FALSE(after.has(access::Right::CustomerEdit));
}

TEST_CASE("a team closes once nobody active is in it, a region once nothing sells there",
    "[access][teams]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    access::Region region;
    region.code = QStringLiteral("HD");
    region.name = QStringLiteral("华东");
    region = value(access::RegionService(context).create(region));
    access::Team team;
    team.name = QStringLiteral("华东一组");
    team.region = region.id;
    team = value(access::TeamService(context).create(team));
    access::Person person;
    person.login = QStringLiteral("li");
    person.name = QStringLiteral("李四");
    person.team = team.id;
    person = value(access::PeopleService(context).create(person, {}));

    team.closed = true;
    const auto used = access::TeamService(context).update(team);
    REQUIRE_FALSE(used);
    CHECK(used.error().code == QStringLiteral("PLACE_IN_USE"));
    region.closed = true;
    CHECK_FALSE(access::RegionService(context).update(region));
    value(access::PeopleService(context).setActive(person.id, false));
    value(access::TeamService(context).update(team));
    value(access::RegionService(context).update(region));
    CHECK(company.count("SELECT count(*) FROM team WHERE closed = 1 AND deleted = 0") == 1);
}

TEST_CASE("nobody joins a team or a region that is not there", "[access][people]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    access::Person person;
    person.login = QStringLiteral("li");
    person.name = QStringLiteral("李四");
    person.team = TeamId::fromNumber(9);
    person.approvalLimit.minor = -1;
    const auto refused = access::PeopleService(context).create(person, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERSON_LIMIT"));
    REQUIRE(refused.error().more.size() == 1);
    CHECK(refused.error().more[0].field == QStringLiteral("team"));
}
