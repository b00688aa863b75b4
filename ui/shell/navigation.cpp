// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/shared/toast.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"

namespace chengdan::ui {

WindowNavigator::WindowNavigator(MainWindow& window)
    : Navigator(&window)
    , m_window(window)
{
}

void WindowNavigator::openPage(const QString& pageId)
{
    m_window.visit({pageId, {}, 0});
}

void WindowNavigator::openRecord(const QString& kind, qint64 key)
{
    for (const PageSpec& page : m_window.m_pages) {
        if (page.recordKinds.contains(kind)) {
            m_window.visit({page.id, kind, key});
            return;
        }
    }
}

void WindowNavigator::newRecord(const QString& kind, const QVariantMap& hints)
{
    for (const PageSpec& page : m_window.m_pages) {
        if (page.recordKinds.contains(kind)) {
            m_window.visit({page.id, {}, 0});
            m_window.page(page.id)->startRecord(kind, hints);
            return;
        }
    }
}

void WindowNavigator::back()
{
    m_window.walk(-1);
}

void WindowNavigator::forward()
{
    m_window.walk(1);
}

void WindowNavigator::toast(const QString& text, Tone tone, std::function<void()> undo)
{
    m_window.addNotice(text, tone);
    m_window.m_toast->showText(text, tone, std::move(undo));
}

void WindowNavigator::setBadge(const QString& pageId, int count, bool waitsForMe)
{
    m_window.m_rail->setBadge(pageId, count, waitsForMe);
}

} // namespace chengdan::ui
