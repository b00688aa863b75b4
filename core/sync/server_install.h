// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// Makes an empty database the server of a company, in one transaction. The link belongs to a
/// superuser. Errors: SERVER_VERSION, SERVER_INSTALLED, SERVER_NOT_EMPTY, SERVER_RIGHTS.
Result<void> installServer(
    ServerLink& link, const schema::RecordTypes& types, const QString& company);

/// One thing that must hold on a server; `code` names the sentence that says what to do when it
/// does not.
struct ServerFinding {
    QString code;
    bool holds = false;
};

/// Looks at everything that installation and the server's own settings must provide. Error:
/// SERVER_NOT_INSTALLED.
Result<std::vector<ServerFinding>> checkServer(ServerLink& link, const schema::RecordTypes& types);

/// Somebody who may sign in.
struct ServerUser {
    int number = 0;
    QString login; ///< of the server: u and the number
    QString name;
    bool active = false;
    QString roles; ///< role:scope, with commas
    QString lastSeen; ///< UTC, empty: never
};
Result<std::vector<ServerUser>> serverUsers(ServerLink& link);

/// A new person with a login and a password made here, which is told once and stored nowhere.
/// `roles` as the server's function takes them. Errors: LOGIN_TAKEN, PERMISSION.
struct NewServerUser {
    int number = 0;
    QString login;
    QString password;
};
Result<NewServerUser> addServerUser(
    ServerLink& link, const QString& login, const QString& name, const QByteArray& rolesJson);
/// Gives somebody a new password (and opens the login of one who comes back).
Result<NewServerUser> resetServerUser(ServerLink& link, int number);
Result<void> disableServerUser(ServerLink& link, int number);

/// What PostgreSQL stores of a password for SCRAM-SHA-256 (RFC 5803): computed here, so that no
/// password travels to the server or stands in its log.
QString scramVerifier(const QString& password, const QByteArray& salt);

} // namespace chengdan::sync
