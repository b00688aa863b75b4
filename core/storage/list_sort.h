// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

namespace chengdan::storage {

/// One unsigned number for each key, such that the numbers run in the order the column sorts by and
/// equal values have equal numbers; an empty value is 0. Integers keep their order, texts and
/// references are given ranks. `most`: the keys are so many of the table's rows that it is read
/// through once, else row by row.
std::vector<quint64> sortValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most);

/// The stored integer of a column for each key; 0 where there is none.
std::vector<qint64> integerValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most);

/// Sorts keys and values together by value, stably, one byte at a time (8 passes at most).
void sortByValues(std::vector<qint64>& keys, std::vector<quint64>& values);

} // namespace chengdan::storage
