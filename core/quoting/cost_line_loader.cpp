// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_choices.h"
#include "core/quoting/cost_table_loader.h"

// BOM lines, straight to the numbers of what they name: there may be a million
// of them, and a text for each would cost more than reading it.
namespace chengdan::quoting {

static_assert(
    static_cast<int>(catalog::LineType::Byproduct) == static_cast<int>(LineType::Byproduct));
static_assert(static_cast<int>(catalog::ScrapMode::Loss) == static_cast<int>(ScrapMode::Loss));
static_assert(static_cast<int>(catalog::Supply::Customer) == static_cast<int>(Supply::Customer));
static_assert(
    static_cast<int>(catalog::ByproductValue::Share) == static_cast<int>(ByproductValue::Share));

/// The number of a UoM; -1 where none is written. One that names no living row
/// becomes a row that converts to nothing.
int CostTableLoader::lineUom(const std::optional<RawId>& id)
{
    if (!id)
        return -1;
    if (const int known = m_uoms.numberOf(*id); known >= 0)
        return known;
    m_uoms.add(*id, id->toString());
    m_tables.uoms.push_back({id->toString(), {}, 1, 1});
    return m_uoms.numberOf(*id);
}

void CostTableLoader::loadBomLines()
{
    makeRoom(m_lines.lines, "bom_line");
    m_lines.boms.reserve(m_lines.lines.capacity());
    std::optional<RawId> lastBom;
    int bom = -1;
    int item = -1;
    // By-products and alternatives: few, with columns of their own.
    std::vector<std::size_t> special;
    QByteArray specialRids;
    scan("rid, bom, line_no, type, component, qty, uom, fixed_qty, scrap, scrap_mode, explode, "
         "supply, op_seq, alt_group",
        "bom_line NOT INDEXED WHERE deleted = 0", // in the order of rid
        [&](ScanCells& cells) {
            const qint64 rid = cells.integer();
            const auto owner = cells.id();
            if (owner != lastBom) { // lines of one BOM mostly stand together
                bom = owner ? m_boms.numberOf(*owner, bom + 1) : -1;
                lastBom = owner;
            }
            if (bom < 0)
                return; // its BOM was deleted
            m_lines.boms.push_back(bom);
            CostLine& row = m_lines.lines.emplace_back();
            row.lineNo = cells.smallInteger();
            row.type = cells.choice<catalog::LineType, LineType>();
            const auto component = cells.id();
            row.component = component ? m_items.numberOf(*component, item + 1) : -1;
            item = row.component;
            if (row.component < 0)
                row.component =
                    m_lines.missingComponent(component ? component->toString() : QString());
            row.qty = cells.fixed<Quantity>();
            row.uom = lineUom(cells.id());
            row.fixedQty = cells.fixed<Quantity>();
            row.scrap = cells.fixed<Rate>();
            row.scrapMode = cells.choice<catalog::ScrapMode, ScrapMode>();
            row.explode = cells.flag();
            row.supply = cells.choice<catalog::Supply, Supply>();
            row.opSeq = cells.optionalInteger();
            const std::string_view group = cells.view();
            if (!group.empty())
                row.altGroup = m_lines.altGroupOf(m_texts.of(group));
            if (row.type == LineType::Byproduct || row.altGroup != 0) {
                special.push_back(m_lines.lines.size() - 1);
                specialRids += (specialRids.isEmpty() ? '[' : ',') + QByteArray::number(rid);
            }
        });
    if (special.empty())
        return;
    specialRids += ']';
    each("SELECT asked.key, value_method, share, credit_price, alt_priority "
         "FROM json_each(?) AS asked CROSS JOIN bom_line ON bom_line.rid = asked.value",
        [&](RowCells& cells) {
            CostLine& row = m_lines.lines[special[static_cast<std::size_t>(cells.integer())]];
            row.valueMethod = cells.choice<catalog::ByproductValue, ByproductValue>();
            row.share = cells.fixed<Rate>();
            row.creditPrice = cells.fixed<UnitPrice>();
            row.altPriority = cells.smallInteger();
        },
        {QString::fromLatin1(specialRids)});
}

} // namespace chengdan::quoting
