// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::pipeline {

/// Why an opportunity was lost; demanded before it can be closed.
enum class LossReason {
    Price,
    Delivery,
    Technology,
    Payment,
    Relationship,
    Cancelled,
    NoReply,
    Other
};
std::span<const schema::Choice> choices(LossReason value);

/// A deal in the making: one customer wants something, worth about `amount`. Moves through stages
/// by OpportunityService::move only, which writes a StageChange for every move.
struct Opportunity {
    OpportunityId id;
    schema::RowMeta meta;
    QString number; ///< given on creating, unique
    QString name; ///< what is to be sold
    CustomerId customer;
    std::optional<ContactId> contact;
    StageId stage;
    schema::MinorUnits amount; ///< expected, tax included
    Currency currency;
    std::optional<Rate> probability; ///< only when it differs from the stage's
    QDate expectedClose;
    QString nextStep;
    QDate nextOn;
    QDate openedOn;
    QDate enteredStageOn; ///< since when it has been in its stage
    QDate closedOn; ///< invalid while open
    QString source;
    QString competitor;
    std::optional<LossReason> lossReason;
    QString lossNote;
    QString remark;
};

/// One move of one opportunity. Written once, never changed; funnel and dwell times are computed
/// from these rows alone.
struct StageChange {
    StageChangeId id;
    schema::RowMeta meta;
    OpportunityId opportunity;
    std::optional<StageId> from; ///< nothing: the opportunity began here
    StageId to;
    Instant at;
    PersonId by;
    QString reason;
};

} // namespace chengdan::pipeline

namespace chengdan {
template <>
const schema::RecordType& schema::describe<pipeline::Opportunity>();
template <>
const schema::RecordType& schema::describe<pipeline::StageChange>();
} // namespace chengdan
