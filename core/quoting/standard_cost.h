// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_input.h"
#include "core/quoting/cost_result.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace chengdan::quoting {

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
    void setPrice(int item, UnitCost price)
    {
        if (const int position = m_bought[at(item)]; position >= 0)
            m_prices[at(position)] = price.raw();
    }
    /// The price found for a bought item.
    std::optional<UnitCost> price(int item) const
    {
        const int position = m_bought[at(item)];
        if (position < 0 || m_prices[at(position)] == kNoPrice)
            return std::nullopt;
        return UnitCost::fromRaw(m_prices[at(position)]);
    }

    /// Of one base unit; nothing when the item or something below it has an error.
    std::optional<ElementVector> unit(int item) const;
    std::optional<UnitCost> unitTotal(int item) const;
    /// The first error of the item's own level, or nothing: then an incomplete item has one below.
    const Error* error(int item) const;
    Quantity lot(int item) const;
    int itemCount() const { return m_input->itemCount(); }

private:
    StandardCosts() = default;

    /// A component of a place, or a user of it, with what of the component goes into the user's
    /// lot: whole base units below kOdd, else the odd amount of number `amount - kOdd`.
    struct Edge {
        std::uint32_t place = 0;
        std::uint32_t amount = 0;
    };
    static constexpr qint64 kNoPrice = std::numeric_limits<qint64>::min();
    static constexpr std::uint32_t kOdd = 1U << 31U;
    struct OddAmount {
        qint64 net = 0; ///< base units, 1e-6
        qint64 loss = 0; ///< gross less net
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
    using Elements = std::array<qint64, kElementCount>;
    /// What a user of a place looks at, kept small: the pass is bound by fetching it.
    struct Cost {
        qint64 amount = 0; ///< the whole unit cost where it is single
        quint8 tag = 0; ///< slot of its element, kComplete, kSingle
        bool bought = false;
        std::uint16_t filled = 0; ///< elements of the row that are not zero
        int row = -1; ///< where not single: index into the rows
    };
    static constexpr quint8 kElementBits = 0x0F;
    static constexpr quint8 kComplete = 0x10; ///< no error in it or below
    static constexpr quint8 kSingle = 0x20; ///< at most one element is not zero
    /// The cost of a made place while it is being found.
    struct Sum {
        qint64 total = 0; ///< of the lot, where single
        quint8 element = 0;
        quint8 traits = 0;
    };
    static constexpr quint8 kAdditive = 1; ///< nothing but its lines hangs on other costs
    static constexpr quint8 kSmall = 2; ///< far from overflow, whatever the order of adding
    static constexpr quint8 kAgain = 4; ///< to be added up anew
    static constexpr quint8 kOne = 8; ///< the total is of one element
    struct Row {
        Elements unit{};
        Elements total{}; ///< of the lot
    };
    /// One item in one use; positions run from components to what they go into.
    struct Place {
        int item = -1;
        bool sound = true; ///< made: its own level has no error
        bool natural = false; ///< the item's own use
        int own = -1; ///< setup, work and tools of the lot: index into m_own, -1: none
        qint64 lot = 0;
        qint64 wholeLot = 0; ///< the lot in whole units, 0 when it is not whole
        qint64 credit = 0;
        qint64 shares = 0;
    };
    /// Places waiting to be costed again, lowest first. Empty, it holds no bit, so that a change
    /// costs what it reaches and not the catalogue.
    class Queue {
    public:
        void resize(std::size_t places);
        void add(std::uint32_t place)
        {
            m_places[place / 64] |= std::uint64_t(1) << (place % 64);
            m_words[place / 4096] |= std::uint64_t(1) << (place / 64 % 64);
        }
        /// The lowest, taken out; -1 when there is none. Nothing lower is added meanwhile.
        int take(std::size_t& from);
        void clear();

    private:
        std::vector<std::uint64_t> m_places; ///< one bit each
        std::vector<std::uint64_t> m_words; ///< which of the former are not zero
    };
    struct Drafts;

    // standard_cost.cpp
    bool recost(int position);
    bool takePrice(int position);
    bool addUp(int position);
    bool costLevel(int position);
    bool addEdge(Edge edge, qint64* level, qint64* below, quint64& reach) const;
    bool addOutside(int position, qint64* level) const;
    bool addOverheads(int position, qint64* level) const;
    std::optional<qint64> perUnit(const Place& place, qint64 total) const;
    bool finish(int position, std::size_t element, qint64 total);
    bool finish(int position, const Elements& totals);
    bool giveUp(int position);
    Elements unitOf(int position) const;
    OddAmount amountOf(std::uint32_t amount) const
    {
        if (amount < kOdd)
            return {static_cast<qint64>(amount) * Quantity::kOne, 0};
        return m_odd[amount - kOdd];
    }
    // standard_cost_change.cpp
    std::size_t queueItems(std::span<const int> items);
    void tellUsers(int position, const Cost& before, const Elements& unitBefore);
    bool shift(Edge user, const Cost& child, std::size_t element, qint64 before, qint64 now);
    void costRest(int first, std::vector<int>& changed);
    void note(int position, std::vector<int>& changed) const;
    // standard_cost_order.cpp
    void arrange(Drafts& drafts);
    static std::vector<int> orderOf(Drafts& drafts, const CostInput& input);
    void takeUsers();

    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    const CostInput* m_input = nullptr;
    // Parallel to each other, by position; Start: one more.
    std::vector<Place> m_places;
    std::vector<Cost> m_costs;
    std::vector<Sum> m_sums;
    std::vector<qint64> m_prices; ///< where it is bought; taken when the place is costed
    std::vector<std::uint32_t> m_lineStart;
    std::vector<std::uint32_t> m_outsideStart;
    std::vector<std::uint32_t> m_ruleStart;
    std::vector<std::uint32_t> m_userStart;

    std::vector<Edge> m_lines; ///< and a few more, so that fetching ahead needs no test
    std::vector<Edge> m_users; ///< the same edges and those of outside work, backwards
    std::vector<OddAmount> m_odd;
    std::vector<Elements> m_own;
    std::vector<Row> m_rows;
    std::vector<Outside> m_outside;
    std::vector<RuleUse> m_rules;
    std::vector<int> m_natural; ///< place of each item in its own use
    std::vector<int> m_bought; ///< place of each item where it is bought, -1: nowhere
    std::vector<std::pair<int, Error>> m_errors; ///< by place, in order
    Queue m_queue;
};

} // namespace chengdan::quoting
