// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QTime>

namespace chengdan {

/// A day as a person typed it, with the hour when one was typed after it.
struct DayWord {
    QDate date;
    QTime time; ///< invalid unless typed
};

/// Reads a day the way people type it, seen from `today`:
///   2026-03-12, 2026/3/12, 2026年3月12日, 20260312, 26-3-12   the full date
///   3-12, 3/12, 3月12日, 0312   of the year that brings it closest to today
///   12, 12日, 12号              the next such day, today included
///   今天 明 后天 大后天 昨天, +3, -1, +2周, +1月, 3天后, 两周后, 半个月后
///   周三 (the coming one), 本周三, 下周三, 下周 (its Monday), 周末 (Saturday)
///   月底 月初 下月底 下月5号 3月底 季末 年底
///   today, tomorrow, wed, next wed, end of month
/// Full-width digits count as plain ones. A word for a day may be followed by an hour: 明10,
/// 明天下午3点半, 下周三 14:30. Error: DATE_FORMAT with the text as typed.
Result<DayWord> readDay(QStringView typed, QDate today);

} // namespace chengdan
