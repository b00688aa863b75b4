// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ddl.h"
#include "core/storage/list_query.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;
using storage::Transaction;

namespace {

const PersonId kAnna = PersonId::fromNumber(7);

struct StoreFixture {
    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    IdSource ids{clock, 1};
    schema::RecordTypes types{&schema::describe<Box>(), &schema::describe<Peg>()};
    QString path = dir.filePath(QStringLiteral("company.chengdan"));

    std::unique_ptr<Database> create()
    {
        return value(Database::open(path, types, clock, Database::Open::Create));
    }
    Box box(const QString& name)
    {
        Box made;
        made.id = BoxId::make(ids);
        made.name = name;
        return made;
    }
    static Result<void> save(Database& database, Box& box)
    {
        return database.write(kAnna, [&](Transaction& tx) -> Result<void> {
            if (box.meta.rid == 0)
                storage::insert(tx, box);
            else
                storage::update(tx, box);
            return {};
        });
    }
};

qint64 count(Database& database, const char* sql)
{
    return schema::toInteger(database.reader().scalar(QString::fromLatin1(sql)));
}

} // namespace

TEST_CASE("a record comes back as it was stored", "[storage][store]")
{
    StoreFixture fixture;
    const auto database = fixture.create();
    Box box = fixture.box(QStringLiteral("宁波海天 A3 阀块 '; DROP TABLE box"));
    box.colour = Colour::Green;
    box.worth.minor = -9'223'372'036'854'775'807LL;
    box.currency = value(Currency::parse(u"USD"));
    box.share = Rate::fromRaw(130000);
    box.due = QDate(2026, 12, 31);
    box.picture = QByteArray("\0\1\xff", 3);
    value(StoreFixture::save(*database, box));
    REQUIRE(box.meta.rid > 0);
    const Box again = value(storage::load<Box>(database->reader(), box.id));
    CHECK(again.name == box.name);
    CHECK(again.colour == Colour::Green);
    CHECK(again.worth.minor == box.worth.minor);
    CHECK(again.currency == box.currency);
    CHECK(again.share == box.share);
    CHECK(again.due == box.due);
    CHECK(again.picture == box.picture);
    CHECK(again.meta.createdBy == kAnna);
    CHECK(again.meta.createdAt == fixture.clock.now());
    SECTION("an empty optional and an empty date stay empty")
    {
        Box empty = fixture.box(QStringLiteral("empty"));
        value(StoreFixture::save(*database, empty));
        const Box read = value(storage::load<Box>(database->reader(), empty.id));
        CHECK_FALSE(read.share.has_value());
        CHECK_FALSE(read.due.isValid());
    }
}

TEST_CASE("the journal holds each change once, in its group, with the old values of just the "
          "changed columns",
    "[storage][journal]")
{
    StoreFixture fixture;
    const auto database = fixture.create();
    Box box = fixture.box(QStringLiteral("first"));
    box.worth.minor = 100;
    value(StoreFixture::save(*database, box));
    box.name = QStringLiteral("second");
    box.worth.minor = 250;
    value(StoreFixture::save(*database, box));
    value(StoreFixture::save(*database, box)); // unchanged: writes and journals nothing
    value(database->write(kAnna, [&](Transaction& tx) -> Result<void> {
        storage::remove(tx, box);
        return {};
    }));
    auto ops = database->reader().query(
        QStringLiteral("SELECT grp, tbl, rid, kind, cols, old, made_at FROM _op ORDER BY n"));
    REQUIRE(ops.next());
    const qint64 firstGroup = ops.integer(0);
    CHECK(ops.integer(1) == 901);
    CHECK(ops.integer(2) == box.meta.rid);
    CHECK(ops.integer(3) == 1);
    REQUIRE(ops.next());
    CHECK(ops.integer(0) > firstGroup);
    CHECK(ops.integer(3) == 2);
    const auto& type = schema::describe<Box>();
    CHECK(
        ops.integer(4) == (schema::journalBit(type, u"name") | schema::journalBit(type, u"worth")));
    const QJsonObject old = QJsonDocument::fromJson(ops.text(5).toUtf8()).object();
    CHECK(old.size() == 2);
    CHECK(old.value(QStringLiteral("name")).toString() == QStringLiteral("first"));
    CHECK(old.value(QStringLiteral("worth")).toInteger() == 100);
    CHECK(ops.integer(6) == fixture.clock.now().milliseconds());
    REQUIRE(ops.next());
    CHECK(ops.integer(4) == schema::journalBit(type, u"deleted"));
    CHECK_FALSE(ops.next());
    CHECK_FALSE(storage::find<Box>(database->reader(), box.id).has_value());
}

TEST_CASE("an error or a fault rolls back everything of its write", "[storage][transaction]")
{
    StoreFixture fixture;
    const auto database = fixture.create();
    Box box = fixture.box(QStringLiteral("never"));
    const auto refused = database->write(kAnna, [&](Transaction& tx) -> Result<void> {
        storage::insert(tx, box);
        return chengdan::fail("OVERFLOW_GUARD");
    });
    CHECK(refused.error().code == QStringLiteral("OVERFLOW_GUARD"));
    const auto faulty = database->write(kAnna, [&](Transaction& tx) -> Result<void> {
        storage::insert(tx, box);
        tx.connection().execute(QStringLiteral("INSERT INTO nowhere VALUES (1)"));
        return {};
    });
    CHECK(faulty.error().code == QStringLiteral("STORAGE_FAULT"));
    CHECK(count(*database, "SELECT count(*) FROM box") == 0);
    CHECK(count(*database, "SELECT count(*) FROM _op") == 0);
    SECTION("an error inside a joined write undoes the outer one when it passes the error on")
    {
        const auto outer = database->write(kAnna, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, box);
            return database->write(
                kAnna, [](Transaction&) -> Result<void> { return chengdan::fail("NO_WEIGHT"); });
        });
        CHECK(outer.error().code == QStringLiteral("NO_WEIGHT"));
        CHECK(count(*database, "SELECT count(*) FROM box") == 0);
    }
    SECTION("a part of an unknown document is refused at commit")
    {
        Peg peg;
        peg.id = PegId::make(fixture.ids);
        peg.box = BoxId::make(fixture.ids);
        const auto orphan = database->write(kAnna, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, peg);
            return {};
        });
        CHECK_FALSE(orphan);
        CHECK(count(*database, "SELECT count(*) FROM peg") == 0);
    }
}

TEST_CASE("listeners hear of committed rows only", "[storage][notices]")
{
    StoreFixture fixture;
    const auto database = fixture.create();
    QList<storage::Change> heard;
    QObject::connect(
        &database->notices(),
        &storage::ChangeNotices::committed,
        &database->notices(),
        [&](const QList<storage::Change>& changes) { heard += changes; },
        Qt::DirectConnection);
    Box box = fixture.box(QStringLiteral("heard"));
    (void)database->write(kAnna, [&](Transaction& tx) -> Result<void> {
        storage::insert(tx, box);
        return chengdan::fail("NO_WEIGHT");
    });
    CHECK(heard.isEmpty());
    box.meta.rid = 0;
    value(StoreFixture::save(*database, box));
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].table == 901);
    CHECK(heard[0].rid == box.meta.rid);
}

TEST_CASE("a file is opened only when it is ours and not newer", "[storage][file]")
{
    StoreFixture fixture;
    fixture.create().reset();
    const auto codeOf =
        [&](const QString& path, const schema::RecordTypes& types, Database::Open how) {
            const auto opened = Database::open(path, types, fixture.clock, how);
            return opened ? QString() : opened.error().code;
        };
    const schema::RecordType old = boxType(1);
    const schema::RecordTypes oldTypes{&old};
    CHECK(codeOf(fixture.path, fixture.types, Database::Open::Existing).isEmpty());
    CHECK(codeOf(fixture.path, oldTypes, Database::Open::Existing) == QStringLiteral("FILE_NEWER"));
    CHECK(codeOf(fixture.path, fixture.types, Database::Open::Create)
        == QStringLiteral("FILE_EXISTS"));
    CHECK(codeOf(
              fixture.dir.filePath(QStringLiteral("none")), fixture.types, Database::Open::Existing)
        == QStringLiteral("FILE_MISSING"));
    CHECK(codeOf(fixture.dir.filePath(QStringLiteral("no/such/file")),
              fixture.types,
              Database::Open::Create)
        == QStringLiteral("FOLDER_MISSING"));
    QFile other(fixture.dir.filePath(QStringLiteral("notes.txt")));
    REQUIRE(other.open(QFile::WriteOnly));
    other.write("not a database, but long enough to be looked at as one by a careless program");
    other.close();
    CHECK(codeOf(other.fileName(), fixture.types, Database::Open::Existing)
        == QStringLiteral("FILE_NOT_OURS"));
    REQUIRE(other.open(QFile::ReadOnly));
    CHECK(other.readAll().startsWith("not a database"));
    CHECK((QFile::permissions(fixture.path) & (QFile::ReadGroup | QFile::ReadOther))
        == QFile::Permissions());
}

TEST_CASE("an older file gains the new columns and keeps its rows and its journal",
    "[storage][migration]")
{
    StoreFixture fixture;
    const schema::RecordType old = boxType(1);
    {
        const auto database =
            value(Database::open(fixture.path, {&old}, fixture.clock, Database::Open::Create));
        value(database->write(kAnna, [&](Transaction& tx) -> Result<void> {
            Box box = fixture.box(QStringLiteral("kept"));
            storage::insertRecord(tx, old, &box);
            return {};
        }));
    }
    schema::RecordType box = boxType(2);
    schema::RecordType peg = schema::describe<Peg>();
    peg.since = 2;
    for (auto& column : peg.columns)
        column.since = 2;
    const auto database = value(Database::open(fixture.path, {&box, &peg}, fixture.clock));
    auto rows = storage::select<Box>(database->reader());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == QStringLiteral("kept"));
    rows[0].remark = QStringLiteral("new");
    value(StoreFixture::save(*database, rows[0]));
    CHECK(count(*database, "SELECT count(*) FROM _op") == 2);
    CHECK(count(*database, "SELECT count(*) FROM peg") == 0);
}

TEST_CASE("a list is filtered, searched, sorted and paged by row number", "[storage][list]")
{
    StoreFixture fixture;
    const auto database = fixture.create();
    for (int i = 0; i < 200; ++i) {
        Box box = fixture.box(QStringLiteral("箱 %1").arg(i, 3, 10, QLatin1Char('0')));
        box.code = QStringLiteral("C_%1%").arg(i);
        box.worth.minor = i % 10;
        value(StoreFixture::save(*database, box));
    }
    storage::ListQuery query;
    query.type = &schema::describe<Box>();
    query.types = &fixture.types;
    auto& reader = database->reader();
    CHECK(storage::listCount(reader, query) == 200);
    CHECK(storage::listSum(reader, query, QStringLiteral("worth")) == 900);
    query.sort = {{QStringLiteral("worth"), true}, {QStringLiteral("name"), false}};
    auto keys = storage::listKeys(reader, query);
    REQUIRE(keys.size() == 200);
    const auto page = storage::listRows(reader,
        fixture.types,
        *query.type,
        {QStringLiteral("name"), QStringLiteral("worth")},
        std::span(keys).first(3));
    REQUIRE(page.size() == 3);
    CHECK(schema::toText(page[0].values[0]) == QStringLiteral("箱 009"));
    CHECK(schema::toText(page[1].values[0]) == QStringLiteral("箱 019"));
    CHECK(schema::toInteger(page[0].values[1]) == 9);
    SECTION("percent and underscore typed by a person mean themselves")
    {
        query.text = QStringLiteral("_1%");
        CHECK(storage::listCount(reader, query) == 1);
        query.text = QStringLiteral("箱 _");
        CHECK(storage::listCount(reader, query) == 200);
        query.text = QStringLiteral("箱x");
        CHECK(storage::listCount(reader, query) == 0);
    }
    SECTION("a part is found by the name of what it belongs to")
    {
        auto boxes =
            storage::select<Box>(reader, QStringLiteral("name = ?"), {QStringLiteral("箱 042")});
        Peg peg;
        peg.id = PegId::make(fixture.ids);
        peg.box = boxes.at(0).id;
        value(database->write(kAnna, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, peg);
            return {};
        }));
        storage::ListQuery pegs;
        pegs.type = &schema::describe<Peg>();
        pegs.types = &fixture.types;
        pegs.text = QStringLiteral("042");
        keys = storage::listKeys(reader, pegs);
        REQUIRE(keys.size() == 1);
        const auto rows =
            storage::listRows(reader, fixture.types, *pegs.type, {QStringLiteral("box_id")}, keys);
        CHECK(rows.at(0).titles.at(0) == QStringLiteral("箱 042"));
    }
    SECTION("a column that does not exist is named")
    {
        query.sort = {{QStringLiteral("weight"), false}};
        CHECK(storage::check(query).error().field == QStringLiteral("weight"));
    }
}
