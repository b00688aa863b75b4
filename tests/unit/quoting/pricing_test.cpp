// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/pricing.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using namespace chengdan::quoting;
using chengdan::tests::value;

namespace {

UnitCost costOf(const char* text)
{
    return value(UnitCost::parse(QString::fromLatin1(text)));
}

UnitPrice priceOf(const char* text)
{
    return value(UnitPrice::parse(QString::fromLatin1(text)));
}

Quantity countOf(int whole)
{
    return Quantity::fromWhole(whole);
}

Rate percentOf(const char* text)
{
    return value(rateFromPercent(QString::fromLatin1(text)));
}

PricePolicy markupPolicy(const char* percent)
{
    PricePolicy policy;
    policy.rate = percentOf(percent);
    policy.minMarkup = percentOf("5");
    return policy;
}

std::vector<FloatAuthority> gradeB()
{
    const QString b = QStringLiteral("B");
    return {{b, 1, percentOf("3")}, {b, 2, percentOf("6")}, {b, 3, percentOf("10")}};
}

int levelAt(const char* price)
{
    PriceRequest request;
    request.c4 = costOf("22.5868");
    request.policy = markupPolicy("15");
    request.grade = QStringLiteral("B");
    request.price = priceOf(price);
    request.authority = gradeB();
    return value(judgePrice(request)).level;
}

} // namespace

TEST_CASE("E7: a markup turns the cost of each tier into its guide price", "[quoting][price]")
{
    CHECK(value(guidePrice(costOf("25.1874"), markupPolicy("15"))) == priceOf("28.97"));
    CHECK(value(guidePrice(costOf("22.5868"), markupPolicy("15"))) == priceOf("25.97"));
    CHECK(value(guidePrice(costOf("22.3354"), markupPolicy("15"))) == priceOf("25.69"));
    CHECK(value(guidePrice(costOf("25.1874"), markupPolicy("20"))) == priceOf("30.22"));
    CHECK(value(guidePrice(costOf("22.5868"), markupPolicy("20"))) == priceOf("27.10"));
    CHECK(value(guidePrice(costOf("22.3354"), markupPolicy("20"))) == priceOf("26.80"));
    CHECK(marginOf(priceOf("25.97"), costOf("22.5868")) == percentOf("13.0273"));
}

TEST_CASE(
    "E8: the depth below the guide price decides whose approval it takes", "[quoting][authority]")
{
    CHECK(levelAt("25.97") == 1);
    CHECK(levelAt("27.00") == 1);
    CHECK(levelAt("25.20") == 1);
    CHECK(levelAt("25.19") == 2);
    CHECK(levelAt("24.42") == 2);
    CHECK(levelAt("24.41") == 3);
    CHECK(value(floorPrice(costOf("22.5868"), markupPolicy("15"))) == priceOf("23.72"));
    CHECK(levelAt("23.72") == 3);
    CHECK(levelAt("23.71") == 4);
    CHECK(depthOf(priceOf("25.97"), priceOf("23.71")) == percentOf("8.7023"));
}

TEST_CASE("E11: a quote in another currency converts the price, with its buffer, once",
    "[quoting][price]")
{
    const ExchangeRate rate = value(ExchangeRate::parse(QStringLiteral("7.1234")));
    const Rate buffer = percentOf("1");
    CHECK(value(foreignPrice(priceOf("25.97"), rate, buffer, 4)) == priceOf("3.6822"));
    CHECK(value(foreignPrice(priceOf("25.97"), rate, buffer, 2)) == priceOf("3.68"));
    CHECK(foreignPrice(priceOf("25.97"), ExchangeRate(), buffer, 2).error().code
        == QStringLiteral("E_NO_FX"));
}

TEST_CASE("E13: the margin falls with the cost while the price stands", "[quoting][price]")
{
    CHECK(marginOf(priceOf("25.97"), costOf("23.3932")) == percentOf("9.9222"));
}

TEST_CASE("markup and margin of the same rate are two different prices", "[quoting][price]")
{
    PricePolicy policy = markupPolicy("20");
    CHECK(value(guidePrice(costOf("100"), policy)) == priceOf("120"));
    policy.method = PriceMethod::Margin;
    CHECK(value(guidePrice(costOf("100"), policy)) == priceOf("125"));
    policy.rate = percentOf("100");
    CHECK(guidePrice(costOf("100"), policy).error().code == QStringLiteral("RATE_RANGE"));
}

TEST_CASE("a price is rounded once, to the step where there is one", "[quoting][price]")
{
    PricePolicy policy = markupPolicy("15");
    policy.step = priceOf("0.05");
    CHECK(value(guidePrice(costOf("22.5868"), policy)) == priceOf("25.95"));
    CHECK(value(floorPrice(costOf("22.5868"), policy)) == priceOf("23.75"));
    policy.step = priceOf("1");
    CHECK(value(guidePrice(costOf("22.5868"), policy)) == priceOf("26"));
    policy.step = UnitPrice();
    policy.priceDecimals = 4;
    CHECK(value(guidePrice(costOf("22.5868"), policy)) == priceOf("25.9748"));
    policy.step = priceOf("0.00005");
    CHECK(guidePrice(costOf("1"), policy).error().code == QStringLiteral("PRICE_STEP"));
    policy.priceDecimals = 7;
    CHECK(guidePrice(costOf("1"), policy).error().code == QStringLiteral("PRICE_DECIMALS"));
}

TEST_CASE("tool fees may be discounted by the top level only", "[quoting][authority]")
{
    PriceRequest request;
    request.c4 = costOf("100");
    request.policy = markupPolicy("20");
    request.grade = QStringLiteral("B");
    request.authority = gradeB();
    request.line = PricedLine::Tool;
    CHECK(value(judgePrice(request)).level == 1);
    request.price = priceOf("119.99");
    CHECK(value(judgePrice(request)).level == 4);
}

TEST_CASE("a level without a row has what the levels below it have", "[quoting][authority]")
{
    const QString b = QStringLiteral("B");
    const std::vector<FloatAuthority> rows{{{}, 1, percentOf("5")}, {b, 1, percentOf("2")}};
    const auto level = [&](const char* price, const QString& grade) {
        return levelNeeded(
            priceOf("100"), priceOf(price), UnitPrice(), rows, grade, PricedLine::Product);
    };
    CHECK(level("98", b) == 1);
    CHECK(level("97", b) == 4);
    CHECK(level("95", QStringLiteral("C")) == 1);
    CHECK(level("94.99", QStringLiteral("C")) == 4);
}

TEST_CASE(
    "the most specific policy wins, then the grade, then the newest start", "[quoting][policy]")
{
    const auto row = [](const char* id, PolicyScope scope, const char* key, const char* grade) {
        PricePolicy policy;
        policy.id = QString::fromLatin1(id);
        policy.scope = scope;
        policy.scopeKey = QString::fromLatin1(key);
        policy.grade = QString::fromLatin1(grade);
        return policy;
    };
    std::vector<PricePolicy> rows{row("all", PolicyScope::All, "", ""),
        row("allB", PolicyScope::All, "", "B"),
        row("group", PolicyScope::Group, "G", ""),
        row("item", PolicyScope::Item, "I", ""),
        row("old", PolicyScope::Item, "J", ""),
        row("new", PolicyScope::Item, "J", "")};
    rows[4].validFrom = QDate(2026, 1, 1);
    rows[5].validFrom = QDate(2026, 3, 1);
    rows[5].validTo = QDate(2026, 4, 1);
    const auto chosen = [&](const char* item, const char* group, const char* grade, QDate on) {
        return value(choosePolicy(rows,
                         {QString::fromLatin1(item),
                             QString::fromLatin1(group),
                             QString::fromLatin1(grade),
                             on}))
            .id;
    };
    const QDate march(2026, 3, 12);
    CHECK(chosen("X", "", "A", march) == QStringLiteral("all"));
    CHECK(chosen("X", "", "B", march) == QStringLiteral("allB"));
    CHECK(chosen("X", "G", "B", march) == QStringLiteral("group"));
    CHECK(chosen("I", "G", "B", march) == QStringLiteral("item"));
    CHECK(chosen("J", "G", "B", march) == QStringLiteral("new"));
    CHECK(chosen("J", "", "A", QDate(2026, 4, 1)) == QStringLiteral("old"));
    CHECK(chosen("J", "", "A", QDate(2026, 2, 28)) == QStringLiteral("old"));
    CHECK(choosePolicy({}, {}).error().code == QStringLiteral("NO_PRICE_POLICY"));
}

TEST_CASE("E9: a range takes the reached price for all, a slab each bracket at its own",
    "[quoting][tiers]")
{
    const std::vector<PriceTier> tiers{
        {countOf(1), priceOf("10")}, {countOf(100), priceOf("9.5")}, {countOf(500), priceOf("9")}};
    CHECK(value(tierTotal(tiers, TierType::Range, countOf(600))).total == Money::fromFen(540000));
    const TierTotal slab = value(tierTotal(tiers, TierType::Slab, countOf(600)));
    CHECK(slab.total == Money::fromFen(569900));
    CHECK(slab.trace.join(QString())
        == QStringLiteral("total = 99 × 10.00 + 400 × 9.50 + 101 × 9.00 = 5699.00"));
    const TierTotal short99 = value(tierTotal(tiers, TierType::Range, countOf(99)));
    CHECK(short99.total == Money::fromFen(99000));
    REQUIRE(short99.warnings.size() == 1);
    CHECK(short99.warnings[0].kind == TierWarning::Kind::CheaperToBuyMore);
    CHECK(short99.warnings[0].from == countOf(100));
    CHECK(short99.warnings[0].total == Money::fromFen(95000));
    CHECK(value(tierTotal(tiers, TierType::Range, countOf(95))).warnings.empty());
}

TEST_CASE("a dearer higher tier is a warning, tiers out of order are refused", "[quoting][tiers]")
{
    const std::vector<PriceTier> dearer{
        {countOf(10), priceOf("10")}, {countOf(100), priceOf("10.01")}};
    const TierTotal total = value(tierTotal(dearer, TierType::Range, countOf(100)));
    REQUIRE(total.warnings.size() == 1);
    CHECK(total.warnings[0].kind == TierWarning::Kind::DearerTier);
    CHECK(
        tierTotal(dearer, TierType::Range, countOf(9)).error().code == QStringLiteral("TIER_NONE"));
    const std::vector<PriceTier> twice{{countOf(10), priceOf("1")}, {countOf(10), priceOf("1")}};
    CHECK(tierTotal(twice, TierType::Range, countOf(10)).error().code
        == QStringLiteral("TIER_ORDER"));
}

TEST_CASE("laws of prices", "[quoting][price][property]")
{
    const auto seed = "seed=20260312 max_success=200";
    setenv("RC_PARAMS", seed, 1);
    SECTION("the floor is never below the marked-up cost and less than a step above it")
    {
        CHECK(rc::check("floor", [] {
            PricePolicy policy;
            policy.minMarkup = Rate::fromRaw(*rc::gen::inRange<qint64>(0, 500'000));
            policy.step = UnitPrice::fromRaw(
                *rc::gen::elementOf(std::vector<qint64>{0, 10'000, 50'000, 100'000, 1'000'000}));
            const auto c4 =
                UnitCost::fromRaw(*rc::gen::inRange<qint64>(0, 1'000'000'000'000) * 10'000);
            const auto floor = floorPrice(c4, policy);
            RC_ASSERT(floor.has_value());
            const Int128 exact =
                static_cast<Int128>(c4.raw()) * (1'000'000 + policy.minMarkup.raw());
            const Int128 given = static_cast<Int128>(floor->raw()) * 100'000'000;
            const qint64 step = policy.step.isZero() ? 10'000 : policy.step.raw();
            RC_ASSERT(given >= exact);
            RC_ASSERT(given - exact < static_cast<Int128>(step) * 100'000'000);
        }));
    }
    SECTION("a lower price never needs a lower level")
    {
        CHECK(rc::check("levels", [] {
            const auto guide = UnitPrice::fromRaw(*rc::gen::inRange<qint64>(1, 1'000'000'000));
            const auto high = UnitPrice::fromRaw(*rc::gen::inRange<qint64>(0, 1'000'000'000));
            const auto low = UnitPrice::fromRaw(*rc::gen::inRange<qint64>(0, high.raw() + 1));
            const auto rows = gradeB();
            const QString b = QStringLiteral("B");
            const auto at = [&](UnitPrice price) {
                return levelNeeded(guide, price, UnitPrice(), rows, b, PricedLine::Product);
            };
            RC_ASSERT(at(low) >= at(high));
        }));
    }
    SECTION("the largest numbers are refused, never wrapped")
    {
        CHECK(guidePrice(
                  UnitCost::fromRaw(std::numeric_limits<qint64>::max()), markupPolicy("15000000"))
                  .error()
                  .code
            == QStringLiteral("OVERFLOW_GUARD"));
    }
}
