// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_catalog.h"
#include "core/exchange/import_costing.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/costing.h"
#include "tests/unit/exchange/import_support.h"

using namespace chengdan;
using chengdan::tests::ImportCompany;
using chengdan::tests::value;

namespace {

void writeBracket(const ImportCompany& company)
{
    company.write(QStringLiteral("uoms.csv"), "uom,category,num,den\npcs,count,1,1\nkg,mass,1,1\n");
    company.write(QStringLiteral("items.csv"),
        "item_code,name,base_uom,kind\nP,Part,pcs,make\nM,Metal,kg,buy\n");
    company.write(QStringLiteral("boms.csv"),
        "bom_id,item_code,revision,status,valid_from,valid_to,qty\nB1,P,A,active,2026-01-01,,1\n");
    company.write(QStringLiteral("bom_lines.csv"),
        "bom_id,line_no,type,component,qty,uom\nB1,10,component,M,0.5,kg\n");
    company.write(QStringLiteral("prices.csv"),
        "price_id,item_code,supplier,currency,price,uom,valid_from,tax_included,tax_pct\n"
        "P1,M,S1,CNY,11.30,kg,2026-01-01,1,13\n");
}

int createdRows(const exchange::CostingImport& report)
{
    int sum = 0;
    for (const auto& table : report.tables)
        sum += table.created + table.updated;
    return sum;
}

} // namespace

TEST_CASE("costing files become a catalogue that costs as the files do", "[exchange][costing]")
{
    ImportCompany company;
    writeBracket(company);
    const auto first = value(exchange::importCosting(*company.context, company.folder.path()));
    CHECK(first.of(u"item").created == 2);
    CHECK(first.of(u"supplier").created == 1);
    CHECK(first.of(u"bom_line").created == 1);
    const auto input = quoting::loadCostInput(company.database->reader());
    quoting::CostRequest request;
    request.item = QStringLiteral("P");
    request.quantity = Quantity::fromWhole(10);
    request.date = QDate(2026, 5, 28);
    const auto result = quoting::cost(input, request);
    REQUIRE(result.ok());
    CHECK(*result.c4 == UnitCost::fromWhole(5));

    const qint64 journal = company.count("_op");
    const auto again = value(exchange::importCosting(*company.context, company.folder.path()));
    CHECK(createdRows(again) == 0);
    CHECK(again.of(u"item").unchanged == 2);
    CHECK(company.count("_op") == journal);
}

TEST_CASE("a released revision and a price in use stay as they are", "[exchange][costing]")
{
    ImportCompany company;
    writeBracket(company);
    value(exchange::importCosting(*company.context, company.folder.path()));
    company.write(QStringLiteral("bom_lines.csv"),
        "bom_id,line_no,type,component,qty,uom\nB1,10,component,M,0.7,kg\n");
    auto refused = exchange::importCosting(*company.context, company.folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("BOM_RELEASED"));
    writeBracket(company);
    company.write(QStringLiteral("prices.csv"),
        "price_id,item_code,supplier,currency,price,uom,valid_from,tax_included,tax_pct\n"
        "P1,M,S1,CNY,12.00,kg,2026-01-01,1,13\n");
    refused = exchange::importCosting(*company.context, company.folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PRICE_ROW_FIXED"));
}

TEST_CASE(
    "every unknown name in costing files is told and nothing is written", "[exchange][costing]")
{
    ImportCompany company;
    writeBracket(company);
    company.write(QStringLiteral("bom_lines.csv"),
        "bom_id,line_no,type,component,qty,uom\nB1,10,component,X,0.5,kg\nB9,10,component,M,1,"
        "kg\n");
    const auto refused = exchange::importCosting(*company.context, company.folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("REFERENCE_UNKNOWN"));
    CHECK(refused.error().more.size() == 1);
    CHECK(company.count("item") == 0);
    CHECK(company.count("uom") == 0);
}

TEST_CASE("a catalogue stored and loaded again costs the same as its tables", "[exchange][costing]")
{
    ImportCompany company;
    const QDate today = company.clock.today();
    const auto catalog = exchange::makeDemoCatalog(today);
    value(company.database->write(exchange::companyOwner(),
        [&](storage::Transaction& transaction) -> Result<exchange::CostingImport> {
            return exchange::storeCostTables(
                transaction, company.ids, catalog.tables, catalog.notes);
        }));
    const auto direct = quoting::CostInput::build(catalog.tables);
    const auto stored = quoting::loadCostInput(company.database->reader());
    for (const QString& code : catalog.products) {
        quoting::CostRequest request;
        request.item = code;
        request.quantity = Quantity::fromWhole(300);
        request.date = today;
        const auto before = quoting::cost(direct, request);
        const auto after = quoting::cost(stored, request);
        INFO(code.toStdString());
        REQUIRE(before.ok());
        REQUIRE(after.ok());
        CHECK(*before.c8 == *after.c8);
    }
}
