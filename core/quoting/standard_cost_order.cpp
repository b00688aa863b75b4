// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/standard_plan.h"
#include "core/quoting/standard_product.h"

#include <algorithm>

// The order in which the pass goes and the arrays it goes through.
namespace chengdan::quoting {

/// Numbers of drafts, each after everything it uses. By height above what is bought and then by
/// number: items entered together are used together, so the pass reads its arrays nearly in a row.
std::vector<int> StandardCosts::orderOf(Drafts& drafts, const CostInput& input)
{
    const auto childOf = [&](const Drafts::Draft& draft, int next) {
        const int lines = draft.lines.size();
        return next < lines ? static_cast<int>(drafts.lines[at(draft.lines.first + next)].place)
                            : drafts.outside[at(draft.outside.first + next - lines)].child;
    };
    struct Step {
        int number = -1;
        int next = 0;
    };
    // Depth first with its own stack; a draft is done after everything it uses.
    constexpr int kUnseen = -1;
    constexpr int kOpen = -2;
    std::vector<int> heights(drafts.all.size(), kUnseen);
    std::vector<Step> stack;
    const auto reportLoop = [&](int child) {
        QStringList path;
        for (const Step& step : stack) {
            if (!path.isEmpty() || step.number == child)
                path.append(input.item(drafts.all[at(step.number)].place.item).code);
        }
        path.append(path.first());
        drafts.refuse(stack.back().number,
            Error::make("E_CYCLE",
                {},
                {{QStringLiteral("item"), path.first()},
                    {QStringLiteral("path"), path.join(QStringLiteral(" → "))}}));
    };
    int highest = 0;
    for (int start = 0; start < static_cast<int>(drafts.all.size()); ++start) {
        if (heights[at(start)] != kUnseen)
            continue;
        stack.push_back({start, 0});
        while (!stack.empty()) {
            const int number = stack.back().number;
            const Drafts::Draft& draft = drafts.all[at(number)];
            heights[at(number)] = kOpen;
            if (stack.back().next >= draft.lines.size() + draft.outside.size()) {
                int height = 0;
                for (int i = 0; i < draft.lines.size() + draft.outside.size(); ++i)
                    height = std::max(height, heights[at(childOf(draft, i))] + 1);
                heights[at(number)] = height;
                highest = std::max(highest, height);
                stack.pop_back();
                continue;
            }
            const int child = childOf(draft, stack.back().next++);
            if (heights[at(child)] == kOpen)
                reportLoop(child);
            else if (heights[at(child)] == kUnseen)
                stack.push_back({child, 0});
        }
    }
    std::vector<int> next(at(highest) + 2, 0);
    for (int height : heights)
        ++next[at(height) + 1];
    for (std::size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    std::vector<int> order(heights.size());
    for (std::size_t number = 0; number < heights.size(); ++number)
        order[at(next[at(heights[number])]++)] = static_cast<int>(number);
    return order;
}

void StandardCosts::arrange(Drafts& drafts)
{
    const std::vector<int> order = orderOf(drafts, *m_input);
    std::vector<std::uint32_t> positions(order.size());
    for (std::size_t position = 0; position < order.size(); ++position)
        positions[at(order[position])] = static_cast<std::uint32_t>(position);
    const auto starts = [&](std::vector<std::uint32_t>& all) { all.reserve(order.size() + 1); };
    starts(m_lineStart);
    starts(m_outsideStart);
    starts(m_ruleStart);
    m_places.reserve(order.size());
    m_costs.reserve(order.size());
    m_sums.reserve(order.size());
    m_prices.reserve(order.size());
    m_lines.reserve(drafts.lines.size() + at(kLinesAhead));
    const auto markStarts = [&] {
        m_lineStart.push_back(static_cast<std::uint32_t>(m_lines.size()));
        m_outsideStart.push_back(static_cast<std::uint32_t>(m_outside.size()));
        m_ruleStart.push_back(static_cast<std::uint32_t>(m_rules.size()));
    };
    for (int number : order) {
        const Drafts::Draft& draft = drafts.all[at(number)];
        markStarts();
        m_places.push_back(draft.place);
        const bool bought = draft.use == NodeUse::Bought;
        m_prices.push_back(bought && !draft.place.sound ? kNoPrice : draft.price);
        m_places.back().natural = m_natural[at(draft.place.item)] == number;
        m_costs.push_back({0, bought ? draft.element : quint8(0), bought, 0, -1});
        const bool additive = !bought && draft.outside.isEmpty() && draft.rules.isEmpty();
        m_sums.push_back({0, 0, additive ? kAdditive : quint8(0)});
        for (int line = draft.lines.first; line < draft.lines.last; ++line) {
            const Edge edge = drafts.lines[at(line)];
            m_lines.push_back({positions[edge.place], edge.amount});
        }
        for (int index = draft.outside.first; index < draft.outside.last; ++index) {
            m_outside.push_back(drafts.outside[at(index)]);
            m_outside.back().child = static_cast<int>(positions[at(m_outside.back().child)]);
        }
        m_rules.insert(m_rules.end(),
            drafts.rules.begin() + draft.rules.first,
            drafts.rules.begin() + draft.rules.last);
    }
    markStarts();
    m_lines.resize(m_lines.size() + at(kLinesAhead)); // fetched ahead, never costed
    m_odd = std::move(drafts.odd);
    m_own = std::move(drafts.own);
    for (auto& [number, error] : drafts.errors)
        m_errors.push_back({static_cast<int>(positions[at(number)]), std::move(error)});
    std::stable_sort(m_errors.begin(), m_errors.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    for (std::vector<int>* places : {&m_natural, &m_bought}) {
        for (int& number : *places)
            number = number < 0 ? -1 : static_cast<int>(positions[at(number)]);
    }
    m_queue.resize(m_places.size());
    takeUsers();
}

void StandardCosts::takeUsers()
{
    const std::size_t lines = m_lineStart.back();
    m_userStart.assign(m_places.size() + 1, 0);
    for (std::size_t line = 0; line < lines; ++line)
        ++m_userStart[m_lines[line].place + 1];
    for (const Outside& work : m_outside)
        ++m_userStart[at(work.child) + 1];
    for (std::size_t i = 1; i < m_userStart.size(); ++i)
        m_userStart[i] += m_userStart[i - 1];
    m_users.resize(lines + m_outside.size());
    std::vector<std::uint32_t> next(m_userStart.begin(), m_userStart.end() - 1);
    for (std::size_t position = 0; position < m_places.size(); ++position) {
        const auto user = static_cast<std::uint32_t>(position);
        for (auto line = m_lineStart[position]; line < m_lineStart[position + 1]; ++line)
            m_users[next[m_lines[line].place]++] = {user, m_lines[line].amount};
        for (auto work = m_outsideStart[position]; work < m_outsideStart[position + 1]; ++work)
            m_users[next[at(m_outside[work].child)]++] = {user, 0};
    }
}

} // namespace chengdan::quoting
