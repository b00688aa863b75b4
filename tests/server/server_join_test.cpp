// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Customers that somebody brings along: who may say when, by whom and for whom they were made.
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr char kBrought[] =
    R"(SELECT srv.register_customers('[{"request": "{new}", "customer": "{new}", "v": {"name": "带来"},
        "made": {"at": 1700000000000, "by": 3, "owner": 3}}]'))";

QString broughtRow(AttackedTeam& attacked, const char* column)
{
    return attacked.database()
        .scalar(QStringLiteral("SELECT %1::text FROM app.customer WHERE name = '带来'")
                    .arg(QLatin1String(column)))
        .toString();
}

} // namespace

TEST_CASE("a rep who brings customers along owns them and made them, whatever the call says",
    "[server][attack][join]")
{
    AttackedTeam attacked;
    attacked.session(2).scalar(attacked.filled(kBrought));
    CHECK(broughtRow(attacked, "owner") == QStringLiteral("2"));
    CHECK(broughtRow(attacked, "created_by") == QStringLiteral("2"));
    CHECK(broughtRow(attacked, "created_at") == QStringLiteral("1700000000000")); // as a push may
}

TEST_CASE("who brings a company's data says whose its customers are, of people who are there",
    "[server][admin][join]")
{
    AttackedTeam attacked;
    attacked.session(1).scalar(attacked.filled(kBrought));
    CHECK(broughtRow(attacked, "owner") == QStringLiteral("3"));
    CHECK(broughtRow(attacked, "created_by") == QStringLiteral("3"));
    const auto owner = [&](const char* made) {
        attacked.database().execute(
            QStringLiteral("UPDATE app.customer SET name = 'x' WHERE name = '带来'"));
        attacked.session(1).scalar(
            QStringLiteral("SELECT srv.register_customers('[{\"request\": \"%1\", \"customer\": "
                           "\"%1\", \"v\": {\"name\": \"带来\"}, \"made\": %2}]')")
                .arg(attacked.team().newId(), QString::fromLatin1(made)));
        return broughtRow(attacked, "owner") + QLatin1Char(' ')
            + broughtRow(attacked, "created_by");
    };
    CHECK(owner(R"({"owner": 0, "by": 3})") == QStringLiteral("0 3")); // the pool
    CHECK(owner(R"({"owner": 77, "by": 77})") == QStringLiteral("1 1")); // nobody there
    CHECK(owner(R"({"owner": "3; DROP", "by": null})") == QStringLiteral("1 1"));
    CHECK(owner(R"([])") == QStringLiteral("1 1"));
    CHECK(owner(R"("x")") == QStringLiteral("1 1"));
    // Nothing was made in days to come.
    CHECK(owner(R"({"at": 99999999999999})") == QStringLiteral("1 1"));
    CHECK(broughtRow(attacked, "created_at").toLongLong() < 9'000'000'000'000);
}

TEST_CASE("nobody calls the half of a registration that believes what it is told",
    "[server][attack][join]")
{
    AttackedTeam attacked;
    for (const int person : {1, 2})
        CHECK(
            attacked.refusal(person,
                attacked.filled(
                    R"(SELECT srv.register_made('{new}', '{new}', '{"name": "x"}', '{"owner": 3}'))"))
            == QStringLiteral("42501"));
}
