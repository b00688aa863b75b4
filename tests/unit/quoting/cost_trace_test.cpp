// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_trace.h"
#include "tests/unit/quoting/random_costing.h"

using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

TEST_CASE("a traced number shows its figures, price row, date and supplier", "[quoting][trace]")
{
    CostingWorld world;
    world.item("STEEL"_s, ItemKind::Buy, "kg");
    PriceRow& price = world.price("STEEL"_s, "5876");
    price.uom = "t"_s;
    price.taxIncluded = true;
    price.tax = percent("13");
    price.supplier = "宁波金属"_s;
    price.valid.from = QDate(2026, 3, 1);
    world.made("P"_s);
    world.line("P"_s, "STEEL"_s, "0.85").scrap = percent("4");
    world.center("LATHE"_s, "60", "35");
    world.operation("P"_s, 10, "LATHE"_s, "45", "3.5");
    const CostInput input = CostInput::build(world.tables);
    const CostResult result = quoting::cost(input, world.request("P"_s, "100"));

    const auto material = traceOf(input, result, 0, Element::Mat, Language::Chinese);
    REQUIRE(material.size() == 2);
    CHECK(material[0].formula == "85 × 5.2 = 442"_s);
    CHECK(material[0].source == "P1 · 宁波金属 · 2026-03-01"_s);
    CHECK(material[0].supplier == "宁波金属"_s);
    CHECK(material[0].sourceDate == QDate(2026, 3, 1));
    CHECK(material[1].formula == "442 / 100 = 4.42"_s);
    CHECK(traceOf(input, result, 0, Element::Loss, Language::Chinese)[0].formula
        == "(88.4 − 85) × 5.2 = 17.68"_s);
    CHECK(traceOf(input, result, 0, Element::Set, Language::Chinese)[0].formula
        == "1 × 45 min / 60 × (60 + 35 × 1) = 71.25"_s);
    CHECK(traceOf(input, result, 0, Element::Mac, Language::Chinese)[0].formula
        == "100 × 3.5 min / 60 × 60 = 350"_s);
    const int steel = result.nodeOf("STEEL"_s);
    CHECK(traceOf(input, result, steel, std::nullopt, Language::English)[0].formula
        == "5876 / (1000/1) / (1 + 13 %) = 5.2"_s);
}

TEST_CASE("the traced amounts of a lot add up to its total", "[quoting][trace]")
{
    for (quint64 seed = 1; seed <= 60; ++seed) {
        RandomCosting random(seed);
        const CostInput input = CostInput::build(random.tables(20));
        const CostResult result = quoting::cost(input, random.request());
        if (!result.ok())
            continue;
        for (std::size_t node = 0; node < result.nodes.size(); ++node) {
            if (result.nodes[node].use != NodeUse::Made)
                continue;
            for (Element element : kElements) {
                qint64 sum = 0;
                for (const TraceLine& line :
                    traceOf(input, result, static_cast<int>(node), element, Language::English))
                    sum += line.perUnit ? 0 : line.amount.raw();
                REQUIRE(sum == result.nodes[node].total[slot(element)].raw());
            }
        }
    }
}
