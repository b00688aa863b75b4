// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_table.h"

namespace chengdan::bench {

/// P12: one item of more than ten thousand tree paths, the kernel against a query per node. Each
/// measurement checks what it costed first and throws std::runtime_error when that is wrong, here
/// when the two do not give the same cost.
RatioRow measureItemCost(const QString& folder);

/// The targets of costing in milliseconds: a line with six tiers; opening a file of 20,000 items
/// and 200,000 lines and costing the item that reaches them all.
TimeRow measureLineTiers();
TimeRow measureLoadAndCost(const QString& folder);

} // namespace chengdan::bench
