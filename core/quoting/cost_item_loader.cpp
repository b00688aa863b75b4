// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_choices.h"
#include "core/quoting/cost_table_loader.h"

// Items with what they are bought for, their units, suppliers and tools.
namespace chengdan::quoting {

static_assert(static_cast<int>(catalog::CostElement::Oth) == static_cast<int>(Element::Oth));
static_assert(static_cast<int>(catalog::ItemKind::Tool) == static_cast<int>(ItemKind::Tool));
static_assert(static_cast<int>(catalog::ToolMode::Free) == static_cast<int>(ToolMode::Free));

void CostTableLoader::loadItemCosts()
{
    each("SELECT item, fixed_cost, fixed_currency, fixed_date, cost_source, preferred_supplier "
         "FROM item_cost WHERE deleted = 0",
        [&](RowCells& cells) {
            const RawId item = cells.id().value_or(RawId());
            ItemRow& row = m_itemCosts[item];
            row.fixedCost = cells.optionalFixed<UnitPrice>();
            row.fixedCurrency = m_texts.of(cells.view());
            row.fixedDate = cells.date();
            row.costSource = cells.choice<catalog::CostSource, CostSource>();
            row.preferredSupplier = m_suppliers.of(cells.id());
        });
}

void CostTableLoader::loadItems()
{
    makeRoom(m_tables.items, "item");
    each("SELECT id, code, name, base_uom, kind, lot_policy, costing_lot, element, item_group, "
         "moq, order_multiple FROM item WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            const RawId id = cells.id().value_or(RawId());
            ItemRow& row = m_tables.items.emplace_back();
            const auto costs = m_itemCosts.constFind(id); // the cost side, if the item has one
            if (costs != m_itemCosts.constEnd())
                row = *costs;
            row.code = cells.text();
            row.name = cells.text();
            row.baseUom = m_uoms.of(cells.id());
            row.kind = cells.choice<catalog::ItemKind, ItemKind>();
            row.lotPolicy = cells.choice<catalog::LotPolicy, LotPolicy>();
            row.costingLot = cells.fixed<Quantity>();
            row.element = cells.choice<catalog::CostElement, Element>();
            row.group = m_texts.of(cells.view());
            row.moq = cells.fixed<Quantity>();
            row.orderMultiple = cells.fixed<Quantity>();
            m_items.add(id, row.code);
        });
}

void CostTableLoader::loadUoms()
{
    each("SELECT id, code, category, num, den FROM uom WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            const RawId id = cells.id().value_or(RawId());
            UomRow row;
            row.uom = cells.text();
            row.category = cells.text();
            row.num = cells.integer();
            row.den = cells.integer();
            m_uoms.add(id, row.uom);
            m_tables.uoms.push_back(row);
        });
}

void CostTableLoader::loadItemUoms()
{
    each("SELECT item, uom, num, den FROM item_uom WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            ItemUomRow row;
            row.itemCode = m_items.of(cells.id());
            row.uom = m_uoms.of(cells.id());
            row.num = cells.integer();
            row.den = cells.integer();
            m_tables.itemUoms.push_back(row);
        });
}

void CostTableLoader::loadSuppliers()
{
    // Traces name suppliers, so the name serves as key unless two suppliers share it.
    each("SELECT id, CASE WHEN count(*) OVER (PARTITION BY name) = 1 THEN name ELSE code END "
         "FROM supplier WHERE deleted = 0",
        [&](RowCells& cells) {
            const RawId id = cells.id().value_or(RawId());
            m_suppliers.add(id, cells.text());
        });
}

void CostTableLoader::loadPrices()
{
    makeRoom(m_tables.prices, "price_row");
    each("SELECT id, code, item, supplier, currency, price, price_per, uom, min_qty, valid_from, "
         "valid_to, tax_included, tax FROM price_row WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            const RawId id = cells.id().value_or(RawId());
            PriceRow& row = m_tables.prices.emplace_back();
            row.priceId = cells.text();
            if (row.priceId.isEmpty())
                row.priceId = costKeyOf(id);
            row.itemCode = m_items.of(cells.id());
            row.supplier = m_suppliers.of(cells.id());
            row.currency = m_texts.of(cells.view());
            row.price = cells.fixed<UnitPrice>();
            row.pricePer = cells.fixed<Quantity>();
            row.uom = m_uoms.of(cells.id());
            row.minQty = cells.fixed<Quantity>();
            row.valid = cells.validDates();
            row.taxIncluded = cells.flag();
            row.tax = cells.fixed<Rate>();
        });
}

void CostTableLoader::loadTools()
{
    each("SELECT code, item, cost, currency, prepaid, amort_qty, mode, shipped FROM tool "
         "WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            ToolRow row;
            row.toolId = cells.text();
            row.itemCode = m_items.of(cells.id());
            row.cost = cells.fixed<UnitPrice>();
            row.currency = m_texts.of(cells.view());
            row.prepaid = cells.fixed<Rate>();
            row.amortQty = cells.fixed<Quantity>();
            row.mode = cells.choice<catalog::ToolMode, ToolMode>();
            row.shipped = cells.fixed<Quantity>();
            m_tables.tools.push_back(row);
        });
}

} // namespace chengdan::quoting
