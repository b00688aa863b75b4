// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace chengdan::tests;

namespace {

class BackupCompany {
public:
    BackupCompany() { REQUIRE(run({QStringLiteral("init")}).exit == 0); }
    CtlRun run(QStringList arguments) const
    {
        arguments << QStringLiteral("--db") << path("company.chengdan") << QStringLiteral("--json");
        return ctl(arguments);
    }
    CtlRun run(const char* word, const char* file) const
    {
        return run({QString::fromLatin1(word), path(file)});
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void importCustomer(const char* name) const
    {
        QFile csv(path("customers.csv"));
        REQUIRE(csv.open(QFile::WriteOnly));
        csv.write("name\n");
        csv.write(name);
        csv.close();
        REQUIRE(
            run({QStringLiteral("import"), QStringLiteral("customers"), csv.fileName()}).exit == 0);
    }
    qsizetype customers() const
    {
        const CtlRun listed = run({QStringLiteral("list"), QStringLiteral("customers")});
        REQUIRE(listed.exit == 0);
        return listed.json()[QStringLiteral("result")][QStringLiteral("rows")].toArray().size();
    }
    void garble(const char* name, qint64 from, qint64 bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QFile::ReadWrite));
        REQUIRE(file.seek(from));
        file.write(QByteArray(bytes, 'Z'));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("backup and restore take a company back to where it was", "[cli][backup]")
{
    const BackupCompany company;
    company.importCustomer("宁波第一机械有限公司");
    const CtlRun made = company.run("backup", "monday.chengdan");
    INFO(made.output.toStdString());
    REQUIRE(made.exit == 0);
    const QJsonObject result = made.json()[QStringLiteral("result")].toObject();
    CHECK(result[QStringLiteral("file")].toString() == company.path("monday.chengdan"));
    CHECK(result[QStringLiteral("rows")].toInteger() > 0);
    company.importCustomer("宁波第二机械有限公司");
    CHECK(company.customers() == 2);

    const CtlRun restored = company.run("restore", "monday.chengdan");
    INFO(restored.output.toStdString());
    REQUIRE(restored.exit == 0);
    CHECK(company.customers() == 1);
    const QString aside =
        restored.json()[QStringLiteral("result")][QStringLiteral("set_aside")].toString();
    CHECK(QFileInfo::exists(aside));

    const CtlRun again = company.run("backup", "monday.chengdan");
    CHECK(again.exit == 1);
    CHECK(again.firstError() == QStringLiteral("FILE_EXISTS"));
    CHECK(company
              .run({QStringLiteral("backup"),
                  company.path("monday.chengdan"),
                  QStringLiteral("--force")})
              .exit
        == 0);
    CHECK(company.run({QStringLiteral("backup")}).exit == 2);
    CHECK(company.run("restore", "no.chengdan").firstError() == QStringLiteral("FILE_MISSING"));
}

TEST_CASE("a damaged company file is restored or salvaged from the command line", "[cli][backup]")
{
    const BackupCompany company;
    company.importCustomer("宁波第一机械有限公司");
    REQUIRE(company.run("backup", "monday.chengdan").exit == 0);
    SECTION("its beginning is gone: only a backup helps")
    {
        company.garble("company.chengdan", 0, 4096);
        CHECK(
            company.run({QStringLiteral("doctor")}).firstError() == QStringLiteral("FILE_DAMAGED"));
        REQUIRE(company.run("restore", "monday.chengdan").exit == 0);
        CHECK(company.customers() == 1);
    }
    SECTION("a sound file is salvaged whole")
    {
        const CtlRun salvaged = company.run("salvage", "rescued.chengdan");
        INFO(salvaged.output.toStdString());
        REQUIRE(salvaged.exit == 0);
        CHECK(salvaged.json()[QStringLiteral("result")][QStringLiteral("lost")].toInteger() == 0);
        CHECK(salvaged.json()[QStringLiteral("result")][QStringLiteral("kept")].toInteger() > 0);
        CHECK(ctl({QStringLiteral("doctor"),
                      QStringLiteral("--db"),
                      company.path("rescued.chengdan"),
                      QStringLiteral("--json")})
                  .exit
            == 0);
    }
}
