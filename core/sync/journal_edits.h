// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/connection.h"

#include <map>

namespace chengdan::sync {

/// One entry of the local journal that has not been delivered.
struct Edit {
    enum class Kind { Insert = 1, Update = 2, Purge = 3, Range = 4 };
    qint64 n = 0;
    qint64 group = 0; ///< one action of a person
    const schema::RecordType* type = nullptr;
    qint64 rid = 0; ///< of a range: the first that is left to be sent
    qint64 lastRid = 0; ///< of a range
    Kind kind = Kind::Update;
    qint64 base = 0; ///< revision of the row the person saw
    std::map<QString, schema::Value> before; ///< of an update: what the changed columns held
    bool numbered = false; ///< on its way in a batch
    Instant at;
};

/// The values a row held before an entry, from the journal's JSON.
std::map<QString, schema::Value> journalValues(const schema::RecordType& type, const QString& json);
/// The other way; bytes as hexadecimal, as the journal triggers write it.
QString journalJson(const schema::RecordType& type, const std::map<QString, schema::Value>& values);

/// The entries in the order they were made; `where` continues "FROM _op WHERE", with ? for values.
std::vector<Edit> readEdits(storage::Connection& connection,
    const schema::RecordTypes& types,
    const QString& where,
    const schema::Row& values = {});

/// A row as it is now, in sentColumns() order; nothing when there is none.
std::optional<schema::Row> storedRow(
    storage::Connection& connection, const schema::RecordType& type, qint64 rid);

/// What an update wrote: for each of its columns the value before the next entry of that row that
/// changed it, or what stands there now.
std::map<QString, schema::Value> valuesWritten(storage::Connection& connection, const Edit& edit);
/// What a row held right after it was made, in sentColumns() order. `madeBy` is the entry.
std::optional<schema::Row> rowAsMade(
    storage::Connection& connection, const Edit& madeBy, qint64 rid);

} // namespace chengdan::sync
