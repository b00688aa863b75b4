// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/costing_world.h"

// Mistakes known from other products, and what each rule does at its edges.
using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

TEST_CASE("pitfall 1: quantities multiply once a level, at the third level too",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.bought("M"_s, "1");
    for (const char* code : {"A", "B", "C"})
        world.made(QString::fromLatin1(code));
    world.tables.boms[1].qty = qty("4"); // B's BOM yields four
    world.line("A"_s, "B"_s, "3");
    world.line("B"_s, "C"_s, "2");
    world.line("C"_s, "M"_s, "5");
    const CostResult result = world.cost("A"_s, "8");
    CHECK(requiredOf(result, "B"_s) == "24"_s);
    CHECK(requiredOf(result, "C"_s) == "12"_s);
    CHECK(requiredOf(result, "M"_s) == "60"_s);
    CHECK(c4(result) == "7.5"_s);
}

TEST_CASE("pitfall 2: a line in another unit is converted by item, then by category",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.bought("BAR"_s, "10", "kg");
    world.tables.itemUoms.push_back({"BAR"_s, "m"_s, 247, 100});
    world.made("P"_s);
    world.line("P"_s, "BAR"_s, "2").uom = "m"_s;
    CHECK(c4(world.cost("P"_s, "1")) == "49.4"_s);
    world.tables.bomLines.front().uom = "g"_s;
    CHECK(c4(world.cost("P"_s, "1")) == "0.02"_s);
    // Two steps, item conversion and category, are not searched.
    world.tables.bomLines.front().uom = "cm"_s;
    const CostResult unknown = world.cost("P"_s, "1");
    CHECK(errorCodes(unknown) == QStringList{"E_NO_UOM"_s});
    CHECK(unknown.errors.front().path == QStringList{"P"_s, "BAR"_s});
}

TEST_CASE("pitfall 3: setup is charged once a lot, or once every so many units",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("W"_s, "60", "0");
    OperationRow& operation = world.operation("P"_s, 10, "W"_s, "10", "0");
    CHECK(world.cost("P"_s, "25").nodes.front().total[slot(Element::Set)].toString() == "10"_s);
    operation.setupEvery = qty("10");
    const CostResult result = world.cost("P"_s, "25");
    CHECK(result.operations.front().setups == 3);
    CHECK(result.nodes.front().total[slot(Element::Set)].toString() == "30"_s);
}

TEST_CASE(
    "pitfall 4: efficiency stretches running and leaves setup alone", "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("W"_s, "60", "30");
    world.operation("P"_s, 10, "W"_s, "10", "2").efficiency = percent("80");
    const CostResult result = world.cost("P"_s, "1");
    CHECK(part(result, "SET") == "15"_s);
    CHECK(part(result, "MAC") == "2.5"_s);
    CHECK(part(result, "LAB") == "1.25"_s);
    CHECK(result.opMinutes.toString() == "12.5"_s);
}

TEST_CASE("pitfall 5: a missing price is an error with its path, never zero",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.item("M"_s);
    world.made("A"_s);
    world.made("P"_s);
    world.line("P"_s, "A"_s, "1");
    world.line("A"_s, "M"_s, "1");
    const CostResult missing = world.cost("P"_s, "1");
    REQUIRE(errorCodes(missing) == QStringList{"E_NO_PRICE"_s});
    CHECK(missing.errors.front().item == "M"_s);
    CHECK(missing.errors.front().path == QStringList{"P"_s, "A"_s, "M"_s});
    CHECK_FALSE(missing.c4);
    CHECK_FALSE(missing.c8);

    SECTION("a price of zero is missing as well")
    {
        world.price("M"_s, "0");
        CHECK(errorCodes(world.cost("P"_s, "1")) == QStringList{"E_NO_PRICE"_s});
    }
    SECTION("a fixed cost stands in, with a warning")
    {
        world.tables.items.front().fixedCost = yuan("7");
        const CostResult result = world.cost("P"_s, "1");
        CHECK(c4(result) == "7"_s);
        CHECK(warningCodes(result) == QStringList{"W_STANDARD_COST"_s});
    }
    SECTION("only the customer's material costs nothing")
    {
        world.tables.bomLines.back().supply = Supply::Customer;
        world.bought("BOLT"_s, "2");
        world.line("A"_s, "BOLT"_s, "1");
        const CostResult result = world.cost("P"_s, "3");
        CHECK(c4(result) == "2"_s);
        CHECK(requiredOf(result, "M"_s) == "3"_s);
    }
}

TEST_CASE("pitfall 6: nothing is rounded to cents inside the tree", "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("W"_s, "1", "0");
    for (int seq = 10; seq <= 100; seq += 10)
        world.operation("P"_s, seq, "W"_s, "0", "0.006"); // 0.0001 a piece each
    CHECK(c4(world.cost("P"_s, "1")) == "0.001"_s);
    const CostResult lot = world.cost("P"_s, "10000");
    qint64 total = 0;
    for (UnitCost cost : lot.nodes.front().total)
        total += cost.raw();
    CHECK(UnitCost::fromRaw(total).toString() == "10"_s);
}

TEST_CASE(
    "pitfall 7: a change two levels down reaches the grandparent", "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.bought("M"_s, "1");
    for (const char* code : {"P", "A", "B"})
        world.made(QString::fromLatin1(code));
    world.line("P"_s, "A"_s, "1");
    world.line("A"_s, "B"_s, "1");
    world.line("B"_s, "M"_s, "1");
    CHECK(c4(world.cost("P"_s, "1")) == "1"_s);
    world.tables.prices.front().price = yuan("1.25");
    CHECK(c4(world.cost("P"_s, "1")) == "1.25"_s);
}

TEST_CASE(
    "pitfall 8: eight million paths cost what their 169 lines cost", "[quoting][costing][pitfall]")
{
    // Two chains of thirteen items, each using every later one, hung below each other.
    const auto code = [](int i) { return QStringLiteral("I%1").arg(i); };
    CostingWorld world;
    for (int i = 0; i < 26; ++i) {
        if (i == 25)
            world.bought(code(i), "0.0001");
        else
            world.made(code(i));
    }
    const bool phantoms = GENERATE(false, true);
    for (ItemRow& row : world.tables.items) {
        if (phantoms && row.code != code(0) && row.code != code(25))
            row.kind = ItemKind::Phantom;
    }
    qint64 edges = 0;
    for (int i = 0; i < 25; ++i) {
        const int half = i < 13 ? 13 : 25;
        for (int j = i + 1; j <= half; ++j, ++edges)
            world.line(code(i), code(j), "1");
    }
    CHECK(edges == 169);
    const CostInput input = CostInput::build(world.tables);
    // 2^12 ways through the first half times 2^11 through the second.
    for (int run = 0; run < 100; ++run) {
        const CostResult result = quoting::cost(input, world.request(code(0), "1"));
        REQUIRE(requiredOf(result, code(25)) == "8388608"_s);
        REQUIRE(c4(result) == "838.8608"_s);
    }
}

TEST_CASE(
    "pitfall 12: tax is taken out of a tax-included price only", "[quoting][costing][pitfall]")
{
    CostingWorld world;
    PriceRow& price = world.price("M"_s, "113");
    world.item("M"_s);
    price.tax = percent("13");
    CHECK(c4(world.cost("M"_s, "1")) == "113"_s);
    world.tables.prices.front().taxIncluded = true;
    CHECK(c4(world.cost("M"_s, "1")) == "100"_s);
}

TEST_CASE("pitfall 15: overhead is not charged on the overhead of lower levels",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.bought("M"_s, "100");
    world.made("P"_s);
    world.made("A"_s);
    world.line("P"_s, "A"_s, "1");
    world.line("A"_s, "M"_s, "1");
    world.overhead(10, OverheadLevel::Each, "ALL"_s, "10", Element::Moh);
    CHECK(c4(world.cost("A"_s, "1")) == "110"_s);
    CHECK(c4(world.cost("P"_s, "1")) == "110"_s);
    world.overhead(20, OverheadLevel::Top, "ALL"_s, "10", Element::Adm);
    CHECK(c4(world.cost("P"_s, "1")) == "121"_s);
}

TEST_CASE("pitfall 16: a tool is spread over the contract, not over the tier's lot",
    "[quoting][costing][pitfall]")
{
    CostingWorld world;
    world.made("P"_s);
    world.tool("P"_s, "1000", "0", "2000");
    CHECK(part(world.cost("P"_s, "10"), "TOOL") == "0.5"_s);
    world.tables.tools.front().shipped = qty("2000");
    const CostResult used = world.cost("P"_s, "10");
    CHECK(part(used, "TOOL") == "0.5"_s);
    CHECK(warningCodes(used) == QStringList{"W_TOOL_USED_UP"_s});
}

TEST_CASE("pitfall 17: on the day of change the new revision alone is valid",
    "[quoting][costing][pitfall]")
{
    const QDate change(2026, 6, 1);
    CostingWorld world;
    world.bought("OLD"_s, "1");
    world.bought("NEW"_s, "2");
    world.item("P"_s, ItemKind::Make);
    world.bom("P"_s, "A").valid.to = change;
    world.bom("P"_s, "B").valid.from = change;
    world.line("P"_s, "OLD"_s, "1", "A");
    world.line("P"_s, "NEW"_s, "1", "B");
    PriceRow& closed = world.price("NEW"_s, "5");
    closed.valid.to = change;

    world.date = change.addDays(-1);
    CHECK(c4(world.cost("P"_s, "1")) == "1"_s);
    world.date = change;
    const CostResult result = world.cost("P"_s, "1");
    CHECK(c4(result) == "2"_s);
    CHECK(result.warnings.empty());
    Overrides back;
    back.revision.insert("P"_s, "A"_s);
    CHECK(c4(world.cost("P"_s, "1", back)) == "1"_s);
}
