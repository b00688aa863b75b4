// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <algorithm>
#include <numeric>

namespace chengdan {

Result<Currency> Currency::parse(QStringView code)
{
    const bool wellFormed = code.size() == 3 && std::all_of(code.begin(), code.end(), [](QChar c) {
        return c >= QLatin1Char('A') && c <= QLatin1Char('Z');
    });
    if (!wellFormed)
        return fail("CURRENCY_UNKNOWN", {}, {{QStringLiteral("text"), code.left(20).toString()}});
    Currency currency;
    for (int i = 0; i < 3; ++i)
        currency.m_code[i] = code[i].toLatin1();
    return currency;
}

int Currency::decimals() const
{
    // ISO 4217 lists these as having no minor unit.
    static const QStringList none{QStringLiteral("JPY"),
        QStringLiteral("KRW"),
        QStringLiteral("VND"),
        QStringLiteral("CLP"),
        QStringLiteral("ISK"),
        QStringLiteral("PYG"),
        QStringLiteral("UGX"),
        QStringLiteral("XAF"),
        QStringLiteral("XOF"),
        QStringLiteral("XPF")};
    return none.contains(code()) ? 0 : 2;
}

Result<Money> Money::parse(QStringView text, Currency currency)
{
    return parseDecimal(text, currency.decimals()).map([&](qint64 minor) {
        return fromMinor(minor, currency);
    });
}

QString Money::toString() const
{
    const int places = m_currency.decimals();
    return formatDecimal(m_minor, places, places);
}

Result<Money> Money::plus(Money other) const
{
    if (other.m_currency != m_currency)
        return fail("CURRENCY_MIX");
    const auto sum = add(m_minor, other.m_minor);
    if (!sum)
        return fail("OVERFLOW_GUARD");
    return fromMinor(*sum, m_currency);
}

Result<Money> Money::minus(Money other) const
{
    if (other.m_currency != m_currency)
        return fail("CURRENCY_MIX");
    const auto difference = subtract(m_minor, other.m_minor);
    if (!difference)
        return fail("OVERFLOW_GUARD");
    return fromMinor(*difference, m_currency);
}

Result<std::vector<qint64>> split(qint64 total, std::span<const qint64> weights)
{
    Int128 sum = 0;
    for (const qint64 weight : weights) {
        if (weight < 0)
            return fail("NO_WEIGHT");
        sum += weight;
    }
    if (sum == 0)
        return fail("NO_WEIGHT");
    const bool negative = total < 0;
    const Int128 size = negative ? -static_cast<Int128>(total) : static_cast<Int128>(total);
    std::vector<qint64> parts(weights.size());
    std::vector<Int128> rests(weights.size());
    Int128 left = size;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Int128 product = size * weights[i];
        const Int128 share = product / sum;
        rests[i] = product % sum;
        left -= share;
        const auto part = narrow(share);
        if (!part)
            return fail("OVERFLOW_GUARD");
        parts[i] = *part;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rests[a] > rests[b];
    });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
        ++parts[order[i]];
    if (negative) {
        for (qint64& part : parts)
            part = -part;
    }
    return parts;
}

} // namespace chengdan
