// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/standard_cost.h"

namespace chengdan::quoting {

/// Items in their uses before their positions are known: the rows of each one stand together in
/// arrays that all share. Places of edges and children of outside work are numbers of drafts.
struct StandardCosts::Drafts {
    struct Draft {
        Place place;
        NodeUse use = NodeUse::Bought;
        quint8 element = 0; ///< of its price
        qint64 price = 0;
        CostInput::Range lines;
        CostInput::Range outside;
        CostInput::Range rules;
    };
    std::vector<Draft> all;
    std::vector<Edge> lines;
    std::vector<OddAmount> odd;
    std::vector<Elements> own;
    std::vector<Outside> outside;
    std::vector<RuleUse> rules;
    std::vector<std::pair<int, Error>> errors; ///< by draft; the first of one counts

    void addLine(int draft, qint64 net, qint64 gross)
    {
        const auto child = static_cast<std::uint32_t>(draft);
        if (net == gross && net >= 0 && net % Quantity::kOne == 0
            && net / Quantity::kOne < qint64(kOdd)) {
            lines.push_back({child, static_cast<std::uint32_t>(net / Quantity::kOne)});
            return;
        }
        lines.push_back({child, kOdd + static_cast<std::uint32_t>(odd.size())});
        odd.push_back({net, gross - net});
    }
    /// Nothing of the draft's level can be costed.
    void refuse(int draft, Error error)
    {
        Draft& refused = all[at(draft)];
        refused.place.sound = false;
        refused.lines.last = refused.lines.first;
        refused.outside.last = refused.outside.first;
        refused.rules.last = refused.rules.first;
        errors.push_back({draft, std::move(error)});
    }
};

} // namespace chengdan::quoting
