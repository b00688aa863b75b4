// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arithmetic.h"

#include <array>
#include <cstddef>

namespace chengdan::quoting {

/// A product over a product, kept as factors and rounded once: how every figure of a costing is
/// formed. Products beyond 128 bits are still exact; only a result beyond int64 is refused.
///
///     ExactQuotient().times(lot).times(price).over(1'000'000).rounded()
class ExactQuotient {
public:
    ExactQuotient& times(Int128 factor)
    {
        m_upper.take(factor);
        return *this;
    }
    /// The divisor must not be zero.
    ExactQuotient& over(Int128 divisor)
    {
        Q_ASSERT(divisor != 0);
        m_lower.take(divisor);
        return *this;
    }
    /// Half up, symmetric; nothing when it does not fit.
    std::optional<qint64> rounded() const;
    /// Towards plus infinity, for values that are not negative.
    std::optional<qint64> ceiled() const;
    /// a + b rounded once, half up; both must not be negative.
    static std::optional<qint64> roundedSum(const ExactQuotient& a, const ExactQuotient& b);

private:
    /// The factors of one side: their product as long as it fits, and themselves for when not.
    struct Factors {
        static constexpr std::size_t kMost = 96;
        void take(Int128 factor)
        {
            if (factor == 1)
                return;
            Q_ASSERT(count < kMost);
            each[count++] = factor;
            fits = !__builtin_mul_overflow(product, factor, &product) && fits;
        }
        std::array<Int128, kMost> each; // filled up to count only
        std::size_t count = 0;
        Int128 product = 1;
        bool fits = true;
    };
    std::optional<qint64> finish(Rounding rounding) const;

    Factors m_upper;
    Factors m_lower;
};

/// An exact ratio of two 128-bit integers, den > 0; for quantities carried through phantoms.
struct Fraction {
    Int128 num = 0;
    Int128 den = 1;

    bool isZero() const { return num == 0; }
    /// Nothing when the reduced result does not fit.
    static std::optional<Fraction> product(Fraction a, Fraction b);
    static std::optional<Fraction> sum(Fraction a, Fraction b);
    Fraction reduced() const;
};

} // namespace chengdan::quoting
