// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_hits.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"

#include <QTemporaryDir>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;
using storage::SearchRank;
using storage::Transaction;

namespace {

const PersonId kAsker = PersonId::fromNumber(7);
const PersonId kColleague = PersonId::fromNumber(8);

struct HitFixture {
    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    IdSource ids{clock, 1};
    schema::RecordTypes types{&schema::describe<Box>(), &schema::describe<Peg>()};
    std::unique_ptr<Database> database = value(Database::open(
        dir.filePath(QStringLiteral("company.chengdan")), types, clock, Database::Open::Create));

    qint64 add(const char* name, const char* code, PersonId owner = kAsker)
    {
        Box box;
        box.id = BoxId::make(ids);
        box.name = QString::fromUtf8(name);
        box.code = QString::fromUtf8(code);
        box.meta.owner = owner;
        value(database->write(kAsker, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, box);
            return {};
        }));
        return box.meta.rid;
    }
    std::vector<storage::SearchHit> find(const char* text, bool numbersOnly = false)
    {
        storage::SearchAsk ask;
        ask.query.type = &schema::describe<Box>();
        ask.query.types = &types;
        ask.query.text = QString::fromUtf8(text);
        ask.self = kAsker;
        ask.numbersOnly = numbersOnly;
        return storage::bestFound(database->reader(), ask);
    }
    std::vector<qint64> rids(const char* text, bool numbersOnly = false)
    {
        std::vector<qint64> found;
        for (const auto& hit : find(text, numbersOnly))
            found.push_back(hit.rid);
        return found;
    }
};

} // namespace

TEST_CASE("an exact number comes before a beginning, initials and any place", "[storage][search]")
{
    HitFixture fixture;
    const qint64 anywhere = fixture.add("西宁波纹管 B20", "X-9");
    const qint64 initials = fixture.add("北二零机械", "X-8"); // b2 … is typed as b…
    const qint64 begins = fixture.add("B200 泵", "X-7");
    const qint64 exact = fixture.add("阀", "B20");
    CHECK(fixture.rids("b20") == std::vector<qint64>{exact, begins, anywhere});
    CHECK(fixture.find("b20").front().rank == SearchRank::ExactNumber);
    CHECK(fixture.rids("bel") == std::vector<qint64>{initials});
    CHECK(fixture.find("bel").front().rank == SearchRank::Initials);
    CHECK(fixture.find("波纹").front().rank == SearchRank::Text);
    CHECK(fixture.find("西宁").front().rank == SearchRank::Prefix);
}

TEST_CASE("among equals one's own come first, then the latest changed", "[storage][search]")
{
    HitFixture fixture;
    const qint64 old = fixture.add("宁波一厂", "1001");
    const qint64 other = fixture.add("宁波二厂", "1002", kColleague);
    fixture.clock.set(Instant::fromMilliseconds(1'700'000'900'000), QDate(2026, 3, 12));
    const qint64 later = fixture.add("宁波三厂", "1003");
    CHECK(fixture.rids("宁波") == std::vector<qint64>{later, old, other});
}

TEST_CASE("a search for numbers leaves names out", "[storage][search]")
{
    HitFixture fixture;
    fixture.add("2026 展会", "E-1");
    const qint64 numbered = fixture.add("展会", "QT-2026-01");
    const qint64 phone = fixture.add("0574-20261234", "E-2");
    CHECK(fixture.rids("2026", true) == std::vector<qint64>{phone, numbered});
    CHECK(fixture.rids("2026").size() == 3);
    CHECK(fixture.rids("").empty());
}
