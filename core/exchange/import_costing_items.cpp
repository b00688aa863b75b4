// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item_cost.h"
#include "core/exchange/import_costing_writer.h"

namespace chengdan::exchange {

void CostTableWriter::writeUoms()
{
    for (const quoting::UomRow& row : m_tables.uoms) {
        m_uoms.put(row.uom, [&](catalog::Uom& uom) {
            uom.code = row.uom;
            uom.category = row.category;
            uom.num = row.num;
            uom.den = row.den;
            keepFilled(uom.name, m_notes.uomNames.value(row.uom));
            if (uom.name.isEmpty())
                uom.name = row.uom;
        });
    }
}

void CostTableWriter::putSupplier(const QString& code)
{
    if (code.isEmpty())
        return;
    const auto note = m_notes.suppliers.constFind(code);
    m_suppliers.put(code, [&](catalog::Supplier& supplier) {
        supplier.code = code;
        if (note != m_notes.suppliers.constEnd()) {
            keepFilled(supplier.name, note->name);
            keepFilled(supplier.contact, note->contact);
            keepFilled(supplier.phone, note->phone);
        }
        if (supplier.name.isEmpty())
            supplier.name = code;
    });
}

void CostTableWriter::writeSuppliers()
{
    QStringList codes = m_notes.suppliers.keys();
    for (const quoting::ItemRow& row : m_tables.items)
        codes += row.preferredSupplier;
    for (const quoting::PriceRow& row : m_tables.prices)
        codes += row.supplier;
    codes.sort();
    codes.removeDuplicates();
    for (const QString& code : codes)
        putSupplier(code);
}

void CostTableWriter::writeItems()
{
    for (const quoting::ItemRow& row : m_tables.items) {
        const auto uom = reference(m_uoms, row.baseUom, "item", row.code);
        if (!uom)
            continue;
        const catalog::Item* stored = m_items.find(row.code);
        if (stored != nullptr && stored->baseUom != *uom && isUsed(stored->id)) {
            refuse("ITEM_UOM_CHANGED", "item", row.code, row.baseUom);
            continue;
        }
        m_items.put(row.code, [&](catalog::Item& item) { fillItem(item, row, *uom); });
    }
}

/// Quantities of a used item are counted in its unit and would silently change their meaning.
bool CostTableWriter::isUsed(const ItemId& item)
{
    return !schema::isNull(m_transaction.connection().scalar(
        QStringLiteral("SELECT 1 FROM bom_line WHERE component = ? AND deleted = 0 LIMIT 1"),
        {storage::bind(item)}));
}

void CostTableWriter::fillItem(catalog::Item& item, const quoting::ItemRow& row, const UomId& uom)
{
    item.code = row.code;
    item.name = row.name.isEmpty() ? row.code : row.name;
    item.kind = row.kind                 ? sameChoice<catalog::ItemKind>(*row.kind)
        : m_madeItems.contains(row.code) ? catalog::ItemKind::Make
                                         : catalog::ItemKind::Buy;
    item.baseUom = uom;
    keepFilled(item.itemGroup, row.group);
    item.element = sameChoice<catalog::CostElement>(row.element);
    item.lotPolicy = sameChoice<catalog::LotPolicy>(row.lotPolicy);
    item.costingLot = row.costingLot;
    if (!row.moq.isZero())
        item.moq = row.moq;
    if (!row.orderMultiple.isZero())
        item.orderMultiple = row.orderMultiple;
    const auto note = m_notes.items.constFind(row.code);
    if (note == m_notes.items.constEnd())
        return;
    keepFilled(item.spec, note->spec);
    keepFilled(item.drawingNo, note->drawingNo);
    keepFilled(item.drawingRev, note->drawingRev);
    keepFilled(item.note, note->note);
    item.salesItem = note->salesItem.value_or(item.salesItem);
}

void CostTableWriter::writeItemUoms()
{
    KeyedRows<catalog::ItemUom> rows(m_transaction, m_ids, [](const catalog::ItemUom& row) {
        return joinedKey(idKey(row.item), idKey(row.uom));
    });
    for (const quoting::ItemUomRow& row : m_tables.itemUoms) {
        const auto item = reference(m_items, row.itemCode, "item_uom", row.itemCode);
        const auto uom = reference(m_uoms, row.uom, "item_uom", row.itemCode);
        if (!item || !uom)
            continue;
        rows.put(joinedKey(idKey(*item), idKey(*uom)), [&](catalog::ItemUom& own) {
            own.item = *item;
            own.uom = *uom;
            own.num = row.num;
            own.den = row.den;
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeItemCosts()
{
    KeyedRows<catalog::ItemCost> rows(
        m_transaction, m_ids, [](const catalog::ItemCost& row) { return idKey(row.item); });
    for (const quoting::ItemRow& row : m_tables.items) {
        const catalog::Item* item = m_items.find(row.code);
        if (item == nullptr)
            continue;
        const bool plain = !row.fixedCost && row.preferredSupplier.isEmpty()
            && row.costSource == quoting::CostSource::Normal;
        if (plain && rows.find(idKey(item->id)) == nullptr)
            continue;
        const auto supplier =
            optionalReference(m_suppliers, row.preferredSupplier, "item", row.code);
        rows.put(idKey(item->id), [&](catalog::ItemCost& cost) {
            cost.item = item->id;
            cost.fixedCost = row.fixedCost;
            cost.fixedCurrency = currencyOr(row.fixedCurrency);
            if (row.fixedDate.isValid())
                cost.fixedDate = row.fixedDate;
            cost.costSource = sameChoice<catalog::CostSource>(row.costSource);
            cost.preferredSupplier = supplier;
        });
    }
    m_result.tables.push_back(rows.count());
}

} // namespace chengdan::exchange
