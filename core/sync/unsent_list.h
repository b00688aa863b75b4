// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/journal_edits.h"

namespace chengdan::sync {

/// One field of an edit: what it held and what was written. Values as stored; where they name
/// another row its title comes beside them, as far as this copy knows it.
struct FieldEdit {
    QString name; ///< a column, or custom.<key>
    schema::Value before;
    schema::Value now;
    QString beforeTitle;
    QString nowTitle;
};

/// An edit that has not been delivered, as a person knows it.
struct UnsentEdit {
    qint64 n = 0;
    const schema::RecordType* type = nullptr;
    Edit::Kind kind = Edit::Kind::Update;
    qint64 rid = 0; ///< 0: the row is gone
    qint64 rows = 1; ///< of a range
    QString title; ///< what the row is called now
    bool onItsWay = false; ///< in a batch that waits for its answer
    Instant at;
    std::vector<FieldEdit> fields; ///< of an update
};

/// The newest first.
Result<std::vector<UnsentEdit>> unsentList(storage::Database& database, int most = 200);

/// What the row that a column's value names is called; empty for plain values.
QString titleOfReference(storage::Connection& connection,
    const schema::RecordTypes& types,
    const schema::RecordType& type,
    const QString& column,
    const schema::Value& value);

} // namespace chengdan::sync
