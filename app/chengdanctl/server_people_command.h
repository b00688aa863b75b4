// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/sync/server_link.h"

#include <optional>

namespace chengdan::ctl {

/// What stands behind `--role`, as the server takes it.
Result<QByteArray> rolesForServer(const QString& text);

/// `server user set|roles NUMBER …`; nothing when it is another act.
std::optional<Outcome> changeServerPerson(const Call& call, sync::ServerLink& link);

/// `server team|region list|add|set|close|reopen …`; nothing when it is no such act.
std::optional<Outcome> runServerPlace(const Call& call, sync::ServerLink& link);

} // namespace chengdan::ctl
