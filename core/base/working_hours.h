// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/working_calendar.h"

#include <compare>
#include <vector>

namespace chengdan {

/// A minute of a date in the company's time zone, 0 to 1440.
struct DayMinute {
    QDate day;
    int minute = 0;
    friend auto operator<=>(const DayMinute& a, const DayMinute& b)
    {
        if (a.day != b.day)
            return a.day < b.day ? std::strong_ordering::less : std::strong_ordering::greater;
        return a.minute <=> b.minute;
    }
    friend bool operator==(const DayMinute&, const DayMinute&) = default;
};

/// The hours of a working day, for deadlines that are given in hours: two hours asked for at 17:00
/// on the last day before a holiday end on the first day behind it.
class WorkingHours {
public:
    /// Reads "08:30-12:00, 13:00-17:30". Error WORKING_HOURS when nothing is left to work in, a
    /// time is none, or two spans touch, overlap or stand in the wrong order.
    static Result<WorkingHours> parse(QStringView text);
    QString text() const;

    int minutesOfDay() const;
    /// When so many working minutes are over; `minutes` from 0, which gives the start itself, or
    /// the next minute that is worked.
    DayMinute after(DayMinute start, int minutes, const WorkingCalendar& calendar) const;
    /// Working minutes from one moment to a later one; 0 when it is not later.
    int minutesBetween(DayMinute from, DayMinute until, const WorkingCalendar& calendar) const;

private:
    struct Span {
        int from = 0;
        int until = 0;
    };
    /// Of a working day, before that minute.
    int minutesBefore(int minute) const;
    /// The minute of a working day at which so many have been worked and more is still to come;
    /// `worked` is less than minutesOfDay().
    int minuteBehind(int worked) const;

    std::vector<Span> m_spans; ///< ascending, never empty
};

} // namespace chengdan
