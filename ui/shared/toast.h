// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace chengdan::ui {

/// A note at the lower edge of its window for 8 seconds, with undo where the act can be taken back.
class Toast : public QFrame {
    Q_OBJECT
public:
    explicit Toast(QWidget* window);
    void showText(const QString& text, Tone tone, std::function<void()> undo);
    /// Takes the last act back while that is offered; the offer outlives the note itself.
    void undo();
    bool offersUndo() const { return bool(m_run); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void tint();
    Tone m_tone = Tone::Ok;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_undo;
    QTimer* m_timer;
    std::function<void()> m_run;
};

} // namespace chengdan::ui
