// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/quote_company.h"

namespace chengdan::tests {

void QuoteCompany::storeWorld(storage::Transaction& transaction, const quoting::CostTables& tables)
{
    QHash<QString, UomId> uoms;
    for (const quoting::UomRow& row : tables.uoms) {
        catalog::Uom uom;
        uom.id = UomId::make(ids);
        uom.code = row.uom;
        uom.category = row.category;
        uom.num = row.num;
        uom.den = row.den;
        storage::insert(transaction, uom);
        uoms.insert(row.uom, uom.id);
    }
    for (const quoting::ItemRow& row : tables.items) {
        catalog::Item item;
        item.id = ItemId::make(ids);
        item.code = row.code;
        item.name = QStringLiteral("物料 ") + row.code;
        item.kind = stored<catalog::ItemKind>(row.kind.value_or(quoting::ItemKind::Make));
        item.baseUom = uoms.value(row.baseUom);
        item.element = stored<catalog::CostElement>(row.element);
        item.lotPolicy = stored<catalog::LotPolicy>(row.lotPolicy);
        item.costingLot = row.costingLot;
        storage::insert(transaction, item);
        items.insert(row.code, item.id);
    }
    QHash<QString, BomId> boms;
    for (const quoting::BomRow& row : tables.boms) {
        catalog::Bom bom;
        bom.id = BomId::make(ids);
        bom.item = items.value(row.itemCode);
        bom.revision = row.revision;
        bom.status = stored<catalog::BomStatus>(row.status);
        bom.qty = row.qty;
        bom.yield = row.yield;
        storage::insert(transaction, bom);
        boms.insert(row.bomId, bom.id);
    }
    storeRouting(transaction, tables, boms, uoms);
    for (const quoting::PriceRow& row : tables.prices) {
        catalog::PriceRow price;
        price.id = PriceRowId::make(ids);
        price.code = row.priceId;
        price.item = items.value(row.itemCode);
        price.price = row.price;
        price.pricePer = row.pricePer;
        storage::insert(transaction, price);
    }
    for (const quoting::ToolRow& row : tables.tools) {
        catalog::Tool tool;
        tool.id = ToolId::make(ids);
        tool.code = row.toolId;
        tool.item = items.value(row.itemCode);
        tool.cost = row.cost;
        tool.prepaid = row.prepaid;
        tool.amortQty = row.amortQty;
        storage::insert(transaction, tool);
    }
    for (const quoting::OverheadRow& row : tables.overheads) {
        catalog::OverheadRule rule;
        rule.id = OverheadRuleId::make(ids);
        rule.code = row.ruleId;
        rule.seq = row.seq;
        rule.level = stored<catalog::OverheadLevel>(row.level);
        rule.base = quoting::elementSetText(row.base);
        rule.pct = row.pct;
        rule.target = stored<catalog::CostElement>(row.target);
        storage::insert(transaction, rule);
    }
}

void QuoteCompany::storeRouting(storage::Transaction& transaction,
    const quoting::CostTables& tables,
    const QHash<QString, BomId>& boms,
    const QHash<QString, UomId>& uoms)
{
    for (const quoting::BomLineRow& row : tables.bomLines) {
        catalog::BomLine line;
        line.id = BomLineId::make(ids);
        line.bom = boms.value(row.bomId);
        line.lineNo = row.lineNo;
        line.type = stored<catalog::LineType>(row.type);
        line.component = items.value(row.component);
        line.qty = row.qty;
        if (!row.uom.isEmpty())
            line.uom = uoms.value(row.uom);
        line.creditPrice = row.creditPrice;
        storage::insert(transaction, line);
    }
    QHash<QString, WorkCenterId> centers;
    for (const quoting::WorkCenterRateRow& row : tables.workCenterRates) {
        catalog::WorkCenter center;
        center.id = WorkCenterId::make(ids);
        center.code = row.workCenter;
        storage::insert(transaction, center);
        centers.insert(center.code, center.id);
        catalog::WorkCenterRate rate;
        rate.id = WorkCenterRateId::make(ids);
        rate.workCenter = center.id;
        rate.machineRate = row.machineRate;
        rate.laborRate = row.laborRate;
        storage::insert(transaction, rate);
    }
    for (const quoting::OperationRow& row : tables.operations) {
        catalog::Operation operation;
        operation.id = OperationId::make(ids);
        operation.bom = boms.value(row.bomId);
        operation.seq = row.opSeq;
        if (!row.workCenter.isEmpty())
            operation.workCenter = centers.value(row.workCenter);
        operation.setupMs = row.setupMs;
        operation.runMs = row.runMs;
        operation.crew = row.crew;
        if (!row.outsideItem.isEmpty())
            operation.outsideItem = items.value(row.outsideItem);
        operation.minCharge = row.minCharge;
        storage::insert(transaction, operation);
    }
}

void QuoteCompany::storePolicies(storage::Transaction& transaction)
{
    quoting::PricePolicyRow policy;
    policy.id = PricePolicyId::make(ids);
    policy.grade = QStringLiteral("B");
    policy.rate = percent("15");
    policy.minMarkup = percent("5");
    storage::insert(transaction, policy);
    int level = 0;
    for (const char* depth : {"3", "6", "10"}) {
        quoting::FloatAuthorityRow authority;
        authority.id = FloatAuthorityId::make(ids);
        authority.grade = QStringLiteral("B");
        authority.level = ++level;
        authority.maxDepth = percent(depth);
        storage::insert(transaction, authority);
    }
}

} // namespace chengdan::tests
