// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_threads.h"

#include <QCoreApplication>

#include <array>
#include <vector>

namespace chengdan::ui {

namespace {

constexpr std::size_t kIdleThreadsKept = 3; ///< of each use; more lists than that seldom close

std::array<std::vector<std::unique_ptr<ListThread>>, 2>& idleListThreads()
{
    static std::array<std::vector<std::unique_ptr<ListThread>>, 2> idle;
    return idle;
}

// A thread must not outlive the application: its event loop belongs to it.
void endIdleListThreads()
{
    for (auto& threads : idleListThreads())
        threads.clear();
}

} // namespace

ListThread::ListThread(const QString& name, QThread::Priority priority)
    : m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(name);
    m_thread.start(priority);
}

ListThread::~ListThread()
{
    run([] {});
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

namespace listThreads {

std::unique_ptr<ListThread> take(Use use)
{
    auto& idle = idleListThreads()[static_cast<std::size_t>(use)];
    if (idle.empty()) {
        return use == Use::Rows
            ? std::make_unique<ListThread>(QStringLiteral("listLoader"), QThread::InheritPriority)
            : std::make_unique<ListThread>(QStringLiteral("listFigures"), QThread::LowPriority);
    }
    auto thread = std::move(idle.back());
    idle.pop_back();
    return thread;
}

void giveBack(Use use, std::unique_ptr<ListThread> thread)
{
    auto& idle = idleListThreads()[static_cast<std::size_t>(use)];
    if (QCoreApplication::instance() == nullptr || idle.size() >= kIdleThreadsKept)
        return;
    if (idleListThreads()[0].empty() && idleListThreads()[1].empty())
        qAddPostRoutine(endIdleListThreads);
    idle.push_back(std::move(thread));
}

} // namespace listThreads

} // namespace chengdan::ui
