// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/crash_point.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <QProcess>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kCrashed = 77;

// The real program beside an unopened file; answers its exit status.
int companion(const QString& file, const QStringList& words, const QString& crash = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!crash.isEmpty())
        environment.insert(QStringLiteral("CHENGDAN_CRASH"), crash);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(CHENGDANCTL_PATH), QStringList{QStringLiteral("--db"), file} + words);
    REQUIRE(process.waitForFinished(60'000));
    UNSCOPED_INFO(process.readAll().toStdString());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

qint64 countOf(Office& office, const QString& table, const QString& name)
{
    return office.server()
        .scalar(QStringLiteral("SELECT count(*) FROM app.%1 WHERE name = '%2'").arg(table, name))
        .toLongLong();
}

} // namespace

TEST_CASE("a program that ends at any of its crash points goes on where it was, and every point is "
          "met",
    "[sync][crash][I4][I15]")
{
    Office office;
    const auto boss = office.pc(1);
    auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    const QStringList once{QStringLiteral("sync"), QStringLiteral("--once")};
    int number = 0;
    for (const char* const point : sync::kCrashPoints) {
        const QString name = QStringLiteral("n%1").arg(++number);
        INFO(point);
        if (std::string(point) == "load.page") {
            const QString fresh = office.path(QStringLiteral("fresh.chengdan"));
            const QStringList join{QStringLiteral("sync"),
                QStringLiteral("join"),
                QStringLiteral("--dsn"),
                office.server().dsn(),
                QStringLiteral("--login"),
                QStringLiteral("u1")};
            // between two of many pages, twice
            REQUIRE(companion(fresh, join, QStringLiteral("load.page:3")) == kCrashed);
            REQUIRE(companion(fresh, join, QStringLiteral("load.page:2")) == kCrashed);
            REQUIRE(companion(fresh, join) == 0);
            REQUIRE(companion(fresh, {QStringLiteral("sync"), QStringLiteral("verify")}) == 0);
            continue;
        }
        amy->addContact(customer, name);
        amy->addCustomer(QStringLiteral("k") + name);
        boss->set(
            "customer", customer, {{QStringLiteral("website"), name + QStringLiteral(".cn")}});
        boss->synced();
        amy->close();
        REQUIRE(companion(amy->path(), once, QString::fromLatin1(point)) == kCrashed);
        REQUIRE(companion(amy->path(), once) == 0);
        REQUIRE(companion(amy->path(), {QStringLiteral("sync"), QStringLiteral("verify")}) == 0);
        amy->restart();
        REQUIRE(countOf(office, QStringLiteral("contact"), name) == 1);
        REQUIRE(countOf(office, QStringLiteral("customer"), QStringLiteral("k") + name) == 1);
        REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
        REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
        REQUIRE(schema::toText(amy->cell(
                    QStringLiteral("SELECT website FROM customer WHERE id = ?"), {customer}))
            == name + QStringLiteral(".cn"));
    }
    CHECK(number == int(std::size(sync::kCrashPoints)));
}
