// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace chengdan {

// Every record's id type, so that rooms can name each other's rows without including each other.
using PersonId = SmallId<struct PersonTag>;
using TeamId = SmallId<struct TeamTag>;
using RegionId = SmallId<struct RegionTag>;

using PersonRoleId = Id<struct PersonRoleTag>;
using CompanySettingId = Id<struct CompanySettingTag>;
using CustomerId = Id<struct CustomerTag>;
using ContactId = Id<struct ContactTag>;
using OpportunityId = Id<struct OpportunityTag>;
using StageId = Id<struct StageTag>;
using StageChangeId = Id<struct StageChangeTag>;
using ActivityId = Id<struct ActivityTag>;
using UomId = Id<struct UomTag>;
using ItemUomId = Id<struct ItemUomTag>;
using ItemCostId = Id<struct ItemCostTag>;
using ItemId = Id<struct ItemTag>;
using BomId = Id<struct BomTag>;
using BomLineId = Id<struct BomLineTag>;
using OperationId = Id<struct OperationTag>;
using WorkCenterId = Id<struct WorkCenterTag>;
using WorkCenterRateId = Id<struct WorkCenterRateTag>;
using SupplierId = Id<struct SupplierTag>;
using PriceRowId = Id<struct PriceRowTag>;
using FxRateId = Id<struct FxRateTag>;
using OverheadRuleId = Id<struct OverheadRuleTag>;
using ToolId = Id<struct ToolTag>;
using PricePolicyId = Id<struct PricePolicyTag>;
using FloatAuthorityId = Id<struct FloatAuthorityTag>;
using QuoteId = Id<struct QuoteTag>;
using QuoteRevisionId = Id<struct QuoteRevisionTag>;
using QuoteLineId = Id<struct QuoteLineTag>;
using QuoteTierId = Id<struct QuoteTierTag>;
using QuoteLineCostId = Id<struct QuoteLineCostTag>;
using CostSnapshotId = Id<struct CostSnapshotTag>;
using SalesOrderId = Id<struct SalesOrderTag>;
using SalesOrderLineId = Id<struct SalesOrderLineTag>;

} // namespace chengdan
