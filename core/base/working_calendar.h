// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

#include <map>
#include <set>

namespace chengdan {

/// Tells working days from days off. Deadlines, reminders and approval times count by it. A date
/// nobody said anything about works from Monday to Friday; the State Council moves single days each
/// year (a holiday on a weekday, a Sunday made up for it), and a company may move its own.
///
/// Holidays are announced in November for the year to come, so a date further ahead may still
/// change: ask knows() and say so beside it.
class WorkingCalendar {
public:
    enum class Kind { Work, Off };

    void set(QDate date, Kind kind, const QString& occasion);
    bool isWorkingDay(QDate date) const;
    /// Why the date is not what its weekday says ("国庆节"); empty otherwise.
    QString occasion(QDate date) const;
    /// Whether the holidays of that year are in here.
    bool knows(int year) const { return m_years.contains(year); }

    /// The date itself if it is a working day, or else the first one behind it.
    QDate workingDayFrom(QDate date) const;
    /// The working day that many working days behind `from`, which itself does not count; `days`
    /// from 0, which gives workingDayFrom(from).
    QDate afterWorkingDays(QDate from, int days) const;
    /// Working days behind `from` up to and with `until`; negative when `until` comes first.
    int workingDaysBetween(QDate from, QDate until) const;

private:
    struct Entry {
        Kind kind;
        QString occasion;
    };
    std::map<QDate, Entry> m_days;
    std::set<int> m_years;
};

/// Reads "date,work|off,occasion" a line, the date as 2026-10-01; empty lines and those behind '#'
/// are left out. Error CALENDAR_LINE with line and text.
Result<WorkingCalendar> parseCalendar(QStringView text);

} // namespace chengdan
