// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/pipeline/stage.h"
#include "core/storage/connection.h"

#include <functional>
#include <span>

namespace chengdan::analytics {

/// One opportunity as the funnel sees it.
struct FunnelOpportunity {
    OpportunityId id;
    StageId stage;
    Money amount;
    std::optional<Rate> probability; ///< its own, when it differs from the stage's
    QDate enteredStageOn;
};

/// One stage change, on its date in the company's time zone.
struct FunnelMove {
    OpportunityId opportunity;
    StageId to;
    QDate on;
};

/// One bar.
struct FunnelStage {
    pipeline::Stage stage;
    qint64 count = 0; ///< opportunities that stand here now
    Money amount; ///< their sum, of those in the funnel's currency
    Money weighted; ///< the same times probability, each rounded half up
    qint64 otherCurrency = 0; ///< how many are in another currency and therefore not in the sums
    qint64 overLimit = 0; ///< how many have stayed longer than the stage's limit
    qint64 reached = 0; ///< opportunities that ever got here or further; of a lost stage: got here
    std::optional<Rate> conversion; ///< reached the next stage ÷ reached this one; none at the end
    qint64 endedStays = 0; ///< stays the two figures below rest on
    std::optional<qint64> meanTenths; ///< tenths of days of stays that have ended, half up
    std::optional<qint64> medianTenths;
};

/// The bars in the order of the chain: open stages, won, lost. Stages out of use appear while
/// something stands in them or once did. Every opportunity stands in exactly one bar.
struct Funnel {
    std::vector<FunnelStage> stages;
    qint64 openCount = 0;
    Money openAmount;
    Money openWeighted;
};

/// The kernel: plain values in, bars out. `moves` are the stage changes in the order they happened;
/// moves of opportunities that are not given are left out. Skipped stages count as reached; going
/// back does not undo having been further. Error: OVERFLOW_GUARD.
Result<Funnel> computeFunnel(std::span<const pipeline::Stage> stages,
    std::span<const FunnelOpportunity> opportunities,
    std::span<const FunnelMove> moves,
    Currency currency,
    QDate today);

/// Which opportunities are looked at.
struct FunnelFilter {
    std::vector<PersonId> owners = {}; ///< empty: everybody's (Session::visibleOwners)
    std::optional<RegionId> region = {}; ///< of the customer
    QDate openedFrom = {}; ///< invalid: no bound; both bounds inclusive
    QDate openedUntil = {};
};

/// Told now and then how many rows have been read and about how many there are.
using FunnelTold = std::function<void(qint64 read, qint64 rows)>;

/// Reads and computes the funnel in the company's currency and time zone.
Result<Funnel> funnel(storage::Connection& connection,
    const FunnelFilter& filter,
    QDate today,
    const FunnelTold& told = {});

/// The rows behind one bar: local row numbers of the opportunities it counts.
std::vector<qint64> funnelRows(
    storage::Connection& connection, const FunnelFilter& filter, StageId stage);

} // namespace chengdan::analytics
