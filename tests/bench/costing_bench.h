// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P12: one item of more than ten thousand tree paths, the kernel against a query per node. P13:
/// the standard cost of a whole catalogue, in memory and from the file, against SQL level by level.
/// P14: one changed price against a full pass.
std::vector<BenchCase> costingCases();

/// The targets of costing in milliseconds: a line with six tiers; opening a file of 20,000 items
/// and 200,000 lines and costing the item that reaches them all; a price change there.
std::vector<TimeCase> costingTimes();

/// P13 and P14 (roll_up_bench.cpp).
std::vector<RatioRow> measureRollUp(const BenchPlace& place);
std::vector<RatioRow> measurePriceChange(const BenchPlace& place);

} // namespace chengdan::bench
