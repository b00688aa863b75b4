// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fixed.h"
#include "tests/support/catch.h"

#include <limits>

using namespace chengdan;
using chengdan::tests::value;

namespace {

struct DecimalCase {
    const char16_t* text;
    int decimals;
    qint64 raw;
};

QString decimalError(QStringView text, int decimals)
{
    const auto result = parseDecimal(text, decimals);
    return result ? QStringLiteral("accepted") : result.error().code;
}

} // namespace

TEST_CASE("a decimal is read exactly at its scale", "[base][fixed]")
{
    const auto row = GENERATE(DecimalCase{u"0", 6, 0},
        DecimalCase{u"1", 6, 1000000},
        DecimalCase{u"22.5868", 8, 2258680000},
        DecimalCase{u"-0.005", 3, -5},
        DecimalCase{u"+7.5", 2, 750},
        DecimalCase{u".5", 2, 50},
        DecimalCase{u"5.", 2, 500},
        DecimalCase{u"1.230000000000", 2, 123},
        DecimalCase{u"000012", 0, 12},
        DecimalCase{u"9223372036854.775807", 6, std::numeric_limits<qint64>::max()},
        DecimalCase{u"-9223372036854.775808", 6, std::numeric_limits<qint64>::min()});
    CAPTURE(QString::fromUtf16(row.text));
    CHECK(value(parseDecimal(row.text, row.decimals)) == row.raw);
}

TEST_CASE("anything but digits, one sign and one point is not a number", "[base][fixed]")
{
    const auto text = GENERATE(u"",
        u".",
        u"-",
        u"+.",
        u"1.2.3",
        u"1,000",
        u" 1",
        u"1 ",
        u"1e3",
        u"0x10",
        u"--1",
        u"１２",
        u"一",
        u"NaN",
        u"1-");
    CAPTURE(QString::fromUtf16(text));
    CHECK(decimalError(text, 6) == QStringLiteral("NUMBER_FORMAT"));
}

TEST_CASE("a digit finer than the scale is refused, not rounded away", "[base][fixed]")
{
    CHECK(decimalError(u"0.001", 2) == QStringLiteral("NUMBER_PRECISION"));
    CHECK(decimalError(u"1.0000001", 6) == QStringLiteral("NUMBER_PRECISION"));
    CHECK(decimalError(u"0.0010", 3) == QStringLiteral("accepted"));
}

TEST_CASE("a number outside 64 bits is refused", "[base][fixed]")
{
    CHECK(decimalError(u"9223372036854.775808", 6) == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(decimalError(u"-9223372036854.775809", 6) == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(decimalError(u"1000000000000000", 8) == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(decimalError(QString(500, QLatin1Char('9')), 0) == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("written text drops zeros only beyond the wanted places", "[base][fixed]")
{
    CHECK(formatDecimal(12300, 4, 0) == QStringLiteral("1.23"));
    CHECK(formatDecimal(12300, 4, 3) == QStringLiteral("1.230"));
    CHECK(formatDecimal(10000, 4, 0) == QStringLiteral("1"));
    CHECK(formatDecimal(10000, 4, 2) == QStringLiteral("1.00"));
    CHECK(formatDecimal(-5, 2, 2) == QStringLiteral("-0.05"));
    CHECK(formatDecimal(7, 0, 0) == QStringLiteral("7"));
    CHECK(formatDecimal(std::numeric_limits<qint64>::min(), 6, 0)
        == QStringLiteral("-9223372036854.775808"));
    CHECK(UnitCost::fromRaw(2258680000).toFullString() == QStringLiteral("22.58680000"));
}

TEST_CASE("a percentage has four places and is kept as a ratio in millionths", "[base][fixed]")
{
    CHECK(value(rateFromPercent(u"13")).raw() == 130000);
    CHECK(value(rateFromPercent(u"0.0001")).raw() == 1);
    CHECK(percentText(Rate::fromRaw(130000)) == QStringLiteral("13"));
    CHECK(percentText(Rate::fromRaw(125000), 2) == QStringLiteral("12.50"));
    CHECK(rateFromPercent(u"0.00001").error().code == QStringLiteral("NUMBER_PRECISION"));
    CHECK(rateFromPercent(u"13%").error().code == QStringLiteral("NUMBER_FORMAT"));
}

TEST_CASE("each unit has its own scale and order", "[base][fixed]")
{
    CHECK(UnitPrice::fromWhole(3).raw() == 3000000);
    CHECK(UnitCost::fromWhole(-3).raw() == -300000000);
    CHECK(Quantity::kOne == 1000000);
    CHECK(ExchangeRate::kOne == 100000000);
    CHECK(value(Quantity::parse(u"0.5")) < Quantity::fromWhole(1));
    CHECK(Quantity().isZero());
    static_assert(!std::is_convertible_v<Quantity, UnitPrice>);
    static_assert(!std::is_convertible_v<qint64, Quantity>);
}
