// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_link.h"

#include <QJsonObject>

namespace chengdan::sync {

/// Asks one of the server's acts: `SELECT <call>` with a new request number in front of `values`.
/// What the act did, or its refusal as an Error with what the answer says about it.
Result<QJsonObject> serverAct(ServerLink& link, const QString& call, const QVariantList& values);

/// Changes columns of a person, by their names in the tables (title, team, quote_level …); login
/// and whether somebody is active have acts of their own. Errors: RECEIVER_UNKNOWN, PERSON_LEVEL,
/// PERSON_LIMIT, REFERENCE_UNKNOWN, VALUE_INVALID, ACT_ONLY, PERMISSION.
Result<void> changeServerUser(ServerLink& link, int number, const QJsonObject& columns);
/// Makes these somebody's roles, [{"role": …, "scope": …}, …]. Errors: LAST_ADMINISTRATOR,
/// RECEIVER_UNKNOWN, VALUE_INVALID, PERMISSION.
Result<void> setServerRoles(ServerLink& link, int number, const QByteArray& rolesJson);

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
