// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/pricing.h"

#include <limits>
#include <tuple>

namespace chengdan::quoting {

namespace {

constexpr qint64 kWhole = Rate::kOne;
// A UnitCost step is a hundredth of a UnitPrice step.
constexpr qint64 kCostPerPrice = UnitCost::kOne / UnitPrice::kOne;

bool policyValid(const PricePolicy& policy, const PolicyQuery& query)
{
    if (policy.validFrom.isValid() && query.on < policy.validFrom)
        return false;
    if (policy.validTo.isValid() && query.on >= policy.validTo)
        return false;
    if (!policy.grade.isEmpty() && policy.grade != query.grade)
        return false;
    switch (policy.scope) {
    case PolicyScope::All:
        return true;
    case PolicyScope::Group:
        return !query.group.isEmpty() && policy.scopeKey == query.group;
    case PolicyScope::Item:
        return !query.item.isEmpty() && policy.scopeKey == query.item;
    }
    return false;
}

Result<qint64> quantumOf(UnitPrice step, int decimals)
{
    if (decimals < 2 || decimals > 6)
        return fail("PRICE_DECIMALS", QStringLiteral("price_decimals"));
    const qint64 smallest = powerOfTen(UnitPrice::kDecimals - decimals);
    if (step.isZero())
        return smallest;
    if (step.raw() < 0 || step.raw() % smallest != 0) {
        return fail("PRICE_STEP",
            QStringLiteral("step"),
            {{QStringLiteral("step"), step.toString()},
                {QStringLiteral("digits"), QString::number(decimals)}});
    }
    return step.raw();
}

/// numerator / denominator is a price in UnitPrice steps; gives the multiple of quantum next to it.
Result<UnitPrice> roundToQuantum(
    Int128 numerator, Int128 denominator, qint64 quantum, Rounding rounding)
{
    const auto divisor = multiply(denominator, quantum);
    if (!divisor)
        return fail("OVERFLOW_GUARD");
    const auto product = multiply(divide(numerator, *divisor, rounding), quantum);
    const auto raw = product ? narrow(*product) : std::nullopt;
    if (!raw)
        return fail("OVERFLOW_GUARD");
    return UnitPrice::fromRaw(*raw);
}

Result<UnitPrice> markedUp(UnitCost c4, Rate markup, qint64 quantum, Rounding rounding)
{
    if (c4.raw() < 0)
        return fail("COST_NEGATIVE", QStringLiteral("c4"));
    if (markup.raw() < 0)
        return fail("RATE_RANGE", QStringLiteral("rate"));
    const auto numerator = multiply(c4.raw(), static_cast<Int128>(kWhole) + markup.raw());
    if (!numerator)
        return fail("OVERFLOW_GUARD");
    return roundToQuantum(
        *numerator, static_cast<Int128>(kWhole) * kCostPerPrice, quantum, rounding);
}

QString rateText(Rate rate)
{
    return percentText(rate) + QLatin1Char('%');
}

QString costText(UnitCost cost)
{
    return cost.toString(4);
}

QString formulaText(const QString& name, UnitCost c4, PriceMethod method, Rate rate)
{
    return method == PriceMethod::Markup
        ? QStringLiteral("%1 = %2 × (1 + %3)").arg(name, costText(c4), rateText(rate))
        : QStringLiteral("%1 = %2 ÷ (1 − %3)").arg(name, costText(c4), rateText(rate));
}

/// Authority of a level: the row for the grade, else the row for every grade.
std::optional<Rate> authorityAt(
    std::span<const FloatAuthority> authority, const QString& grade, int level)
{
    std::optional<Rate> general;
    for (const FloatAuthority& row : authority) {
        if (row.level != level)
            continue;
        if (row.grade == grade)
            return row.maxDepth;
        if (row.grade.isEmpty())
            general = row.maxDepth;
    }
    return general;
}

} // namespace

Result<PricePolicy> choosePolicy(std::span<const PricePolicy> policies, const PolicyQuery& query)
{
    const PricePolicy* best = nullptr;
    const auto rank = [](const PricePolicy& policy) {
        return std::tuple(static_cast<int>(policy.scope),
            !policy.grade.isEmpty(),
            policy.validFrom.isValid() ? policy.validFrom.toJulianDay()
                                       : std::numeric_limits<qint64>::min(),
            policy.id);
    };
    for (const PricePolicy& policy : policies) {
        if (policyValid(policy, query) && (best == nullptr || rank(policy) > rank(*best)))
            best = &policy;
    }
    if (best == nullptr) {
        return fail("NO_PRICE_POLICY",
            {},
            {{QStringLiteral("item"), query.item},
                {QStringLiteral("grade"), query.grade},
                {QStringLiteral("date"), query.on.toString(Qt::ISODate)}});
    }
    return *best;
}

Result<UnitCost> costAtFourPlaces(UnitCost cost)
{
    constexpr qint64 kStep = 10'000;
    const auto raw = multiply(divide(cost.raw(), kStep, Rounding::HalfUp), kStep);
    const auto fits = raw ? narrow(*raw) : std::nullopt;
    if (!fits)
        return fail("OVERFLOW_GUARD");
    return UnitCost::fromRaw(*fits);
}

Result<UnitPrice> guidePrice(UnitCost c4, const PricePolicy& policy)
{
    const auto quantum = quantumOf(policy.step, policy.priceDecimals);
    if (!quantum)
        return fail(quantum.error());
    if (policy.method == PriceMethod::Markup)
        return markedUp(c4, policy.rate, *quantum, Rounding::HalfUp);
    if (c4.raw() < 0)
        return fail("COST_NEGATIVE", QStringLiteral("c4"));
    if (policy.rate.raw() < 0 || policy.rate.raw() >= kWhole)
        return fail("RATE_RANGE", QStringLiteral("rate"));
    return roundToQuantum(static_cast<Int128>(c4.raw()) * kWhole,
        static_cast<Int128>(kWhole - policy.rate.raw()) * kCostPerPrice,
        *quantum,
        Rounding::HalfUp);
}

Result<UnitPrice> floorPrice(UnitCost c4, const PricePolicy& policy)
{
    const auto quantum = quantumOf(policy.step, policy.priceDecimals);
    if (!quantum)
        return fail(quantum.error());
    return markedUp(c4, policy.minMarkup, *quantum, Rounding::Up);
}

std::optional<Rate> marginOf(UnitPrice price, UnitCost c4)
{
    if (price.isZero())
        return std::nullopt;
    const Int128 full = static_cast<Int128>(price.raw()) * kCostPerPrice;
    const auto raw = narrow(divide((full - c4.raw()) * kWhole, full, Rounding::HalfUp));
    return raw ? std::optional(Rate::fromRaw(*raw)) : std::nullopt;
}

std::optional<Rate> depthOf(UnitPrice guide, UnitPrice price)
{
    if (guide.isZero())
        return std::nullopt;
    const Int128 below = static_cast<Int128>(guide.raw()) - price.raw();
    const auto raw = narrow(divide(below * kWhole, guide.raw(), Rounding::HalfUp));
    return raw ? std::optional(Rate::fromRaw(*raw)) : std::nullopt;
}

bool withinDepth(UnitPrice guide, UnitPrice price, Rate maxDepth)
{
    return static_cast<Int128>(price.raw()) * kWhole
        >= static_cast<Int128>(guide.raw()) * (kWhole - maxDepth.raw());
}

int levelNeeded(UnitPrice guide,
    UnitPrice price,
    UnitPrice floor,
    std::span<const FloatAuthority> authority,
    const QString& grade,
    PricedLine line)
{
    if (price < floor)
        return kTopLevel;
    if (line == PricedLine::Tool)
        return price >= guide ? 1 : kTopLevel;
    Rate own;
    for (int level = 1; level < kTopLevel; ++level) {
        own = std::max(own, authorityAt(authority, grade, level).value_or(Rate()));
        if (withinDepth(guide, price, own))
            return level;
    }
    return kTopLevel;
}

Result<PriceVerdict> judgePrice(const PriceRequest& request)
{
    const PricePolicy& policy = request.policy;
    const auto guide = guidePrice(request.c4, policy);
    if (!guide)
        return fail(guide.error());
    const auto floor = floorPrice(request.c4, policy);
    if (!floor)
        return fail(floor.error());
    PriceVerdict verdict;
    verdict.guide = *guide;
    verdict.floor = *floor;
    verdict.price = request.price.value_or(*guide);
    if (verdict.price.raw() < 0)
        return fail("PRICE_NEGATIVE", QStringLiteral("price"));
    verdict.depth = depthOf(verdict.guide, verdict.price);
    verdict.margin = marginOf(verdict.price, request.c4);
    verdict.belowFloor = verdict.price < verdict.floor;
    verdict.level = levelNeeded(verdict.guide,
        verdict.price,
        verdict.floor,
        request.authority,
        request.grade,
        request.line);

    const int places = policy.priceDecimals;
    const QString guideText = priceText(verdict.guide, places);
    const QString floorText = priceText(verdict.floor, places);
    const QString typed = priceText(verdict.price, places);
    verdict.trace << formulaText(QStringLiteral("guide"), request.c4, policy.method, policy.rate)
            + QStringLiteral(" → ") + guideText;
    verdict.trace << formulaText(
                         QStringLiteral("floor"), request.c4, PriceMethod::Markup, policy.minMarkup)
            + QStringLiteral(" ↑ ") + floorText;
    if (verdict.depth) {
        verdict.trace << QStringLiteral("depth = (%1 − %2) ÷ %1 = %3")
                             .arg(guideText, typed, rateText(*verdict.depth));
    }
    if (verdict.margin) {
        verdict.trace << QStringLiteral("margin = (%1 − %2) ÷ %1 = %3")
                             .arg(typed, costText(request.c4), rateText(*verdict.margin));
    }
    verdict.trace << QStringLiteral("level = %1").arg(verdict.level)
            + (verdict.belowFloor ? QStringLiteral(" (%1 < floor %2)").arg(typed, floorText)
                                  : QString());
    return verdict;
}

Result<UnitPrice> foreignPrice(UnitPrice price, ExchangeRate rate, Rate buffer, int decimals)
{
    if (rate.raw() <= 0)
        return fail("E_NO_FX", QStringLiteral("rate"));
    if (buffer.raw() <= -kWhole)
        return fail("RATE_RANGE", QStringLiteral("buffer"));
    const auto quantum = quantumOf(UnitPrice(), decimals);
    if (!quantum)
        return fail(quantum.error());
    const auto buffered = multiply(price.raw(), static_cast<Int128>(kWhole) + buffer.raw());
    const auto numerator =
        buffered ? multiply(*buffered, ExchangeRate::kOne / kWhole) : std::nullopt;
    if (!numerator)
        return fail("OVERFLOW_GUARD");
    return roundToQuantum(*numerator, rate.raw(), *quantum, Rounding::HalfUp);
}

QString priceText(UnitPrice price, int decimals)
{
    return price.toString(decimals);
}

} // namespace chengdan::quoting
