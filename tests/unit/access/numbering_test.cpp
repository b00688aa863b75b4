// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/numbering.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using tests::CompanyFixture;
using tests::value;

namespace {

// Numbers the file's own table of settings keys would never use, on a table made for the test.
constexpr access::NumberSeries kTestNumbers{"QT", "numbered"};

QString takeNumber(CompanyFixture& company, QDate date)
{
    return value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<QString> {
            return access::nextNumber(transaction, kTestNumbers, date);
        }));
}

void makeNumberedTable(CompanyFixture& company)
{
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("CREATE TABLE numbered (number TEXT PRIMARY KEY)"));
            return {};
        }));
}

} // namespace

TEST_CASE("numbers run by series, device and year", "[access][numbering]")
{
    CompanyFixture company;
    makeNumberedTable(company);
    CHECK(takeNumber(company, QDate(2026, 3, 12)) == QStringLiteral("QT-A1-2026-0001"));
    CHECK(takeNumber(company, QDate(2026, 12, 31)) == QStringLiteral("QT-A1-2026-0002"));
    CHECK(takeNumber(company, QDate(2027, 1, 1)) == QStringLiteral("QT-A1-2027-0001"));
}

TEST_CASE("a number that a row already bears is skipped", "[access][numbering]")
{
    CompanyFixture company;
    makeNumberedTable(company);
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("INSERT INTO numbered VALUES ('QT-A1-2026-0001'), "
                               "('QT-A1-2026-0002')"));
            return {};
        }));
    CHECK(takeNumber(company, QDate(2026, 3, 12)) == QStringLiteral("QT-A1-2026-0003"));
}

TEST_CASE("a refused act leaves no gap in the counter", "[access][numbering]")
{
    CompanyFixture company;
    makeNumberedTable(company);
    const auto refused = company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            (void)access::nextNumber(transaction, kTestNumbers, QDate(2026, 3, 12));
            return fail("REQUIRED");
        });
    REQUIRE_FALSE(refused);
    CHECK(takeNumber(company, QDate(2026, 3, 12)) == QStringLiteral("QT-A1-2026-0001"));
}
