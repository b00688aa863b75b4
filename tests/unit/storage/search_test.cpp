// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin_query.h"
#include "core/storage/list_query.h"
#include "core/storage/search_index.h"
#include "core/storage/search_query.h"
#include "core/storage/search_tokens.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"

#include <QTemporaryDir>

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;
using storage::Transaction;

namespace {

const PersonId kFinder = PersonId::fromNumber(7);

struct SearchFixture {
    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    IdSource ids{clock, 1};
    schema::RecordTypes types{&schema::describe<Box>(), &schema::describe<Peg>()};
    QString path = dir.filePath(QStringLiteral("company.chengdan"));
    std::unique_ptr<Database> database =
        value(Database::open(path, types, clock, Database::Open::Create));

    Box add(const QString& name, const QString& code = {}, PersonId owner = kFinder)
    {
        Box box;
        box.id = BoxId::make(ids);
        box.name = name;
        box.code = code;
        box.meta.owner = owner;
        value(database->write(kFinder, [&](Transaction& tx) -> Result<void> {
            storage::insert(tx, box);
            return {};
        }));
        return box;
    }
    storage::ListQuery query(const QString& text)
    {
        storage::ListQuery asked;
        asked.type = &schema::describe<Box>();
        asked.types = &types;
        asked.text = text;
        return asked;
    }
    QStringList names(const QString& text)
    {
        QStringList found;
        for (const qint64 rid : storage::listKeys(database->reader(), query(text)))
            found += value(database->read([&](storage::Connection& reader) -> Result<QString> {
                return storage::findByRid<Box>(reader, rid)->name;
            }));
        return found;
    }
    QStringList problems() { return storage::searchIndexProblems(database->reader(), types); }
};

QString drawnText(const QString& alphabet, int most)
{
    const auto size = *rc::gen::inRange(0, most + 1);
    QString text;
    for (int i = 0; i < size; ++i)
        text += alphabet[*rc::gen::inRange<int>(0, int(alphabet.size()))];
    return text;
}

// What LIKE '%word%' means: a substring, ASCII letters in either case.
bool holdsWord(const QString& text, const QString& word)
{
    const auto folded = [](QString s) {
        for (QChar& c : s) {
            if (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
                c = QChar(c.unicode() + 32);
        }
        return s;
    };
    return folded(text).contains(folded(word));
}

} // namespace

TEST_CASE("a text is cut into pairs and fours so that every substring begins a piece",
    "[storage][search]")
{
    std::string tokens;
    storage::appendTextTokens(QStringLiteral("宁波鑫达 A3-13800𠮷"), tokens);
    CHECK(tokens == "宁波 波鑫 鑫达 达 A3 3 1380 3800 800 00 0 𠮷 ");
    tokens.clear();
    storage::appendPinyinTokens(QStringLiteral("重庆A3"), tokens);
    CHECK(tokens == "zqa3 cqa3 .zhong .chong qa3 .qing ");
    tokens.clear();
    storage::appendPinyinTokens(QStringLiteral("A-3州BCDE"), tokens);
    CHECK(tokens == ",a3z ,a3zb ,3z ,3zb ,3zbc zbcd .zhou ;bcde ");
    tokens.clear();
    storage::appendPinyinTokens(QStringLiteral("A3"), tokens);
    storage::appendPinyinTokens(QString(23, QChar(0x5B81)), tokens); // prose
    CHECK(tokens.empty());
    CHECK(storage::searchWord(u"宁波").exact);
    CHECK(storage::searchWord(u"宁波鑫").match == QStringLiteral("\"宁波\" AND \"波鑫\""));
    CHECK(storage::searchWord(u"宁").match == QStringLiteral("\"宁\"*"));
    CHECK(storage::searchWord(u"-").match.isEmpty());
    for (const char16_t* exact : {u"yxgs", u"jx", u"QT2", u"2026", u"宁波"})
        CHECK(storage::searchWord(exact).exact);
    for (const char16_t* looked : {u"nbjmj", u"ningbo", u"宁波鑫", u"QT-2", u"20260"})
        CHECK_FALSE(storage::searchWord(looked).exact);
    const QChar half(0xD842);
    CHECK(storage::searchWord(QString(half)).match.isEmpty());
    CHECK(storage::searchWord(QStringLiteral("宁") + half).match == QStringLiteral("\"宁\"*"));
}

TEST_CASE("rows are found by Chinese text, numbers, phone tails and pinyin", "[storage][search]")
{
    SearchFixture fixture;
    const QString jm = QStringLiteral("宁波精密机械有限公司");
    const QString cq = QStringLiteral("重庆长城轴承");
    fixture.add(jm, QStringLiteral("QT-2026-0312"));
    fixture.add(cq, QStringLiteral("QT-2026-0313"));
    fixture.add(QStringLiteral("Prince Tools 0574-87654321"));
    const auto [text, expected] = GENERATE_COPY(table<QString, QStringList>({
        {QStringLiteral("精密"), {jm}},
        {QStringLiteral("波"), {jm}},
        {QStringLiteral("波精密机"), {jm}},
        {QStringLiteral("波密"), {}},
        {QStringLiteral("nbjm"), {jm}},
        {QStringLiteral("jmjx"), {jm}},
        {QStringLiteral("ningbo jm"), {jm}},
        {QStringLiteral("ningbojingmi"), {jm}},
        {QStringLiteral("ningboj"), {jm}},
        {QStringLiteral("cq"), {cq}},
        {QStringLiteral("zq"), {cq}},
        {QStringLiteral("chongqing"), {cq}},
        {QStringLiteral("zhongqingzc"), {cq}},
        {QStringLiteral("chongqingx"), {}},
        {QStringLiteral("cczc"), {cq}},
        {QStringLiteral("0312"), {jm}},
        {QStringLiteral("QT-2026-0313"), {cq}},
        {QStringLiteral("qt-2026"), {cq, jm}},
        {QStringLiteral("4321"), {QStringLiteral("Prince Tools 0574-87654321")}},
        {QStringLiteral("TOOLS"), {QStringLiteral("Prince Tools 0574-87654321")}},
        {QStringLiteral("100%"), {}},
        {QStringLiteral("_"), {}},
    }));
    INFO(text.toStdString());
    CHECK(fixture.names(text) == expected);
}

TEST_CASE("the index follows every act of the store", "[storage][search]")
{
    SearchFixture fixture;
    Box box = fixture.add(QStringLiteral("宁波精密"), QStringLiteral("B-1"));
    CHECK(fixture.problems().isEmpty());
    box.name = QStringLiteral("苏州电子");
    value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        storage::update(tx, box);
        return {};
    }));
    CHECK(fixture.names(QStringLiteral("宁波")).isEmpty());
    CHECK(fixture.names(QStringLiteral("szdz")).size() == 1);
    const auto refused = fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        box.name = QStringLiteral("杭州");
        storage::update(tx, box);
        return fail("NOT_FOUND");
    });
    CHECK_FALSE(refused);
    CHECK(fixture.names(QStringLiteral("杭州")).isEmpty());
    box.name = QStringLiteral("苏州电子");
    value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        storage::remove(tx, box);
        return {};
    }));
    CHECK(fixture.names(QStringLiteral("苏州")).isEmpty());
    CHECK(fixture.problems().isEmpty());
    // Taken back as undo does it: no text has changed, so the index need not be told.
    value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        tx.connection().execute(QStringLiteral("UPDATE box SET deleted = 0"));
        return {};
    }));
    CHECK(fixture.names(QStringLiteral("苏州")).size() == 1);
}

TEST_CASE("a file whose index is missing, outdated or wrong gets it anew", "[storage][search]")
{
    SearchFixture fixture;
    fixture.add(QStringLiteral("宁波精密"));
    fixture.add(QStringLiteral("苏州电子"));
    const auto spoil = [&](const char* sql) {
        value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
            tx.connection().execute(QString::fromLatin1(sql));
            return {};
        }));
    };
    SECTION("a file of a program that had no index")
    {
        spoil("DROP TABLE _s_box");
        spoil("DROP TABLE _search");
        CHECK(fixture.problems() == QStringList{QStringLiteral("_search")});
    }
    SECTION("an index made from other columns")
    {
        spoil("UPDATE _search SET signature = '0'");
        CHECK_FALSE(fixture.problems().isEmpty());
    }
    fixture.database.reset();
    fixture.database = value(Database::open(fixture.path, fixture.types, fixture.clock));
    CHECK(fixture.problems().isEmpty());
    CHECK(fixture.names(QStringLiteral("精密")).size() == 1);
    SECTION("a row written past the store is noticed, and a rebuild takes it in")
    {
        spoil("UPDATE box SET name = 'other' WHERE rid = 1");
        CHECK(fixture.problems() == QStringList{QStringLiteral("box")});
        value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
            storage::rebuildSearch(tx.connection(), schema::describe<Box>());
            return {};
        }));
        CHECK(fixture.problems().isEmpty());
    }
}

TEST_CASE("a fed range is found like rows of the store", "[storage][search]")
{
    SearchFixture fixture;
    fixture.add(QStringLiteral("宁波精密"));
    value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        for (int i = 0; i < 20; ++i) {
            tx.connection().execute(
                QStringLiteral("INSERT INTO box(id, name) VALUES (randomblob(16), ?)"),
                {QStringLiteral("苏州电子%1厂").arg(i)});
        }
        CHECK(storage::feedRange(tx.connection(), schema::describe<Box>(), 2, 21) == 20);
        return {};
    }));
    CHECK(fixture.problems().isEmpty());
    CHECK(fixture.names(QStringLiteral("dz17c")).size() == 1);
}

TEST_CASE("only rows within reach are found, the newest first", "[storage][search]")
{
    SearchFixture fixture;
    const Box mine = fixture.add(QStringLiteral("宁波精密"));
    const Box newer = fixture.add(QStringLiteral("宁波电子"));
    fixture.add(QStringLiteral("宁波机床"), {}, PersonId::fromNumber(9));
    storage::ListQuery query = fixture.query(QStringLiteral("宁波"));
    query.owners = {kFinder};
    CHECK(storage::newestFound(fixture.database->reader(), query, 10)
        == std::vector<qint64>{newer.meta.rid, mine.meta.rid});
    CHECK(storage::newestFound(fixture.database->reader(), query, 1)
        == std::vector<qint64>{newer.meta.rid});
    CHECK(storage::listCount(fixture.database->reader(), query) == 2);
    query.owners.clear();
    CHECK(storage::newestFound(fixture.database->reader(), query, 10).size() == 3);
}

TEST_CASE("a part is found by the title of what it belongs to", "[storage][search]")
{
    SearchFixture fixture;
    const Box box = fixture.add(QStringLiteral("宁波精密"));
    fixture.add(QStringLiteral("苏州电子"));
    Peg peg;
    peg.id = PegId::make(fixture.ids);
    peg.box = box.id;
    value(fixture.database->write(kFinder, [&](Transaction& tx) -> Result<void> {
        storage::insert(tx, peg);
        return {};
    }));
    storage::ListQuery query;
    query.type = &schema::describe<Peg>();
    query.types = &fixture.types;
    for (const QString& text :
        {QStringLiteral("精密"), QStringLiteral("密"), QStringLiteral("nbjm")}) {
        query.text = text;
        CHECK(storage::listCount(fixture.database->reader(), query) == 1);
    }
    query.text = QStringLiteral("电子");
    CHECK(storage::listCount(fixture.database->reader(), query) == 0);
}

TEST_CASE("search statements go through the index", "[storage][search][plan]")
{
    SearchFixture fixture;
    fixture.add(QStringLiteral("宁波精密"));
    const auto planOf = [&](const storage::BoundSql& sql) {
        QString plan;
        storage::Statement steps = fixture.database->reader().query(
            QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text, sql.values);
        while (steps.next())
            plan += steps.text(3) + QLatin1Char('\n');
        return plan;
    };
    storage::ListQuery query = fixture.query(QStringLiteral("精密 nb"));
    query.owners = {kFinder};
    const QString newest = planOf(storage::newestFoundSql(query, 50));
    INFO(newest.toStdString());
    CHECK(newest.contains(QStringLiteral("SCAN s VIRTUAL TABLE INDEX")));
    CHECK(newest.contains(QStringLiteral("SEARCH t USING INTEGER PRIMARY KEY")));
    CHECK_FALSE(newest.contains(QStringLiteral("TEMP B-TREE")));
    storage::BoundSql list = storage::listWhere(query);
    list.text.prepend(QStringLiteral("SELECT t.rid FROM box t"));
    const QString filtered = planOf(list);
    INFO(filtered.toStdString());
    CHECK(filtered.contains(QStringLiteral("SEARCH t USING INTEGER PRIMARY KEY")));
    CHECK_FALSE(filtered.contains(QStringLiteral("SCAN t")));
}

TEST_CASE("the index finds exactly what looking at every text finds", "[storage][search][property]")
{
    // Few characters, so that words meet texts; with polyphones, marks and a pair of surrogates.
    const QString letters = QStringLiteral("宁波重庆长乐aBc1203 -%_'\"（é𠮷");
    QString alphabet = letters;
    alphabet.remove(QStringLiteral("𠮷"));
    rc::check("search equals substring or pinyin", [&] {
        SearchFixture fixture;
        std::vector<Box> boxes;
        const int count = *rc::gen::inRange(1, 25);
        for (int i = 0; i < count; ++i) {
            QString name = drawnText(alphabet, 10);
            if (*rc::gen::inRange(0, 5) == 0) // a note
                name += drawnText(alphabet, 30);
            if (*rc::gen::inRange(0, 6) == 0)
                name += QStringLiteral("𠮷宁");
            boxes.push_back(fixture.add(name, drawnText(alphabet, 8)));
        }
        for (int round = 0; round < 40; ++round) {
            QString word = drawnText(alphabet, 4);
            if (*rc::gen::inRange(0, 2) == 0) { // a stretch of a stored text, or its pinyin
                const Box& box = boxes[*rc::gen::inRange<std::size_t>(0, boxes.size())];
                const int from = *rc::gen::inRange<int>(0, int(box.name.size()) + 1);
                word = box.name.mid(from, *rc::gen::inRange(1, 7));
                if (*rc::gen::inRange(0, 2) == 0)
                    word = pinyinVariants(word, 3).full.join(QString()).left(9);
                else if (*rc::gen::inRange(0, 2) == 0)
                    word = pinyinInitials(word);
            }
            word = word.simplified().section(QLatin1Char(' '), 0, 0);
            if (word.isEmpty() || !word.isValidUtf16())
                continue;
            std::vector<qint64> expected;
            for (const Box& box : boxes) {
                if (holdsWord(box.name, word) || holdsWord(box.code, word)
                    || PinyinQuery(word).matches(box.name))
                    expected.push_back(box.meta.rid);
            }
            auto found = storage::listKeys(fixture.database->reader(), fixture.query(word));
            std::sort(found.begin(), found.end());
            if (found != expected)
                RC_LOG() << word.toStdString() << '\n';
            RC_ASSERT(found == expected);
            const storage::ListQuery query = fixture.query(word);
            if (storage::searchesIndex(query)) {
                auto newest = storage::newestFound(fixture.database->reader(), query, 1000);
                RC_ASSERT(std::is_sorted(newest.rbegin(), newest.rend()));
                std::reverse(newest.begin(), newest.end());
                RC_ASSERT(newest == expected);
            }
        }
        RC_ASSERT(fixture.problems().isEmpty());
    });
}
