// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/file_health_salvage.h"
#include "core/storage/list_keys.h"
#include "core/storage/name_order.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"
#include "tests/unit/storage/storage_file.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::tests;
using storage::ListQuery;
using storage::Transaction;

namespace {

class NamedFile : public StorageFile {
public:
    void add(const QStringList& names)
    {
        for (const QString& name : names) {
            Box made = box(name);
            made.worth.minor = made.name.size() % 3;
            value(save(made));
        }
    }
    ListQuery sorted(std::vector<storage::SortKey> sort)
    {
        ListQuery query;
        query.type = &schema::describe<Box>();
        query.types = &types;
        query.sort = std::move(sort);
        return query;
    }
    std::vector<qint64> ordered(const ListQuery& query)
    {
        auto& reader = database->reader();
        return storage::orderedKeys(reader, query, storage::matchingRows(reader, query));
    }
    QString namesOf(const std::vector<qint64>& rids)
    {
        QStringList names;
        for (const qint64 rid : rids)
            names += storage::findByRid<Box>(database->reader(), rid)->name;
        return names.join(QLatin1Char(' '));
    }
    bool isRight() { return storage::searchIndexProblems(database->reader(), types).isEmpty(); }
    void run(const char* sql)
    {
        value(database->write(PersonId(), [&](Transaction& tx) -> Result<void> {
            tx.connection().execute(QString::fromLatin1(sql));
            return {};
        }));
    }
};

storage::SortKey byName(bool descending = false)
{
    return {QStringLiteral("name"), descending};
}

// What the order must be, from the names themselves.
std::vector<qint64> expectedOrder(NamedFile& file, bool descending)
{
    auto boxes = storage::select<Box>(file.database->reader());
    std::sort(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) {
        // Without anything that could be read a name comes last, in both directions.
        const auto place = [descending](const Box& box) {
            const QByteArray key = pinyinSortKey(box.name);
            return std::tuple(key.isEmpty() && !descending, key, box.meta.rid);
        };
        const auto left = place(a);
        const auto right = place(b);
        return descending ? right < left : left < right;
    });
    std::vector<qint64> rids;
    for (const Box& box : boxes)
        rids.push_back(box.meta.rid);
    return rids;
}

const QStringList kSomeNames{QStringLiteral("张三机械"),
    QStringLiteral("Beta"),
    QStringLiteral("重庆电子"),
    QStringLiteral("安徽铸造"),
    QStringLiteral("宁波12厂"),
    QStringLiteral("宁波2厂"),
    QStringLiteral("成都轴承"),
    QStringLiteral("alfa")};

} // namespace

TEST_CASE(
    "a list of names stands in pinyin order, whole, by its first page and among other columns",
    "[storage][list][names]")
{
    NamedFile file;
    file.add(kSomeNames);
    const QString order =
        QStringLiteral("alfa Beta 安徽铸造 成都轴承 重庆电子 宁波2厂 宁波12厂 张三机械");
    const ListQuery query = file.sorted({byName()});
    CHECK(file.namesOf(file.ordered(query)) == order);
    CHECK(file.namesOf(storage::listKeys(file.database->reader(), query)) == order);
    CHECK(file.namesOf(storage::firstKeys(file.database->reader(), query, 3))
        == QStringLiteral("alfa Beta 安徽铸造"));
    CHECK(file.namesOf(storage::firstKeys(file.database->reader(), file.sorted({byName(true)}), 1))
        == QStringLiteral("张三机械"));
    CHECK(file.namesOf(file.ordered(file.sorted({{QStringLiteral("worth"), true}, byName()})))
        == QStringLiteral("宁波12厂 alfa Beta 安徽铸造 成都轴承 重庆电子 宁波2厂 张三机械"));
}

TEST_CASE("walking the order of names and sorting a part of it in memory agree",
    "[storage][list][names][property]")
{
    rc::check("any names, edited, removed and loaded", [] {
        NamedFile file;
        static const QString pieces = QStringLiteral("宁重庆a9Z0长沙 州");
        const auto drawn = [&] {
            QString name;
            for (int i = *rc::gen::inRange(0, 4); i >= 0; --i)
                name += pieces[*rc::gen::inRange<int>(0, int(pieces.size()))];
            return name;
        };
        value(file.database->write(PersonId(), [&](Transaction& tx) -> Result<void> {
            storage::BulkWriter bulk(tx);
            for (int i = 0; i < 20; ++i) {
                Box made = file.box(drawn());
                bulk.insert(made);
            }
            bulk.finish();
            return {};
        }));
        for (int i = 0; i < 6; ++i)
            file.add({drawn()});
        for (Box box : storage::select<Box>(file.database->reader())) {
            const int act = *rc::gen::inRange(0, 4);
            value(file.database->write(PersonId(), [&](Transaction& tx) -> Result<void> {
                if (act == 0)
                    box.name = drawn();
                if (act == 1)
                    storage::remove(tx, box);
                else
                    storage::update(tx, box);
                return {};
            }));
        }
        RC_ASSERT(file.isRight());
        for (const bool descending : {false, true}) {
            ListQuery query = file.sorted({byName(descending)});
            const auto expected = expectedOrder(file, descending);
            RC_ASSERT(file.ordered(query) == expected);
            // A second, constant column keeps the order from being walked.
            query.sort.insert(query.sort.begin(), {QStringLiteral("code"), descending});
            RC_ASSERT(file.ordered(query) == expected);
            query.filters = {{QStringLiteral("rid"), storage::Compare::LessOrEqual, qint64{4}}};
            auto few = expected;
            few.erase(std::remove_if(few.begin(), few.end(), [](qint64 rid) { return rid > 4; }),
                few.end());
            RC_ASSERT(file.ordered(query) == few);
        }
    });
}

TEST_CASE("a file of a program without an order of names is in pinyin order at once and gets one",
    "[storage][list][names][fill]")
{
    NamedFile file;
    value(file.database->write(PersonId(), [&](Transaction& tx) -> Result<void> {
        storage::BulkWriter bulk(tx);
        for (int i = 0; i < 2600; ++i) { // more than are indexed while a file is opened
            Box made =
                file.box(kSomeNames[i % kSomeNames.size()] + QString::number((i * 7919) % 2600));
            bulk.insert(made);
        }
        bulk.finish();
        return {};
    }));
    file.run("DROP TABLE _n_box");
    file.run("UPDATE _search SET signature = '3 2 name+ code'");
    file.reopen();
    const ListQuery query = file.sorted({byName()});
    auto& reader = file.database->reader();
    REQUIRE_FALSE(storage::isNameOrderWhole(reader, schema::describe<Box>()));
    const auto expected = expectedOrder(file, false);
    CHECK(file.ordered(query) == expected);
    CHECK(storage::firstKeys(reader, query, 10).empty());
    value(storage::fillSearch(*file.database, {}, {.pause = std::chrono::milliseconds(0)}));
    CHECK(storage::isNameOrderWhole(reader, schema::describe<Box>()));
    CHECK(file.isRight());
    CHECK(file.ordered(query) == expected);
    const auto first = storage::firstKeys(reader, query, 10);
    CHECK(std::equal(first.begin(), first.end(), expected.begin()));
    CHECK(first.size() == 10);
}

TEST_CASE(
    "an order of names that does not fit the rows is found and made anew", "[storage][list][names]")
{
    NamedFile file;
    file.add(kSomeNames);
    REQUIRE(file.isRight());
    const char* damage = GENERATE("DELETE FROM _n_box WHERE rid = 2",
        "UPDATE _n_box SET key = x'41' WHERE rid = 3",
        "INSERT INTO _n_box(key, rid) VALUES (x'41', 99)");
    file.run(damage);
    CHECK_FALSE(file.isRight());
    value(file.database->write(PersonId(), [&](Transaction& tx) -> Result<void> {
        storage::rebuildSearch(tx.connection(), schema::describe<Box>());
        return {};
    }));
    CHECK(file.isRight());
}

TEST_CASE("groups of a sorted name are of the same words, not of the same key",
    "[storage][list][names][group]")
{
    NamedFile file;
    file.add({QStringLiteral("ABC"), QStringLiteral("abc"), QStringLiteral("ABC")});
    const ListQuery query = file.sorted({byName()});
    auto& reader = file.database->reader();
    std::vector<qint64> starts;
    storage::orderedKeys(reader, query, storage::matchingRows(reader, query), &starts);
    CHECK(starts == std::vector<qint64>{0, 2});
}

TEST_CASE("a salvaged file has its order of names", "[storage][salvage][names]")
{
    NamedFile file;
    file.add(kSomeNames);
    const QString target = file.dir.filePath(QStringLiteral("salvaged.chengdan"));
    value(storage::salvageFile(file.path, target, file.types, file.clock));
    file.database = value(storage::Database::open(target, file.types, file.clock));
    CHECK(file.isRight());
    CHECK(file.namesOf(storage::firstKeys(file.database->reader(), file.sorted({byName()}), 1))
        == QStringLiteral("alfa"));
}
