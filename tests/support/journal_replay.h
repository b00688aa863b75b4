// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <map>

namespace chengdan::tests {

/// One change of one row with the values it wrote, as somebody who knows only the journal and the
/// present rows can tell them.
struct ReplayedChange {
    enum class Kind { Insert, Update, Purge } kind = Kind::Update;
    const schema::RecordType* type = nullptr;
    QByteArray id; ///< as bound: 16 bytes
    std::map<QString, schema::Value> values; ///< all columns of a new row, else the changed ones
    qint64 at = 0;
};

/// What one user action did.
struct ReplayedGroup {
    qint64 group = 0;
    std::vector<ReplayedChange> changes;
};

/// The groups behind journal entry `after`, oldest first. The journal keeps old values only, so the
/// rows are unwound from what they hold now; range entries become their rows.
std::vector<ReplayedGroup> readJournal(
    storage::Connection& connection, const schema::RecordTypes& types, qint64 after);

/// Does to another file what the group did, without journalling it there.
void applyGroup(storage::Database& database, const ReplayedGroup& group);

/// Every row of every described table with every column that is the same in all files: not the
/// local row number, the server's revision and who changed it last.
QStringList wholeContent(storage::Connection& connection, const schema::RecordTypes& types);

} // namespace chengdan::tests
