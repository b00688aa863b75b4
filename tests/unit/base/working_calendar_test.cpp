// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/china_calendar.h"
#include "core/base/working_hours.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using tests::value;

namespace {

constexpr int kFirstShipped = 2016;
constexpr int kLastShipped = 2026;

WorkingHours usualHours()
{
    return value(WorkingHours::parse(u"08:30-12:00, 13:00-17:30"));
}

QDate anyDate()
{
    return QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 900));
}

DayMinute anyMoment()
{
    return {anyDate(), *rc::gen::inRange(0, 1441)};
}

// One minute after another: what the arithmetic has to come to.
int countedMinutes(DayMinute from, DayMinute until)
{
    int count = 0;
    for (DayMinute at = from; at < until;) {
        const bool morning = at.minute >= 8 * 60 + 30 && at.minute < 12 * 60;
        const bool afternoon = at.minute >= 13 * 60 && at.minute < 17 * 60 + 30;
        count += (morning || afternoon) && chinaCalendar().isWorkingDay(at.day) ? 1 : 0;
        at = at.minute >= 1439 ? DayMinute{at.day.addDays(1), 0} : DayMinute{at.day, at.minute + 1};
    }
    return count;
}

} // namespace

TEST_CASE("the shipped calendar knows holidays and the days worked for them", "[base][calendar]")
{
    const WorkingCalendar& china = chinaCalendar();
    CHECK_FALSE(china.isWorkingDay(QDate(2026, 10, 1))); // a Thursday
    CHECK(china.occasion(QDate(2026, 10, 1)) == QStringLiteral("国庆节"));
    CHECK(china.isWorkingDay(QDate(2026, 10, 10))); // a Saturday
    CHECK(china.isWorkingDay(QDate(2026, 10, 12)));
    CHECK_FALSE(china.isWorkingDay(QDate(2026, 10, 11)));
    CHECK(china.occasion(QDate(2026, 10, 12)).isEmpty());
    for (int year = kFirstShipped; year <= kLastShipped; ++year) {
        INFO(year);
        CHECK(china.knows(year));
        CHECK_FALSE(china.isWorkingDay(QDate(year, 1, 1)));
        CHECK_FALSE(china.isWorkingDay(QDate(year, 10, 1)));
    }
}

TEST_CASE("a year nobody announced works from Monday to Friday and says so", "[base][calendar]")
{
    const WorkingCalendar& china = chinaCalendar();
    CHECK_FALSE(china.knows(2031));
    CHECK(china.isWorkingDay(QDate(2031, 10, 1))); // a Wednesday
    CHECK_FALSE(china.isWorkingDay(QDate(2031, 10, 4)));
}

TEST_CASE("days are counted across a holiday", "[base][calendar]")
{
    const WorkingCalendar& china = chinaCalendar();
    const QDate before(2026, 9, 30);
    CHECK(china.afterWorkingDays(before, 1) == QDate(2026, 10, 8));
    CHECK(china.afterWorkingDays(before, 3) == QDate(2026, 10, 10));
    CHECK(china.afterWorkingDays(QDate(2026, 10, 3), 0) == QDate(2026, 10, 8));
    CHECK(china.workingDaysBetween(before, QDate(2026, 10, 10)) == 3);
    CHECK(china.workingDaysBetween(QDate(2026, 10, 10), before) == -3);
}

TEST_CASE("a calendar is read line by line and refused with the line", "[base][calendar]")
{
    const auto own = value(parseCalendar(u"# company\n\n2026-07-06,off,高温假\r\n2026-07-11,work"));
    CHECK_FALSE(own.isWorkingDay(QDate(2026, 7, 6)));
    CHECK(own.isWorkingDay(QDate(2026, 7, 11)));
    const auto text = GENERATE(values<QString>({QStringLiteral("2026-02-30,off,x"),
        QStringLiteral("2026-02-03"),
        QStringLiteral("2026-02-03,maybe,x"),
        QStringLiteral("2026-02-03,off,x,y"),
        QStringLiteral(",off")}));
    INFO(text.toStdString());
    const auto refused = parseCalendar(QStringLiteral("# first\n") + text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("CALENDAR_LINE"));
    CHECK(refused.error().args.first().second == QStringLiteral("2"));
}

TEST_CASE("so many working days on and back is where one began", "[base][calendar][property]")
{
    CHECK(rc::check("days behind a date", [] {
        const QDate from = anyDate();
        const int days = *rc::gen::inRange(1, 300);
        const QDate until = chinaCalendar().afterWorkingDays(from, days);
        RC_ASSERT(chinaCalendar().isWorkingDay(until));
        RC_ASSERT(chinaCalendar().workingDaysBetween(from, until) == days);
        const QDate middle = from.addDays(*rc::gen::inRange(0, 400));
        const QDate last = middle.addDays(*rc::gen::inRange(0, 400));
        RC_ASSERT(chinaCalendar().workingDaysBetween(from, last)
            == chinaCalendar().workingDaysBetween(from, middle)
                + chinaCalendar().workingDaysBetween(middle, last));
    }));
}

TEST_CASE("a deadline in hours skips nights, breaks and holidays", "[base][calendar]")
{
    const WorkingHours hours = usualHours();
    const WorkingCalendar& china = chinaCalendar();
    CHECK(hours.minutesOfDay() == 480);
    CHECK(hours.text() == QStringLiteral("08:30-12:00, 13:00-17:30"));
    const DayMinute eveBefore{QDate(2026, 9, 30), 17 * 60};
    CHECK(hours.after(eveBefore, 120, china) == DayMinute{QDate(2026, 10, 8), 10 * 60});
    // The last minute ends at noon and at closing time, not after the break or next morning.
    CHECK(hours.after({QDate(2026, 9, 29), 11 * 60}, 60, china)
        == DayMinute{QDate(2026, 9, 29), 12 * 60});
    CHECK(hours.after(eveBefore, 30, china) == DayMinute{QDate(2026, 9, 30), 17 * 60 + 30});
    CHECK(hours.after({QDate(2026, 10, 2), 600}, 0, china)
        == DayMinute{QDate(2026, 10, 8), 8 * 60 + 30});
    CHECK(hours.after({QDate(2026, 10, 2), 600}, 480, china)
        == DayMinute{QDate(2026, 10, 8), 17 * 60 + 30});
}

TEST_CASE("hours nobody can work are refused", "[base][calendar]")
{
    const auto text = GENERATE(values<QString>({QStringLiteral(""),
        QStringLiteral("08:30"),
        QStringLiteral("12:00-08:30"),
        QStringLiteral("08:30-08:30"),
        QStringLiteral("08:30-12:00, 12:00-13:00"),
        QStringLiteral("13:00-17:30, 08:30-12:00"),
        QStringLiteral("08:30-24:01"),
        QStringLiteral("8.30-12.00"),
        QStringLiteral("08:60-12:00"),
        QStringLiteral("-1:30-12:00")}));
    INFO(text.toStdString());
    const auto refused = WorkingHours::parse(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("WORKING_HOURS"));
}

TEST_CASE("working minutes are those one would count", "[base][calendar][property]")
{
    CHECK(rc::check("between two moments", [] {
        const DayMinute from = anyMoment();
        const DayMinute until{
            from.day.addDays(*rc::gen::inRange(0, 12)), *rc::gen::inRange(0, 1441)};
        RC_ASSERT(usualHours().minutesBetween(from, until, chinaCalendar())
            == countedMinutes(from, until));
    }));
    CHECK(rc::check("after a moment", [] {
        const DayMinute from = anyMoment();
        const int minutes = *rc::gen::inRange(1, 4000);
        const DayMinute until = usualHours().after(from, minutes, chinaCalendar());
        RC_ASSERT(usualHours().minutesBetween(from, until, chinaCalendar()) == minutes);
        RC_ASSERT(usualHours().minutesBetween(from, {until.day, until.minute - 1}, chinaCalendar())
            == minutes - 1);
    }));
}
