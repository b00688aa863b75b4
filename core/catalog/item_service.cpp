// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item_service.h"

#include "core/access/custom_values.h"
#include "core/access/guard.h"
#include "core/access/validation.h"

namespace chengdan::catalog {

namespace {

using access::Right;
using storage::Connection;
using storage::Transaction;

Result<ItemCard> loadCard(const access::Context& context, Connection& connection, Item item)
{
    ItemCard card;
    auto uom = storage::load<Uom>(connection, item.baseUom);
    if (!uom)
        return fail(uom.error());
    card.baseUom = std::move(*uom);
    const schema::Row id{storage::bind(item.id)};
    card.uoms = storage::select<ItemUom>(connection, QStringLiteral("item = ?"), id);
    if (context.session.has(Right::CostView)) {
        card.cost = storage::selectOne<ItemCost>(connection, QStringLiteral("item = ?"), id);
        card.prices = storage::select<PriceRow>(
            connection, QStringLiteral("item = ? ORDER BY valid_from DESC, min_qty"), id);
    }
    card.item = std::move(item);
    return card;
}

Result<void> checkPrice(const PriceRow& row)
{
    access::Findings findings;
    if (row.price.raw() < 0)
        findings.add(Error::make("PRICE_NEGATIVE", QStringLiteral("price")));
    if (row.price.isZero()) // a missing price is never zero
        findings.add(Error::make("REQUIRED", QStringLiteral("price")));
    if (!row.validFrom.isValid())
        findings.add(Error::make("REQUIRED", QStringLiteral("valid_from")));
    if (row.pricePer.raw() <= 0)
        findings.add(Error::make("QTY_POSITIVE", QStringLiteral("price_per")));
    if (row.tax.raw() < 0 || row.tax.raw() > Rate::kOne)
        findings.add(Error::make("RATE_RANGE", QStringLiteral("tax")));
    return findings.result();
}

} // namespace

Result<void> checkItem(
    Connection& connection, const schema::RecordTypes& types, Item& item, const Item* stored)
{
    item.code = item.code.trimmed();
    item.name = item.name.trimmed();
    item.itemGroup = item.itemGroup.trimmed();
    access::Findings findings;
    const auto uom = storage::find<Uom>(connection, item.baseUom);
    if (stored != nullptr && stored->baseUom != item.baseUom
        && !access::checkUnused(
            connection, types, schema::describe<Item>(), storage::bind(item.id))) {
        findings.add(Error::make("ITEM_UOM_CHANGED",
            QStringLiteral("base_uom"),
            {{QStringLiteral("row"), stored->code},
                {QStringLiteral("text"), uom ? uom->code : QString()}}));
    }
    access::checkRecord(connection, item, findings);
    if (item.lotPolicy == LotPolicy::Standard && item.costingLot.raw() <= 0)
        findings.add(Error::make("QTY_POSITIVE", QStringLiteral("costing_lot")));
    if (!uom && item.baseUom != UomId())
        findings.add(Error::make("REQUIRED", QStringLiteral("base_uom")));
    return findings.result();
}

Result<void> ItemService::requireWriting(bool withCost) const
{
    auto allowed = m_context.session.require(Right::ItemEdit);
    return allowed && withCost ? m_context.session.require(Right::CostView) : allowed;
}

Result<ItemCard> ItemService::get(ItemId id) const
{
    return m_context.database.read([&](Connection& connection) -> Result<ItemCard> {
        auto item = storage::load<Item>(connection, id);
        if (!item)
            return fail(item.error());
        return loadCard(m_context, connection, std::move(*item));
    });
}

Result<ItemCard> ItemService::get(const QString& code) const
{
    return m_context.database.read([&](Connection& connection) -> Result<ItemCard> {
        auto item =
            storage::selectOne<Item>(connection, QStringLiteral("code = ?"), {code.trimmed()});
        if (!item) {
            item = storage::selectOne<Item>(
                connection, QStringLiteral("code = ? COLLATE NOCASE"), {code.trimmed()});
        }
        if (!item) {
            return fail(
                "ITEM_UNKNOWN", QStringLiteral("item"), {{QStringLiteral("code"), code.trimmed()}});
        }
        return loadCard(m_context, connection, std::move(*item));
    });
}

Result<Item> ItemService::create(Item item)
{
    if (auto allowed = requireWriting(false); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Item> {
            item.id = ItemId::make(m_context.ids);
            const schema::JsonText custom = item.meta.custom;
            item.meta = {};
            item.meta.owner = m_context.session.id();
            item.meta.custom = custom;
            if (auto taken = access::takeNewCustom(m_context, transaction.connection(), item);
                !taken)
                return fail(taken.error());
            if (auto sound =
                    checkItem(transaction.connection(), m_context.database.types(), item, nullptr);
                !sound)
                return fail(sound.error());
            storage::insert(transaction, item);
            return item;
        });
}

Result<Item> ItemService::update(Item item)
{
    if (auto allowed = requireWriting(false); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Item> {
            Connection& connection = transaction.connection();
            auto stored = storage::load<Item>(connection, item.id);
            if (!stored)
                return stored;
            if (stored->meta.changedAt != item.meta.changedAt
                || stored->meta.changedBy != item.meta.changedBy)
                return fail("CHANGED_MEANWHILE");
            if (auto taken = access::takeMeta(m_context, connection, item, stored->meta); !taken)
                return fail(taken.error());
            if (auto sound = checkItem(connection, m_context.database.types(), item, &*stored);
                !sound)
                return fail(sound.error());
            storage::update(transaction, item);
            return item;
        });
}

Result<void> ItemService::remove(ItemId id)
{
    if (auto allowed = requireWriting(false); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            auto stored = storage::load<Item>(connection, id);
            if (!stored)
                return fail(stored.error());
            // Its own side rows go with it; a BOM, a price or a quote holds it.
            if (auto unused = access::checkUnused(connection,
                    m_context.database.types(),
                    schema::describe<Item>(),
                    storage::bind(id),
                    {QStringLiteral("item_cost"), QStringLiteral("item_uom")});
                !unused)
                return unused;
            const schema::Row row{storage::bind(id)};
            for (ItemCost& cost :
                storage::select<ItemCost>(connection, QStringLiteral("item = ?"), row))
                storage::remove(transaction, cost);
            for (ItemUom& uom :
                storage::select<ItemUom>(connection, QStringLiteral("item = ?"), row))
                storage::remove(transaction, uom);
            storage::remove(transaction, *stored);
            return {};
        });
}

Result<ItemCost> ItemService::setCost(ItemCost cost)
{
    if (auto allowed = requireWriting(true); !allowed)
        return fail(allowed.error());
    if (cost.fixedCost && cost.fixedCost->raw() < 0)
        return fail("PRICE_NEGATIVE", QStringLiteral("fixed_cost"));
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<ItemCost> {
            Connection& connection = transaction.connection();
            if (auto item = storage::load<Item>(connection, cost.item); !item)
                return fail(item.error());
            const auto stored = storage::selectOne<ItemCost>(
                connection, QStringLiteral("item = ?"), {storage::bind(cost.item)});
            cost.id = stored ? stored->id : ItemCostId::make(m_context.ids);
            cost.meta = stored ? stored->meta : schema::RowMeta();
            if (stored) {
                storage::update(transaction, cost);
            } else {
                cost.meta.owner = m_context.session.id();
                storage::insert(transaction, cost);
            }
            return cost;
        });
}

Result<PriceRow> ItemService::addPrice(PriceRow row)
{
    if (auto allowed = requireWriting(true); !allowed)
        return fail(allowed.error());
    if (auto sound = checkPrice(row); !sound)
        return fail(sound.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<PriceRow> {
            Connection& connection = transaction.connection();
            if (auto item = storage::load<Item>(connection, row.item); !item)
                return fail(item.error());
            for (PriceRow& open : storage::select<PriceRow>(connection,
                     QStringLiteral("item = ? AND supplier IS ? AND uom IS ? AND min_qty = ? AND "
                                    "(valid_to IS NULL OR valid_to > ?)"),
                     {storage::bind(row.item),
                         storage::bind(row.supplier),
                         storage::bind(row.uom),
                         storage::bind(row.minQty),
                         storage::bind(row.validFrom)})) {
                if (open.validFrom.isValid() && open.validFrom >= row.validFrom) {
                    return fail("PRICE_DATES",
                        QStringLiteral("valid_from"),
                        {{QStringLiteral("date"), open.validFrom.toString(Qt::ISODate)}});
                }
                open.validTo = row.validFrom;
                storage::update(transaction, open);
            }
            row.id = PriceRowId::make(m_context.ids);
            row.meta = {};
            row.meta.owner = m_context.session.id();
            row.confirmedBy = m_context.session.id();
            storage::insert(transaction, row);
            return row;
        });
}

} // namespace chengdan::catalog
