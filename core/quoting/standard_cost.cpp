// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/standard_cost.h"

#include "core/quoting/exact_quotient.h"

#include <algorithm>
#include <array>
#include <bit>

// The pass itself: integers in arrays, no text, no allocation. What never changes with a
// component's cost was worked out once in standard_cost_plan.cpp.
namespace chengdan::quoting {

namespace {

bool addTo(qint64& sum, qint64 amount)
{
    return !__builtin_add_overflow(sum, amount, &sum);
}

// The rare products: negative ones and those beyond 64 bits.
[[gnu::noinline]] bool addWideProduct(qint64& sum, qint64 quantity, qint64 unit)
{
    const auto amount = mulDiv(quantity, unit, Quantity::kOne, Rounding::HalfUp);
    return amount && addTo(sum, *amount);
}

/// Adds quantity × unit / 10^6, half up, symmetric: a quantity times a unit cost. No optional: one
/// that goes through memory stops the pass for longer than the sum takes.
bool addProduct(qint64& sum, qint64 quantity, qint64 unit)
{
    constexpr qint64 kStep = Quantity::kOne;
    qint64 product = 0;
    // Dividing by a constant in 64 bits is a multiplication; 128 bits would be a call.
    if (__builtin_mul_overflow(quantity, unit, &product) || product < 0
        || product >= std::numeric_limits<qint64>::max() - kStep)
        return addWideProduct(sum, quantity, unit);
    return addTo(sum, (product + kStep / 2) / kStep);
}

} // namespace

void StandardCosts::recostAll()
{
    for (int position = 0; position < static_cast<int>(m_places.size()); ++position)
        recost(position);
}

/// Says whether the place's cost is another one now.
bool StandardCosts::recost(int position)
{
    const Place& place = m_places[at(position)];
    Cost& cost = m_costs[at(position)];
    qint64* const unit = m_unit.data() + at(position) * kElementCount;
    if (cost.use == NodeUse::Bought)
        return takePrice(position);
    std::array<qint64, kElementCount> fresh{};
    bool complete = place.sound;
    if (cost.use == NodeUse::Made && complete) {
        std::array<qint64, kElementCount> level;
        std::array<qint64, kElementCount> total{};
        std::copy_n(m_own.data() + at(position) * kElementCount, kElementCount, level.data());
        complete = addLines(position, level.data(), total.data())
            && addOutside(position, level.data()) && addOverheads(position, level.data());
        for (std::size_t i = 0; complete && i < kElementCount; ++i)
            complete = addTo(total[i], level[i]);
        complete = complete && addTo(total[slot(Element::Rec)], place.credit);
        for (std::size_t i = 0; complete && i < kElementCount; ++i) {
            if (total[i] == 0)
                continue;
            const auto each = perUnit(place, total[i]);
            complete = each.has_value();
            fresh[i] = each.value_or(0);
        }
        if (!complete)
            fresh.fill(0);
    }
    const bool changed = complete != cost.complete || !std::equal(fresh.begin(), fresh.end(), unit);
    cost.complete = complete;
    if (!changed)
        return false;
    std::uint16_t filled = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        unit[i] = fresh[i];
        filled = static_cast<std::uint16_t>(filled | ((fresh[i] != 0 ? 1U : 0U) << i));
    }
    cost.filled = filled;
    return true;
}

/// As recost(), of a bought place: one element, no lines.
bool StandardCosts::takePrice(int position)
{
    const bool complete = m_places[at(position)].sound;
    Cost& cost = m_costs[at(position)];
    qint64* const unit = m_unit.data() + at(position) * kElementCount;
    const qint64 price = complete ? cost.price : 0;
    const auto filled = static_cast<std::uint16_t>((price != 0 ? 1U : 0U) << cost.element);
    if (complete == cost.complete && filled == cost.filled && unit[cost.element] == price)
        return false;
    cost.complete = complete;
    cost.filled = filled;
    std::fill_n(unit, kElementCount, 0);
    unit[cost.element] = price;
    return true;
}

bool StandardCosts::addLines(int position, qint64* level, qint64* below) const
{
    // Components lie anywhere; fetching them ahead is most of what the pass waits for.
    constexpr std::ptrdiff_t kCostsAhead = 16;
    constexpr std::ptrdiff_t kUnitsAhead = 6;
    const Line* const past = m_lines.data() + m_lines.size();
    const Line* const end = m_lines.data() + m_lineStart[at(position) + 1];
    for (const Line* step = m_lines.data() + m_lineStart[at(position)]; step != end; ++step) {
        const Line& line = *step;
        if (past - step > kCostsAhead)
            __builtin_prefetch(&m_costs[at(step[kCostsAhead].child)]);
        if (past - step > kUnitsAhead) {
            const std::size_t soon = at(step[kUnitsAhead].child);
            if (m_costs[soon].use != NodeUse::Bought) {
                __builtin_prefetch(m_unit.data() + soon * kElementCount);
                __builtin_prefetch(m_unit.data() + (soon + 1) * kElementCount - 1);
            }
        }
        const Cost& child = m_costs[at(line.child)];
        if (!child.complete)
            return false;
        if (child.use == NodeUse::Bought) {
            if (!addProduct(level[child.element], line.net, child.price))
                return false;
            if (line.loss >= 0
                && !addProduct(level[slot(Element::Loss)], m_losses[at(line.loss)], child.price))
                return false;
            continue;
        }
        const qint64 gross = line.net + (line.loss >= 0 ? m_losses[at(line.loss)] : 0);
        const qint64* const unit = m_unit.data() + at(line.child) * kElementCount;
        for (std::uint16_t rest = child.filled; rest != 0;
             rest = static_cast<std::uint16_t>(rest & (rest - 1U))) {
            const auto element = static_cast<std::size_t>(std::countr_zero(rest));
            if (!addProduct(below[element], gross, unit[element]))
                return false;
        }
    }
    return true;
}

bool StandardCosts::addOutside(int position, qint64* level) const
{
    const int end = m_outsideStart[at(position) + 1];
    for (int index = m_outsideStart[at(position)]; index < end; ++index) {
        const Outside& work = m_outside[at(index)];
        const Cost& service = m_costs[at(work.child)];
        const auto wanted =
            ExactQuotient().times(work.num).over(work.den).times(service.price).rounded();
        if (!service.complete || !wanted
            || !addTo(level[slot(Element::Out)], std::max(*wanted, work.least)))
            return false;
    }
    return true;
}

bool StandardCosts::addOverheads(int position, qint64* level) const
{
    const Place& place = m_places[at(position)];
    for (int index = m_ruleStart[at(position)]; index < m_ruleStart[at(position) + 1]; ++index) {
        const OverheadRow& rule = m_input->overhead(m_rules[at(index)].rule);
        Int128 base = m_rules[at(index)].fixedBase;
        if (rule.scope != OverheadScope::WorkCenter) {
            for (unsigned rest = rule.base; rest != 0; rest &= rest - 1U)
                base += level[std::countr_zero(rest)];
        } else if ((rule.base & bit(Element::Out)) != 0) {
            const int end = m_outsideStart[at(position) + 1];
            for (int work = m_outsideStart[at(position)]; work < end; ++work) {
                const Outside& done = m_outside[at(work)];
                if (m_input->operation(done.operation).workCenter != rule.scopeKey)
                    continue;
                const auto wanted = ExactQuotient()
                                        .times(done.num)
                                        .over(done.den)
                                        .times(m_costs[at(done.child)].price)
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

std::vector<int> StandardCosts::recostFrom(std::span<const int> items)
{
    // One bit for each place, taken lowest first: a place is costed once, after all it uses.
    std::vector<std::uint64_t> dirty(m_places.size() / 64 + 1, 0);
    std::size_t first = dirty.size();
    const auto mark = [&](int position) {
        dirty[at(position) / 64] |= std::uint64_t(1) << (at(position) % 64);
        first = std::min(first, at(position) / 64);
    };
    for (int item : items) {
        mark(m_natural[at(item)]);
        if (m_bought[at(item)] >= 0)
            mark(m_bought[at(item)]);
    }
    std::vector<int> changed;
    for (std::size_t word = first; word < dirty.size(); ++word) {
        while (dirty[word] != 0) {
            const int position = static_cast<int>(word * 64) + std::countr_zero(dirty[word]);
            dirty[word] &= dirty[word] - 1;
            if (!recost(position))
                continue;
            const int item = m_places[at(position)].item;
            if (m_natural[at(item)] == position)
                changed.push_back(item);
            for (int user = m_userStart[at(position)]; user < m_userStart[at(position) + 1]; ++user)
                mark(m_users[at(user)]);
        }
    }
    return changed;
}

void StandardCosts::setPrice(int item, UnitCost price)
{
    const int position = m_bought[at(item)];
    if (position < 0)
        return;
    m_costs[at(position)].price = price.raw();
    m_places[at(position)].sound = true; // a price by hand stands in for a missing one
}

std::optional<UnitCost> StandardCosts::price(int item) const
{
    const int position = m_bought[at(item)];
    if (position < 0 || !m_places[at(position)].sound)
        return std::nullopt;
    return UnitCost::fromRaw(m_costs[at(position)].price);
}

std::optional<ElementVector> StandardCosts::unit(int item) const
{
    const int position = m_natural[at(item)];
    if (!m_costs[at(position)].complete)
        return std::nullopt;
    ElementVector elements;
    for (std::size_t i = 0; i < kElementCount; ++i)
        elements[i] = UnitCost::fromRaw(m_unit[at(position) * kElementCount + i]);
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
    if (m_places[at(position)].sound)
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
