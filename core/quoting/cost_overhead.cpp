// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

// Overhead of level `each` looks at what this level adds, so it is not charged again on the
// overhead of lower levels; level `top` looks at the whole vector of the asked item.
namespace chengdan::quoting {

bool CostRun::ruleApplies(const OverheadRow& rule, int item) const
{
    if (!rule.valid.contains(m_request.date))
        return false;
    return rule.scope != OverheadScope::ItemGroup || m_in.item(item).group == rule.scopeKey;
}

Int128 CostRun::overheadBase(std::size_t node, const OverheadRow& rule) const
{
    const CostNode& owner = m_out.nodes[node];
    Int128 base = 0;
    const auto take = [&](Element element, UnitCost amount) {
        if ((rule.base & bit(element)) != 0)
            base += amount.raw();
    };
    if (rule.scope != OverheadScope::WorkCenter) {
        for (Element element : kElements)
            take(element, owner.level[slot(element)]);
        return base;
    }
    for (int index = owner.operations.first; index < owner.operations.last; ++index) {
        const OperationCost& cost = m_out.operations[at(index)];
        if (m_in.operation(cost.operation).workCenter != rule.scopeKey)
            continue;
        take(Element::Set, cost.setup);
        take(Element::Mac, cost.machine);
        take(Element::Lab, cost.labor);
        take(Element::Lab, cost.piece);
        take(Element::Out, cost.outside);
    }
    return base;
}

bool CostRun::addOverheads(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    owner.overheads.first = owner.overheads.last = static_cast<int>(m_out.overheads.size());
    for (int index : m_in.overheadOrder()) {
        const OverheadRow& rule = m_in.overhead(index);
        if (rule.level != OverheadLevel::Each || !ruleApplies(rule, owner.item))
            continue;
        const Int128 base = overheadBase(node, rule);
        // One figure: the percentage and the amount per unit are summed before rounding.
        const Int128 perUnit = static_cast<Int128>(rule.amount.raw()) * owner.lot.raw()
            * (UnitCost::kOne / UnitPrice::kOne);
        const auto part = multiply(base, rule.pct.raw());
        const auto both = part ? chengdan::add(*part, perUnit) : std::nullopt;
        const auto amount =
            both ? narrow(divide(*both, Rate::kOne, Rounding::HalfUp)) : std::nullopt;
        const auto shown = narrow(base);
        if (!amount || !shown)
            return overflow(node);
        m_out.overheads.push_back({index, UnitCost::fromRaw(*shown), UnitCost::fromRaw(*amount)});
        owner.overheads.last = static_cast<int>(m_out.overheads.size());
        if (!add(node, rule.target, *amount))
            return false;
    }
    return true;
}

bool CostRun::addTopOverheads()
{
    CostNode& top = m_out.nodes.front();
    for (int index : m_in.overheadOrder()) {
        const OverheadRow& rule = m_in.overhead(index);
        if (rule.level != OverheadLevel::Top || rule.scope == OverheadScope::WorkCenter
            || !ruleApplies(rule, top.item))
            continue;
        Int128 base = 0;
        for (Element element : kElements) {
            if ((rule.base & bit(element)) != 0)
                base += top.unit[slot(element)].raw();
        }
        const auto part = multiply(base, rule.pct.raw());
        const Int128 perUnit = static_cast<Int128>(rule.amount.raw()) * Rate::kOne
            * (UnitCost::kOne / UnitPrice::kOne);
        const auto both = part ? chengdan::add(*part, perUnit) : std::nullopt;
        const auto amount =
            both ? narrow(divide(*both, Rate::kOne, Rounding::HalfUp)) : std::nullopt;
        UnitCost& target = top.unit[slot(rule.target)];
        const auto sum = amount ? chengdan::add(target.raw(), *amount) : std::nullopt;
        const auto shown = narrow(base);
        if (!sum || !shown)
            return overflow(0);
        target = UnitCost::fromRaw(*sum);
        m_out.topOverheads.push_back(
            {index, UnitCost::fromRaw(*shown), UnitCost::fromRaw(*amount)});
    }
    return true;
}

} // namespace chengdan::quoting
