// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QListView;
class QPushButton;

namespace chengdan::ui {

class IconButton;
class JobList;

/// The task list under the top bar: what is running, what has ended. The window goes on beneath it.
/// Arrows choose a task, Delete cancels it, Enter opens its result; Esc closes the list and gives
/// the focus back.
class TaskPanel : public QFrame {
    Q_OBJECT
public:
    TaskPanel(JobList& jobs, QWidget* window);
    void toggle();
    void retranslate();
    QListView* list() const { return m_list; }

Q_SIGNALS:
    /// A file shall be shown by the desktop.
    void fileWanted(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave();
    void place();
    void refreshActions();
    qint64 currentId() const;
    void openCurrent(int fileRole);
    JobList& m_jobs;
    QLabel* m_heading;
    IconButton* m_close;
    QListView* m_list;
    QLabel* m_empty;
    QPushButton* m_cancel;
    QPushButton* m_open;
    QPushButton* m_failed;
    QPushButton* m_clear;
    QPointer<QWidget> m_before;
};

} // namespace chengdan::ui
