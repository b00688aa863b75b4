// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/costing_world.h"

// The worked examples of the costing rules, every figure to its last digit.
using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

namespace {

/// E6: a machined bracket with blank, chips, saw, CNC, anodising, inspection, tool, packing.
CostingWorld machinedBracket()
{
    CostingWorld world;
    world.bought("ALU"_s, "24", "kg");
    world.item("CHIPS"_s, ItemKind::Buy, "kg");
    world.bought("BOX"_s, "0.35", "pcs", Element::Pack);
    world.bought("TRUCK"_s, "0.25", "pcs", Element::Frt);
    world.price("ANODISE"_s, "1.80");
    world.item("ANODISE"_s, ItemKind::Service);
    world.made("BRACKET"_s);
    world.line("BRACKET"_s, "ALU"_s, "0.320");
    BomLineRow& chips = world.line("BRACKET"_s, "CHIPS"_s, "0.120");
    chips.type = LineType::Byproduct;
    chips.creditPrice = yuan("9");
    world.line("BRACKET"_s, "BOX"_s, "1");
    world.line("BRACKET"_s, "TRUCK"_s, "1");
    world.center("SAW"_s, "30", "24");
    world.center("CNC"_s, "80", "30");
    world.center("QC"_s, "0", "24");
    world.operation("BRACKET"_s, 10, "SAW"_s, "0", "0.5");
    world.operation("BRACKET"_s, 20, "CNC"_s, "90", "6").crew = qty("0.5");
    OperationRow& anodising = world.operation("BRACKET"_s, 30, ""_s, "0", "0");
    anodising.outsideItem = "ANODISE"_s;
    anodising.minCharge = yuan("300");
    world.operation("BRACKET"_s, 40, "QC"_s, "0", "1");
    world.tool("BRACKET"_s, "6000", "0", "10000");
    world.overhead(10, OverheadLevel::Each, "LAB+MAC+SET"_s, "12", Element::Moh);
    world.overhead(20, OverheadLevel::Top, "ALL"_s, "5", Element::Adm);
    return world;
}

} // namespace

TEST_CASE("E1: scrap, tax in the price and its unit each count once", "[quoting][costing]")
{
    CostingWorld world;
    world.item("STEEL"_s, ItemKind::Buy, "kg");
    PriceRow& price = world.price("STEEL"_s, "5876.00");
    price.uom = "t"_s;
    price.taxIncluded = true;
    price.tax = percent("13");
    world.made("P"_s);
    world.line("P"_s, "STEEL"_s, "0.850").scrap = percent("4");

    const CostResult markup = world.cost("P"_s, "100");
    CHECK(unitOf(markup, "STEEL"_s) == "5.2"_s);
    CHECK(requiredOf(markup, "STEEL"_s) == "88.4"_s);
    CHECK(part(markup, "MAT") == "4.42"_s);
    CHECK(part(markup, "LOSS") == "0.1768"_s);
    CHECK(c4(markup) == "4.5968"_s);

    world.tables.bomLines.front().scrapMode = ScrapMode::Loss;
    const CostResult loss = world.cost("P"_s, "100");
    CHECK(requiredOf(loss, "STEEL"_s) == "88.541667"_s);
    CHECK(part(loss, "MAT") == "4.42"_s);
    CHECK(c4(loss) == "4.6042"_s);
}

TEST_CASE("E2: setup is spread over the lot, running is not", "[quoting][costing]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("LATHE"_s, "60", "35");
    world.operation("P"_s, 10, "LATHE"_s, "45", "3.5");

    const auto [lot, setup, unit] = GENERATE(table<const char*, const char*, const char*>(
        {{"50", "1.425", "6.9667"}, {"100", "0.7125", "6.2542"}, {"1000", "0.07125", "5.6129"}}));
    const CostResult result = world.cost("P"_s, lot);
    CHECK(part(result, "MAC") == "3.5"_s);
    CHECK(part(result, "LAB") == "2.04166667"_s);
    CHECK(part(result, "SET") == QString::fromLatin1(setup));
    CHECK(c4(result) == QString::fromLatin1(unit));
}

TEST_CASE("E3: a shared sub-assembly is set up once for all its uses", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "1.50");
    for (const char* code : {"S", "A", "B", "P"})
        world.made(QString::fromLatin1(code));
    world.center("BENCH"_s, "60", "0");
    world.center("PRESS"_s, "120", "0");
    world.line("P"_s, "A"_s, "2");
    world.line("P"_s, "B"_s, "1");
    world.line("A"_s, "S"_s, "3");
    world.line("B"_s, "S"_s, "4");
    world.line("S"_s, "M"_s, "1");
    world.operation("P"_s, 10, "BENCH"_s, "0", "5");
    world.operation("A"_s, 10, "BENCH"_s, "0", "2");
    world.operation("B"_s, 10, "BENCH"_s, "0", "1.6");
    world.operation("S"_s, 10, "PRESS"_s, "30", "0");

    const CostResult ten = world.cost("P"_s, "10");
    CHECK(requiredOf(ten, "A"_s) == "20"_s);
    CHECK(requiredOf(ten, "B"_s) == "10"_s);
    CHECK(requiredOf(ten, "S"_s) == "100"_s);
    CHECK(unitOf(ten, "S"_s) == "2.1"_s);
    CHECK(unitOf(ten, "A"_s) == "8.3"_s);
    CHECK(unitOf(ten, "B"_s) == "10"_s);
    CHECK(c4(ten) == "31.6"_s);
    CHECK(part(ten, "MAT") == "15"_s);
    CHECK(part(ten, "MAC") == "10.6"_s);
    CHECK(part(ten, "SET") == "6"_s);

    const CostResult forty = world.cost("P"_s, "40");
    CHECK(unitOf(forty, "S"_s) == "1.65"_s);
    CHECK(c4(forty) == "27.1"_s);

    for (ItemRow& row : world.tables.items) {
        if (row.code == "S"_s) {
            row.lotPolicy = LotPolicy::Standard;
            row.costingLot = qty("200");
        }
    }
    for (const char* lot : {"1", "10", "40", "777"}) {
        const CostResult standard = world.cost("P"_s, lot);
        CHECK(unitOf(standard, "S"_s) == "1.8"_s);
        CHECK(c4(standard) == "28.6"_s);
    }
}

TEST_CASE("E4: each operation is paid for the units that enter it", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "2.00");
    world.made("P"_s);
    world.line("P"_s, "M"_s, "1").opSeq = 10;
    world.center("W10"_s, "60", "0");
    world.center("W20"_s, "50", "0");
    world.operation("P"_s, 10, "W10"_s, "0", "0.6").yield = percent("98");
    world.operation("P"_s, 20, "W20"_s, "0", "1.2").yield = percent("95");

    const CostResult result = world.cost("P"_s, "931");
    const CostNode& top = result.nodes.front();
    REQUIRE(result.operations.size() == 2);
    CHECK(result.operations[0].entering.toString() == "1000"_s);
    CHECK(result.operations[1].entering.toString() == "980"_s);
    CHECK(result.operations[0].machine.toString() == "600"_s);
    CHECK(result.operations[1].machine.toString() == "980"_s);
    CHECK(top.total[slot(Element::Mat)].toString() == "1862"_s);
    CHECK(top.total[slot(Element::Loss)].toString() == "138"_s);
    qint64 lotTotal = 0;
    for (UnitCost total : top.total)
        lotTotal += total.raw();
    CHECK(UnitCost::fromRaw(lotTotal).toString() == "3580"_s);
    CHECK(part(result, "LOSS") == "0.14822771"_s);
    CHECK(c4(result) == "3.8453"_s);
}

TEST_CASE("E5: a tool is spread over the contract, whatever the lot", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "3.20");
    world.made("P"_s);
    world.line("P"_s, "M"_s, "1");
    world.tool("P"_s, "86000", "30", "50000");
    for (const char* lot : {"1", "1000", "80000"}) {
        const CostResult result = world.cost("P"_s, lot);
        CHECK(part(result, "TOOL") == "1.204"_s);
        CHECK(c4(result) == "4.404"_s);
    }
    world.tables.tools.front().mode = ToolMode::SeparateLine;
    CHECK(c4(world.cost("P"_s, "100")) == "3.2"_s);
}

TEST_CASE("E6: a full cost sheet adds up element by element", "[quoting][costing]")
{
    const CostingWorld world = machinedBracket();
    const CostResult result = world.cost("BRACKET"_s, "500");
    const auto [code, amount] = GENERATE(table<const char*, const char*>({{"MAT", "7.68"},
        {"LOSS", "0"},
        {"LAB", "2.1"},
        {"MAC", "8.25"},
        {"SET", "0.285"},
        {"OUT", "1.8"},
        {"TOOL", "0.6"},
        {"PACK", "0.35"},
        {"FRT", "0.25"},
        {"MOH", "1.2762"},
        {"ADM", "1.07556"},
        {"REC", "-1.08"},
        {"OTH", "0"}}));
    CHECK(part(result, code) == QString::fromLatin1(amount));
    CHECK(result.c8->toString() == "22.58676"_s);
    CHECK(c4(result) == "22.5868"_s);
    // 0.5 + 6 + 1 minutes a piece and 90 minutes of setup.
    CHECK(result.opMinutes.toString() == "3840"_s);
}

TEST_CASE("E6: the minimum charge bites in a small lot only", "[quoting][costing]")
{
    const CostingWorld world = machinedBracket();
    const CostResult small = world.cost("BRACKET"_s, "100");
    CHECK(part(small, "SET") == "1.425"_s);
    CHECK(part(small, "OUT") == "3"_s);
    CHECK(part(small, "MOH") == "1.413"_s);
    CHECK(part(small, "ADM") == "1.1994"_s);
    CHECK(c4(small) == "25.1874"_s);
    CHECK(small.operations[2].minCharge);

    const CostResult large = world.cost("BRACKET"_s, "2000");
    CHECK(part(large, "SET") == "0.07125"_s);
    CHECK(part(large, "MOH") == "1.25055"_s);
    CHECK(part(large, "ADM") == "1.06359"_s);
    CHECK(c4(large) == "22.3354"_s);
    CHECK_FALSE(large.operations[2].minCharge);
}

TEST_CASE("E11: a foreign price for a thousand becomes an exact base price", "[quoting][costing]")
{
    CostingWorld world;
    world.item("SCREW"_s);
    PriceRow& price = world.price("SCREW"_s, "12.50");
    price.currency = "USD"_s;
    price.pricePer = qty("1000");
    world.tables.fx.push_back(
        {"USD"_s, "CNY"_s, QDate(2026, 5, 1), ExchangeRate::fromRaw(712340000)});
    world.made("P"_s);
    world.line("P"_s, "SCREW"_s, "8");
    const CostResult result = world.cost("P"_s, "100");
    CHECK(unitOf(result, "SCREW"_s) == "0.0890425"_s);
    CHECK(part(result, "MAT") == "0.71234"_s);
    CHECK(c4(result) == "0.7123"_s);
}

TEST_CASE(
    "E12: cavities share a cycle and start-up material belongs to the lot", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("PP"_s, "9.20", "kg");
    world.made("CAP"_s);
    world.tables.boms.front().qty = qty("1000");
    BomLineRow& material = world.line("CAP"_s, "PP"_s, "4.5");
    material.scrap = percent("3");
    material.fixedQty = qty("2");
    world.center("MOULDER"_s, "72", "24");
    OperationRow& moulding = world.operation("CAP"_s, 10, "MOULDER"_s, "60", "0.5");
    moulding.basis = RunBasis::Cycle;
    moulding.unitsPerCycle = qty("8");
    world.tool("CAP"_s, "48000", "0", "2000000");
    const CostResult result = world.cost("CAP"_s, "10000");
    CHECK(requiredOf(result, "PP"_s) == "48.35"_s);
    CHECK(part(result, "MAT") == "0.04324"_s);
    CHECK(part(result, "LOSS") == "0.001242"_s);
    CHECK(part(result, "MAC") == "0.075"_s);
    CHECK(part(result, "LAB") == "0.025"_s);
    CHECK(part(result, "SET") == "0.0096"_s);
    CHECK(part(result, "TOOL") == "0.024"_s);
    CHECK(c4(result) == "0.1781"_s);
}

TEST_CASE("E13: a what-if price moves material and the overhead on it", "[quoting][costing]")
{
    const CostingWorld world = machinedBracket();
    Overrides dearer;
    dearer.itemPriceFactor.insert("ALU"_s, Rate::fromRaw(1100000));
    const CostResult factor = world.cost("BRACKET"_s, "500", dearer);
    CHECK(unitOf(factor, "ALU"_s) == "26.4"_s);
    CHECK(part(factor, "MAT") == "8.448"_s);
    CHECK(part(factor, "ADM") == "1.11396"_s);
    CHECK(c4(factor) == "23.3932"_s);
    CHECK(factor.c4->raw() - world.cost("BRACKET"_s, "500").c4->raw() == 80640000);

    Overrides absolute;
    absolute.itemPrice.insert("ALU"_s, yuan("26.40"));
    CHECK(c4(world.cost("BRACKET"_s, "500", absolute)) == "23.3932"_s);
}

TEST_CASE("E14: a batch begun is a batch paid, unless cycles are not rounded", "[quoting][costing]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("OVEN"_s, "64", "0");
    OperationRow& heat = world.operation("P"_s, 10, "OVEN"_s, "0", "45");
    heat.basis = RunBasis::Batch;
    heat.unitsPerCycle = qty("250");

    const CostResult two = world.cost("P"_s, "500");
    CHECK(two.operations.front().runs.toString() == "2"_s);
    CHECK(two.opMinutes.toString() == "90"_s);
    CHECK(two.operations.front().machine.toString() == "96"_s);
    const CostResult three = world.cost("P"_s, "501");
    CHECK(three.operations.front().runs.toString() == "3"_s);
    CHECK(three.operations.front().machine.toString() == "144"_s);
    world.tables.operations.front().cycleRounding = CycleRounding::None;
    CHECK(world.cost("P"_s, "501").operations.front().machine.toString() == "96.192"_s);
}

TEST_CASE("E15: a loop is told with the loop only, phantoms included", "[quoting][costing]")
{
    CostingWorld world;
    for (const char* code : {"Z", "A", "B"})
        world.made(QString::fromLatin1(code));
    world.item("X"_s, ItemKind::Phantom);
    world.bom("X"_s);
    world.line("Z"_s, "A"_s, "1");
    world.line("A"_s, "B"_s, "1");
    world.line("B"_s, "X"_s, "1");
    world.line("X"_s, "A"_s, "1");

    const QStringList loop{"A"_s, "B"_s, "X"_s, "A"_s};
    for (const char* asked : {"A", "Z"}) {
        const CostResult result = world.cost(QString::fromLatin1(asked), "1");
        REQUIRE(errorCodes(result) == QStringList{"E_CYCLE"_s});
        CHECK(result.errors.front().path == loop);
        CHECK_FALSE(result.c4);
        CHECK(result.errors.front().error.arg("path"_s) == "A(rev A) → B(rev A) → X(rev A) → A"_s);
    }

    CostingWorld self;
    self.made("A"_s);
    self.line("A"_s, "A"_s, "1");
    const CostResult result = self.cost("A"_s, "1");
    REQUIRE(errorCodes(result) == QStringList{"E_CYCLE"_s});
    CHECK(result.errors.front().path == QStringList{"A"_s, "A"_s});
}
