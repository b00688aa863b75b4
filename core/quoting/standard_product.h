// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arithmetic.h"
#include "core/base/fixed.h"

#include <cstddef>
#include <limits>

/// The arithmetic of the standard costs' inner loops: 64 bits where they suffice, checked, and 128
/// where not.
namespace chengdan::quoting {

/// So many lines are fetched before their turn.
inline constexpr std::ptrdiff_t kLinesAhead = 16;
/// Fewer lines than this, each amount below kFarFromOverflow: no order of adding overflows.
inline constexpr std::ptrdiff_t kFewLines = 1024;
inline constexpr quint64 kFarFromOverflow = quint64(1) << 50U;

inline bool addTo(qint64& sum, qint64 amount)
{
    return !__builtin_add_overflow(sum, amount, &sum);
}

/// Not less than |amount| - 1, without a branch.
inline quint64 magnitude(qint64 amount)
{
    return static_cast<quint64>(amount ^ (amount >> 63));
}

/// quantity × unit / 10^6, half up, symmetric: a quantity times a unit cost. False when it does not
/// fit. No optional: one that goes through memory stops the pass for longer than the sum takes.
inline bool productOf(qint64 quantity, qint64 unit, qint64& product)
{
    constexpr qint64 kStep = Quantity::kOne;
    // Dividing by a constant in 64 bits is a multiplication; 128 bits would be a call.
    if (!__builtin_mul_overflow(quantity, unit, &product) && product >= 0
        && product < std::numeric_limits<qint64>::max() - kStep) {
        product = (product + kStep / 2) / kStep;
        return true;
    }
    const auto wide = mulDiv(quantity, unit, kStep, Rounding::HalfUp);
    product = wide.value_or(0);
    return wide.has_value();
}

inline bool addProduct(qint64& sum, quint64& reach, qint64 quantity, qint64 unit)
{
    qint64 product = 0;
    if (!productOf(quantity, unit, product) || !addTo(sum, product))
        return false;
    reach |= magnitude(product);
    return true;
}

} // namespace chengdan::quoting
