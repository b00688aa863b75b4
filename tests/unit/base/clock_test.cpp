// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/catch.h"

using namespace chengdan;

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kNewYear2026 = 1'767'225'600'000; // 2026-01-01T00:00:00Z

} // namespace

TEST_CASE("the business date is that of the company's zone, whatever the PC says", "[base][clock]")
{
    const Instant lateEvening = Instant::fromMilliseconds(kNewYear2026 - 8 * kHourMs);
    CHECK(dateIn(lateEvening, "Asia/Shanghai") == QDate(2026, 1, 1));
    CHECK(dateIn(lateEvening, "UTC") == QDate(2025, 12, 31));
    const Instant before = Instant::fromMilliseconds(kNewYear2026 - 8 * kHourMs - 1);
    CHECK(dateIn(before, "Asia/Shanghai") == QDate(2025, 12, 31));
    CHECK(dateIn(lateEvening, "America/New_York") == QDate(2025, 12, 31));
}

TEST_CASE("a date starts at midnight of its zone", "[base][clock]")
{
    CHECK(startOf(QDate(2026, 1, 1), "UTC").milliseconds() == kNewYear2026);
    CHECK(startOf(QDate(2026, 1, 1), "Asia/Shanghai").milliseconds() == kNewYear2026 - 8 * kHourMs);
    // On the day the clocks go forward at midnight in Beirut the day starts at one o'clock.
    CHECK(dateIn(startOf(QDate(2021, 3, 28), "Asia/Beirut"), "Asia/Beirut") == QDate(2021, 3, 28));
}

TEST_CASE("start and date agree on every day of a leap year and beyond", "[base][clock]")
{
    const QByteArray zone =
        GENERATE(as<QByteArray>{}, "Asia/Shanghai", "Europe/Berlin", "America/New_York");
    for (QDate day(2024, 1, 1); day < QDate(2025, 2, 1); day = day.addDays(1)) {
        const Instant start = startOf(day, zone);
        CHECK(dateIn(start, zone) == day);
        CHECK(dateIn(Instant::fromMilliseconds(start.milliseconds() - 1), zone) == day.addDays(-1));
    }
}

TEST_CASE("--today fixes the business date and leaves the time running", "[base][clock]")
{
    const SystemClock fixed("Asia/Shanghai", QDate(2020, 2, 29));
    CHECK(fixed.today() == QDate(2020, 2, 29));
    const SystemClock running;
    CHECK(running.now() >= fixed.now());
    CHECK(running.now().milliseconds() > kNewYear2026 - 400LL * 24 * kHourMs);
    const QDate today = running.today();
    CHECK((today == dateIn(running.now(), "Asia/Shanghai")
        || today.addDays(1) == dateIn(running.now(), "Asia/Shanghai")));
}

TEST_CASE("a manual clock stands still until it is moved", "[base][clock]")
{
    ManualClock clock(Instant::fromMilliseconds(5), QDate(2026, 3, 12));
    CHECK(clock.now() == clock.now());
    clock.set(Instant::fromMilliseconds(9), QDate(2026, 3, 13));
    CHECK(clock.now().milliseconds() == 9);
    CHECK(clock.today() == QDate(2026, 3, 13));
}
