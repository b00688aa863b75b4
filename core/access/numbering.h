// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QDate>

namespace chengdan::access {

/// A series of document numbers: its prefix, and the table whose column `number` they fill.
struct NumberSeries {
    const char* prefix;
    const char* table;
};
inline constexpr NumberSeries kCustomerNumbers{"KH", "customer"};
inline constexpr NumberSeries kOpportunityNumbers{"SJ", "opportunity"};
inline constexpr NumberSeries kQuoteNumbers{"QT", "quote"};

/// The next number of a series: prefix, device code, year and a running number from 0001, such as
/// QT-A1-2026-0001. The device code keeps two PCs apart, the counter lives in the file and moves
/// with the transaction, and a number that a row already bears (from an import) is skipped: so no
/// number is ever given twice. A refused transaction may be followed by the same number; a deleted
/// row keeps its own.
QString nextNumber(storage::Transaction& transaction, const NumberSeries& series, QDate date);

} // namespace chengdan::access
