// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"
#include "core/quoting/standard_plan.h"

#include <algorithm>

// What of an item's cost does not hang on the cost of its components, worked out by the same code
// that costs an order, one level at a time; the plainest levels, which are most, by a short cut
// that gives the same.
namespace chengdan::quoting {

namespace {

/// So much of the component for so many of the item, and nothing else to it.
bool isPlainLine(const CostLine& row)
{
    return row.type == LineType::Component && row.explode && row.supply == Supply::Own
        && row.altGroup == 0 && row.qty.raw() >= 0 && row.fixedQty.isZero() && row.scrap.isZero();
}

/// Makes the drafts: one for each item in its own use, more for other uses on the way.
template <typename Drafts>
class StandardPlan {
public:
    StandardPlan(const CostInput& input, QDate date, const QString& baseCurrency, Drafts& drafts)
        : m_in(input)
        , m_drafts(drafts)
    {
        m_request.date = date;
        m_request.baseCurrency = baseCurrency;
        m_numbers.assign(2 * at(input.itemCount()), -1);
    }

    int numberOf(int item, NodeUse use)
    {
        int& number = m_numbers[2 * at(item) + static_cast<std::size_t>(use)];
        if (number < 0) {
            number = static_cast<int>(m_drafts.all.size());
            m_drafts.all.emplace_back();
            m_drafts.all.back().place.item = item;
            m_drafts.all.back().use = use;
        }
        return number;
    }
    int knownNumber(int item, NodeUse use) const
    {
        return m_numbers[2 * at(item) + static_cast<std::size_t>(use)];
    }
    NodeUse naturalUse(int item) const { return m_natural[at(item)]; }
    void make()
    {
        m_drafts.all.reserve(at(m_in.itemCount()));
        m_drafts.lines.reserve(m_in.lineCount());
        for (int item = 0; item < m_in.itemCount(); ++item) {
            const ItemKind kind = m_in.itemKeys(item).kind;
            const bool explodes = (kind == ItemKind::Make || kind == ItemKind::Phantom)
                && m_in.item(item).costSource != CostSource::Fixed;
            m_boms.push_back(explodes ? m_in.effectiveBom(item, m_request.date) : -1);
            m_natural.push_back(m_boms.back() >= 0 ? NodeUse::Made : NodeUse::Bought);
            numberOf(item, m_natural.back());
        }
        for (std::size_t number = 0; number < m_drafts.all.size(); ++number)
            fill(static_cast<int>(number)); // may add drafts
    }

private:
    using Draft = typename Drafts::Draft;

    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    template <typename Rows>
    static CostInput::Range sinceOf(std::size_t first, const Rows& rows)
    {
        return {static_cast<int>(first), static_cast<int>(rows.size())};
    }
    void fill(int number);
    bool fillPrice(Draft& draft) const;
    bool fillLines(int number);
    bool isPlain(int item) const;
    void fillLevel(int number);
    void takeLines(const CostResult& level);
    bool takeOutside(int number, const CostResult& level);
    void takeRules(int item, std::span<const OperationCost> operations);

    const CostInput& m_in;
    Drafts& m_drafts;
    CostRequest m_request;
    Overrides m_none;
    CostScratch m_scratch;
    std::vector<int> m_numbers;
    std::vector<int> m_boms; ///< of each item in its own use
    std::vector<NodeUse> m_natural;
};

template <typename Drafts>
void StandardPlan<Drafts>::fill(int number)
{
    Draft& draft = m_drafts.all[at(number)];
    const ItemRow& row = m_in.item(draft.place.item);
    const qint64 lot = row.costingLot.raw() > 0 ? row.costingLot.raw() : Quantity::kOne;
    draft.place.lot = lot;
    draft.place.wholeLot = lot % Quantity::kOne == 0 ? lot / Quantity::kOne : 0;
    draft.element = static_cast<quint8>(slot(row.element));
    if (draft.use == NodeUse::Bought ? !fillPrice(draft) : !fillLines(number))
        fillLevel(number);
}

/// The price where no choice and no conversion is to be made; false otherwise.
template <typename Drafts>
bool StandardPlan<Drafts>::fillPrice(Draft& draft) const
{
    const int item = draft.place.item;
    const auto rows = m_in.pricesOf(item);
    if (rows.size() != 1 || m_in.item(item).costSource == CostSource::Fixed
        || m_in.priceUom(rows.first) != m_in.itemKeys(item).baseUom)
        return false;
    const PriceRow& row = m_in.price(rows.first);
    const QString& supplier = m_in.item(item).preferredSupplier;
    constexpr qint64 kStep = UnitCost::kOne / UnitPrice::kOne;
    if (row.price.raw() <= 0 || row.price.raw() > std::numeric_limits<qint64>::max() / kStep
        || !row.valid.contains(m_request.date) || row.minQty.raw() > 0
        || row.pricePer.raw() != Quantity::kOne || row.taxIncluded
        || (!supplier.isEmpty() && supplier != row.supplier)
        || (!row.currency.isEmpty() && row.currency != m_request.baseCurrency))
        return false;
    draft.price = row.price.raw() * kStep;
    return true;
}

/// Whether the level is a sum of lines and overhead on them, and nothing else.
template <typename Drafts>
bool StandardPlan<Drafts>::isPlain(int item) const
{
    const int bom = m_boms[at(item)];
    if (bom < 0 || !m_in.operationsOf(bom).isEmpty() || !m_in.toolsOf(item).isEmpty())
        return false;
    const BomRow& row = m_in.bom(bom);
    return row.yield.raw() == Rate::kOne && row.qty.raw() > 0
        && m_in.bomUom(bom) == m_in.itemKeys(item).baseUom;
}

/// The lines where each is so much of a component per so many of the item, with neither scrap nor
/// start-up quantity nor phantom; false otherwise, with nothing taken.
template <typename Drafts>
bool StandardPlan<Drafts>::fillLines(int number)
{
    const int item = m_drafts.all[at(number)].place.item;
    if (!isPlain(item))
        return false;
    const qint64 lot = m_drafts.all[at(number)].place.lot;
    const qint64 output = m_in.bom(m_boms[at(item)]).qty.raw();
    const std::size_t first = m_drafts.lines.size();
    const std::size_t firstOdd = m_drafts.odd.size();
    const auto lines = m_in.linesOf(m_boms[at(item)]);
    qint64 all = 0; // what one component is needed for in all must fit
    for (int index = lines.first; index < lines.last; ++index) {
        const auto& line = m_in.line(index);
        const int component = line.component;
        const bool plain = component >= 0 && component != item && isPlainLine(line)
            && line.uom == m_in.itemKeys(component).baseUom
            && (m_natural[at(component)] == NodeUse::Bought
                || m_in.itemKeys(component).kind != ItemKind::Phantom);
        const auto net = !plain ? std::nullopt
            : lot == output     ? std::optional(line.qty.raw())
                                : mulDiv(lot, line.qty.raw(), output, Rounding::HalfUp);
        if (!net || __builtin_add_overflow(all, *net, &all)) {
            m_drafts.lines.resize(first);
            m_drafts.odd.resize(firstOdd);
            return false;
        }
        m_drafts.addLine(numberOf(component, m_natural[at(component)]), *net, *net);
    }
    const std::size_t rules = m_drafts.rules.size();
    takeRules(item, {});
    m_drafts.all[at(number)].lines = sinceOf(first, m_drafts.lines);
    m_drafts.all[at(number)].rules = sinceOf(rules, m_drafts.rules);
    return true;
}

template <typename Drafts>
void StandardPlan<Drafts>::fillLevel(int number)
{
    const Draft& draft = m_drafts.all[at(number)];
    const int item = draft.place.item;
    const NodeUse use = draft.use;
    m_request.item = m_in.item(item).code;
    m_request.quantity = Quantity::fromRaw(draft.place.lot);
    CostRun run(m_in, m_request, m_none, m_scratch);
    run.runLevel(use);
    const CostResult& level = run.result();
    const CostNode& asked = level.nodes.front();
    if (!level.errors.empty() || !asked.complete) {
        m_drafts.all[at(number)].place.sound = false;
        if (!level.errors.empty())
            m_drafts.errors.push_back({number, level.errors.front().error});
        return;
    }
    m_drafts.all[at(number)].price = asked.price.unitPrice.raw();
    m_drafts.all[at(number)].place.credit = run.credit();
    m_drafts.all[at(number)].place.shares = run.shares();
    if (use != NodeUse::Made)
        return;
    typename decltype(m_drafts.own)::value_type own{};
    bool any = false;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        own[i] = asked.level[i].raw();
        any = any || own[i] != 0;
    }
    if (any) {
        m_drafts.all[at(number)].place.own = static_cast<int>(m_drafts.own.size());
        m_drafts.own.push_back(own);
    }
    const std::size_t lines = m_drafts.lines.size();
    const std::size_t outside = m_drafts.outside.size();
    const std::size_t rules = m_drafts.rules.size();
    takeLines(level);
    if (!takeOutside(number, level))
        return;
    takeRules(item, level.operations);
    Draft& filled = m_drafts.all[at(number)];
    filled.lines = sinceOf(lines, m_drafts.lines);
    filled.outside = sinceOf(outside, m_drafts.outside);
    filled.rules = sinceOf(rules, m_drafts.rules);
}

template <typename Drafts>
void StandardPlan<Drafts>::takeLines(const CostResult& level)
{
    for (const LineCost& line : level.lines) {
        const CostNode& child = level.nodes[at(line.node)];
        if (child.use == NodeUse::Customer)
            continue; // costs nothing
        m_drafts.addLine(numberOf(child.item, child.use), line.net.raw(), line.gross.raw());
    }
}

template <typename Drafts>
bool StandardPlan<Drafts>::takeOutside(int number, const CostResult& level)
{
    for (const OperationCost& cost : level.operations) {
        if (cost.outsideNode < 0)
            continue;
        const CostNode& service = level.nodes[at(cost.outsideNode)];
        const OperationRow& row = m_in.operation(cost.operation);
        const auto factor =
            CostRun::uomFactor(m_in, service.item, m_in.operationKeys(cost.operation).outsideUom);
        const auto quantity = factor
            ? Fraction::product({cost.entering.raw(), Quantity::kOne},
                {factor->num * row.outsideQty.raw(), factor->den * Quantity::kOne})
            : std::nullopt;
        const auto least = multiply(row.minCharge.raw(), UnitCost::kOne / UnitPrice::kOne);
        const auto charge = least ? narrow(*least) : std::nullopt;
        if (!quantity || !charge) {
            m_drafts.refuse(number,
                Error::make("E_OVERFLOW",
                    {},
                    {{QStringLiteral("item"), m_request.item},
                        {QStringLiteral("path"), m_request.item}}));
            return false;
        }
        m_drafts.outside.push_back({numberOf(service.item, service.use),
            cost.operation,
            quantity->num,
            quantity->den,
            *charge});
    }
    return true;
}

template <typename Drafts>
void StandardPlan<Drafts>::takeRules(int item, std::span<const OperationCost> operations)
{
    for (int index : m_in.overheadOrder()) {
        const OverheadRow& rule = m_in.overhead(index);
        if (rule.level != OverheadLevel::Each || !rule.valid.contains(m_request.date)
            || (rule.scope == OverheadScope::ItemGroup && m_in.item(item).group != rule.scopeKey))
            continue;
        qint64 base = 0;
        const auto take = [&](Element element, UnitCost amount) {
            if ((rule.base & bit(element)) != 0)
                base += amount.raw();
        };
        if (rule.scope == OverheadScope::WorkCenter) {
            for (const OperationCost& cost : operations) {
                if (m_in.operation(cost.operation).workCenter != rule.scopeKey)
                    continue;
                take(Element::Set, cost.setup);
                take(Element::Mac, cost.machine);
                take(Element::Lab, cost.labor);
                take(Element::Lab, cost.piece);
            }
        }
        m_drafts.rules.push_back({index, base});
    }
}

} // namespace

StandardCosts StandardCosts::prepare(
    const CostInput& input, QDate date, const QString& baseCurrency)
{
    Drafts drafts;
    StandardPlan<Drafts> plan(input, date, baseCurrency, drafts);
    plan.make();
    StandardCosts costs;
    costs.m_input = &input;
    // Numbers for now; arrange() turns them into positions.
    for (int item = 0; item < input.itemCount(); ++item) {
        costs.m_natural.push_back(plan.knownNumber(item, plan.naturalUse(item)));
        costs.m_bought.push_back(plan.knownNumber(item, NodeUse::Bought));
    }
    costs.arrange(drafts);
    return costs;
}

} // namespace chengdan::quoting
