// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join_carry.h"
#include "core/sync/join_plan.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// What joining makes of the records of one type.
struct JoinKind {
    const schema::RecordType* type = nullptr;
    qint64 records = 0;
    qint64 matched = 0; ///< stand on the server already
    qint64 sent = 0; ///< new there
    qint64 edits = 0; ///< stand there, and what was changed here is sent
    qint64 registered = 0; ///< customers, whom the server takes or refuses
    qint64 differs = 0; ///< stand there with other values: laid before a person
    qint64 held = 0; ///< stay here with a reason
    qint64 local = 0; ///< mean something on one PC only
};

/// A record that stays here, by its name.
struct JoinHeld {
    const schema::RecordType* type = nullptr;
    QString title;
    Error why;
};

/// What joining would do, before anything is done.
struct JoinPreview {
    std::vector<JoinKind> kinds; ///< in the order of references; kinds without records left out
    PeoplePlan people;
    std::vector<JoinHeld> held;
    qint64 renumbered = 0; ///< documents that get another number
    QString original;
    QString backup; ///< the untouched copy of it
};

/// How far joining has come.
struct JoinProgress {
    enum class Step { People, Writing, Sending, Receiving };
    Step step = Step::People;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known
};
using OnJoin = std::function<bool(const JoinProgress&)>;

/// What became of everything: counts as in the preview, of what really is there by now.
struct JoinReport {
    std::vector<JoinKind> kinds;
    std::vector<JoinHeld> held; ///< refused, laid aside, or waiting, with the reason
    qint64 unsent = 0; ///< edits that still wait in the journal
    JoinState state;
};

/// Brings the data of a single-user file along into a copy of the team's data (joinServer). The
/// file itself is never changed: it is copied beside itself first, and that copy is read.
/// Everything is written to the joined copy in one transaction; from then on it is ordinary unsent
/// work, and whoever was stopped or killed goes on with the next call, or with the next sync.
class DataJoin {
public:
    /// `copy` is joined and loaded. Opens nothing yet.
    explicit DataJoin(storage::Database& copy)
        : m_copy(copy)
    {
    }

    /// Makes the backup and plans. Called again it reads the same backup. `creating` says whether
    /// people the server lacks are added there (planPeople). Errors: JOIN_IS_COPY (the file is one
    /// of a team's data itself), JOIN_OTHER_FILE (this copy already took another file along), those
    /// of backUpFile and Database::open.
    Result<JoinPreview> preview(const QString& original, std::optional<bool> creating = {});
    /// All of it. What is on the server already is not done again. Errors: those of preview,
    /// CANCELLED, SERVER_*.
    Result<JoinReport> run(ServerLink& server,
        IdSource& ids,
        const QString& original,
        std::optional<bool> creating = {},
        const OnJoin& goOn = {});

private:
    struct Read;
    Result<Read> read(const QString& original);
    Result<void> carry(ServerLink& server,
        const QString& original,
        std::optional<bool> creating,
        const OnJoin& goOn);
    storage::Database& m_copy;
};

/// What became of everything that was brought along; JOIN_WITHOUT_DATA when nothing was.
Result<JoinReport> joinReport(storage::Database& copy);

/// Where the untouched copy of a file that joins lies.
QString joinBackupPath(const QString& original);

} // namespace chengdan::sync
