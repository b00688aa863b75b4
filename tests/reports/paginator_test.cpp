// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/paginator.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace chengdan::reports;

namespace {

// Pages of 100, a header of 5, rows of 10, totals 10, two terms of 5, signatures 20.
Flow paginatorFlow(size_t rows)
{
    Flow flow;
    flow.firstPage = 100;
    flow.laterPage = 100;
    flow.tableHeader = 5;
    flow.lead = {FlowPart{30}};
    flow.rows.assign(rows, FlowPart{10});
    flow.closing = {FlowPart{10}, FlowPart{5}, FlowPart{5}, FlowPart{20}};
    return flow;
}

std::vector<int> placedOn(const PageFlow& page, FlowKind kind)
{
    std::vector<int> found;
    for (const Placement& placement : page) {
        if (placement.kind == kind)
            found.push_back(placement.index);
    }
    return found;
}

FlowPart linesOf(int count, qreal lineHeight)
{
    FlowPart part{count * lineHeight, {}};
    for (int line = 1; line < count; ++line)
        part.cuts.push_back(line * lineHeight);
    return part;
}

// Every part is placed completely, once, in order, inside the page and without overlapping.
void checkComplete(const Flow& flow, const std::vector<PageFlow>& pages)
{
    std::vector<qreal> done(flow.rows.size() + flow.closing.size(), 0);
    for (size_t number = 0; number < pages.size(); ++number) {
        qreal reached = 0;
        for (const Placement& placement : pages[number]) {
            REQUIRE(placement.top == Approx(reached));
            reached = placement.top + placement.to - placement.from;
            REQUIRE(reached <= (number == 0 ? flow.firstPage : flow.laterPage) + 0.001);
            const auto index = static_cast<size_t>(placement.index);
            if (placement.kind == FlowKind::Row) {
                REQUIRE(done[index] == Approx(placement.from));
                done[index] = placement.to;
            } else if (placement.kind == FlowKind::Closing) {
                done[flow.rows.size() + index] = placement.to;
            }
        }
    }
    for (size_t i = 0; i < flow.rows.size(); ++i)
        REQUIRE(done[i] == Approx(flow.rows[i].height));
    for (size_t i = 0; i < flow.closing.size(); ++i)
        REQUIRE(done[flow.rows.size() + i] == Approx(flow.closing[i].height));
}

} // namespace

TEST_CASE("a row that fits on a page is never split", "[reports][paginator]")
{
    const size_t rows = GENERATE(as<size_t>(), 0, 1, 2, 3, 6, 7, 15, 16, 17, 60);
    Flow flow = paginatorFlow(rows);
    for (FlowPart& row : flow.rows)
        row = linesOf(4, 2.5);
    const auto pages = paginate(flow);
    checkComplete(flow, pages);
    for (const PageFlow& page : pages) {
        for (const Placement& placement : page) {
            if (placement.kind == FlowKind::Row)
                CHECK(placement.to - placement.from == Approx(10));
        }
    }
}

TEST_CASE("the header stands above the rows of every page and never alone", "[reports][paginator]")
{
    for (size_t rows = 0; rows < 40; ++rows) {
        for (const PageFlow& page : paginate(paginatorFlow(rows))) {
            const auto headers = placedOn(page, FlowKind::TableHeader).size();
            CHECK(headers == (placedOn(page, FlowKind::Row).empty() ? 0U : 1U));
        }
    }
}

TEST_CASE("the totals and the signatures stay with the last two rows", "[reports][paginator]")
{
    for (size_t rows = 1; rows < 60; ++rows) {
        const auto pages = paginate(paginatorFlow(rows));
        INFO(rows << " rows");
        CHECK(placedOn(pages.back(), FlowKind::Row).size() >= std::min<size_t>(2, rows));
        CHECK(placedOn(pages.back(), FlowKind::Closing) == std::vector<int>{0, 1, 2, 3});
    }
}

TEST_CASE("the number of pages follows from the heights", "[reports][paginator]")
{
    // 30 lead + 5 header + 2 rows + 40 closing = 95 on one page; a third row needs a second page.
    CHECK(paginate(paginatorFlow(2)).size() == 1);
    CHECK(paginate(paginatorFlow(3)).size() == 2);
    // Six rows stand on page one, nine on a full page, five beside the closing parts.
    CHECK(paginate(paginatorFlow(11)).size() == 2);
    CHECK(paginate(paginatorFlow(12)).size() == 3);
    CHECK(paginate(Flow{}).size() == 1);
}

TEST_CASE("a row taller than a page is split between its text lines", "[reports][paginator]")
{
    Flow flow = paginatorFlow(3);
    flow.rows[1] = linesOf(60, 4);
    const auto pages = paginate(flow);
    checkComplete(flow, pages);
    int stretches = 0;
    for (const PageFlow& page : pages) {
        for (const Placement& placement : page) {
            if (placement.kind != FlowKind::Row || placement.index != 1)
                continue;
            ++stretches;
            CHECK(std::fmod(placement.from, 4.0) == Approx(0));
            CHECK(std::fmod(placement.to, 4.0) == Approx(0));
        }
    }
    // 13 lines beside lead and first row, 23 on each full page, one left.
    CHECK(stretches == 4);
}

TEST_CASE("totals after a row taller than a page keep some of its lines", "[reports][paginator]")
{
    const int lines = GENERATE(range(24, 80));
    Flow flow = paginatorFlow(1);
    flow.rows[0] = linesOf(lines, 4);
    const auto pages = paginate(flow);
    checkComplete(flow, pages);
    for (const PageFlow& page : pages) {
        const auto closing = placedOn(page, FlowKind::Closing);
        if (!closing.empty() && closing.front() == 0)
            CHECK_FALSE(placedOn(page, FlowKind::Row).empty());
    }
}

TEST_CASE("terms longer than a page run on and the signatures stay with their end",
    "[reports][paginator]")
{
    const int lines = GENERATE(range(10, 70));
    Flow flow = paginatorFlow(5);
    flow.closing[2] = linesOf(lines, 4);
    const auto pages = paginate(flow);
    checkComplete(flow, pages);
    const auto last = placedOn(pages.back(), FlowKind::Closing);
    REQUIRE(last.size() >= 2);
    CHECK(last.back() == 3);
    for (const PageFlow& page : pages) {
        const auto closing = placedOn(page, FlowKind::Closing);
        if (!closing.empty() && closing.front() == 0)
            CHECK(placedOn(page, FlowKind::Row).size() >= 2);
    }
}
