// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P1: a list until its first page is painted. P2: to the last row. P3: by another order, to the
/// last row. P4: memory of an open list. P5: one page by our delegate. P6: typing a filter and
/// clearing it. All on the opportunities of the demo company.
std::vector<BenchCase> listCases();

/// The child of P4: prints the kilobytes one side of it takes; answers the exit code.
int printListMemory(const BenchPlace& place, const QString& side);

} // namespace chengdan::bench
