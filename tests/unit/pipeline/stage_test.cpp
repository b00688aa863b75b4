// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage.h"
#include "core/pipeline/stage_presets.h"
#include "tests/support/pipeline_fixture.h"

using namespace chengdan;
using pipeline::Stage;
using pipeline::StageKind;
using pipeline::StagePreset;
using pipeline::StageService;
using tests::PipelineFixture;
using tests::value;

TEST_CASE("every shipped chain has open stages of rising probability, one won and one lost",
    "[pipeline][stage]")
{
    const auto preset = GENERATE(StagePreset::Manufacturing, StagePreset::General);
    int won = 0;
    int lost = 0;
    Rate last;
    for (const Stage& stage : pipeline::presetStages(preset)) {
        won += stage.kind == StageKind::Won ? 1 : 0;
        lost += stage.kind == StageKind::Lost ? 1 : 0;
        if (stage.kind == StageKind::Open) {
            CHECK(stage.probability > last);
            CHECK(stage.probability < Rate::fromWhole(1));
            last = stage.probability;
        }
    }
    CHECK(won == 1);
    CHECK(lost == 1);
}

TEST_CASE("a chain is put into a file once", "[pipeline][stage]")
{
    PipelineFixture company;
    const auto again = value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<std::vector<Stage>> {
            return pipeline::insertPreset(transaction, company.ids, StagePreset::General);
        }));
    CHECK(again.size() == company.stages.size());
    CHECK(again.front().id == company.stages.front().id);
}

TEST_CASE("the chain keeps an open, a won and a lost stage", "[pipeline][stage]")
{
    PipelineFixture company;
    StageService service(company.context);
    Stage lost = company.stages.back();
    REQUIRE(lost.kind == StageKind::Lost);
    lost.active = false;
    CHECK(service.update(lost).error().code == QStringLiteral("STAGE_LAST"));
    CHECK(service.remove(lost.id).error().code == QStringLiteral("STAGE_LAST"));
    CHECK(company.count("SELECT count(*) FROM stage WHERE active = 1 AND deleted = 0") == 7);
}

TEST_CASE("nobody moves into a stage that is out of use", "[pipeline][stage]")
{
    PipelineFixture company;
    const auto made = company.make();
    Stage sample = company.stages[3];
    sample.active = false;
    value(StageService(company.context).update(sample));
    const auto refused = company.service.move(made.id, sample.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("STAGE_INACTIVE"));
    CHECK(refused.error().arg(QStringLiteral("stage")) == QStringLiteral("样品试制"));
}

TEST_CASE("a stage with opportunities keeps its outcome and is not deleted", "[pipeline][stage]")
{
    PipelineFixture company;
    company.make();
    StageService service(company.context);
    Stage lead = company.stages.front();
    lead.kind = StageKind::Won;
    CHECK(service.update(lead).error().code == QStringLiteral("STAGE_KIND"));
    CHECK(service.remove(lead.id).error().code == QStringLiteral("IN_USE"));
}

TEST_CASE("the chain is edited by administrators only", "[pipeline][permission]")
{
    PipelineFixture company;
    const auto rep = company.join(
        "rep", {tests::CompanyFixture::role(access::Role::Sales, access::RoleScope::All)});
    const auto asRep = company.as(rep);
    Stage stage = company.stages.front();
    stage.limitDays = 5;
    CHECK(StageService(asRep).update(stage).error().code == QStringLiteral("PERMISSION"));
    stage.limitDays = -1;
    CHECK(StageService(company.context).update(stage).error().code
        == QStringLiteral("DAYS_NEGATIVE"));
}
