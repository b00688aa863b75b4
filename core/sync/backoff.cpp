// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <algorithm>

namespace chengdan::sync {

std::chrono::milliseconds backoff(int failures, double chance)
{
    constexpr int kDoublings = 9; // 512 s: more than the most already
    const int doublings = std::clamp(failures - 1, 0, kDoublings);
    using std::chrono::milliseconds;
    const milliseconds wait =
        std::min(milliseconds(1000) * (1 << doublings), milliseconds(300'000));
    return milliseconds(qRound64(double(wait.count()) * (0.7 + 0.6 * chance)));
}

std::chrono::milliseconds pollInterval(double chance)
{
    return std::chrono::milliseconds(qRound64(60'000 * (0.9 + 0.2 * chance)));
}

} // namespace chengdan::sync
