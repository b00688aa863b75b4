// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_costing.h"

namespace chengdan::exchange {

/// How many rows of the AdventureWorks files were read in a way their columns do not state.
struct SampleOddities {
    int topLevelMarkers = 0; ///< BOM rows without an assembly: left out
    int pricesInOtherUnit = 0; ///< vendor prices in cartons, cases …: taken per BOM unit
    int duplicateStores = 0; ///< customer rows of a store that has another row: merged
    int linesFromHistory = 0; ///< order lines marked T
    int roundedOrders = 0; ///< orders whose total is not whole cents
};

/// The costing tables of AdventureWorks, in USD. Items are named by product number. BOM rows become
/// revisions A, B, … of each assembly, one for every stretch of time in which the same rows hold.
/// The hours of a routing count once per produced piece, at the work centre's rate as labour.
/// Vendor prices hold without dates or minimum, so that the cheapest vendor counts; a vendor's unit
/// is taken as the BOM's unit, since no factor is known. A made product without a BOM costs its
/// standard cost.
struct SampleCatalog {
    quoting::CostTables tables;
    CatalogNotes notes;
    QHash<int, QString> productNumbers; ///< by ProductID
    QHash<int, QString> productNames;
};

Result<SampleCatalog> readSampleCatalog(const QString& directory, SampleOddities& oddities);

} // namespace chengdan::exchange
