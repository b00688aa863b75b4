// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

#include <limits>

// One price for every bought node: what-if price, else the best price row, else the fixed cost.
// A missing price is an error, never zero.
namespace chengdan::quoting {

FxPick CostRun::findFx(const CostInput& input,
    const Overrides& overrides,
    const QString& currency,
    const QString& base,
    QDate date)
{
    FxPick pick;
    if (currency.isEmpty() || currency == base) {
        pick.found = true;
        return pick;
    }
    const auto tried = overrides.fx.constFind(currency);
    if (tried != overrides.fx.constEnd() && tried->raw() > 0) {
        pick.found = true;
        pick.num = tried->raw();
        pick.den = ExchangeRate::kOne;
        return pick;
    }
    const std::vector<FxRow>& rows = input.tables().fx;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const FxRow& row = rows[i];
        const bool direct = row.from == currency && row.to == base;
        const bool inverse = row.from == base && row.to == currency;
        if ((!direct && !inverse) || row.date > date || row.rate.raw() <= 0)
            continue;
        const FxRow* kept = pick.row < 0 ? nullptr : &rows[at(pick.row)];
        const bool better = kept == nullptr || row.date > kept->date
            || (row.date == kept->date && direct && pick.inverse);
        if (!better)
            continue;
        pick.found = true;
        pick.row = static_cast<int>(i);
        pick.inverse = inverse;
        pick.num = inverse ? ExchangeRate::kOne : row.rate.raw();
        pick.den = inverse ? row.rate.raw() : ExchangeRate::kOne;
    }
    return pick;
}

const FxPick* CostRun::fx(const QString& currency, int vertex)
{
    auto known = m_fx.find(currency);
    if (known == m_fx.end()) {
        known = m_fx.insert(
            currency, findFx(m_in, m_what, currency, m_request.baseCurrency, m_request.date));
    }
    if (known->found)
        return &*known;
    report("E_NO_FX",
        vertex,
        {{QStringLiteral("currency"), currency},
            {QStringLiteral("base"), m_request.baseCurrency},
            {QStringLiteral("date"), m_request.date.toString(Qt::ISODate)}});
    return nullptr;
}

void CostRun::prices()
{
    for (std::size_t node = 0; node < m_out.nodes.size(); ++node) {
        CostNode& owner = m_out.nodes[node];
        if (owner.use != NodeUse::Bought)
            continue;
        if (!pickPrice(node)) {
            owner.complete = false;
            continue;
        }
        warnOrderSizes(node);
        if (!m_in.toolsOf(owner.item).isEmpty())
            warn("W_TOOL_ON_BOUGHT", m_nodeVertex[node]);
    }
}

std::optional<Quantity> CostRun::breakQuantity(std::size_t node) const
{
    const CostNode& owner = m_out.nodes[node];
    const ItemRow& item = m_in.item(owner.item);
    if (m_torn || vertexOf(node).starved) // not known: judge the rows without it
        return Quantity::fromRaw(std::numeric_limits<qint64>::max());
    if (item.lotPolicy == LotPolicy::Standard)
        return item.costingLot;
    if (m_request.priceQtyBasis == PriceQtyBasis::Lot)
        return owner.required;
    const auto scaled = mulDiv(owner.required.raw(),
        m_request.annualQuantity.raw(),
        m_request.quantity.raw(),
        Rounding::HalfUp);
    if (!scaled)
        return std::nullopt;
    return Quantity::fromRaw(*scaled);
}

Rate CostRun::whatIfFactor(int item) const
{
    if (m_plain)
        return Rate::fromWhole(1);
    const ItemRow& row = m_in.item(item);
    const Rate own = m_what.itemPriceFactor.value(row.code, Rate::fromWhole(1));
    const Rate group = row.group.isEmpty()
        ? Rate::fromWhole(1)
        : m_what.groupPriceFactor.value(row.group, Rate::fromWhole(1));
    const auto both = mulDiv(own.raw(), group.raw(), Rate::kOne, Rounding::HalfUp);
    return Rate::fromRaw(both.value_or(own.raw()));
}

bool CostRun::pickPrice(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    const int vertex = m_nodeVertex[node];
    const ItemRow& item = m_in.item(owner.item);
    const auto quantity = breakQuantity(node);
    if (!quantity)
        return overflow(node);
    PricePick& pick = owner.price;
    pick.breakQuantity = *quantity;
    pick.whatIf = whatIfFactor(owner.item);
    const auto tried = m_what.itemPrice.constFind(item.code);
    if (!m_plain && tried != m_what.itemPrice.constEnd()) {
        const auto unit = ExactQuotient().times(tried->raw()).times(100).rounded();
        if (!unit)
            return overflow(node);
        pick.source = PriceSource::Override;
        pick.currency = m_request.baseCurrency;
        pick.unitPrice = UnitCost::fromRaw(*unit);
        return true;
    }
    const bool noBom = vertexOf(node).noBom;
    if (item.costSource != CostSource::Fixed) {
        bool failed = false;
        const auto row = bestRow(node, failed);
        if (failed)
            return false;
        if (row) {
            if (noBom)
                warn("W_NO_BOM_FALLBACK", vertex);
            return applyRow(node, *row, pick);
        }
    }
    if (item.fixedCost && item.fixedCost->raw() > 0) {
        if (noBom)
            warn("W_NO_BOM_FALLBACK", vertex);
        else if (item.costSource != CostSource::Fixed)
            warn("W_STANDARD_COST",
                vertex,
                {{QStringLiteral("date"),
                    item.fixedDate.isNull() ? QStringLiteral("—")
                                            : item.fixedDate.toString(Qt::ISODate)}});
        return applyFixed(node, pick);
    }
    if (noBom)
        report(
            "E_NO_BOM", vertex, {{QStringLiteral("date"), m_request.date.toString(Qt::ISODate)}});
    else
        report("E_NO_PRICE",
            vertex,
            {{QStringLiteral("quantity"), owner.required.toString()},
                {QStringLiteral("date"), m_request.date.toString(Qt::ISODate)}});
    return false;
}

std::optional<int> CostRun::bestRow(std::size_t node, bool& failed)
{
    const CostNode& owner = m_out.nodes[node];
    const ItemRow& item = m_in.item(owner.item);
    const auto rows = m_in.pricesOf(owner.item);
    int best = -1;
    for (int index = rows.first; index < rows.last; ++index) {
        const PriceRow& row = m_in.price(index);
        // A price of zero is a price not yet known: only customer-supplied parts cost nothing.
        if (row.price.raw() <= 0 || !row.valid.contains(m_request.date)
            || (!item.preferredSupplier.isEmpty() && row.supplier != item.preferredSupplier))
            continue;
        const auto factor = uomFactor(m_in, owner.item, m_in.priceUom(index));
        if (!factor) {
            report("E_NO_UOM",
                m_nodeVertex[node],
                {{QStringLiteral("uom"), row.uom}, {QStringLiteral("base"), item.baseUom}});
            failed = true;
            continue;
        }
        if (row.minQty.raw() > 0) {
            const auto needed = ExactQuotient()
                                    .times(row.minQty.raw())
                                    .times(factor->num)
                                    .over(factor->den)
                                    .ceiled();
            if (!needed || *needed > owner.price.breakQuantity.raw())
                continue;
        }
        if (best >= 0) {
            const auto better = betterRow(node, index, best);
            failed = failed || !better;
            if (!better.value_or(false))
                continue;
        }
        best = index;
    }
    if (failed || best < 0)
        return std::nullopt;
    return best;
}

/// Largest minimum quantity, then newest start, then lowest price, then row id. Nothing when the
/// prices had to be compared and could not.
std::optional<bool> CostRun::betterRow(std::size_t node, int row, int kept)
{
    const int item = m_out.nodes[node].item;
    const PriceRow& a = m_in.price(row);
    const PriceRow& b = m_in.price(kept);
    const auto sized = [&](int index) {
        const auto factor = uomFactor(m_in, item, m_in.priceUom(index));
        return Fraction::product({m_in.price(index).minQty.raw(), 1}, *factor);
    };
    const auto first = sized(row);
    const auto second = sized(kept);
    if (!first || !second)
        return overflow(node) ? std::optional<bool>(true) : std::nullopt;
    const auto left = multiply(first->num, second->den);
    const auto right = multiply(second->num, first->den);
    if (!left || !right)
        return overflow(node) ? std::optional<bool>(true) : std::nullopt;
    if (*left != *right)
        return *left > *right;
    if (a.valid.from != b.valid.from)
        return a.valid.from > b.valid.from;
    PricePick pickA;
    PricePick pickB;
    if (!applyRow(node, row, pickA) || !applyRow(node, kept, pickB))
        return std::nullopt;
    if (pickA.unitPrice != pickB.unitPrice)
        return pickA.unitPrice < pickB.unitPrice;
    return a.priceId < b.priceId;
}

bool CostRun::applyRow(std::size_t node, int row, PricePick& pick)
{
    const int vertex = m_nodeVertex[node];
    const PriceRow& price = m_in.price(row);
    const auto factor =
        uomFactor(m_in, m_out.nodes[node].item, m_in.priceUom(row)).value_or(Fraction{1, 1});
    const FxPick* rate = fx(price.currency, vertex);
    if (rate == nullptr)
        return false;
    const qint64 tax = price.taxIncluded ? price.tax.raw() : 0;
    if (price.pricePer.raw() <= 0 || tax <= -Rate::kOne) {
        report("E_NO_PRICE",
            vertex,
            {{QStringLiteral("quantity"), pick.breakQuantity.toString()},
                {QStringLiteral("date"), m_request.date.toString(Qt::ISODate)}});
        return false;
    }
    const auto unit = ExactQuotient()
                          .times(price.price.raw())
                          .times(UnitCost::kOne / UnitPrice::kOne)
                          .times(Quantity::kOne)
                          .over(price.pricePer.raw())
                          .times(factor.den)
                          .over(factor.num)
                          .times(Rate::kOne)
                          .over(Rate::kOne + tax)
                          .times(rate->num)
                          .over(rate->den)
                          .times(pick.whatIf.raw())
                          .over(Rate::kOne)
                          .rounded();
    const Fraction shown = factor.reduced();
    const auto num = narrow(shown.num);
    const auto den = narrow(shown.den);
    if (!unit || !num || !den)
        return overflow(node);
    pick.source = PriceSource::Row;
    pick.priceRow = row;
    pick.fxRow = rate->row;
    pick.fxInverse = rate->inverse;
    pick.currency = price.currency.isEmpty() ? m_request.baseCurrency : price.currency;
    pick.factorNum = *num;
    pick.factorDen = *den;
    pick.unitPrice = UnitCost::fromRaw(*unit);
    return true;
}

bool CostRun::applyFixed(std::size_t node, PricePick& pick)
{
    const ItemRow& item = m_in.item(m_out.nodes[node].item);
    const FxPick* rate = fx(item.fixedCurrency, m_nodeVertex[node]);
    if (rate == nullptr)
        return false;
    const auto unit = ExactQuotient()
                          .times(item.fixedCost->raw())
                          .times(UnitCost::kOne / UnitPrice::kOne)
                          .times(rate->num)
                          .over(rate->den)
                          .times(pick.whatIf.raw())
                          .over(Rate::kOne)
                          .rounded();
    if (!unit)
        return overflow(node);
    pick.source = PriceSource::Fixed;
    pick.fxRow = rate->row;
    pick.fxInverse = rate->inverse;
    pick.currency = item.fixedCurrency.isEmpty() ? m_request.baseCurrency : item.fixedCurrency;
    pick.unitPrice = UnitCost::fromRaw(*unit);
    return true;
}

void CostRun::warnOrderSizes(std::size_t node)
{
    const CostNode& owner = m_out.nodes[node];
    const ItemRow& item = m_in.item(owner.item);
    const auto needed = [&owner] {
        return QPair<QString, QString>{QStringLiteral("quantity"), owner.required.toString()};
    };
    if (owner.required.raw() < item.moq.raw())
        warn("W_MOQ", m_nodeVertex[node], {needed(), {QStringLiteral("moq"), item.moq.toString()}});
    if (item.orderMultiple.raw() > 0 && owner.required.raw() % item.orderMultiple.raw() != 0)
        warn("W_ORDER_MULTIPLE",
            m_nodeVertex[node],
            {needed(), {QStringLiteral("multiple"), item.orderMultiple.toString()}});
}

} // namespace chengdan::quoting
