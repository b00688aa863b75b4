// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QTemporaryDir>

using namespace chengdan::tests;

TEST_CASE("today lists by the ladder asked for and refuses one that does not climb", "[cli][today]")
{
    const QTemporaryDir folder;
    const auto run = [&folder](const char* line) {
        return ctl(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts)
            + QStringList{QStringLiteral("--db"),
                folder.filePath(QStringLiteral("today.chengdan")),
                QStringLiteral("--json"),
                QStringLiteral("--today"),
                QStringLiteral("2026-03-12")});
    };
    const auto count = [&run](const char* line, const char* why) {
        const CtlRun answer = run(line);
        INFO(answer.output.toStdString());
        REQUIRE(answer.exit == 0);
        int lines = 0;
        for (const QJsonValue row :
            answer.json()[QStringLiteral("result")].toObject()[QStringLiteral("rows")].toArray())
            lines += row[QStringLiteral("why")] == QLatin1String(why) ? 1 : 0;
        return lines;
    };
    REQUIRE(run("init --demo").exit == 0);
    const int usual = count("today --limit 5000", "quiet");
    CHECK(usual > 0);
    CHECK(count("today --limit 5000 --rungs 3000", "quiet") == 0);
    CHECK(count("today --limit 5000 --rungs 3/7/15", "quiet") == usual);
    CHECK(count("today --limit 5000 --rungs 3000", "overdue") > 0); // steps do not go by rungs
    CHECK(count("today --limit 1", "overdue") == 1);
    CHECK(run("today --rungs 7/3").firstError() == QStringLiteral("REMINDER_RUNGS"));
    CHECK(run("today --limit x").exit == 1);
    CHECK(run("today tomorrow").firstError() == QStringLiteral("USAGE_FORM"));
}
