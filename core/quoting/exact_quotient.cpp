// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/exact_quotient.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace chengdan::quoting {

namespace {

__extension__ typedef unsigned __int128 UInt128;

/// A natural number of any size: 32-bit limbs, least first, no leading zeros.
using Limbs = std::vector<quint32>;

UInt128 magnitudeOf(Int128 value)
{
    return value < 0 ? UInt128(0) - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

Limbs limbsOf(UInt128 value)
{
    Limbs limbs;
    for (; value != 0; value >>= 32)
        limbs.push_back(static_cast<quint32>(value));
    return limbs;
}

Limbs limbProduct(const Limbs& a, const Limbs& b)
{
    Limbs result(a.size() + b.size(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        quint64 carry = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const quint64 sum = quint64(a[i]) * b[j] + result[i + j] + carry;
            result[i + j] = static_cast<quint32>(sum);
            carry = sum >> 32;
        }
        result[i + b.size()] = static_cast<quint32>(carry);
    }
    while (!result.empty() && result.back() == 0)
        result.pop_back();
    return result;
}

/// a < b, a == b, a > b as -1, 0, 1.
int limbOrder(const Limbs& a, const Limbs& b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    for (std::size_t i = a.size(); i-- > 0;) {
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

Limbs productOfAll(std::span<const Int128> factors)
{
    Limbs result{1};
    for (Int128 factor : factors)
        result = limbProduct(result, limbsOf(magnitudeOf(factor)));
    return result;
}

/// The largest q below 2^64 with lower × q ≤ upper, or nothing when q would need more bits.
std::optional<quint64> wideFloor(const Limbs& upper, const Limbs& lower)
{
    if (limbOrder(limbProduct(lower, limbsOf(UInt128(1) << 64)), upper) <= 0)
        return std::nullopt;
    quint64 quotient = 0;
    for (int place = 63; place >= 0; --place) {
        const quint64 candidate = quotient | (quint64(1) << place);
        if (limbOrder(limbProduct(lower, limbsOf(candidate)), upper) <= 0)
            quotient = candidate;
    }
    return quotient;
}

/// upper / lower to nearest, ties up.
std::optional<UInt128> wideNearest(const Limbs& upper, const Limbs& lower)
{
    const auto floor = wideFloor(upper, lower);
    if (!floor)
        return std::nullopt;
    // upper / lower ≥ floor + 1/2, without a fraction.
    const UInt128 size = *floor;
    const bool up =
        limbOrder(limbProduct(upper, Limbs{2}), limbProduct(lower, limbsOf(2 * size + 1))) >= 0;
    return up ? size + 1 : size;
}

Limbs limbSum(const Limbs& a, const Limbs& b)
{
    Limbs result(std::max(a.size(), b.size()) + 1, 0);
    quint64 carry = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        carry += (i < a.size() ? a[i] : 0);
        carry += (i < b.size() ? b[i] : 0);
        result[i] = static_cast<quint32>(carry);
        carry >>= 32;
    }
    while (!result.empty() && result.back() == 0)
        result.pop_back();
    return result;
}

std::optional<qint64> wideQuotient(
    std::span<const Int128> uppers, std::span<const Int128> lowers, Rounding rounding)
{
    bool negative = false;
    for (Int128 factor : uppers)
        negative ^= factor < 0;
    for (Int128 divisor : lowers)
        negative ^= divisor < 0;
    const Limbs upper = productOfAll(uppers);
    const Limbs lower = productOfAll(lowers);
    if (upper.empty())
        return 0;
    UInt128 size = 0;
    if (rounding == Rounding::HalfUp) {
        const auto nearest = wideNearest(upper, lower);
        if (!nearest)
            return std::nullopt;
        size = *nearest;
    } else {
        const auto floor = wideFloor(upper, lower);
        if (!floor)
            return std::nullopt;
        size = *floor;
        if (limbOrder(limbProduct(lower, limbsOf(size)), upper) < 0)
            ++size;
    }
    const Int128 result = static_cast<Int128>(size);
    return narrow(negative ? -result : result);
}

Int128 commonDivisor(Int128 a, Int128 b)
{
    UInt128 x = magnitudeOf(a);
    UInt128 y = magnitudeOf(b);
    while (y != 0) {
        const UInt128 rest = x % y;
        x = y;
        y = rest;
    }
    return x == 0 ? 1 : static_cast<Int128>(x);
}

} // namespace

std::optional<qint64> ExactQuotient::rounded() const
{
    return finish(Rounding::HalfUp);
}

std::optional<qint64> ExactQuotient::ceiled() const
{
    return finish(Rounding::Up);
}

std::optional<qint64> ExactQuotient::finish(Rounding rounding) const
{
    if (m_upper.fits && m_lower.fits)
        return narrow(divide(m_upper.product, m_lower.product, rounding));
    return wideQuotient(
        {m_upper.each.data(), m_upper.count}, {m_lower.each.data(), m_lower.count}, rounding);
}

std::optional<qint64> ExactQuotient::roundedSum(const ExactQuotient& a, const ExactQuotient& b)
{
    const Limbs lowerA = productOfAll({a.m_lower.each.data(), a.m_lower.count});
    const Limbs lowerB = productOfAll({b.m_lower.each.data(), b.m_lower.count});
    const Limbs upperA = productOfAll({a.m_upper.each.data(), a.m_upper.count});
    const Limbs upperB = productOfAll({b.m_upper.each.data(), b.m_upper.count});
    const auto size = wideNearest(limbSum(limbProduct(upperA, lowerB), limbProduct(upperB, lowerA)),
        limbProduct(lowerA, lowerB));
    if (!size || *size > static_cast<UInt128>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(*size);
}

Fraction Fraction::reduced() const
{
    const Int128 divisor = commonDivisor(num, den);
    return {num / divisor, den / divisor};
}

std::optional<Fraction> Fraction::product(Fraction a, Fraction b)
{
    auto num = multiply(a.num, b.num);
    auto den = multiply(a.den, b.den);
    if (num && den)
        return Fraction{*num, *den};
    a = a.reduced();
    b = b.reduced();
    const Fraction first = Fraction{a.num, b.den}.reduced();
    const Fraction second = Fraction{b.num, a.den}.reduced();
    num = multiply(first.num, second.num);
    den = multiply(first.den, second.den);
    if (num && den)
        return Fraction{*num, *den};
    return std::nullopt;
}

std::optional<Fraction> Fraction::sum(Fraction a, Fraction b)
{
    if (a.isZero())
        return b;
    if (b.isZero())
        return a;
    if (a.den != b.den) {
        a = a.reduced();
        b = b.reduced();
        const Int128 common = commonDivisor(a.den, b.den);
        const auto left = multiply(a.num, b.den / common);
        const auto right = multiply(b.num, a.den / common);
        const auto den = multiply(a.den, b.den / common);
        if (!left || !right || !den)
            return std::nullopt;
        a = {*left, *den};
        b = {*right, *den};
    }
    const auto num = add(a.num, b.num);
    if (!num)
        return std::nullopt;
    return Fraction{*num, a.den};
}

} // namespace chengdan::quoting
