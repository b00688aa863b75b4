// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/list_keys.h"
#include "core/storage/list_sort.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"

#include <QTemporaryDir>

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;
using storage::ListCost;
using storage::ListQuery;

namespace {

/// A file of boxes whose name and worth have indexes, and of pegs in them.
struct KeysFixture {
    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    IdSource ids{clock, 1};
    schema::RecordType boxes;
    schema::RecordTypes types{&boxes, &schema::describe<Peg>()};
    std::unique_ptr<Database> database;

    static schema::RecordType indexedBoxes(const QStringList& indexed)
    {
        schema::RecordType type = schema::describe<Box>();
        for (schema::Column& column : type.columns)
            column.indexed = indexed.contains(QLatin1String(column.name));
        return type;
    }

    explicit KeysFixture(int rows = 0,
        const QStringList& indexed = {QStringLiteral("name"), QStringLiteral("worth")})
        : boxes(indexedBoxes(indexed))
    {
        database = value(Database::open(dir.filePath(QStringLiteral("company.chengdan")),
            types,
            clock,
            Database::Open::Create));
        fill(rows);
    }
    void fill(int rows)
    {
        value(
            database->write(PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                for (int i = 0; i < rows; ++i) {
                    Box box;
                    box.id = BoxId::make(ids);
                    box.name =
                        QStringLiteral("箱 %1").arg((i * 7919) % rows, 6, 10, QLatin1Char('0'));
                    box.code = QStringLiteral("C%1").arg(i % 97);
                    box.worth.minor = (i * 31) % 1000 - 500;
                    box.due = i % 5 == 0 ? QDate() : QDate(2026, 1, 1).addDays(i % 300);
                    storage::insertRecord(tx, boxes, &box);
                    if (i % 10 == 3)
                        storage::removeRecord(tx, boxes, &box);
                }
                return {};
            }));
    }
    storage::Connection& reader() { return database->reader(); }
    ListQuery query(std::vector<storage::SortKey> sort = {})
    {
        ListQuery made;
        made.type = &boxes;
        made.types = &types;
        made.sort = std::move(sort);
        return made;
    }
    std::vector<qint64> ordered(const ListQuery& query)
    {
        return storage::orderedKeys(reader(), query, storage::matchingRows(reader(), query));
    }
    /// What the library answers when it sorts by itself.
    std::vector<qint64> asked(const QString& order, const QString& where = {})
    {
        auto statement =
            reader().query(QStringLiteral("SELECT rid FROM box WHERE deleted = 0 %1 ORDER BY %2")
                               .arg(where, order));
        std::vector<qint64> keys;
        while (statement.next())
            keys.push_back(statement.integer(0));
        return keys;
    }
    QString plan(const storage::BoundSql& sql)
    {
        auto statement =
            reader().query(QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text, sql.values);
        QStringList lines;
        while (statement.next())
            lines += statement.text(3);
        return lines.join(QLatin1Char('\n'));
    }
};

storage::SortKey by(const char* column, bool descending = false)
{
    return {QString::fromLatin1(column), descending};
}

} // namespace

TEST_CASE("keys come in the order the library itself would give, by index or by memory",
    "[storage][list][keys]")
{
    KeysFixture fixture(400);
    CHECK(fixture.ordered(fixture.query()) == fixture.asked(QStringLiteral("rid DESC")));
    CHECK(
        fixture.ordered(fixture.query({by("name")})) == fixture.asked(QStringLiteral("name, rid")));
    CHECK(fixture.ordered(fixture.query({by("worth", true)}))
        == fixture.asked(QStringLiteral("worth DESC, rid DESC")));
    CHECK(
        fixture.ordered(fixture.query({by("code")})) == fixture.asked(QStringLiteral("code, rid")));
    CHECK(fixture.ordered(fixture.query({by("due", true)}))
        == fixture.asked(QStringLiteral("due DESC, rid DESC")));
    CHECK(fixture.ordered(fixture.query({by("code", true), by("due"), by("worth", true)}))
        == fixture.asked(QStringLiteral("code DESC, due NULLS LAST, worth DESC, rid DESC")));
}

TEST_CASE("a few rows out of many are ordered without reading the others", "[storage][list][keys]")
{
    KeysFixture fixture(400);
    ListQuery query = fixture.query({by("due"), by("name", true)});
    query.filters.push_back(
        {QStringLiteral("code"), storage::Compare::Equal, QStringLiteral("C5")});
    CHECK(fixture.ordered(query)
        == fixture.asked(QStringLiteral("due NULLS LAST, name DESC, rid DESC"),
            QStringLiteral("AND code = 'C5'")));
}

TEST_CASE(
    "rows without a value come last in both directions, by index, by memory and by the library",
    "[storage][list][keys][blank]")
{
    const bool indexed = GENERATE(false, true);
    KeysFixture fixture(400, indexed ? QStringList{QStringLiteral("due")} : QStringList());
    const auto blanks = std::size_t(schema::toInteger(fixture.reader().scalar(
        QStringLiteral("SELECT count(*) FROM box WHERE deleted = 0 AND due IS NULL"))));
    REQUIRE(blanks > 64);
    for (const bool descending : {false, true}) {
        const ListQuery query = fixture.query({by("due", descending)});
        const QString order = descending ? QStringLiteral("due DESC NULLS LAST, rid DESC")
                                         : QStringLiteral("due NULLS LAST, rid");
        const auto keys = fixture.ordered(query);
        CHECK(keys == fixture.asked(order));
        const auto dueOf = [&](qint64 rid) {
            return fixture.reader().scalar(
                QStringLiteral("SELECT due FROM box WHERE rid = ?"), {rid});
        };
        CHECK_FALSE(schema::isNull(dueOf(keys.front())));
        const auto byLibrary = storage::listKeys(fixture.reader(), query);
        REQUIRE(byLibrary.size() == keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i)
            REQUIRE(schema::isNull(dueOf(byLibrary[i])) == (i >= keys.size() - blanks));
        if (!indexed)
            continue;
        // The first page crosses from the rows with a value to those without one.
        const int page = int(keys.size() - blanks) + 20;
        ListCost cost;
        const auto first = storage::firstKeys(fixture.reader(), query, page, &cost);
        CHECK(std::ssize(first) == page);
        CHECK(std::equal(first.begin(), first.end(), keys.begin()));
        CHECK(cost.sorts == 0);
        for (const storage::BoundSql& walk : storage::firstPageSql(query, 64)) {
            CHECK(fixture.plan(walk).contains(QStringLiteral("INDEX box_due")));
            CHECK_FALSE(fixture.plan(walk).contains(QStringLiteral("TEMP B-TREE")));
        }
        for (const storage::BoundSql& walk : storage::indexOrderSql(query)) {
            CHECK(fixture.plan(walk).contains(QStringLiteral("COVERING INDEX box_due")));
            CHECK_FALSE(fixture.plan(walk).contains(QStringLiteral("TEMP B-TREE")));
        }
    }
}

TEST_CASE("texts that are empty come last in both directions", "[storage][list][keys][blank]")
{
    KeysFixture fixture(40, {QStringLiteral("code")});
    value(fixture.database->write(
        PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
            for (int i = 0; i < 5; ++i) {
                Box box;
                box.id = BoxId::make(fixture.ids);
                box.name = QStringLiteral("无编号");
                storage::insertRecord(tx, fixture.boxes, &box);
            }
            return {};
        }));
    for (const bool descending : {false, true}) {
        const ListQuery query = fixture.query({by("code", descending)});
        const auto keys = fixture.ordered(query);
        CHECK(keys
            == fixture.asked(descending ? QStringLiteral("code = '', code DESC, rid DESC")
                                        : QStringLiteral("code = '', code, rid")));
        const auto first = storage::firstKeys(fixture.reader(), query, int(keys.size()));
        CHECK(first == keys);
    }
}

TEST_CASE("one of several values is a condition like any other", "[storage][list][keys]")
{
    KeysFixture fixture(100);
    ListQuery query = fixture.query();
    query.filters.push_back({QStringLiteral("code"),
        storage::Compare::OneOf,
        {},
        {QStringLiteral("C1"), QStringLiteral("C2")}});
    CHECK(fixture.ordered(query)
        == fixture.asked(QStringLiteral("rid DESC"), QStringLiteral("AND code IN ('C1', 'C2')")));
}

TEST_CASE("the first page is the head of the whole order and visits few rows",
    "[storage][list][keys][steps]")
{
    KeysFixture fixture(5000);
    for (const auto& sort : {std::vector<storage::SortKey>{},
             std::vector<storage::SortKey>{by("name")},
             std::vector<storage::SortKey>{by("worth", true)}}) {
        const ListQuery query = fixture.query(sort);
        ListCost cost;
        const auto first = storage::firstKeys(fixture.reader(), query, 64, &cost);
        REQUIRE(first.size() == 64);
        const auto all = fixture.ordered(query);
        CHECK(std::equal(first.begin(), first.end(), all.begin()));
        CHECK(cost.sorts == 0);
        CHECK(cost.steps < 2000); // about 20 a row; 64 rows and every tenth removed
    }
}

TEST_CASE("a first page that no index gives is left to the whole list", "[storage][list][keys]")
{
    KeysFixture fixture(200);
    CHECK(storage::firstKeys(fixture.reader(), fixture.query({by("due")}), 64).empty());
    CHECK(storage::firstKeys(fixture.reader(), fixture.query({by("name"), by("due")}), 64).empty());
}

TEST_CASE("a first page whose rows lie far apart is given up after its steps",
    "[storage][list][keys][steps]")
{
    KeysFixture fixture(30'000);
    ListQuery query = fixture.query({by("name")});
    query.filters.push_back(
        {QStringLiteral("code"), storage::Compare::Equal, QStringLiteral("nowhere")});
    ListCost cost;
    CHECK(storage::firstKeys(fixture.reader(), query, 64, &cost).empty());
    CHECK(cost.steps <= storage::kFirstPageSteps + 2000);
    // and the connection works on as before
    CHECK(storage::matchingRows(fixture.reader(), fixture.query()).count() == 27'000);
}

TEST_CASE("hot list queries walk an index and sort nothing", "[storage][list][plan]")
{
    KeysFixture fixture(10);
    const QString walk = fixture.plan(storage::indexOrderSql(fixture.query({by("worth")})).front());
    CHECK(walk.contains(QStringLiteral("COVERING INDEX box_worth")));
    CHECK_FALSE(walk.contains(QStringLiteral("TEMP B-TREE")));
    ListQuery filtered = fixture.query({by("worth", true)});
    filtered.filters.push_back({QStringLiteral("worth"), storage::Compare::Equal, qint64{5}});
    const QString first = fixture.plan(storage::firstPageSql(filtered, 64).front());
    CHECK(first.contains(QStringLiteral("USING INDEX box_worth")));
    CHECK_FALSE(first.contains(QStringLiteral("TEMP B-TREE")));
    // Names: the stored order alone, or with each row looked up by its number beside it.
    CHECK(fixture.plan(storage::indexOrderSql(fixture.query({by("name", true)})).front())
        == QStringLiteral("SCAN k"));
    filtered.sort = {by("name", true)};
    CHECK(fixture.plan(storage::firstPageSql(filtered, 64).front())
        == QStringLiteral("SCAN k\nSEARCH t USING INTEGER PRIMARY KEY (rowid=?)"));
    storage::BoundSql where = storage::listWhere(filtered);
    where.text.prepend(QStringLiteral("SELECT t.rid FROM box t"));
    CHECK(fixture.plan(where).contains(QStringLiteral("INDEX box_worth")));
}

TEST_CASE("equal values of the first sort column form one group", "[storage][list][group]")
{
    KeysFixture fixture(100);
    const ListQuery query = fixture.query({by("worth"), by("name")});
    const auto rows = storage::matchingRows(fixture.reader(), query);
    std::vector<qint64> starts;
    const auto keys = storage::orderedKeys(fixture.reader(), query, rows, &starts);
    CHECK(starts.size()
        == std::size_t(schema::toInteger(fixture.reader().scalar(
            QStringLiteral("SELECT count(DISTINCT worth) FROM box WHERE deleted = 0")))));
    CHECK(starts.front() == 0);
    CHECK(keys == fixture.asked(QStringLiteral("worth, name, rid")));
}

TEST_CASE("the sum of chosen rows counts those that have a value", "[storage][list][keys]")
{
    KeysFixture fixture(50);
    const ListQuery query = fixture.query();
    const auto keys = fixture.ordered(query);
    const auto block = storage::sumOfRows(fixture.reader(), query, QStringLiteral("worth"), keys);
    CHECK(block.count == 45);
    CHECK(block.sum == storage::listSum(fixture.reader(), query, QStringLiteral("worth")));
    CHECK_FALSE(block.tooLarge);
}

TEST_CASE("sorting by bytes is a stable sort", "[storage][list][keys]")
{
    rc::check([](const std::vector<quint64>& numbers) {
        std::vector<qint64> keys(numbers.size());
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i] = qint64(i);
        std::vector<qint64> expected = keys;
        std::stable_sort(expected.begin(), expected.end(), [&](qint64 a, qint64 b) {
            return numbers[std::size_t(a)] < numbers[std::size_t(b)];
        });
        std::vector<quint64> values = numbers;
        storage::sortByValues(keys, values);
        RC_ASSERT(keys == expected);
        RC_ASSERT(std::is_sorted(values.begin(), values.end()));
    });
}
