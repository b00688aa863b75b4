// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/bom_service.h"
#include "core/storage/store.h"

namespace chengdan::quoting {

/// The costing tables as they would be with this sheet released on that day: for checks before
/// anything is written.
CostTables tablesWith(
    const CostInput& input, storage::Connection& connection, const BomSheet& sheet, QDate from);

/// The days on which the structure below an item may change: `from`, and every later first day of a
/// revision of any item that can be reached by any revision.
std::vector<QDate> structureDates(const CostInput& input, const QString& item, QDate from);

} // namespace chengdan::quoting
