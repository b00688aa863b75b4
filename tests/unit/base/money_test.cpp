// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "tests/support/catch.h"

#include <limits>

using namespace chengdan;
using chengdan::tests::value;

namespace {

std::vector<qint64> shares(qint64 total, std::vector<qint64> weights)
{
    return value(split(total, weights));
}

} // namespace

TEST_CASE("split gives the left-over fen to the largest remainders", "[base][money]")
{
    CHECK(shares(1000001, {3333, 3333, 3334}) == std::vector<qint64>{333300, 333300, 333401});
    CHECK(shares(5, {3333, 3333, 3334}) == std::vector<qint64>{2, 1, 2});
    CHECK(shares(1000, {1, 2}) == std::vector<qint64>{333, 667});
}

TEST_CASE("split breaks ties by the caller's order", "[base][money]")
{
    CHECK(shares(100000, {1, 1, 1}) == std::vector<qint64>{33334, 33333, 33333});
    CHECK(shares(2, {1, 1, 1}) == std::vector<qint64>{1, 1, 0});
}

TEST_CASE("split shares a team pool by credited amount and days", "[base][money]")
{
    CHECK(shares(1481481, {50000000LL * 30, 45000000LL * 30, 28456789LL * 12})
        == std::vector<qint64>{696298, 626668, 158515});
}

TEST_CASE("a negative total is shared as its size and negated", "[base][money]")
{
    CHECK(shares(-100000, {1, 1, 1}) == std::vector<qint64>{-33334, -33333, -33333});
}

TEST_CASE("a row without weight gets nothing", "[base][money]")
{
    CHECK(shares(10, {0, 3, 0}) == std::vector<qint64>{0, 10, 0});
    CHECK(shares(0, {1, 2}) == std::vector<qint64>{0, 0});
}

TEST_CASE("there must be something to share by", "[base][money]")
{
    CHECK(split(10, {}).error().code == QStringLiteral("NO_WEIGHT"));
    const std::vector<qint64> zeros{0, 0};
    CHECK(split(10, zeros).error().code == QStringLiteral("NO_WEIGHT"));
    const std::vector<qint64> negative{3, -1};
    CHECK(split(10, negative).error().code == QStringLiteral("NO_WEIGHT"));
}

TEST_CASE("the largest total and weights are shared without overflow", "[base][money]")
{
    constexpr qint64 big = std::numeric_limits<qint64>::max();
    CHECK(shares(big, {big, big}) == std::vector<qint64>{big / 2 + 1, big / 2});
    const std::vector<qint64> one{1};
    CHECK(split(std::numeric_limits<qint64>::min(), one).error().code
        == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("unlike currencies are never added", "[base][money]")
{
    const Money yuan = Money::fromFen(100);
    const Money dollar = Money::fromMinor(100, value(Currency::parse(u"USD")));
    CHECK(yuan.plus(dollar).error().code == QStringLiteral("CURRENCY_MIX"));
    CHECK(yuan.minus(dollar).error().code == QStringLiteral("CURRENCY_MIX"));
    CHECK(value(yuan.plus(yuan)) == Money::fromFen(200));
    CHECK(value(yuan.minus(Money::fromFen(300))) == Money::fromFen(-200));
    CHECK_FALSE(yuan == dollar);
}

TEST_CASE("a sum outside 64 bits is refused", "[base][money]")
{
    const Money most = Money::fromFen(std::numeric_limits<qint64>::max());
    CHECK(most.plus(Money::fromFen(1)).error().code == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(Money::fromFen(-2).minus(most).error().code == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("money is read and written in the places of its currency", "[base][money]")
{
    const Currency yen = value(Currency::parse(u"JPY"));
    CHECK(value(Money::parse(u"1234.5", Currency::cny())).minor() == 123450);
    CHECK(Money::fromFen(-5).toString() == QStringLiteral("-0.05"));
    CHECK(value(Money::parse(u"1234", yen)).toString() == QStringLiteral("1234"));
    CHECK(Money::parse(u"1.5", yen).error().code == QStringLiteral("NUMBER_PRECISION"));
    CHECK(
        Money::parse(u"0.001", Currency::cny()).error().code == QStringLiteral("NUMBER_PRECISION"));
}

TEST_CASE("a currency is three capital letters", "[base][money]")
{
    CHECK(value(Currency::parse(u"EUR")).code() == QStringLiteral("EUR"));
    CHECK(Currency().code() == QStringLiteral("CNY"));
    const auto text = GENERATE(u"", u"CN", u"cny", u"CNYY", u"C1Y", u"ＣＮＹ");
    CAPTURE(QString::fromUtf16(text));
    CHECK(Currency::parse(text).error().code == QStringLiteral("CURRENCY_UNKNOWN"));
}
