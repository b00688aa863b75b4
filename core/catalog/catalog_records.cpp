// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_records.h"

#include "core/catalog/bom.h"
#include "core/catalog/cost_rules.h"
#include "core/catalog/item.h"
#include "core/catalog/item_cost.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"
#include "core/catalog/work_center.h"

namespace chengdan::catalog {

schema::RecordTypes recordTypes()
{
    return {&schema::describe<Uom>(),
        &schema::describe<Supplier>(),
        &schema::describe<WorkCenter>(),
        &schema::describe<WorkCenterRate>(),
        &schema::describe<Item>(),
        &schema::describe<ItemUom>(),
        &schema::describe<ItemCost>(),
        &schema::describe<Bom>(),
        &schema::describe<BomLine>(),
        &schema::describe<Operation>(),
        &schema::describe<PriceRow>(),
        &schema::describe<FxRate>(),
        &schema::describe<OverheadRule>(),
        &schema::describe<Tool>()};
}

} // namespace chengdan::catalog
