// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/arithmetic.h"

#include <array>

namespace chengdan {

Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding)
{
    Q_ASSERT(denominator != 0);
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    // A 64-bit division takes a fraction of the time of a 128-bit one, and most fit.
    const auto shortNumerator = static_cast<qint64>(numerator);
    const auto shortDenominator = static_cast<qint64>(denominator);
    const bool isShort = shortNumerator == numerator && shortDenominator == denominator;
    const Int128 quotient =
        isShort ? shortNumerator / shortDenominator : numerator / denominator; // towards zero
    const Int128 rest = numerator - quotient * denominator;
    if (rest == 0)
        return quotient;
    switch (rounding) {
    case Rounding::HalfUp: {
        const Int128 size = rest < 0 ? -rest : rest;
        const bool away = size >= denominator - size;
        return away ? quotient + (numerator < 0 ? -1 : 1) : quotient;
    }
    case Rounding::Up:
        return numerator > 0 ? quotient + 1 : quotient;
    case Rounding::Down:
        return numerator < 0 ? quotient - 1 : quotient;
    }
    return quotient;
}

std::optional<qint64> mulDiv(qint64 a, qint64 b, qint64 denominator, Rounding rounding)
{
    return narrow(divide(static_cast<Int128>(a) * b, denominator, rounding));
}

qint64 powerOfTen(int exponent)
{
    static constexpr auto kPowers = [] {
        std::array<qint64, 19> powers{};
        qint64 value = 1;
        for (std::size_t i = 0; i < powers.size(); ++i) {
            powers[i] = value;
            if (i + 1 < powers.size())
                value *= 10;
        }
        return powers;
    }();
    Q_ASSERT(exponent >= 0 && exponent <= 18);
    return kPowers[static_cast<std::size_t>(exponent)];
}

} // namespace chengdan
