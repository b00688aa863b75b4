// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <compare>

namespace chengdan {

/// A point in time: UTC milliseconds since 1970. A business date is a QDate in the company's time
/// zone; never mix them.
class Instant {
public:
    constexpr Instant() = default;
    static constexpr Instant fromMilliseconds(qint64 ms)
    {
        Instant instant;
        instant.m_ms = ms;
        return instant;
    }
    constexpr qint64 milliseconds() const { return m_ms; }
    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;

private:
    qint64 m_ms = 0;
};

/// The only source of "now". Injected, so that tests and --today move it by hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The business date in the company's time zone.
    virtual QDate today() const = 0;
};

/// The PC's clock; the business date is that of `timeZoneId` (default Asia/Shanghai) unless one was
/// fixed.
class SystemClock : public Clock {
public:
    explicit SystemClock(QByteArray timeZoneId = "Asia/Shanghai", QDate fixedToday = {});
    Instant now() const override;
    QDate today() const override;

private:
    QByteArray m_timeZoneId;
    QDate m_fixedToday;
};

/// A clock that stands still until moved; for tests and for data that must come out the same every
/// time.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant now, QDate today)
        : m_now(now)
        , m_today(today)
    {
    }
    Instant now() const override { return m_now; }
    QDate today() const override { return m_today; }
    void set(Instant now, QDate today)
    {
        m_now = now;
        m_today = today;
    }

private:
    Instant m_now;
    QDate m_today;
};

/// The calendar date of an instant in a time zone; the one place that converts.
QDate dateIn(Instant instant, const QByteArray& timeZoneId);
/// The first instant of a date in a time zone.
Instant startOf(QDate date, const QByteArray& timeZoneId);

} // namespace chengdan
