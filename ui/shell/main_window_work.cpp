// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows of jobs and of acts that can be taken back.
#include "core/base/error_catalogue.h"
#include "ui/shared/job_list.h"
#include "ui/shared/toast.h"
#include "ui/shared/undo_stack.h"
#include "ui/shell/main_window.h"
#include "ui/shell/task_panel.h"
#include "ui/shell/top_bar.h"

#include <QDesktopServices>
#include <QToolButton>
#include <QUrl>

namespace chengdan::ui {

void MainWindow::toggleTasks()
{
    taskPanel().toggle();
}

TaskPanel& MainWindow::taskPanel()
{
    if (m_tasks == nullptr) {
        m_tasks = new TaskPanel(m_navigator->jobs(), this);
        connect(m_tasks, &TaskPanel::fileWanted, this, [](const QString& path) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        });
    }
    return *m_tasks;
}

void MainWindow::connectJobs()
{
    JobList& jobs = m_navigator->jobs();
    connect(m_bar->tasks(), &QToolButton::clicked, this, &MainWindow::toggleTasks);
    connect(&jobs, &JobList::jobChanged, this, &MainWindow::showTasks);
    connect(&jobs, &JobList::rowsRemoved, this, &MainWindow::showTasks);
    // The list keeps the whole; the note tells who looks elsewhere.
    connect(&jobs, &JobList::jobEnded, this, [this](const JobStatus& status) {
        const bool well = status.state == JobState::Done && status.result.failedRows == 0;
        const Tone tone = status.state == JobState::Failed ? Tone::Danger
            : well                                         ? Tone::Ok
            : status.state == JobState::Cancelled          ? Tone::Neutral
                                                           : Tone::Warn;
        m_navigator->toast(tr("%1: %2").arg(status.title, jobDetail(status)), tone);
    });
}

void MainWindow::showTasks()
{
    qint64 done = 0;
    qint64 total = 0;
    int running = 0;
    bool known = true;
    for (const JobStatus& job : m_navigator->jobs().listed()) {
        if (job.hasEnded())
            continue;
        ++running;
        known = known && job.total > 0;
        done += job.total > 0 ? qBound<qint64>(0, job.done, job.total) * 100 / job.total : 0;
        total += 100;
    }
    m_bar->setTasks(running, running > 0 && known ? int(done * 100 / total) : -1);
}

void MainWindow::connectUndo()
{
    UndoStack& undo = m_navigator->undoStack();
    connect(&undo, &UndoStack::pushed, this, [this, &undo](const QString& text, bool undoable) {
        m_navigator->toast(
            text, Tone::Ok, undoable ? [&undo] { undo.undo(); } : std::function<void()>());
    });
    connect(&undo, &UndoStack::moved, this, [this](const QString& text, const QStringList& kept) {
        if (kept.isEmpty())
            return m_navigator->toast(text);
        m_navigator->toast(
            tr("%1. Left as it is: %2").arg(text, kept.join(QStringLiteral("; "))), Tone::Warn);
    });
    connect(&undo, &UndoStack::failed, this, [this](const Error& error) {
        m_navigator->toast(sentence(error, language()), Tone::Danger);
    });
}

// A note that offers its own way back comes first: nothing newer is on the stack then.
void MainWindow::undoLast()
{
    if (m_toast->offersUndo())
        m_toast->undo();
    else
        m_navigator->undoStack().undo();
}

} // namespace chengdan::ui
