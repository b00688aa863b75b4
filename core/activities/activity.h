// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::activities {

/// The occasion of a journal entry; it decides what must be filled in (checkActivity).
enum class ActivityKind { Visit, Demo, PriceTalk, AfterSales, Call, Message, Sample, Other };
std::span<const schema::Choice> choices(ActivityKind value);

/// One journal entry: what happened with a customer, and what comes next.
struct Activity {
    ActivityId id;
    schema::RowMeta meta;
    CustomerId customer;
    std::optional<OpportunityId> opportunity;
    std::optional<ContactId> contact;
    ActivityKind kind = ActivityKind::Visit;
    Instant at; ///< when it happened, which may be before it was written down
    PersonId by; ///< who was there
    int minutes = 0; ///< how long it took; 0: not said
    QString summary;
    QString needChange; ///< what the customer wants differently now
    QString objection; ///< what holds the customer back
    QString competitor; ///< brand that was named
    std::optional<UnitPrice> competitorPrice;
    QString nextStep;
    QDate nextOn;
};

} // namespace chengdan::activities

namespace chengdan {
template <>
const schema::RecordType& schema::describe<activities::Activity>();
} // namespace chengdan
