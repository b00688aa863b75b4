// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P20: the program on a large company until its window is painted, against an empty window.
std::vector<BenchCase> startCases();

} // namespace chengdan::bench
