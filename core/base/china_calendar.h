// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/working_calendar.h"

namespace chengdan {

/// The public holidays of mainland China and the days worked for them, as shipped with the program:
/// every year from 2016 that had been announced by then (resources/calendar/china.csv names the
/// source).
const WorkingCalendar& chinaCalendar();

} // namespace chengdan
