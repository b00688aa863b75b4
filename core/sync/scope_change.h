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
void storeReach(storage::Connection& connection, const Reach& reach);
ScopeChange scopeChange(
    const schema::RecordTypes& types, const std::optional<Reach>& before, const Reach& now);

} // namespace chengdan::sync
