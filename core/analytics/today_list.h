// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/reminder_ladder.h"
#include "core/base/ids.h"
#include "core/storage/connection.h"

#include <span>

namespace chengdan::analytics {

/// Why an opportunity stands on somebody's list of the day.
enum class TodayWhy {
    Overdue, ///< its next step should have been done before today
    Due, ///< its next step is for today
    Quiet, ///< nobody wrote down a contact for as long as a rung of the ladder says
};

/// One line: with whom, what, since when and why.
struct TodayRow {
    TodayWhy why = TodayWhy::Due;
    OpportunityId opportunity;
    qint64 rid = 0;
    QString name;
    QString customer;
    QString nextStep; ///< may be empty on a quiet one
    QDate on; ///< when the step is due, or when the rung was reached
    int days = 0; ///< overdue, or of silence; calendar days
    bool tellsManager = false; ///< a quiet one has reached the rung that is the manager's as well
    PersonId owner;
};

/// 3, 7 and 15 calendar days, the manager from the second on.
activities::ReminderLadder usualSilenceLadder();

/// The open opportunities of `owners` (empty: everybody's) that ask for something today: overdue
/// steps with the longest first, those of today, then the quiet ones with the longest silence
/// first; at most `limit` in all. An opportunity with a step due is not told as quiet as well.
///
/// Silence lasts from the newest of: the opening, an entry of the journal on the opportunity, one
/// on its customer that names no opportunity. Reads only, so asking twice answers the same; a quiet
/// one stays on the list until somebody writes down a contact.
std::vector<TodayRow> todayList(storage::Connection& connection,
    std::span<const PersonId> owners,
    QDate today,
    const activities::ReminderLadder& ladder,
    const WorkingCalendar& calendar,
    int limit);

} // namespace chengdan::analytics
