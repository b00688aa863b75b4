// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "core/sync/server_checkup.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// "CODE person" of everything found, sorted.
std::string found(const sync::ServerCheckup& checkup)
{
    QStringList lines;
    for (const sync::CheckupFinding& finding : checkup.findings)
        lines += finding.problem.code.mid(8) + QLatin1Char(' ') + QString::number(finding.person);
    lines.sort();
    return lines.join(QStringLiteral(", ")).toStdString();
}

struct Trouble {
    const char* sql; ///< what went wrong in the company
    const char* found; ///< beside what is always found
    int points;
};

// clang-format off
constexpr Trouble kTroubles[] = {
    {"UPDATE app.person_role SET scope = 'all' WHERE person = 2", "WIDE_ROLE 2", 5},
    {"UPDATE app.person_role SET role = 'viewer', scope = 'all' WHERE person = 2", "WIDE_ROLE 2", 5},
    {"UPDATE sync.device SET last_seen = now() - interval '31 days' WHERE uid = 2", "DORMANT 2", 2},
    {"UPDATE sync.device SET last_seen = now() - interval '91 days' WHERE uid = 2", "DORMANT 2", 5},
    {"DELETE FROM sync.device WHERE uid = 2", "", 0}, // new in the company
    {"ALTER ROLE u2 PASSWORD NULL", "NO_SCRAM 2", 20},
    {"UPDATE app.person SET active = false WHERE id = 2", "LEAVER_DEVICE 2, LEAVER_LOGIN 2, LEAVER_OWNS 2", 35},
    {"SELECT srv.disable_person(2)", "LEAVER_OWNS 2", 5},
    {"INSERT INTO app.grant_ SELECT id, 2, now() + interval '31 days', 3, 'x' FROM app.customer WHERE owner = 3", "LONG_GRANT 2", 2},
    {"INSERT INTO app.grant_ SELECT id, 2, now() + interval '29 days', 3, 'x' FROM app.customer WHERE owner = 3", "", 0},
};
// clang-format on

constexpr const char* kAlways = "EXPORTER 1, EXPORTER 4, ";

} // namespace

TEST_CASE("the check-up finds who may more than needed, or still", "[server][checkup]")
{
    const Trouble trouble = GENERATE(from_range(std::begin(kTroubles), std::end(kTroubles)));
    CAPTURE(trouble.sql);
    AttackedTeam attacked;
    attacked.database().execute(QString::fromLatin1(trouble.sql));
    const auto link = value(sync::ServerLink::open(attacked.database().dsn()));
    const auto checkup = value(sync::checkPermissions(*link));
    QStringList expected = (QString::fromLatin1(kAlways) + QString::fromLatin1(trouble.found))
                               .split(QStringLiteral(", "), Qt::SkipEmptyParts);
    expected += QStringLiteral("SOLE_ADMINISTRATOR 1");
    expected.sort();
    CHECK(found(checkup) == expected.join(QStringLiteral(", ")).toStdString());
    CHECK(checkup.score == 100 - 12 - trouble.points);
    for (const sync::CheckupFinding& finding : checkup.findings) {
        // every finding has its sentence, filled in
        const QString words = sentence(finding.problem, Language::English);
        INFO(words.toStdString());
        CHECK(words.contains(finding.personName));
        CHECK_FALSE(words.contains(QLatin1Char('{')));
    }
    attacked.database().execute(QStringLiteral(
        "ALTER ROLE u2 LOGIN PASSWORD 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5'")); // of the cluster
}

TEST_CASE("a login never used is found after a week", "[server][checkup]")
{
    Team team;
    team.client(1);
    team.client(3);
    team.client(4);
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    CHECK(found(value(sync::checkPermissions(*link)))
        == "EXPORTER 1, EXPORTER 4, SOLE_ADMINISTRATOR 1");
    team.database().execute(QStringLiteral("ALTER TABLE app.person DISABLE TRIGGER stamp"));
    team.database().execute(QStringLiteral(
        "UPDATE app.person SET created_at = created_at - 8::bigint * 86400000 WHERE id IN (2, 3)"));
    CHECK(found(value(sync::checkPermissions(*link)))
        == "EXPORTER 1, EXPORTER 4, NEVER_USED 2, SOLE_ADMINISTRATOR 1");
}

TEST_CASE("one kind of finding costs at most 30 points, and scores are kept", "[server][checkup]")
{
    Team team;
    for (int person = 5; person <= 14; ++person) {
        team.database().scalar(
            QStringLiteral("SELECT srv.add_person('{\"login\": \"p%1\", \"name\": \"p%1\"}', "
                           "'[{\"role\": \"sales\", \"scope\": \"all\"}]')")
                .arg(person));
    }
    const auto boss = team.client(1);
    CHECK(boss->scalar(QStringLiteral("SELECT min(score) FROM srv.checkup()")).toInt()
        == 100 - 30 - 12);
    CHECK(boss->scalar(QStringLiteral("SELECT count(*) FROM srv.checkup()")).toInt() == 13);
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    const auto scores = value(sync::checkupScores(*link));
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].person == 1);
    CHECK(scores[0].score == 58);
    CHECK(scores[0].findings == 13);
    CHECK(scores[0].at >= scores[1].at);
    const CtlRun run = ctl({QStringLiteral("server"),
        QStringLiteral("checkup"),
        QStringLiteral("--dsn"),
        team.database().dsn(),
        QStringLiteral("--json")});
    CHECK(run.exit == 0);
    CHECK(run.json()[QStringLiteral("result")][QStringLiteral("score")].toInt() == 58);
}

TEST_CASE("only administrators run the check-up, and nobody reads passwords through it",
    "[server][checkup][attack]")
{
    AttackedTeam attacked;
    for (const int person : {2, 4}) {
        CHECK(attacked.refusal(person, QStringLiteral("SELECT * FROM srv.checkup()"))
            == QStringLiteral("PERMISSION"));
        CHECK(attacked.refusal(person, QStringLiteral("SELECT * FROM srv.checkup_scores(1)"))
            == QStringLiteral("PERMISSION"));
    }
    for (const int person : {1, 2}) {
        for (const char* sql : {"SELECT * FROM srv.checkup_findings()",
                 "SELECT * FROM sync.login_states()",
                 "SELECT rolpassword FROM pg_authid",
                 "SELECT * FROM sync.checkup"})
            CHECK(attacked.refusal(person, QString::fromLatin1(sql)) == QStringLiteral("42501"));
    }
    CHECK(attacked.refusal(1,
              QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT * FROM srv.checkup()"))
        == QStringLiteral("TRANSACTION_STALE"));
}
