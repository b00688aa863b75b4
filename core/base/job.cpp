// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"

#include "core/base/log.h"

#include <algorithm>

namespace chengdan {

namespace {
constexpr std::chrono::milliseconds kTellEvery{50};
}

Result<void> JobControl::goOn() const
{
    if (isCancelled())
        return fail("CANCELLED");
    return {};
}

void JobControl::report(qint64 done, qint64 total, const QString& text) const
{
    m_runner.report(m_id, done, total, text);
}

JobRunner::JobRunner(std::function<void(const JobStatus&)> changed, int threads)
    : m_changed(std::move(changed))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { runThread(); });
}

JobRunner::~JobRunner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_changed = {}; // who listened is being taken down as well
        for (const auto& kept : m_entries)
            kept->token.cancel();
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

qint64 JobRunner::start(const QString& title, JobWork work, Listed listed)
{
    JobStatus status;
    {
        const std::lock_guard lock(m_mutex);
        auto made = std::make_unique<Entry>();
        made->status.id = ++m_last;
        made->status.title = title;
        made->status.quiet = listed == Listed::No;
        made->work = std::move(work);
        status = made->status;
        m_entries.push_back(std::move(made));
    }
    tell(status);
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(status.id);
    }
    m_wake.notify_one();
    return status.id;
}

void JobRunner::cancel(qint64 id)
{
    JobStatus status;
    {
        const std::lock_guard lock(m_mutex);
        Entry* const found = entry(id);
        if (found == nullptr || found->status.hasEnded())
            return;
        found->token.cancel();
        found->status.cancelling = true;
        const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), id);
        if (waiting != m_waiting.end()) {
            m_waiting.erase(waiting);
            found->work = {};
            found->status.state = JobState::Cancelled;
        }
        status = found->status;
    }
    m_ended.notify_all();
    tell(status);
}

std::vector<JobStatus> JobRunner::jobs() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<JobStatus> all;
    for (const auto& kept : m_entries)
        all.push_back(kept->status);
    return all;
}

JobStatus JobRunner::status(qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    const Entry* const found = const_cast<JobRunner*>(this)->entry(id);
    return found != nullptr ? found->status : JobStatus();
}

void JobRunner::forget(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_entries,
        [id](const auto& kept) { return kept->status.id == id && kept->status.hasEnded(); });
}

JobStatus JobRunner::wait(qint64 id)
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [&] {
        const Entry* const found = entry(id);
        return found == nullptr || found->status.hasEnded();
    });
    const Entry* const found = entry(id);
    return found != nullptr ? found->status : JobStatus();
}

JobRunner::Entry* JobRunner::entry(qint64 id)
{
    for (const auto& kept : m_entries) {
        if (kept->status.id == id)
            return kept.get();
    }
    return nullptr;
}

void JobRunner::runThread()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [&] { return m_stop || !m_waiting.empty(); });
        if (m_stop)
            return;
        const qint64 id = m_waiting.front();
        m_waiting.pop_front();
        runEntry(lock, id);
    }
}

void JobRunner::runEntry(std::unique_lock<std::mutex>& lock, qint64 id)
{
    Entry* const job = entry(id); // stays while it has not ended
    job->status.state = JobState::Running;
    const JobWork work = std::move(job->work);
    JobControl control(*this, id, job->token);
    JobStatus status = job->status;
    lock.unlock();
    tell(status);
    Result<JobResult> outcome = chengdan::fail("JOB_FAULT");
    try {
        outcome = work(control);
    } catch (const std::exception& fault) { // a bug; the program and the other jobs go on
        logError("unhandled exception in a job");
        logDebug(QString::fromUtf8(fault.what()));
    }
    lock.lock();
    if (outcome) {
        job->status.state = JobState::Done;
        job->status.result = std::move(*outcome);
    } else if (job->token.isCancelled() && outcome.error().code == QLatin1String("CANCELLED")) {
        job->status.state = JobState::Cancelled;
    } else {
        job->status.state = JobState::Failed;
        job->status.error = outcome.error();
    }
    status = job->status;
    m_ended.notify_all();
    lock.unlock();
    tell(status);
    lock.lock();
}

void JobRunner::tell(const JobStatus& status) const
{
    std::function<void(const JobStatus&)> changed;
    {
        const std::lock_guard lock(m_mutex);
        changed = m_changed;
    }
    if (changed)
        changed(status);
}

void JobRunner::report(qint64 id, qint64 done, qint64 total, const QString& text)
{
    JobStatus status;
    {
        const std::lock_guard lock(m_mutex);
        Entry* const job = entry(id);
        if (job == nullptr)
            return;
        job->status.done = done;
        job->status.total = total;
        if (!text.isEmpty())
            job->status.text = text;
        const auto now = std::chrono::steady_clock::now();
        if (done != total && now - job->told < kTellEvery)
            return;
        job->told = now;
        status = job->status;
    }
    tell(status);
}

} // namespace chengdan
