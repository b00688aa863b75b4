// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_input.h"
#include "core/quoting/cost_overrides.h"
#include "core/quoting/cost_result.h"

namespace chengdan::quoting {

/// The quantity price breaks are looked up with.
enum class PriceQtyBasis {
    Lot, ///< what this costing needs
    Annual, ///< the same scaled from the asked quantity to the annual volume
};

struct CostRequest {
    QString item;
    Quantity quantity; ///< the lot of the item
    QString uom; ///< of the quantities here; empty: the item's base UoM
    QDate date;
    QString baseCurrency = QStringLiteral("CNY");
    PriceQtyBasis priceQtyBasis = PriceQtyBasis::Lot;
    Quantity annualQuantity; ///< for PriceQtyBasis::Annual
};

/// The cost of one lot of one item on one day. A pure function: no clock, database or locale;
/// the same three arguments always give the same result, to the last digit. Every error that can
/// be found is collected; time grows with the lines reachable, never with the paths to them.
CostResult cost(
    const CostInput& input, const CostRequest& request, const Overrides& overrides = {});

/// The unit cost and its elements for another UoM of the item or another currency (of the newest
/// rate), rounded once; the elements are fitted to the total. Errors: E_NO_UOM, E_NO_FX,
/// E_OVERFLOW, or the first error of a result that is not ok. Empty uom or currency: the base.
struct AskedCost {
    UnitCost unit;
    ElementVector elements{};
};
Result<AskedCost> costAsAsked(const CostInput& input,
    const CostResult& result,
    const QString& uom,
    const QString& currency,
    const Overrides& overrides = {});

/// The elements of `unit` at `decimals` places (0–8), fitted by largest remainder (ties: element
/// order) so that they add up to the rounded total. Raw integers of that scale.
std::array<qint64, kElementCount> costElementSplit(const ElementVector& unit, int decimals);

} // namespace chengdan::quoting
