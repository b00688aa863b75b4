// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/bom_proposal.h"

#include "core/catalog/item.h"
#include "core/catalog/uom.h"
#include "core/catalog/work_center.h"

#include <QSet>

#include <set>

namespace chengdan::quoting {

namespace {

using storage::Connection;

/// Looks codes up one by one: a sheet has few rows.
class CodeFinder {
public:
    explicit CodeFinder(Connection& connection)
        : m_connection(connection)
    {
    }
    QString item(const std::optional<ItemId>& id) { return code<catalog::Item>(id); }
    QString uom(const std::optional<UomId>& id) { return code<catalog::Uom>(id); }
    QString workCenter(const std::optional<WorkCenterId>& id)
    {
        return code<catalog::WorkCenter>(id);
    }

private:
    template <typename Record, typename IdType>
    QString code(const std::optional<IdType>& id)
    {
        if (!id)
            return {};
        const auto record = storage::find<Record>(m_connection, *id);
        return record ? record->code : id->toString();
    }
    Connection& m_connection;
};

template <typename Row>
void dropRowsOf(std::vector<Row>& rows, const QString& bomId)
{
    rows.erase(std::remove_if(
                   rows.begin(), rows.end(), [&](const Row& row) { return row.bomId == bomId; }),
        rows.end());
}

BomLineRow lineRow(const catalog::BomLine& line, const QString& bomId, CodeFinder& codes)
{
    BomLineRow row;
    row.bomId = bomId;
    row.lineNo = line.lineNo;
    row.type = static_cast<LineType>(line.type);
    row.component = codes.item(line.component);
    row.qty = line.qty;
    row.uom = codes.uom(line.uom);
    row.fixedQty = line.fixedQty;
    row.scrap = line.scrap;
    row.scrapMode = static_cast<ScrapMode>(line.scrapMode);
    row.explode = line.explode;
    row.supply = static_cast<Supply>(line.supply);
    row.opSeq = line.opSeq;
    row.valueMethod = static_cast<ByproductValue>(line.valueMethod);
    row.share = line.share;
    row.creditPrice = line.creditPrice;
    row.altGroup = line.altGroup;
    row.altPriority = line.altPriority;
    return row;
}

OperationRow operationRow(
    const catalog::Operation& operation, const QString& bomId, CodeFinder& codes)
{
    OperationRow row;
    row.bomId = bomId;
    row.opSeq = operation.seq;
    row.name = operation.name;
    row.workCenter = codes.workCenter(operation.workCenter);
    row.setupMs = operation.setupMs;
    row.runMs = operation.runMs;
    row.basis = static_cast<RunBasis>(operation.basis);
    row.unitsPerCycle = operation.unitsPerCycle;
    row.cycleRounding = static_cast<CycleRounding>(operation.cycleRounding);
    row.efficiency = operation.efficiency;
    row.crew = operation.crew;
    row.yield = operation.yield;
    row.piecePrice = operation.piecePrice;
    row.outsideItem = codes.item(operation.outsideItem);
    row.outsideQty = operation.outsideQty;
    row.outsideUom = codes.uom(operation.outsideUom);
    row.minCharge = operation.minCharge;
    row.setupEvery = operation.setupEvery;
    return row;
}

} // namespace

CostTables tablesWith(
    const CostInput& input, Connection& connection, const BomSheet& sheet, QDate from)
{
    CostTables tables = input.tables();
    tables.bomLines = input.lineRows();
    CodeFinder codes(connection);
    const QString bomId = sheet.bom.id.toString();
    dropRowsOf(tables.boms, bomId);
    dropRowsOf(tables.bomLines, bomId);
    dropRowsOf(tables.operations, bomId);
    BomRow row;
    row.bomId = bomId;
    row.itemCode = codes.item(sheet.bom.item);
    row.revision = sheet.bom.revision;
    row.status = BomStatus::Released;
    row.valid = {from, sheet.bom.validTo};
    row.qty = sheet.bom.qty;
    row.uom = codes.uom(sheet.bom.uom);
    row.yield = sheet.bom.yield;
    // The revision it replaces ends where this one begins.
    for (BomRow& other : tables.boms) {
        if (other.itemCode == row.itemCode && other.status == BomStatus::Released
            && !other.valid.to.isValid() && other.valid.from < from)
            other.valid.to = from;
    }
    tables.boms.push_back(row);
    for (const catalog::BomLine& line : sheet.lines)
        tables.bomLines.push_back(lineRow(line, bomId, codes));
    for (const catalog::Operation& operation : sheet.operations)
        tables.operations.push_back(operationRow(operation, bomId, codes));
    return tables;
}

std::vector<QDate> structureDates(const CostInput& input, const QString& item, QDate from)
{
    std::set<QDate> dates{from};
    std::vector<int> open{input.itemIndex(item)};
    QSet<int> seen;
    while (!open.empty()) {
        const int current = open.back();
        open.pop_back();
        if (current < 0 || seen.contains(current))
            continue;
        seen.insert(current);
        const CostInput::Range boms = input.bomsOf(current);
        for (int bom = boms.first; bom < boms.last; ++bom) {
            const BomRow& row = input.bom(bom);
            if (row.status != BomStatus::Released)
                continue;
            for (const QDate& day : {row.valid.from, row.valid.to}) {
                if (day.isValid() && day > from)
                    dates.insert(day);
            }
            const CostInput::Range lines = input.linesOf(bom);
            for (int line = lines.first; line < lines.last; ++line)
                open.push_back(input.line(line).component);
        }
    }
    return {dates.begin(), dates.end()};
}

} // namespace chengdan::quoting
