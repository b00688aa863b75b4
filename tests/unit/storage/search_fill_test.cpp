// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_writer.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"
#include "core/storage/search_query.h"
#include "tests/unit/storage/storage_file.h"

#include <rapidcheck.h>
#include <sqlite3.h>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Transaction;

namespace {

constexpr int kOldRows = 2600; // more than are indexed while a file is opened
constexpr int kFewRows = 60;
const PersonId kEditor = PersonId::fromNumber(7);

class FilledFile : public StorageFile {
public:
    void load(int rows)
    {
        write([&](Transaction& tx) {
            storage::BulkWriter bulk(tx);
            for (int i = 0; i < rows; ++i) {
                Box made = box(nameOf(i));
                made.code = QStringLiteral("C-%1").arg(i);
                bulk.insert(made);
            }
            bulk.finish();
        });
    }
    static QString nameOf(int i)
    {
        static const QStringList cities{
            QStringLiteral("宁波"), QStringLiteral("苏州"), QStringLiteral("重庆")};
        return cities[i % 3] + QStringLiteral("精密%1厂").arg(i);
    }
    template <typename Work>
    void write(const Work& work)
    {
        value(database->write(kEditor, [&](Transaction& tx) -> Result<void> {
            work(tx);
            return {};
        }));
    }
    /// Parts of so many rows, at most so many of them.
    void fillParts(qint64 rows, int parts)
    {
        int begun = 0;
        const auto filled = storage::fillSearch(*database,
            [&](qint64, qint64) { return begun++ < parts; },
            {.rows = rows, .pause = std::chrono::milliseconds(0)});
        if (!filled)
            CHECK(filled.error().code == QStringLiteral("CANCELLED"));
    }
    void finish() { fillParts(700, kOldRows); }
    qint64 missing() { return storage::searchRowsMissing(database->reader()); }
    bool isRight() { return storage::searchIndexProblems(database->reader(), types).isEmpty(); }
    Box stored(qint64 rid) { return *storage::findByRid<Box>(database->reader(), rid); }
    storage::ListQuery asked(const QString& text)
    {
        storage::ListQuery query;
        query.type = &schema::describe<Box>();
        query.types = &types;
        query.text = text;
        return query;
    }
    std::vector<qint64> inList(const QString& text)
    {
        auto keys = storage::listKeys(database->reader(), asked(text));
        std::sort(keys.begin(), keys.end(), std::greater<>());
        return keys;
    }
    std::vector<qint64> newest(const QString& text, qint64 limit = 10'000)
    {
        return storage::newestFound(database->reader(), asked(text), limit);
    }
    /// What only the index answers.
    qint64 indexed(const QString& match)
    {
        return schema::toInteger(database->reader().scalar(
            QStringLiteral("SELECT count(*) FROM _s_box WHERE _s_box MATCH ?"), {match}));
    }
};

// A file as a program without a search index left it, opened by this one.
class UnindexedFile : public FilledFile {
public:
    UnindexedFile()
    {
        load(kOldRows);
        write([](Transaction& tx) {
            for (const char* table : {"_s_box", "_search", "_search_rest"})
                tx.connection().execute(
                    QStringLiteral("DROP TABLE %1").arg(QString::fromLatin1(table)));
        });
        reopen();
    }
};

} // namespace

TEST_CASE("a large file without an index is opened at once and its newest rows are indexed first",
    "[storage][search][fill]")
{
    UnindexedFile file;
    CHECK(file.missing() == kOldRows);
    CHECK(file.indexed(QStringLiteral("精密")) == 0);
    CHECK(file.isRight());
    file.fillParts(600, 1);
    CHECK(file.missing() == kOldRows - 600);
    CHECK(file.indexed(QStringLiteral("精密")) == 600);
    CHECK(file.indexed(QStringLiteral("2599")) == 1);
    CHECK(file.indexed(QStringLiteral("1999")) == 0);
    file.finish();
    CHECK(file.missing() == 0);
    CHECK(file.indexed(QStringLiteral("精密")) == kOldRows);
    CHECK(file.isRight());
}

TEST_CASE("an interrupted fill goes on after the file is opened again", "[storage][search][fill]")
{
    UnindexedFile file;
    file.fillParts(500, 2);
    const qint64 left = file.missing();
    CHECK(left == kOldRows - 1000);
    file.reopen();
    CHECK(file.missing() == left);
    CHECK(file.isRight());
    std::vector<qint64> done;
    value(storage::fillSearch(*file.database,
        [&](qint64 now, qint64 total) {
            CHECK(total == left);
            done.push_back(now);
            return true;
        },
        {.rows = 800, .pause = std::chrono::milliseconds(0)}));
    CHECK(done == std::vector<qint64>{0, 800});
    CHECK(file.missing() == 0);
    CHECK(file.isRight());
}

TEST_CASE("edits between the parts of a fill end in the index made from scratch",
    "[storage][search][fill]")
{
    UnindexedFile file;
    file.fillParts(400, 2); // rows 1801 to 2600
    for (const qint64 rid : {qint64(5), qint64(1800), qint64(1801), qint64(2600)}) {
        Box box = file.stored(rid);
        box.name = QStringLiteral("杭州电子%1").arg(rid);
        value(file.save(box));
    }
    Box added = file.box(QStringLiteral("杭州新厂"));
    value(file.save(added));
    file.write([&](Transaction& tx) {
        for (const qint64 rid : {qint64(7), qint64(2000)}) {
            Box box = file.stored(rid);
            storage::remove(tx, box);
        }
        storage::BulkWriter bulk(tx);
        for (int i = 0; i < 1200; ++i) {
            Box loaded = file.box(QStringLiteral("温州%1").arg(i));
            bulk.insert(loaded);
        }
        bulk.finish();
    });
    CHECK(file.isRight());
    const std::vector<qint64> moved = file.inList(QStringLiteral("杭州"));
    CHECK(moved == std::vector<qint64>{2601, 2600, 1801, 1800, 5});
    CHECK(file.newest(QStringLiteral("杭州")) == moved);
    file.fillParts(300, 1);
    file.reopen();
    Box box = file.stored(1800); // put in by the part before
    box.name = QStringLiteral("杭州三厂");
    value(file.save(box));
    file.finish();
    CHECK(file.missing() == 0);
    CHECK(file.isRight());
    CHECK(file.inList(QStringLiteral("杭州")) == moved);
    CHECK(file.indexed(QStringLiteral("杭州")) == 5);
    CHECK(file.indexed(QStringLiteral("温州")) == 1200);
}

TEST_CASE("while the index is being filled a search finds what it finds afterwards",
    "[storage][search][fill]")
{
    UnindexedFile file;
    file.fillParts(900, 1);
    Peg peg;
    peg.id = PegId::make(file.ids);
    peg.box = file.stored(1).id;
    file.write([&](Transaction& tx) { storage::insert(tx, peg); });
    const QStringList words{QStringLiteral("宁波"),
        QStringLiteral("精密17"),
        QStringLiteral("cqjm"),
        QStringLiteral("c-1"),
        QStringLiteral("苏州 jm1"),
        QStringLiteral("密")};
    std::vector<std::vector<qint64>> lists;
    std::vector<std::vector<qint64>> newest;
    for (const QString& word : words) {
        lists.push_back(file.inList(word));
        newest.push_back(file.newest(word));
        CHECK_FALSE(lists.back().empty());
    }
    const auto pegs = [&] {
        storage::ListQuery query = file.asked(FilledFile::nameOf(0));
        query.type = &schema::describe<Peg>();
        return storage::listCount(file.database->reader(), query);
    };
    CHECK(pegs() == 1);
    file.finish();
    for (qsizetype i = 0; i < words.size(); ++i) {
        INFO(words[i].toStdString());
        CHECK(file.inList(words[i]) == lists[std::size_t(i)]);
        CHECK(file.newest(words[i]) == newest[std::size_t(i)]);
        CHECK(newest[std::size_t(i)] == lists[std::size_t(i)]);
    }
    CHECK(pegs() == 1);
}

TEST_CASE("whatever happens between the parts, the filled index is the one made from scratch",
    "[storage][search][fill][property]")
{
    rc::check("fills and edits in any order", [&] {
        FilledFile file;
        file.load(kFewRows);
        file.write([](Transaction& tx) { // few rows would be indexed by the opening
            tx.connection().execute(
                QStringLiteral("INSERT INTO _s_box(_s_box) VALUES ('delete-all')"));
            tx.connection().execute(QStringLiteral("DELETE FROM _n_box"));
            tx.connection().execute(
                QStringLiteral("INSERT INTO _search_rest(tbl, fed_from) VALUES (?, ?)"),
                {qint64{schema::describe<Box>().number}, qint64{kFewRows + 1}});
        });
        const int steps = *rc::gen::inRange(1, 12);
        for (int step = 0; step < steps; ++step) {
            const auto rid = *rc::gen::inRange<qint64>(1, kFewRows + 1);
            switch (*rc::gen::inRange(0, 4)) {
            case 0:
                file.fillParts(*rc::gen::inRange<qint64>(1, 30), 1);
                break;
            case 1: {
                Box box = file.stored(rid);
                box.name = FilledFile::nameOf(*rc::gen::inRange(0, 100));
                value(file.save(box));
                break;
            }
            case 2: {
                Box box = file.box(FilledFile::nameOf(step));
                value(file.save(box));
                break;
            }
            default:
                file.reopen();
            }
        }
        RC_ASSERT(file.isRight());
        file.finish();
        RC_ASSERT(file.missing() == 0);
        RC_ASSERT(file.isRight());
    });
}

TEST_CASE("a large load and a large fill leave the index in one segment", "[storage][search][fill]")
{
    constexpr int kManyRows = 21'000;
    FilledFile file;
    const auto segments = [&] {
        return file.count("SELECT count(DISTINCT segid) FROM _s_box_idx");
    };
    file.load(kManyRows);
    CHECK(segments() == 1);
    file.load(2000); // few beside those that are there
    CHECK(segments() == 2);
    SECTION("edits go on merging as before")
    {
        for (const qint64 rid : {qint64(5), qint64(21'500)}) {
            Box box = file.stored(rid);
            box.name = QStringLiteral("杭州电子%1").arg(rid);
            value(file.save(box));
        }
        CHECK(file.newest(QStringLiteral("杭州")) == std::vector<qint64>{21'500, 5});
    }
    SECTION("a fill, whose parts are many")
    {
        file.write([](Transaction& tx) {
            for (const char* table : {"_s_box", "_search", "_search_rest"})
                tx.connection().execute(
                    QStringLiteral("DROP TABLE %1").arg(QString::fromLatin1(table)));
        });
        file.reopen();
        int asked = 0;
        value(storage::fillSearch(*file.database,
            [&](qint64, qint64) { return ++asked > 0; },
            {.rows = 2000, .pause = std::chrono::milliseconds(0)}));
        CHECK(asked >= 12); // parts
        CHECK(file.missing() == 0);
        CHECK(segments() == 1);
    }
    CHECK(file.isRight());
}

TEST_CASE("fields that nobody added are not asked for", "[storage][search][fill]")
{
    FilledFile file;
    file.load(kFewRows);
    const storage::ListQuery query = file.asked(QStringLiteral("nbjm"));
    const storage::BoundSql sql = storage::newestFoundSql(query, 50, storage::AddedFields::None);
    CHECK_FALSE(sql.text.contains(QStringLiteral("custom_match")));
    CHECK_FALSE(schema::toText(sql.values.front()).contains(QLatin1Char('~')));
    CHECK(file.newest(QStringLiteral("nbjm")).size() == std::size_t(kFewRows / 3));
}

TEST_CASE("one statement serves every search of the same form", "[storage][search][plan]")
{
    StorageFile file;
    value(file.database->write(kEditor, [&](Transaction& tx) -> Result<void> {
        for (const char* name : {"宁波精密", "苏州精密", "重庆电子"}) {
            Box made = file.box(QString::fromUtf8(name));
            storage::insert(tx, made);
        }
        return {};
    }));
    storage::Connection& reader = file.database->reader();
    storage::ListQuery query;
    query.type = &schema::describe<Box>();
    query.types = &file.types;
    int runs = 0;
    for (const char* word : {"nbjm", "szjm", "cqdz", "nbdz"}) {
        query.text = QString::fromUtf8(word);
        CHECK(storage::newestFound(reader, query, 50).size() == (runs == 3 ? 0U : 1U));
        ++runs;
    }
    int statements = 0;
    for (sqlite3_stmt* each = sqlite3_next_stmt(reader.native(), nullptr); each != nullptr;
         each = sqlite3_next_stmt(reader.native(), each)) {
        if (!QString::fromUtf8(sqlite3_sql(each)).contains(QStringLiteral("CROSS JOIN box")))
            continue;
        ++statements;
        CHECK(sqlite3_stmt_status(each, SQLITE_STMTSTATUS_RUN, 0) == runs);
        CHECK(sqlite3_stmt_status(each, SQLITE_STMTSTATUS_REPREPARE, 0) == 0);
    }
    CHECK(statements == 1);
}

TEST_CASE("two readers of the same text do not disturb each other", "[storage][connection]")
{
    StorageFile file;
    file.fill(4);
    storage::Connection& reader = file.database->reader();
    const QString sql = QStringLiteral("SELECT rid FROM box WHERE rid >= ? ORDER BY rid");
    QList<qint64> met;
    storage::Statement outer = reader.query(sql, {qint64{1}});
    while (outer.next()) {
        storage::Statement inner = reader.query(sql, {qint64{3}});
        while (inner.next())
            met += outer.integer(0) * 10 + inner.integer(0);
    }
    CHECK(met == QList<qint64>{13, 14, 23, 24, 33, 34, 43, 44});
    storage::Statement taken = reader.query(sql, {qint64{4}});
    taken = std::move(outer); // both texts are free again, and each may be asked anew
    storage::Statement again = reader.query(sql, {qint64{2}});
    CHECK(again.next());
    CHECK(again.integer(0) == 2);
}
