// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P15: an import of customers against QSqlQuery. P16: the load behind it against the C API. P19:
/// saving one customer against committing one row.
std::vector<BenchCase> writingCases();

} // namespace chengdan::bench
