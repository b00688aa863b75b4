// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_catalog.h"
#include "core/quoting/costing.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace chengdan;

namespace {

int demoDepth(const quoting::CostInput& input, int item, QDate date)
{
    const int bom = input.effectiveBom(item, date);
    if (bom < 0)
        return 0;
    int deepest = 0;
    const auto lines = input.linesOf(bom);
    for (int line = lines.first; line < lines.last; ++line)
        deepest = std::max(deepest, demoDepth(input, input.line(line).component, date));
    return deepest + 1;
}

} // namespace

TEST_CASE("every product of the demo catalogue has a cost without errors or missing prices",
    "[exchange][demo]")
{
    const QDate today(2026, 5, 28);
    const auto catalog = exchange::makeDemoCatalog(today);
    REQUIRE(catalog.products.size() >= 50);
    CHECK(catalog.tables.items.size() >= 120);
    const auto input = quoting::CostInput::build(catalog.tables);
    QSet<int> depths;
    for (const QString& code : catalog.products) {
        for (const int lot : {1, 100, 2000}) {
            quoting::CostRequest request;
            request.item = code;
            request.quantity = Quantity::fromWhole(lot);
            request.date = today;
            const auto result = quoting::cost(input, request);
            INFO(code.toStdString() << " lot " << lot);
            for (const auto& error : result.errors)
                UNSCOPED_INFO(error.path.join(QLatin1Char('>')).toStdString()
                    << " " << Catch::StringMaker<Error>::convert(error.error));
            REQUIRE(result.errors.empty());
            REQUIRE(result.ok());
        }
        depths.insert(demoDepth(input, input.itemIndex(code), today));
    }
    CHECK(depths.contains(2));
    CHECK(depths.contains(3));
    CHECK(depths.contains(4));
}

TEST_CASE("the demo catalogue is the same every time", "[exchange][demo]")
{
    const QDate today(2026, 5, 28);
    const auto first = exchange::makeDemoCatalog(today);
    const auto second = exchange::makeDemoCatalog(today);
    REQUIRE(first.tables.prices.size() == second.tables.prices.size());
    for (std::size_t i = 0; i < first.tables.prices.size(); ++i)
        REQUIRE(first.tables.prices[i].price == second.tables.prices[i].price);
}
