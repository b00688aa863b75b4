// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/settings.h"
#include "core/access/validation.h"
#include "core/catalog/bom.h"
#include "core/catalog/item.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"
#include "core/catalog/work_center.h"
#include "core/exchange/import_costing.h"

#include <QSet>

namespace chengdan::exchange {

/// Writes one set of costing tables into the catalogue; storeCostTables() is its one caller. The
/// parts are called in the order of their references, and each kind of row has a source file of its
/// own.
class CostTableWriter {
public:
    CostTableWriter(storage::Transaction& transaction,
        IdSource& ids,
        const quoting::CostTables& tables,
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

    Result<CostingImport> write();

private:
    /// The catalogue's enums repeat the kernel's in the same order (catalog_choices.h).
    template <typename To, typename From>
    static To sameChoice(From value)
    {
        return static_cast<To>(static_cast<int>(value));
    }
    static QString joinedKey(const QString& first, const QString& second)
    {
        return first + QChar(0x1F) + second;
    }
    static QString datedKey(const QString& first, QDate date)
    {
        return joinedKey(first, date.toString(Qt::ISODate));
    }
    template <typename Tag>
    static QString idKey(const Id<Tag>& id)
    {
        return id.toString();
    }
    static void keepFilled(QString& field, const QString& text)
    {
        if (!text.isEmpty())
            field = text;
    }

    void refuse(const char* code, const char* table, const QString& row, const QString& text = {});
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

    Currency currencyOr(const QString& code) const;

    // import_costing_items.cpp
    void writeUoms();
    void putSupplier(const QString& code);
    void writeSuppliers();
    void writeItems();
    bool isUsed(const ItemId& item);
    void fillItem(catalog::Item& item, const quoting::ItemRow& row, const UomId& uom);
    void writeItemUoms();
    void writeItemCosts();
    // import_costing_routes.cpp
    void writeWorkCenters();
    void writeBoms();
    void writeBomLines();
    void writeOperations();
    void fillOperation(catalog::Operation& operation, const quoting::OperationRow& row) const;
    // import_costing_prices.cpp
    void writePrices();
    void writeRules();
    void writeFx();
    void writeOverheads();
    void writeTools();

    storage::Transaction& m_transaction;
    IdSource& m_ids;
    const quoting::CostTables& m_tables;
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

} // namespace chengdan::exchange
