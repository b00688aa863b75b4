// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_pricer.h"

#include "core/quoting/quote_snapshot.h"

#include <QSet>

namespace chengdan::quoting {

namespace {

tl::unexpected<Error> lineError(Error error, std::size_t line)
{
    error.args.append({QStringLiteral("line"), QString::number(line + 1)});
    return fail(std::move(error));
}

/// Prices one line of the draft.
class LinePricer {
public:
    LinePricer(const PricingBasis& basis, const DraftLine& line)
        : m_basis(basis)
        , m_line(line)
        , m_tax(line.tax.value_or(basis.taxRate))
    {
    }
    Result<QuotedLine> price();

private:
    Result<PricedQuantity> priceQuantity(
        Quantity from, Quantity lot, std::optional<UnitPrice> typed);
    void findCost(PricedQuantity& priced, std::optional<GuideFigures>& figures);
    void computeCost(PricedQuantity& priced);
    void findGuide(PricedQuantity& priced, std::optional<GuideFigures>& figures);
    const StoredCosting* storedCosting(Quantity lot) const;
    Result<void> check() const;
    Result<void> addTotal(QuotedLine& priced) const;
    Result<void> addTierTotal(QuotedLine& priced) const;

    const PricingBasis& m_basis;
    const DraftLine& m_line;
    Rate m_tax;
};

Result<void> LinePricer::check() const
{
    if (m_tax.raw() < 0 || m_tax.raw() > Rate::kOne)
        return fail("RATE_RANGE", QStringLiteral("tax_rate"));
    if (m_line.type == QuoteLineType::Text)
        return {};
    if (m_line.qty.raw() <= 0)
        return fail("QTY_POSITIVE", QStringLiteral("qty"));
    if (m_line.item && !m_basis.itemCodes.contains(*m_line.item))
        return fail("ITEM_MISSING", QStringLiteral("item"));
    Quantity last;
    for (std::size_t i = 0; i < m_line.tiers.size(); ++i) {
        const DraftTier& tier = m_line.tiers[i];
        if (tier.from.raw() <= 0 || tier.lot.raw() < 0)
            return fail("QTY_POSITIVE", QStringLiteral("tiers"));
        if (tier.from <= last) {
            return fail("TIER_ORDER",
                QStringLiteral("tiers"),
                {{QStringLiteral("n"), QString::number(i + 1)}});
        }
        last = tier.from;
    }
    if (!m_line.tiers.empty() && m_line.qty < m_line.tiers.front().from) {
        return fail("TIER_NONE",
            QStringLiteral("qty"),
            {{QStringLiteral("quantity"), m_line.qty.toString()}});
    }
    return {};
}

Result<QuotedLine> LinePricer::price()
{
    const auto sound = check();
    if (!sound)
        return fail(sound.error());
    QuotedLine priced;
    priced.tax = m_tax;
    if (m_line.type == QuoteLineType::Text)
        return priced;
    for (const DraftTier& tier : m_line.tiers) {
        auto quantity =
            priceQuantity(tier.from, tier.lot.isZero() ? tier.from : tier.lot, tier.price);
        if (!quantity)
            return fail(quantity.error());
        priced.tiers.push_back(std::move(*quantity));
        if (tier.from <= m_line.qty)
            priced.reachedTier = static_cast<int>(priced.tiers.size()) - 1;
    }
    if (priced.reachedTier >= 0) {
        priced.own = priced.tiers[static_cast<std::size_t>(priced.reachedTier)];
        // A slab price is made of all its brackets: the strictest of them decides.
        if (m_line.tierType == TierType::Slab) {
            for (int i = 0; i < priced.reachedTier; ++i)
                priced.own.level =
                    std::max(priced.own.level, priced.tiers[static_cast<std::size_t>(i)].level);
        }
    } else {
        auto quantity = priceQuantity(m_line.qty, m_line.qty, m_line.price);
        if (!quantity)
            return fail(quantity.error());
        priced.own = std::move(*quantity);
    }
    const auto added = addTotal(priced);
    if (!added)
        return fail(added.error());
    return priced;
}

const StoredCosting* LinePricer::storedCosting(Quantity lot) const
{
    if (!m_line.uid || !m_line.item)
        return nullptr;
    for (const StoredCosting& stored : m_basis.stored) {
        if (stored.uid == *m_line.uid && stored.item == *m_line.item && stored.uom == m_line.uom
            && stored.annualQty == m_line.annualQty && stored.lot == lot)
            return &stored;
    }
    return nullptr;
}

void LinePricer::computeCost(PricedQuantity& priced)
{
    CostRequest request;
    request.item = m_basis.itemCodes.value(*m_line.item);
    request.quantity = priced.lot;
    request.uom = m_line.uom;
    request.date = m_basis.on;
    request.baseCurrency = m_basis.terms.base.code();
    if (!m_line.annualQty.isZero()) {
        request.priceQtyBasis = PriceQtyBasis::Annual;
        request.annualQuantity = m_line.annualQty;
    }
    auto result = std::make_shared<CostResult>(cost(*m_basis.input, request));
    priced.errors = result->errors;
    priced.warnings = result->warnings;
    if (result->ok()) {
        const auto asked = costAsAsked(*m_basis.input, *result, m_line.uom, {});
        const auto c4 = asked ? costAtFourPlaces(asked->unit) : fail(asked.error());
        if (c4) {
            priced.c4 = *c4;
            priced.c8 = asked->unit;
            priced.elements = asked->elements;
            SnapshotText snapshot = snapshotOf(*m_basis.input, request, *result);
            priced.snapshot = std::move(snapshot.content);
            priced.snapshotHash = snapshot.hash;
        } else {
            priced.errors.push_back({c4.error(), request.item, {request.item}});
        }
    }
    priced.result = std::move(result);
}

void LinePricer::findCost(PricedQuantity& priced, std::optional<GuideFigures>& figures)
{
    const StoredCosting* stored = storedCosting(priced.lot);
    // A draft that could not be costed tries again: its inputs may have come since.
    if (stored == nullptr || !stored->c4) {
        computeCost(priced);
        return;
    }
    priced.stored = true;
    priced.c4 = stored->c4;
    priced.elements = stored->elements;
    qint64 sum = 0;
    for (const UnitCost element : stored->elements)
        sum += element.raw();
    priced.c8 = UnitCost::fromRaw(sum);
    priced.warnings = stored->warnings;
    priced.snapshotHash = stored->snapshotHash;
    figures = stored->guide;
}

void LinePricer::findGuide(PricedQuantity& priced, std::optional<GuideFigures>& figures)
{
    if (!figures) {
        const int index = m_basis.input->itemIndex(m_basis.itemCodes.value(*m_line.item));
        const auto policy = choosePolicy(m_basis.policies,
            {m_basis.itemCodes.value(*m_line.item),
                index >= 0 ? m_basis.input->item(index).group : QString(),
                m_basis.grade,
                m_basis.on});
        const auto guide = policy ? guideInTerms(*priced.c4, *policy, m_basis.terms, m_tax)
                                  : Result<GuideFigures>(fail(policy.error()));
        if (!guide) {
            priced.priceError = guide.error();
            return;
        }
        figures = *guide;
    }
    priced.guide = figures->guide;
    priced.floor = figures->floor;
    priced.trace = figures->trace;
}

Result<PricedQuantity> LinePricer::priceQuantity(
    Quantity from, Quantity lot, std::optional<UnitPrice> typed)
{
    PricedQuantity priced;
    priced.from = from;
    priced.lot = lot;
    priced.typed = typed.has_value();
    if (typed && typed->raw() < 0)
        return fail("PRICE_NEGATIVE", QStringLiteral("unit_price"));
    if (typed && typed->raw() % powerOfTen(UnitPrice::kDecimals - m_basis.terms.decimals) != 0) {
        return fail("NUMBER_PRECISION",
            QStringLiteral("unit_price"),
            {{QStringLiteral("text"), typed->toString()},
                {QStringLiteral("digits"), QString::number(m_basis.terms.decimals)}});
    }
    std::optional<GuideFigures> figures;
    if (m_line.item)
        findCost(priced, figures);
    if (priced.c4)
        findGuide(priced, figures);
    priced.price = typed ? typed : priced.guide;
    if (!priced.price || !figures) {
        if (priced.price && priced.c4) { // no policy: nobody but the top may judge this price
            priced.level = kTopLevel;
            if (const auto net = netBasePrice(*priced.price, m_basis.terms, m_tax))
                priced.margin = marginOf(*net, *priced.c4);
        }
        return priced;
    }
    const PriceCheck verdict = checkPrice(*priced.price,
        *figures,
        priced.c4,
        m_basis.terms,
        m_tax,
        m_basis.authority,
        m_basis.grade,
        m_line.type == QuoteLineType::Tool ? PricedLine::Tool : PricedLine::Product);
    priced.depth = verdict.depth;
    priced.margin = verdict.margin;
    priced.level = verdict.level;
    priced.belowFloor = verdict.belowFloor;
    priced.trace += verdict.trace;
    return priced;
}

Result<void> LinePricer::addTierTotal(QuotedLine& priced) const
{
    std::vector<PriceTier> tiers;
    for (const PricedQuantity& tier : priced.tiers) {
        if (!tier.price)
            return {}; // a tier without price: no comparison and, for a slab, no amount
        tiers.push_back({tier.from, *tier.price});
    }
    const auto total = tierTotal(tiers, m_line.tierType, m_line.qty, m_basis.terms.currency);
    if (!total)
        return fail(total.error());
    priced.warnings = total->warnings;
    // The tiers' amount, net or gross as the prices are, taxed as one piece.
    const int places = UnitPrice::kDecimals - m_basis.terms.currency.decimals();
    const auto whole = narrow(static_cast<Int128>(total->total.minor()) * powerOfTen(places));
    if (!whole)
        return fail("OVERFLOW_GUARD");
    auto line = lineTotal({UnitPrice::fromRaw(*whole), Quantity::fromWhole(1), m_tax},
        m_basis.terms.taxMode,
        m_basis.terms.currency);
    if (!line)
        return fail(line.error());
    priced.total = std::move(*line);
    priced.total.trace = total->trace.join(QStringLiteral("; "));
    priced.counts = true;
    return {};
}

Result<void> LinePricer::addTotal(QuotedLine& priced) const
{
    if (!priced.tiers.empty()) {
        const auto added = addTierTotal(priced);
        if (!added || m_line.tierType == TierType::Slab)
            return added;
    }
    if (!priced.own.price)
        return {};
    auto total = lineTotal(
        {*priced.own.price, m_line.qty, m_tax}, m_basis.terms.taxMode, m_basis.terms.currency);
    if (!total)
        return fail(total.error());
    priced.total = std::move(*total);
    priced.counts = true;
    return {};
}

// The figure lists and limits compare quotes by.
Result<Money> netInBase(Money net, const QuoteTerms& terms)
{
    if (terms.currency == terms.base)
        return net;
    const Int128 full =
        static_cast<Int128>(net.minor()) * terms.rate.raw() * powerOfTen(terms.base.decimals());
    const auto minor = narrow(divide(full,
        static_cast<Int128>(ExchangeRate::kOne) * powerOfTen(terms.currency.decimals()),
        Rounding::HalfUp));
    if (!minor)
        return fail("OVERFLOW_GUARD");
    return Money::fromMinor(*minor, terms.base);
}

} // namespace

Result<PricedQuote> priceQuote(const QuoteDraft& draft, const PricingBasis& basis)
{
    const QuoteTerms& terms = basis.terms;
    if (terms.decimals < 2 || terms.decimals > UnitPrice::kDecimals)
        return fail("PRICE_DECIMALS", QStringLiteral("price_decimals"));
    PricedQuote quote;
    quote.input = basis.input;
    std::optional<qint64> net = 0;
    std::optional<qint64> gross = 0;
    QSet<QString> groups;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const DraftLine& line = draft.lines[i];
        auto priced = LinePricer(basis, line).price();
        if (!priced)
            return lineError(priced.error(), i);
        if (line.type != QuoteLineType::Text && !priced->counts)
            quote.complete = false;
        if (line.optional)
            priced->counts = false;
        if (!line.altGroup.isEmpty()) {
            priced->counts = priced->counts && !groups.contains(line.altGroup);
            groups.insert(line.altGroup);
        }
        quote.level = std::max(quote.level, priced->own.level);
        for (const PricedQuantity& tier : priced->tiers)
            quote.level = std::max(quote.level, tier.level);
        if (priced->counts) {
            net = add(*net, priced->total.amount);
            gross = add(*gross, priced->total.total);
        }
        if (!net || !gross)
            return lineError(Error::make("OVERFLOW_GUARD"), i);
        quote.lines.push_back(std::move(*priced));
    }
    quote.net = Money::fromMinor(*net, terms.currency);
    quote.gross = Money::fromMinor(*gross, terms.currency);
    quote.tax = Money::fromMinor(*gross - *net, terms.currency);
    const auto base = netInBase(quote.net, terms);
    if (!base)
        return fail(base.error());
    quote.baseNet = *base;
    return quote;
}

void hideCosts(PricedQuote& quote)
{
    const auto hide = [](PricedQuantity& quantity) {
        PricedQuantity shown;
        shown.from = quantity.from;
        shown.lot = quantity.lot;
        shown.guide = quantity.guide;
        shown.price = quantity.price;
        shown.typed = quantity.typed;
        shown.depth = quantity.depth;
        shown.level = quantity.level;
        shown.priceError = quantity.priceError;
        if (!quantity.errors.empty() && !shown.priceError)
            shown.priceError = Error::make("QUOTE_NOT_COSTED");
        quantity = std::move(shown);
    };
    for (QuotedLine& line : quote.lines) {
        hide(line.own);
        for (PricedQuantity& tier : line.tiers)
            hide(tier);
    }
    quote.input.reset();
}

} // namespace chengdan::quoting
