// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace chengdan::sync {

/// How long to wait before the next try after so many failed ones (1 and more): a second, doubled
/// each time up to five minutes, 30 % more or less by `chance` (0 to 1), so that the PCs of an
/// office do not all come at once when the server is back.
std::chrono::milliseconds backoff(int failures, double chance);

/// The wait between two looks while nothing calls: a minute, 10 % more or less.
std::chrono::milliseconds pollInterval(double chance);

} // namespace chengdan::sync
