// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/demo_catalog_builder.h"

namespace chengdan::exchange {

// The parts of the made-up catalogue, in the order in which they refer to each other.
void addDemoUnitsAndShop(DemoCatalogBuilder& builder);
void addDemoSuppliers(DemoCatalogBuilder& builder);
void addDemoBoughtItems(DemoCatalogBuilder& builder);
void addDemoHousings(DemoCatalogBuilder& builder);
void addDemoShafts(DemoCatalogBuilder& builder);
void addDemoFlanges(DemoCatalogBuilder& builder);
void addDemoGears(DemoCatalogBuilder& builder);
void addDemoValveBlocks(DemoCatalogBuilder& builder);
/// Gearboxes are made of the gears, shafts and housings above.
void addDemoGearboxes(DemoCatalogBuilder& builder);

} // namespace chengdan::exchange
