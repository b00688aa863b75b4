// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace chengdan::tests;

namespace {

/// A new company file in a folder of its own, with the costing example E6 imported.
class CtlCompany {
public:
    CtlCompany()
    {
        REQUIRE(
            run({QStringLiteral("init"), QStringLiteral("--company"), QStringLiteral("宁波精密")})
                .exit
            == 0);
        REQUIRE(importExample("e6_bracket").exit == 0);
    }
    CtlRun run(QStringList arguments) const
    {
        arguments << QStringLiteral("--db") << m_folder.filePath(QStringLiteral("company.chengdan"))
                  << QStringLiteral("--json") << QStringLiteral("--today")
                  << QStringLiteral("2026-03-12");
        return ctl(arguments);
    }
    CtlRun run(const char* line) const
    {
        return run(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    CtlRun importExample(const char* folder) const
    {
        return run({QStringLiteral("import-costing"),
            QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/costing/")
                + QString::fromLatin1(folder)});
    }
    QJsonValue result(const char* line) const
    {
        const CtlRun answer = run(line);
        INFO(answer.output.toStdString());
        CHECK(answer.exit == 0);
        return answer.json()[QStringLiteral("result")];
    }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("init makes a company file and never replaces one", "[cli][company]")
{
    const CtlCompany company;
    const CtlRun again = company.run("init");
    CHECK(again.exit == 1);
    CHECK(again.firstError() == QStringLiteral("FILE_EXISTS"));
}

TEST_CASE("costing from the company file gives the figures of the CSV files", "[cli][company]")
{
    const CtlCompany company;
    const QJsonObject json = company.run("cost --item E6 --qty 100,500,2000").json();
    const QJsonArray tiers = json[QStringLiteral("tiers")].toArray();
    REQUIRE(tiers.size() == 3);
    CHECK(tiers[0][QStringLiteral("c4")] == QStringLiteral("25.1874"));
    CHECK(tiers[1][QStringLiteral("unit_cost")] == QStringLiteral("22.58676000"));
    CHECK(tiers[2][QStringLiteral("c4")] == QStringLiteral("22.3354"));
    CHECK(tiers[0][QStringLiteral("date")] == QStringLiteral("2026-03-12"));
    const CtlRun missing = company.run("cost --item NONE --qty 1");
    CHECK(missing.exit == 1);
    CHECK(missing.firstError() == QStringLiteral("E_NO_ITEM"));
}

TEST_CASE("importing the same costing files twice changes nothing", "[cli][company]")
{
    const CtlCompany company;
    const QJsonValue second = company.importExample("e6_bracket").json()[QStringLiteral("result")];
    CHECK(second[QStringLiteral("created")] == 0);
    CHECK(second[QStringLiteral("updated")] == 0);
    CHECK(second[QStringLiteral("unchanged")].toInt() > 20);
}

TEST_CASE("a costing import with an error writes nothing", "[cli][company]")
{
    const CtlCompany company;
    const CtlRun refused = company.importExample("no_such_folder");
    CHECK(refused.exit == 1);
    CHECK(refused.firstError() == QStringLiteral("DIRECTORY_MISSING"));
    CHECK(company.result("list items")[QStringLiteral("total")] == 6);
}

TEST_CASE("list filters, sorts and limits any record type", "[cli][company]")
{
    const CtlCompany company;
    const QJsonValue bought = company.result("list items --filter kind=buy --sort code --limit 2");
    CHECK(bought[QStringLiteral("total")] == 4);
    REQUIRE(bought[QStringLiteral("rows")].toArray().size() == 2);
    CHECK(bought[QStringLiteral("rows")][0][QStringLiteral("code")] == QStringLiteral("ALU"));
    CHECK(bought[QStringLiteral("rows")][1][QStringLiteral("code")] == QStringLiteral("BOX"));
    CHECK(
        company.result("list prices --filter item=ALU;price>=24.00")[QStringLiteral("total")] == 1);
    CHECK(company.result("list prices --filter price>24.00")[QStringLiteral("total")] == 0);
    CHECK(company.result("list items --filter 氧化")[QStringLiteral("total")] == 1);
    CHECK(company.run("list items --filter colour=red").firstError()
        == QStringLiteral("UNKNOWN_COLUMN"));
    CHECK(company.run("list items --filter kind=bought").firstError()
        == QStringLiteral("VALUE_UNKNOWN"));
    CHECK(company.run("list nonsense").firstError() == QStringLiteral("KIND_UNKNOWN"));
    CHECK(company.run("list").exit == 2);
}

TEST_CASE("show gives a record with its parts by number or id", "[cli][company]")
{
    const CtlCompany company;
    const QJsonValue bom = company.result("show bom B6");
    CHECK(bom[QStringLiteral("item")] == QStringLiteral("E6"));
    const QJsonArray lines = bom[QStringLiteral("parts")][QStringLiteral("bom_line")].toArray();
    REQUIRE(lines.size() == 4);
    CHECK(lines[0][QStringLiteral("component")] == QStringLiteral("ALU"));
    CHECK(lines[0][QStringLiteral("qty")] == QStringLiteral("0.32"));
    const QString id = bom[QStringLiteral("id")].toString();
    const CtlRun byId = company.run({QStringLiteral("show"), QStringLiteral("boms"), id});
    CHECK(byId.json()[QStringLiteral("result")] == bom);
    CHECK(company.run("show item NONE").firstError() == QStringLiteral("NOT_FOUND"));
}

TEST_CASE("export writes the rows as CSV that reads back", "[cli][company]")
{
    const CtlCompany company;
    const QString path = company.file("items.csv");
    const CtlRun run = company.run({QStringLiteral("export"),
        QStringLiteral("items"),
        QStringLiteral("--to"),
        path,
        QStringLiteral("--sort"),
        QStringLiteral("code")});
    CHECK(run.exit == 0);
    CHECK(run.json()[QStringLiteral("result")][QStringLiteral("rows")] == 6);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList lines =
        QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 7);
    CHECK(lines[1].startsWith(QStringLiteral("ALU,铝坯,")));
    const CtlRun wrong = company.run("export items --to items.doc");
    CHECK(wrong.exit == 1);
    CHECK(wrong.firstError() == QStringLiteral("EXPORT_FORMAT"));
}

TEST_CASE("doctor finds a sound file sound and names a loop", "[cli][company]")
{
    const CtlCompany company;
    CHECK(company.result("doctor")[QStringLiteral("checks")].toInt() > 50);
    CHECK(company.importExample("e15_loop").exit == 0);
    const CtlRun ill = company.run("doctor");
    CHECK(ill.exit == 1);
    CHECK(ill.firstError() == QStringLiteral("DOCTOR_LOOP"));
}

TEST_CASE("a stranger's login and a missing file are refused", "[cli][company]")
{
    const CtlCompany company;
    CHECK(company.run("list items --user nobody").firstError() == QStringLiteral("PERSON_UNKNOWN"));
    const CtlRun missing = ctl({QStringLiteral("list"),
        QStringLiteral("items"),
        QStringLiteral("--json"),
        QStringLiteral("--db"),
        company.file("none.chengdan")});
    CHECK(missing.exit == 1);
    CHECK(missing.firstError() == QStringLiteral("FILE_MISSING"));
    CHECK_FALSE(QFileInfo::exists(company.file("none.chengdan")));
}
