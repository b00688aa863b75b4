// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"

#include <span>

namespace chengdan {

/// An ISO 4217 currency. CNY has two places, JPY none; an unknown code counts as two.
class Currency {
public:
    constexpr Currency()
        : m_code{'C', 'N', 'Y'}
    {
    }
    static Currency cny() { return {}; }
    /// Three capital Latin letters, else CURRENCY_UNKNOWN.
    static Result<Currency> parse(QStringView code);

    QString code() const { return QString::fromLatin1(m_code, 3); }
    /// Places of the minor unit: 2 for CNY and USD, 0 for JPY and KRW.
    int decimals() const;
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

private:
    char m_code[3];
};

/// Document money: whole minor units (fen) of one currency. Never floating point.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromMinor(qint64 minor, Currency currency)
    {
        Money money;
        money.m_minor = minor;
        money.m_currency = currency;
        return money;
    }
    static constexpr Money fromFen(qint64 fen) { return fromMinor(fen, Currency()); }
    /// "1234.50" in the currency's own places. Errors as parseDecimal.
    static Result<Money> parse(QStringView text, Currency currency);

    constexpr qint64 minor() const { return m_minor; }
    constexpr Currency currency() const { return m_currency; }
    /// Plain decimal text with all places of the currency, no grouping, no sign of the currency.
    QString toString() const;
    /// CURRENCY_MIX or OVERFLOW_GUARD instead of a wrong sum.
    Result<Money> plus(Money other) const;
    Result<Money> minus(Money other) const;
    friend constexpr bool operator==(const Money&, const Money&) = default;

private:
    qint64 m_minor = 0;
    Currency m_currency;
};

/// Shares `total` by `weights` so that the parts add up to it exactly: largest remainder, ties to
/// the earlier row, a negative total is shared as its absolute value and negated. Weights must not
/// be negative. Errors: NO_WEIGHT when they sum to zero, OVERFLOW_GUARD.
Result<std::vector<qint64>> split(qint64 total, std::span<const qint64> weights);

} // namespace chengdan
