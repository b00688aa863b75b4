// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

#include <algorithm>

// Which items a costing reaches and in which order: a depth-first search with its own stack, so a
// deep tree costs memory, not the thread's stack. Every line is looked at once.
namespace chengdan::quoting {

bool CostRun::buildStructure(std::optional<NodeUse> use)
{
    const int top = m_in.itemIndex(m_request.item);
    if (top < 0) {
        CostNote note;
        note.item = m_request.item;
        note.path = QStringList{m_request.item};
        note.error =
            Error::make("E_NO_ITEM", QStringLiteral("item"), {{QStringLiteral("item"), note.item}});
        m_out.errors.push_back(note);
        return false;
    }
    if (m_vertexOfItem.size() != 3 * at(m_in.itemCount()))
        m_vertexOfItem.assign(3 * at(m_in.itemCount()), -1);
    const ItemKind kind = m_in.itemKeys(top).kind;
    const bool explodes = (kind == ItemKind::Make || kind == ItemKind::Phantom)
        && m_in.item(top).costSource != CostSource::Fixed && use != NodeUse::Bought;
    const int bom = explodes ? findBom(top, -1) : -1;
    const int vertex = enter(top, bom >= 0 ? NodeUse::Made : NodeUse::Bought, -1);
    CostVertex& first = m_vertices[at(vertex)];
    first.bom = bom;
    first.phantom = false; // asked for by itself it is made like anything else
    first.noBom = explodes && bom < 0;
    follow(vertex);
    makeNodes();
    return true;
}

int CostRun::enter(int item, NodeUse use, int parent)
{
    int& known = m_vertexOfItem[3 * at(item) + static_cast<std::size_t>(use)];
    if (known < 0) {
        CostVertex vertex;
        vertex.item = item;
        vertex.use = use;
        vertex.parent = parent;
        m_vertices.push_back(vertex); // first: clearing finds the entry through it
        known = static_cast<int>(m_vertices.size()) - 1;
    }
    return known;
}

int CostRun::findBom(int item, int parent)
{
    if (!m_plain) {
        const auto wanted = m_what.revision.constFind(m_in.item(item).code);
        if (wanted != m_what.revision.constEnd()) {
            const auto boms = m_in.bomsOf(item);
            for (int bom = boms.first; bom < boms.last; ++bom) {
                if (m_in.bom(bom).revision == *wanted)
                    return bom;
            }
        }
    }
    const int bom = m_in.effectiveBom(item, m_request.date);
    const auto boms = m_in.bomsOf(item);
    if (boms.size() > 1) {
        for (int other = boms.first; other < boms.last; ++other) {
            const BomRow& row = m_in.bom(other);
            if (other == bom || row.status != BomStatus::Released
                || !row.valid.contains(m_request.date))
                continue;
            warn("W_BOM_OVERLAP",
                parent,
                {{QStringLiteral("item"), m_in.item(item).code},
                    {QStringLiteral("used"), m_in.bom(bom).revision},
                    {QStringLiteral("other"), row.revision}});
        }
    }
    return bom;
}

bool CostRun::lineCounts(int vertex, int line) const
{
    const CostLine& row = m_in.line(line);
    if (row.type != LineType::Component)
        return false;
    if (row.altGroup == 0)
        return true;
    const auto lines = m_in.linesOf(m_vertices[at(vertex)].bom);
    int best = -1;
    const int wanted = m_what.alternate.value(
        {m_in.item(m_vertices[at(vertex)].item).code, m_in.altGroup(line)}, -1);
    for (int other = lines.first; other < lines.last; ++other) {
        const CostLine& candidate = m_in.line(other);
        if (candidate.type != LineType::Component || candidate.altGroup != row.altGroup)
            continue;
        if (!m_plain && candidate.lineNo == wanted)
            return other == line;
        if (best < 0 || candidate.altPriority < m_in.line(best).altPriority)
            best = other;
    }
    return best == line;
}

int CostRun::childOfLine(int vertex, int line)
{
    if (!lineCounts(vertex, line))
        return -1;
    const CostLine& row = m_in.line(line);
    const int item = row.component;
    if (item < 0) {
        report("E_NO_ITEM", vertex, {}, m_in.componentCode(line));
        m_vertices[at(vertex)].broken = true;
        return -1;
    }
    if (row.supply == Supply::Customer)
        return enter(item, NodeUse::Customer, vertex);
    const ItemKind kind = m_in.itemKeys(item).kind;
    const bool explodes = row.explode && (kind == ItemKind::Make || kind == ItemKind::Phantom)
        && m_in.item(item).costSource != CostSource::Fixed;
    if (!explodes)
        return enter(item, NodeUse::Bought, vertex);
    const int known = m_vertexOfItem[3 * at(item) + static_cast<std::size_t>(NodeUse::Made)];
    if (known >= 0)
        return known;
    const int bom = findBom(item, vertex);
    const int child = enter(item, bom >= 0 ? NodeUse::Made : NodeUse::Bought, vertex);
    m_vertices[at(child)].bom = bom;
    m_vertices[at(child)].noBom = bom < 0;
    m_vertices[at(child)].phantom = bom >= 0 && kind == ItemKind::Phantom;
    return child;
}

int CostRun::childOfOperation(int vertex, int operation)
{
    const OperationRow& row = m_in.operation(operation);
    if (row.outsideItem.isEmpty() || m_vertices[at(vertex)].phantom)
        return -1;
    const int item = m_in.operationKeys(operation).outsideItem;
    if (item < 0) {
        report("E_NO_ITEM", vertex, {}, row.outsideItem);
        m_vertices[at(vertex)].broken = true;
        return -1;
    }
    return enter(item, NodeUse::Bought, vertex);
}

void CostRun::follow(int top)
{
    enum class Colour : char { White, Grey, Black };
    std::vector<Colour> colours;
    std::vector<Frame> stack{{top, 0}};
    colours.resize(1, Colour::White);
    while (!stack.empty()) {
        const int vertex = stack.back().vertex;
        const bool leaf = m_oneLevel && vertex != top && !m_vertices[at(vertex)].phantom;
        const int bom = leaf ? -1 : m_vertices[at(vertex)].bom;
        const auto lines = m_in.linesOf(bom);
        const auto operations = m_in.operationsOf(bom);
        if (colours[at(vertex)] == Colour::White) {
            colours[at(vertex)] = Colour::Grey;
            m_vertices[at(vertex)].childStart = static_cast<int>(m_children.size());
            m_children.resize(m_children.size() + at(lines.size() + operations.size()), -1);
        }
        const int next = stack.back().next++;
        if (next >= lines.size() + operations.size()) {
            colours[at(vertex)] = Colour::Black;
            m_order.push_back(vertex);
            stack.pop_back();
            continue;
        }
        const int child = next < lines.size()
            ? childOfLine(vertex, lines.first + next)
            : childOfOperation(vertex, operations.first + next - lines.size());
        colours.resize(m_vertices.size(), Colour::White);
        if (child < 0)
            continue;
        if (colours[at(child)] == Colour::Grey) {
            reportCycle(stack, child);
            continue;
        }
        m_children[at(m_vertices[at(vertex)].childStart + next)] = child;
        if (colours[at(child)] == Colour::White)
            stack.push_back({child, 0});
    }
    std::reverse(m_order.begin(), m_order.end());
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_vertices[at(m_order[i])].position = static_cast<int>(i);
}

void CostRun::reportCycle(const std::vector<Frame>& stack, int vertex)
{
    CostNote note;
    QStringList shown;
    bool inside = false;
    for (const Frame& frame : stack) {
        inside = inside || frame.vertex == vertex;
        if (!inside)
            continue;
        const CostVertex& hop = m_vertices[at(frame.vertex)];
        note.path.append(m_in.item(hop.item).code);
        shown.append(
            QStringLiteral("%1(rev %2)").arg(note.path.last(), m_in.bom(hop.bom).revision));
    }
    note.item = m_in.item(m_vertices[at(vertex)].item).code;
    note.path.append(note.item);
    shown.append(note.item);
    note.error = Error::make("E_CYCLE",
        {},
        {{QStringLiteral("item"), note.item},
            {QStringLiteral("path"), shown.join(QStringLiteral(" → "))}});
    m_out.errors.push_back(note);
    m_vertices[at(stack.back().vertex)].broken = true;
    m_torn = true;
}

void CostRun::makeNodes()
{
    // Nodes are large and lines many: growing step by step would copy and touch them twice.
    m_out.nodes.reserve(m_order.size());
    m_nodeVertex.reserve(m_order.size());
    m_edges.reserve(m_children.size());
    for (int index : m_order) {
        CostVertex& vertex = m_vertices[at(index)];
        if (vertex.phantom)
            continue;
        vertex.node = static_cast<int>(m_out.nodes.size());
        m_nodeVertex.push_back(index);
        CostNode& node = m_out.nodes.emplace_back();
        node.item = vertex.item;
        node.code = m_in.item(vertex.item).code;
        node.use = vertex.use;
        node.bom = vertex.bom;
        node.complete = !vertex.broken;
        int parent = vertex.parent;
        while (parent >= 0 && m_vertices[at(parent)].phantom)
            parent = m_vertices[at(parent)].parent;
        node.parent = parent < 0 ? -1 : m_vertices[at(parent)].node;
    }
    const std::size_t exploded = m_oneLevel ? 1 : m_out.nodes.size();
    for (std::size_t node = 0; node < exploded; ++node)
        collectEdges(node);
}

} // namespace chengdan::quoting
