// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/random_costing.h"

#include <rapidcheck.h>

#include <algorithm>

// Laws that hold for every costing, tried on random tables.
using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

namespace {

struct RandomCase {
    CostTables tables;
    CostRequest request;
    CostResult result;
};

RandomCase someCosting()
{
    for (;;) {
        RandomCosting random(*rc::gen::arbitrary<quint64>());
        RandomCase found;
        found.tables = random.tables(*rc::gen::inRange(4, 25));
        found.request = random.request();
        found.result = quoting::cost(CostInput::build(found.tables), found.request);
        if (found.result.ok())
            return found;
    }
}

bool sameCost(const CostResult& a, const CostResult& b)
{
    return a.ok() && b.ok() && a.elements == b.elements && a.c4 == b.c4;
}

} // namespace

TEST_CASE("costing obeys its laws on random companies", "[quoting][costing][property]")
{
    const auto holds = [](const char* law, const auto& property) {
        INFO(law);
        CHECK(rc::check(law, property));
    };
    holds("the elements add up to the cost", [] {
        const RandomCase random = someCosting();
        qint64 sum = 0;
        for (UnitCost element : random.result.elements)
            sum += element.raw();
        RC_ASSERT(sum == random.result.c8->raw());
        const auto printed = costElementSplit(random.result.elements, 2);
        qint64 fen = 0;
        for (qint64 part : printed)
            fen += part;
        RC_ASSERT(fen == static_cast<qint64>(divide(sum, 1000000, Rounding::HalfUp)));
    });
    holds("the order of rows never matters", [] {
        RandomCase random = someCosting();
        const auto before = random.result;
        std::reverse(random.tables.items.begin(), random.tables.items.end());
        std::reverse(random.tables.boms.begin(), random.tables.boms.end());
        std::reverse(random.tables.bomLines.begin(), random.tables.bomLines.end());
        std::reverse(random.tables.operations.begin(), random.tables.operations.end());
        std::reverse(random.tables.prices.begin(), random.tables.prices.end());
        std::reverse(random.tables.tools.begin(), random.tables.tools.end());
        std::reverse(random.tables.overheads.begin(), random.tables.overheads.end());
        RC_ASSERT(sameCost(before, quoting::cost(CostInput::build(random.tables), random.request)));
    });
    holds("the same question has the same answer", [] {
        const RandomCase random = someCosting();
        const CostInput input = CostInput::build(random.tables);
        RC_ASSERT(sameCost(random.result, quoting::cost(input, random.request)));
    });
    holds("a what-if that names nothing changes nothing", [] {
        const RandomCase random = someCosting();
        Overrides none;
        none.itemPriceFactor.insert("ABSENT"_s, Rate::fromWhole(2));
        none.lot.insert("ABSENT"_s, Quantity::fromWhole(1));
        none.revision.insert(random.request.item, "ABSENT"_s);
        RC_ASSERT(sameCost(
            random.result, quoting::cost(CostInput::build(random.tables), random.request, none)));
    });
}

TEST_CASE("material doubles with its prices", "[quoting][costing][property]")
{
    CHECK(rc::check("twice the prices, twice the material", [] {
        CostingWorld world;
        world.bought("M1"_s, "1.37");
        world.bought("M2"_s, "0.29");
        world.made("A"_s);
        world.made("P"_s);
        world.line("P"_s, "A"_s, "1").qty = Quantity::fromRaw(*rc::gen::inRange(1, 90000000));
        world.line("P"_s, "M1"_s, "1").qty = Quantity::fromRaw(*rc::gen::inRange(1, 90000000));
        world.line("A"_s, "M2"_s, "1").scrap = Rate::fromRaw(*rc::gen::inRange(0, 900000));
        const CostResult once = world.cost("P"_s, "100");
        Overrides twice;
        twice.itemPriceFactor.insert("M1"_s, Rate::fromWhole(2));
        twice.itemPriceFactor.insert("M2"_s, Rate::fromWhole(2));
        const CostResult doubled = world.cost("P"_s, "100", twice);
        for (Element element : {Element::Mat, Element::Loss}) {
            const qint64 off =
                doubled.elements[slot(element)].raw() - 2 * once.elements[slot(element)].raw();
            // One unit of the last place per rounding, carried by the quantity of the part.
            RC_ASSERT(std::abs(off) <= 100);
        }
    }));
}

TEST_CASE("a huge lot leaves setup and start-up material behind", "[quoting][costing][property]")
{
    CHECK(rc::check("cost tends to the cost without setup", [] {
        CostingWorld world;
        world.bought("M"_s, "3");
        world.made("P"_s);
        world.line("P"_s, "M"_s, "2").fixedQty = Quantity::fromRaw(*rc::gen::inRange(0, 5000000));
        world.center("W"_s, "60", "30");
        world.operation("P"_s, 10, "W"_s, "0", "1").setupMs = *rc::gen::inRange(0, 7200000);
        const qint64 huge = world.cost("P"_s, "1000000").c8->raw();
        const qint64 plain = 750000000;
        RC_ASSERT(huge >= plain && huge - plain <= 30000);
    }));
}

TEST_CASE("a phantom in place of a sub-assembly keeps the material", "[quoting][costing][property]")
{
    CHECK(rc::check("MAT + LOSS stay equal up to rounding", [] {
        CostingWorld world;
        world.bought("M"_s, "3");
        world.item("A"_s, ItemKind::Make);
        world.bom("A"_s);
        world.made("P"_s);
        world.line("P"_s, "A"_s, "1").qty = Quantity::fromRaw(*rc::gen::inRange(1, 9000) * 1000);
        world.line("A"_s, "M"_s, "1").scrap = Rate::fromRaw(*rc::gen::inRange(0, 300) * 1000);
        const CostResult made = world.cost("P"_s, "100");
        world.tables.items[1].kind = ItemKind::Phantom;
        const CostResult phantom = world.cost("P"_s, "100");
        const qint64 off = made.c8->raw() - phantom.c8->raw();
        RC_ASSERT(std::abs(off) <= 20);
    }));
}
