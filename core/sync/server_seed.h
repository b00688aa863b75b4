// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// Lays what a new company begins with onto a server that was just installed: the rows of a company
/// file that belong to everybody (sales stages, price policy, settings), in one transaction. People
/// and what belongs to one of them, one PC or one customer stay behind. The link belongs to a
/// superuser. Answers how many rows were laid. Errors: SERVER_*, STORAGE_*.
/// `named`: the company's name is among them.
Result<int> layBeginnings(ServerLink& link, storage::Database& company, bool named);

} // namespace chengdan::sync
