// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/catalog/item.h"
#include "core/catalog/item_cost.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"

namespace chengdan::catalog {

/// An item as a page shows it.
struct ItemCard {
    Item item;
    Uom baseUom;
    std::vector<ItemUom> uoms; ///< units of this item alone
    std::optional<ItemCost> cost; ///< only for people with the cost right
    std::vector<PriceRow> prices; ///< likewise; newest first
};

/// Keeps items, their units and what buying them costs. Items are everybody's to read; writing
/// needs Right::ItemEdit, and whatever tells a cost needs Right::CostView as well.
class ItemService {
public:
    explicit ItemService(const access::Context& context)
        : m_context(context)
    {
    }

    /// Error: NOT_FOUND.
    Result<ItemCard> get(ItemId id) const;
    /// By its code, letter case aside. Error: ITEM_UNKNOWN.
    Result<ItemCard> get(const QString& code) const;

    /// Errors: REQUIRED, DUPLICATE (code), TOO_LONG, NOT_FOUND (base unit), QTY_POSITIVE (a costing
    /// lot for the standard lot policy).
    Result<Item> create(Item item);
    /// Errors: as create; CHANGED_MEANWHILE, ITEM_UOM_CHANGED once BOMs, prices or quotes count in
    /// the base unit.
    Result<Item> update(Item item);
    /// Marks the item deleted. Error: IN_USE.
    Result<void> remove(ItemId id);

    /// Writes the fixed cost and the supplier to prefer. Errors: PRICE_NEGATIVE.
    Result<ItemCost> setCost(ItemCost cost);
    /// Adds a price row; the open one of the same supplier, unit and quantity ends where it begins.
    /// Errors: PRICE_NEGATIVE, REQUIRED (price, valid_from), QTY_POSITIVE (price_per), RATE_RANGE,
    /// PRICE_DATES when the row would begin before the one it follows.
    Result<PriceRow> addPrice(PriceRow row);

private:
    Result<void> requireWriting(bool withCost) const;
    const access::Context& m_context;
};

/// Everything the rules say about an item, gathered; trims its texts. For create, update and
/// imports; `stored` is null for a new item. Errors: those of ItemService::update.
Result<void> checkItem(storage::Connection& connection,
    const schema::RecordTypes& types,
    Item& item,
    const Item* stored);

} // namespace chengdan::catalog
