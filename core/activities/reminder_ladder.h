// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/working_calendar.h"

#include <optional>
#include <vector>

namespace chengdan::activities {

/// What counts as a day behind the last contact.
enum class DayCount { Calendar, Working };

/// On which days of silence a reminder comes, as an administrator writes it: "3/7/15".
struct ReminderLadder {
    std::vector<int> rungs; ///< days, each more than the one before, from 1
    DayCount count = DayCount::Calendar;
    /// From this rung on (0 is the first) the manager is told as well; nothing: never.
    std::optional<int> managerFrom;
};

/// Reads rungs from "3/7/15", also with commas or the Chinese 、 between. Error REMINDER_RUNGS.
Result<std::vector<int>> parseRungs(QStringView text);

/// One rung of a silence.
struct Rung {
    int index = 0;
    int days = 0; ///< of silence, as the ladder counts
    QDate on; ///< when it speaks: a working day
    bool tellsManager = false;
    friend bool operator==(const Rung&, const Rung&) = default;
};

/// The last rung that spoke, and of which silence.
struct SpokenRung {
    QDate quietSince;
    int index = 0;
};

/// The rung to speak today, and when the next one will: contact moves `quietSince` and so starts
/// the ladder anew. One that falls on a day off waits for the next working day; of several passed
/// since the program last looked only the highest speaks, so that a fortnight's holiday ends with
/// one reminder a customer. Within one silence no rung speaks twice.
struct LadderState {
    std::optional<Rung> due;
    std::optional<QDate> nextOn; ///< nothing: the ladder has ended
};
LadderState climb(const ReminderLadder& ladder,
    QDate quietSince,
    const std::optional<SpokenRung>& spoken,
    QDate today,
    const WorkingCalendar& calendar);

} // namespace chengdan::activities
