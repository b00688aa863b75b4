// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace chengdan {

/// Room for the product of two stored integers; the widest value our kernels form is below 1e30
/// (quoting rules, R1–R7).
__extension__ typedef __int128 Int128;

/// How a quotient becomes an integer. There is no default anywhere: the call says which one it
/// means.
enum class Rounding {
    HalfUp, ///< to nearest, ties away from zero; symmetric, so -0.005 becomes -0.01
    Up, ///< towards plus infinity; a floor price must not be undercut
    Down, ///< towards minus infinity
};

/// numerator / denominator rounded once. The denominator must not be zero (a bug, asserted).
Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding);

// The small ones stand here so that the inner loops of the kernels need no calls.

/// The value as int64, or nothing when it does not fit; nothing ever wraps.
inline std::optional<qint64> narrow(Int128 value)
{
    const auto narrowed = static_cast<qint64>(value);
    if (narrowed != value)
        return std::nullopt;
    return narrowed;
}

/// a × b / denominator with one rounding, or nothing when the result or the product overflows.
std::optional<qint64> mulDiv(qint64 a, qint64 b, qint64 denominator, Rounding rounding);

/// 128-bit product and sum that say when they overflow.
inline std::optional<Int128> multiply(Int128 a, Int128 b)
{
    Int128 result = 0;
    if (__builtin_mul_overflow(a, b, &result))
        return std::nullopt;
    return result;
}

inline std::optional<Int128> add(Int128 a, Int128 b)
{
    Int128 result = 0;
    if (__builtin_add_overflow(a, b, &result))
        return std::nullopt;
    return result;
}

inline std::optional<qint64> add(qint64 a, qint64 b)
{
    qint64 result = 0;
    if (__builtin_add_overflow(a, b, &result))
        return std::nullopt;
    return result;
}

inline std::optional<qint64> subtract(qint64 a, qint64 b)
{
    qint64 result = 0;
    if (__builtin_sub_overflow(a, b, &result))
        return std::nullopt;
    return result;
}

/// 10 to the power of exponent, 0 ≤ exponent ≤ 18.
qint64 powerOfTen(int exponent);

} // namespace chengdan
