// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/cycle.h"

namespace chengdan::sync {

/// Where a team's server is and who signs in.
struct ServerAccount {
    QString dsn; ///< host=… port=… dbname=… sslmode=verify-full …, without login and password
    QString login; ///< u and the person's number
    QString password; ///< never stored by this program's files; see keychain.h
};

/// Makes a new company file a copy of a team's data: registers it and reads everything this person
/// may see. Stopped or killed in between, it goes on where it was when called again for the same
/// file. Errors: SYNC_OTHER_SERVER (the file belongs to another one), CANCELLED, FILE_*, SERVER_*.
Result<std::unique_ptr<storage::Database>> joinServer(const QString& path,
    const schema::RecordTypes& types,
    const Clock& clock,
    const ServerAccount& account,
    const OnLoad& goOn = {});

/// Makes a copy of a team's data single-user again: what it holds stays and can be worked on, what
/// was not sent is kept as edited, and whoever leaves owns and administers the file. It is written
/// to `path`; the copy itself stays as it is, its tray and requests with it. Answers how many
/// attachments are without their content there, because only the server has it: fetched before
/// (fetchContent), they go along. Errors: FILE_EXISTS, FILE_WRITE, SYNC_NOT_JOINED.
Result<int> leaveWithCopy(storage::Database& database, const QString& path);

} // namespace chengdan::sync
