// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/sync/server_link.h"

#include <optional>

namespace chengdan::ctl {

/// `audit verify|tail --dsn DSN`: the history of a shared database.
Outcome runServerAudit(const Call& call);

/// `server device list | revoke ID`; nothing when it is no such act.
std::optional<Outcome> runServerDevice(const Call& call, sync::ServerLink& link);

} // namespace chengdan::ctl
