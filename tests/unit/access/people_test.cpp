// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"
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
    const auto refused =
        people.setRoles(company.owner->id(), {CompanyFixture::role(Role::Sales, RoleScope::All)});
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
