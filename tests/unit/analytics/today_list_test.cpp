// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_service.h"
#include "core/analytics/today_list.h"
#include "tests/support/pipeline_fixture.h"

using namespace chengdan;
using analytics::TodayRow;
using analytics::TodayWhy;
using tests::PipelineFixture;
using tests::value;

namespace {

// Steps lie where a test puts them; the calendar knows no holiday but those of the test.
struct DayCompany : PipelineFixture {
    pipeline::Opportunity deal(int dueInDays)
    {
        pipeline::Opportunity made = opportunity();
        made.nextStep = QStringLiteral("送样");
        made.nextOn = clock.today().addDays(dueInDays);
        return value(service.create(made));
    }
    void contact(const pipeline::Opportunity& deal, bool named)
    {
        activities::Activity entry;
        entry.customer = deal.customer;
        if (named)
            entry.opportunity = deal.id;
        entry.kind = activities::ActivityKind::Call;
        entry.summary = QStringLiteral("李工确认导轨长 620 mm");
        value(activities::ActivityService(context).log(entry));
    }
    std::vector<TodayRow> list(const std::vector<PersonId>& owners = {}, int limit = 100)
    {
        return analytics::todayList(
            reader(), owners, clock.today(), analytics::usualSilenceLadder(), calendar, limit);
    }
    WorkingCalendar calendar;
};

} // namespace

TEST_CASE("the list of the day has overdue steps first, then those of today, then quiet deals",
    "[analytics][today]")
{
    DayCompany company;
    company.deal(90); // quiet from the third day on
    company.deal(10);
    company.deal(20);
    company.passDays(20);
    const auto rows = company.list();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].why == TodayWhy::Overdue);
    CHECK(rows[0].days == 10);
    CHECK(rows[1].why == TodayWhy::Due);
    CHECK(rows[1].days == 0);
    CHECK(rows[2].why == TodayWhy::Quiet);
    CHECK(rows[2].days == 20);
    CHECK(rows[2].tellsManager);
    CHECK(rows[2].customer == QStringLiteral("宁波海天塑机有限公司"));
    const auto again = company.list();
    CHECK(again.size() == rows.size()); // looking changes nothing
    CHECK(company.list({}, 2).back().why == TodayWhy::Due);
    CHECK(company.list({PersonId()}).empty()); // the pool's: none of these
    CHECK(company.list({company.owner->id()}).size() == 3);
}

TEST_CASE(
    "a contact ends the silence, with the deal named or only its customer", "[analytics][today]")
{
    const bool named = GENERATE(true, false);
    DayCompany company;
    const pipeline::Opportunity deal = company.deal(90);
    company.passDays(20);
    REQUIRE(company.list().size() == 1);
    company.contact(deal, named);
    CHECK(company.list().empty());
    company.passDays(2);
    CHECK(company.list().empty());
    company.passDays(5);
    const auto rows = company.list();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].days == 7); // counted from the contact
}

TEST_CASE(
    "a contact on another deal of the customer does not end the silence", "[analytics][today]")
{
    DayCompany company;
    const pipeline::Opportunity quiet = company.deal(90);
    const pipeline::Opportunity spoken = company.deal(90);
    company.passDays(20);
    company.contact(spoken, true);
    const auto rows = company.list();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].opportunity == quiet.id);
}

TEST_CASE("a rung that falls into a holiday waits for the first working day", "[analytics][today]")
{
    DayCompany company;
    company.deal(90);
    const QDate opened = company.clock.today();
    for (int day = 3; day <= 5; ++day) {
        company.calendar.set(
            opened.addDays(day), WorkingCalendar::Kind::Off, QStringLiteral("春节"));
    }
    company.calendar.set(opened.addDays(6), WorkingCalendar::Kind::Work, QStringLiteral("春节"));
    company.passDays(5);
    CHECK(company.list().empty());
    company.passDays(1);
    REQUIRE(company.list().size() == 1);
    CHECK(company.list().front().on == opened.addDays(6));
}

TEST_CASE("a deal that is won, lost or deleted asks for nothing", "[analytics][today]")
{
    DayCompany company;
    const pipeline::Opportunity deal = company.deal(5);
    company.passDays(20);
    REQUIRE(company.list().size() == 1);
    value(company.service.move(deal.id, company.stage("won")));
    CHECK(company.list().empty());
}
