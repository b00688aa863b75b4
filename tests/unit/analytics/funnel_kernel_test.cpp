// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/funnel.h"
#include "core/pipeline/stage_presets.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using analytics::computeFunnel;
using analytics::Funnel;
using analytics::FunnelMove;
using analytics::FunnelOpportunity;
using analytics::FunnelStage;
using pipeline::Stage;
using pipeline::StageKind;
using tests::value;

namespace {

// The manufacturing chain with numbered ids: 1 lead … 5 negotiation, 6 won, 7 lost.
template <typename IdType>
IdType numbered(int number)
{
    RawId raw;
    raw.octets[15] = static_cast<unsigned char>(number % 256);
    raw.octets[14] = static_cast<unsigned char>(number / 256);
    return IdType::fromRaw(raw);
}

std::vector<Stage> chain()
{
    auto stages = pipeline::presetStages(pipeline::StagePreset::Manufacturing);
    for (std::size_t i = 0; i < stages.size(); ++i)
        stages[i].id = numbered<StageId>(static_cast<int>(i) + 1);
    return stages;
}

const QDate kToday(2026, 3, 31);

// An opportunity and the days (counted back from today) on which it entered each stage.
struct Story {
    std::vector<std::pair<int, int>> entered; // stage number, days ago
    qint64 fen = 0;
};

struct Stories {
    std::vector<FunnelOpportunity> opportunities;
    std::vector<FunnelMove> moves;
};

Stories told(const std::vector<Story>& stories)
{
    Stories result;
    int number = 0;
    for (const Story& story : stories) {
        const auto id = numbered<OpportunityId>(++number);
        for (const auto& [stage, ago] : story.entered)
            result.moves.push_back({id, numbered<StageId>(stage), kToday.addDays(-ago)});
        FunnelOpportunity& row = result.opportunities.emplace_back();
        row.id = id;
        row.stage = numbered<StageId>(story.entered.back().first);
        row.amount = Money::fromFen(story.fen);
        row.enteredStageOn = kToday.addDays(-story.entered.back().second);
    }
    return result;
}

Funnel funnelOf(const std::vector<Story>& stories)
{
    const Stories all = told(stories);
    const auto stages = chain();
    return value(computeFunnel(stages, all.opportunities, all.moves, Currency::cny(), kToday));
}

} // namespace

TEST_CASE("the funnel of five known opportunities", "[analytics][funnel]")
{
    const Funnel funnel = funnelOf({
        {{{1, 3}}, 10000}, // lead, new
        {{{1, 40}, {2, 30}}, 20001}, // lead 10 days, now in needs for 30
        {{{1, 60}, {2, 57}, {3, 41}, {6, 11}}, 500000}, // 3, 16, 30 days, won
        {{{1, 20}, {3, 14}, {7, 4}}, 70000}, // lead 6, skipped needs, proposal 10, lost
        {{{2, 9}}, 30000}, // began in needs
    });
    REQUIRE(funnel.stages.size() == 7);
    const auto& lead = funnel.stages[0];
    CHECK(lead.count == 1);
    CHECK(lead.amount == Money::fromFen(10000));
    CHECK(lead.weighted == Money::fromFen(1000));
    CHECK(lead.endedStays == 3);
    CHECK(lead.meanTenths == 63); // (10 + 3 + 6) / 3 = 6.33
    CHECK(lead.medianTenths == 60);
    CHECK(lead.reached == 5);
    CHECK(lead.conversion == Rate::fromRaw(800000)); // 4 of 5 got to needs or further
    CHECK(lead.overLimit == 0);

    const auto& needs = funnel.stages[1];
    CHECK(needs.count == 2);
    CHECK(needs.amount == Money::fromFen(50001));
    CHECK(needs.weighted == Money::fromFen(10000)); // 4000.2 and 6000 fen
    CHECK(needs.overLimit == 1); // 30 days against 21
    CHECK(needs.meanTenths == 160);
    CHECK(needs.reached == 4);
    CHECK(needs.conversion == Rate::fromRaw(500000));

    const auto& proposal = funnel.stages[2];
    CHECK(proposal.count == 0);
    CHECK(proposal.meanTenths == 200);
    CHECK(proposal.medianTenths == 200); // 10 and 30
    CHECK(proposal.conversion == Rate::fromRaw(500000)); // the won one passed sample by

    CHECK(funnel.stages[5].stage.kind == StageKind::Won);
    CHECK(funnel.stages[5].count == 1);
    CHECK_FALSE(funnel.stages[5].conversion);
    CHECK(funnel.stages[6].count == 1);
    CHECK(funnel.stages[6].reached == 1);
    CHECK(funnel.openCount == 3);
    CHECK(funnel.openAmount == Money::fromFen(60001));
    CHECK(funnel.openWeighted == Money::fromFen(11000));
}

TEST_CASE("going back does not undo having been further", "[analytics][funnel]")
{
    const Funnel funnel = funnelOf({{{{1, 30}, {3, 20}, {2, 10}}, 100}});
    CHECK(funnel.stages[1].count == 1);
    CHECK(funnel.stages[2].reached == 1);
    CHECK(funnel.stages[1].conversion == Rate::fromWhole(1));
    CHECK(funnel.stages[2].meanTenths == 100);
}

TEST_CASE("another currency is counted and not added", "[analytics][funnel]")
{
    const auto stages = chain();
    FunnelOpportunity row;
    row.id = numbered<OpportunityId>(1);
    row.stage = stages[0].id;
    row.amount = Money::fromMinor(5000, value(Currency::parse(u"USD")));
    const Funnel funnel =
        value(computeFunnel(stages, std::span(&row, 1), {}, Currency::cny(), kToday));
    CHECK(funnel.stages[0].count == 1);
    CHECK(funnel.stages[0].otherCurrency == 1);
    CHECK(funnel.stages[0].amount == Money::fromFen(0));
}

TEST_CASE("an opportunity in a stage that is gone still stands in a bar", "[analytics][funnel]")
{
    const auto stages = chain();
    FunnelOpportunity row;
    row.id = numbered<OpportunityId>(1);
    row.stage = numbered<StageId>(99);
    row.amount = Money::fromFen(7);
    const Funnel funnel =
        value(computeFunnel(stages, std::span(&row, 1), {}, Currency::cny(), kToday));
    CHECK(funnel.stages.back().count == 1);
    CHECK(funnel.stages.back().amount == Money::fromFen(7));
}

TEST_CASE("a stage out of use shows while something is or was in it", "[analytics][funnel]")
{
    auto stages = chain();
    stages[1].active = false;
    const Stories without = told({{{{1, 9}, {3, 4}}, 1}});
    CHECK(
        value(computeFunnel(stages, without.opportunities, without.moves, Currency::cny(), kToday))
            .stages.size()
        == 6);
    const Stories with = told({{{{2, 9}, {3, 4}}, 1}});
    CHECK(value(computeFunnel(stages, with.opportunities, with.moves, Currency::cny(), kToday))
              .stages.size()
        == 7);
}

TEST_CASE("a sum beyond the range is refused, not wrapped", "[analytics][funnel]")
{
    const auto stages = chain();
    const qint64 most = std::numeric_limits<qint64>::max();
    const Stories all = told({{{{1, 1}}, most}, {{{1, 1}}, most}});
    const auto refused =
        computeFunnel(stages, all.opportunities, all.moves, Currency::cny(), kToday);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("laws of the funnel", "[analytics][funnel][property]")
{
    const bool held = rc::check("bars add up and conversion never exceeds the whole", [] {
        const auto walks = *rc::gen::container<std::vector<std::vector<int>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 8))));
        std::vector<Story> stories;
        qint64 fen = 0;
        for (const auto& walk : walks) {
            Story& story = stories.emplace_back();
            int ago = static_cast<int>(walk.size()) * 5;
            for (const int stage : walk)
                story.entered.push_back({stage, ago -= 3});
            story.fen = static_cast<qint64>(stories.size()) * 101;
            fen += story.fen;
        }
        const Funnel funnel = funnelOf(stories);
        qint64 count = 0;
        qint64 amount = 0;
        qint64 stays = 0;
        for (const FunnelStage& bar : funnel.stages) {
            count += bar.count;
            amount += bar.amount.minor();
            stays += bar.endedStays;
            RC_ASSERT(bar.weighted.minor() <= bar.amount.minor());
            if (bar.conversion) {
                RC_ASSERT(*bar.conversion >= Rate());
                RC_ASSERT(*bar.conversion <= Rate::fromWhole(1));
            }
        }
        RC_ASSERT(count == static_cast<qint64>(stories.size()));
        RC_ASSERT(amount == fen);
        qint64 moves = 0;
        for (const auto& walk : walks)
            moves += static_cast<qint64>(walk.size()) - 1;
        RC_ASSERT(stays == moves);
    });
    CHECK(held);
}
