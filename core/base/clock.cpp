// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace chengdan {

SystemClock::SystemClock(QByteArray timeZoneId, QDate fixedToday)
    : m_timeZoneId(std::move(timeZoneId))
    , m_fixedToday(fixedToday)
{
}

Instant SystemClock::now() const
{
    return Instant::fromMilliseconds(QDateTime::currentMSecsSinceEpoch());
}

QDate SystemClock::today() const
{
    return m_fixedToday.isValid() ? m_fixedToday : dateIn(now(), m_timeZoneId);
}

QDate dateIn(Instant instant, const QByteArray& timeZoneId)
{
    return QDateTime::fromMSecsSinceEpoch(instant.milliseconds(), QTimeZone(timeZoneId)).date();
}

Instant startOf(QDate date, const QByteArray& timeZoneId)
{
    return Instant::fromMilliseconds(date.startOfDay(QTimeZone(timeZoneId)).toMSecsSinceEpoch());
}

} // namespace chengdan
