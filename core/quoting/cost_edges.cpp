// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

// From BOM lines to edges between nodes: phantoms are multiplied through and disappear. A phantom
// used several times by one parent is summed first, so nested phantoms cost their lines, not their
// paths.
namespace chengdan::quoting {

std::optional<Fraction> CostRun::uomFactor(const CostInput& input, int item, int uom)
{
    const int base = input.itemKeys(item).baseUom;
    if (uom < 0)
        return std::nullopt;
    if (uom == base)
        return Fraction{1, 1};
    const auto own = input.itemUomsOf(item);
    for (int index = own.first; index < own.last; ++index) {
        if (input.itemUomUom(index) != uom)
            continue;
        const ItemUomRow& row = input.tables().itemUoms[at(index)];
        if (row.num <= 0 || row.den <= 0)
            return std::nullopt;
        return Fraction{row.num, row.den};
    }
    const UomRow& from = input.uom(uom);
    const UomRow& to = input.uom(base);
    if (from.category.isEmpty() || from.category != to.category)
        return std::nullopt;
    if (from.num <= 0 || from.den <= 0 || to.num <= 0 || to.den <= 0)
        return std::nullopt;
    return Fraction{static_cast<Int128>(from.num) * to.den, static_cast<Int128>(from.den) * to.num}
        .reduced();
}

void CostRun::collectEdges(std::size_t node)
{
    CostNode& owner = m_out.nodes[node];
    owner.lines.first = static_cast<int>(m_edges.size());
    owner.byproducts.first = static_cast<int>(m_byproducts.size());
    if (owner.use == NodeUse::Made) {
        PhantomSources phantoms;
        addSource(node, m_nodeVertex[node], {{1, 1}, {}, 1, -1}, phantoms);
        // A phantom stands before the phantoms inside it, so the first pending one is complete.
        while (!phantoms.empty()) {
            const auto [key, source] = *phantoms.begin();
            phantoms.erase(phantoms.begin());
            const int phantom = m_order[at(key.first)];
            if (m_vertices[at(phantom)].broken)
                owner.complete = false;
            warnIgnored(phantom);
            addSource(node, phantom, source, phantoms);
        }
    }
    owner.lines.last = static_cast<int>(m_edges.size());
    owner.byproducts.last = static_cast<int>(m_byproducts.size());
}

std::optional<Fraction> CostRun::outputOf(int vertex)
{
    const CostVertex& owner = m_vertices[at(vertex)];
    const BomRow& bom = m_in.bom(owner.bom);
    const auto factor = uomFactor(m_in, owner.item, m_in.bomUom(owner.bom));
    if (!factor) {
        report("E_NO_UOM",
            vertex,
            {{QStringLiteral("uom"), bom.uom},
                {QStringLiteral("base"), m_in.item(owner.item).baseUom}});
        return std::nullopt;
    }
    if (bom.qty.raw() <= 0) {
        report("E_ZERO_LOT", vertex);
        return std::nullopt;
    }
    return Fraction{factor->num * bom.qty.raw(), factor->den * Quantity::kOne};
}

void CostRun::addSource(
    std::size_t node, int vertex, const EdgeSource& source, PhantomSources& phantoms)
{
    const auto output = outputOf(vertex);
    // 1 / output × units of this vertex in one unit of the node
    const auto perOutput =
        output ? Fraction::product({output->den, output->num}, source.perUnit) : std::nullopt;
    if (!perOutput) {
        m_out.nodes[node].complete = false;
        if (output)
            overflow(node);
        m_torn = true;
        return;
    }
    const auto lines = m_in.linesOf(m_vertices[at(vertex)].bom);
    for (int line = lines.first; line < lines.last; ++line) {
        if (!addLine(node, vertex, line, source, *perOutput, phantoms)) {
            m_out.nodes[node].complete = false;
            m_torn = true;
        }
    }
}

bool CostRun::addLine(std::size_t node,
    int vertex,
    int line,
    const EdgeSource& source,
    const Fraction& perOutput,
    PhantomSources& phantoms)
{
    const CostVertex& owner = m_vertices[at(vertex)];
    const CostLine& row = m_in.line(line);
    const bool byproduct = row.type == LineType::Byproduct;
    const int child =
        byproduct ? -1 : m_children[at(owner.childStart + line - m_in.linesOf(owner.bom).first)];
    if (!byproduct && child < 0)
        return true; // another alternative, or already reported
    const int item = row.component;
    if (item < 0) {
        report("E_NO_ITEM", vertex, {}, m_in.componentCode(line));
        return false;
    }
    const auto factor = uomFactor(m_in, item, row.uom);
    if (!factor) {
        report("E_NO_UOM",
            vertex,
            {{QStringLiteral("uom"), m_in.lineUom(line)},
                {QStringLiteral("base"), m_in.item(item).baseUom}},
            m_in.item(item).code);
        return false;
    }
    if (row.qty.raw() < 0 || row.fixedQty.raw() < 0) {
        report("E_ZERO_LOT", vertex, {}, m_in.item(item).code);
        return false;
    }
    const Rate scrap = m_plain
        ? row.scrap
        : m_what.scrap.value({m_in.item(owner.item).code, row.lineNo}, row.scrap);
    const bool lossFull = row.scrapMode == ScrapMode::Loss && scrap.raw() >= Rate::kOne;
    if (!byproduct && (scrap.raw() < 0 || lossFull)) {
        report("E_YIELD_RANGE",
            vertex,
            {{QStringLiteral("value"), percentText(scrap)}},
            m_in.item(item).code);
        return false;
    }
    // What one line unit amounts to, and the whole line per unit and per lot of the node.
    const Fraction each{factor->num * row.qty.raw(), factor->den * Quantity::kOne};
    const Fraction start{factor->num * row.fixedQty.raw(), factor->den * Quantity::kOne};
    const auto perUnit = Fraction::product(perOutput, each);
    std::optional<Fraction> fixed = Fraction::product(start, {source.count, 1});
    if (fixed && !source.fixed.isZero()) {
        const auto output = outputOf(vertex);
        const auto share = Fraction::product({output->den, output->num}, each);
        const auto inner = share ? Fraction::product(*share, source.fixed) : std::nullopt;
        fixed = inner ? Fraction::sum(*fixed, *inner) : std::nullopt;
    }
    if (!perUnit || !fixed)
        return overflow(node);
    const bool inPhantom = owner.phantom;
    if (byproduct) {
        if (inPhantom && row.valueMethod == ByproductValue::Share)
            return true; // told by warnIgnored
        m_byproducts.push_back({line, item, *perUnit, *fixed, *factor});
        return true;
    }
    const int operation = inPhantom ? source.operation : operationAt(vertex, row.opSeq);
    const CostVertex& used = m_vertices[at(child)];
    if (!used.phantom) {
        m_edges.push_back({line,
            used.node,
            inPhantom ? owner.item : -1,
            operation,
            *perUnit,
            *fixed,
            scrap,
            row.scrapMode});
        return true;
    }
    // Its scrap makes more of the phantom's content, all of it net use.
    const Fraction more = row.scrapMode == ScrapMode::Markup
        ? Fraction{Rate::kOne + scrap.raw(), Rate::kOne}
        : Fraction{Rate::kOne, Rate::kOne - scrap.raw()};
    const auto scaled = Fraction::product(*perUnit, more);
    EdgeSource& target = phantoms[{used.position, operation}];
    const auto units = scaled ? Fraction::sum(target.perUnit, *scaled) : std::nullopt;
    const auto perLot = Fraction::sum(target.fixed, *fixed);
    const auto count = chengdan::add(target.count, source.count);
    if (!units || !perLot || !count)
        return overflow(node);
    target = {*units, *perLot, *count, operation};
    return true;
}

int CostRun::operationAt(int vertex, std::optional<int> opSeq) const
{
    const auto operations = m_in.operationsOf(m_vertices[at(vertex)].bom);
    if (operations.isEmpty())
        return -1;
    for (int index = operations.first; opSeq && index < operations.last; ++index) {
        if (m_in.operation(index).opSeq == *opSeq)
            return index - operations.first;
    }
    return 0;
}

void CostRun::warnIgnored(int phantom)
{
    const CostVertex& vertex = m_vertices[at(phantom)];
    bool ignored =
        !m_in.operationsOf(vertex.bom).isEmpty() || m_in.bom(vertex.bom).yield.raw() != Rate::kOne;
    const auto lines = m_in.linesOf(vertex.bom);
    for (int line = lines.first; line < lines.last; ++line) {
        const CostLine& row = m_in.line(line);
        ignored = ignored
            || (row.type == LineType::Byproduct && row.valueMethod == ByproductValue::Share);
    }
    if (ignored)
        warn("W_PHANTOM_IGNORED", phantom);
}

} // namespace chengdan::quoting
