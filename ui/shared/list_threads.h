// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <memory>

namespace chengdan::ui {

/// A thread with an event loop that runs what is posted to it, in order.
class ListThread {
public:
    ListThread(const QString& name, QThread::Priority priority);
    ~ListThread(); ///< runs what was posted, then ends
    ListThread(const ListThread&) = delete;
    ListThread& operator=(const ListThread&) = delete;

    template <typename Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(m_worker, std::move(task), Qt::QueuedConnection);
    }
    /// Runs the task behind what was posted before, and waits for it.
    template <typename Task>
    void run(Task task)
    {
        QMetaObject::invokeMethod(m_worker, std::move(task), Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject* m_worker;
};

/// The threads lists read on. One belongs to one list at a time; the next list gets it back. Each
/// thread has a connection of its own to the company file, and a new one would read the file's
/// whole schema first, which takes as long as painting a list. UI thread only.
namespace listThreads {

enum class Use { Rows, Figures };
std::unique_ptr<ListThread> take(Use use);
/// Nothing may be posted any more by whoever gives it back. They end with the application.
void giveBack(Use use, std::unique_ptr<ListThread> thread);

} // namespace listThreads

} // namespace chengdan::ui
