// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_density.h"

#include "ui/theme/theme.h"

namespace chengdan::ui {

namespace {

constexpr int kCompactRow = 28;
constexpr int kRoomyRow = 44;

} // namespace

ListDensity& ListDensity::instance()
{
    static ListDensity density;
    return density;
}

void ListDensity::setLevel(Level level)
{
    if (m_level == level)
        return;
    m_level = level;
    Q_EMIT changed();
}

int ListDensity::rowHeight() const
{
    switch (m_level) {
    case Level::Compact:
        return themePx(kCompactRow);
    case Level::Roomy:
        return themePx(kRoomyRow);
    case Level::Normal:
        break;
    }
    return themePx(metric::kRow);
}

} // namespace chengdan::ui
