// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"
#include "core/access/session.h"
#include "core/access/teams.h"
#include "core/base/error_catalogue.h"
#include "core/base/error_words.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using access::Right;
using access::Role;
using access::RoleScope;
using tests::CompanyFixture;
using tests::value;

TEST_CASE("the owner of a new company holds every right over every row", "[access][session]")
{
    CompanyFixture company;
    for (int i = 0; i < static_cast<int>(Right::Count); ++i)
        CHECK(company.owner->require(static_cast<Right>(i)));
    CHECK(company.owner->reaches(PersonId::fromNumber(99)));
    CHECK(company.owner->visibleOwners().empty());
    CHECK(company.owner->person().name == QStringLiteral("王雪"));
}

TEST_CASE("a company is started once", "[access][people]")
{
    CompanyFixture company;
    const auto again = access::startCompany(*company.database, company.ids, {});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("COMPANY_EXISTS"));
    CHECK(company.count("SELECT count(*) FROM person") == 1);
}

TEST_CASE("a missing right is refused by its name", "[access][session]")
{
    CompanyFixture company;
    const auto session = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    CHECK(session.require(Right::QuoteEdit));
    const auto refused = session.require(Right::CostView);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    CHECK(refused.error().arg(QStringLiteral("right")) == QStringLiteral("cost.view"));
    CHECK(sentence(refused.error(), Language::Chinese)
        == QStringLiteral("没有“查看成本”的权限，请找管理员开通"));
    CHECK(sentence(refused.error(), Language::English)
        == QStringLiteral("You lack the right to see costs; ask an administrator for it"));
}

TEST_CASE("roles of one person add up", "[access][session]")
{
    CompanyFixture company;
    const auto session = company.join("zhou",
        {CompanyFixture::role(Role::Sales, RoleScope::Own),
            CompanyFixture::role(Role::Costing, RoleScope::All)});
    CHECK(session.has(Right::CustomerEdit));
    CHECK(session.has(Right::ItemEdit));
    CHECK_FALSE(session.has(Right::Administer));
    CHECK(session.visibleOwners().empty());
}

TEST_CASE("an administrator does not see costs by that role alone", "[access][session]")
{
    CompanyFixture company;
    const auto session =
        company.join("it", {CompanyFixture::role(Role::Administrator, RoleScope::All)});
    CHECK(session.has(Right::Administer));
    CHECK_FALSE(session.has(Right::CostView));
}

TEST_CASE("a role over the team reaches the rows of the team and of the pool", "[access][session]")
{
    CompanyFixture company;
    const auto context = company.asOwner();
    access::PeopleService people(context);
    access::Team team;
    team.name = QStringLiteral("华东一组");
    const auto made = value(access::TeamService(context).create(team));
    access::Person person;
    person.team = made.id;
    person.name = QStringLiteral("某人");
    person.login = QStringLiteral("boss");
    const auto boss =
        value(people.create(person, {CompanyFixture::role(Role::SalesManager, RoleScope::Team)}));
    person.login = QStringLiteral("rep");
    const auto rep =
        value(people.create(person, {CompanyFixture::role(Role::Sales, RoleScope::Own)}));

    const auto bossSession = value(access::openSession(*company.database, boss.login));
    CHECK(bossSession.reaches(rep.id));
    CHECK(bossSession.reaches(PersonId()));
    CHECK_FALSE(bossSession.reaches(company.owner->id()));
    const auto repSession = value(access::openSession(*company.database, rep.login));
    CHECK_FALSE(repSession.reaches(boss.id));
    const auto refused = repSession.requireReach(boss.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("NOT_YOURS"));
}

TEST_CASE("nobody acts under an unknown or a closed login", "[access][session]")
{
    CompanyFixture company;
    const auto unknown = access::openSession(*company.database, QStringLiteral("nobody"));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == QStringLiteral("PERSON_UNKNOWN"));

    const auto session = company.join("old", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    auto person = session.person();
    person.active = false;
    const auto context = company.asOwner();
    value(access::PeopleService(context).update(person));
    const auto closed = access::openSession(*company.database, QStringLiteral("old"));
    REQUIRE_FALSE(closed);
    CHECK(closed.error().code == QStringLiteral("PERSON_INACTIVE"));
}

TEST_CASE("every right has a code and words of its own in both languages", "[access][rights]")
{
    QStringList codes;
    for (int i = 0; i < static_cast<int>(Right::Count); ++i) {
        const QString code = QString::fromLatin1(access::nameOf(static_cast<Right>(i)).code);
        CAPTURE(code);
        CHECK_FALSE(codes.contains(code));
        CHECK(errorWord(code, Language::Chinese) != code);
        CHECK(errorWord(code, Language::English) != code);
        codes += code;
    }
}
