// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_pricing.h"

namespace chengdan::quoting {

namespace {

// price × factor / divisor at `decimals` places.
Result<UnitPrice> scaledPrice(
    UnitPrice price, Int128 factor, Int128 divisor, int decimals, Rounding rounding)
{
    if (decimals < 2 || decimals > UnitPrice::kDecimals)
        return fail("PRICE_DECIMALS", QStringLiteral("price_decimals"));
    const qint64 quantum = powerOfTen(UnitPrice::kDecimals - decimals);
    const auto numerator = multiply(price.raw(), factor);
    const auto denominator = multiply(divisor, quantum);
    if (!numerator || !denominator)
        return fail("OVERFLOW_GUARD");
    const auto raw = multiply(divide(*numerator, *denominator, rounding), quantum);
    const auto fits = raw ? narrow(*raw) : std::nullopt;
    if (!fits)
        return fail("OVERFLOW_GUARD");
    return UnitPrice::fromRaw(*fits);
}

Result<UnitPrice> inCurrency(UnitPrice price, const QuoteTerms& terms, Rounding rounding)
{
    if (terms.currency == terms.base)
        return price;
    if (terms.rate.raw() <= 0) {
        return fail("QUOTE_NO_FX",
            QStringLiteral("exchange_rate"),
            {{QStringLiteral("currency"), terms.currency.code()},
                {QStringLiteral("base"), terms.base.code()}});
    }
    const auto buffered =
        multiply(Int128{Rate::kOne} + terms.buffer.raw(), ExchangeRate::kOne / Rate::kOne);
    return buffered ? scaledPrice(price, *buffered, terms.rate.raw(), terms.decimals, rounding)
                    : Result<UnitPrice>(fail("OVERFLOW_GUARD"));
}

Result<UnitPrice> withTax(UnitPrice price, const QuoteTerms& terms, Rate tax, Rounding rounding)
{
    if (terms.taxMode == TaxMode::Net)
        return price;
    return scaledPrice(price, Int128{Rate::kOne} + tax.raw(), Rate::kOne, terms.decimals, rounding);
}

QString termsText(const QuoteTerms& terms, Rate tax)
{
    QString text;
    if (terms.currency != terms.base) {
        text += QStringLiteral(" × (1 + %1%) ÷ %2 %3/%4")
                    .arg(percentText(terms.buffer),
                        terms.rate.toString(),
                        terms.base.code(),
                        terms.currency.code());
    }
    if (terms.taxMode == TaxMode::Gross)
        text += QStringLiteral(" × (1 + %1%)").arg(percentText(tax));
    return text;
}

} // namespace

Result<GuideFigures> guideInTerms(
    UnitCost c4, const PricePolicy& policy, const QuoteTerms& terms, Rate tax)
{
    PricePolicy rounded = policy;
    if (terms.currency == terms.base && terms.decimals != policy.priceDecimals) {
        rounded.priceDecimals = terms.decimals; // the quote says how fine its prices are
        if (terms.decimals < policy.priceDecimals)
            rounded.step = UnitPrice();
    }
    const auto guide = guidePrice(c4, rounded);
    if (!guide)
        return fail(guide.error());
    const auto floor = floorPrice(c4, rounded);
    if (!floor)
        return fail(floor.error());
    const auto bring = [&](UnitPrice price, Rounding rounding) {
        return inCurrency(price, terms, rounding).and_then([&](UnitPrice converted) {
            return withTax(converted, terms, tax, rounding);
        });
    };
    const auto guideHere = bring(*guide, Rounding::HalfUp);
    if (!guideHere)
        return fail(guideHere.error());
    const auto floorHere = bring(*floor, Rounding::Up);
    if (!floorHere)
        return fail(floorHere.error());
    GuideFigures figures{*guideHere, *floorHere, {}};
    const bool markup = policy.method == PriceMethod::Markup;
    figures.trace << QStringLiteral("guide = %1 %2 %3%)%4 → %5")
                         .arg(c4.toString(4),
                             markup ? QStringLiteral("× (1 +") : QStringLiteral("÷ (1 −"),
                             percentText(policy.rate),
                             termsText(terms, tax),
                             priceText(figures.guide, terms.decimals));
    figures.trace << QStringLiteral("floor = %1 × (1 + %2%)%3 ↑ %4")
                         .arg(c4.toString(4),
                             percentText(policy.minMarkup),
                             termsText(terms, tax),
                             priceText(figures.floor, terms.decimals));
    return figures;
}

Result<UnitPrice> netBasePrice(UnitPrice price, const QuoteTerms& terms, Rate tax)
{
    Int128 factor = 1;
    Int128 divisor = 1;
    if (terms.currency != terms.base) {
        factor *= terms.rate.raw();
        divisor *= ExchangeRate::kOne;
    }
    if (terms.taxMode == TaxMode::Gross) {
        factor *= Rate::kOne;
        divisor *= Rate::kOne + tax.raw();
    }
    return scaledPrice(price, factor, divisor, UnitPrice::kDecimals, Rounding::HalfUp);
}

PriceCheck checkPrice(UnitPrice price,
    const GuideFigures& figures,
    std::optional<UnitCost> c4,
    const QuoteTerms& terms,
    Rate tax,
    std::span<const FloatAuthority> authority,
    const QString& grade,
    PricedLine line)
{
    PriceCheck check;
    check.depth = depthOf(figures.guide, price);
    check.belowFloor = price < figures.floor;
    check.level = levelNeeded(figures.guide, price, figures.floor, authority, grade, line);
    const QString priceHere = priceText(price, terms.decimals);
    if (check.depth) {
        check.trace << QStringLiteral("depth = (%1 − %2) ÷ %1 = %3%")
                           .arg(priceText(figures.guide, terms.decimals),
                               priceHere,
                               percentText(*check.depth));
    }
    if (c4) {
        const auto net = netBasePrice(price, terms, tax);
        if (net)
            check.margin = marginOf(*net, *c4);
        if (check.margin) {
            check.trace << QStringLiteral("margin = (%1 − %2) ÷ %1 = %3%")
                               .arg(net->toString(2), c4->toString(4), percentText(*check.margin));
        }
    }
    check.trace << QStringLiteral("level = %1").arg(check.level)
            + (check.belowFloor ? QStringLiteral(" (%1 < floor %2)")
                                      .arg(priceHere, priceText(figures.floor, terms.decimals))
                                : QString());
    return check;
}

} // namespace chengdan::quoting
