// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/arithmetic.h"

#include "tests/support/catch.h"

using namespace chengdan;

TEST_CASE("half up is symmetric around zero", "[base][arithmetic]")
{
    CHECK(divide(5, 10, Rounding::HalfUp) == 1);
    CHECK(divide(-5, 10, Rounding::HalfUp) == -1);
    CHECK(divide(4, 10, Rounding::HalfUp) == 0);
    CHECK(divide(-4, 10, Rounding::HalfUp) == 0);
    CHECK(divide(5, -10, Rounding::HalfUp) == -1);
}
