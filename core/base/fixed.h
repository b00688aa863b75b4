// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arithmetic.h"
#include "core/base/result.h"

#include <compare>

namespace chengdan {

/// Digits, one optional leading sign, one optional point: the strict form every stored decimal is
/// read from. Full-width digits, blanks, thousands separators and exponents are refused here
/// (importers and edit fields clean first). Errors: NUMBER_FORMAT, NUMBER_PRECISION (more than
/// `decimals` places that are not zeros), OVERFLOW_GUARD.
Result<qint64> parseDecimal(QStringView text, int decimals);

/// `raw` at 10^-decimals with at least `atLeast` and at most `decimals` places; trailing zeros
/// beyond atLeast are dropped.
QString formatDecimal(qint64 raw, int decimals, int atLeast);

/// An exact number counted in steps of 10^-Decimals. The tag keeps a price from being added to a
/// quantity. Made only by named makers; arithmetic that can overflow goes through arithmetic.h on
/// raw().
template <typename Tag, int Decimals>
class Fixed {
public:
    static constexpr int kDecimals = Decimals;
    static constexpr qint64 kOne = [] {
        qint64 one = 1;
        for (int i = 0; i < Decimals; ++i)
            one *= 10;
        return one;
    }();

    constexpr Fixed() = default;
    static constexpr Fixed fromRaw(qint64 raw) { return Fixed(raw); }
    static constexpr Fixed fromWhole(qint32 whole) { return Fixed(whole * kOne); }
    static Result<Fixed> parse(QStringView text)
    {
        return parseDecimal(text, Decimals).map([](qint64 raw) { return Fixed(raw); });
    }

    constexpr qint64 raw() const { return m_raw; }
    constexpr bool isZero() const { return m_raw == 0; }
    /// Plain decimal text, no grouping; for files, JSON and logs. Display text is made in ui and
    /// reports.
    QString toString(int atLeast = 0) const { return formatDecimal(m_raw, Decimals, atLeast); }
    /// All places written: 22.5868 at scale 8 gives 22.58680000.
    QString toFullString() const { return formatDecimal(m_raw, Decimals, Decimals); }

    friend constexpr auto operator<=>(Fixed, Fixed) = default;

private:
    explicit constexpr Fixed(qint64 raw)
        : m_raw(raw)
    {
    }
    qint64 m_raw = 0;
};

/// Price, hourly rate or tool cost: millionths of the currency unit.
using UnitPrice = Fixed<struct UnitPriceTag, 6>;
/// Unit cost inside the costing engine: 1e-8 of the base currency unit, tax excluded.
using UnitCost = Fixed<struct UnitCostTag, 8>;
/// Millionths of a unit of measure.
using Quantity = Fixed<struct QuantityTag, 6>;
/// A ratio: 13 % is 130000. Percent, yield, scrap, tax, margin alike.
using Rate = Fixed<struct RateTag, 6>;
/// Base currency units per one foreign unit, 1e-8.
using ExchangeRate = Fixed<struct ExchangeRateTag, 8>;

/// "13" (percent) → Rate 0.13. Errors as parseDecimal.
Result<Rate> rateFromPercent(QStringView percent);
/// Rate 0.13 → "13".
QString percentText(Rate rate, int atLeast = 0);

} // namespace chengdan
