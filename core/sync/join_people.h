// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join_plan.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// Adds to the server the regions, teams and people of a file that `plan` says are to be added,
/// with their roles, and fills in the numbers they got there. For an administrator. Stopped or
/// killed in between, a new plan knows those that are there. Errors: LOGIN_TAKEN, DUPLICATE,
/// PERMISSION, SERVER_*.
Result<void> addPeople(
    ServerLink& server, const schema::RecordTypes& types, const OwnFile& mine, PeoplePlan& plan);

} // namespace chengdan::sync
