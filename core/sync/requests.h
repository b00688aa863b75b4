// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/server_link.h"

#include <QJsonObject>

#include <set>

namespace chengdan::sync {

/// An act that only one person can win, or that needs the server's authority. It waits in the copy
/// until the server has answered, and counts only then.
struct Request {
    enum class Kind { RegisterCustomer, Claim, Transfer, GrantAccess, RevokeAccess };
    enum class Status { Queued, Done, Refused };
    RawId id;
    Kind kind = Kind::Claim;
    /// customer or customers, receiver, until, reason: as the server's function; and `title`, what
    /// the customer was called when it was asked about
    QJsonObject args;
    Status status = Status::Queued;
    Error why; ///< of a refusal
    Instant madeAt;
};

/// The newest first; done ones are kept for 30 days.
Result<std::vector<Request>> requests(storage::Database& database);
qint64 queuedRequests(storage::Connection& connection);
/// Those with these numbers, in no order; what is gone is left out.
Result<std::vector<Request>> requestsWith(
    storage::Database& database, const std::vector<RawId>& ids);
/// Numbers of all that wait for an answer.
Result<std::vector<RawId>> queuedIds(storage::Database& database);
/// Whether a customer waits for an answer of this kind.
bool isQueued(storage::Connection& connection, Request::Kind kind, CustomerId customer);

/// Queued and refused ones about a customer, but for those that register it; the newest first.
std::vector<Request> openRequests(storage::Connection& connection, CustomerId customer);
/// Customers about whom an act waits for the server's answer, but for those that register one: a
/// new customer says so in its status. 16 bytes each.
std::set<QByteArray> waitingCustomers(storage::Connection& connection);

/// Asks for an act; the next contact with the server carries it there. Asking again for what is
/// queued already changes nothing.
Result<void> ask(storage::Database& database,
    PersonId actor,
    IdSource& ids,
    Request::Kind kind,
    const QJsonObject& args);
/// Asks once more for what was refused, as the rows now are. Errors: NOT_FOUND.
Result<void> askAgain(storage::Database& database, PersonId actor, IdSource& ids, RawId refused);
/// Takes a refused one out of the list. A customer that was not registered leaves this copy with
/// everything that hangs on it, into the tray.
Result<void> dropRequest(storage::Database& database, PersonId actor, RawId refused);

/// New customers become requests to register them: their entries leave the journal.
Result<void> queueRegistrations(storage::Database& database, IdSource& ids);
/// Whether entries of new customers are still in the journal: they become requests some hundreds at
/// a time.
Result<bool> registrationsWait(storage::Database& database);
/// Sends what is queued, the oldest first. An error is the connection's; refusals are answers.
Result<void> sendRequests(storage::Database& database, ServerLink& server);

} // namespace chengdan::sync
