// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pg_fixture.h"

namespace chengdan::tests {

/// A server as installation leaves it, with a team that may sign in: 1 the boss, who sees
/// everything and administers; 2 Amy and 3 Bob, sales, who see what is theirs; 4 Dan, finance.
std::unique_ptr<PgDatabase> serverWithTeam();

} // namespace chengdan::tests
