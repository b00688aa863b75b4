// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/connection.h"
#include "core/sync/pull.h"

namespace chengdan::sync {

/// The owner of tables whose rows go by no owner, in `_load`.
inline constexpr int kNoOwner = -1;

/// Whether this person is shown any row of the table at all.
bool showsTable(const Reach& reach, const schema::RecordType& type);

/// What a new reach means for the rows a copy holds.
struct ScopeChange {
    struct Part {
        const schema::RecordType* type = nullptr;
        int owner = kNoOwner;
    };
    std::vector<Part> gained; ///< to be loaded
    std::vector<Part> lost; ///< to be evicted, but for rows of granted customers
    std::vector<QString> gainedRoots; ///< customers now shown
    std::vector<QString> lostRoots; ///< customers whose time is over
};

/// The reach this copy was last brought to; nothing before the first pull.
std::optional<Reach> storedReach(storage::Connection& connection);
/// The same with everything noted since: rows that were received and not yet settled may be from
/// any of it.
std::optional<Reach> touchedReach(storage::Connection& connection);
/// Before the first row of a pull is written: should it end there, and the reach with it, the next
/// one still knows what to look for.
void noteReach(storage::Connection& connection, const Reach& reach);
/// The copy has been brought to this reach; what was noted is settled.
void storeReach(storage::Connection& connection, const Reach& reach);
/// Who else is shown this customer, by its id as text, as of the last pull.
std::vector<GivenAccess> storedGiven(storage::Connection& connection, const QString& customer);
/// Customers for which that differs from what is stored; before storeReach().
std::set<QString> changedGiven(storage::Connection& connection, const Reach& now);
/// What is gained beyond `before`, and what of `touched` is lost.
ScopeChange scopeChange(const schema::RecordTypes& types,
    const std::optional<Reach>& before,
    const std::optional<Reach>& touched,
    const Reach& now);

} // namespace chengdan::sync
