// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_service.h"
#include "core/base/credit_code.h"
#include "core/customers/customer.h"
#include "core/exchange/demo_company.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage_presets.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/costing.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QSet>
#include <QTemporaryDir>

#include <map>

using namespace chengdan;
using chengdan::tests::value;

namespace {

/// One demo company for all cases of this file: making it is the slow part.
storage::Database& demoDatabase()
{
    static const ManualClock clock(
        Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28));
    static QTemporaryDir folder;
    static const auto database =
        value(exchange::createDemoCompany(folder.filePath(QStringLiteral("demo.db")), clock));
    return *database;
}

qint64 countOf(const char* sql)
{
    return schema::toInteger(demoDatabase().reader().scalar(QString::fromLatin1(sql)));
}

} // namespace

TEST_CASE(
    "demo customers have valid credit codes, mnemonics, an owner and contacts", "[exchange][demo]")
{
    const auto customers = storage::select<customers::Customer>(demoDatabase().reader());
    REQUIRE(customers.size() == 300);
    QSet<QString> names;
    QSet<QString> codes;
    for (const auto& customer : customers) {
        INFO(customer.name.toStdString());
        CHECK(normaliseCreditCode(customer.creditCode).value_or(QString()) == customer.creditCode);
        CHECK_FALSE(customer.mnemonic.isEmpty());
        CHECK(customer.meta.owner.number() > 1);
        CHECK(customer.meta.root == customer.id);
        CHECK(customer.name.endsWith(QStringLiteral("公司")));
        names.insert(customer.name);
        codes.insert(customer.creditCode);
    }
    CHECK(names.size() == 300);
    CHECK(codes.size() == 300);
    CHECK(countOf("SELECT count(*) FROM contact") >= 300);
    CHECK(countOf("SELECT count(*) FROM customer c WHERE (SELECT count(*) FROM contact x "
                  "WHERE x.customer = c.id AND x.is_primary = 1) <> 1")
        == 0);
}

TEST_CASE("the stage history of every demo opportunity is in order and ends where it stands",
    "[exchange][demo]")
{
    auto& reader = demoDatabase().reader();
    const QDate today = demoDatabase().clock().today();
    std::map<OpportunityId, std::vector<pipeline::StageChange>> moves;
    for (const auto& change :
        storage::select<pipeline::StageChange>(reader, QStringLiteral("ORDER BY rid")))
        moves[change.opportunity].push_back(change);
    std::map<StageId, pipeline::Stage> stages;
    for (const auto& stage : pipeline::loadStages(reader))
        stages[stage.id] = stage;
    const auto deals = storage::select<pipeline::Opportunity>(reader);
    REQUIRE(deals.size() == 1100);
    int open = 0;
    int won = 0;
    int lost = 0;
    for (const auto& deal : deals) {
        const auto& history = moves[deal.id];
        REQUIRE(!history.empty());
        CHECK_FALSE(history.front().from.has_value());
        CHECK(history.back().to == deal.stage);
        for (std::size_t i = 1; i < history.size(); ++i) {
            CHECK(history[i].from == history[i - 1].to);
            CHECK(history[i].at >= history[i - 1].at);
        }
        CHECK(dateIn(history.back().at, "Asia/Shanghai") == deal.enteredStageOn);
        CHECK(deal.enteredStageOn <= today);
        const auto kind = stages[deal.stage].kind;
        CHECK(deal.closedOn.isValid() == (kind != pipeline::StageKind::Open));
        CHECK(deal.lossReason.has_value() == (kind == pipeline::StageKind::Lost));
        CHECK(deal.amount.minor > 0);
        open += kind == pipeline::StageKind::Open ? 1 : 0;
        won += kind == pipeline::StageKind::Won ? 1 : 0;
        lost += kind == pipeline::StageKind::Lost ? 1 : 0;
    }
    CHECK(open > 60);
    CHECK(won > 200);
    CHECK(lost > 300);
}

TEST_CASE("demo journal entries keep the rules of the journal", "[exchange][demo]")
{
    const auto entries = storage::select<activities::Activity>(demoDatabase().reader());
    CHECK(entries.size() > 2700);
    CHECK(entries.size() <= 3000);
    for (const auto& entry : entries) {
        INFO(entry.summary.toStdString());
        value(activities::checkActivity(entry, demoDatabase().clock().now()));
        CHECK_FALSE(entry.summary.contains(QStringLiteral("%1")));
    }
}

TEST_CASE("every product of the demo company can be costed from its file", "[exchange][demo]")
{
    auto& reader = demoDatabase().reader();
    const auto input = quoting::loadCostInput(reader);
    auto sold = reader.query(QStringLiteral("SELECT code FROM item WHERE sales_item = 1"));
    int products = 0;
    while (sold.next()) {
        quoting::CostRequest request;
        request.item = sold.text(0);
        request.quantity = Quantity::fromWhole(200);
        request.date = demoDatabase().clock().today();
        const auto result = quoting::cost(input, request);
        INFO(request.item.toStdString());
        REQUIRE(result.ok());
        CHECK(*result.c4 > UnitCost::fromWhole(3));
        CHECK(*result.c4 < UnitCost::fromWhole(20'000));
        ++products;
    }
    CHECK(products >= 50);
    CHECK(countOf("SELECT count(*) FROM item") >= 120);
}

TEST_CASE("a demo scale outside its range is refused", "[exchange][demo]")
{
    QTemporaryDir folder;
    const auto refused = exchange::createDemoCompany(
        folder.filePath(QStringLiteral("x.db")), demoDatabase().clock(), {}, 0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("DEMO_SCALE"));
}

TEST_CASE("demo quotes stand in several states and carry costs, prices and totals that agree",
    "[exchange][demo]")
{
    CHECK(countOf("SELECT count(*) FROM quote") >= 40);
    CHECK(countOf("SELECT count(DISTINCT state) FROM quote") >= 6);
    CHECK(countOf("SELECT count(*) FROM quote WHERE gross_total <= 0") == 0);
    CHECK(countOf("SELECT count(*) FROM quote_line WHERE unit_price IS NULL") == 0);
    CHECK(countOf("SELECT count(*) FROM quote_line_cost WHERE cost <= 0") == 0);
    // The first line offers what the opportunity asked for.
    CHECK(countOf("SELECT count(*) FROM quote q JOIN opportunity o ON o.id = q.opportunity JOIN "
                  "quote_revision r ON r.quote = q.id JOIN quote_line l ON l.revision = r.id WHERE "
                  "l.seq = (SELECT min(seq) FROM quote_line x WHERE x.revision = r.id) AND "
                  "instr(o.name, l.item_name) = 0")
        == 0);
    CHECK(countOf("SELECT count(*) FROM quote q JOIN quote_revision r ON r.quote = q.id WHERE "
                  "q.state <> r.state OR q.gross_total <> r.gross_total OR r.gross_total <> "
                  "(SELECT sum(gross_amount) FROM quote_line l WHERE l.revision = r.id)")
        == 0);
}

TEST_CASE("the same clock gives the same demo company", "[exchange][demo]")
{
    QTemporaryDir folder;
    const auto again = value(exchange::createDemoCompany(
        folder.filePath(QStringLiteral("again.db")), demoDatabase().clock()));
    for (const char* sql :
        {"SELECT group_concat(hex(id) || number || name || credit_code || owner) FROM customer",
            "SELECT group_concat(hex(id) || number || amount || hex(stage)) FROM opportunity",
            "SELECT group_concat(hex(id) || summary || at) FROM activity",
            "SELECT group_concat(hex(id) || number || gross_total || state) FROM quote",
            "SELECT group_concat(hex(id) || price || coalesce(valid_to, '')) FROM price_row"}) {
        INFO(sql);
        const QString first =
            schema::toText(demoDatabase().reader().scalar(QString::fromLatin1(sql)));
        CHECK(first.size() > 1000);
        CHECK((first == schema::toText(again->reader().scalar(QString::fromLatin1(sql)))));
    }
}
