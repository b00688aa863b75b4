// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/sync/server_link.h"

namespace chengdan::ctl {

/// `server status`: what lies on a server and who is connected.
Outcome runServerStatus(const Call& call, sync::ServerLink& link);

} // namespace chengdan::ctl
