// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <ctime>
#include <vector>

namespace chengdan::bench {

/// Milliseconds of processor time one call of `work` takes, over `calls` calls. Processor time,
/// because other programs on the PC must not count.
template <typename Work>
double millisecondsOf(int calls, Work&& work)
{
    const std::clock_t start = std::clock();
    for (int i = 0; i < calls; ++i)
        work();
    const std::clock_t end = std::clock();
    return 1000.0 * static_cast<double>(end - start) / CLOCKS_PER_SEC / calls;
}

inline double median(std::vector<double> samples)
{
    Q_ASSERT(!samples.empty());
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

} // namespace chengdan::bench
