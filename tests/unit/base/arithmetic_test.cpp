// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/arithmetic.h"
#include "tests/support/catch.h"

#include <limits>

using namespace chengdan;

namespace {

constexpr qint64 kMin64 = std::numeric_limits<qint64>::min();
constexpr qint64 kMax64 = std::numeric_limits<qint64>::max();
constexpr Int128 kMax128 = ((static_cast<Int128>(1) << 126) - 1) * 2 + 1;

} // namespace

TEST_CASE("half up is symmetric around zero", "[base][arithmetic]")
{
    CHECK(divide(5, 10, Rounding::HalfUp) == 1);
    CHECK(divide(-5, 10, Rounding::HalfUp) == -1);
    CHECK(divide(4, 10, Rounding::HalfUp) == 0);
    CHECK(divide(-4, 10, Rounding::HalfUp) == 0);
    CHECK(divide(5, -10, Rounding::HalfUp) == -1);
    CHECK(divide(-15, -10, Rounding::HalfUp) == 2);
}

TEST_CASE("up and down mean towards the infinities, not away from zero", "[base][arithmetic]")
{
    CHECK(divide(1, 3, Rounding::Up) == 1);
    CHECK(divide(-1, 3, Rounding::Up) == 0);
    CHECK(divide(1, 3, Rounding::Down) == 0);
    CHECK(divide(-1, 3, Rounding::Down) == -1);
    CHECK(divide(1, -3, Rounding::Down) == -1);
}

TEST_CASE("an exact quotient is the same under every rounding", "[base][arithmetic]")
{
    const auto rounding = GENERATE(Rounding::HalfUp, Rounding::Up, Rounding::Down);
    CHECK(divide(12, 4, rounding) == 3);
    CHECK(divide(-12, 4, rounding) == -3);
    CHECK(divide(0, 7, rounding) == 0);
}

TEST_CASE("half up finds the half near the end of the 128-bit range", "[base][arithmetic]")
{
    const Int128 odd = kMax128; // 2^127 - 1
    CHECK((divide(odd - 1, odd, Rounding::HalfUp) == 1));
    CHECK((divide(odd / 2, odd, Rounding::HalfUp) == 0));
    CHECK((divide(odd / 2 + 1, odd, Rounding::HalfUp) == 1));
}

TEST_CASE("a value that does not fit 64 bits is refused, never wrapped", "[base][arithmetic]")
{
    CHECK(narrow(kMax64) == kMax64);
    CHECK(narrow(kMin64) == kMin64);
    CHECK_FALSE(narrow(static_cast<Int128>(kMax64) + 1));
    CHECK_FALSE(narrow(static_cast<Int128>(kMin64) - 1));
    CHECK_FALSE(add(kMax64, qint64{1}));
    CHECK_FALSE(subtract(kMin64, qint64{1}));
    CHECK(subtract(kMax64, kMax64) == 0);
    CHECK_FALSE(add(kMax128, Int128{1}));
    CHECK_FALSE(multiply(kMax128, Int128{2}));
}

TEST_CASE("a product is formed in 128 bits and rounded once", "[base][arithmetic]")
{
    CHECK(mulDiv(kMax64, kMax64, kMax64, Rounding::HalfUp) == kMax64);
    CHECK_FALSE(mulDiv(kMax64, 2, 1, Rounding::HalfUp));
    // 8 % × 0.85 × 0.90 of 11,329.50 is 693.3654: one rounding gives 693.37, two would too often
    // not
    CHECK(mulDiv(1132950, 8 * 85 * 90, 1000000, Rounding::HalfUp) == 69337);
    CHECK(mulDiv(-1132950, 8 * 85 * 90, 1000000, Rounding::HalfUp) == -69337);
}

TEST_CASE("powers of ten go from one to 10^18", "[base][arithmetic]")
{
    CHECK(powerOfTen(0) == 1);
    CHECK(powerOfTen(8) == 100000000);
    CHECK(powerOfTen(18) == 1000000000000000000);
}
