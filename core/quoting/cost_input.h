// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_tables.h"

#include <QHash>

#include <span>

namespace chengdan::quoting {

/// A BOM line with its keys resolved. Small: there are more of them than of all other rows.
struct CostLine {
    Quantity qty;
    Quantity fixedQty;
    Rate scrap;
    Rate share;
    UnitPrice creditPrice;
    std::optional<int> opSeq;
    int component = -1; ///< item; below zero it names nothing: CostInput::componentCode()
    int uom = -1; ///< the component's base UoM when the row leaves it empty
    int lineNo = 0;
    int altGroup = 0; ///< 0: none; CostInput::altGroup()
    int altPriority = 0;
    LineType type = LineType::Component;
    ScrapMode scrapMode = ScrapMode::Markup;
    Supply supply = Supply::Own;
    ByproductValue valueMethod = ByproductValue::Credit;
    bool explode = true;
    bool uomWritten = false;
};

/// BOM lines as a loader hands them over: their keys are numbers of rows in the CostTables of the
/// same costing, -1 for a UoM left empty.
struct CostLines {
    std::vector<CostLine> lines;
    std::vector<int> boms; ///< of each line
    std::vector<QString> missing; ///< what component -1, -2, … is called
    std::vector<QString> altGroups{QString()};

    int altGroupOf(const QString& name);
    int missingComponent(const QString& code);

private:
    QHash<QString, int> m_groupNumbers;
};

/// Everything costing reads, once, as immutable arrays: the rows of CostTables with every key
/// resolved to an index and the rows of one owner standing together. Safe to share between threads.
/// A key that names nothing is resolved to -1 and becomes a collected error when costed.
/// Rows keep the order in which the tables held them inside one owner, except BOM lines (by line
/// number) and operations (by sequence). Of two rows with the same key the first counts.
class CostInput {
public:
    CostInput() = default;
    static CostInput build(CostTables tables);
    /// The same with the BOM lines resolved already; those of the tables are not looked at.
    static CostInput build(CostTables tables, CostLines lines);

    /// The indexes a row was resolved to, parallel to the row vector of the same name.
    struct ItemKeys {
        int baseUom = -1;
        ItemKind kind = ItemKind::Buy;
    };
    struct OperationKeys {
        int workCenter = -1;
        int outsideItem = -1;
        int outsideUom = -1;
    };

    int itemIndex(const QString& code) const { return m_itemIndex.value(code, -1); }
    int uomIndex(const QString& code) const { return m_uomIndex.value(code, -1); }
    int workCenterIndex(const QString& code) const { return m_workCenterIndex.value(code, -1); }
    int itemCount() const { return static_cast<int>(m_tables.items.size()); }
    std::size_t lineCount() const { return m_lines.size(); }

    const ItemRow& item(int index) const { return m_tables.items[at(index)]; }
    const ItemKeys& itemKeys(int index) const { return m_itemKeys[at(index)]; }
    const UomRow& uom(int index) const { return m_tables.uoms[at(index)]; }
    const BomRow& bom(int index) const { return m_tables.boms[at(index)]; }
    /// UoM of its output.
    int bomUom(int index) const { return m_bomUom[at(index)]; }
    const CostLine& line(int index) const { return m_lines[at(index)]; }
    /// What the line calls its component, its UoM (empty: the base UoM) and its group.
    const QString& componentCode(int line) const;
    QString lineUom(int line) const;
    const QString& altGroup(int line) const { return m_altGroups[at(m_lines[at(line)].altGroup)]; }
    /// The lines as they were before their keys were resolved.
    std::vector<BomLineRow> lineRows() const;
    const OperationRow& operation(int index) const { return m_tables.operations[at(index)]; }
    const OperationKeys& operationKeys(int index) const { return m_operationKeys[at(index)]; }
    const WorkCenterRateRow& rate(int index) const { return m_tables.workCenterRates[at(index)]; }
    const PriceRow& price(int index) const { return m_tables.prices[at(index)]; }
    int priceUom(int index) const { return m_priceUom[at(index)]; }
    const FxRow& fx(int index) const { return m_tables.fx[at(index)]; }
    const ToolRow& tool(int index) const { return m_tables.tools[at(index)]; }
    const OverheadRow& overhead(int index) const { return m_tables.overheads[at(index)]; }
    /// Everything but the BOM lines.
    const CostTables& tables() const { return m_tables; }

    /// UoM of an item_uom row.
    int itemUomUom(int index) const { return m_itemUomUom[at(index)]; }

    /// A half-open range of indexes of rows that stand together.
    struct Range {
        int first = 0;
        int last = 0;
        int size() const { return last - first; }
        bool isEmpty() const { return first == last; }
    };
    Range bomsOf(int item) const { return range(m_bomStart, item); }
    Range linesOf(int bom) const { return range(m_lineStart, bom); }
    Range operationsOf(int bom) const { return range(m_operationStart, bom); }
    Range pricesOf(int item) const { return range(m_priceStart, item); }
    Range toolsOf(int item) const { return range(m_toolStart, item); }
    Range itemUomsOf(int item) const { return range(m_itemUomStart, item); }
    Range ratesOf(int workCenter) const { return range(m_rateStart, workCenter); }
    /// Overhead rules in sequence, ties by rule id.
    std::span<const int> overheadOrder() const { return m_overheadOrder; }

    /// The revision costing uses on that date: released and valid then; -1 when there is none.
    /// Should several overlap, the newest start counts, then the later revision code.
    int effectiveBom(int item, QDate date) const;

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    static Range range(const std::vector<int>& starts, int owner)
    {
        return owner < 0 ? Range{} : Range{starts[at(owner)], starts[at(owner) + 1]};
    }
    /// The index of a UoM name; a name the table lacks gets a row of its own that converts to
    /// nothing, so that equal names still match.
    int internUom(const QString& name);
    void indexKeys();
    CostLines resolveLines(const std::vector<BomLineRow>& rows);
    void unifyLines(CostLines& lines) const;
    void finish(CostLines lines);
    void groupRows(CostLines lines);
    void groupLines(CostLines lines, const std::vector<int>& places);
    void resolveRows();

    CostTables m_tables;
    QHash<QString, int> m_itemIndex;
    QHash<QString, int> m_uomIndex;
    QHash<QString, int> m_workCenterIndex;
    QHash<QString, int> m_bomIndex;
    std::vector<ItemKeys> m_itemKeys;
    std::vector<CostLine> m_lines;
    std::vector<QString> m_missing;
    std::vector<QString> m_altGroups;
    std::vector<OperationKeys> m_operationKeys;
    std::vector<int> m_priceUom;
    std::vector<int> m_itemUomUom;
    std::vector<int> m_bomUom;
    std::vector<int> m_overheadOrder;
    std::vector<int> m_bomStart;
    std::vector<int> m_lineStart;
    std::vector<int> m_operationStart;
    std::vector<int> m_priceStart;
    std::vector<int> m_toolStart;
    std::vector<int> m_itemUomStart;
    std::vector<int> m_rateStart;
};

} // namespace chengdan::quoting
