// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/result.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chengdan {

/// What a job leaves behind besides a sentence.
struct JobResult {
    QString text = {}; ///< "Saved as …"; empty: the title says enough
    QString file = {}; ///< made by the job; offered for opening
    qint64 failedRows = 0; ///< rows that could not be taken …
    QString failedFile = {}; ///< … and where they are kept
};

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// A job as seen from outside, a copy.
struct JobStatus {
    qint64 id = 0;
    QString title;
    JobState state = JobState::Waiting;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known
    QString text; ///< what is being done now
    bool quiet = false; ///< no work of the person's own asking: not listed
    bool cancelling = false;
    JobResult result; ///< when Done
    Error error; ///< when Failed

    bool hasEnded() const { return state >= JobState::Done; }
};

class JobRunner;

/// What the work itself gets: tells how far it is, asks whether to stop. Used by its thread only.
class JobControl {
public:
    const CancelToken& token() const { return m_token; }
    bool isCancelled() const { return m_token.isCancelled(); }
    /// CANCELLED when the work shall stop; to be asked between pieces of it.
    Result<void> goOn() const;
    /// `total` 0: not known.
    void report(qint64 done, qint64 total, const QString& text = {}) const;

private:
    friend class JobRunner;
    JobControl(JobRunner& runner, qint64 id, CancelToken token)
        : m_runner(runner)
        , m_id(id)
        , m_token(std::move(token))
    {
    }
    JobRunner& m_runner;
    qint64 m_id;
    CancelToken m_token;
};

using JobWork = std::function<Result<JobResult>(JobControl&)>;

/// The one place where work that takes longer than a frame runs: a few threads and a queue before
/// them. Thread-safe. Ending it cancels everything and waits until the threads have stopped, so
/// whatever jobs use must outlive it.
class JobRunner {
public:
    /// `changed` is called, on any thread, after a job began, went on or ended.
    explicit JobRunner(std::function<void(const JobStatus&)> changed = {}, int threads = 2);
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    enum class Listed { Yes, No };
    /// Answers the job's number. An error CANCELLED after cancel() counts as cancelled, not failed.
    qint64 start(const QString& title, JobWork work, Listed listed = Listed::Yes);
    /// Asks the job to stop; a waiting one never begins.
    void cancel(qint64 id);
    std::vector<JobStatus> jobs() const; ///< oldest first
    JobStatus status(qint64 id) const; ///< id 0 when there is none
    void forget(qint64 id); ///< drops an ended job
    /// Waits until the job has ended. Not on a thread the job itself needs.
    JobStatus wait(qint64 id);

private:
    friend class JobControl;
    struct Entry {
        JobStatus status;
        JobWork work;
        CancelToken token;
        std::chrono::steady_clock::time_point told; // progress is told some 20 times a second
    };
    void runThread();
    void runEntry(std::unique_lock<std::mutex>& lock, qint64 id);
    Entry* entry(qint64 id);
    void tell(const JobStatus& status) const;
    void report(qint64 id, qint64 done, qint64 total, const QString& text);

    std::function<void(const JobStatus&)> m_changed;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_ended;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::deque<qint64> m_waiting;
    qint64 m_last = 0;
    bool m_stop = false;
    std::vector<std::thread> m_threads; // last: they start when all the rest stands
};

} // namespace chengdan
