// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_audit.h"

#include <QJsonObject>

namespace chengdan::sync {

/// Asks one of the server's acts: `SELECT <call>` with a new request number in front of `values`.
/// What the act did, or its refusal as an Error with what the answer says about it.
Result<QJsonObject> serverAct(ServerLink& link, const QString& call, const QVariantList& values);

/// The same error beside the column of a person, team or region that it concerns.
Error atPersonField(Error error);

/// What an administrator should know of somebody before ending or opening the access.
struct PersonState {
    QString login; ///< of the server: u and the number
    bool active = false;
    bool maySignIn = false; ///< a password was given and the login is open
    std::optional<Instant> lastSeen;
    int customers = 0; ///< that stay in that name until they are handed over
    int undecided = 0; ///< edits that met another's or were refused, not decided about yet
    int grants = 0; ///< customers of others shown for a while
    int delegations = 0; ///< given and got, under way or to come
    std::vector<ServerDevice> devices; ///< those in use first
};
/// For administrators. Errors: RECEIVER_UNKNOWN, PERMISSION.
Result<PersonState> serverPersonState(ServerLink& link, int number);

/// Changes columns of a person, by their names in the tables (title, team, quote_level …); login
/// and whether somebody is active have acts of their own. Errors: RECEIVER_UNKNOWN, PERSON_LEVEL,
/// PERSON_LIMIT, REFERENCE_UNKNOWN, VALUE_INVALID, ACT_ONLY, PERMISSION.
Result<void> changeServerUser(ServerLink& link, int number, const QJsonObject& columns);
/// Makes these somebody's roles, [{"role": …, "scope": …}, …]. Errors: LAST_ADMINISTRATOR,
/// RECEIVER_UNKNOWN, VALUE_INVALID, PERMISSION.
Result<void> setServerRoles(ServerLink& link, int number, const QByteArray& rolesJson);

/// Ends what was shown to somebody of a customer for a while. Errors: NOT_VISIBLE.
Result<void> endServerAccess(ServerLink& link, const QString& customer, int person);

enum class PlaceKind { Team, Region };

/// A team or a region with those who are active in it.
struct ServerPlace {
    int number = 0;
    QString code; ///< of a region
    QString name;
    int boss = 0; ///< of a team; 0: nobody
    int region = 0; ///< of a team; 0: not bound to one
    bool closed = false;
    int people = 0;
};
/// For whoever installs the server. Error: SERVER_NOT_INSTALLED.
Result<std::vector<ServerPlace>> serverPlaces(ServerLink& link, PlaceKind kind);
/// Answers the number it got. Errors: DUPLICATE (code of a region), VALUE_INVALID,
/// REFERENCE_UNKNOWN, PERMISSION.
Result<int> addServerPlace(ServerLink& link, PlaceKind kind, const QJsonObject& columns);
/// Errors: as above, PLACE_IN_USE when it is closed with people in it.
Result<void> changeServerPlace(
    ServerLink& link, PlaceKind kind, int number, const QJsonObject& columns);

} // namespace chengdan::sync
