// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_costing.h"

#include "core/access/settings.h"
#include "core/access/validation.h"
#include "core/catalog/bom.h"
#include "core/catalog/cost_rules.h"
#include "core/catalog/item.h"
#include "core/catalog/item_cost.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"
#include "core/catalog/work_center.h"
#include "core/exchange/costing_files.h"

#include <QSet>

#include <algorithm>

namespace chengdan::exchange {

namespace {

using quoting::CostTables;
using storage::Transaction;

/// The catalogue's enums repeat the kernel's in the same order (catalog_choices.h).
template <typename To, typename From>
To sameChoice(From value)
{
    return static_cast<To>(static_cast<int>(value));
}

QString joinedKey(const QString& first, const QString& second)
{
    return first + QChar(0x1F) + second;
}

QString datedKey(const QString& first, QDate date)
{
    return joinedKey(first, date.toString(Qt::ISODate));
}

template <typename Tag>
QString idKey(const Id<Tag>& id)
{
    return id.toString();
}

void keepFilled(QString& field, const QString& text)
{
    if (!text.isEmpty())
        field = text;
}

/// Writes one set of tables; the parts are called in the order of their references.
class CostTableWriter {
public:
    CostTableWriter(Transaction& transaction,
        IdSource& ids,
        const CostTables& tables,
        const CatalogNotes& notes)
        : m_transaction(transaction)
        , m_ids(ids)
        , m_tables(tables)
        , m_notes(notes)
        , m_base(access::readSettings(transaction.connection()).baseCurrency)
        , m_uoms(transaction, ids, [](const catalog::Uom& row) { return row.code; })
        , m_suppliers(transaction, ids, [](const catalog::Supplier& row) { return row.code; })
        , m_workCenters(transaction, ids, [](const catalog::WorkCenter& row) { return row.code; })
        , m_items(transaction, ids, [](const catalog::Item& row) { return row.code; })
        , m_boms(transaction, ids, [](const catalog::Bom& row) { return row.code; })
    {
        for (const quoting::BomRow& bom : tables.boms)
            m_madeItems.insert(bom.itemCode);
    }

    Result<CostingImport> write()
    {
        writeUoms();
        writeSuppliers();
        writeWorkCenters();
        writeItems();
        writeItemUoms();
        writeItemCosts();
        writeBoms();
        writeBomLines();
        writeOperations();
        writePrices();
        writeRules();
        if (auto checked = m_findings.result(); !checked)
            return chengdan::fail(checked.error());
        m_result.tables.insert(m_result.tables.begin(),
            {m_uoms.count(),
                m_suppliers.count(),
                m_workCenters.count(),
                m_items.count(),
                m_boms.count()});
        return std::move(m_result);
    }

private:
    void refuse(const char* code, const char* table, const QString& row, const QString& text = {})
    {
        m_findings.add(Error::make(code,
            QString::fromLatin1(table),
            {{QStringLiteral("table"), QString::fromLatin1(table)},
                {QStringLiteral("row"), row},
                {QStringLiteral("text"), text}}));
    }

    /// The id of the row with that key; REFERENCE_UNKNOWN is noted when there is none.
    template <typename T>
    std::optional<decltype(T::id)> reference(
        const KeyedRows<T>& rows, const QString& key, const char* table, const QString& row)
    {
        if (const T* found = rows.find(key))
            return found->id;
        refuse("REFERENCE_UNKNOWN", table, row, key);
        return std::nullopt;
    }
    /// As reference, but an empty key names nothing on purpose.
    template <typename T>
    std::optional<decltype(T::id)> optionalReference(
        const KeyedRows<T>& rows, const QString& key, const char* table, const QString& row)
    {
        return key.isEmpty() ? std::nullopt : reference(rows, key, table, row);
    }

    Currency currencyOr(const QString& code) const
    {
        return code.isEmpty() ? m_base : Currency::parse(code).value_or(m_base);
    }

    void writeUoms()
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

    void putSupplier(const QString& code)
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

    void writeSuppliers()
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

    void writeWorkCenters()
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

    void writeItems()
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
    bool isUsed(const ItemId& item)
    {
        return !schema::isNull(m_transaction.connection().scalar(
            QStringLiteral("SELECT 1 FROM bom_line WHERE component = ? AND deleted = 0 LIMIT 1"),
            {storage::bind(item)}));
    }

    void fillItem(catalog::Item& item, const quoting::ItemRow& row, const UomId& uom)
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

    void writeItemUoms()
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

    void writeItemCosts()
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

    void writeBoms()
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

    /// Puts a row that belongs to a BOM revision unless that would change a released one.
    template <typename T, typename Apply>
    void putPart(KeyedRows<T>& rows, const QString& key, const QString& bomCode, Apply apply)
    {
        if (m_frozenBoms.contains(bomCode)) {
            const T* stored = rows.find(key);
            T changed = stored != nullptr ? *stored : T();
            apply(changed);
            if (stored == nullptr || KeyedRows<T>::differs(*stored, changed)) {
                refuse("BOM_RELEASED", "bom", bomCode);
                return;
            }
        }
        rows.put(key, apply);
    }

    void writeBomLines()
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

    void writeOperations();
    void fillOperation(catalog::Operation& operation, const quoting::OperationRow& row) const;
    void writePrices();
    void writeRules();
    void writeFx();
    void writeOverheads();
    void writeTools();

    Transaction& m_transaction;
    IdSource& m_ids;
    const CostTables& m_tables;
    const CatalogNotes& m_notes;
    Currency m_base;
    KeyedRows<catalog::Uom> m_uoms;
    KeyedRows<catalog::Supplier> m_suppliers;
    KeyedRows<catalog::WorkCenter> m_workCenters;
    KeyedRows<catalog::Item> m_items;
    KeyedRows<catalog::Bom> m_boms;
    QSet<QString> m_madeItems; ///< with a BOM in these tables
    QSet<QString> m_frozenBoms; ///< revisions that were released before this import
    access::Findings m_findings;
    CostingImport m_result;
};

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

void CostTableWriter::writePrices()
{
    KeyedRows<catalog::PriceRow> rows(m_transaction, m_ids, [](const catalog::PriceRow& row) {
        return row.code.isEmpty() ? idKey(row.id) : row.code;
    });
    for (const quoting::PriceRow& row : m_tables.prices) {
        const auto item = reference(m_items, row.itemCode, "price_row", row.priceId);
        const auto supplier =
            optionalReference(m_suppliers, row.supplier, "price_row", row.priceId);
        const auto uom = optionalReference(m_uoms, row.uom, "price_row", row.priceId);
        if (!item)
            continue;
        const auto fill = [&](catalog::PriceRow& price) {
            price.item = *item;
            price.supplier = supplier;
            price.code = row.priceId;
            price.currency = currencyOr(row.currency);
            price.price = row.price;
            price.pricePer = row.pricePer;
            price.uom = uom;
            price.minQty = row.minQty;
            price.taxIncluded = row.taxIncluded;
            price.tax = row.tax;
            price.validFrom = row.valid.from;
            price.validTo = row.valid.to;
            keepFilled(price.source, m_notes.priceSource);
            if (price.confirmedBy == PersonId())
                price.confirmedBy = m_transaction.actor();
        };
        if (const catalog::PriceRow* stored = rows.find(row.priceId)) {
            catalog::PriceRow changed = *stored;
            fill(changed);
            changed.validTo = stored->validTo; // closing a row is how a newer one takes over
            changed.source = stored->source;
            if (KeyedRows<catalog::PriceRow>::differs(*stored, changed)) {
                refuse("PRICE_ROW_FIXED", "price_row", row.priceId);
                continue;
            }
        }
        rows.put(row.priceId, fill);
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeRules()
{
    writeFx();
    writeOverheads();
    writeTools();
}

void CostTableWriter::writeFx()
{
    const auto keyOf = [](const QString& from, const QString& to, QDate date) {
        return datedKey(joinedKey(from, to), date);
    };
    KeyedRows<catalog::FxRate> rows(m_transaction, m_ids, [&](const catalog::FxRate& row) {
        return keyOf(row.fromCurrency.code(), row.toCurrency.code(), row.onDate);
    });
    for (const quoting::FxRow& row : m_tables.fx) {
        rows.put(keyOf(row.from, row.to, row.date), [&](catalog::FxRate& fx) {
            fx.fromCurrency = currencyOr(row.from);
            fx.toCurrency = currencyOr(row.to);
            fx.onDate = row.date;
            fx.rate = row.rate;
            keepFilled(fx.source, m_notes.priceSource);
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeOverheads()
{
    KeyedRows<catalog::OverheadRule> rows(
        m_transaction, m_ids, [](const catalog::OverheadRule& row) { return row.code; });
    for (const quoting::OverheadRow& row : m_tables.overheads) {
        rows.put(row.ruleId, [&](catalog::OverheadRule& rule) {
            rule.code = row.ruleId;
            rule.seq = row.seq;
            rule.level = sameChoice<catalog::OverheadLevel>(row.level);
            rule.base = quoting::elementSetText(row.base);
            rule.pct = row.pct;
            rule.amount = row.amount;
            rule.target = sameChoice<catalog::CostElement>(row.target);
            rule.scope = sameChoice<catalog::OverheadScope>(row.scope);
            rule.scopeKey = row.scopeKey;
            rule.validFrom = row.valid.from;
            rule.validTo = row.valid.to;
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeTools()
{
    KeyedRows<catalog::Tool> rows(
        m_transaction, m_ids, [](const catalog::Tool& row) { return row.code; });
    for (const quoting::ToolRow& row : m_tables.tools) {
        const auto item = reference(m_items, row.itemCode, "tool", row.toolId);
        if (!item)
            continue;
        rows.put(row.toolId, [&](catalog::Tool& tool) {
            tool.code = row.toolId;
            keepFilled(tool.name, m_notes.toolNames.value(row.toolId));
            if (tool.name.isEmpty())
                tool.name = row.toolId;
            tool.item = *item;
            tool.cost = row.cost;
            tool.currency = currencyOr(row.currency);
            tool.prepaid = row.prepaid;
            tool.amortQty = row.amortQty;
            tool.mode = sameChoice<catalog::ToolMode>(row.mode);
            if (!row.shipped.isZero())
                tool.shipped = row.shipped;
        });
    }
    m_result.tables.push_back(rows.count());
}

} // namespace

TableCount CostingImport::of(QStringView table) const
{
    for (const TableCount& count : tables) {
        if (count.table == table)
            return count;
    }
    return {};
}

Result<CostingImport> storeCostTables(
    Transaction& transaction, IdSource& ids, const CostTables& tables, const CatalogNotes& notes)
{
    return CostTableWriter(transaction, ids, tables, notes).write();
}

Result<CostingImport> importCosting(const access::Context& context, const QString& directory)
{
    if (auto allowed = context.session.require(access::Right::Import); !allowed)
        return chengdan::fail(allowed.error());
    auto files = readCostingFiles(directory);
    if (!files)
        return chengdan::fail(files.error());
    auto stored = context.database.write(
        context.session.id(), [&](Transaction& transaction) -> Result<CostingImport> {
            return storeCostTables(transaction, context.ids, files->tables);
        });
    if (stored)
        stored->warnings = std::move(files->warnings);
    return stored;
}

} // namespace chengdan::exchange
