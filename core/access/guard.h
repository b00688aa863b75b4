// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/storage/store.h"

namespace chengdan::access {

/// The stored row with this id, if it is within the person's reach. Errors: NOT_FOUND, NOT_YOURS.
template <typename T>
Result<T> loadWithinReach(
    const Context& context, storage::Connection& connection, const decltype(T::id)& id)
{
    auto stored = storage::load<T>(connection, id);
    if (!stored)
        return stored;
    if (auto reach = context.session.requireReach(stored->meta.owner); !reach)
        return fail(reach.error());
    return stored;
}

/// The stored row behind an edited one, if the person may change it and nobody has since it was
/// read: no save silently overwrites another. Errors: NOT_FOUND, NOT_YOURS, CHANGED_MEANWHILE.
template <typename T>
Result<T> loadForChange(const Context& context, storage::Connection& connection, const T& edited)
{
    auto stored = loadWithinReach<T>(context, connection, edited.id);
    if (stored
        && (stored->meta.changedAt != edited.meta.changedAt
            || stored->meta.changedBy != edited.meta.changedBy))
        return fail("CHANGED_MEANWHILE");
    return stored;
}

} // namespace chengdan::access
