// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/storage/database.h"

namespace chengdan::sync {

/// What a company file knows of the server it is a copy of. Kept in the file's own tables `_link`
/// and `_m`, never journalled and never sent.
struct Link {
    QString dsn; ///< host, port, database, TLS, as libpq writes it; neither login nor password
    QString login; ///< of the server: u and the person's number
    PersonId person;
    RawId device; ///< this copy; bound to the person
    QString deviceCode; ///< stands in document numbers
    QString company;
    QString epoch; ///< of the server; empty before the first contact
    QString cursor; ///< snapshot up to which everything was received; empty before the first pull
    qint64 batch = 0; ///< number of the last batch made
    Instant lastContact; ///< of this copy's clock
    bool loaded = false; ///< the first load is complete
};

/// The link of this file; nothing in a single-user file.
Result<std::optional<Link>> linkOf(storage::Database& database);
/// The same, for whoever has a connection. Throws StorageFault.
std::optional<Link> readLink(storage::Connection& connection);
/// Writes all of it. Inside a write; throws StorageFault.
void writeLink(storage::Connection& connection, const Link& link);

/// Makes the tables a copy needs beside those of every company file. Inside a write; may be called
/// again.
///
///   _link    one row, see Link
///   _stale   rows to be received again, whatever the feed says
///   _later   indexes left away until the first load is complete
void prepareReplica(storage::Connection& connection);

/// Rows that come from the server are not sent back to it: the journal and audit triggers are
/// silent while this lives. Inside a write.
class Quiet {
public:
    explicit Quiet(storage::Connection& connection);
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    storage::Connection& m_connection;
};

/// A copy that heard nothing from its server for longer than the company's setting
/// (access::SettingKey::CopyDays) allows is not opened: a courtesy of this program, not a
/// protection (whoever has the disk has the data). REPLICA_STALE; a single-user file is never
/// stale.
Result<void> requireFresh(storage::Database& database, Instant now);

} // namespace chengdan::sync
