// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_result.h"

#include <QHash>
#include <QSet>

namespace chengdan::quoting {

std::vector<CostResult::ItemFigure> CostResult::requiredQuantities() const
{
    std::vector<ItemFigure> figures;
    QHash<QString, std::size_t> known;
    for (const CostNode& node : nodes) {
        const auto found = known.constFind(node.code);
        if (found == known.constEnd()) {
            known.insert(node.code, figures.size());
            figures.push_back({node.code, node.required.raw()});
        } else {
            figures[*found].raw += node.required.raw();
        }
    }
    return figures;
}

std::vector<CostResult::ItemFigure> CostResult::itemUnitCosts() const
{
    std::vector<ItemFigure> figures;
    QHash<QString, std::size_t> known;
    std::vector<NodeUse> uses;
    for (const CostNode& node : nodes) {
        const auto found = known.constFind(node.code);
        if (found == known.constEnd()) {
            known.insert(node.code, figures.size());
            figures.push_back({node.code, node.unitTotal().raw()});
            uses.push_back(node.use);
        } else if (node.use < uses[*found]) {
            figures[*found].raw = node.unitTotal().raw();
            uses[*found] = node.use;
        }
    }
    return figures;
}

std::vector<CostResult::ItemFigure> CostResult::byproductUnitCosts() const
{
    std::vector<ItemFigure> figures;
    QSet<int> seen;
    for (const ByproductCost& cost : byproducts) {
        if (seen.contains(cost.item) || cost.item < 0)
            continue;
        seen.insert(cost.item);
        figures.push_back({cost.code, cost.unit.raw()});
    }
    return figures;
}

QStringList CostResult::leaves() const
{
    QStringList codes;
    QSet<QString> seen;
    for (const CostNode& node : nodes) {
        if (node.use == NodeUse::Made || seen.contains(node.code))
            continue;
        seen.insert(node.code);
        codes.append(node.code);
    }
    return codes;
}

int CostResult::nodeOf(const QString& itemCode) const
{
    int best = -1;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].code == itemCode
            && (best < 0 || nodes[i].use < nodes[static_cast<std::size_t>(best)].use))
            best = static_cast<int>(i);
    }
    return best;
}

} // namespace chengdan::quoting
