// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/document_total.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using namespace chengdan::quoting;
using chengdan::tests::value;

namespace {

TotalLine totalLineOf(const char* price, int quantity, const char* tax = "13")
{
    return {value(UnitPrice::parse(QString::fromLatin1(price))),
        Quantity::fromWhole(quantity),
        value(rateFromPercent(QString::fromLatin1(tax)))};
}

void checkTotals(const LineTotal& line, qint64 amount, qint64 tax, qint64 total)
{
    CHECK(line.amount == amount);
    CHECK(line.tax == tax);
    CHECK(line.total == total);
}

LineTotal totalOf(const TotalLine& line, TaxMode mode)
{
    return value(lineTotal(line, mode, Currency::cny()));
}

} // namespace

TEST_CASE("E7: net lines add their tax", "[quoting][total]")
{
    checkTotals(totalOf(totalLineOf("28.97", 100), TaxMode::Net), 289700, 37661, 327361);
    checkTotals(totalOf(totalLineOf("25.97", 500), TaxMode::Net), 1298500, 168805, 1467305);
    checkTotals(totalOf(totalLineOf("25.69", 2000), TaxMode::Net), 5138000, 667940, 5805940);
}

TEST_CASE("E10: the mode of the document says which price is the master", "[quoting][total]")
{
    checkTotals(totalOf(totalLineOf("12.34", 300), TaxMode::Net), 370200, 48126, 418326);
    checkTotals(totalOf(totalLineOf("13.94", 300), TaxMode::Gross), 370088, 48112, 418200);
}

TEST_CASE("E10: the document's tax is the sum of its lines' taxes", "[quoting][total]")
{
    const std::vector<TotalLine> lines(3, totalLineOf("33.33", 1));
    const DocumentTotal total = value(documentTotal(lines, TaxMode::Net, Currency::cny()));
    CHECK(total.lines[0].tax == 433);
    CHECK(total.tax == Money::fromFen(1299));
    CHECK(total.amount == Money::fromFen(9999));
    CHECK(total.total == Money::fromFen(11298));
}

TEST_CASE("a currency without minor units has whole amounts", "[quoting][total]")
{
    const Currency yen = value(Currency::parse(QStringLiteral("JPY")));
    const LineTotal line = value(lineTotal(totalLineOf("33.5", 3, "10"), TaxMode::Net, yen));
    checkTotals(line, 101, 10, 111);
}

TEST_CASE("a total that does not fit and a tax beyond 100 % are refused", "[quoting][total]")
{
    std::vector<TotalLine> lines{totalLineOf("1", 1), totalLineOf("1", 1)};
    lines[1].price = UnitPrice::fromRaw(std::numeric_limits<qint64>::max());
    lines[1].quantity = Quantity::fromRaw(std::numeric_limits<qint64>::max());
    const auto big = documentTotal(lines, TaxMode::Net, Currency::cny());
    REQUIRE_FALSE(big.has_value());
    CHECK(big.error().code == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(big.error().arg(QStringLiteral("line")) == QStringLiteral("2"));
    CHECK(lineTotal(totalLineOf("1", 1, "101"), TaxMode::Net, Currency::cny()).error().code
        == QStringLiteral("RATE_RANGE"));
}

TEST_CASE("laws of document totals", "[quoting][total][property]")
{
    setenv("RC_PARAMS", "seed=20260312 max_success=200", 1);
    const auto anyLine = rc::gen::map(rc::gen::tuple(rc::gen::inRange<qint64>(0, 1'000'000'000'000),
                                          rc::gen::inRange<qint64>(-1'000'000'000, 1'000'000'000),
                                          rc::gen::inRange<qint64>(0, 1'000'001)),
        [](const std::tuple<qint64, qint64, qint64>& raw) {
            return TotalLine{UnitPrice::fromRaw(std::get<0>(raw)),
                Quantity::fromRaw(std::get<1>(raw)),
                Rate::fromRaw(std::get<2>(raw))};
        });
    CHECK(rc::check("lines add up to the document, amount and tax to the total", [&] {
        const auto lines = *rc::gen::container<std::vector<TotalLine>>(anyLine);
        const TaxMode mode = *rc::gen::elementOf(std::vector{TaxMode::Net, TaxMode::Gross});
        const auto total = documentTotal(lines, mode, Currency::cny());
        RC_ASSERT(total.has_value());
        LineTotal sum;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const LineTotal& line = total->lines[i];
            RC_ASSERT(line.amount + line.tax == line.total);
            sum.amount += line.amount;
            sum.tax += line.tax;
            sum.total += line.total;
            TotalLine returned = lines[i];
            returned.quantity = Quantity::fromRaw(-returned.quantity.raw());
            RC_ASSERT(lineTotal(returned, mode, Currency::cny())->total == -line.total);
        }
        RC_ASSERT(total->amount.minor() == sum.amount);
        RC_ASSERT(total->tax.minor() == sum.tax);
        RC_ASSERT(total->total.minor() == sum.total);
    }));
}
