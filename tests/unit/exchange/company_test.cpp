// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/company_setting.h"
#include "core/access/person.h"
#include "core/exchange/company.h"
#include "core/pipeline/stage.h"
#include "core/quoting/price_policy.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;
using chengdan::tests::value;

namespace {

const ManualClock& companyClock()
{
    static const ManualClock clock(
        Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28));
    return clock;
}

exchange::NewCompany namedCompany()
{
    exchange::NewCompany company;
    company.companyName = QStringLiteral("测试精密有限公司");
    company.seed = 7;
    return company;
}

} // namespace

TEST_CASE("the record types of a company file can be built", "[exchange][company]")
{
    CHECK(schema::problems(exchange::companyRecordTypes()) == QStringList());
    CHECK(exchange::companyRecordTypes().size() > 25);
}

TEST_CASE("a new company has an owner with every role, settings, stages and price rules",
    "[exchange][company]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.chengdan"));
    auto database = value(exchange::createCompany(path, namedCompany(), companyClock()));
    auto& reader = database->reader();
    const auto people = storage::select<access::Person>(reader);
    REQUIRE(people.size() == 1);
    CHECK(people[0].id == exchange::companyOwner());
    CHECK(people[0].quoteLevel == 4);
    CHECK(storage::select<access::PersonRole>(reader).size() == 5);
    const auto name = storage::selectOne<access::CompanySetting>(
        reader, QStringLiteral("key = ?"), {QStringLiteral("company.name")});
    REQUIRE(name);
    CHECK(name->value == QStringLiteral("测试精密有限公司"));

    const auto stages = storage::select<pipeline::Stage>(reader, QStringLiteral("ORDER BY seq"));
    REQUIRE(stages.size() == 7);
    CHECK(stages.front().code == QStringLiteral("lead"));
    CHECK(stages[5].kind == pipeline::StageKind::Won);
    CHECK(stages[5].probability == Rate::fromWhole(1));
    CHECK(stages[6].kind == pipeline::StageKind::Lost);
    for (std::size_t i = 1; i < 6; ++i)
        CHECK(stages[i].probability > stages[i - 1].probability);
    CHECK(!storage::select<quoting::PricePolicyRow>(reader).empty());
    CHECK(!storage::select<quoting::FloatAuthorityRow>(reader).empty());

    database.reset();
    const auto again = value(exchange::openCompany(path, companyClock()));
    CHECK(storage::select<pipeline::Stage>(again->reader()).size() == 7);
    CHECK(
        QDir(folder.path()).entryList(QDir::Files).filter(QStringLiteral("unfinished")).isEmpty());
}

TEST_CASE("a company whose filling fails leaves no file behind", "[exchange][company]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.chengdan"));
    const auto failed = exchange::createCompany(path,
        namedCompany(),
        companyClock(),
        [](storage::Database&, storage::Transaction&, IdSource&) -> Result<void> {
            return chengdan::fail("NUMBER_FORMAT");
        });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == QStringLiteral("NUMBER_FORMAT"));
    CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

TEST_CASE("a company is never made over an existing file, without a name or in no folder",
    "[exchange][company]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.chengdan"));
    QFile existing(path);
    REQUIRE(existing.open(QIODevice::WriteOnly));
    existing.write("mine");
    existing.close();
    const auto refused = exchange::createCompany(path, namedCompany(), companyClock());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("FILE_EXISTS"));
    REQUIRE(existing.open(QIODevice::ReadOnly));
    CHECK(existing.readAll() == QByteArray("mine"));

    auto nameless = namedCompany();
    nameless.companyName = QStringLiteral("  ");
    const QString other = folder.filePath(QStringLiteral("b.chengdan"));
    CHECK(exchange::createCompany(other, nameless, companyClock()).error().code
        == QStringLiteral("SETTING_VALUE"));
    const QString nowhere = folder.filePath(QStringLiteral("none/b.chengdan"));
    CHECK(exchange::createCompany(nowhere, namedCompany(), companyClock()).error().code
        == QStringLiteral("FOLDER_MISSING"));
    CHECK_FALSE(QFile::exists(other));
}
