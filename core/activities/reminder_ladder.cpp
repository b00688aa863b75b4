// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/reminder_ladder.h"

#include <QRegularExpression>

namespace chengdan::activities {

namespace {

constexpr int kMostDays = 3650;

QDate dayOf(int days, DayCount count, QDate quietSince, const WorkingCalendar& calendar)
{
    return count == DayCount::Working ? calendar.afterWorkingDays(quietSince, days)
                                      : calendar.workingDayFrom(quietSince.addDays(days));
}

} // namespace

Result<std::vector<int>> parseRungs(QStringView text)
{
    static const QRegularExpression kBetween(QStringLiteral("[/,，、]"));
    std::vector<int> rungs;
    for (const QString& part : text.toString().split(kBetween)) {
        bool isNumber = false;
        const int days = part.trimmed().toInt(&isNumber);
        const int least = rungs.empty() ? 1 : rungs.back() + 1;
        if (!isNumber || days < least || days > kMostDays)
            return fail("REMINDER_RUNGS", {}, {{QStringLiteral("text"), text.left(60).toString()}});
        rungs.push_back(days);
    }
    return rungs;
}

LadderState climb(const ReminderLadder& ladder,
    QDate quietSince,
    const std::optional<SpokenRung>& spoken,
    QDate today,
    const WorkingCalendar& calendar)
{
    const int first = spoken && spoken->quietSince == quietSince ? spoken->index + 1 : 0;
    LadderState state;
    for (int index = first; index < static_cast<int>(ladder.rungs.size()); ++index) {
        const int days = ladder.rungs[static_cast<std::size_t>(index)];
        const QDate on = dayOf(days, ladder.count, quietSince, calendar);
        if (on > today) {
            state.nextOn = on;
            break;
        }
        state.due = Rung{index, days, on, ladder.managerFrom && index >= *ladder.managerFrom};
    }
    return state;
}

} // namespace chengdan::activities
