// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan::tests;

namespace {

/// An empty company and files to import into it.
class ImportFolder {
public:
    ImportFolder() { REQUIRE(run({QStringLiteral("init")}).exit == 0); }
    CtlRun run(QStringList arguments) const
    {
        arguments << QStringLiteral("--db") << path("company.chengdan") << QStringLiteral("--json");
        return ctl(arguments);
    }
    CtlRun import(const char* kind, const QByteArray& text, const QStringList& options = {}) const
    {
        QFile file(path("rows.csv"));
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        return run(
            QStringList{QStringLiteral("import"), QString::fromLatin1(kind), path("rows.csv")}
            + options);
    }
    int customers() const
    {
        return run({QStringLiteral("list"), QStringLiteral("customers")})
            .json()[QStringLiteral("result")][QStringLiteral("total")]
            .toInt();
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private:
    QTemporaryDir m_folder;
};

const QByteArray kTwoCustomers =
    "name,number,grade\n宁波轴承有限公司,K1,B\n杭州齿轮有限公司,K2,A\n宁波轴承有限公司,K1,B\n";

} // namespace

TEST_CASE(
    "the counts of an import add up to its rows, and a second time nothing is new", "[cli][import]")
{
    const ImportFolder folder;
    const CtlRun first = folder.import("customers", kTwoCustomers);
    CHECK(first.exit == 0);
    const QJsonValue result = first.json()[QStringLiteral("result")];
    int sum = 0;
    for (const char* key : {"created", "updated", "unchanged", "duplicates", "rejected"})
        sum += result[QLatin1String(key)].toInt();
    CHECK(result[QStringLiteral("rows")] == sum);
    CHECK(result[QStringLiteral("created")] == 2);
    const QJsonValue second =
        folder.import("customers", kTwoCustomers).json()[QStringLiteral("result")];
    CHECK(second[QStringLiteral("created")] == 0);
    CHECK(second[QStringLiteral("unchanged")] == 2);
    CHECK(folder.customers() == 2);
}

TEST_CASE("a dry run reports and writes nothing", "[cli][import]")
{
    const ImportFolder folder;
    const CtlRun run = folder.import("customers", kTwoCustomers, {QStringLiteral("--dry-run")});
    CHECK(run.exit == 0);
    CHECK(run.json()[QStringLiteral("result")][QStringLiteral("created")] == 2);
    CHECK(folder.customers() == 0);
}

TEST_CASE("one bad row refuses the file, or goes to a file of its own", "[cli][import]")
{
    const ImportFolder folder;
    const QByteArray text = "name,grade\n好客户,B\n坏客户,Z\n";
    const CtlRun refused = folder.import("customers", text);
    CHECK(refused.exit == 1);
    CHECK(refused.firstError() == QStringLiteral("VALUE_UNKNOWN"));
    CHECK(refused.firstError("field") == QStringLiteral("grade"));
    CHECK(refused.json()[QStringLiteral("errors")][0][QStringLiteral("row")] == 3);
    CHECK(folder.customers() == 0);
    const CtlRun skipped = folder.import("customers", text, {QStringLiteral("--skip-bad")});
    CHECK(skipped.exit == 0);
    CHECK(skipped.json()[QStringLiteral("result")][QStringLiteral("rejected")] == 1);
    CHECK(QFile::exists(
        skipped.json()[QStringLiteral("result")][QStringLiteral("rejected_file")].toString()));
    CHECK(folder.customers() == 1);
}

TEST_CASE("what was exported is read in again unchanged", "[cli][import]")
{
    const ImportFolder folder;
    REQUIRE(folder.import("customers", kTwoCustomers).exit == 0);
    const QString path = folder.path("out.csv");
    REQUIRE(folder
                .run({QStringLiteral("export"),
                    QStringLiteral("customers"),
                    QStringLiteral("--to"),
                    path})
                .exit
        == 0);
    const CtlRun again = folder.run({QStringLiteral("import"), QStringLiteral("customers"), path});
    CHECK(again.exit == 0);
    CHECK(again.json()[QStringLiteral("result")][QStringLiteral("unchanged")] == 2);
}

TEST_CASE("a file that is none and a kind that is none are refused", "[cli][import]")
{
    const ImportFolder folder;
    CHECK(folder.import("customers", "").firstError() == QStringLiteral("CSV_EMPTY"));
    CHECK(folder.import("nonsense", kTwoCustomers).firstError() == QStringLiteral("IMPORT_KIND"));
    CHECK(folder.run({QStringLiteral("import"), QStringLiteral("customers")}).exit == 2);
}
