// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/reminder_ladder.h"
#include "core/base/china_calendar.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;
using activities::climb;
using activities::DayCount;
using activities::LadderState;
using activities::parseRungs;
using activities::ReminderLadder;
using activities::SpokenRung;
using tests::value;

namespace {

ReminderLadder usualLadder()
{
    return {{3, 7, 15}, DayCount::Calendar, 1};
}

ReminderLadder anyLadder()
{
    ReminderLadder ladder;
    int days = 0;
    for (int rung = *rc::gen::inRange(1, 6); rung > 0; --rung)
        ladder.rungs.push_back(days += *rc::gen::inRange(1, 12));
    ladder.count = *rc::gen::element(DayCount::Calendar, DayCount::Working);
    ladder.managerFrom = *rc::gen::inRange(0, 6);
    return ladder;
}

} // namespace

TEST_CASE("a silence is told on the third, seventh and fifteenth day", "[activities][reminder]")
{
    const QDate quietSince(2026, 3, 2); // a Monday without holidays behind it
    std::optional<SpokenRung> spoken;
    QList<QDate> told;
    for (int day = 0; day < 60; ++day) {
        const QDate today = quietSince.addDays(day);
        const LadderState state = climb(usualLadder(), quietSince, spoken, today, chinaCalendar());
        if (!state.due)
            continue;
        CHECK(state.due->on == today);
        CHECK(state.due->tellsManager == (state.due->index >= 1));
        told += today;
        spoken = SpokenRung{quietSince, state.due->index};
    }
    CHECK(told == QList<QDate>{QDate(2026, 3, 5), QDate(2026, 3, 9), QDate(2026, 3, 17)});
}

TEST_CASE("a rung on a day off waits for the next working day", "[activities][reminder]")
{
    // Three days behind 29 September lies the National Day holiday, and the seventh as well.
    const QDate quietSince(2026, 9, 29);
    const LadderState during =
        climb(usualLadder(), quietSince, {}, QDate(2026, 10, 5), chinaCalendar());
    CHECK_FALSE(during.due);
    CHECK(during.nextOn == QDate(2026, 10, 8));
    // Both fell into it: the higher one speaks, once.
    const LadderState after =
        climb(usualLadder(), quietSince, {}, QDate(2026, 10, 8), chinaCalendar());
    REQUIRE(after.due);
    CHECK(after.due->days == 7);
    CHECK(after.nextOn == QDate(2026, 10, 14));
}

TEST_CASE("contact starts the ladder anew", "[activities][reminder]")
{
    const std::optional<SpokenRung> spoken = SpokenRung{QDate(2026, 3, 2), 2};
    CHECK_FALSE(
        climb(usualLadder(), QDate(2026, 3, 2), spoken, QDate(2026, 6, 1), chinaCalendar()).due);
    const LadderState anew =
        climb(usualLadder(), QDate(2026, 4, 7), spoken, QDate(2026, 4, 10), chinaCalendar());
    REQUIRE(anew.due);
    CHECK(anew.due->index == 0);
}

TEST_CASE("rungs are read as people write them", "[activities][reminder]")
{
    CHECK(value(parseRungs(u"3/7/15")) == std::vector<int>{3, 7, 15});
    CHECK(value(parseRungs(u" 3、 7，30 ")) == std::vector<int>{3, 7, 30});
    const auto text = GENERATE(values<QString>({QStringLiteral(""),
        QStringLiteral("3/"),
        QStringLiteral("7/3"),
        QStringLiteral("3/3"),
        QStringLiteral("0"),
        QStringLiteral("3.5"),
        QStringLiteral("3651"),
        QStringLiteral("三")}));
    INFO(text.toStdString());
    CHECK(parseRungs(text).error().code == QStringLiteral("REMINDER_RUNGS"));
}

TEST_CASE("looked at every day each rung speaks once, on its day", "[activities][property]")
{
    CHECK(rc::check("days of a silence", [] {
        const ReminderLadder ladder = anyLadder();
        const QDate quietSince = QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 600));
        std::optional<SpokenRung> spoken;
        std::optional<QDate> promised;
        for (int day = 0; day < 120; ++day) {
            const QDate today = quietSince.addDays(day);
            const LadderState state = climb(ladder, quietSince, spoken, today, chinaCalendar());
            RC_ASSERT(state.due.has_value() == (promised == today));
            if (state.due) {
                RC_ASSERT(state.due->on == today);
                RC_ASSERT(chinaCalendar().isWorkingDay(today));
                RC_ASSERT(!spoken || state.due->index > spoken->index);
                spoken = SpokenRung{quietSince, state.due->index};
            }
            promised = state.nextOn;
        }
        RC_ASSERT(spoken && spoken->index + 1 == int(ladder.rungs.size()));
    }));
}

TEST_CASE("however seldom one looks, the same rung has spoken last", "[activities][property]")
{
    CHECK(rc::check("looking on some days", [] {
        const ReminderLadder ladder = anyLadder();
        const QDate quietSince = QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 600));
        const QDate last = quietSince.addDays(*rc::gen::inRange(0, 90));
        const auto atOnce = climb(ladder, quietSince, {}, last, chinaCalendar());
        std::optional<SpokenRung> spoken;
        for (QDate today = quietSince; today <= last; today = today == last
                 ? last.addDays(1)
                 : std::min(last, today.addDays(*rc::gen::inRange(1, 20)))) {
            if (const auto due = climb(ladder, quietSince, spoken, today, chinaCalendar()).due)
                spoken = SpokenRung{quietSince, due->index};
        }
        RC_ASSERT(spoken.has_value() == atOnce.due.has_value());
        RC_ASSERT(!spoken || spoken->index == atOnce.due->index);
    }));
}
