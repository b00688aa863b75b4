// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_input.h"
#include "core/quoting/cost_result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chengdan::quoting {

class CostRun;

/// The standard cost of every item on one day: each item for its own reference lot, its costing lot
/// or else one base unit, whoever uses it. Answers what a price change does to the whole catalogue,
/// where cost() answers what one order costs. Rules of level `top` belong to an order and are left
/// out. Where every item has lot policy `standard`, the unit costs are those of the nodes of
/// cost(); other items are costed there for what the order needs.
///
///     StandardCosts costs = StandardCosts::prepare(input, date, base);
///     costs.recostAll();
///     costs.setPrice(steel, UnitCost::fromRaw(…));
///     const auto changed = costs.recostFrom(std::array{steel});
///
/// Not for several threads at once. Holds a reference to the input, which must outlive it.
class StandardCosts {
public:
    static StandardCosts prepare(
        const CostInput& input, QDate date, const QString& baseCurrency = QStringLiteral("CNY"));

    /// One pass over every item, components before what they go into.
    void recostAll();
    /// Costs the named items again and, upwards, whatever uses an item whose cost changed; stops
    /// where it did not. The same costs as recostAll() gives. Returns the items that changed.
    std::vector<int> recostFrom(std::span<const int> items);

    /// A what-if price of an item, per base unit in base currency; used where the item is bought.
    void setPrice(int item, UnitCost price);
    /// The price found for a bought item.
    std::optional<UnitCost> price(int item) const;

    /// Of one base unit; nothing when the item or something below it has an error.
    std::optional<ElementVector> unit(int item) const;
    std::optional<UnitCost> unitTotal(int item) const;
    /// The first error of the item's own level, or nothing: then an incomplete item has one below.
    const Error* error(int item) const;
    Quantity lot(int item) const;
    int itemCount() const { return m_input->itemCount(); }

private:
    StandardCosts() = default;

    struct Line {
        int child = -1; ///< position
        int loss = -1; ///< what of it is lost: index into the losses, -1 where nothing is
        qint64 net = 0; ///< base units of the component in the lot
    };
    /// Outside work of one operation; its amount hangs on the service's price.
    struct Outside {
        int child = -1;
        int operation = -1;
        Int128 num = 0; ///< amount = price × num / den
        Int128 den = 1;
        qint64 least = 0; ///< minimum charge, 1e-8
    };
    /// An overhead rule that applies to an item, with the part of its base that never changes.
    struct RuleUse {
        int rule = -1;
        qint64 fixedBase = 0;
    };
    /// What a user of a place looks at, kept small: the pass is bound by fetching it.
    struct Cost {
        qint64 price = 0; ///< where it is bought
        NodeUse use = NodeUse::Bought;
        quint8 element = 0; ///< slot of the price
        bool complete = false; ///< no error in it or below
        std::uint16_t filled = 0; ///< which elements of the unit cost are not zero
    };
    /// One item in one use; positions run from components to what they go into.
    struct Place {
        int item = -1;
        bool sound = true; ///< its own level has no error
        qint64 lot = 0;
        qint64 wholeLot = 0; ///< the lot in whole units, 0 when it is not whole
        qint64 credit = 0;
        qint64 shares = 0;
    };
    struct Draft;

    bool recost(int position);
    bool takePrice(int position);
    bool addLines(int position, qint64* level, qint64* below) const;
    bool addOutside(int position, qint64* level) const;
    bool addOverheads(int position, qint64* level) const;
    std::optional<qint64> perUnit(const Place& place, qint64 total) const;
    void arrange(std::vector<Draft> drafts);
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    const CostInput* m_input = nullptr;
    std::vector<Place> m_places;
    std::vector<Cost> m_costs; ///< parallel to the places
    std::vector<qint64> m_unit; ///< kElementCount for each place
    std::vector<qint64> m_own; ///< setup, work and tools of the lot; kElementCount for each place
    std::vector<int> m_lineStart;
    std::vector<Line> m_lines;
    std::vector<qint64> m_losses; ///< gross less net
    std::vector<int> m_outsideStart;
    std::vector<Outside> m_outside;
    std::vector<int> m_ruleStart;
    std::vector<RuleUse> m_rules;
    std::vector<int> m_userStart; ///< the same edges backwards
    std::vector<int> m_users;
    std::vector<int> m_natural; ///< place of each item in its own use
    std::vector<int> m_bought; ///< place of each item where it is bought, -1: nowhere
    std::vector<std::pair<int, Error>> m_errors; ///< by place, in order
};

} // namespace chengdan::quoting
