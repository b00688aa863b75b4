// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/costing.h"
#include "core/quoting/standard_cost.h"
#include "tests/unit/quoting/random_costing.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

namespace {

/// Random tables in which every item is made and bought for a lot of its own, so that what an order
/// needs plays no part.
CostTables standardTables(RandomCosting& random)
{
    CostTables tables = random.tables(*rc::gen::inRange(4, 30));
    qint64 lot = 3'000'000;
    for (ItemRow& item : tables.items) {
        item.lotPolicy = LotPolicy::Standard;
        if (item.costingLot.raw() <= 0)
            item.costingLot = Quantity::fromRaw(lot += 1'700'000);
    }
    std::erase_if(
        tables.overheads, [](const OverheadRow& rule) { return rule.level == OverheadLevel::Top; });
    return tables;
}

bool sameCosts(const StandardCosts& a, const StandardCosts& b)
{
    for (int item = 0; item < a.itemCount(); ++item) {
        if (a.unit(item) != b.unit(item))
            return false;
    }
    return true;
}

/// Two levels: T uses 2 A and 1 S, A uses 3 S. S is bought at 1.00.
CostTables smallTables()
{
    CostTables tables;
    tables.uoms.push_back({QStringLiteral("pcs"), QStringLiteral("count"), 1, 1});
    for (const char* code : {"T", "A", "S", "X"}) {
        ItemRow item;
        item.code = QString::fromLatin1(code);
        item.baseUom = QStringLiteral("pcs");
        tables.items.push_back(item);
    }
    const auto bom = [&](const char* item) {
        BomRow row;
        row.bomId = row.itemCode = QString::fromLatin1(item);
        row.revision = QStringLiteral("A");
        tables.boms.push_back(row);
    };
    const auto line = [&](const char* item, int number, const char* component, int quantity) {
        BomLineRow row;
        row.bomId = QString::fromLatin1(item);
        row.lineNo = number;
        row.component = QString::fromLatin1(component);
        row.qty = Quantity::fromWhole(quantity);
        tables.bomLines.push_back(row);
    };
    bom("T");
    line("T", 10, "A", 2);
    line("T", 20, "S", 1);
    bom("A");
    line("A", 10, "S", 3);
    for (const char* code : {"S", "X"}) {
        PriceRow price;
        price.priceId = price.itemCode = QString::fromLatin1(code);
        price.price = UnitPrice::fromWhole(1);
        tables.prices.push_back(price);
    }
    return tables;
}

UnitCost yuan(int whole)
{
    return UnitCost::fromWhole(whole);
}

} // namespace

TEST_CASE(
    "the standard cost of an item is its cost in an order, where lots are standard", "[quoting]")
{
    CHECK(rc::check("every node of a costing agrees", [] {
        RandomCosting random(*rc::gen::arbitrary<quint64>());
        const CostTables tables = standardTables(random);
        const CostInput input = CostInput::build(tables);
        CostRequest request = random.request();
        request.item = tables.items.front().code;
        request.quantity = tables.items.front().costingLot;
        request.uom.clear();
        request.priceQtyBasis = PriceQtyBasis::Lot;
        const CostResult asked = quoting::cost(input, request);
        RC_PRE(asked.ok());
        StandardCosts costs = StandardCosts::prepare(input, request.date, request.baseCurrency);
        costs.recostAll();
        int compared = 0;
        for (const CostNode& node : asked.nodes) {
            if (node.use == NodeUse::Made) {
                RC_ASSERT(costs.unit(node.item) == std::optional(node.unit));
                ++compared;
            } else if (node.use == NodeUse::Bought) {
                RC_ASSERT(costs.price(node.item) == std::optional(node.price.unitPrice));
                ++compared;
            }
        }
        RC_ASSERT(compared > 0);
    }));
}

TEST_CASE("costing again from changed prices gives what a full pass gives", "[quoting]")
{
    CHECK(rc::check("after any row of price changes", [] {
        RandomCosting random(*rc::gen::arbitrary<quint64>());
        CostTables tables = standardTables(random);
        if (*rc::gen::arbitrary<bool>()) // then a place is no more than the sum of its lines
            tables.overheads.clear();
        const CostInput input = CostInput::build(tables);
        const CostRequest request = random.request();
        StandardCosts step = StandardCosts::prepare(input, request.date, request.baseCurrency);
        StandardCosts full = StandardCosts::prepare(input, request.date, request.baseCurrency);
        step.recostAll();
        for (int change = 0; change < 8; ++change) {
            std::vector<int> items;
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
                const int item = *rc::gen::inRange(0, input.itemCount());
                const UnitCost price =
                    UnitCost::fromRaw(*rc::gen::inRange<qint64>(1, 1'000'000'000));
                step.setPrice(item, price);
                full.setPrice(item, price);
                items.push_back(item);
            }
            std::vector<std::optional<ElementVector>> before;
            for (int item = 0; item < input.itemCount(); ++item)
                before.push_back(step.unit(item));
            std::vector<int> told = step.recostFrom(items);
            full.recostAll();
            RC_ASSERT(sameCosts(step, full));
            std::sort(told.begin(), told.end());
            for (int item = 0; item < input.itemCount(); ++item) {
                const bool differs = before[static_cast<std::size_t>(item)] != step.unit(item);
                RC_ASSERT(differs == std::binary_search(told.begin(), told.end(), item));
            }
        }
    }));
}

TEST_CASE("a price change reaches what uses the item and nothing else", "[quoting]")
{
    const CostInput input = CostInput::build(smallTables());
    StandardCosts costs = StandardCosts::prepare(input, QDate(2026, 3, 1));
    costs.recostAll();
    const int steel = input.itemIndex(QStringLiteral("S"));
    const int part = input.itemIndex(QStringLiteral("A"));
    const int top = input.itemIndex(QStringLiteral("T"));
    const int other = input.itemIndex(QStringLiteral("X"));
    CHECK(costs.unitTotal(part) == yuan(3));
    CHECK(costs.unitTotal(top) == yuan(7));

    SECTION("upwards to the top")
    {
        costs.setPrice(steel, yuan(2));
        CHECK(costs.recostFrom(std::array{steel}) == std::vector{steel, part, top});
        CHECK(costs.unitTotal(top) == yuan(14));
        CHECK(costs.unitTotal(other) == yuan(1));
    }
    SECTION("a price set to what it was changes nothing")
    {
        costs.setPrice(steel, yuan(1));
        CHECK(costs.recostFrom(std::array{steel}).empty());
    }
}

TEST_CASE("an item with an error has no standard cost, and neither has what uses it", "[quoting]")
{
    CostTables tables = smallTables();
    const auto priced = [](const char* code) {
        return CostInput::build(smallTables()).itemIndex(QString::fromLatin1(code));
    };
    const int steel = priced("S");
    const int part = priced("A");
    const int top = priced("T");
    const int other = priced("X");

    SECTION("a missing price, until one is given")
    {
        tables.prices.erase(tables.prices.begin());
        const CostInput input = CostInput::build(tables);
        StandardCosts costs = StandardCosts::prepare(input, QDate(2026, 3, 1));
        costs.recostAll();
        REQUIRE(costs.error(steel) != nullptr);
        CHECK(costs.error(steel)->code == QStringLiteral("E_NO_PRICE"));
        CHECK(costs.error(top) == nullptr);
        CHECK_FALSE(costs.unit(top));
        CHECK(costs.unitTotal(other) == yuan(1));
        costs.setPrice(steel, yuan(4));
        CHECK(costs.recostFrom(std::array{steel}).size() == 3);
        CHECK(costs.unitTotal(top) == yuan(28));
        CHECK(costs.error(steel) == nullptr);
    }
    SECTION("a loop")
    {
        BomLineRow back;
        back.bomId = QStringLiteral("A");
        back.lineNo = 99;
        back.component = QStringLiteral("T");
        back.qty = Quantity::fromWhole(1);
        tables.bomLines.push_back(back);
        const CostInput input = CostInput::build(tables);
        StandardCosts costs = StandardCosts::prepare(input, QDate(2026, 3, 1));
        costs.recostAll();
        CHECK_FALSE(costs.unit(top));
        CHECK_FALSE(costs.unit(part));
        CHECK(costs.unitTotal(steel) == yuan(1));
        const Error* found = costs.error(part) != nullptr ? costs.error(part) : costs.error(top);
        REQUIRE(found != nullptr);
        CHECK(found->code == QStringLiteral("E_CYCLE"));
    }
}
