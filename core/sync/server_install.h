// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/sync/server_link.h"

#include <QJsonObject>

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

/// A new person with a login and a password, which is told once and stored nowhere; an empty one is
/// made here. `columns` by their names in the tables, login and name at least; `rolesJson` as the
/// server's function takes them. Errors, at the column they concern: LOGIN_TAKEN, PERSON_LOGIN,
/// PERSON_LEVEL, PERSON_LIMIT, VALUE_INVALID, REFERENCE_UNKNOWN, PASSWORD_SHORT, PASSWORD_ASCII,
/// PERMISSION.
struct NewServerUser {
    int number = 0;
    QString login;
    QString password;
};
Result<NewServerUser> addServerUser(ServerLink& link,
    const QJsonObject& columns,
    const QByteArray& rolesJson,
    const QString& password = {});
/// Gives somebody a new password (and opens the login of one who comes back).
Result<NewServerUser> resetServerUser(ServerLink& link, int number, const QString& password = {});
Result<void> disableServerUser(ServerLink& link, int number);

constexpr int kShortestServerPassword = 10;
/// Whether a typed password will do: PASSWORD_SHORT, PASSWORD_ASCII. Signs outside ASCII are
/// spelled in several ways, and the two ends would have to agree on one.
Result<void> checkServerPassword(const QString& password);

/// What PostgreSQL stores of a password for SCRAM-SHA-256 (RFC 5803): computed here, so that no
/// password travels to the server or stands in its log.
QString scramVerifier(const QString& password, const QByteArray& salt);

} // namespace chengdan::sync
