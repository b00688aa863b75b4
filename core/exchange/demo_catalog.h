// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_costing.h"

namespace chengdan::exchange {

/// The catalogue of the made-up parts maker: raw material, bought parts, services, machines and
/// products of up to six levels, with prices and rates of the last three years.
struct DemoCatalog {
    quoting::CostTables tables;
    CatalogNotes notes;
    QStringList products; ///< codes that are sold, cheapest families first
};

/// The same for the same date. Every product can be costed on `today`.
DemoCatalog makeDemoCatalog(QDate today);

} // namespace chengdan::exchange
