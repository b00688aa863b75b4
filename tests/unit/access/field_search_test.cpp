// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/custom_values.h"
#include "core/access/undo.h"
#include "core/customers/customer.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_hits.h"
#include "core/storage/search_index.h"
#include "core/storage/search_query.h"
#include "tests/support/company_fixture.h"

#include <algorithm>

using namespace chengdan;
using access::FieldDefinition;
using access::FieldKind;
using customers::Customer;
using tests::CompanyFixture;
using tests::value;

namespace {

/// A company with customers, which have a search index, and fields added to them.
struct SearchDesk : CompanyFixture {
    SearchDesk()
        : CompanyFixture({&schema::describe<FieldDefinition>(), &schema::describe<Customer>()})
    {
    }
    FieldDefinition define(const char* key, FieldKind kind = FieldKind::Text)
    {
        FieldDefinition field;
        field.record = QStringLiteral("customer");
        field.key = QString::fromLatin1(key);
        field.labelZh = field.key;
        field.kind = kind;
        if (kind == FieldKind::Choice)
            field.choices = QStringLiteral("直销\n经销");
        return value(fields.add(field));
    }
    Customer made(const QString& name, const char* key, const schema::Value& held)
    {
        Customer customer;
        customer.id = CustomerId::make(ids);
        customer.name = name;
        customer.meta.owner = owner->id();
        customer.meta.custom = access::withCustom({}, {{QString::fromLatin1(key), held}});
        return customer;
    }
    qint64 add(const QString& name, const char* key, const schema::Value& held)
    {
        Customer customer = made(name, key, held);
        value(database->write(owner->id(), [&](storage::Transaction& tx) -> Result<void> {
            storage::insert(tx, customer);
            return {};
        }));
        return customer.meta.rid;
    }
    void hold(qint64 rid, const char* key, const schema::Value& held)
    {
        value(database->write(owner->id(), [&](storage::Transaction& tx) -> Result<void> {
            auto customer = *storage::findByRid<Customer>(tx.connection(), rid);
            customer.meta.custom = access::mergedCustom(
                customer.meta.custom, access::withCustom({}, {{QString::fromLatin1(key), held}}));
            storage::update(tx, customer);
            return {};
        }));
    }
    storage::ListQuery asked(const QString& text)
    {
        storage::ListQuery query;
        query.type = &schema::describe<Customer>();
        query.types = &database->types();
        query.text = text;
        return query;
    }
    /// What the filter box of a list, the palette and its newest rows find; they must agree.
    std::vector<qint64> found(const QString& text)
    {
        auto inList = storage::listKeys(reader(), asked(text));
        std::sort(inList.begin(), inList.end());
        auto newest = storage::newestFound(reader(), asked(text), 100);
        std::sort(newest.begin(), newest.end());
        CHECK(newest == inList);
        storage::SearchAsk ask;
        ask.query = asked(text);
        ask.self = owner->id();
        ask.most = 100;
        std::vector<qint64> hits;
        for (const storage::SearchHit& hit : storage::bestFound(reader(), ask))
            hits.push_back(hit.rid);
        std::sort(hits.begin(), hits.end());
        CHECK(hits == inList);
        return inList;
    }
    bool isRight() { return storage::searchIndexProblems(reader(), database->types()).isEmpty(); }
    access::Context context = asOwner();
    access::FieldService fields{context};
};

using Rids = std::vector<qint64>;

} // namespace

TEST_CASE(
    "words find customers by the texts of added fields as by their own", "[access][fields][search]")
{
    SearchDesk desk;
    desk.define("partner");
    desk.define("channel", FieldKind::Choice);
    desk.define("signed", FieldKind::Date);
    const qint64 a =
        desk.add(QStringLiteral("甲公司"), "partner", QStringLiteral("沈阳重工 TX-88"));
    const qint64 b = desk.add(QStringLiteral("沈阳乙公司"), "channel", QStringLiteral("经销"));
    desk.add(QStringLiteral("丙公司"), "signed", QStringLiteral("2026-03-01"));
    CHECK(desk.found(QStringLiteral("沈阳")) == Rids{a, b});
    CHECK(desk.found(QStringLiteral("沈阳重工")) == Rids{a});
    CHECK(desk.found(QStringLiteral("经")) == Rids{b});
    CHECK(desk.found(QStringLiteral("syzg")) == Rids{a}); // initials
    CHECK(desk.found(QStringLiteral("zhonggong")) == Rids{a});
    CHECK(desk.found(QStringLiteral("tx-88")) == Rids{a});
    CHECK(desk.found(QStringLiteral("甲公司 重工")) == Rids{a}); // one word here, one there
    CHECK(desk.found(QStringLiteral("2026")).empty()); // a date is no text
    CHECK(desk.isRight());
}

TEST_CASE("a changed, emptied or taken back value of an added field is found as it is now",
    "[access][fields][search]")
{
    SearchDesk desk;
    desk.define("partner");
    const qint64 a = desk.add(QStringLiteral("甲公司"), "partner", QStringLiteral("沈阳重工"));
    desk.hold(a, "partner", QStringLiteral("大连造船"));
    CHECK(desk.found(QStringLiteral("沈阳")).empty());
    CHECK(desk.found(QStringLiteral("造船")) == Rids{a});
    const auto written = storage::Database::lastWrite();
    value(access::UndoService(desk.context, {{QStringLiteral("customer"), access::UndoRule()}})
              .takeBack({&written, 1}));
    CHECK(desk.found(QStringLiteral("沈阳")) == Rids{a});
    CHECK(desk.found(QStringLiteral("造船")).empty());
    CHECK(desk.isRight());
    desk.hold(a, "partner", {});
    CHECK(desk.found(QStringLiteral("沈阳")).empty());
    CHECK(desk.isRight());
}

TEST_CASE("a field that is added, retired or taken up again counts from the next search on",
    "[access][fields][search]")
{
    SearchDesk desk;
    // The value came before its definition, as from another program's newer file.
    const qint64 a = desk.add(QStringLiteral("甲公司"), "partner", QStringLiteral("沈阳重工"));
    CHECK(desk.found(QStringLiteral("沈阳")).empty());
    FieldDefinition field = desk.define("partner");
    CHECK(desk.found(QStringLiteral("沈阳")) == Rids{a});
    field.active = false;
    field = value(desk.fields.update(field));
    CHECK(desk.found(QStringLiteral("沈阳")).empty());
    field.active = true;
    value(desk.fields.update(field));
    CHECK(desk.found(QStringLiteral("沈阳")) == Rids{a});
}

TEST_CASE("a file indexed before added fields counted is filled anew and finds them meanwhile",
    "[access][fields][search][fill]")
{
    SearchDesk desk;
    desk.define("partner");
    constexpr int kRows = 2300; // more than are indexed while a file is opened
    value(desk.database->write(desk.owner->id(), [&](storage::Transaction& tx) -> Result<void> {
        storage::BulkWriter bulk(tx);
        for (int i = 0; i < kRows; ++i) {
            Customer customer = desk.made(QStringLiteral("客户%1").arg(i),
                "partner",
                i % 1000 == 7 ? QStringLiteral("沈阳重工") : QString());
            bulk.insert(customer);
        }
        bulk.finish();
        return {};
    }));
    CHECK(desk.found(QStringLiteral("沈阳")).size() == 3);
    CHECK(desk.isRight());
    value(desk.database->write(desk.owner->id(), [&](storage::Transaction& tx) -> Result<void> {
        tx.connection().execute(QStringLiteral("UPDATE _search SET signature = 'old'"));
        return {};
    }));
    const QString path = desk.database->path();
    const auto types = desk.database->types();
    desk.database.reset();
    desk.database = value(storage::Database::open(path, types, desk.clock));
    REQUIRE(storage::searchRowsMissing(desk.reader()) == kRows);
    CHECK(desk.found(QStringLiteral("沈阳")).size() == 3);
    value(storage::fillSearch(*desk.database, {}, {.pause = std::chrono::milliseconds(0)}));
    CHECK(desk.found(QStringLiteral("沈阳")).size() == 3);
    CHECK(desk.isRight());
}

TEST_CASE("words that no added field holds are looked up in the index alone",
    "[access][fields][search][plan]")
{
    SearchDesk desk;
    desk.define("partner");
    desk.add(QStringLiteral("甲公司"), "partner", QStringLiteral("沈阳"));
    const auto query = desk.asked(QStringLiteral("宁波"));
    const storage::BoundSql where = storage::listWhere(query);
    auto rows = desk.reader().query(
        QStringLiteral("EXPLAIN QUERY PLAN SELECT t.rid FROM customer t") + where.text,
        where.values);
    QString plan;
    while (rows.next())
        plan += rows.text(3) + QLatin1Char('\n');
    INFO(plan.toStdString());
    CHECK(plan.contains(QStringLiteral("SEARCH c USING INTEGER PRIMARY KEY")));
    CHECK(plan.contains(QStringLiteral("USING INDEX field_definition_record")));
    CHECK_FALSE(plan.contains(QStringLiteral("SCAN c\n")));
    CHECK_FALSE(plan.contains(QStringLiteral("SCAN t\n")));
}
