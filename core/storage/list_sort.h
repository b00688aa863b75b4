// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

namespace chengdan::storage {

/// Which names are equal: those that stand at the same place of the stored order (name_order.h), so
/// that sorting gives what walking it gives; or, for groups, only the same words. Texts without a
/// stored order are equal when they are the same.
enum class EqualTexts { ByOrder, ByText };

/// One unsigned number for each key, such that the numbers run in the order the column sorts by and
/// equal values have equal numbers; an empty value is 0. Integers keep their order, texts and
/// references are given ranks, by their pinyin where the column sorts so. `most`: the keys are so
/// many of the table's rows that it is read through once, else row by row.
std::vector<quint64> sortValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most,
    EqualTexts equal = EqualTexts::ByText);

/// The stored integer of a column for each key; 0 where there is none.
std::vector<qint64> integerValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most);

/// Sorts keys and values together by value, stably, one byte at a time (8 passes at most).
void sortByValues(std::vector<qint64>& keys, std::vector<quint64>& values);

} // namespace chengdan::storage
