// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>
#include <QPushButton>

class QLabel;
class QToolButton;

namespace chengdan::ui {

class IconButton;

/// Looks like a search box and opens the palette: hint at the left, key caps at the right.
class SearchButton : public QPushButton {
    Q_OBJECT
public:
    explicit SearchButton(QWidget* parent = nullptr);
    void setHint(const QString& hint);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_hint;
};

/// The 54 px bar above the pages: title, search, state, notices, help and the primary button.
class TopBar : public QFrame {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// An empty text hides it.
    void setState(const QString& icon, Tone tone, const QString& text, const QString& tip = {});

    /// What the task button shows: how many tasks run and how far they are; 0 running: only the
    /// picture. `percent` < 0: not known.
    void setTasks(int running, int percent);

    SearchButton* search() const { return m_search; }
    QToolButton* state() const { return m_state; }
    QToolButton* tasks() const { return m_tasks; }
    IconButton* notices() const { return m_notices; }
    IconButton* help() const { return m_help; }
    QPushButton* newButton() const { return m_new; }

private:
    QLabel* m_title;
    SearchButton* m_search;
    QToolButton* m_state;
    QToolButton* m_tasks;
    IconButton* m_notices;
    IconButton* m_help;
    QPushButton* m_new;
};

} // namespace chengdan::ui
