// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"
#include "tests/support/catch.h"

#include <atomic>
#include <future>

using namespace chengdan;

namespace {

// Holds a job at a known place until the test lets it go on.
struct JobGate {
    std::promise<void> reached;
    std::promise<void> open;
    JobWork work(JobResult result = {})
    {
        return [this, result](JobControl& job) -> Result<JobResult> {
            reached.set_value();
            open.get_future().wait();
            if (auto on = job.goOn(); !on)
                return fail(on.error());
            return result;
        };
    }
};

} // namespace

TEST_CASE("a job ends with its result and tells it once", "[base][job]")
{
    std::atomic<int> ends{0};
    JobRunner runner([&ends](const JobStatus& status) { ends += status.hasEnded() ? 1 : 0; });
    const qint64 id = runner.start(QStringLiteral("Export"), [](JobControl& job) {
        job.report(3, 10, QStringLiteral("third row"));
        return Result<JobResult>(JobResult{.text = QStringLiteral("ten rows"), .failedRows = 2});
    });
    const JobStatus ended = runner.wait(id);
    CHECK(ended.state == JobState::Done);
    CHECK(ended.title == QStringLiteral("Export"));
    CHECK(ended.result.text == QStringLiteral("ten rows"));
    CHECK(ended.result.failedRows == 2);
    CHECK(ended.done == 3);
    CHECK(ended.total == 10);
    while (ends == 0)
        std::this_thread::yield();
    CHECK(ends == 1);
}

TEST_CASE("a failed job keeps its error, and the next one runs all the same", "[base][job]")
{
    JobRunner runner({}, 1);
    const qint64 bad = runner.start(QStringLiteral("Import"),
        [](JobControl&) -> Result<JobResult> { return fail("FILE_WRITE"); });
    const qint64 thrown = runner.start(QStringLiteral("Broken"),
        [](JobControl&) -> Result<JobResult> { throw std::logic_error("bug"); });
    const qint64 good = runner.start(
        QStringLiteral("Print"), [](JobControl&) { return Result<JobResult>(JobResult{}); });
    CHECK(runner.wait(bad).state == JobState::Failed);
    CHECK(runner.status(bad).error.code == QStringLiteral("FILE_WRITE"));
    CHECK(runner.wait(thrown).error.code == QStringLiteral("JOB_FAULT"));
    CHECK(runner.wait(good).state == JobState::Done);
}

TEST_CASE("a running job that asks stops when it is cancelled", "[base][job]")
{
    JobGate gate;
    JobRunner runner;
    const qint64 id = runner.start(QStringLiteral("Long"), gate.work());
    gate.reached.get_future().wait();
    CHECK(runner.status(id).state == JobState::Running);
    runner.cancel(id);
    CHECK(runner.status(id).cancelling);
    gate.open.set_value();
    CHECK(runner.wait(id).state == JobState::Cancelled);
}

TEST_CASE("a job cancelled while it waits never begins", "[base][job]")
{
    JobGate gate;
    std::atomic<bool> begun{false};
    JobRunner runner({}, 1);
    const qint64 first = runner.start(QStringLiteral("First"), gate.work());
    const qint64 second = runner.start(QStringLiteral("Second"), [&begun](JobControl&) {
        begun = true;
        return Result<JobResult>(JobResult{});
    });
    gate.reached.get_future().wait();
    runner.cancel(second);
    CHECK(runner.wait(second).state == JobState::Cancelled);
    gate.open.set_value();
    CHECK(runner.wait(first).state == JobState::Done);
    CHECK_FALSE(begun);
}

TEST_CASE("work that ended before the cancel arrived is done, not cancelled", "[base][job]")
{
    JobRunner runner;
    const qint64 id = runner.start(
        QStringLiteral("Quick"), [](JobControl&) { return Result<JobResult>(JobResult{}); });
    runner.wait(id);
    runner.cancel(id);
    CHECK(runner.status(id).state == JobState::Done);
    runner.forget(id);
    CHECK(runner.status(id).id == 0);
}

TEST_CASE("ending the runner stops what runs and waits for it", "[base][job]")
{
    std::promise<void> running;
    std::atomic<bool> stopped{false};
    {
        JobRunner runner;
        runner.start(QStringLiteral("Endless"), [&](JobControl& job) -> Result<JobResult> {
            running.set_value();
            while (!job.isCancelled())
                std::this_thread::yield();
            stopped = true;
            return fail("CANCELLED");
        });
        running.get_future().wait();
    }
    CHECK(stopped);
}
