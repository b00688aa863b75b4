// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "core/quoting/exact_quotient.h"
#include "tests/unit/quoting/costing_world.h"

using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

TEST_CASE("the price break is looked up with what the whole costing needs", "[quoting][costing]")
{
    CostingWorld world;
    world.item("M"_s);
    world.price("M"_s, "10");
    world.price("M"_s, "8").minQty = qty("100");
    world.price("M"_s, "6").minQty = qty("1000");
    world.made("P"_s);
    world.made("A"_s);
    world.line("P"_s, "A"_s, "1");
    world.line("P"_s, "M"_s, "1");
    world.line("A"_s, "M"_s, "1");
    CHECK(unitOf(world.cost("P"_s, "49"), "M"_s) == "10"_s);
    CHECK(unitOf(world.cost("P"_s, "50"), "M"_s) == "8"_s);
    CHECK(unitOf(world.cost("P"_s, "500"), "M"_s) == "6"_s);

    SECTION("or with the annual volume")
    {
        CostRequest request = world.request("P"_s, "10");
        request.priceQtyBasis = PriceQtyBasis::Annual;
        request.annualQuantity = qty("500");
        const CostResult result = quoting::cost(CostInput::build(world.tables), request);
        CHECK(unitOf(result, "M"_s) == "6"_s);
        CHECK(requiredOf(result, "M"_s) == "20"_s);
    }
    SECTION("or with the costing lot of a standard item")
    {
        world.tables.items.front().lotPolicy = LotPolicy::Standard;
        world.tables.items.front().costingLot = qty("100");
        CHECK(unitOf(world.cost("P"_s, "5000"), "M"_s) == "8"_s);
    }
    SECTION("and a preferred supplier leaves the others out")
    {
        world.tables.items.front().preferredSupplier = "GOOD"_s;
        world.tables.prices.front().supplier = "GOOD"_s;
        CHECK(unitOf(world.cost("P"_s, "500"), "M"_s) == "10"_s);
    }
}

TEST_CASE("equal breaks are decided by newest start, lowest price, row id", "[quoting][costing]")
{
    CostingWorld world;
    world.item("M"_s);
    world.price("M"_s, "5").valid.from = QDate(2026, 1, 1);
    world.price("M"_s, "9").valid.from = QDate(2026, 2, 1);
    world.price("M"_s, "7").valid.from = QDate(2026, 2, 1);
    world.price("M"_s, "7").valid.from = QDate(2026, 2, 1);
    const CostResult result = world.cost("M"_s, "1");
    CHECK(c4(result) == "7"_s);
    const CostInput input = CostInput::build(world.tables);
    CHECK(input.price(result.nodes.front().price.priceRow).priceId == "P3"_s);
}

TEST_CASE("an exchange rate is taken in either direction, the newest on or before the day",
    "[quoting][costing]")
{
    CostingWorld world;
    world.item("M"_s);
    world.price("M"_s, "1").currency = "USD"_s;
    const auto rate = [&](const char* from, const char* to, QDate date, qint64 raw) {
        world.tables.fx.push_back(
            {QString::fromLatin1(from), QString::fromLatin1(to), date, ExchangeRate::fromRaw(raw)});
    };
    CHECK(errorCodes(world.cost("M"_s, "1")) == QStringList{"E_NO_FX"_s});
    rate("USD", "CNY", QDate(2026, 6, 2), 900000000); // tomorrow
    CHECK(errorCodes(world.cost("M"_s, "1")) == QStringList{"E_NO_FX"_s});
    rate("USD", "CNY", QDate(2026, 4, 1), 700000000);
    CHECK(c4(world.cost("M"_s, "1")) == "7"_s);
    // A division by 0.14, not a multiplication with a rounded 7.14285714.
    rate("CNY", "USD", QDate(2026, 6, 1), 14000000);
    const CostResult inverse = world.cost("M"_s, "1");
    CHECK(inverse.c8->toString() == "7.14285714"_s);
    CHECK(inverse.nodes.front().price.fxInverse);

    const auto asked = value(costAsAsked(CostInput::build(world.tables), inverse, ""_s, "USD"_s));
    CHECK(asked.unit.toString() == "1"_s);
}

TEST_CASE("all errors of a costing are collected, each with its path", "[quoting][costing]")
{
    CostingWorld world;
    world.made("P"_s);
    world.made("A"_s);
    world.line("P"_s, "A"_s, "1");
    world.line("P"_s, "GHOST"_s, "1");
    world.item("NOPRICE"_s);
    world.line("A"_s, "NOPRICE"_s, "1");
    world.bought("BAR"_s, "1", "kg");
    world.line("A"_s, "BAR"_s, "1").uom = "m"_s;
    world.item("NOBOM"_s, ItemKind::Make);
    world.line("A"_s, "NOBOM"_s, "1");
    world.item("NOFX"_s);
    world.price("NOFX"_s, "1").currency = "EUR"_s;
    world.line("A"_s, "NOFX"_s, "1");
    world.operation("P"_s, 10, "NOWHERE"_s, "0", "1");
    world.made("BADYIELD"_s);
    world.tables.boms.back().yield = percent("0");
    world.line("A"_s, "BADYIELD"_s, "1");
    world.made("NOLOT"_s);
    world.tables.items.back().lotPolicy = LotPolicy::Standard;
    world.line("A"_s, "NOLOT"_s, "1");
    world.made("BACK"_s);
    world.line("A"_s, "BACK"_s, "1");
    world.line("BACK"_s, "A"_s, "1");

    const CostResult result = world.cost("P"_s, "10");
    QStringList found;
    for (const CostNote& note : result.errors)
        found.append(note.error.code + QLatin1Char(' ') + note.path.join(QLatin1Char('>')));
    found.sort();
    CHECK(found
        == QStringList{"E_CYCLE A>BACK>A"_s,
            "E_NO_BOM P>A>NOBOM"_s,
            "E_NO_FX P>A>NOFX"_s,
            "E_NO_ITEM P>GHOST"_s,
            "E_NO_PRICE P>A>NOPRICE"_s,
            "E_NO_RATE P"_s,
            "E_NO_UOM P>A>BAR"_s,
            "E_YIELD_RANGE P>A>BADYIELD"_s,
            "E_ZERO_LOT P>A>NOLOT"_s});
    CHECK_FALSE(result.c4);
    for (const CostNote& note : result.errors) {
        for (Language language : {Language::Chinese, Language::English}) {
            const QString text = sentence(note.error, language);
            INFO(text.toStdString());
            CHECK(text != note.error.code);
            CHECK_FALSE(text.contains(QLatin1Char('{')));
        }
    }
}

TEST_CASE(
    "a made item without a BOM is costed from its price, with a warning", "[quoting][costing]")
{
    CostingWorld world;
    world.item("P"_s, ItemKind::Make);
    CHECK(errorCodes(world.cost("P"_s, "1")) == QStringList{"E_NO_BOM"_s});
    world.tables.items.front().fixedCost = yuan("4");
    CHECK(c4(world.cost("P"_s, "1")) == "4"_s);
    CHECK(warningCodes(world.cost("P"_s, "1")) == QStringList{"W_NO_BOM_FALLBACK"_s});
    world.price("P"_s, "3");
    CHECK(c4(world.cost("P"_s, "1")) == "3"_s);
}

TEST_CASE("an item is exploded, or priced where its line or itself says so", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "1");
    world.made("A"_s);
    world.line("A"_s, "M"_s, "1");
    world.price("A"_s, "10");
    world.made("P"_s);
    world.line("P"_s, "A"_s, "1");
    CHECK(c4(world.cost("P"_s, "1")) == "1"_s);
    world.line("P"_s, "A"_s, "1").explode = false;
    const CostResult both = world.cost("P"_s, "1");
    CHECK(c4(both) == "11"_s);
    CHECK(requiredOf(both, "A"_s) == "2"_s);
    for (ItemRow& row : world.tables.items) {
        if (row.code == "A"_s) {
            row.costSource = CostSource::Fixed;
            row.fixedCost = yuan("20");
        }
    }
    const CostResult fixed = world.cost("P"_s, "1");
    CHECK(c4(fixed) == "40"_s);
    CHECK(fixed.warnings.empty());
}

TEST_CASE("the cheapest alternative is not taken, the first in priority is", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M1"_s, "1");
    world.bought("M2"_s, "2");
    world.made("P"_s);
    BomLineRow& first = world.line("P"_s, "M1"_s, "1");
    first.altGroup = "G"_s;
    first.altPriority = 2;
    BomLineRow& second = world.line("P"_s, "M2"_s, "1");
    second.altGroup = "G"_s;
    second.altPriority = 1;
    CHECK(c4(world.cost("P"_s, "1")) == "2"_s);
    Overrides other;
    other.alternate.insert({"P"_s, "G"_s}, 1);
    CHECK(c4(world.cost("P"_s, "1", other)) == "1"_s);
}

TEST_CASE("a by-product takes its share of every element or gives a credit", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "10");
    world.item("SIDE"_s, ItemKind::Buy, "kg");
    world.made("P"_s);
    world.line("P"_s, "M"_s, "1");
    world.center("W"_s, "60", "0");
    world.operation("P"_s, 10, "W"_s, "0", "10");
    BomLineRow& side = world.line("P"_s, "SIDE"_s, "2");
    side.type = LineType::Byproduct;
    side.valueMethod = ByproductValue::Share;
    side.share = percent("25");
    const CostResult shared = world.cost("P"_s, "100");
    CHECK(part(shared, "MAT") == "7.5"_s);
    CHECK(part(shared, "MAC") == "7.5"_s);
    REQUIRE(shared.byproductUnitCosts().size() == 1);
    CHECK(UnitCost::fromRaw(shared.byproductUnitCosts().front().raw).toString() == "2.5"_s);

    side.valueMethod = ByproductValue::Credit;
    side.creditPrice = yuan("0.5");
    const CostResult credit = world.cost("P"_s, "100");
    CHECK(part(credit, "REC") == "-1"_s);
    CHECK(c4(credit) == "19"_s);

    side.valueMethod = ByproductValue::Share;
    side.share = percent("100");
    CHECK(errorCodes(world.cost("P"_s, "100")) == QStringList{"E_YIELD_RANGE"_s});
}

TEST_CASE("a phantom passes its content on with its own scrap as net use", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "1");
    world.item("X"_s, ItemKind::Phantom);
    world.bom("X"_s).qty = qty("2");
    world.made("P"_s);
    world.line("X"_s, "M"_s, "3").scrap = percent("10");
    BomLineRow& use = world.line("P"_s, "X"_s, "4");
    use.scrap = percent("50");
    const CostResult result = world.cost("P"_s, "1");
    // 4 × 1.5 × 3 / 2 = 9 net, 9.9 gross.
    CHECK(part(result, "MAT") == "9"_s);
    CHECK(part(result, "LOSS") == "0.9"_s);
    CHECK(result.nodeOf("X"_s) == -1);
    REQUIRE(result.lines.size() == 1);
    const CostInput input = CostInput::build(world.tables);
    CHECK(input.item(result.lines.front().phantom).code == "X"_s);
}

TEST_CASE("quantities and costs beyond the stored range are refused", "[quoting][costing]")
{
    CostingWorld world;
    world.bought("M"_s, "9000000000");
    world.made("P"_s);
    world.line("P"_s, "M"_s, "1000000");
    CHECK(errorCodes(world.cost("P"_s, "1000000")) == QStringList{"E_OVERFLOW"_s});
    CHECK(errorCodes(world.cost("P"_s, "0")) == QStringList{"E_ZERO_LOT"_s});
    CHECK(errorCodes(world.cost("P"_s, "-1")) == QStringList{"E_ZERO_LOT"_s});
    const CostResult nothing = world.cost("NOTHING"_s, "1");
    CHECK(errorCodes(nothing) == QStringList{"E_NO_ITEM"_s});
    CHECK(nothing.errors.front().path == QStringList{"NOTHING"_s});
}

TEST_CASE("an overhead rule keeps to its group, work center and dates", "[quoting][costing]")
{
    CostingWorld world;
    world.made("P"_s);
    world.center("W1"_s, "60", "0");
    world.center("W2"_s, "60", "0");
    world.operation("P"_s, 10, "W1"_s, "0", "10");
    world.operation("P"_s, 20, "W2"_s, "0", "30");
    OverheadRow& rule = world.overhead(10, OverheadLevel::Each, "MAC"_s, "10", Element::Moh);
    CHECK(part(world.cost("P"_s, "1"), "MOH") == "4"_s);
    rule.scope = OverheadScope::WorkCenter;
    rule.scopeKey = "W1"_s;
    CHECK(part(world.cost("P"_s, "1"), "MOH") == "1"_s);
    rule.scope = OverheadScope::ItemGroup;
    CHECK(part(world.cost("P"_s, "1"), "MOH") == "0"_s);
    world.tables.items.front().group = "W1"_s;
    CHECK(part(world.cost("P"_s, "1"), "MOH") == "4"_s);
    rule.amount = yuan("0.5");
    CHECK(part(world.cost("P"_s, "2"), "MOH") == "4.5"_s);
    rule.valid.to = world.date;
    CHECK(part(world.cost("P"_s, "1"), "MOH") == "0"_s);
}

TEST_CASE("a printed split adds up to its printed total", "[quoting][costing]")
{
    ElementVector unit{};
    unit[slot(Element::Mat)] = UnitCost::fromRaw(1'00333333);
    unit[slot(Element::Lab)] = UnitCost::fromRaw(1'00333333);
    unit[slot(Element::Mac)] = UnitCost::fromRaw(1'00433334);
    unit[slot(Element::Rec)] = UnitCost::fromRaw(-500000);
    const auto parts = costElementSplit(unit, 2);
    qint64 sum = 0;
    for (qint64 share : parts)
        sum += share;
    CHECK(sum == 301); // 3.006 rounded
    CHECK(parts[slot(Element::Rec)] == 0);
    CHECK(parts[slot(Element::Mac)] == 101);
}

TEST_CASE("products wider than 128 bits are still rounded exactly", "[quoting][costing]")
{
    const Int128 big = Int128(1) << 100;
    CHECK(
        ExactQuotient().times(big).times(big).times(7).over(big).over(big).over(2).rounded() == 4);
    CHECK(ExactQuotient().times(-big).times(big).times(7).over(big).over(big).over(2).rounded()
        == -4);
    CHECK(
        ExactQuotient().times(big).times(big).times(10).over(big).over(big).over(3).rounded() == 3);
    CHECK(
        ExactQuotient().times(big).times(big).times(10).over(big).over(big).over(3).ceiled() == 4);
    CHECK_FALSE(ExactQuotient().times(big).times(big).over(big).rounded());
}
