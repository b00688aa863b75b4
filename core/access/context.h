// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/session.h"
#include "core/base/id.h"

namespace chengdan::access {

/// What every service works with: the file, who acts, what time it is and where new ids come from.
/// A service keeps the reference; the context must outlive it. Ids are drawn inside write() only,
/// that is on the writer's thread, so one source serves all threads.
///
///     access::Context context{*database, session, clock, ids};
///     auto saved = customers::CustomerService(context).create(customer);
struct Context {
    storage::Database& database;
    const Session& session;
    const Clock& clock;
    IdSource& ids;
};

} // namespace chengdan::access
