// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/undo.h"
#include "core/catalog/item.h"
#include "core/customers/customer_service.h"
#include "core/exchange/company_undo.h"
#include "core/exchange/demo_company.h"
#include "core/pipeline/opportunity_service.h"
#include "core/pipeline/stage_presets.h"
#include "core/quoting/quote_service.h"
#include "core/storage/cancel.h"
#include "core/storage/search_index.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;

namespace {

using storage::JournalSpan;

struct UndoDesk {
    UndoDesk()
    {
        static QTemporaryDir kept;
        const QString master = kept.filePath(QStringLiteral("master.chengdan"));
        if (!QFile::exists(master))
            (void)tests::value(exchange::createDemoCompany(master, clock));
        const QString copy = dir.filePath(QStringLiteral("company.chengdan"));
        REQUIRE(QFile::copy(master, copy));
        database = tests::value(exchange::openCompany(copy, clock));
        session.emplace(tests::value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
        service.emplace(*context, exchange::undoRules());
    }
    void tick()
    {
        clock.set(Instant::fromMilliseconds(clock.now().milliseconds() + 1000), clock.today());
    }
    storage::Connection& reader() { return database->reader(); }
    Result<access::Undone> takeBack(std::vector<JournalSpan> writes)
    {
        tick();
        return service->takeBack(writes);
    }
    customers::Customer make(const QString& name)
    {
        customers::Customer customer;
        customer.name = name;
        return tests::value(customers::CustomerService(*context).create(customer));
    }
    // The text of every row of the business tables, to compare whole companies.
    QStringList rows(const QString& table)
    {
        const schema::RecordType* type = database->type(table);
        QStringList names;
        for (const schema::Column& column : type->columns)
            names += QStringLiteral("quote(%1)").arg(QString::fromLatin1(column.name));
        storage::Statement all = reader().query(
            QStringLiteral("SELECT hex(id) || owner || %1 FROM %2 WHERE deleted = 0 ORDER BY rid")
                .arg(names.join(QStringLiteral(" || ','  || ")), table));
        QStringList result;
        while (all.next())
            result += all.text(0);
        return result;
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'794'000'000'000), QDate(2026, 11, 6)};
    IdSource ids{clock, 5};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::optional<access::Context> context;
    std::optional<access::UndoService> service;
};

} // namespace

TEST_CASE("taking back a new customer removes it, doing it again brings it back", "[access][undo]")
{
    UndoDesk desk;
    const auto made = desk.make(QStringLiteral("宁波撤销测试有限公司"));
    const JournalSpan write = storage::Database::lastWrite();
    REQUIRE_FALSE(write.isEmpty());
    const auto undone = tests::value(desk.takeBack({write}));
    CHECK(undone.conflicts.empty());
    CHECK_FALSE(storage::find<customers::Customer>(desk.reader(), made.id).has_value());
    const auto redone = tests::value(desk.takeBack({storage::Database::lastWrite()}));
    CHECK(redone.conflicts.empty());
    const auto back = storage::find<customers::Customer>(desk.reader(), made.id);
    REQUIRE(back.has_value());
    CHECK(back->name == made.name);
    CHECK(storage::searchIndexProblems(desk.reader(), desk.database->types()).isEmpty());
}

TEST_CASE("an edit is set back column by column, and what others changed stays", "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    auto customer = desk.make(QStringLiteral("苏州列值测试有限公司"));
    customer.city = QStringLiteral("苏州");
    customer.address = QStringLiteral("一号路");
    customer = tests::value(customers.update(customer));
    const JournalSpan mine = storage::Database::lastWrite();
    desk.tick();
    customer.address = QStringLiteral("二号路");
    customer = tests::value(customers.update(customer));

    const auto undone = tests::value(desk.takeBack({mine}));
    REQUIRE(undone.conflicts.size() == 1);
    CHECK(undone.conflicts[0].column == QStringLiteral("address"));
    CHECK(undone.conflicts[0].title == customer.name);
    const auto now = storage::find<customers::Customer>(desk.reader(), customer.id);
    CHECK(now->city.isEmpty());
    CHECK(now->address == QStringLiteral("二号路"));
}

TEST_CASE(
    "a reference that was empty is empty again, and one that was set comes back", "[access][undo]")
{
    UndoDesk desk;
    pipeline::OpportunityService deals(*desk.context);
    auto deal = *storage::selectOne<pipeline::Opportunity>(
        desk.reader(), QStringLiteral("contact IS NOT NULL ORDER BY rid"));
    const auto contact = deal.contact;
    const auto stored = [&] {
        return *storage::find<pipeline::Opportunity>(desk.reader(), deal.id);
    };
    deal.contact.reset();
    (void)tests::value(deals.update(deal));
    REQUIRE_FALSE(stored().contact.has_value());
    CHECK(tests::value(desk.takeBack({storage::Database::lastWrite()})).rows == 1);
    CHECK(stored().contact == contact);
    CHECK(tests::value(desk.takeBack({storage::Database::lastWrite()})).rows == 1);
    CHECK_FALSE(stored().contact.has_value());
    CHECK(desk.database->reader().scalar(QStringLiteral("SELECT typeof(contact) FROM opportunity "
                                                        "WHERE rid = ?"),
              {deal.meta.rid})
        == storage::Value(QStringLiteral("null")));
}

TEST_CASE("a later change that was itself taken back is no conflict", "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    auto customer = desk.make(QStringLiteral("无锡连撤测试有限公司"));
    const JournalSpan made = storage::Database::lastWrite();
    customer.city = QStringLiteral("无锡");
    customer = tests::value(customers.update(customer));
    const JournalSpan edited = storage::Database::lastWrite();
    CHECK(tests::value(desk.takeBack({edited})).conflicts.empty());
    const auto undone = tests::value(desk.takeBack({made}));
    CHECK(undone.conflicts.empty());
    CHECK_FALSE(storage::find<customers::Customer>(desk.reader(), customer.id).has_value());
}

TEST_CASE("a new customer that is in use by now stays", "[access][undo]")
{
    UndoDesk desk;
    const auto customer = desk.make(QStringLiteral("常州引用测试有限公司"));
    const JournalSpan made = storage::Database::lastWrite();
    customers::Contact contact;
    contact.customer = customer.id;
    contact.name = QStringLiteral("赵工");
    (void)tests::value(customers::CustomerService(*desk.context).createContact(contact));
    const auto undone = tests::value(desk.takeBack({made}));
    REQUIRE(undone.conflicts.size() == 1);
    CHECK(undone.conflicts[0].column.isEmpty());
    CHECK(storage::find<customers::Customer>(desk.reader(), customer.id).has_value());
}

TEST_CASE("a deletion is not done again once the row is in use", "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    const auto customer = desk.make(QStringLiteral("常州重删测试有限公司"));
    REQUIRE(customers.remove(customer.id).has_value());
    REQUIRE(tests::value(desk.takeBack({storage::Database::lastWrite()})).conflicts.empty());
    const JournalSpan back = storage::Database::lastWrite();
    pipeline::Opportunity deal;
    deal.customer = customer.id;
    deal.name = QStringLiteral("年度框架");
    REQUIRE(pipeline::OpportunityService(*desk.context).create(deal).has_value());
    const auto again = tests::value(desk.takeBack({back}));
    REQUIRE(again.conflicts.size() == 1);
    CHECK(again.conflicts[0].column.isEmpty());
    CHECK(storage::find<customers::Customer>(desk.reader(), customer.id).has_value());
}

TEST_CASE("a contact whom an opportunity names is deleted again as it was the first time",
    "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    const auto customer = desk.make(QStringLiteral("常州联系人重删有限公司"));
    customers::Contact contact;
    contact.customer = customer.id;
    contact.name = QStringLiteral("赵工");
    contact = tests::value(customers.createContact(contact));
    pipeline::Opportunity deal;
    deal.customer = customer.id;
    deal.name = QStringLiteral("年度框架");
    deal.contact = contact.id;
    REQUIRE(pipeline::OpportunityService(*desk.context).create(deal).has_value());
    REQUIRE(customers.removeContact(contact.id).has_value());
    REQUIRE(tests::value(desk.takeBack({storage::Database::lastWrite()})).conflicts.empty());
    CHECK(storage::find<customers::Contact>(desk.reader(), contact.id).has_value());
    CHECK(tests::value(desk.takeBack({storage::Database::lastWrite()})).conflicts.empty());
    CHECK_FALSE(storage::find<customers::Contact>(desk.reader(), contact.id).has_value());
}

TEST_CASE("nothing is set back to name a row that was deleted since", "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    const auto customer = desk.make(QStringLiteral("常州联系人测试有限公司"));
    const auto contactOf = [&](const char16_t* name) {
        customers::Contact contact;
        contact.customer = customer.id;
        contact.name = QString::fromUtf16(name);
        return tests::value(customers.createContact(contact));
    };
    const auto first = contactOf(u"赵工");
    const auto second = contactOf(u"钱工");
    pipeline::OpportunityService deals(*desk.context);
    pipeline::Opportunity deal;
    deal.customer = customer.id;
    deal.name = QStringLiteral("年度框架");
    deal.contact = first.id;
    deal = tests::value(deals.create(deal));
    deal.contact = second.id;
    desk.tick();
    REQUIRE(deals.update(deal).has_value());
    const JournalSpan moved = storage::Database::lastWrite();
    REQUIRE(customers.removeContact(first.id).has_value());

    SECTION("a reference stays where it is, as a conflict")
    {
        const auto undone = tests::value(desk.takeBack({moved}));
        REQUIRE(undone.conflicts.size() == 1);
        CHECK(undone.conflicts[0].column == QStringLiteral("contact"));
        CHECK(tests::value(storage::load<pipeline::Opportunity>(desk.reader(), deal.id)).contact
            == second.id);
    }
    SECTION("unless the same step brings that row back")
    {
        const JournalSpan removed = storage::Database::lastWrite();
        CHECK(tests::value(desk.takeBack({moved, removed})).conflicts.empty());
        CHECK(tests::value(storage::load<pipeline::Opportunity>(desk.reader(), deal.id)).contact
            == first.id);
    }
}

TEST_CASE("three deletions are taken back in one step", "[access][undo]")
{
    UndoDesk desk;
    customers::CustomerService customers(*desk.context);
    const QStringList before = desk.rows(QStringLiteral("contact"));
    const auto contacts =
        storage::select<customers::Contact>(desk.reader(), QStringLiteral("ORDER BY rid LIMIT 3"));
    std::vector<JournalSpan> writes;
    for (const auto& contact : contacts) {
        REQUIRE(customers.removeContact(contact.id).has_value());
        writes.push_back(storage::Database::lastWrite());
    }
    CHECK(desk.rows(QStringLiteral("contact")).size() == before.size() - 3);
    CHECK(tests::value(desk.takeBack(writes)).conflicts.empty());
    CHECK(desk.rows(QStringLiteral("contact")) == before);
}

TEST_CASE("a stage move goes back with its entry in the history", "[access][undo]")
{
    UndoDesk desk;
    const QStringList deals = desk.rows(QStringLiteral("opportunity"));
    const QStringList moves = desk.rows(QStringLiteral("stage_change"));
    const auto stages = pipeline::loadStages(desk.reader());
    const auto deal = storage::selectOne<pipeline::Opportunity>(
        desk.reader(), QStringLiteral("stage = ? ORDER BY rid"), {storage::bind(stages[1].id)});
    REQUIRE(deal.has_value());
    const auto moved = pipeline::OpportunityService(*desk.context).move(deal->id, stages[2].id);
    REQUIRE(moved.has_value());
    REQUIRE(desk.rows(QStringLiteral("stage_change")).size() == moves.size() + 1);
    CHECK(tests::value(desk.takeBack({storage::Database::lastWrite()})).conflicts.empty());
    CHECK(desk.rows(QStringLiteral("opportunity")) == deals);
    CHECK(desk.rows(QStringLiteral("stage_change")) == moves);
}

TEST_CASE("a quote draft with lines, tiers and costs comes and goes as one", "[access][undo]")
{
    UndoDesk desk;
    quoting::CostInputCache costs(*desk.database);
    quoting::QuoteService quotes(*desk.context, costs);
    const auto customer = storage::selectOne<customers::Customer>(
        desk.reader(), QStringLiteral("kind = 'company' ORDER BY rid"));
    const auto item = storage::selectOne<catalog::Item>(
        desk.reader(), QStringLiteral("kind = 'make' AND sales_item = 1 ORDER BY code"));
    quoting::QuoteDraft draft;
    draft.customer = customer->id;
    quoting::DraftLine line;
    line.item = item->id;
    line.qty = Quantity::fromWhole(10);
    line.tiers = {{Quantity::fromWhole(10), {}, {}}, {Quantity::fromWhole(100), {}, {}}};
    draft.lines = {line};
    const char* const tables[] = {
        "quote", "quote_revision", "quote_line", "quote_tier", "quote_line_cost"};
    std::map<QString, QStringList> before;
    for (const char* table : tables)
        before[QString::fromLatin1(table)] = desk.rows(QString::fromLatin1(table));
    const auto made = tests::value(quotes.createDraft(draft));
    const JournalSpan write = storage::Database::lastWrite();
    REQUIRE(desk.rows(QStringLiteral("quote_line")) != before[QStringLiteral("quote_line")]);

    SECTION("taking it back leaves every table as it was")
    {
        CHECK(tests::value(desk.takeBack({write})).conflicts.empty());
        for (const auto& [table, rows] : before) {
            INFO(table.toStdString());
            CHECK(desk.rows(table) == rows);
        }
    }
    SECTION("once it was submitted its edits are taken back no more")
    {
        REQUIRE(quotes.submit(made.quote.id).has_value());
        const auto refused = desk.takeBack({write});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == QStringLiteral("UNDO_NO_DRAFT"));
        CHECK(storage::find<quoting::Quote>(desk.reader(), made.quote.id).has_value());
    }
}

TEST_CASE("settings and acts the journal does not know are refused", "[access][undo]")
{
    UndoDesk desk;
    CHECK(desk.takeBack({{1'000'000'000, 1'000'000'001}}).error().code
        == QStringLiteral("UNDO_GONE"));
    const auto written = desk.database->write(
        desk.session->person().id, [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("UPDATE region SET name = name || 'x' WHERE rid = 1"));
            return {};
        });
    REQUIRE(written.has_value());
    CHECK(desk.takeBack({storage::Database::lastWrite()}).error().code
        == QStringLiteral("UNDO_OTHER_WAY"));
}

TEST_CASE("a query of a cancelled job ends with CANCELLED, later ones run", "[storage][job]")
{
    UndoDesk desk;
    // Counts a billion rows unless it is stopped.
    const QString endless = QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
        "SELECT count(*) FROM n");
    const CancelToken token;
    token.cancel();
    const auto stopped =
        desk.database->read([&](storage::Connection& connection) -> Result<qint64> {
            const storage::StopOnCancel stop(connection, token);
            return schema::toInteger(connection.scalar(endless));
        });
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == QStringLiteral("CANCELLED"));
    CHECK(schema::toInteger(desk.reader().scalar(QStringLiteral("SELECT count(*) FROM customer")))
        > 100);
}
