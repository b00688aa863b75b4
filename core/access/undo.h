// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <functional>
#include <map>
#include <span>

namespace chengdan::access {

/// A column, or a whole row, that was not set back because it holds something else by now.
struct UndoConflict {
    const schema::RecordType* type = nullptr;
    qint64 rid = 0;
    QString title; ///< of the row, so that a person knows which one is meant
    QString column; ///< empty: the row itself (others refer to it or changed it)
};

/// What taking an act back has done. It is an edit of its own, journalled like any other; taking
/// back its own journal span (Database::lastWrite) does the act again.
struct Undone {
    qint64 rows = 0;
    std::vector<UndoConflict> conflicts;
};

/// What a room says about taking back edits of one of its tables.
struct UndoRule {
    Right right = Right::Administer;
    /// Refuses a row that is frozen by now (a sent quote), with the sentence why.
    std::function<Result<void>(storage::Connection&, qint64 rid)> check = {};
    bool stays = false; ///< rows that are never taken back: the audit of the act remains
    /// Rows that a person may delete while others name them, as the room's service allows: a
    /// contact leaves, the opportunities with his name stay. Deleting one again asks no more than
    /// that.
    bool leavesFreely = false;
};

/// Takes acts back as the journal recorded them: a new row is marked deleted, a changed column gets
/// its old value, a deleted row comes back. Only what still holds what the act wrote is touched.
class UndoService {
public:
    /// By table name; a table without a rule cannot be undone.
    using Rules = std::map<QString, UndoRule>;
    UndoService(const Context& context, Rules rules);

    /// Takes back all these writes in one transaction, the newest edit first. Errors: NOT_ALLOWED,
    /// NOT_YOURS, UNDO_GONE (the journal no longer knows the act), UNDO_OTHER_WAY (an act with a
    /// counter-act of its own), what the rules refuse.
    Result<Undone> takeBack(std::span<const storage::JournalSpan> writes) const;

private:
    class Run;
    const Context& m_context;
    Rules m_rules;
};

} // namespace chengdan::access
