// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan::tests;

namespace {

class CtlPeople {
public:
    CtlPeople() { REQUIRE(run("init --company 宁波精密").exit == 0); }
    CtlRun run(const char* line) const
    {
        return ctl(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts)
            + QStringList{QStringLiteral("--db"),
                folder.filePath(QStringLiteral("people.chengdan")),
                QStringLiteral("--json"),
                QStringLiteral("--today"),
                QStringLiteral("2026-03-12")});
    }
    QJsonObject first(const char* line, const char* list) const
    {
        const CtlRun answer = run(line);
        INFO(answer.output.toStdString());
        REQUIRE(answer.exit == 0);
        return answer.json()[QStringLiteral("result")][QLatin1String(list)][0].toObject();
    }
    QTemporaryDir folder;
};

} // namespace

TEST_CASE("a person is added, moved and taken out of use from the command line", "[cli][people]")
{
    const CtlPeople company;
    REQUIRE(company.run("region add HD --name 华东").exit == 0);
    REQUIRE(company.run("team add 华东一组 --region HD").exit == 0);
    const QJsonObject made =
        company.first("person add li --name 李娜 --team 华东一组 --level 2 --limit 50000 --role "
                      "sales:own,sales_manager:team",
            "people");
    CHECK(made[QStringLiteral("team")] == QStringLiteral("华东一组"));
    CHECK(made[QStringLiteral("quote_level")] == 2);
    CHECK(made[QStringLiteral("approval_limit")] == QStringLiteral("50000.00"));
    CHECK(made[QStringLiteral("roles")].toArray().size() == 2);
    const CtlRun used = company.run("team close 华东一组");
    CHECK(used.exit == 1);
    CHECK(used.firstError() == QStringLiteral("PLACE_IN_USE"));
    CHECK(company.first("person deactivate li", "people")[QStringLiteral("active")] == false);
    const CtlRun left = company.run("list customers --user li");
    CHECK(left.exit == 1);
    CHECK(left.firstError() == QStringLiteral("PERSON_INACTIVE"));
    CHECK(company.run("team close 华东一组").exit == 0);
    const CtlRun last = company.run("person deactivate owner");
    CHECK(last.firstError() == QStringLiteral("LAST_ADMINISTRATOR"));
}

TEST_CASE("who is no administrator is refused as in the window", "[cli][people]")
{
    const CtlPeople company;
    REQUIRE(company.run("person add li --name 李娜 --role sales").exit == 0);
    const CtlRun refused = company.run("person add wu --name 吴 --user li");
    CHECK(refused.exit == 1);
    CHECK(refused.firstError() == QStringLiteral("PERMISSION"));
    CHECK(company.run("audit tail --user li").firstError() == QStringLiteral("PERMISSION"));
    CHECK(company.run("person add").exit == 2);
    CHECK(company.run("person set li --level 7").firstError() == QStringLiteral("VALUE_RANGE"));
}

TEST_CASE("the audit tells of new rights and of exports", "[cli][people]")
{
    const CtlPeople company;
    REQUIRE(company.run("person add li --name 李娜 --role sales").exit == 0);
    REQUIRE(company.run("person set li --role finance:all").exit == 0);
    const QString out = company.folder.filePath(QStringLiteral("items.csv"));
    REQUIRE(company.run(("export items --to " + out.toUtf8()).constData()).exit == 0);
    const CtlRun tail = company.run("audit tail --limit 3");
    REQUIRE(tail.exit == 0);
    const auto entries = tail.json()[QStringLiteral("result")][QStringLiteral("entries")].toArray();
    REQUIRE(entries.size() == 3);
    CHECK(entries[2][QStringLiteral("act")] == QStringLiteral("export"));
    CHECK(entries[2][QStringLiteral("title")] == QStringLiteral("items.csv"));
    CHECK(entries[1][QStringLiteral("new")][QStringLiteral("role")] == QStringLiteral("finance"));
    CHECK(entries[0][QStringLiteral("old")][QStringLiteral("role")] == QStringLiteral("sales"));
}
