// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_lookup.h"
#include "core/storage/bulk_reader.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"
#include "tests/unit/storage/storage_file.h"

#include <QTemporaryDir>

#include <rapidcheck.h>
#include <sqlite3.h>

using namespace chengdan;
using namespace chengdan::tests;
using storage::BulkReader;
using storage::BulkWriter;
using storage::Connection;
using storage::Database;
using storage::Transaction;

namespace {

const PersonId kLoader = PersonId::fromNumber(3);

struct BulkFixture {
    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'790'000'000'000), QDate(2026, 9, 21)};
    schema::RecordTypes types{&schema::describe<Box>(), &schema::describe<Peg>()};
    int made = 0;

    std::unique_ptr<Database> create()
    {
        return value(Database::open(dir.filePath(QStringLiteral("bulk-%1.chengdan").arg(++made)),
            types,
            clock,
            Database::Open::Create));
    }
};

/// Boxes with pegs: some cells empty, some at the edge of their type, texts of every plane.
struct BulkRows {
    std::vector<Box> boxes;
    std::vector<Peg> pegs;
};

BulkRows bulkRows(const Clock& clock, int count)
{
    IdSource ids(clock, 11);
    BulkRows rows;
    const QStringList names{QStringLiteral("宁波海天 A3 阀块"),
        QStringLiteral("plain"),
        QString(),
        QStringLiteral("𠮷野家 😀 mixed"),
        QString(QChar(0xD83D)), // half of a pair, as a bad import brings it
        QStringLiteral("'; DROP TABLE box")};
    for (int i = 0; i < count; ++i) {
        Box box;
        box.id = BoxId::make(ids);
        box.name = names[i % names.size()];
        box.code = QStringLiteral("C%1").arg(i);
        box.colour = i % 3 == 0 ? Colour::Green : Colour::Red;
        box.worth.minor = i % 5 == 0 ? std::numeric_limits<qint64>::min() : i * 100;
        if (i % 2 == 0)
            box.share = Rate::fromRaw(i);
        if (i % 4 != 0)
            box.due = QDate(2026, 1, 1).addDays(i);
        if (i % 3 != 0)
            box.picture = QByteArray("\0\1\xff", 3).repeated(i % 7);
        box.meta.owner = PersonId::fromNumber(i % 9);
        if (i % 2 == 1) // an import keeps who made it and when
            box.meta.createdAt = Instant::fromMilliseconds(1'600'000'000'000 + i);
        if (i % 6 == 0)
            box.meta.custom.text = QStringLiteral("{\"颜色\":\"红\"}");
        Peg peg;
        peg.id = PegId::make(ids);
        peg.box = box.id;
        peg.quantity = Quantity::fromRaw(i);
        rows.boxes.push_back(box);
        rows.pegs.push_back(peg);
    }
    return rows;
}

void writeBulk(Database& database, BulkRows rows)
{
    value(database.write(kLoader, [&](Transaction& tx) -> Result<void> {
        BulkWriter bulk(tx);
        for (std::size_t i = 0; i < rows.boxes.size(); ++i) {
            bulk.insert(rows.boxes[i]);
            if (i < rows.pegs.size())
                bulk.insert(rows.pegs[i]);
        }
        bulk.finish();
        return {};
    }));
}

void writeSingly(Database& database, BulkRows rows)
{
    value(database.write(kLoader, [&](Transaction& tx) -> Result<void> {
        for (std::size_t i = 0; i < rows.boxes.size(); ++i) {
            storage::insert(tx, rows.boxes[i]);
            if (i < rows.pegs.size())
                storage::insert(tx, rows.pegs[i]);
        }
        return {};
    }));
}

/// Every cell of a table with its storage class, row by row.
QStringList cellsOf(Database& database, const char* table)
{
    BulkReader reader(database.reader(),
        QStringLiteral("SELECT * FROM %1 ORDER BY rid").arg(QString::fromLatin1(table)));
    QStringList rows;
    while (reader.next()) {
        QStringList cells;
        for (int i = 0; i < reader.columns(); ++i) {
            const std::string_view bytes = reader.view(i);
            cells += reader.isNull(i)
                ? QStringLiteral("NULL")
                : QString::fromLatin1(
                    QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex());
        }
        rows += cells.join(QLatin1Char('|'));
    }
    return rows;
}

QStringList schemaOf(Database& database)
{
    BulkReader reader(database.reader(),
        QStringLiteral("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master "
                       "ORDER BY type, name"));
    QStringList all;
    while (reader.next())
        all += reader.text(0);
    return all;
}

qint64 number(Database& database, const char* sql)
{
    return schema::toInteger(database.reader().scalar(QString::fromLatin1(sql)));
}

int copiesOpened = 0;

int countOpening(sqlite3* /*handle*/, const char** /*message*/, const void* /*routines*/)
{
    ++copiesOpened;
    return SQLITE_OK;
}

} // namespace

TEST_CASE("the Qt driver and we use the same copy of SQLite", "[storage][bulk]")
{
    // The list of automatic extensions is a variable of the library, so a connection that Qt opens
    // calls ours only when both are one copy. Two copies would not know each other's file locks.
    using Extension = void (*)();
    const auto extension = reinterpret_cast<Extension>(&countOpening);
    copiesOpened = 0;
    REQUIRE(sqlite3_auto_extension(extension) == SQLITE_OK);
    BulkFixture fixture;
    const auto database = fixture.create();
    (void)database->reader();
    sqlite3_cancel_auto_extension(extension);
    CHECK(copiesOpened >= 2);
    CHECK(database->reader().scalar(QStringLiteral("SELECT sqlite_source_id()")) //
        == storage::Value(QString::fromLatin1(sqlite3_sourceid())));
    CHECK(database->reader().scalar(QStringLiteral("PRAGMA encoding"))
        == storage::Value(QStringLiteral("UTF-8")));
}

TEST_CASE("a bulk load writes what single inserts write, cell by cell", "[storage][bulk]")
{
    BulkFixture fixture;
    const auto single = fixture.create();
    const auto bulk = fixture.create();
    const int first = GENERATE(0, 7); // into empty tables, and into some that hold rows already
    if (first > 0) {
        ManualClock earlier(Instant::fromMilliseconds(1'000), QDate(1970, 1, 1));
        const BulkRows before = bulkRows(earlier, first);
        writeSingly(*single, before);
        writeSingly(*bulk, before);
    }
    const BulkRows rows = bulkRows(fixture.clock, 250);
    writeSingly(*single, rows);
    writeBulk(*bulk, rows);
    for (const char* table : {"box", "peg"}) {
        const QStringList expected = cellsOf(*single, table);
        const QStringList found = cellsOf(*bulk, table);
        REQUIRE(found.size() == 250 + first);
        for (qsizetype i = 0; i < found.size(); ++i) {
            INFO(table << " row " << i);
            CHECK(found[i] == expected[i]);
        }
    }
    CHECK(schemaOf(*bulk) == schemaOf(*single)); // indexes and triggers are all back
    CHECK(number(*bulk, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
        == 0);
    CHECK(number(*bulk, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    SECTION("the row numbers are known to the caller and the next insert goes on behind them")
    {
        IdSource ids(fixture.clock, 12);
        Box next;
        next.id = BoxId::make(ids);
        next.name = QStringLiteral("next");
        value(bulk->write(kLoader, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, next);
            return {};
        }));
        CHECK(next.meta.rid == 251 + first);
        CHECK(number(*bulk, "SELECT count(*) FROM _op WHERE kind = 1 AND rid > 250") == 1);
    }
}

TEST_CASE("a bulk load leaves one range entry a table in the journal", "[storage][bulk][journal]")
{
    BulkFixture fixture;
    const auto database = fixture.create();
    writeBulk(*database, bulkRows(fixture.clock, 40));
    writeBulk(*database, bulkRows(ManualClock(Instant::fromMilliseconds(5), QDate(1970, 1, 1)), 2));
    auto ops = database->reader().query(QStringLiteral(
        "SELECT tbl, rid, cols, kind, base_rev, state, made_at, grp FROM _op ORDER BY n"));
    struct Expected {
        int table;
        qint64 first;
        qint64 last;
    };
    qint64 group = 0;
    for (const Expected& expected : {Expected{901, 1, 40},
             Expected{902, 1, 40},
             Expected{901, 41, 42},
             Expected{902, 41, 42}}) {
        REQUIRE(ops.next());
        CHECK(ops.integer(0) == expected.table);
        CHECK(ops.integer(1) == expected.first);
        CHECK(ops.integer(2) == expected.last);
        CHECK(ops.integer(3) == 4);
        CHECK(ops.integer(4) == 0);
        CHECK(ops.integer(5) == 0);
        CHECK(ops.integer(6) == fixture.clock.now().milliseconds());
        CHECK((expected.table == 902 ? ops.integer(7) == group : ops.integer(7) > group));
        group = ops.integer(7);
    }
    CHECK_FALSE(ops.next());
    SECTION("rows that came from the server are not journalled")
    {
        value(database->write(kLoader, [&](Transaction& tx) -> Result<void> {
            tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 1"));
            IdSource ids(fixture.clock, 13);
            Box box;
            box.id = BoxId::make(ids);
            BulkWriter bulk(tx);
            bulk.insert(box);
            bulk.finish();
            tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 0"));
            return {};
        }));
        CHECK(number(*database, "SELECT count(*) FROM _op") == 4);
        CHECK(number(*database, "SELECT count(*) FROM box") == 43);
    }
}

TEST_CASE("a bulk load that does not finish leaves nothing", "[storage][bulk]")
{
    BulkFixture fixture;
    const auto database = fixture.create();
    BulkRows rows = bulkRows(fixture.clock, 30);
    const QStringList before = schemaOf(*database);
    const auto load = [&](auto ending) {
        return database->write(kLoader, [&](Transaction& tx) -> Result<void> {
            BulkWriter bulk(tx);
            for (Box& box : rows.boxes)
                bulk.insert(box);
            return ending(bulk, tx);
        });
    };
    SECTION("given up without an error, the rest of the transaction stands")
    {
        IdSource ids(fixture.clock, 14);
        value(database->write(kLoader, [&](Transaction& tx) -> Result<void> {
            Box kept;
            kept.id = BoxId::make(ids);
            storage::insert(tx, kept);
            BulkWriter bulk(tx);
            for (Box& box : rows.boxes)
                bulk.insert(box);
            return {};
        }));
        CHECK(number(*database, "SELECT count(*) FROM box") == 1);
        CHECK(number(*database, "SELECT count(*) FROM _op WHERE kind = 1") == 1);
        CHECK(number(*database, "SELECT count(*) FROM _op") == 1);
    }
    SECTION("refused by a rule")
    {
        const auto refused = load(
            [](BulkWriter&, Transaction&) -> Result<void> { return chengdan::fail("NO_WEIGHT"); });
        CHECK(refused.error().code == QStringLiteral("NO_WEIGHT"));
        CHECK(number(*database, "SELECT count(*) FROM box") == 0);
    }
    SECTION("a row that the file refuses")
    {
        const auto refused = load([&](BulkWriter& bulk, Transaction&) -> Result<void> {
            bulk.insert(rows.boxes.front()); // the same id once more
            bulk.finish();
            return {};
        });
        CHECK(refused.error().code == QStringLiteral("STORAGE_FAULT"));
        CHECK(number(*database, "SELECT count(*) FROM box") == 0);
    }
    SECTION("a fault after it had finished")
    {
        const auto refused = load([&](BulkWriter& bulk, Transaction&) -> Result<void> {
            bulk.finish();
            return chengdan::fail("NO_WEIGHT");
        });
        CHECK_FALSE(refused);
        CHECK(number(*database, "SELECT count(*) FROM box") == 0);
    }
    CHECK(schemaOf(*database) == before);
    CHECK(number(*database, "SELECT count(*) FROM _op WHERE kind = 4") == 0);
    writeBulk(*database, rows); // and it can be tried again
}

TEST_CASE("listeners hear of a bulk load once a table, after the commit", "[storage][bulk]")
{
    BulkFixture fixture;
    const auto database = fixture.create();
    QList<storage::Change> heard;
    QObject::connect(
        &database->notices(),
        &storage::ChangeNotices::committed,
        &database->notices(),
        [&](const QList<storage::Change>& changes) { heard += changes; },
        Qt::DirectConnection);
    BulkRows rows = bulkRows(fixture.clock, 12);
    value(database->write(kLoader, [&](Transaction& tx) -> Result<void> {
        BulkWriter bulk(tx);
        for (Box& box : rows.boxes)
            bulk.insert(box);
        bulk.finish();
        CHECK(heard.isEmpty());
        return {};
    }));
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].table == 901);
    CHECK(heard[0].rid == 0);
    CHECK(heard[0].kind == storage::Change::Kind::Inserted);
    heard.clear();
    (void)database->write(kLoader, [&](Transaction& tx) -> Result<void> {
        BulkWriter bulk(tx);
        bulk.finish(); // nothing was written
        return {};
    });
    CHECK(heard.isEmpty());
}

TEST_CASE("any value comes back through the bulk path as through the store", "[storage][bulk]")
{
    BulkFixture fixture;
    const auto single = fixture.create();
    const auto bulk = fixture.create();
    IdSource ids(fixture.clock, 15);
    const bool holds = rc::check([&] {
        const auto units = *rc::gen::container<std::vector<quint16>>(rc::gen::arbitrary<quint16>());
        const auto bytes = *rc::gen::arbitrary<std::vector<char>>();
        Box box;
        box.id = BoxId::make(ids);
        box.name = QString(
            reinterpret_cast<const QChar*>(units.data()), static_cast<qsizetype>(units.size()));
        box.picture = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        box.worth.minor = *rc::gen::arbitrary<qint64>();
        if (*rc::gen::arbitrary<bool>())
            box.share = Rate::fromRaw(*rc::gen::arbitrary<qint64>());
        if (*rc::gen::arbitrary<bool>())
            box.due = QDate(2000, 1, 1).addDays(*rc::gen::inRange(-40'000, 40'000));
        box.meta.owner = PersonId::fromNumber(*rc::gen::arbitrary<qint32>());
        Box twin = box;
        writeSingly(*single, {{box}, {}});
        writeBulk(*bulk, {{twin}, {}});
        const QStringList expected = cellsOf(*single, "box");
        const QStringList found = cellsOf(*bulk, "box");
        RC_ASSERT(found.size() == expected.size());
        RC_ASSERT(found.back() == expected.back());
    });
    CHECK(holds);
}

TEST_CASE("the bulk reader hands out cells as stored and tells a fault", "[storage][bulk]")
{
    BulkFixture fixture;
    const auto database = fixture.create();
    Connection& connection = database->reader();
    BulkReader reader(connection,
        QStringLiteral("SELECT ?, ?, ?, ?, '' UNION ALL SELECT 1, 2, 3, 4, 5"),
        {qint64{-9'223'372'036'854'775'807LL},
            QStringLiteral("阀块 😀"),
            QByteArray("\0\xff", 2),
            storage::Value()});
    REQUIRE(reader.columns() == 5);
    REQUIRE(reader.next());
    CHECK(reader.integer(0) == -9'223'372'036'854'775'807LL);
    CHECK(reader.text(1) == QStringLiteral("阀块 😀"));
    CHECK(reader.view(1) == std::string_view("阀块 😀"));
    CHECK(reader.view(2) == std::string_view("\0\xff", 2));
    CHECK(reader.isNull(3));
    CHECK(reader.integer(3) == 0);
    CHECK(reader.view(3).empty());
    CHECK_FALSE(reader.isNull(4));
    CHECK(reader.view(4).empty());
    REQUIRE(reader.next());
    CHECK(reader.integer(4) == 5);
    CHECK_FALSE(reader.next());
    CHECK_THROWS_AS(BulkReader(connection, QStringLiteral("SELECT nothing FROM nowhere")),
        storage::StorageFault);
}

TEST_CASE("a load gives its settings back, finished or not", "[storage][bulk]")
{
    StorageFile file;
    for (const bool finished : {true, false}) {
        (void)file.database->write(
            PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                const auto setting = [&](const char* name) {
                    return schema::toInteger(tx.connection().scalar(
                        QStringLiteral("PRAGMA %1").arg(QLatin1String(name))));
                };
                const auto settings = [&] {
                    return std::vector<qint64>{setting("cache_size"),
                        setting("temp_store"),
                        setting("ignore_check_constraints")};
                };
                const std::vector<qint64> before = settings();
                {
                    storage::BulkWriter bulk(tx);
                    Box box = file.box(QStringLiteral("a box"));
                    bulk.insert(box);
                    CHECK(settings().front() < before.front()); // negative: KiB
                    CHECK(setting("ignore_check_constraints") == 1);
                    if (finished)
                        bulk.finish();
                }
                CHECK(settings() == before);
                CHECK(before.back() == 0);
                return {};
            });
    }
    CHECK(file.count("SELECT count(*) FROM box") == 1);
}

TEST_CASE("a load refuses a code that a choice does not have, as the file does", "[storage][bulk]")
{
    StorageFile file;
    schema::RecordType odd = schema::describe<Box>();
    for (schema::Column& column : odd.columns) {
        if (column.type == schema::ColumnType::Choice)
            column.get = [](const void*) -> schema::Value { return QStringLiteral("blue"); };
    }
    const auto loaded = [&](const schema::RecordType& type) {
        return file.database->write(kLoader, [&](Transaction& tx) -> Result<void> {
            BulkWriter bulk(tx);
            Box box = file.box(QStringLiteral("a box"));
            bulk.insertRecord(type, &box);
            bulk.finish();
            return {};
        });
    };
    const auto refused = loaded(odd);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == QStringLiteral("STORAGE_FAULT"));
    CHECK(file.count("SELECT count(*) FROM box") == 0);
    CHECK(loaded(schema::describe<Box>()).has_value());
    const auto behind = file.database->write(kLoader, [](Transaction& tx) -> Result<void> {
        tx.connection().execute(QStringLiteral("UPDATE box SET colour = 'blue'"));
        return {};
    });
    CHECK_FALSE(behind.has_value()); // the file looks again
}

TEST_CASE("one question is asked for many keys", "[storage][bulk]")
{
    StorageFile file;
    file.fill(3);
    storage::BulkLookup lookup(file.database->reader(),
        QStringLiteral("SELECT rid FROM box WHERE name = ? AND deleted = ?"));
    CHECK(lookup.find({QStringLiteral("box 1"), qint64{0}}) == 2);
    CHECK(lookup.find({QStringLiteral("box 1"), qint64{1}}) == 0);
    CHECK(lookup.find({QStringLiteral("box 2"), qint64{0}}) == 3);
    CHECK(lookup.find({QStringLiteral("no box"), qint64{0}}) == 0);
    CHECK(lookup.find({QStringLiteral("box 0"), storage::Value()}) == 0); // nothing equals NULL
    CHECK_THROWS_AS(storage::BulkLookup(file.database->reader(), QStringLiteral("SELECT nothing")),
        storage::StorageFault);
}
