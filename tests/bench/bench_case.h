// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_table.h"

#include <functional>
#include <stdexcept>

namespace chengdan::bench {

/// Where a measurement works: files made once stay in `folder` for the next run.
struct BenchPlace {
    QString folder;
    qint64 rows = 1'000'000; ///< opportunities in the company of the list measurements
};

/// A limit set for a million rows, where our time does not grow with them and the baseline's does.
inline double limitAt(double ofAMillion, qint64 rows)
{
    return rows >= 1'000'000 ? ofAMillion : ofAMillion * 1e6 / static_cast<double>(rows);
}

/// One measurement: some lines of the budget, measured together. `measure` checks first that both
/// sides give the same answer and throws std::runtime_error when they do not.
struct BenchCase {
    QString id; ///< "P13"; what --only names
    bool quick = false; ///< part of the set that runs with the tests
    std::function<std::vector<RatioRow>(const BenchPlace&)> measure;
};

/// A target in milliseconds, shown beside the ratios.
struct TimeCase {
    QString id;
    std::function<TimeRow(const BenchPlace&)> measure;
};

[[noreturn]] inline void endBench(const QString& why)
{
    throw std::runtime_error(why.toStdString());
}

} // namespace chengdan::bench
