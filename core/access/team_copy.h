// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

namespace chengdan::access {

/// Whether the file is one person's copy of a team's data. It holds what that person may see and
/// nothing else; people, teams, regions and roles in it are the server's to change.
bool isTeamCopy(storage::Connection& connection);

/// STAFF_ON_SERVER in such a copy: what was written here would look done and be refused there.
Result<void> requireOwnStaff(storage::Connection& connection);

} // namespace chengdan::access
