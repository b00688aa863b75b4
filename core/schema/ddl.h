// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

#include <QStringList>

namespace chengdan::schema {

/// Columns every table carries before its own, in this order, after the local `rid`.
QStringList metaColumns();

// ---- the local file (SQLite) ----

/// Tables that are not records: journal, batches, tray, requests, drafts, window state. See the
/// comments in ddl.cpp.
QStringList sqliteSupportTables();
/// CREATE TABLE and its indexes. Foreign keys only to the document a row is part of, deferred.
QStringList sqliteTable(const RecordType& type);
/// The three journal triggers of a table; silent while `_busy` says so. They record integers, and
/// for an update the old values of just the changed columns as JSON (bytes as hexadecimal).
QStringList sqliteJournalTriggers(const RecordType& type);
/// Drops what sqliteJournalTriggers made, before a migration changes columns.
QStringList sqliteDropJournalTriggers(const RecordType& type);
/// Everything of a new file.
QStringList sqliteSchema(const RecordTypes& types);
/// The steps from a file of schema version `from` to the present one: new tables, new columns,
/// triggers made anew.
QStringList sqliteMigration(const RecordTypes& types, int from);

// ---- the shared database (PostgreSQL ≥ 15) ----

/// Tables with all foreign keys and unique business keys, in schema `app`.
QStringList postgresSchema(const RecordTypes& types);

/// The bit of a column in the journal's `cols` mask: its place in the description, plus two for
/// owner and deleted.
qint64 journalBit(const RecordType& type, QStringView column);

} // namespace chengdan::schema
