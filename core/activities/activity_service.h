// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/activities/activity.h"

namespace chengdan::activities {

/// Keeps the journal of what happened with customers. Every act needs Right::ActivityEdit and reach
/// over the customer's owner.
class ActivityService {
public:
    explicit ActivityService(const access::Context& context)
        : m_context(context)
    {
    }
    /// Writes an entry. Time defaults to now, author to the person who acts. A price talk needs the
    /// competitor's brand and price as well. Errors: REQUIRED, TOO_LONG, TIME_IN_FUTURE,
    /// MINUTES_NEGATIVE, OTHER_CUSTOMER (contact or opportunity of another customer).
    Result<Activity> log(Activity activity);
    /// Corrects an entry; its customer stays. Errors as log, and CHANGED_MEANWHILE.
    Result<Activity> update(Activity activity);
    Result<void> remove(ActivityId id);

private:
    const access::Context& m_context;
};

/// What the rules say about an entry, apart from the rows it refers to.
Result<void> checkActivity(const Activity& activity, Instant now);

} // namespace chengdan::activities
