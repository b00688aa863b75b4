// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/exchange/demo_people.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage.h"

namespace chengdan::exchange {

struct DemoDealCounts {
    int opportunities = 0;
    int activities = 0;
    int quotes = 0;
};

/// An opportunity that has come as far as a quote.
struct DemoDeal {
    pipeline::Opportunity opportunity;
    pipeline::StageKind kind = pipeline::StageKind::Open;
};

/// Opportunities with their stage changes and journal entries over the last three years. Every
/// opportunity begins in the first stage, its stage changes follow each other in time and end in
/// the stage it stands in; whoever is closed has a closing date. Answers those to quote for, oldest
/// first: the newest that have come far enough, more than half of them open, the others won and
/// lost in equal parts.
std::vector<DemoDeal> insertDemoDeals(DemoRows& rows,
    IdSource& ids,
    const std::vector<DemoCustomer>& customers,
    QDate today,
    const DemoDealCounts& counts);

/// What one journal entry says: a sentence that fits the stage (0 = first) of the opportunity.
void writeDemoSentence(
    activities::Activity& activity, int stage, const QString& product, DemoRandom& random);

/// Things a parts maker is asked for.
QString demoProduct(DemoRandom& random);
/// A brand of a competitor.
QString demoCompetitor(DemoRandom& random);
/// What somebody should do next in that stage.
QString demoNextStep(int stage, DemoRandom& random);
/// Why an opportunity was lost, in a person's words.
QString demoLossNote(pipeline::LossReason reason, DemoRandom& random);

} // namespace chengdan::exchange
