// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace chengdan::bench {

/// A limit of the performance budget: our time over the baseline's, in the same process.
struct RatioRow {
    QString id;
    double oursMs = 0;
    double baselineMs = 0;
    double limit = 1;
    QString note; ///< what was measured, with its sizes

    double ratio() const { return oursMs / baselineMs; }
    bool exceeds() const { return ratio() > limit; }
};

/// A target in milliseconds. It is shown and never fails a run: such a time says as much about the
/// machine as about the program.
struct TimeRow {
    QString id;
    double oursMs = 0;
    double targetMs = 0;
    QString note;
};

struct BenchTable {
    std::vector<RatioRow> ratios;
    std::vector<TimeRow> times;
};

/// The aligned table and its notes, for people.
QString tableText(const BenchTable& table);

bool writeTable(const QString& text, const QString& path);

/// The ratios by id, never the times: a file of one machine compares with that of another. Says
/// whether it could be written.
bool writeRatios(const BenchTable& table, const QString& path);

} // namespace chengdan::bench
