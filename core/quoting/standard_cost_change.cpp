// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/standard_cost.h"
#include "core/quoting/standard_product.h"

#include <algorithm>
#include <bit>

// A change of some costs. A line's amount is rounded by itself, so a user's total moves by exactly
// the difference of two amounts, and its other lines need not be read: the work is the edges above
// what changed. Once that would be much of the catalogue, one pass over the rest is cheaper.
namespace chengdan::quoting {

namespace {

/// Following single edges costs several times what a line costs in a pass. Below some hundred edges
/// it does not matter which.
constexpr std::size_t kPartOfPass = 16;
constexpr std::size_t kFewEdges = 400;

} // namespace

void StandardCosts::Queue::resize(std::size_t places)
{
    m_places.assign(places / 64 + 1, 0);
    m_words.assign(m_places.size() / 64 + 1, 0);
}

int StandardCosts::Queue::take(std::size_t& from)
{
    while (from < m_words.size() && m_words[from] == 0)
        ++from;
    if (from == m_words.size())
        return -1;
    const std::size_t word = from * 64 + static_cast<std::size_t>(std::countr_zero(m_words[from]));
    const std::size_t place =
        word * 64 + static_cast<std::size_t>(std::countr_zero(m_places[word]));
    m_places[word] &= m_places[word] - 1;
    if (m_places[word] == 0)
        m_words[from] &= m_words[from] - 1;
    return static_cast<int>(place);
}

void StandardCosts::Queue::clear()
{
    std::fill(m_places.begin(), m_places.end(), 0);
    std::fill(m_words.begin(), m_words.end(), 0);
}

std::vector<int> StandardCosts::recostFrom(std::span<const int> items)
{
    std::vector<int> changed;
    const std::size_t most = std::max(kFewEdges, m_users.size() / kPartOfPass);
    std::size_t followed = items.size();
    if (followed <= most)
        followed = queueItems(items);
    if (followed > most) {
        costRest(0, changed);
        return changed;
    }
    std::size_t from = 0;
    for (int position = m_queue.take(from); position >= 0; position = m_queue.take(from)) {
        const Cost before = m_costs[at(position)];
        const bool row = (before.tag & (kComplete | kSingle)) == kComplete;
        const Elements unitBefore = row ? m_rows[at(before.row)].unit : Elements{};
        const Sum& sum = m_sums[at(position)];
        bool other = false;
        if (before.bought || (sum.traits & kAgain) != 0)
            other = recost(position);
        else if (row)
            other = finish(position, Elements(m_rows[at(before.row)].total));
        else
            other = finish(position, sum.element, sum.total);
        if (!other)
            continue;
        note(position, changed);
        followed += m_userStart[at(position) + 1] - m_userStart[at(position)];
        if (followed > most) {
            costRest(position + 1, changed);
            break;
        }
        tellUsers(position, before, unitBefore);
    }
    return changed;
}

/// The places of the items, to be added up anew; says how many edges that is at least.
std::size_t StandardCosts::queueItems(std::span<const int> items)
{
    std::size_t edges = 0;
    const auto queue = [&](int position) {
        m_sums[at(position)].traits |= kAgain;
        m_queue.add(static_cast<std::uint32_t>(position));
        edges += m_lineStart[at(position) + 1] - m_lineStart[at(position)];
    };
    for (int item : items) {
        queue(m_natural[at(item)]);
        if (m_bought[at(item)] >= 0)
            queue(m_bought[at(item)]);
    }
    return edges;
}

void StandardCosts::tellUsers(int position, const Cost& before, const Elements& unitBefore)
{
    const Edge* const end = m_users.data() + m_userStart[at(position) + 1];
    const Edge* user = m_users.data() + m_userStart[at(position)];
    const Cost& now = m_costs[at(position)];
    const quint8 both = before.tag & now.tag;
    // One element in one place is the usual case; others are gathered from the vectors.
    const bool single = (both & kSingle) != 0 && before.tag == now.tag;
    const Elements unit = single ? Elements{} : unitOf(position);
    Elements old = unitBefore;
    if ((before.tag & kSingle) != 0)
        old[before.tag & kElementBits] = before.amount;
    for (; user != end; ++user) {
        // Looked at only when its turn comes: time to fetch it.
        __builtin_prefetch(&m_costs[user->place]);
        __builtin_prefetch(&m_places[user->place]);
        __builtin_prefetch(&m_userStart[user->place]);
        Sum& sum = m_sums[user->place];
        m_queue.add(user->place);
        bool moved = (both & kComplete) != 0 && (sum.traits & (kSmall | kAgain)) == kSmall;
        if (moved && single) {
            moved = shift(*user, now, now.tag & kElementBits, before.amount, now.amount);
        } else {
            for (std::size_t i = 0; moved && i < kElementCount; ++i)
                moved = old[i] == unit[i] || shift(*user, now, i, old[i], unit[i]);
        }
        if (!moved)
            sum.traits |= kAgain;
    }
}

/// Moves a user's total by what its line costs more; false where it must be added up anew.
bool StandardCosts::shift(
    Edge user, const Cost& component, std::size_t element, qint64 before, qint64 now)
{
    const OddAmount amount = amountOf(user.amount);
    Sum& sum = m_sums[user.place];
    const auto move = [&](std::size_t into, qint64 quantity) {
        qint64 old = 0;
        qint64 fresh = 0;
        if (!productOf(quantity, before, old) || !productOf(quantity, now, fresh)
            || magnitude(fresh) >= kFarFromOverflow)
            return false;
        if ((sum.traits & kOne) == 0)
            m_rows[at(m_costs[user.place].row)].total[into] += fresh - old;
        else if (into == sum.element)
            sum.total += fresh - old;
        else
            return fresh == old;
        return true;
    };
    if (!component.bought)
        return move(element, amount.net + amount.loss);
    return move(element, amount.net)
        && (amount.loss == 0 || move(slot(Element::Loss), amount.loss));
}

/// Every place from `first` on, for what no longer pays to be followed.
void StandardCosts::costRest(int first, std::vector<int>& changed)
{
    m_queue.clear();
    changed.reserve(m_places.size());
    for (int position = first; position < static_cast<int>(m_places.size()); ++position) {
        if (recost(position))
            note(position, changed);
    }
}

/// An item has changed when its own use has.
void StandardCosts::note(int position, std::vector<int>& changed) const
{
    const Place& place = m_places[at(position)];
    if (place.natural)
        changed.push_back(place.item);
}

} // namespace chengdan::quoting
