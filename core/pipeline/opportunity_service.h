// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/access/validation.h"
#include "core/activities/activity.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage.h"

namespace chengdan::pipeline {

/// What is said when an opportunity changes its stage.
struct MoveNote {
    QString reason; ///< kept in the stage change
    std::optional<LossReason> lossReason; ///< demanded when the new stage is a lost one
    QString lossNote;
    QString competitor; ///< who got the order; empty leaves what is known
};

/// Days from today to the next step of a new opportunity whose date was not typed: no open one
/// stands without a date.
inline constexpr int kDefaultNextDays = 3;

/// Keeps opportunities. Every act needs Right::OpportunityEdit and reach over the owner.
class OpportunityService {
public:
    explicit OpportunityService(const access::Context& context)
        : m_context(context)
    {
    }

    /// Gives id, number, owner (the customer's), dates and, unless one is named, the first open
    /// stage; writes the row and its first stage change together. Errors: REQUIRED, TOO_LONG,
    /// AMOUNT_NEGATIVE, RATE_RANGE, OTHER_CUSTOMER (contact), STAGE_INACTIVE, STAGE_NONE,
    /// LOSS_REASON.
    Result<Opportunity> create(Opportunity opportunity);
    /// Saves what differs. A changed stage is a move under the same rules, in the same transaction.
    /// Customer, number and owner stay. Errors as create, and CHANGED_MEANWHILE.
    Result<Opportunity> update(Opportunity opportunity);
    /// Moves to another stage: row and stage change are written together or not at all. Moving to
    /// the stage it is in changes nothing. Errors: LOSS_REASON, STAGE_INACTIVE, NOT_FOUND,
    /// NOT_YOURS.
    Result<Opportunity> move(OpportunityId id, StageId to, const MoveNote& note = {});
    /// Marks it deleted with its stage changes. IN_USE while a quote or a journal entry refers to
    /// it.
    Result<void> remove(OpportunityId id);
    /// Logs an activity of an opportunity and takes over its next step: one typing, two rows, one
    /// transaction.
    Result<activities::Activity> log(activities::Activity activity);

private:
    Result<Opportunity> enterStage(storage::Transaction& transaction,
        Opportunity opportunity,
        const std::optional<StageId>& from,
        const MoveNote& note);
    const access::Context& m_context;
};

/// What the rules say about the fields of an opportunity; for create, update and imports: REQUIRED,
/// TOO_LONG, DUPLICATE, AMOUNT_NEGATIVE, RATE_RANGE, OTHER_CUSTOMER (contact).
void checkOpportunity(
    storage::Connection& connection, const Opportunity& opportunity, access::Findings& findings);

/// Whether an opportunity may enter the stage: STAGE_INACTIVE, and LOSS_REASON when it is a lost
/// one and no reason is given.
void checkStageEntry(
    const Stage& stage, const std::optional<LossReason>& lossReason, access::Findings& findings);

/// Gives the stage changes of an opportunity its owner: parts are seen by whoever sees the whole.
void carryOwner(storage::Transaction& transaction, const Opportunity& opportunity);

/// Edits the chain itself. Needs Right::Administer. Errors: REQUIRED, DUPLICATE (code), RATE_RANGE,
/// DAYS_NEGATIVE, STAGE_LAST when no open, won or lost stage would stay in use, STAGE_KIND when the
/// outcome of a stage with opportunities would change, IN_USE on removing one.
class StageService {
public:
    explicit StageService(const access::Context& context)
        : m_context(context)
    {
    }
    Result<Stage> create(Stage stage);
    Result<Stage> update(Stage stage);
    Result<void> remove(StageId id);

private:
    const access::Context& m_context;
};

} // namespace chengdan::pipeline
