// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_input.h"

#include <algorithm>
#include <numeric>

namespace chengdan::quoting {

namespace {

/// Sorts rows so that those of one owner stand together, unknown owners last, and gives the start
/// of every owner. Stable, so rows keep their order inside an owner unless `before` says otherwise.
/// `moved`, where asked for, becomes the new place of each row.
template <typename Row, typename OwnerOf, typename Before>
std::vector<int> groupByOwner(std::vector<Row>& rows,
    int owners,
    OwnerOf ownerOf,
    Before before,
    std::vector<int>* moved = nullptr)
{
    std::vector<int> owner(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int index = ownerOf(rows[i]);
        owner[i] = index < 0 ? owners : index;
    }
    std::vector<int> starts(static_cast<std::size_t>(owners) + 1, 0);
    for (int index : owner) {
        if (index < owners)
            ++starts[static_cast<std::size_t>(index) + 1];
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());

    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return owner[a] != owner[b] ? owner[a] < owner[b] : before(rows[a], rows[b]);
    });
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    if (moved != nullptr)
        moved->resize(rows.size());
    for (std::size_t index : order) {
        if (moved != nullptr)
            (*moved)[index] = static_cast<int>(sorted.size());
        sorted.push_back(std::move(rows[index]));
    }
    rows = std::move(sorted);
    return starts;
}

constexpr auto kAsGiven = [](const auto&, const auto&) { return false; };

template <typename Row, typename KeyOf>
QHash<QString, int> firstIndexOf(const std::vector<Row>& rows, KeyOf keyOf)
{
    QHash<QString, int> index;
    index.reserve(static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!index.contains(keyOf(rows[i])))
            index.insert(keyOf(rows[i]), static_cast<int>(i));
    }
    return index;
}

} // namespace

CostInput CostInput::build(CostTables tables)
{
    CostInput input;
    input.m_tables = std::move(tables);
    input.indexKeys();
    const std::vector<BomLineRow> rows = std::move(input.m_tables.bomLines);
    input.finish(input.resolveLines(rows));
    return input;
}

CostInput CostInput::build(CostTables tables, CostLines lines)
{
    CostInput input;
    input.m_tables = std::move(tables);
    input.m_tables.bomLines.clear();
    input.indexKeys();
    input.unifyLines(lines);
    input.finish(std::move(lines));
    return input;
}

void CostInput::finish(CostLines lines)
{
    groupRows(std::move(lines));
    resolveRows();
}

void CostInput::indexKeys()
{
    m_itemIndex = firstIndexOf(m_tables.items, [](const ItemRow& row) { return row.code; });
    m_uomIndex = firstIndexOf(m_tables.uoms, [](const UomRow& row) { return row.uom; });
    for (const WorkCenterRateRow& row : m_tables.workCenterRates) {
        if (!m_workCenterIndex.contains(row.workCenter))
            m_workCenterIndex.insert(row.workCenter, static_cast<int>(m_workCenterIndex.size()));
    }
}

void CostInput::groupRows(CostLines lines)
{
    const auto itemOf = [this](const auto& row) { return itemIndex(row.itemCode); };
    const int items = itemCount();
    std::vector<int> places;
    m_bomStart = groupByOwner(m_tables.boms, items, itemOf, kAsGiven, &places);
    m_priceStart = groupByOwner(m_tables.prices, items, itemOf, kAsGiven);
    m_toolStart = groupByOwner(m_tables.tools, items, itemOf, kAsGiven);
    m_itemUomStart = groupByOwner(m_tables.itemUoms, items, itemOf, kAsGiven);

    m_bomIndex = firstIndexOf(m_tables.boms, [](const BomRow& row) { return row.bomId; });
    const auto bomOf = [this](const auto& row) { return m_bomIndex.value(row.bomId, -1); };
    const int boms = static_cast<int>(m_tables.boms.size());
    groupLines(std::move(lines), places);
    m_operationStart = groupByOwner(
        m_tables.operations, boms, bomOf, [](const OperationRow& a, const OperationRow& b) {
            return a.opSeq < b.opSeq;
        });
    const auto centerOf = [this](const WorkCenterRateRow& row) {
        return workCenterIndex(row.workCenter);
    };
    m_rateStart = groupByOwner(
        m_tables.workCenterRates, static_cast<int>(m_workCenterIndex.size()), centerOf, kAsGiven);

    m_overheadOrder.resize(m_tables.overheads.size());
    std::iota(m_overheadOrder.begin(), m_overheadOrder.end(), 0);
    std::stable_sort(m_overheadOrder.begin(), m_overheadOrder.end(), [this](int a, int b) {
        const OverheadRow& left = overhead(a);
        const OverheadRow& right = overhead(b);
        return left.seq != right.seq ? left.seq < right.seq : left.ruleId < right.ruleId;
    });
}

int CostInput::internUom(const QString& name)
{
    const auto known = m_uomIndex.constFind(name);
    if (known != m_uomIndex.constEnd())
        return *known;
    const int index = static_cast<int>(m_tables.uoms.size());
    m_tables.uoms.push_back({name, {}, 1, 1});
    m_uomIndex.insert(name, index);
    return index;
}

void CostInput::resolveRows()
{
    m_itemKeys.reserve(m_tables.items.size());
    for (std::size_t i = 0; i < m_tables.items.size(); ++i) {
        const ItemRow& row = m_tables.items[i];
        const bool hasBom = !bomsOf(static_cast<int>(i)).isEmpty();
        m_itemKeys.push_back(
            {internUom(row.baseUom), row.kind.value_or(hasBom ? ItemKind::Make : ItemKind::Buy)});
    }
    const auto uomOr = [this](const QString& uom, int item) {
        if (!uom.isEmpty())
            return internUom(uom);
        return item < 0 ? -1 : itemKeys(item).baseUom;
    };
    for (CostLine& line : m_lines) {
        line.uomWritten = line.uom >= 0;
        if (!line.uomWritten && line.component >= 0)
            line.uom = itemKeys(line.component).baseUom;
    }
    m_operationKeys.reserve(m_tables.operations.size());
    for (const OperationRow& row : m_tables.operations) {
        const int outside = row.outsideItem.isEmpty() ? -1 : itemIndex(row.outsideItem);
        m_operationKeys.push_back(
            {workCenterIndex(row.workCenter), outside, uomOr(row.outsideUom, outside)});
    }
    const auto uomsOf = [&](const auto& rows) {
        std::vector<int> uoms;
        uoms.reserve(rows.size());
        for (const auto& row : rows)
            uoms.push_back(uomOr(row.uom, itemIndex(row.itemCode)));
        return uoms;
    };
    m_priceUom = uomsOf(m_tables.prices);
    m_itemUomUom = uomsOf(m_tables.itemUoms);
    m_bomUom = uomsOf(m_tables.boms);
}

int CostInput::effectiveBom(int item, QDate date) const
{
    int best = -1;
    const Range boms = bomsOf(item);
    for (int index = boms.first; index < boms.last; ++index) {
        const BomRow& row = bom(index);
        if (row.status != BomStatus::Released || !row.valid.contains(date))
            continue;
        if (best < 0) {
            best = index;
            continue;
        }
        const BomRow& kept = bom(best);
        if (row.valid.from > kept.valid.from
            || (row.valid.from == kept.valid.from && row.revision > kept.revision))
            best = index;
    }
    return best;
}

} // namespace chengdan::quoting
