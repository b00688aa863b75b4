// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/funnel.h"
#include "core/analytics/home_figures.h"
#include "core/analytics/open_quotes.h"
#include "core/quoting/quote.h"
#include "tests/support/pipeline_fixture.h"

using namespace chengdan;
using analytics::FunnelFilter;
using pipeline::LossReason;
using pipeline::MoveNote;
using pipeline::Opportunity;
using tests::CompanyFixture;
using tests::PipelineFixture;
using tests::value;

namespace {

// Three opportunities worked on over a month: one sits in proposal, one is won, one is lost.
struct WorkedCompany : PipelineFixture {
    WorkedCompany()
        : PipelineFixture({&schema::describe<quoting::Quote>()})
    {
        const Opportunity a = make(100000);
        const Opportunity b = make(250000);
        const Opportunity c = make(30000);
        passDays(5);
        value(service.move(a.id, stage("needs")));
        value(service.move(b.id, stage("needs")));
        passDays(10);
        value(service.move(a.id, stage("proposal")));
        value(service.move(b.id, stage("won")));
        MoveNote note;
        note.lossReason = LossReason::Price;
        value(service.move(c.id, stage("lost"), note));
    }
    analytics::Funnel funnelFor(const FunnelFilter& filter = {})
    {
        return value(analytics::funnel(reader(), filter, clock.today()));
    }
    void addQuote(quoting::QuoteState state, qint64 fen, QDate validUntil)
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            quoting::Quote quote;
            quote.id = QuoteId::make(ids);
            quote.meta.owner = owner->id();
            quote.number = QStringLiteral("QT-%1").arg(++quotes);
            quote.customer = customer.id;
            quote.state = state;
            quote.grossTotal = {fen};
            quote.baseTotal = {fen};
            quote.validUntil = validUntil;
            storage::insert(transaction, quote);
            return {};
        }));
    }
    int quotes = 0;
};

} // namespace

TEST_CASE("the funnel of a file comes from its stage changes", "[analytics][funnel]")
{
    WorkedCompany company;
    const auto funnel = company.funnelFor();
    REQUIRE(funnel.stages.size() == 7);
    CHECK(funnel.stages[0].reached == 3);
    CHECK(funnel.stages[0].endedStays == 3);
    CHECK(funnel.stages[0].meanTenths == 83); // 5, 5 and 15 days
    CHECK(funnel.stages[1].medianTenths == 100);
    CHECK(funnel.stages[2].count == 1);
    CHECK(funnel.stages[2].weighted == Money::fromFen(40000));
    CHECK(funnel.openAmount == Money::fromFen(100000));
}

TEST_CASE("the rows behind a bar add up to the bar", "[analytics][funnel]")
{
    WorkedCompany company;
    company.make(777);
    const auto funnel = company.funnelFor();
    qint64 all = 0;
    for (const auto& bar : funnel.stages) {
        const auto rows = analytics::funnelRows(company.reader(), {}, bar.stage.id);
        CHECK(static_cast<qint64>(rows.size()) == bar.count);
        qint64 sum = 0;
        for (const qint64 rid : rows)
            sum += storage::findByRid<Opportunity>(company.reader(), rid)->amount.minor;
        CHECK(sum == bar.amount.minor());
        all += bar.count;
    }
    CHECK(all == company.count("SELECT count(*) FROM opportunity WHERE deleted = 0"));
}

TEST_CASE("the funnel can be narrowed to owners, dates and a region", "[analytics][funnel]")
{
    WorkedCompany company;
    const auto counted = [&](const FunnelFilter& filter) {
        qint64 count = 0;
        for (const auto& bar : company.funnelFor(filter).stages)
            count += bar.count;
        return count;
    };
    CHECK(counted({}) == 3);
    CHECK(counted({.owners = {company.owner->id()}}) == 3);
    CHECK(counted({.owners = {PersonId::fromNumber(9)}}) == 0);
    CHECK(counted({.openedFrom = QDate(2026, 3, 12)}) == 3);
    CHECK(counted({.openedFrom = QDate(2026, 3, 13)}) == 0);
    CHECK(counted({.openedUntil = QDate(2026, 3, 11)}) == 0);
    CHECK(counted({.region = RegionId::fromNumber(1)}) == 0);
}

TEST_CASE("stage changes count in the order they happened, however they lie in the file",
    "[analytics][funnel]")
{
    WorkedCompany company;
    const auto before = company.funnelFor();
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("UPDATE stage_change SET rid = 100000 - rid"));
            return {};
        }));
    qint64 told = 0;
    const auto after = value(analytics::funnel(
        company.reader(), {}, company.clock.today(), [&told](qint64, qint64) { ++told; }));
    REQUIRE(after.stages.size() == before.stages.size());
    for (std::size_t i = 0; i < after.stages.size(); ++i) {
        CHECK(after.stages[i].count == before.stages[i].count);
        CHECK(after.stages[i].reached == before.stages[i].reached);
        CHECK(after.stages[i].endedStays == before.stages[i].endedStays);
        CHECK(after.stages[i].meanTenths == before.stages[i].meanTenths);
    }
    CHECK(told == 0); // so few rows are not worth a word
}

TEST_CASE("a day of a stay ends at the company's midnight", "[analytics][funnel]")
{
    WorkedCompany company;
    const Instant lateEvening = startOf(QDate(2026, 4, 2), "Asia/Shanghai");
    const auto at = [&](qint64 minutes) {
        const Instant now = Instant::fromMilliseconds(lateEvening.milliseconds() + minutes * 60000);
        company.clock.set(now, dateIn(now, "Asia/Shanghai"));
    };
    at(-1);
    const auto made = company.make(1);
    at(1);
    value(company.service.move(made.id, company.stage("sample")));
    at(24 * 60 - 1);
    value(company.service.move(made.id, company.stage("negotiation")));
    const auto funnel = company.funnelFor();
    CHECK(funnel.stages[0].meanTenths == 65); // 5, 5, 15 and 1 day in two minutes
    CHECK(funnel.stages[3].meanTenths == 0); // 24 hours within one date
}

TEST_CASE("a deleted opportunity leaves the funnel with its history", "[analytics][funnel]")
{
    WorkedCompany company;
    const auto extra = company.make(1);
    company.passDays(2);
    value(company.service.move(extra.id, company.stage("sample")));
    CHECK(company.funnelFor().stages[3].count == 1);
    value(company.service.remove(extra.id));
    const auto funnel = company.funnelFor();
    CHECK(funnel.stages[3].count == 0);
    CHECK(funnel.stages[0].endedStays == 3);
}

TEST_CASE("the home figures count what was won, opened and is due", "[analytics][home]")
{
    WorkedCompany company; // today is 2026-03-27, two weeks and a day after the start
    const auto open = company.opportunity(5);
    auto due = open;
    due.nextOn = company.clock.today();
    value(company.service.create(due));
    const auto figures = analytics::homeFigures(company.reader(), {}, company.clock.today());
    CHECK(figures.wonThisMonth == Money::fromFen(250000));
    CHECK(figures.wonCount == 1);
    CHECK(figures.wonLastMonth == Money::fromFen(0));
    CHECK(figures.openedThisMonth == 4);
    CHECK(figures.overdueSteps == 1); // the one in proposal; won and lost ones have no next step
    CHECK(figures.dueToday == 1);
    const PersonId nobody[] = {PersonId::fromNumber(9)};
    CHECK(analytics::homeFigures(company.reader(), nobody, company.clock.today()).wonCount == 0);

    const auto next = analytics::homeFigures(company.reader(), {}, QDate(2026, 4, 28));
    CHECK(next.wonThisMonth == Money::fromFen(0));
    CHECK(next.wonLastMonth == Money::fromFen(250000));

    const auto steps = analytics::dueSteps(company.reader(), {}, company.clock.today(), 10);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].nextOn < steps[1].nextOn);
    CHECK(steps[0].customer == company.customer.name);
    CHECK(analytics::dueSteps(company.reader(), {}, company.clock.today(), 1).size() == 1);
}

TEST_CASE("open quotes are those on which something is still to be done", "[analytics][quotes]")
{
    using quoting::QuoteState;
    WorkedCompany company;
    const QDate today = company.clock.today();
    company.addQuote(QuoteState::Draft, 100, QDate());
    company.addQuote(QuoteState::Submitted, 200, today.addDays(20));
    company.addQuote(QuoteState::Approved, 400, today.addDays(15));
    company.addQuote(QuoteState::Sent, 800, today.addDays(7));
    company.addQuote(QuoteState::Sent, 1600, today.addDays(-1));
    company.addQuote(QuoteState::Sent, 3200, today.addDays(8));
    company.addQuote(QuoteState::Accepted, 6400, today);
    company.addQuote(QuoteState::Superseded, 6400, today);
    const auto open = value(analytics::openQuotes(company.reader(), {}, today));
    CHECK(open.rows.size() == 6);
    CHECK(open.drafts == 1);
    CHECK(open.waiting == 1);
    CHECK(open.approved == 1);
    CHECK(open.sent == 3);
    CHECK(open.endingSoon == 1);
    CHECK(open.outOfDate == 1);
    CHECK(open.total == Money::fromFen(6300));
    CHECK(open.rows.front().validUntil == today.addDays(-1));
    CHECK(open.rows.back().state == QuoteState::Draft);
    CHECK(open.rows.front().customer == company.customer.name);
    const PersonId nobody[] = {PersonId::fromNumber(9)};
    CHECK(value(analytics::openQuotes(company.reader(), nobody, today)).rows.empty());
}
