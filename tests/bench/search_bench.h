// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P10: a company by two to four Chinese characters. P11: by pinyin initials, from the beginning of
/// its name and from the middle.
std::vector<BenchCase> searchCases();

} // namespace chengdan::bench
