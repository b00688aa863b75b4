// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_costing_writer.h"

namespace chengdan::exchange {

void CostTableWriter::writeWorkCenters()
{
    QSet<QString> seen;
    for (const quoting::WorkCenterRateRow& row : m_tables.workCenterRates) {
        if (seen.contains(row.workCenter))
            continue;
        seen.insert(row.workCenter);
        m_workCenters.put(row.workCenter, [&](catalog::WorkCenter& center) {
            center.code = row.workCenter;
            keepFilled(center.name, m_notes.workCenterNames.value(row.workCenter));
            if (center.name.isEmpty())
                center.name = row.workCenter;
        });
    }
    KeyedRows<catalog::WorkCenterRate> rates(
        m_transaction, m_ids, [](const catalog::WorkCenterRate& row) {
            return datedKey(idKey(row.workCenter), row.validFrom);
        });
    for (const quoting::WorkCenterRateRow& row : m_tables.workCenterRates) {
        const WorkCenterId center = m_workCenters.find(row.workCenter)->id;
        rates.put(datedKey(idKey(center), row.valid.from), [&](catalog::WorkCenterRate& rate) {
            rate.workCenter = center;
            rate.machineRate = row.machineRate;
            rate.laborRate = row.laborRate;
            rate.currency = currencyOr(row.currency);
            rate.validFrom = row.valid.from;
            rate.validTo = row.valid.to;
        });
    }
    m_result.tables.push_back(rates.count());
}

void CostTableWriter::writeBoms()
{
    for (const quoting::BomRow& row : m_tables.boms) {
        const auto item = reference(m_items, row.itemCode, "bom", row.bomId);
        const auto uom = optionalReference(m_uoms, row.uom, "bom", row.bomId);
        if (!item)
            continue;
        const catalog::Bom* stored = m_boms.find(row.bomId);
        if (stored != nullptr && stored->status != catalog::BomStatus::Draft)
            m_frozenBoms.insert(row.bomId);
        m_boms.put(row.bomId, [&](catalog::Bom& bom) {
            bom.item = *item;
            bom.code = row.bomId;
            bom.revision = row.revision.isEmpty() ? QStringLiteral("A") : row.revision;
            bom.status = sameChoice<catalog::BomStatus>(row.status);
            bom.validFrom = row.valid.from;
            bom.validTo = row.valid.to;
            bom.qty = row.qty;
            bom.uom = uom;
            bom.yield = row.yield;
        });
    }
}

void CostTableWriter::writeBomLines()
{
    KeyedRows<catalog::BomLine> rows(m_transaction, m_ids, [](const catalog::BomLine& row) {
        return joinedKey(idKey(row.bom), QString::number(row.lineNo));
    });
    for (const quoting::BomLineRow& row : m_tables.bomLines) {
        const QString name = QStringLiteral("%1/%2").arg(row.bomId).arg(row.lineNo);
        const auto bom = reference(m_boms, row.bomId, "bom_line", name);
        const auto component = reference(m_items, row.component, "bom_line", name);
        const auto uom = optionalReference(m_uoms, row.uom, "bom_line", name);
        if (!bom || !component)
            continue;
        const QString key = joinedKey(idKey(*bom), QString::number(row.lineNo));
        putPart(rows, key, row.bomId, [&](catalog::BomLine& line) {
            line.bom = *bom;
            line.lineNo = row.lineNo;
            line.type = sameChoice<catalog::LineType>(row.type);
            line.component = *component;
            line.qty = row.qty;
            line.uom = uom;
            line.fixedQty = row.fixedQty;
            line.scrap = row.scrap;
            line.scrapMode = sameChoice<catalog::ScrapMode>(row.scrapMode);
            line.explode = row.explode;
            line.supply = sameChoice<catalog::Supply>(row.supply);
            line.opSeq = row.opSeq;
            line.valueMethod = sameChoice<catalog::ByproductValue>(row.valueMethod);
            line.share = row.share;
            line.creditPrice = row.creditPrice;
            line.altGroup = row.altGroup;
            line.altPriority = row.altPriority;
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::fillOperation(
    catalog::Operation& operation, const quoting::OperationRow& row) const
{
    operation.seq = row.opSeq;
    operation.name = row.name;
    operation.setupMs = row.setupMs;
    operation.runMs = row.runMs;
    operation.basis = sameChoice<catalog::RunBasis>(row.basis);
    operation.unitsPerCycle = row.unitsPerCycle;
    operation.cycleRounding = sameChoice<catalog::CycleRounding>(row.cycleRounding);
    operation.efficiency = row.efficiency;
    operation.crew = row.crew;
    operation.yield = row.yield;
    operation.piecePrice = row.piecePrice;
    operation.outsideQty = row.outsideQty;
    operation.minCharge = row.minCharge;
    operation.setupEvery = row.setupEvery;
}

void CostTableWriter::writeOperations()
{
    KeyedRows<catalog::Operation> rows(m_transaction, m_ids, [](const catalog::Operation& row) {
        return joinedKey(idKey(row.bom), QString::number(row.seq));
    });
    for (const quoting::OperationRow& row : m_tables.operations) {
        const QString name = QStringLiteral("%1/%2").arg(row.bomId).arg(row.opSeq);
        const auto bom = reference(m_boms, row.bomId, "operation", name);
        const auto center = optionalReference(m_workCenters, row.workCenter, "operation", name);
        const auto outside = optionalReference(m_items, row.outsideItem, "operation", name);
        const auto uom = optionalReference(m_uoms, row.outsideUom, "operation", name);
        if (!bom)
            continue;
        const QString key = joinedKey(idKey(*bom), QString::number(row.opSeq));
        putPart(rows, key, row.bomId, [&](catalog::Operation& operation) {
            operation.bom = *bom;
            fillOperation(operation, row);
            operation.workCenter = center;
            operation.outsideItem = outside;
            operation.outsideUom = uom;
        });
    }
    m_result.tables.push_back(rows.count());
}

} // namespace chengdan::exchange
