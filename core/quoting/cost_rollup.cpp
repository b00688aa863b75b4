// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

// Costs from the bottom up: amounts of the lot are rounded one by one (R3), their sum is divided by
// the lot once per element (R4).
namespace chengdan::quoting {

void CostRun::rollUp()
{
    for (std::size_t node = m_out.nodes.size(); node-- > 0;) {
        CostNode& owner = m_out.nodes[node];
        switch (owner.use) {
        case NodeUse::Customer:
            break;
        case NodeUse::Bought:
            if (owner.complete)
                owner.unit[slot(m_in.item(owner.item).element)] = owner.price.unitPrice;
            break;
        case NodeUse::Made:
            // Without a lot there is nothing to divide by; its own error stands already.
            if (owner.lot.raw() <= 0 || !rollUpMade(node))
                owner.complete = false;
            break;
        }
    }
}

bool CostRun::rollUpMade(std::size_t node)
{
    qint64 shares = 0;
    // Each part is tried even when another failed: a person wants all the errors at once.
    const bool components = addComponents(node);
    const bool operations = addOperations(node);
    const bool tools = addTools(node);
    return components && operations && tools && addOverheads(node) && addByproducts(node, shares)
        && divideByLot(node, shares);
}

bool CostRun::add(std::size_t node, Element element, qint64 amount)
{
    UnitCost& level = m_out.nodes[node].level[slot(element)];
    const auto sum = chengdan::add(level.raw(), amount);
    if (!sum)
        return overflow(node);
    level = UnitCost::fromRaw(*sum);
    return addBelow(node, element, amount);
}

bool CostRun::addBelow(std::size_t node, Element element, qint64 amount)
{
    UnitCost& total = m_out.nodes[node].total[slot(element)];
    const auto sum = chengdan::add(total.raw(), amount);
    if (!sum)
        return overflow(node);
    total = UnitCost::fromRaw(*sum);
    return true;
}

bool CostRun::addComponents(std::size_t node)
{
    const CostNode& owner = m_out.nodes[node];
    bool complete = true;
    for (int index = owner.lines.first; index < owner.lines.last; ++index) {
        LineCost& line = m_out.lines[at(index)];
        const CostNode& child = nodeAt(line.node);
        if (!child.complete) {
            complete = false;
            continue;
        }
        if (child.use == NodeUse::Customer)
            continue;
        if (child.use == NodeUse::Bought) {
            const qint64 price = child.price.unitPrice.raw();
            const auto net = mulDiv(line.net.raw(), price, Quantity::kOne, Rounding::HalfUp);
            const auto loss = line.gross == line.net
                ? std::optional<qint64>(0)
                : mulDiv(
                    line.gross.raw() - line.net.raw(), price, Quantity::kOne, Rounding::HalfUp);
            if (!net || !loss)
                return overflow(node);
            line.amount = UnitCost::fromRaw(*net);
            line.loss = UnitCost::fromRaw(*loss);
            if (!add(node, m_in.item(child.item).element, *net) || !add(node, Element::Loss, *loss))
                return false;
            continue;
        }
        qint64 sum = 0;
        for (Element element : kElements) {
            const qint64 unit = child.unit[slot(element)].raw();
            if (unit == 0)
                continue;
            const auto amount = mulDiv(line.gross.raw(), unit, Quantity::kOne, Rounding::HalfUp);
            const auto more = amount ? chengdan::add(sum, *amount) : std::nullopt;
            if (!more)
                return overflow(node);
            sum = *more;
            if (!addBelow(node, element, *amount))
                return false;
        }
        line.amount = UnitCost::fromRaw(sum);
    }
    return complete;
}

bool CostRun::addTools(std::size_t node)
{
    const CostNode& owner = m_out.nodes[node];
    const auto tools = m_in.toolsOf(owner.item);
    const int first = static_cast<int>(m_out.tools.size());
    m_out.nodes[node].tools = {first, first};
    for (int index = tools.first; index < tools.last; ++index) {
        const ToolRow& tool = m_in.tool(index);
        if (tool.mode != ToolMode::Amortise)
            continue;
        const int vertex = m_nodeVertex[node];
        const QPair<QString, QString> named{QStringLiteral("tool"), tool.toolId};
        if (tool.amortQty.raw() <= 0) {
            report("E_ZERO_LOT", vertex, {named});
            return false;
        }
        if (tool.prepaid.raw() < 0 || tool.prepaid.raw() > Rate::kOne) {
            report("E_YIELD_RANGE",
                vertex,
                {named, {QStringLiteral("value"), percentText(tool.prepaid)}});
            return false;
        }
        if (tool.shipped >= tool.amortQty)
            warn("W_TOOL_USED_UP", vertex, {named});
        const FxPick* rate = fx(tool.currency, vertex);
        if (rate == nullptr)
            return false;
        // By the contract's quantity, whatever the lot is.
        const auto amount = ExactQuotient()
                                .times(tool.cost.raw())
                                .times(UnitCost::kOne / UnitPrice::kOne)
                                .times(Rate::kOne - tool.prepaid.raw())
                                .over(Rate::kOne)
                                .times(owner.lot.raw())
                                .over(tool.amortQty.raw())
                                .times(rate->num)
                                .over(rate->den)
                                .rounded();
        if (!amount)
            return overflow(node);
        m_out.tools.push_back({index, UnitCost::fromRaw(*amount)});
        m_out.nodes[node].tools.last = static_cast<int>(m_out.tools.size());
        if (!add(node, Element::Tool, *amount))
            return false;
    }
    return true;
}

bool CostRun::addByproducts(std::size_t node, qint64& shares)
{
    const CostNode& owner = m_out.nodes[node];
    std::vector<int> shared;
    for (int index = owner.byproducts.first; index < owner.byproducts.last; ++index) {
        const ByproductEdge& edge = m_byproducts[at(index)];
        const CostLine& row = m_in.line(edge.line);
        ByproductCost& cost = m_out.byproducts[at(index)];
        cost.line = edge.line;
        cost.item = edge.item;
        cost.code = m_in.item(edge.item).code;
        const auto quantity =
            quantityOf(owner.lot.raw(), edge.perUnit, Rate(), ScrapMode::Markup, edge.fixed);
        if (!quantity)
            return overflow(node);
        cost.quantity = Quantity::fromRaw(*quantity);
        if (row.valueMethod == ByproductValue::Share) {
            if (row.share.raw() < 0 || row.share.raw() >= Rate::kOne - shares) {
                report("E_YIELD_RANGE",
                    m_nodeVertex[node],
                    {{QStringLiteral("value"), percentText(row.share)}},
                    m_in.componentCode(edge.line));
                return false;
            }
            shares += row.share.raw();
            shared.push_back(index);
            continue;
        }
        const auto price = [&] {
            return ExactQuotient()
                .times(row.creditPrice.raw())
                .times(UnitCost::kOne / UnitPrice::kOne)
                .times(edge.factor.den)
                .over(edge.factor.num);
        };
        const auto unit = price().rounded();
        const auto amount = price().times(-*quantity).over(Quantity::kOne).rounded();
        if (!unit || !amount)
            return overflow(node);
        cost.unit = UnitCost::fromRaw(*unit);
        cost.amount = UnitCost::fromRaw(*amount);
        if (!add(node, Element::Rec, *amount))
            return false;
    }
    Int128 whole = 0;
    for (UnitCost total : owner.total)
        whole += total.raw();
    for (int index : shared) {
        ByproductCost& cost = m_out.byproducts[at(index)];
        const Int128 moved = whole * m_in.line(cost.line).share.raw();
        const auto amount = narrow(divide(moved, Rate::kOne, Rounding::HalfUp));
        if (!amount)
            return overflow(node);
        cost.amount = UnitCost::fromRaw(*amount);
        if (cost.quantity.isZero())
            continue;
        const auto unit = ExactQuotient()
                              .times(moved)
                              .over(Rate::kOne)
                              .times(Quantity::kOne)
                              .over(cost.quantity.raw())
                              .rounded();
        if (!unit)
            return overflow(node);
        cost.unit = UnitCost::fromRaw(*unit);
    }
    return true;
}

bool CostRun::divideByLot(std::size_t node, qint64 shares)
{
    CostNode& owner = m_out.nodes[node];
    for (Element element : kElements) {
        const qint64 total = owner.total[slot(element)].raw();
        if (total == 0)
            continue;
        ExactQuotient unit;
        unit.times(total).times(Quantity::kOne).over(owner.lot.raw());
        if (shares != 0)
            unit.times(Rate::kOne - shares).over(Rate::kOne);
        const auto rounded = unit.rounded();
        if (!rounded)
            return overflow(node);
        owner.unit[slot(element)] = UnitCost::fromRaw(*rounded);
    }
    Int128 sum = 0;
    for (UnitCost unit : owner.unit)
        sum += unit.raw();
    return narrow(sum) ? true : overflow(node);
}

} // namespace chengdan::quoting
