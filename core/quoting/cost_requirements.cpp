// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

// Requirements from the top down: every use of a node is added up before its own lot is known.
namespace chengdan::quoting {

void CostRun::requirements()
{
    m_out.nodes.front().required = m_out.lot;
    const std::size_t exploded = m_oneLevel ? 1 : m_out.nodes.size();
    for (std::size_t node = 0; node < exploded; ++node)
        requireOf(node);
}

void CostRun::requireOf(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    owner.operations.first = owner.operations.last = static_cast<int>(m_out.operations.size());
    if (owner.use != NodeUse::Made) {
        owner.lot = owner.required;
        return;
    }
    const bool yieldsFit = checkYields(node);
    if (setLot(node) && yieldsFit && enterUnits(node) && requireComponents(node)
        && requireOutside(node))
        return;
    owner.complete = false;
    for (int edge = owner.lines.first; edge < owner.lines.last; ++edge)
        m_vertices[at(m_nodeVertex[at(m_edges[at(edge)].childNode)])].starved = true;
}

bool CostRun::setLot(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    const ItemRow& item = m_in.item(owner.item);
    owner.lot = owner.required;
    if (node != 0 && item.lotPolicy == LotPolicy::Standard)
        owner.lot = item.costingLot;
    if (node != 0 && !m_plain)
        owner.lot = m_what.lot.value(item.code, owner.lot);
    if (owner.lot.raw() > 0)
        return true;
    const bool unknown = m_torn || vertexOf(node).starved;
    if (!unknown || item.lotPolicy == LotPolicy::Standard)
        report("E_ZERO_LOT", m_nodeVertex[node]);
    return false;
}

Rate CostRun::bomYield(const CostVertex& vertex) const
{
    const Rate written = m_in.bom(vertex.bom).yield;
    return m_plain ? written : m_what.bomYield.value(m_in.item(vertex.item).code, written);
}

Rate CostRun::operationYield(const CostVertex& vertex, int operation) const
{
    const OperationRow& row = m_in.operation(operation);
    if (m_plain)
        return row.yield;
    return m_what.operationYield.value({m_in.item(vertex.item).code, row.opSeq}, row.yield);
}

bool CostRun::checkYields(std::size_t node)
{
    const int vertex = m_nodeVertex[node];
    const CostVertex& owner = m_vertices[at(vertex)];
    bool fit = true;
    const auto outside = [](Rate yield) { return yield.raw() <= 0 || yield.raw() > Rate::kOne; };
    const auto complain = [&](Rate value) {
        report("E_YIELD_RANGE", vertex, {{QStringLiteral("value"), percentText(value)}});
        fit = false;
    };
    if (outside(bomYield(owner)))
        complain(bomYield(owner));
    const auto operations = m_in.operationsOf(owner.bom);
    for (int index = operations.first; index < operations.last; ++index) {
        const Rate yield = operationYield(owner, index);
        if (outside(yield))
            complain(yield);
        if (m_in.operation(index).efficiency.raw() <= 0)
            complain(m_in.operation(index).efficiency);
    }
    return fit;
}

bool CostRun::enterUnits(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    const CostVertex& vertex = vertexOf(node);
    const auto operations = m_in.operationsOf(owner.bom);
    // From the last operation back: each adds its own loss to what must enter before it.
    ExactQuotient units;
    units.times(owner.lot.raw());
    int yields = 0;
    const auto divideBy = [&](Rate yield) {
        if (yield.raw() == Rate::kOne)
            return;
        units.times(Rate::kOne).over(yield.raw());
        ++yields;
    };
    divideBy(bomYield(vertex));
    owner.operations.last = owner.operations.first + operations.size();
    m_out.operations.resize(at(owner.operations.last));
    for (int index = operations.last; index-- > operations.first;) {
        divideBy(operationYield(vertex, index));
        const auto entering = yields < 90 ? units.rounded() : std::nullopt;
        if (!entering)
            return overflow(node);
        OperationCost& cost =
            m_out.operations[at(owner.operations.first + index - operations.first)];
        cost.operation = index;
        cost.entering = Quantity::fromRaw(*entering);
    }
    const auto entering = units.rounded();
    if (!entering)
        return overflow(node);
    owner.entering = Quantity::fromRaw(*entering);
    return true;
}

std::optional<qint64> CostRun::quantityOf(
    qint64 units, const Fraction& perUnit, Rate scrap, ScrapMode mode, const Fraction& fixed)
{
    ExactQuotient running;
    running.times(units).times(perUnit.num).over(perUnit.den);
    Fraction scrapFactor{1, 1};
    if (!scrap.isZero())
        scrapFactor = mode == ScrapMode::Markup ? Fraction{Rate::kOne + scrap.raw(), Rate::kOne}
                                                : Fraction{Rate::kOne, Rate::kOne - scrap.raw()};
    running.times(scrapFactor.num).over(scrapFactor.den);
    if (fixed.isZero())
        return running.rounded();
    const auto start = multiply(fixed.num, Quantity::kOne);
    if (start && *start % fixed.den == 0) {
        // A whole number of millionths: adding it after rounding gives the same.
        const auto rounded = running.rounded();
        const auto whole = narrow(*start / fixed.den);
        return rounded && whole ? chengdan::add(*rounded, *whole) : std::nullopt;
    }
    ExactQuotient once;
    once.times(fixed.num).times(Quantity::kOne).over(fixed.den);
    return ExactQuotient::roundedSum(running, once);
}

bool CostRun::requireComponents(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    for (int index = owner.lines.first; index < owner.lines.last; ++index) {
        const CostEdge& edge = m_edges[at(index)];
        LineCost& line = m_out.lines[at(index)];
        if (edge.operation >= 0)
            line.entering = m_out.operations[at(owner.operations.first + edge.operation)].entering;
        else
            line.entering = owner.entering;
        const auto net =
            quantityOf(owner.lot.raw(), edge.perUnit, Rate(), ScrapMode::Markup, edge.fixed);
        // Without loss on the way and scrap of its own the line asks for the same again.
        const auto gross = line.entering == owner.lot && edge.scrap.isZero()
            ? net
            : quantityOf(line.entering.raw(), edge.perUnit, edge.scrap, edge.mode, edge.fixed);
        if (!net || !gross)
            return overflow(node);
        line.net = Quantity::fromRaw(*net);
        line.gross = Quantity::fromRaw(*gross);
        if (!require(edge.childNode, *gross, owner))
            return overflow(node);
    }
    return true;
}

bool CostRun::require(int child, qint64 gross, const CostNode& user)
{
    std::optional<qint64> share = gross;
    if (user.lot != user.required)
        share = mulDiv(gross, user.required.raw(), user.lot.raw(), Rounding::HalfUp);
    CostNode& used = nodeAt(child);
    const auto sum = share ? chengdan::add(used.required.raw(), *share) : std::nullopt;
    if (!sum)
        return false;
    used.required = Quantity::fromRaw(*sum);
    return true;
}

bool CostRun::requireOutside(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    const CostVertex& vertex = vertexOf(node);
    const int lines = m_in.linesOf(owner.bom).size();
    for (int index = owner.operations.first; index < owner.operations.last; ++index) {
        OperationCost& cost = m_out.operations[at(index)];
        const int child =
            m_children[at(vertex.childStart + lines + index - owner.operations.first)];
        if (child < 0)
            continue;
        const OperationRow& row = m_in.operation(cost.operation);
        cost.outsideNode = m_vertices[at(child)].node;
        const auto factor = uomFactor(
            m_in, m_vertices[at(child)].item, m_in.operationKeys(cost.operation).outsideUom);
        if (!factor) {
            report("E_NO_UOM",
                m_nodeVertex[node],
                {{QStringLiteral("uom"), row.outsideUom},
                    {QStringLiteral("base"), m_in.item(m_vertices[at(child)].item).baseUom}},
                row.outsideItem);
            return false;
        }
        const auto quantity = quantityOf(cost.entering.raw(),
            {factor->num * row.outsideQty.raw(), factor->den * Quantity::kOne},
            Rate(),
            ScrapMode::Markup,
            {});
        if (!quantity || !require(cost.outsideNode, *quantity, owner))
            return overflow(node);
    }
    return true;
}

} // namespace chengdan::quoting
