// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/working_calendar.h"

#include <algorithm>

namespace chengdan {

namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kWorkingDaysOfWeek = 5;

// Monday to Friday in (from, until]; whole weeks at once.
int weekdaysBetween(QDate from, QDate until)
{
    const auto days = static_cast<int>(from.daysTo(until));
    int count = days / kDaysOfWeek * kWorkingDaysOfWeek;
    for (int behind = days % kDaysOfWeek; behind > 0; --behind)
        count += until.addDays(1 - behind).dayOfWeek() <= kWorkingDaysOfWeek ? 1 : 0;
    return count;
}

} // namespace

void WorkingCalendar::set(QDate date, Kind kind, const QString& occasion)
{
    m_days[date] = {kind, occasion};
    m_years.insert(date.year());
}

bool WorkingCalendar::isWorkingDay(QDate date) const
{
    const auto found = m_days.find(date);
    return found != m_days.end() ? found->second.kind == Kind::Work
                                 : date.dayOfWeek() <= kWorkingDaysOfWeek;
}

QString WorkingCalendar::occasion(QDate date) const
{
    const auto found = m_days.find(date);
    return found != m_days.end() ? found->second.occasion : QString();
}

QDate WorkingCalendar::workingDayFrom(QDate date) const
{
    while (!isWorkingDay(date)) // ends: what is set has an end, and behind it come Mondays
        date = date.addDays(1);
    return date;
}

QDate WorkingCalendar::afterWorkingDays(QDate from, int days) const
{
    QDate day = days == 0 ? workingDayFrom(from) : from;
    for (; days > 0; --days)
        day = workingDayFrom(day.addDays(1));
    return day;
}

int WorkingCalendar::workingDaysBetween(QDate from, QDate until) const
{
    if (until < from)
        return -workingDaysBetween(until, from);
    int count = weekdaysBetween(from, until);
    for (auto day = m_days.upper_bound(from); day != m_days.end() && day->first <= until; ++day) {
        const bool wouldWork = day->first.dayOfWeek() <= kWorkingDaysOfWeek;
        const bool works = day->second.kind == Kind::Work;
        count += int{works} - int{wouldWork};
    }
    return count;
}

Result<WorkingCalendar> parseCalendar(QStringView text)
{
    WorkingCalendar calendar;
    int number = 0;
    for (const QStringView whole : text.split(QLatin1Char('\n'))) {
        ++number;
        const QStringView line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QList<QStringView> cells = line.split(QLatin1Char(','));
        const QDate date = QDate::fromString(cells.front().trimmed().toString(), Qt::ISODate);
        const QStringView kind = cells.size() > 1 ? cells[1].trimmed() : QStringView();
        const bool works = kind == QLatin1String("work");
        if (!date.isValid() || cells.size() > 3 || (!works && kind != QLatin1String("off")))
            return fail("CALENDAR_LINE",
                {},
                {{QStringLiteral("line"), QString::number(number)},
                    {QStringLiteral("text"), line.left(60).toString()}});
        calendar.set(date,
            works ? WorkingCalendar::Kind::Work : WorkingCalendar::Kind::Off,
            cells.size() > 2 ? cells[2].trimmed().toString() : QString());
    }
    return calendar;
}

} // namespace chengdan
