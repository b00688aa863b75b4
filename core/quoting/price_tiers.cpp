// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/pricing.h"

namespace chengdan::quoting {

namespace {

/// The exact amount before rounding, in steps of 1e-12 of the currency unit.
std::optional<Int128> exactTierAmount(std::span<const PriceTier> tiers,
    std::size_t reached,
    TierType type,
    Quantity quantity,
    Quantity unit,
    QStringList* trace)
{
    const auto part = [&](Quantity count, UnitPrice price) {
        if (trace != nullptr)
            *trace << QStringLiteral("%1 × %2").arg(count.toString(), price.toString(2));
        return multiply(count.raw(), price.raw());
    };
    if (type == TierType::Range)
        return part(quantity, tiers[reached].price);
    std::optional<Int128> sum = Int128{0};
    qint64 start = 0;
    for (std::size_t i = 0; i <= reached && sum; ++i) {
        const bool last = i == reached;
        const qint64 end =
            last ? quantity.raw() : std::max(start, tiers[i + 1].from.raw() - unit.raw());
        const auto amount = part(Quantity::fromRaw(end - start), tiers[i].price);
        sum = amount ? add(*sum, *amount) : std::nullopt;
        start = end;
    }
    return sum;
}

Result<Money> roundTierAmount(std::optional<Int128> exact, Currency currency)
{
    constexpr int kExactDecimals = Quantity::kDecimals + UnitPrice::kDecimals;
    if (!exact)
        return fail("OVERFLOW_GUARD");
    const auto minor =
        narrow(divide(*exact, powerOfTen(kExactDecimals - currency.decimals()), Rounding::HalfUp));
    if (!minor)
        return fail("OVERFLOW_GUARD");
    return Money::fromMinor(*minor, currency);
}

} // namespace

Result<TierTotal> tierTotal(std::span<const PriceTier> tiers,
    TierType type,
    Quantity quantity,
    Currency currency,
    Quantity unit)
{
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        if (tiers[i].from.raw() < 0 || (i > 0 && tiers[i].from <= tiers[i - 1].from)) {
            return fail("TIER_ORDER",
                QStringLiteral("tiers"),
                {{QStringLiteral("n"), QString::number(i + 1)}});
        }
    }
    std::optional<std::size_t> reached;
    for (std::size_t i = 0; i < tiers.size() && tiers[i].from <= quantity; ++i)
        reached = i;
    if (!reached || quantity.raw() <= 0) {
        return fail("TIER_NONE",
            QStringLiteral("quantity"),
            {{QStringLiteral("quantity"), quantity.toString()}});
    }
    TierTotal result;
    result.reached = tiers[*reached].price;
    QStringList parts;
    const auto total =
        roundTierAmount(exactTierAmount(tiers, *reached, type, quantity, unit, &parts), currency);
    if (!total)
        return fail(total.error());
    result.total = *total;
    result.trace << QStringLiteral("total = ") + parts.join(QStringLiteral(" + "))
            + QStringLiteral(" = ") + total->toString();
    for (std::size_t i = 1; i < tiers.size(); ++i) {
        if (tiers[i].price > tiers[i - 1].price)
            result.warnings.push_back({TierWarning::Kind::DearerTier, tiers[i].from, {}});
    }
    if (*reached + 1 < tiers.size()) {
        const Quantity next = tiers[*reached + 1].from;
        const auto more = roundTierAmount(
            exactTierAmount(tiers, *reached + 1, type, next, unit, nullptr), currency);
        if (more && more->minor() < total->minor())
            result.warnings.push_back({TierWarning::Kind::CheaperToBuyMore, next, *more});
    }
    return result;
}

} // namespace chengdan::quoting
