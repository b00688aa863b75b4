// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/standard_cost.h"

#include "core/quoting/exact_quotient.h"
#include "core/quoting/standard_product.h"

#include <algorithm>
#include <bit>

// The pass itself: integers in arrays, no text, no allocation once every place was costed. What
// never changes with a component's cost was worked out once in standard_cost_plan.cpp.
namespace chengdan::quoting {

void StandardCosts::recostAll()
{
    for (int position = 0; position < static_cast<int>(m_places.size()); ++position)
        recost(position);
}

/// Says whether the place's cost is another one now.
bool StandardCosts::recost(int position)
{
    if (m_costs[at(position)].bought)
        return takePrice(position);
    Sum& sum = m_sums[at(position)];
    sum.traits &= kAdditive;
    if (!m_places[at(position)].sound)
        return giveUp(position);
    return (sum.traits & kAdditive) != 0 ? addUp(position) : costLevel(position);
}

/// As recost(), of a bought place: one element, no lines.
bool StandardCosts::takePrice(int position)
{
    Cost& cost = m_costs[at(position)];
    const bool sound = m_prices[at(position)] != kNoPrice;
    const qint64 price = sound ? m_prices[at(position)] : 0;
    const auto tag =
        static_cast<quint8>((cost.tag & kElementBits) | kSingle | (sound ? kComplete : quint8(0)));
    if (tag == cost.tag && price == cost.amount)
        return false;
    cost.tag = tag;
    cost.amount = price;
    return true;
}

/// As recost(), of a place whose cost is its own work and the sum of its lines.
bool StandardCosts::addUp(int position)
{
    // Components may lie anywhere; fetching them ahead is most of what the pass waits for.
    constexpr std::ptrdiff_t kAhead = kLinesAhead;
    const Place& place = m_places[at(position)];
    const Edge* line = m_lines.data() + m_lineStart[at(position)];
    const Edge* const end = m_lines.data() + m_lineStart[at(position) + 1];
    const bool few = end - line < kFewLines;
    Elements totals{};
    quint64 reach = 0; // all bits of the amounts: tells how large the largest is
    // Most lines of a place add to one element: their sum stays in a register.
    unsigned run = kComplete | kSingle;
    qint64 sum = 0;
    bool others = false; // something is in the totals already
    bool fits = true;
    for (; line != end; ++line) {
        __builtin_prefetch(&m_costs[line[kAhead].place]);
        const Cost& component = m_costs[line->place];
        if (component.tag != run || line->amount >= kOdd) {
            if ((component.tag & kComplete) == 0)
                return giveUp(position);
            if ((component.tag & kSingle) == 0 || line->amount >= kOdd) {
                fits = addEdge(*line, totals.data(), totals.data(), reach) && fits;
                others = true;
                continue;
            }
            fits = addTo(totals[run & kElementBits], sum) && fits;
            others = others || sum != 0;
            sum = 0;
            run = component.tag;
        }
        qint64 amount = 0;
        fits = !__builtin_mul_overflow(component.amount, qint64(line->amount), &amount) && fits;
        fits = addTo(sum, amount) && fits;
        reach |= magnitude(amount);
    }
    if (!fits)
        return giveUp(position);
    const std::size_t element = run & kElementBits;
    if (place.own >= 0 || place.credit != 0) {
        others = true;
        const Elements none{};
        const Elements& own = place.own < 0 ? none : m_own[at(place.own)];
        for (std::size_t i = 0; i < kElementCount; ++i) {
            fits = addTo(totals[i], own[i]) && fits;
            reach |= magnitude(own[i]);
        }
        fits = addTo(totals[slot(Element::Rec)], place.credit) && fits;
        reach |= magnitude(place.credit);
    }
    if (few && reach < kFarFromOverflow)
        m_sums[at(position)].traits |= kSmall;
    if (fits && !others)
        return finish(position, element, sum);
    fits = addTo(totals[element], sum) && fits;
    return fits ? finish(position, totals) : giveUp(position);
}

/// As recost(), of any place: overhead and outside work hang on what its lines cost too.
bool StandardCosts::costLevel(int position)
{
    const Place& place = m_places[at(position)];
    Elements level{};
    if (place.own >= 0)
        level = m_own[at(place.own)];
    Elements total{};
    quint64 reach = 0;
    const std::uint32_t end = m_lineStart[at(position) + 1];
    for (std::uint32_t line = m_lineStart[at(position)]; line < end; ++line) {
        if (!addEdge(m_lines[line], level.data(), total.data(), reach))
            return giveUp(position);
    }
    if (!addOutside(position, level.data()) || !addOverheads(position, level.data()))
        return giveUp(position);
    for (std::size_t i = 0; i < kElementCount; ++i) {
        if (!addTo(total[i], level[i]))
            return giveUp(position);
    }
    if (!addTo(total[slot(Element::Rec)], place.credit))
        return giveUp(position);
    return finish(position, total);
}

/// What a line costs: a bought component on this level, one that is made below it.
bool StandardCosts::addEdge(Edge edge, qint64* level, qint64* below, quint64& reach) const
{
    const Cost& component = m_costs[edge.place];
    if ((component.tag & kComplete) == 0)
        return false;
    const OddAmount amount = amountOf(edge.amount);
    const std::size_t element = component.tag & kElementBits;
    if (component.bought) {
        return addProduct(level[element], reach, amount.net, component.amount)
            && (amount.loss == 0
                || addProduct(level[slot(Element::Loss)], reach, amount.loss, component.amount));
    }
    const qint64 gross = amount.net + amount.loss;
    if ((component.tag & kSingle) != 0)
        return addProduct(below[element], reach, gross, component.amount);
    const Elements& unit = m_rows[at(component.row)].unit;
    for (unsigned rest = component.filled; rest != 0; rest &= rest - 1U) {
        const auto filled = static_cast<std::size_t>(std::countr_zero(rest));
        if (!addProduct(below[filled], reach, gross, unit[filled]))
            return false;
    }
    return true;
}

bool StandardCosts::addOutside(int position, qint64* level) const
{
    const std::uint32_t end = m_outsideStart[at(position) + 1];
    for (std::uint32_t index = m_outsideStart[at(position)]; index < end; ++index) {
        const Outside& work = m_outside[index];
        const Cost& service = m_costs[at(work.child)];
        const auto wanted =
            ExactQuotient().times(work.num).over(work.den).times(service.amount).rounded();
        if ((service.tag & kComplete) == 0 || !wanted
            || !addTo(level[slot(Element::Out)], std::max(*wanted, work.least)))
            return false;
    }
    return true;
}

bool StandardCosts::addOverheads(int position, qint64* level) const
{
    const Place& place = m_places[at(position)];
    const std::uint32_t past = m_ruleStart[at(position) + 1];
    for (std::uint32_t index = m_ruleStart[at(position)]; index < past; ++index) {
        const OverheadRow& rule = m_input->overhead(m_rules[index].rule);
        Int128 base = m_rules[index].fixedBase;
        if (rule.scope != OverheadScope::WorkCenter) {
            for (unsigned rest = rule.base; rest != 0; rest &= rest - 1U)
                base += level[std::countr_zero(rest)];
        } else if ((rule.base & bit(Element::Out)) != 0) {
            const std::uint32_t end = m_outsideStart[at(position) + 1];
            for (std::uint32_t work = m_outsideStart[at(position)]; work < end; ++work) {
                const Outside& done = m_outside[work];
                if (m_input->operation(done.operation).workCenter != rule.scopeKey)
                    continue;
                const auto wanted = ExactQuotient()
                                        .times(done.num)
                                        .over(done.den)
                                        .times(m_costs[at(done.child)].amount)
                                        .rounded();
                base += std::max(wanted.value_or(0), done.least);
            }
        }
        const Int128 each =
            static_cast<Int128>(rule.amount.raw()) * place.lot * (UnitCost::kOne / UnitPrice::kOne);
        const auto part = multiply(base, rule.pct.raw());
        const auto both = part ? add(*part, each) : std::nullopt;
        const auto amount =
            both ? narrow(divide(*both, Rate::kOne, Rounding::HalfUp)) : std::nullopt;
        if (!amount || !narrow(base) || !addTo(level[slot(rule.target)], *amount))
            return false;
    }
    return true;
}

std::optional<qint64> StandardCosts::perUnit(const Place& place, qint64 total) const
{
    if (place.shares != 0) {
        return ExactQuotient()
            .times(total)
            .times(Quantity::kOne)
            .over(place.lot)
            .times(Rate::kOne - place.shares)
            .over(Rate::kOne)
            .rounded();
    }
    if (place.wholeLot == 1)
        return total;
    if (place.wholeLot > 1)
        return mulDiv(total, 1, place.wholeLot, Rounding::HalfUp);
    return mulDiv(total, Quantity::kOne, place.lot, Rounding::HalfUp);
}

/// Takes the totals of the lot as the place's cost; says whether that is another one.
bool StandardCosts::finish(int position, const Elements& totals)
{
    std::size_t elements = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        elements += totals[i] != 0 ? 1 : 0;
        last = totals[i] != 0 ? i : last;
    }
    if (elements <= 1)
        return finish(position, last, totals[last]);
    const Place& place = m_places[at(position)];
    Elements unit{};
    std::uint16_t filled = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        if (totals[i] == 0)
            continue;
        const auto each = perUnit(place, totals[i]);
        if (!each)
            return giveUp(position);
        unit[i] = *each;
        filled = static_cast<std::uint16_t>(filled | ((*each != 0 ? 1U : 0U) << i));
    }
    Cost& cost = m_costs[at(position)];
    const bool changed = (cost.tag & kComplete) == 0 || unitOf(position) != unit;
    if (cost.row < 0) {
        cost.row = static_cast<int>(m_rows.size());
        m_rows.emplace_back();
    }
    m_rows[at(cost.row)] = {unit, totals};
    m_sums[at(position)].traits &= static_cast<quint8>(~kOne);
    cost.tag = kComplete;
    cost.filled = filled;
    return changed;
}

/// As above, where all of it is one element.
bool StandardCosts::finish(int position, std::size_t element, qint64 total)
{
    const Place& place = m_places[at(position)];
    const bool same = place.wholeLot == 1 && place.shares == 0; // the usual lot is one
    const std::optional<qint64> unit = same ? total : perUnit(place, total);
    if (!unit)
        return giveUp(position);
    Sum& sum = m_sums[at(position)];
    sum.total = total;
    sum.element = static_cast<quint8>(element);
    sum.traits |= kOne;
    Cost& cost = m_costs[at(position)];
    const auto tag = static_cast<quint8>(element | kComplete | kSingle);
    if (tag == cost.tag) {
        const bool changed = cost.amount != *unit;
        cost.amount = *unit;
        return changed;
    }
    bool changed = (cost.tag & kComplete) == 0;
    if (!changed) {
        Elements fresh{};
        fresh[element] = *unit;
        changed = unitOf(position) != fresh;
    }
    cost.tag = tag;
    cost.amount = *unit;
    return changed;
}

/// No cost: an error here or below, or a sum beyond 64 bits.
bool StandardCosts::giveUp(int position)
{
    Cost& cost = m_costs[at(position)];
    const bool changed = (cost.tag & kComplete) != 0;
    cost.tag = 0;
    m_sums[at(position)].traits &= kAdditive;
    return changed;
}

StandardCosts::Elements StandardCosts::unitOf(int position) const
{
    const Cost& cost = m_costs[at(position)];
    if ((cost.tag & kComplete) != 0 && (cost.tag & kSingle) == 0)
        return m_rows[at(cost.row)].unit;
    Elements unit{};
    if ((cost.tag & kComplete) != 0)
        unit[cost.tag & kElementBits] = cost.amount;
    return unit;
}

std::optional<ElementVector> StandardCosts::unit(int item) const
{
    const int position = m_natural[at(item)];
    if ((m_costs[at(position)].tag & kComplete) == 0)
        return std::nullopt;
    const Elements unit = unitOf(position);
    ElementVector elements;
    for (std::size_t i = 0; i < kElementCount; ++i)
        elements[i] = UnitCost::fromRaw(unit[i]);
    return elements;
}

std::optional<UnitCost> StandardCosts::unitTotal(int item) const
{
    const auto elements = unit(item);
    if (!elements)
        return std::nullopt;
    Int128 sum = 0;
    for (UnitCost element : *elements)
        sum += element.raw();
    const auto total = narrow(sum);
    return total ? std::optional(UnitCost::fromRaw(*total)) : std::nullopt;
}

const Error* StandardCosts::error(int item) const
{
    const int position = m_natural[at(item)];
    const bool bought = m_costs[at(position)].bought;
    if (bought ? m_prices[at(position)] != kNoPrice : m_places[at(position)].sound)
        return nullptr;
    const auto found = std::lower_bound(
        m_errors.begin(), m_errors.end(), position, [](const auto& entry, int wanted) {
            return entry.first < wanted;
        });
    return found != m_errors.end() && found->first == position ? &found->second : nullptr;
}

Quantity StandardCosts::lot(int item) const
{
    return Quantity::fromRaw(m_places[at(m_natural[at(item)])].lot);
}

} // namespace chengdan::quoting
