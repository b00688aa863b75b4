// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_link.h"

#include <optional>

namespace chengdan::sync {

/// Somebody stands in for somebody else for a while. `sight`: sees the rows that the giver sees by
/// the giver's own roles; `approvals`: decides the giver's steps, recorded as "taker for giver".
/// Rights such as that to costs are never given along, and nothing of it is passed on.
struct Delegation {
    enum class State { Coming, Active, Over, Withdrawn };
    QString id;
    int giver = 0;
    QString giverName;
    int taker = 0;
    QString takerName;
    Instant since;
    Instant until; ///< without effect from here on
    bool sight = false;
    bool approvals = false;
    QString reason;
    int madeBy = 0; ///< 0: whoever keeps the machine
    QString madeByName;
    State state = State::Over;
};
/// Those given and got by whoever asks, an administrator's are everybody's; what is under way or
/// to come stands first.
Result<std::vector<Delegation>> serverDelegations(ServerLink& link);

struct NewDelegation {
    int giver = 0;
    int taker = 0;
    std::optional<Instant> since; ///< none, or what lies behind: from now on
    Instant until;
    bool sight = true;
    bool approvals = true;
    QString reason;
};
/// Answers its id. Everybody gives what is the own, an administrator what is another's; nobody
/// takes. Errors, with the field they concern (giver, taker, until, what, reason): PERMISSION,
/// DELEGATION_SELF, RECEIVER_UNKNOWN, DELEGATION_TIME, DELEGATION_EMPTY, REASON_MISSING,
/// DELEGATION_LOOP, DELEGATION_TWICE.
Result<QString> delegate(ServerLink& link, const NewDelegation& wanted);

/// Ends one before its time. Errors: NOT_VISIBLE, DELEGATION_OVER.
Result<void> withdrawDelegation(ServerLink& link, const QString& id);

} // namespace chengdan::sync
