// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/rights.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <random>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kPeople = 8;
constexpr int kObserver = 2;

struct Chart {
    std::array<int, kPeople + 1> team{}; ///< of each person, from 1; 0: none
    std::array<int, kPeople + 1> region{};
    std::array<int, 4> regionOfTeam{}; ///< from 1
    QString role;
    QString scope;
};

// Whose rows the observer sees: worked out from the chart alone.
std::set<int> seenOwners(const Chart& chart)
{
    std::set<int> owners{kObserver};
    for (int other = 1; other <= kPeople; ++other) {
        const int team = chart.team[std::size_t(other)];
        const int mine = chart.team[kObserver];
        const int region = chart.region[kObserver];
        if (chart.scope == QLatin1String("all"))
            owners.insert({0, other});
        if (chart.scope == QLatin1String("team") && mine != 0 && team == mine)
            owners.insert(other);
        if (chart.scope == QLatin1String("region") && region != 0
            && (chart.region[std::size_t(other)] == region
                || (team != 0 && chart.regionOfTeam[std::size_t(team)] == region)))
            owners.insert(other);
    }
    return owners;
}

bool hasRight(const QString& role, access::Right right)
{
    return access::rightsOf(*schema::fromCode<access::Role>(role))
        .test(static_cast<std::size_t>(right));
}

QString orNone(int number)
{
    return number == 0 ? QStringLiteral("NULL") : QString::number(number);
}

class OrgOffice {
public:
    explicit OrgOffice(unsigned seed)
        : m_random(seed)
    {
        PgDatabase& server = m_office.server();
        for (int person = 5; person <= kPeople; ++person) {
            server.scalar(QStringLiteral("SELECT srv.add_person('{\"login\": \"p%1\", \"name\": "
                                         "\"p%1\"}', '[{\"role\": \"sales\"}]')")
                              .arg(person));
        }
        for (int n = 1; n <= 2; ++n)
            server.execute(
                QStringLiteral("INSERT INTO app.region (id, name) VALUES (%1, 'r%1')").arg(n));
        for (int n = 1; n <= 3; ++n)
            server.execute(
                QStringLiteral("INSERT INTO app.team (id, name) VALUES (%1, 't%1')").arg(n));
        for (int owner = 0; owner <= kPeople; ++owner) {
            server.execute(QStringLiteral(
                "INSERT INTO app.customer (id, name, owner, phone) SELECT gen_random_uuid(), "
                "'c%1', %1, '0574-%1' FROM generate_series(1, 2)")
                               .arg(owner));
        }
        server.execute(
            QStringLiteral("INSERT INTO app.contact (id, customer, name) SELECT gen_random_uuid(), "
                           "id, 'k' FROM app.customer"));
        server.execute(
            QStringLiteral("INSERT INTO app.overhead_rule (id) SELECT gen_random_uuid() FROM "
                           "generate_series(1, 3)"));
        m_copy = m_office.pc(kObserver);
    }

    void checkAnother()
    {
        const Chart chart = draw();
        apply(chart);
        m_copy->synced();
        const std::set<int> owners = seenOwners(chart);
        const bool pool = hasRight(chart.role, access::Right::CustomerEdit);
        const bool costs = hasRight(chart.role, access::Right::CostView);
        INFO(chart.role.toStdString() << " " << chart.scope.toStdString());
        for (int owner = 0; owner <= kPeople; ++owner) {
            const bool seen = owners.contains(owner);
            INFO("owner " << owner);
            REQUIRE(count("contact", owner) == (seen ? 2 : 0));
            REQUIRE(count("customer", owner) == (seen || (owner == 0 && pool) ? 2 : 0));
        }
        // A customer of the pool says who it is, not how to reach it.
        REQUIRE(m_copy->number(
                    QStringLiteral("SELECT count(*) FROM customer WHERE owner = 0 AND phone <> ''"))
            == (owners.contains(0) ? 2 : 0));
        REQUIRE(m_copy->number(QStringLiteral("SELECT count(*) FROM overhead_rule"))
            == (costs ? 3 : 0));
        REQUIRE(value(sync::verifyReplica(m_copy->database(), m_copy->server())) == 0);
    }

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }

    Chart draw()
    {
        static const QStringList kRoles{QStringLiteral("sales"),
            QStringLiteral("sales_manager"),
            QStringLiteral("finance"),
            QStringLiteral("costing")};
        static const QStringList kScopes{QStringLiteral("own"),
            QStringLiteral("team"),
            QStringLiteral("region"),
            QStringLiteral("all")};
        Chart chart;
        for (std::size_t person = 1; person <= kPeople; ++person) {
            chart.team[person] = pick(4);
            chart.region[person] = pick(3);
        }
        for (std::size_t team = 1; team <= 3; ++team)
            chart.regionOfTeam[team] = pick(3);
        do
            chart.role = kRoles[pick(int(kRoles.size()))];
        while (!schema::fromCode<access::Role>(chart.role));
        chart.scope = kScopes[pick(4)];
        return chart;
    }

    void apply(const Chart& chart)
    {
        QStringList statements;
        for (std::size_t team = 1; team <= 3; ++team) {
            statements += QStringLiteral("UPDATE app.team SET region = %1 WHERE id = %2")
                              .arg(orNone(chart.regionOfTeam[team]))
                              .arg(team);
        }
        for (std::size_t person = 1; person <= kPeople; ++person) {
            statements +=
                QStringLiteral("UPDATE app.person SET team = %1, region = %2 WHERE id = %3")
                    .arg(orNone(chart.team[person]), orNone(chart.region[person]))
                    .arg(person);
        }
        statements +=
            QStringLiteral("UPDATE app.person_role SET role = '%1', scope = '%2' WHERE person = %3")
                .arg(chart.role, chart.scope)
                .arg(kObserver);
        m_office.server().execute(statements);
    }

    qint64 count(const char* table, int owner)
    {
        return m_copy->number(QStringLiteral("SELECT count(*) FROM %1 WHERE owner = ?")
                                  .arg(QString::fromLatin1(table)),
            {qint64{owner}});
    }

    std::mt19937 m_random;
    Office m_office;
    std::unique_ptr<Pc> m_copy;
};

} // namespace

// CHENGDAN_SYNC_CHARTS asks for more than the tests' own few.
TEST_CASE("a copy holds exactly what the chart of the company shows its person", "[sync][org][I2]")
{
    const int wanted = qEnvironmentVariableIntValue("CHENGDAN_SYNC_CHARTS");
    OrgOffice office(20260312);
    for (int chart = 0; chart < (wanted > 0 ? wanted : 40); ++chart)
        office.checkAnother();
}
