// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_input.h"

#include <algorithm>
#include <numeric>

// The BOM lines of the input: by far the most rows, so they are kept without text.
namespace chengdan::quoting {

int CostLines::altGroupOf(const QString& name)
{
    if (name.isEmpty())
        return 0;
    int& number = m_groupNumbers[name];
    if (number == 0) {
        number = static_cast<int>(altGroups.size());
        altGroups.push_back(name);
    }
    return number;
}

int CostLines::missingComponent(const QString& code)
{
    missing.push_back(code);
    return -static_cast<int>(missing.size());
}

CostLines CostInput::resolveLines(const std::vector<BomLineRow>& rows)
{
    QHash<QString, int> boms;
    boms.reserve(static_cast<qsizetype>(m_tables.boms.size()));
    for (std::size_t i = m_tables.boms.size();
         i-- > 0;) // of two with the same key the first counts
        boms.insert(m_tables.boms[i].bomId, static_cast<int>(i));
    CostLines resolved;
    resolved.lines.reserve(rows.size());
    resolved.boms.reserve(rows.size());
    for (const BomLineRow& row : rows) {
        const int bom = boms.value(row.bomId, -1);
        if (bom < 0)
            continue; // nobody can reach it
        resolved.boms.push_back(bom);
        CostLine& line = resolved.lines.emplace_back();
        line.qty = row.qty;
        line.fixedQty = row.fixedQty;
        line.scrap = row.scrap;
        line.share = row.share;
        line.creditPrice = row.creditPrice;
        line.opSeq = row.opSeq;
        line.component = itemIndex(row.component);
        if (line.component < 0)
            line.component = resolved.missingComponent(row.component);
        line.uom = row.uom.isEmpty() ? -1 : internUom(row.uom);
        line.lineNo = row.lineNo;
        line.altGroup = resolved.altGroupOf(row.altGroup);
        line.altPriority = row.altPriority;
        line.type = row.type;
        line.scrapMode = row.scrapMode;
        line.supply = row.supply;
        line.valueMethod = row.valueMethod;
        line.explode = row.explode;
    }
    return resolved;
}

/// Of two rows with the same key the first counts, also where a line names the second.
void CostInput::unifyLines(CostLines& lines) const
{
    const bool items = m_itemIndex.size() != static_cast<qsizetype>(m_tables.items.size());
    const bool uoms = m_uomIndex.size() != static_cast<qsizetype>(m_tables.uoms.size());
    if (!items && !uoms)
        return;
    for (CostLine& line : lines.lines) {
        if (items && line.component >= 0)
            line.component = itemIndex(item(line.component).code);
        if (uoms && line.uom >= 0)
            line.uom = uomIndex(uom(line.uom).uom);
    }
}

/// The lines of one BOM together, by line number; `places` says where each BOM has gone.
void CostInput::groupLines(CostLines lines, const std::vector<int>& places)
{
    m_missing = std::move(lines.missing);
    m_altGroups = std::move(lines.altGroups);
    m_lineStart.assign(m_tables.boms.size() + 1, 0);
    bool grouped = true;
    int last = 0;
    for (int& bom : lines.boms) {
        bom = places[at(bom)];
        grouped = grouped && bom >= last;
        last = bom;
        ++m_lineStart[at(bom) + 1];
    }
    std::partial_sum(m_lineStart.begin(), m_lineStart.end(), m_lineStart.begin());
    if (grouped) {
        m_lines = std::move(lines.lines);
    } else {
        std::vector<int> next(m_lineStart.begin(), m_lineStart.end() - 1);
        m_lines.resize(lines.lines.size());
        for (std::size_t i = 0; i < lines.lines.size(); ++i)
            m_lines[at(next[at(lines.boms[i])]++)] = lines.lines[i];
    }
    const auto before = [](const CostLine& a, const CostLine& b) { return a.lineNo < b.lineNo; };
    for (std::size_t bom = 0; bom < m_tables.boms.size(); ++bom) {
        const auto first = m_lines.begin() + m_lineStart[bom];
        const auto end = m_lines.begin() + m_lineStart[bom + 1];
        if (!std::is_sorted(first, end, before))
            std::stable_sort(first, end, before);
    }
}

const QString& CostInput::componentCode(int line) const
{
    const int component = m_lines[at(line)].component;
    return component < 0 ? m_missing[at(-component - 1)] : item(component).code;
}

QString CostInput::lineUom(int line) const
{
    const CostLine& row = m_lines[at(line)];
    return row.uomWritten ? uom(row.uom).uom : QString();
}

std::vector<BomLineRow> CostInput::lineRows() const
{
    std::vector<BomLineRow> rows;
    rows.reserve(m_lines.size());
    for (int bom = 0; bom < static_cast<int>(m_tables.boms.size()); ++bom) {
        const Range lines = linesOf(bom);
        for (int index = lines.first; index < lines.last; ++index) {
            const CostLine& line = m_lines[at(index)];
            BomLineRow& row = rows.emplace_back();
            row.bomId = m_tables.boms[at(bom)].bomId;
            row.lineNo = line.lineNo;
            row.type = line.type;
            row.component = componentCode(index);
            row.qty = line.qty;
            row.uom = lineUom(index);
            row.fixedQty = line.fixedQty;
            row.scrap = line.scrap;
            row.scrapMode = line.scrapMode;
            row.explode = line.explode;
            row.supply = line.supply;
            row.opSeq = line.opSeq;
            row.valueMethod = line.valueMethod;
            row.share = line.share;
            row.creditPrice = line.creditPrice;
            row.altGroup = altGroup(index);
            row.altPriority = line.altPriority;
        }
    }
    return rows;
}

} // namespace chengdan::quoting
