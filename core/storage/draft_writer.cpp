// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/draft_writer.h"

#include <QThreadPool>

#include <condition_variable>
#include <deque>

namespace chengdan::storage {

namespace {

// A thread of its own: drafts must not queue behind lists that are loading.
QThreadPool& draftThread()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

// What waits to be written, in the order of asking; an entry without text is one to forget.
struct DraftWriter::Queue {
    struct Job {
        DraftKey key;
        std::optional<QJsonObject> typed;
    };

    Queue(Database& file, Attempted told)
        : database(file)
        , attempted(std::move(told))
    {
    }

    // Replaces what still waits under the same key; true when a thread must be started.
    bool add(Job job)
    {
        const std::lock_guard lock(mutex);
        const auto same = std::find_if(
            jobs.begin(), jobs.end(), [&](const Job& other) { return other.key == job.key; });
        if (same != jobs.end())
            same->typed = std::move(job.typed);
        else
            jobs.push_back(std::move(job));
        return !std::exchange(working, true);
    }

    void work()
    {
        std::unique_lock lock(mutex);
        while (!jobs.empty()) {
            const Job job = std::move(jobs.front());
            jobs.pop_front();
            lock.unlock();
            const Result<void> done =
                job.typed ? saveDraft(database, job.key, *job.typed) : dropDraft(database, job.key);
            if (attempted)
                attempted(job.key, done);
            lock.lock();
        }
        working = false;
        idle.notify_all();
    }

    Database& database;
    Attempted attempted;
    std::mutex mutex;
    std::condition_variable idle;
    std::deque<Job> jobs;
    bool working = false;
};

DraftWriter::DraftWriter(Database& database, Attempted attempted)
    : m_queue(std::make_shared<Queue>(database, std::move(attempted)))
{
}

DraftWriter::~DraftWriter()
{
    finish();
}

void DraftWriter::keep(const DraftKey& key, const QJsonObject& typed)
{
    if (m_queue->add({key, typed}))
        draftThread().start([queue = m_queue] { queue->work(); });
}

void DraftWriter::forget(const DraftKey& key)
{
    if (m_queue->add({key, std::nullopt}))
        draftThread().start([queue = m_queue] { queue->work(); });
}

void DraftWriter::finish()
{
    std::unique_lock lock(m_queue->mutex);
    m_queue->idle.wait(lock, [this] { return !m_queue->working; });
}

} // namespace chengdan::storage
