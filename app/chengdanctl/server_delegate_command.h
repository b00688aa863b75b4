// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/sync/server_link.h"

#include <optional>

namespace chengdan::ctl {

/// `server delegate list | add GIVER TAKER … | withdraw ID`, for whoever signs in by the DSN: a
/// person gives what is the own, an administrator what is another's. Nothing when it is no such
/// act.
std::optional<Outcome> runServerDelegate(const Call& call, sync::ServerLink& link);

} // namespace chengdan::ctl
