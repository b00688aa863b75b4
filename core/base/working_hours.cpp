// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_hours.h"

#include <QStringList>

#include <algorithm>

namespace chengdan {

namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kHoursOfDay = 24;

// "08:30", and "24:00" for the end of the day; nothing otherwise.
std::optional<int> minuteOf(QStringView time)
{
    const QList<QStringView> parts = time.trimmed().split(QLatin1Char(':'));
    if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() != 2)
        return std::nullopt;
    bool isHour = false;
    bool isMinute = false;
    const int hour = parts[0].toInt(&isHour);
    const int minute = parts[1].toInt(&isMinute);
    const int all = hour * kMinutesOfHour + minute;
    if (!isHour || !isMinute || hour < 0 || minute < 0 || minute >= kMinutesOfHour
        || all > kHoursOfDay * kMinutesOfHour)
        return std::nullopt;
    return all;
}

QString timeText(int minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / kMinutesOfHour, 2, 10, QLatin1Char('0'))
        .arg(minute % kMinutesOfHour, 2, 10, QLatin1Char('0'));
}

} // namespace

Result<WorkingHours> WorkingHours::parse(QStringView text)
{
    WorkingHours hours;
    const auto refused = [&] {
        return fail("WORKING_HOURS", {}, {{QStringLiteral("text"), text.left(60).toString()}});
    };
    for (const QStringView part : text.split(QLatin1Char(','))) {
        const QList<QStringView> ends = part.split(QLatin1Char('-'));
        if (ends.size() != 2)
            return refused();
        const auto from = minuteOf(ends[0]);
        const auto until = minuteOf(ends[1]);
        const int before = hours.m_spans.empty() ? -1 : hours.m_spans.back().until;
        if (!from || !until || *until <= *from || *from <= before)
            return refused();
        hours.m_spans.push_back({*from, *until});
    }
    return hours;
}

QString WorkingHours::text() const
{
    QStringList parts;
    for (const Span& span : m_spans)
        parts += timeText(span.from) + QLatin1Char('-') + timeText(span.until);
    return parts.join(QStringLiteral(", "));
}

int WorkingHours::minutesBefore(int minute) const
{
    int sum = 0;
    for (const Span& span : m_spans)
        sum += std::clamp(minute, span.from, span.until) - span.from;
    return sum;
}

int WorkingHours::minutesOfDay() const
{
    return minutesBefore(m_spans.back().until);
}

int WorkingHours::minuteBehind(int worked) const
{
    for (const Span& span : m_spans) {
        const int length = span.until - span.from;
        if (worked < length)
            return span.from + worked;
        worked -= length;
    }
    return m_spans.back().until;
}

DayMinute WorkingHours::after(DayMinute start, int minutes, const WorkingCalendar& calendar) const
{
    const bool worked = calendar.isWorkingDay(start.day);
    int left = minutes + (worked ? minutesBefore(start.minute) : 0);
    QDate day = calendar.workingDayFrom(start.day);
    // What ends with the morning or the day is due at noon or at closing time, not when work begins
    // again: so the last minute is looked for, and one is added.
    const int whole = minutesOfDay();
    const int days = minutes > 0 ? (left - 1) / whole : left / whole;
    if (days > 0)
        day = calendar.afterWorkingDays(day, days);
    left -= days * whole;
    return {day, minutes == 0 ? minuteBehind(left) : minuteBehind(left - 1) + 1};
}

int WorkingHours::minutesBetween(
    DayMinute from, DayMinute until, const WorkingCalendar& calendar) const
{
    if (!(from < until))
        return 0;
    const auto doneOn = [&](const DayMinute& at) {
        return calendar.isWorkingDay(at.day) ? minutesBefore(at.minute) : 0;
    };
    // Whole days behind `from` up to the end of the one of `until`, less what is left of that one.
    const int days = calendar.workingDaysBetween(from.day, until.day);
    const int wholeLast = calendar.isWorkingDay(until.day) ? minutesOfDay() : 0;
    const int wholeFirst = calendar.isWorkingDay(from.day) ? minutesOfDay() : 0;
    return days * minutesOfDay() - (wholeLast - doneOn(until)) + (wholeFirst - doneOn(from));
}

} // namespace chengdan
