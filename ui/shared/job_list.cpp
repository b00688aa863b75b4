// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/job_list.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"

#include <QMetaObject>

#include <algorithm>

namespace chengdan::ui {

namespace {
constexpr std::size_t kJobsListed = 30;
}

JobList::JobList(QObject* parent)
    : QAbstractListModel(parent)
    , m_runner(std::make_unique<JobRunner>([this](const JobStatus& status) {
        QMetaObject::invokeMethod(
            this, [this, status] { take(status); }, Qt::QueuedConnection);
    }))
{
}

JobList::~JobList()
{
    m_runner.reset(); // its threads stop before anything they tell is gone
}

qint64 JobList::start(const QString& title, JobWork work, QObject* context, Ended ended)
{
    return begin(title, std::move(work), context, std::move(ended), JobRunner::Listed::Yes);
}

qint64 JobList::startQuietly(JobWork work, QObject* context, Ended ended)
{
    return begin({}, std::move(work), context, std::move(ended), JobRunner::Listed::No);
}

// What the runner tells is queued for this thread, so nothing of the new job comes before its
// callback is known.
qint64 JobList::begin(
    const QString& title, JobWork work, QObject* context, Ended ended, JobRunner::Listed listed)
{
    const qint64 id = m_runner->start(title, std::move(work), listed);
    ++m_open;
    if (ended)
        m_waiting.insert(id, Waiting{context, context != nullptr, std::move(ended)});
    if (listed == JobRunner::Listed::Yes)
        list(m_runner->status(id));
    return id;
}

void JobList::cancel(qint64 id)
{
    m_runner->cancel(id);
}

void JobList::clearEnded()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const JobStatus& status = m_jobs[static_cast<std::size_t>(row)];
        if (!status.hasEnded())
            continue;
        m_runner->forget(status.id);
        beginRemoveRows({}, row, row);
        m_jobs.erase(m_jobs.begin() + row);
        endRemoveRows();
    }
}

int JobList::running() const
{
    return static_cast<int>(std::count_if(
        m_jobs.begin(), m_jobs.end(), [](const JobStatus& job) { return !job.hasEnded(); }));
}

bool JobList::isBusy() const
{
    return m_open > 0;
}

void JobList::take(const JobStatus& status)
{
    if (!status.quiet)
        list(status);
    if (!status.hasEnded())
        return;
    --m_open;
    if (status.quiet)
        m_runner->forget(status.id);
    const Waiting waiting = m_waiting.take(status.id);
    if (waiting.ended && (!waiting.hadContext || waiting.context))
        waiting.ended(status);
    if (!status.quiet)
        Q_EMIT jobEnded(status);
}

void JobList::list(const JobStatus& status)
{
    const auto known = std::find_if(
        m_jobs.begin(), m_jobs.end(), [&](const JobStatus& job) { return job.id == status.id; });
    if (known != m_jobs.end()) {
        if (known->hasEnded()) // an older message overtaken by the end
            return;
        *known = status;
        const QModelIndex at = index(static_cast<int>(known - m_jobs.begin()));
        Q_EMIT dataChanged(at, at);
    } else {
        beginInsertRows({}, 0, 0);
        m_jobs.insert(m_jobs.begin(), status);
        endInsertRows();
        if (m_jobs.size() > kJobsListed && m_jobs.back().hasEnded()) {
            const int last = rowCount() - 1;
            m_runner->forget(m_jobs.back().id);
            beginRemoveRows({}, last, last);
            m_jobs.pop_back();
            endRemoveRows();
        }
    }
    Q_EMIT jobChanged(status);
}

int JobList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobStatus& job = m_jobs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return job.title;
    case Qt::AccessibleTextRole:
        return job.title + QStringLiteral(", ") + jobDetail(job);
    case IdRole:
        return job.id;
    case StateRole:
        return static_cast<int>(job.state);
    case DoneRole:
        return job.done;
    case TotalRole:
        return job.total;
    case DetailRole:
        return jobDetail(job);
    case FileRole:
        return job.result.file;
    case FailedFileRole:
        return job.result.failedFile;
    default:
        return {};
    }
}

QString jobDetail(const JobStatus& status)
{
    switch (status.state) {
    case JobState::Waiting:
        return JobList::tr("Waiting");
    case JobState::Running:
        if (status.cancelling)
            return JobList::tr("Stopping …");
        if (status.total > 0)
            return JobList::tr("%1 of %2")
                .arg(grouped(QString::number(status.done)), grouped(QString::number(status.total)));
        return status.text.isEmpty() ? JobList::tr("Running") : status.text;
    case JobState::Cancelled:
        return JobList::tr("Cancelled");
    case JobState::Failed:
        return sentence(status.error, currentLanguage());
    case JobState::Done:
        break;
    }
    if (status.result.failedRows > 0 && status.result.text.isEmpty())
        return JobList::tr("%n rows need a look", nullptr, int(status.result.failedRows));
    return status.result.text.isEmpty() ? JobList::tr("Done") : status.result.text;
}

} // namespace chengdan::ui
