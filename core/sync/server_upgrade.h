// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// From which schema version to which; the same when only functions were laid anew.
struct ServerUpgrade {
    int from = 0;
    int to = 0;
};

/// Brings an installed server to what this program installs: tables, columns and indexes it lacks
/// are added, everything that is no data is laid anew. In one transaction, while clients are
/// connected: it waits for what they do at the moment, and they wait for it. Data, history, logins
/// and epoch stay. The link belongs to a superuser. Errors: SERVER_NOT_INSTALLED, SERVER_NEWER,
/// SERVER_RIGHTS, SERVER_BUSY (somebody keeps a transaction open).
Result<ServerUpgrade> upgradeServer(ServerLink& link, const schema::RecordTypes& types);

} // namespace chengdan::sync
