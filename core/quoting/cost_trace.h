// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/quoting/costing.h"

namespace chengdan::quoting {

/// One line of "where does this number come from", made when a person asks for it.
struct TraceLine {
    QString subject; ///< component, operation, tool or rule it is about
    QString formula; ///< figures put in, as "0.85 × 100 × 5.2 = 442"
    UnitCost amount; ///< what the formula gives, of the lot unless `perUnit`
    bool perUnit = false;
    QString source; ///< price row, rate row, revision: "P12 · 宁波金属 · 2026-03-01"
    QDate sourceDate;
    QString supplier;
};

/// Every line behind one element of one node, in the order of adding up; the last one divides the
/// lot total by the lot. With no element: all of them.
std::vector<TraceLine> traceOf(const CostInput& input,
    const CostResult& result,
    int node,
    std::optional<Element> element,
    Language language);

} // namespace chengdan::quoting
