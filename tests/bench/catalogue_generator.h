// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_tables.h"

#include <vector>

namespace chengdan::bench {

/// How a generated catalogue looks. Level 0 is the one product that everything else goes into, so
/// costing it is a pass over the whole catalogue.
struct CatalogueShape {
    std::vector<int> widths; ///< made items per level; the first is 1
    int madeLines = 0; ///< lines naming made items of the next level; the product uses all of it
    int boughtItems = 0;
    int boughtLines = 0; ///< lines naming bought items, for each made item
    bool boughtByLevel = false; ///< each level buys its own parts, as families of products do
    /// Operations, scrap, overhead and price breaks too. Without them quantities are whole numbers
    /// and nothing is ever rounded, so that any right way of costing gives the same digits.
    bool routing = false;
};

/// The same shape always gives the same rows: the seed is fixed.
quoting::CostTables makeCatalogue(const CatalogueShape& shape);

/// Code of a made item of a level, of a bought item, of the product.
QString madeCode(int level, int item);
QString boughtCode(int item);
QString productCode();
/// A day on which every row counts.
QDate costingDay();

} // namespace chengdan::bench
