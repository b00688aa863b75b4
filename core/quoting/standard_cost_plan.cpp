// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"
#include "core/quoting/standard_cost.h"

#include <algorithm>

// What of an item's cost does not hang on the cost of its components, worked out by the same code
// that costs an order, one level at a time; then the order in which the pass goes.
namespace chengdan::quoting {

/// One item in one use before its position is known. Children are numbers of drafts.
struct StandardCosts::Draft {
    Place place;
    struct Need {
        int child = -1; ///< number of the component's draft
        qint64 net = 0;
        qint64 gross = 0;
    };
    Cost cost;
    ElementVector own{};
    std::vector<Need> lines;
    std::vector<Outside> outside;
    std::vector<RuleUse> rules;
    std::optional<Error> error;
};

namespace {

/// Makes the drafts: one for each item in its own use, more for other uses on the way.
template <typename Draft>
class StandardPlan {
public:
    StandardPlan(const CostInput& input, QDate date, const QString& baseCurrency)
        : m_in(input)
    {
        m_request.date = date;
        m_request.baseCurrency = baseCurrency;
        m_numbers.assign(3 * static_cast<std::size_t>(input.itemCount()), -1);
    }

    int numberOf(int item, NodeUse use)
    {
        int& number = m_numbers[3 * static_cast<std::size_t>(item) + static_cast<std::size_t>(use)];
        if (number < 0) {
            number = static_cast<int>(m_drafts.size());
            m_drafts.emplace_back();
            m_drafts.back().place.item = item;
            m_drafts.back().cost.use = use;
        }
        return number;
    }
    int knownNumber(int item, NodeUse use) const
    {
        return m_numbers[3 * static_cast<std::size_t>(item) + static_cast<std::size_t>(use)];
    }
    NodeUse naturalUse(int item) const
    {
        const ItemKind kind = m_in.itemKeys(item).kind;
        const bool made = (kind == ItemKind::Make || kind == ItemKind::Phantom)
            && m_in.item(item).costSource != CostSource::Fixed
            && m_in.effectiveBom(item, m_request.date) >= 0;
        return made ? NodeUse::Made : NodeUse::Bought;
    }
    std::vector<Draft> make()
    {
        for (int item = 0; item < m_in.itemCount(); ++item)
            numberOf(item, naturalUse(item));
        for (std::size_t number = 0; number < m_drafts.size(); ++number)
            fill(number); // may add drafts
        return std::move(m_drafts);
    }

private:
    void fill(std::size_t number);
    void takeOutside(Draft& draft, const CostResult& level);
    void takeRules(Draft& draft, const CostResult& level) const;

    const CostInput& m_in;
    CostRequest m_request;
    Overrides m_none;
    CostScratch m_scratch;
    std::vector<int> m_numbers;
    std::vector<Draft> m_drafts;
};

template <typename Draft>
void StandardPlan<Draft>::fill(std::size_t number)
{
    const int item = m_drafts[number].place.item;
    const NodeUse use = m_drafts[number].cost.use;
    const ItemRow& row = m_in.item(item);
    const qint64 lot = row.costingLot.raw() > 0 ? row.costingLot.raw() : Quantity::kOne;
    Draft draft = std::move(m_drafts[number]);
    draft.place.lot = lot;
    draft.place.wholeLot = lot % Quantity::kOne == 0 ? lot / Quantity::kOne : 0;
    draft.cost.element = static_cast<quint8>(slot(row.element));
    if (use != NodeUse::Customer) {
        m_request.item = row.code;
        m_request.quantity = Quantity::fromRaw(lot);
        CostRun run(m_in, m_request, m_none, m_scratch);
        run.runLevel(use);
        const CostResult& level = run.result();
        const CostNode& asked = level.nodes.front();
        draft.place.sound = asked.complete && level.errors.empty();
        if (!level.errors.empty())
            draft.error = level.errors.front().error;
        draft.cost.price = asked.price.unitPrice.raw();
        draft.own = asked.level;
        draft.place.credit = run.credit();
        draft.place.shares = run.shares();
        if (use == NodeUse::Made && draft.place.sound) {
            draft.lines.reserve(level.lines.size());
            for (const LineCost& line : level.lines) {
                const CostNode& child = level.nodes[static_cast<std::size_t>(line.node)];
                if (child.use == NodeUse::Customer)
                    continue; // costs nothing
                draft.lines.push_back(
                    {numberOf(child.item, child.use), line.net.raw(), line.gross.raw()});
            }
            takeOutside(draft, level);
            takeRules(draft, level);
        }
    }
    m_drafts[number] = std::move(draft);
}

template <typename Draft>
void StandardPlan<Draft>::takeOutside(Draft& draft, const CostResult& level)
{
    for (const OperationCost& cost : level.operations) {
        if (cost.outsideNode < 0)
            continue;
        const CostNode& service = level.nodes[static_cast<std::size_t>(cost.outsideNode)];
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
            draft.place.sound = false;
            draft.error = Error::make("E_OVERFLOW",
                {},
                {{QStringLiteral("item"), m_request.item},
                    {QStringLiteral("path"), m_request.item}});
            return;
        }
        draft.outside.push_back({numberOf(service.item, service.use),
            cost.operation,
            quantity->num,
            quantity->den,
            *charge});
    }
}

template <typename Draft>
void StandardPlan<Draft>::takeRules(Draft& draft, const CostResult& level) const
{
    for (int index : m_in.overheadOrder()) {
        const OverheadRow& rule = m_in.overhead(index);
        if (rule.level != OverheadLevel::Each || !rule.valid.contains(m_request.date)
            || (rule.scope == OverheadScope::ItemGroup
                && m_in.item(draft.place.item).group != rule.scopeKey))
            continue;
        qint64 base = 0;
        const auto take = [&](Element element, UnitCost amount) {
            if ((rule.base & bit(element)) != 0)
                base += amount.raw();
        };
        if (rule.scope == OverheadScope::WorkCenter) {
            for (const OperationCost& cost : level.operations) {
                if (m_in.operation(cost.operation).workCenter != rule.scopeKey)
                    continue;
                take(Element::Set, cost.setup);
                take(Element::Mac, cost.machine);
                take(Element::Lab, cost.labor);
                take(Element::Lab, cost.piece);
            }
        }
        draft.rules.push_back({index, base});
    }
}

} // namespace

StandardCosts StandardCosts::prepare(
    const CostInput& input, QDate date, const QString& baseCurrency)
{
    StandardPlan<Draft> plan(input, date, baseCurrency);
    std::vector<Draft> drafts = plan.make();
    StandardCosts costs;
    costs.m_input = &input;
    // Numbers for now; arrange() turns them into positions.
    for (int item = 0; item < input.itemCount(); ++item) {
        costs.m_natural.push_back(plan.knownNumber(item, plan.naturalUse(item)));
        costs.m_bought.push_back(plan.knownNumber(item, NodeUse::Bought));
    }
    costs.arrange(std::move(drafts));
    return costs;
}

void StandardCosts::arrange(std::vector<Draft> drafts)
{
    // Depth first with its own stack; a draft is done after everything it uses.
    enum class Colour : char { White, Grey, Black };
    std::vector<Colour> colours(drafts.size(), Colour::White);
    std::vector<int> positions(drafts.size(), -1);
    std::vector<int> order;
    order.reserve(drafts.size());
    std::vector<std::pair<int, std::size_t>> stack;
    const auto childOf = [&](const Draft& draft, std::size_t next) {
        return next < draft.lines.size() ? draft.lines[next].child
                                         : draft.outside[next - draft.lines.size()].child;
    };
    const auto reportLoop = [&](int child) {
        QStringList path;
        for (std::size_t i = 0; i < stack.size(); ++i) {
            if (!path.isEmpty() || stack[i].first == child)
                path.append(m_input->item(drafts[at(stack[i].first)].place.item).code);
        }
        path.append(path.first());
        Draft& draft = drafts[at(stack.back().first)];
        draft.place.sound = false;
        draft.error = Error::make("E_CYCLE",
            {},
            {{QStringLiteral("item"), path.first()},
                {QStringLiteral("path"), path.join(QStringLiteral(" → "))}});
        draft.lines.clear();
        draft.outside.clear();
        draft.rules.clear();
    };
    for (int start = 0; start < static_cast<int>(drafts.size()); ++start) {
        if (colours[at(start)] != Colour::White)
            continue;
        stack.push_back({start, 0});
        while (!stack.empty()) {
            auto& [number, next] = stack.back();
            const Draft& draft = drafts[at(number)];
            colours[at(number)] = Colour::Grey;
            if (next >= draft.lines.size() + draft.outside.size()) {
                colours[at(number)] = Colour::Black;
                positions[at(number)] = static_cast<int>(order.size());
                order.push_back(number);
                stack.pop_back();
                continue;
            }
            const int child = childOf(draft, next++);
            if (colours[at(child)] == Colour::Grey)
                reportLoop(child);
            else if (colours[at(child)] == Colour::White)
                stack.push_back({child, 0});
        }
    }

    const auto position = [&](int number) { return number < 0 ? -1 : positions[at(number)]; };
    m_lineStart.push_back(0);
    m_outsideStart.push_back(0);
    m_ruleStart.push_back(0);
    std::vector<std::pair<int, int>> uses; // component, user
    for (int number : order) {
        Draft& draft = drafts[at(number)];
        const int here = static_cast<int>(m_places.size());
        m_places.push_back(draft.place);
        m_costs.push_back(draft.cost);
        for (UnitCost own : draft.own)
            m_own.push_back(own.raw());
        for (const Draft::Need& need : draft.lines) {
            Line line{position(need.child), -1, need.net};
            if (need.gross != need.net) {
                line.loss = static_cast<int>(m_losses.size());
                m_losses.push_back(need.gross - need.net);
            }
            m_lines.push_back(line);
            uses.push_back({line.child, here});
        }
        for (Outside work : draft.outside) {
            work.child = position(work.child);
            m_outside.push_back(work);
            uses.push_back({work.child, here});
        }
        m_rules.insert(m_rules.end(), draft.rules.begin(), draft.rules.end());
        m_lineStart.push_back(static_cast<int>(m_lines.size()));
        m_outsideStart.push_back(static_cast<int>(m_outside.size()));
        m_ruleStart.push_back(static_cast<int>(m_rules.size()));
        if (draft.error)
            m_errors.push_back({here, std::move(*draft.error)});
        draft = Draft();
    }
    m_unit.assign(m_places.size() * kElementCount, 0);
    m_userStart.assign(m_places.size() + 1, 0);
    for (const auto& [component, user] : uses)
        ++m_userStart[at(component) + 1];
    for (std::size_t i = 1; i < m_userStart.size(); ++i)
        m_userStart[i] += m_userStart[i - 1];
    m_users.resize(uses.size());
    std::vector<int> next(m_userStart.begin(), m_userStart.end() - 1);
    for (const auto& [component, user] : uses)
        m_users[at(next[at(component)]++)] = user;
    for (int& number : m_natural)
        number = position(number);
    for (int& number : m_bought)
        number = position(number);
}

} // namespace chengdan::quoting
