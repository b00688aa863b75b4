// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/costing.h"

namespace chengdan::quoting {

/// Version of the costing rules and of the text below; a snapshot says which made it.
inline constexpr int kCostEngine = 1;

/// What one costing read and found, kept so that a quote can be explained and recosted later.
struct SnapshotText {
    QByteArray content; ///< canonical text, UTF-8, one key<TAB>value<LF> a field in fixed order
    QString hash; ///< SHA-256 of it, lower-case hexadecimal
};

/// All inputs of the nodes reached (items, BOM revisions, lines, operations, price, rate and
/// exchange rows, tools, overhead rules) as stored integers, then the figures of every node. Row
/// numbers of this file never enter it: the same data elsewhere gives the same hash.
SnapshotText snapshotOf(
    const CostInput& input, const CostRequest& request, const CostResult& result);

/// The elements of a unit cost as JSON object, zeros left out: {"MAT":"7.68000000",…}.
QString elementsJson(const ElementVector& elements);
ElementVector elementsOfJson(const QString& json);

/// Errors and warnings of a costing as JSON, and back: codes, arguments, item and path.
QString problemsJson(const std::vector<CostNote>& errors, const std::vector<CostNote>& warnings);
struct CostProblems {
    std::vector<CostNote> errors;
    std::vector<CostNote> warnings;
};
CostProblems problemsOfJson(const QString& json);

} // namespace chengdan::quoting
