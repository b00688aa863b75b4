// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>

#include <memory>

namespace chengdan::ui {

/// The jobs of the program as the UI thread sees them: starts work on the one job runner, is the
/// model of the task list in the top bar and hands results back. One per window, reached through
/// Navigator::jobs().
///
///     navigator.jobs().start(tr("Export customers"), [=, &database](JobControl& job) {
///         …  job.report(done, total);  …
///         return Result<JobResult>({.text = tr("Saved as %1").arg(path), .file = path});
///     }, this, [this](const JobStatus& ended) { … });
class JobList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        StateRole, ///< JobState as int
        DoneRole,
        TotalRole, ///< 0: not known
        DetailRole, ///< a line under the title: progress in words, result or the error's sentence
        FileRole, ///< what can be opened
        FailedFileRole,
    };

    explicit JobList(QObject* parent = nullptr);
    ~JobList() override;

    using Ended = std::function<void(const JobStatus&)>;
    /// Listed work, asked for by the person. `ended` runs on the UI thread, unless `context` is
    /// gone by then.
    qint64 start(const QString& title, JobWork work, QObject* context = nullptr, Ended ended = {});
    /// Work of the program's own (figures being read): on the same runner, not in the list.
    qint64 startQuietly(JobWork work, QObject* context, Ended ended);
    void cancel(qint64 id);
    /// Takes ended jobs out of the list.
    void clearEnded();
    int running() const; ///< listed jobs that have not ended
    bool isBusy() const; ///< any job, listed or not, has not been handed back yet
    const std::vector<JobStatus>& listed() const { return m_jobs; } ///< newest first

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// A listed job began, went on or ended.
    void jobChanged(const chengdan::JobStatus& status);
    void jobEnded(const chengdan::JobStatus& status);

private:
    struct Waiting {
        QPointer<QObject> context;
        bool hadContext = false;
        Ended ended;
    };
    qint64 begin(const QString& title,
        JobWork work,
        QObject* context,
        Ended ended,
        JobRunner::Listed listed);
    void take(const JobStatus& status);
    void list(const JobStatus& status);
    std::vector<JobStatus> m_jobs;
    QHash<qint64, Waiting> m_waiting;
    int m_open = 0; ///< begun and not handed back
    std::unique_ptr<JobRunner> m_runner;
};

/// The line under a job's title, in the present language.
QString jobDetail(const JobStatus& status);

} // namespace chengdan::ui
