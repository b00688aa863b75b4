// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

#include <QHash>
#include <QJsonObject>

#include <map>

namespace chengdan::sync {

/// Cells of a row by column, as the protocol writes values; an added field is a column of its own
/// here, "custom.<key>", and null where it is empty.
using Cells = QJsonObject;

/// The cells of a row or an edit in which added fields are one object.
Cells cellsOf(const QJsonObject& values);

/// Which columns belong together when two people changed one row, and whether rows of the kind may
/// be changed at all.
struct MergeRules {
    QHash<QString, QString> groups; ///< by column; who is not here is alone
    bool grows = false;

    QString groupOf(const QString& column) const { return groups.value(column, column); }
};
MergeRules mergeRules(const schema::RecordType& type);

/// A change the server took: the cells that differed, and whose copy of the data it came from.
struct TakenChange {
    qint64 rev = 0; ///< of the row, by it
    Cells cells;
    QString device; ///< empty: an act of the server
    int by = 0;
    qint64 at = 0; ///< ms since 1970, the server's clock
};

/// A row as the server has it, with as much of its history as is kept, the oldest first.
struct ServerRow {
    Cells cells;
    qint64 rev = 1;
    std::vector<TakenChange> history;
};

/// An edit of somebody who last saw revision `base`.
struct RowEdit {
    Cells cells;
    qint64 base = 0;
    QString device;
};

struct Clash {
    QJsonValue mine;
    QJsonValue theirs; ///< stands
    int by = 0; ///< who changed what belongs together last; 0: the history does not tell
    qint64 at = 0;
};

/// What becomes of an edit: each of its cells either applies or clashes.
struct Merged {
    Cells apply; ///< also those that change nothing
    std::map<QString, Clash> clashes;
};

/// What the server does with an edit (sync.push_update in resources/server/push.sql; one file of
/// cases proves that both do the same). Columns of one group apply or clash together. Errors:
/// APPEND_ONLY, BASE_UNKNOWN.
Result<Merged> merge(const ServerRow& row, const RowEdit& mine, const MergeRules& rules);

/// The row's cells once these apply.
Cells cellsWith(const Cells& row, const Cells& apply);

/// What sending an edit once more would do to the row as it is known here, if nobody changes it
/// before: the cells it would write over, with what stands there now as `theirs`. Empty: everything
/// stands already as wanted.
std::map<QString, Clash> overwrittenBy(const Cells& mine, const Cells& row);

} // namespace chengdan::sync
