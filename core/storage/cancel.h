// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/storage/connection.h"

namespace chengdan::storage {

/// While it lives, statements of this connection end with CANCELLED once the token is cancelled,
/// also those begun later. Used by the thread of the connection.
///
///     database.read([&](Connection& connection) -> Result<Rows> {
///         const StopOnCancel stop(connection, job.token());
///         …
class StopOnCancel {
public:
    StopOnCancel(Connection& connection, const CancelToken& token)
        : m_connection(connection)
    {
        m_connection.stopWhen([token] { return token.isCancelled(); });
    }
    ~StopOnCancel() { m_connection.stopWhen({}); }
    StopOnCancel(const StopOnCancel&) = delete;
    StopOnCancel& operator=(const StopOnCancel&) = delete;

private:
    Connection& m_connection;
};

} // namespace chengdan::storage
