// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/quote_company.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// Every figure a costing gives, as one text to compare.
QString costFigures(const quoting::CostResult& result)
{
    QStringList figures{c4(result)};
    for (const quoting::Element element : quoting::kElements)
        figures << result.elements[quoting::slot(element)].toFullString();
    for (const auto& figure : result.requiredQuantities())
        figures << figure.item + QLatin1Char('=') + QString::number(figure.raw);
    for (const auto& figure : result.itemUnitCosts())
        figures << figure.item + QLatin1Char('=') + QString::number(figure.raw);
    return figures.join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("tables read back from a company file cost the same", "[quoting][loader]")
{
    SECTION("E6 at three lots")
    {
        const CostingWorld world = bracketWorld();
        QuoteCompany company(world);
        const auto input = value(company.costs.current());
        for (const char* lot : {"100", "500", "2000"}) {
            CHECK(costFigures(quoting::cost(*input, world.request("BRACKET"_s, lot)))
                == costFigures(world.cost("BRACKET"_s, lot)));
        }
        CHECK(c4(quoting::cost(*input, world.request("BRACKET"_s, "500"))) == "22.5868"_s);
    }
    SECTION("E3, with the shared part by order and by standard lot")
    {
        CostingWorld world = sharedPartWorld();
        const bool standard = GENERATE(false, true);
        for (quoting::ItemRow& row : world.tables.items) {
            if (standard && row.code == "S"_s) {
                row.lotPolicy = quoting::LotPolicy::Standard;
                row.costingLot = qty("200");
            }
        }
        QuoteCompany company(world);
        const auto input = value(company.costs.current());
        const auto result = quoting::cost(*input, world.request("P"_s, "10"));
        CHECK(costFigures(result) == costFigures(world.cost("P"_s, "10")));
        CHECK(c4(result) == (standard ? "28.6"_s : "31.6"_s));
    }
}

TEST_CASE("the costing input is read again only after a row it reads changed", "[quoting][loader]")
{
    QuoteCompany company(bracketWorld());
    const auto first = value(company.costs.current());
    company.makeCustomer(QStringLiteral("上海电气集团"));
    CHECK(value(company.costs.current()) == first);
    company.changePrice("ALU"_s, "26.40");
    const auto second = value(company.costs.current());
    CHECK(second != first);
    CHECK(c4(quoting::cost(*second, bracketWorld().request("BRACKET"_s, "500"))) == "23.3932"_s);

    SECTION("also when another process changed it")
    {
        storage::Connection other(company.database->path(), storage::Connection::Mode::Writer);
        other.execute("UPDATE price_row SET price = 24000000 WHERE price = 26400000"_s);
        const auto third = value(company.costs.current());
        CHECK(c4(quoting::cost(*third, bracketWorld().request("BRACKET"_s, "500"))) == "22.5868"_s);
    }
}

TEST_CASE("a deleted row is not costed any more", "[quoting][loader]")
{
    QuoteCompany company(bracketWorld());
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto rules = storage::select<catalog::OverheadRule>(transaction.connection());
            for (catalog::OverheadRule& rule : rules)
                storage::remove(transaction, rule);
            return {};
        }));
    const auto input = value(company.costs.current());
    const auto result = quoting::cost(*input, bracketWorld().request("BRACKET"_s, "500"));
    CHECK(part(result, "MOH") == "0"_s);
    CHECK(part(result, "ADM") == "0"_s);
}
