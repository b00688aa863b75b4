// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/context.h"
#include "core/customers/customer.h"
#include "core/exchange/demo_company.h"
#include "core/exchange/doctor.h"
#include "core/storage/search_index.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace chengdan;
using chengdan::tests::value;

namespace {

const ManualClock kScaleClock(Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28));

/// A demo company of scale 3, made by the bulk load; each case may spoil a copy of its own.
struct ScaledCompany {
    QTemporaryDir folder;
    std::unique_ptr<storage::Database> database;
    IdSource ids{kScaleClock, 5};

    ScaledCompany()
    {
        static QTemporaryDir made;
        static const bool ready = [] {
            return value(exchange::createDemoCompany(
                       made.filePath(QStringLiteral("x.db")), kScaleClock, {}, 3))
                != nullptr;
        }();
        REQUIRE(ready);
        const QString path = folder.filePath(QStringLiteral("copy.db"));
        REQUIRE(QFile::copy(made.filePath(QStringLiteral("x.db")), path));
        database = value(exchange::openCompany(path, kScaleClock));
    }
    qint64 count(const char* sql)
    {
        return schema::toInteger(database->reader().scalar(QString::fromLatin1(sql)));
    }
    /// Writes past the store and past the journal, as a fault would.
    void spoil(const char* sql)
    {
        value(database->write(
            exchange::companyOwner(), [&](storage::Transaction& tx) -> Result<void> {
                tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 1"));
                tx.connection().execute(QString::fromLatin1(sql));
                tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 0"));
                return {};
            }));
    }
    exchange::DoctorReport examine(exchange::DoctorAction action = exchange::DoctorAction::Examine)
    {
        const auto session = value(access::openSession(*database));
        return value(exchange::examineCompany({*database, session, kScaleClock, ids}, action));
    }
};

QStringList codesOf(const exchange::DoctorReport& report)
{
    QStringList codes;
    for (const Error& finding : report.findings)
        codes += finding.code + QLatin1Char(' ') + finding.arg(QStringLiteral("table"));
    return codes;
}

} // namespace

TEST_CASE("a larger demo company has the same kinds, more of them and other names",
    "[exchange][demo][scale]")
{
    ScaledCompany company;
    CHECK(company.count("SELECT count(*) FROM customer") == 900);
    CHECK(company.count("SELECT count(*) FROM opportunity") == 3300);
    CHECK(company.count("SELECT count(*) FROM activity") > 8000);
    CHECK(company.count("SELECT count(*) FROM activity") <= 9000);
    CHECK(company.count("SELECT count(*) FROM quote") == 126);
    CHECK(company.count("SELECT count(DISTINCT name_key) FROM customer") == 900);
    CHECK(company.count("SELECT count(DISTINCT credit_code) FROM customer") == 900);
    CHECK(company.count("SELECT count(DISTINCT number) FROM opportunity") == 3300);
    // Each ends in the stage its last change leads to, and the changes follow each other.
    CHECK(company.count("SELECT count(*) FROM opportunity o WHERE o.stage <> (SELECT c.to_stage "
                        "FROM stage_change c WHERE c.opportunity = o.id ORDER BY c.rid DESC LIMIT "
                        "1)")
        == 0);
    CHECK(company.count("SELECT count(*) FROM stage_change c JOIN stage_change d ON d.rid = c.rid "
                        "+ 1 AND d.opportunity = c.opportunity WHERE d.at < c.at OR d.from_stage "
                        "<> c.to_stage")
        == 0);
    CHECK(company.count("SELECT count(*) FROM opportunity o JOIN customer c ON c.id = o.customer "
                        "WHERE o.owner <> c.owner OR o.root_id <> c.id")
        == 0);
    SECTION("its load left one range entry a table")
    {
        CHECK(company.count("SELECT count(*) FROM _op WHERE kind = 4") == 5);
        CHECK(company.count("SELECT cols - rid + 1 FROM _op WHERE kind = 4 AND tbl = 21") == 3300);
        CHECK(company.count("SELECT count(*) FROM _op WHERE kind = 1 AND tbl IN (10, 11, 21, 22)")
            == 0);
    }
    SECTION("the next number goes on where the load ended")
    {
        CHECK(company.count("SELECT sum(last) FROM _number WHERE series LIKE 'SJ-%'") == 3300);
        CHECK(company.count("SELECT sum(last) FROM _number WHERE series LIKE 'KH-%'") == 900);
    }
    SECTION("the file works like any other once it is made")
    {
        CHECK(company.database->reader().scalar(QStringLiteral("PRAGMA journal_mode"))
            == storage::Value(QStringLiteral("wal")));
        const auto customer = storage::selectOne<customers::Customer>(
            company.database->reader(), QStringLiteral("rid = 900"));
        REQUIRE(customer.has_value());
        CHECK(storage::searchIndexProblems(
            company.database->reader(), {&schema::describe<customers::Customer>()})
                  .isEmpty());
    }
}

TEST_CASE("the same clock and scale give the same company, and progress is told",
    "[exchange][demo][scale]")
{
    QTemporaryDir folder;
    std::map<exchange::DemoPhase, qint64> last;
    QStringList digests;
    for (const char* name : {"a.db", "b.db"}) {
        last.clear();
        const auto made =
            value(exchange::createDemoCompany(folder.filePath(QString::fromLatin1(name)),
                kScaleClock,
                {},
                2,
                [&](exchange::DemoPhase phase, qint64 done, qint64 total) {
                    CHECK(done <= total);
                    CHECK(done >= last[phase]);
                    last[phase] = done;
                }));
        digests += schema::toText(made->reader().scalar(QStringLiteral(
            "SELECT (SELECT group_concat(hex(id) || name || credit_code) FROM customer) || (SELECT "
            "group_concat(hex(id) || number || amount) FROM opportunity) || (SELECT "
            "group_concat(hex(id) || summary) FROM activity)")));
    }
    CHECK(digests[0].size() > 100'000);
    CHECK((digests[0] == digests[1]));
    CHECK(last[exchange::DemoPhase::Customers] == 600);
    CHECK(last[exchange::DemoPhase::Opportunities] == 2200);
    CHECK(last[exchange::DemoPhase::Quotes] == 84);
}

TEST_CASE("the doctor passes a company that came by the bulk load, and sees what is wrong with it",
    "[exchange][doctor][scale]")
{
    ScaledCompany company;
    const auto healthy = company.examine();
    CHECK(codesOf(healthy) == QStringList());
    CHECK(healthy.checks > 100);
    SECTION("a row that its range entry promises is gone")
    {
        company.spoil("DELETE FROM activity WHERE rid = 17");
        const QStringList codes = codesOf(company.examine());
        CHECK(codes.contains(QStringLiteral("DOCTOR_JOURNAL activity")));
    }
    SECTION("a purge that the journal knows of is no loss")
    {
        value(company.database->write(
            exchange::companyOwner(), [&](storage::Transaction& tx) -> Result<void> {
                tx.connection().execute(QStringLiteral("DELETE FROM activity WHERE rid = 17"));
                return {};
            }));
        CHECK_FALSE(codesOf(company.examine()).contains(QStringLiteral("DOCTOR_JOURNAL activity")));
    }
    SECTION("a name changed past the store leaves the search index behind; --fix makes it anew")
    {
        company.spoil("UPDATE customer SET name = '宁波别名机械有限公司' WHERE rid = 3");
        CHECK(codesOf(company.examine()) == QStringList{QStringLiteral("DOCTOR_SEARCH customer")});
        const auto fixed = company.examine(exchange::DoctorAction::Fix);
        CHECK(fixed.fixed == 1);
        CHECK(codesOf(fixed) == QStringList());
    }
    SECTION("a reference to nobody")
    {
        company.spoil("UPDATE opportunity SET customer = x'00112233445566778899aabbccddeeff' "
                      "WHERE rid = 5");
        CHECK(codesOf(company.examine())
            == QStringList{QStringLiteral("DOCTOR_REFERENCE opportunity")});
    }
}
