// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_service.h"
#include "tests/support/pipeline_fixture.h"

using namespace chengdan;
using activities::Activity;
using activities::ActivityKind;
using activities::ActivityService;
using tests::CompanyFixture;
using tests::PipelineFixture;
using tests::value;

namespace {

Activity typedVisit(const PipelineFixture& company)
{
    Activity activity;
    activity.customer = company.customer.id;
    activity.summary = QStringLiteral("看了三号线，下月要加两台");
    return activity;
}

} // namespace

TEST_CASE(
    "a journal entry takes time and author from the moment it is written", "[activities][service]")
{
    PipelineFixture company;
    const Activity logged = value(ActivityService(company.context).log(typedVisit(company)));
    CHECK(logged.at == company.clock.now());
    CHECK(logged.by == company.owner->id());
    CHECK(logged.meta.root == company.customer.id);
    CHECK(value(storage::load<Activity>(company.reader(), logged.id)).summary == logged.summary);
}

TEST_CASE("an entry may be late but not early", "[activities][service]")
{
    PipelineFixture company;
    ActivityService service(company.context);
    Activity typed = typedVisit(company);
    const qint64 now = company.clock.now().milliseconds();
    typed.at = Instant::fromMilliseconds(now - 3 * 86400000LL);
    CHECK(service.log(typed));
    typed.at = Instant::fromMilliseconds(now + 1);
    CHECK(service.log(typed).error().code == QStringLiteral("TIME_IN_FUTURE"));
}

TEST_CASE("a price talk names the competitor and the price", "[activities][service]")
{
    PipelineFixture company;
    ActivityService service(company.context);
    Activity typed = typedVisit(company);
    typed.kind = ActivityKind::PriceTalk;
    typed.summary.clear();
    const auto refused = service.log(typed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == QStringLiteral("summary"));
    REQUIRE(refused.error().more.size() == 2);
    CHECK(refused.error().more[0].field == QStringLiteral("competitor"));
    CHECK(refused.error().more[1].field == QStringLiteral("competitor_price"));
    typed.summary = QStringLiteral("对方报 24.80 含税，交期 30 天");
    typed.competitor = QStringLiteral("HIWIN");
    typed.competitorPrice = UnitPrice::fromRaw(24800000);
    const Activity logged = value(service.log(typed));
    CHECK(value(storage::load<Activity>(company.reader(), logged.id)).competitorPrice
        == UnitPrice::fromRaw(24800000));
}

TEST_CASE("an entry refers to rows of its own customer only", "[activities][service]")
{
    PipelineFixture company;
    const auto opportunity = company.make();
    const auto other = company.makeCustomer(QStringLiteral("奉化铸造厂"));
    Activity typed = typedVisit(company);
    typed.customer = other.id;
    typed.opportunity = opportunity.id;
    const auto refused = ActivityService(company.context).log(typed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("OTHER_CUSTOMER"));
    CHECK(refused.error().field == QStringLiteral("opportunity"));
    CHECK(company.count("SELECT count(*) FROM activity") == 0);
}

TEST_CASE("the journal is written with the right and within reach only", "[activities][permission]")
{
    PipelineFixture company;
    const auto costing =
        company.join("cost", {CompanyFixture::role(access::Role::Costing, access::RoleScope::All)});
    const auto rep =
        company.join("rep", {CompanyFixture::role(access::Role::Sales, access::RoleScope::Own)});
    const auto asCosting = company.as(costing);
    const auto asRep = company.as(rep);
    CHECK(ActivityService(asCosting).log(typedVisit(company)).error().code
        == QStringLiteral("PERMISSION"));
    CHECK(ActivityService(asRep).log(typedVisit(company)).error().code
        == QStringLiteral("NOT_YOURS"));
    const Activity mine = value(ActivityService(company.context).log(typedVisit(company)));
    CHECK(ActivityService(asRep).remove(mine.id).error().code == QStringLiteral("NOT_YOURS"));
    value(ActivityService(company.context).remove(mine.id));
    CHECK(company.count("SELECT count(*) FROM activity WHERE deleted = 0") == 0);
}
