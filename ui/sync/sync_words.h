// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/sync_runner.h"
#include "ui/theme/tokens.h"

#include <QDate>

namespace chengdan::ui {

/// How a file stands towards a server, as far as the window knows.
enum class SyncStanding {
    SingleUser, ///< no server at all
    SignedOut, ///< a copy whose password is not known here; everything works but sending
    Running,
};

/// What the top bar and the head of the sync page say.
struct SyncHeadline {
    QString icon; ///< empty: nothing is to be shown
    Tone tone = Tone::Neutral;
    QString text;
    QString tip; ///< what is behind it: the trouble, what waits
};

/// Moments are said in the company's time zone.
struct SyncCalendar {
    QByteArray zone;
    QDate today;
};

/// "14:03" today, "11-05 14:03" this year, else with the year; "—" for none.
QString syncMoment(Instant at, const SyncCalendar& calendar);

SyncHeadline syncHeadline(
    SyncStanding standing, const sync::SyncStatus& status, const SyncCalendar& calendar);

} // namespace chengdan::ui
