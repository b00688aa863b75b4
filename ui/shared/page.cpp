// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/page.h"

namespace chengdan::ui {

Page::Page(QWidget* parent)
    : QWidget(parent)
{
}

bool Page::showRecord(const QString&, qint64)
{
    return false;
}

bool Page::startRecord(const QString&, const QVariantMap&)
{
    return newRecord();
}

void Page::restoreState(const QVariantMap&) { }

} // namespace chengdan::ui
