// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

namespace chengdan::exchange {

/// Reads a typed filter into a list query of `query.type`; see RecordRequest::filter. Errors:
/// UNKNOWN_COLUMN, FILTER_FORMAT, NOT_FOUND (a reference to nothing) and those of the parsers.
Result<void> readRecordFilter(
    storage::Connection& connection, const QString& filter, storage::ListQuery& query);

/// "-amount,name". The columns are checked with the query.
void readRecordSort(const QString& sort, storage::ListQuery& query);

/// The value of a column from the text a person types for it.
Result<schema::Value> valueFromText(storage::Connection& connection,
    const schema::RecordTypes& types,
    const schema::Column& column,
    const QString& text);

/// The id of the row with this title or business key; small numbers and UUIDs are ids themselves.
Result<schema::Value> referenceFromText(storage::Connection& connection,
    const schema::RecordTypes& types,
    const schema::RecordType& type,
    const QString& text);

} // namespace chengdan::exchange
