// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/china_calendar.h"

#include <QFile>

#include <stdexcept>

// Outside every namespace, as Qt asks.
static void makeCalendarKnown()
{
    Q_INIT_RESOURCE(calendar);
}

namespace chengdan {

const WorkingCalendar& chinaCalendar()
{
    static const WorkingCalendar calendar = [] {
        makeCalendarKnown();
        QFile file(QStringLiteral(":/calendar/china.csv"));
        auto read = file.open(QFile::ReadOnly) ? parseCalendar(QString::fromUtf8(file.readAll()))
                                               : Result<WorkingCalendar>(fail("CALENDAR_LINE"));
        if (!read)
            throw std::logic_error("the shipped calendar is broken");
        return std::move(*read);
    }();
    return calendar;
}

} // namespace chengdan
