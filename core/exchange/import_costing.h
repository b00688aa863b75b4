// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/exchange/import_keyed_rows.h"
#include "core/quoting/cost_tables.h"

namespace chengdan::exchange {

/// What a catalogue knows of its rows beside what costing reads; each field empty or absent leaves
/// the stored one as it is.
struct CatalogNotes {
    struct ItemNote {
        QString spec;
        QString drawingNo;
        QString drawingRev;
        QString note;
        std::optional<bool> salesItem;
    };
    QHash<QString, ItemNote> items;
    QHash<QString, QString> uomNames;
    QHash<QString, QString> workCenterNames;
    struct SupplierNote {
        QString name;
        QString contact;
        QString phone;
    };
    QHash<QString, SupplierNote> suppliers;
    QHash<QString, QString> toolNames;
    QString priceSource; ///< of price rows and exchange rates
};

struct CostingImport {
    std::vector<TableCount> tables;
    std::vector<Error> warnings; ///< of the reader: COLUMN_UNKNOWN

    /// The numbers of one table; zeros when nothing of it was imported.
    TableCount of(QStringView table) const;
};

/// Writes costing tables into the company's catalogue: rows found by their key (codes, BOM id with
/// line number or sequence, price id, dates) are changed where they differ, the others added; the
/// same tables a second time write nothing. A released revision keeps its lines and operations, and
/// a price row its price: a change there is refused, since quotes refer to it. Every problem is
/// collected, with the arguments row (its key) and text: REFERENCE_UNKNOWN, BOM_RELEASED,
/// PRICE_ROW_FIXED, ITEM_UOM_CHANGED. Then nothing may be kept: the caller's transaction fails.
Result<CostingImport> storeCostTables(storage::Transaction& transaction,
    IdSource& ids,
    const quoting::CostTables& tables,
    const CatalogNotes& notes = {});

/// The eleven CSV files of a folder into the company file, all or nothing. Needs Right::Import.
/// Errors: PERMISSION, those of readCostingFiles() and of storeCostTables().
Result<CostingImport> importCosting(const access::Context& context, const QString& directory);

} // namespace chengdan::exchange
