// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/connection.h"

namespace chengdan::storage {

/// The full-text index of a company file: one contentless FTS5 table a record type, `_s_<table>`,
/// with the pieces (search_tokens.h) of the type's searchable texts. It holds every row of the
/// table, also those marked deleted, and is not part of the record schema: it is derived, never
/// journalled and never sent. SQLite cannot take a row out of such a table without its old text, so
/// whoever writes searchable columns tells it, in the same transaction: the store does for its
/// three acts, loads and other raw SQL use feedRange or replaceInSearch. The order of names
/// (name_order.h) is kept by the same calls. Every function throws StorageFault.

/// Whether the rows of this type are in the index: it has a searchable text of its own and is not a
/// short settings table.
bool hasSearchIndex(const schema::RecordType& type);
/// "_s_customer"
QString searchTable(const schema::RecordType& type);
/// The columns whose text is indexed, in order: searchable texts that are no references.
std::vector<const schema::Column*> searchColumns(const schema::RecordType& type);
/// Whether text of this column can be found by pinyin; business keys cannot.
bool readsPinyin(const schema::Column& column);

/// The columns a row is indexed by, as SQL names them: searchColumns, then `custom`, whose texts
/// count too (search_custom.h).
QStringList searchedNames(const schema::RecordType& type);

/// The texts of a record in searchedNames order.
QStringList searchTexts(const schema::RecordType& type, const void* record);
void addToSearch(
    Connection& connection, const schema::RecordType& type, qint64 rid, const QStringList& texts);
/// Takes a row out; `texts` are those it was put in with.
void removeFromSearch(
    Connection& connection, const schema::RecordType& type, qint64 rid, const QStringList& texts);
/// Does nothing when the texts are the same.
void replaceInSearch(Connection& connection,
    const schema::RecordType& type,
    qint64 rid,
    const QStringList& before,
    const QStringList& after);

/// A large load leaves its rows in many segments, each of which a search looks through. Now: they
/// become one, unless most rows were there before.
enum class MergeSegments { Now, Later };
/// Puts the rows first … last (row numbers) of a table in, on the C API: after a load that wrote
/// them without the store. They must not be in yet. Rows an unfinished index (search_fill.h) still
/// lacks are left to it. Answers the number of rows.
qint64 feedRange(Connection& connection,
    const schema::RecordType& type,
    qint64 first,
    qint64 last,
    MergeSegments merge = MergeSegments::Now);
/// Merges segments of an index until so many pages are written; answers whether there is more to
/// do. `begin` for the first step: then all of them end in one.
bool mergeSome(Connection& connection, const schema::RecordType& type, qint64 pages, bool begin);
/// Empties the index of a table and feeds all its rows.
void rebuildSearch(Connection& connection, const schema::RecordType& type);

/// Whether every index is there and was made from the present columns and editions; it may still
/// lack rows.
bool searchIsUpToDate(Connection& connection, const schema::RecordTypes& types);
/// Makes the missing indexes and remakes the outdated ones, inside the caller's transaction. Small
/// tables are fed at once; the rows of large ones are left to fillSearch (search_fill.h).
void bringSearchUpToDate(Connection& connection, const schema::RecordTypes& types);

/// The tables whose index does not hold exactly what their rows say, as far as it is filled; reads
/// all rows of all tables.
/// rebuildSearch puts one right. For `doctor`.
QStringList searchIndexProblems(Connection& connection, const schema::RecordTypes& types);

} // namespace chengdan::storage
