// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/requests.h"

namespace chengdan::sync {

/// Who has a customer, who else is shown it, and what a person may ask for about it.
struct CustomerHands {
    struct Shown {
        PersonId person;
        QString name;
        QString byName; ///< who showed it to them
        Instant until;
        QString reason;
        bool isEnding = false; ///< a withdrawal waits for the server
    };
    QString ownerName; ///< empty: nobody's, it lies in the pool
    std::vector<Shown> shown; ///< as of the last contact, for those who may end it
    std::vector<Request> open; ///< waiting and refused, the newest first
    /// Why an act is not to be had; nothing: it is. PERMISSION: this person never may.
    std::optional<Error> noClaim;
    std::optional<Error> noHandOver;
    std::optional<Error> noAccess;
};

/// The acts that decide whose a customer is and who else sees it. In a copy of a team's data each
/// becomes a request: the server decides, and nothing counts before it has answered. In a file for
/// one PC claims and handovers happen at once; access for a while is not needed there. The checks
/// here only spare the person a refusal; the server makes them again. Customers are named by their
/// local numbers.
class CustomerActs {
public:
    enum class Outcome { Done, Asked };
    explicit CustomerActs(const access::Context& context)
        : m_context(context)
    {
    }

    /// Whether such an act is anything for this person; the window leaves out what is not.
    Result<bool> mayEver(Request::Kind kind) const;
    /// Error: NOT_FOUND.
    Result<CustomerHands> hands(qint64 customer) const;
    /// Active people to whom this person may hand over, or give access.
    Result<std::vector<PersonId>> receivers(Request::Kind kind) const;

    /// Errors: PERMISSION, CUSTOMER_HELD, REQUEST_WAITS, NOT_FOUND.
    Result<Outcome> claim(qint64 customer);
    /// All or none; nobody as receiver: back into the pool. Errors: PERMISSION, NOT_YOURS,
    /// NOT_FOUND, and RECEIVER_UNKNOWN, RECEIVER_SELF (field "receiver"), REASON_MISSING
    /// ("reason").
    Result<Outcome> handOver(
        const std::vector<qint64>& customers, PersonId receiver, const QString& reason);
    /// Until the end of that day. Errors: as handOver, UNTIL_INVALID ("until"),
    /// ACCESS_NEEDS_SERVER.
    Result<Outcome> giveAccess(
        qint64 customer, PersonId receiver, QDate lastDay, const QString& reason);
    Result<Outcome> withdraw(qint64 customer, PersonId receiver);

private:
    Result<Outcome> askFor(Request::Kind kind, const QJsonObject& args);
    const access::Context& m_context;
};

} // namespace chengdan::sync
