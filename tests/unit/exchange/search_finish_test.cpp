// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/doctor.h"
#include "core/exchange/record_list.h"
#include "core/storage/search_fill.h"
#include "tests/unit/exchange/import_support.h"

using namespace chengdan;
using chengdan::tests::value;

namespace {

constexpr int kStored = 2300; // more than are indexed while a file is opened

/// A company whose customers an older program has stored, without a search index.
class OldCompany : public tests::ImportCompany {
public:
    OldCompany()
    {
        const auto owner = exchange::companyOwner();
        value(database->write(owner, [&](storage::Transaction& tx) -> Result<void> {
            tx.connection().execute(
                QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                               "WHERE i < ?) INSERT INTO customer(id, owner, number, name) "
                               "SELECT randomblob(16), 1, 'P-' || i, '宁波齿轮' || i FROM n"),
                {qint64{kStored}});
            tx.connection().execute(QStringLiteral("UPDATE _search SET signature = '0'"));
            return {};
        }));
        database.reset();
        database = value(exchange::openCompany(path(QStringLiteral("a.chengdan")), clock));
        session.emplace(value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
    }
    qint64 missing() { return storage::searchRowsMissing(database->reader()); }
};

} // namespace

TEST_CASE("a command that searches finishes the search index first", "[exchange][search]")
{
    OldCompany company;
    REQUIRE(company.missing() == kStored);
    const auto all = value(exchange::listRecords(*company.context,
        {.kind = QStringLiteral("customers"), .filter = QStringLiteral("number=P-7"), .sort = {}}));
    CHECK(all.rows.size() == 1);
    CHECK(company.missing() == kStored); // nothing was searched for
    const auto found = value(exchange::listRecords(*company.context,
        {.kind = QStringLiteral("customers"), .filter = QStringLiteral("nbcl11"), .sort = {}}));
    CHECK(found.total == 111); // 11, 110 to 119, 1100 to 1199
    CHECK(company.missing() == 0);
}

TEST_CASE("doctor tells what the search index of an old file still lacks, and fills it",
    "[exchange][search][doctor]")
{
    OldCompany company;
    const auto examined =
        value(exchange::examineCompany(*company.context, exchange::DoctorAction::Examine));
    CHECK(examined.searchMissing == kStored);
    for (const Error& finding : examined.findings)
        CHECK(finding.code != QStringLiteral("DOCTOR_SEARCH"));
    const auto fixed =
        value(exchange::examineCompany(*company.context, exchange::DoctorAction::Fix));
    CHECK(fixed.searchMissing == 0);
    CHECK(company.missing() == 0);
}
