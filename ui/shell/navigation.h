// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

namespace chengdan::ui {

class MainWindow;

/// The Navigator that pages get: hands every call to the window.
class WindowNavigator : public Navigator {
    Q_OBJECT
public:
    explicit WindowNavigator(MainWindow& window);
    void openPage(const QString& pageId) override;
    void openRecord(const QString& kind, qint64 key) override;
    void newRecord(const QString& kind, const QVariantMap& hints) override;
    void back() override;
    void forward() override;
    void toast(const QString& text, Tone tone, std::function<void()> undo) override;
    void setBadge(const QString& pageId, int count, bool waitsForMe) override;

private:
    MainWindow& m_window;
};

} // namespace chengdan::ui
