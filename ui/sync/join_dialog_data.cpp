// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the dialog that takes data of one's own along.
#include "core/base/error_catalogue.h"
#include "core/sync/engine_lock.h"
#include "ui/shared/cards.h"
#include "ui/shared/form.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/sync/join_data_view.h"
#include "ui/sync/join_dialog.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <atomic>

namespace chengdan::ui {

namespace {

// The copy is opened for each step by itself, so that no file stays open behind a closed dialog.
template <typename Step>
JobWork withCopy(
    const QString& path, const schema::RecordTypes& types, const Clock& clock, Step step)
{
    return [path, types, &clock, step](JobControl& job) -> Result<JobResult> {
        const auto copy = storage::Database::open(path, types, clock);
        if (!copy)
            return fail(copy.error());
        if (auto done = step(**copy, job); !done)
            return fail(done.error());
        return JobResult{.file = path};
    };
}

} // namespace

QWidget* JoinDialog::buildData()
{
    auto* page = new QWidget;
    setRole(m_dataHeading, "h2");
    setKind(m_take, "primary");
    m_take->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_dataError->hide();
    m_data->setObjectName(QStringLiteral("joinPreview"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_without);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_dataHeading);
    layout->addWidget(m_dataError);
    layout->addWidget(m_data, 1);
    layout->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &JoinDialog::takeAlong);
    connect(m_without, &QPushButton::clicked, this, &JoinDialog::showEnd);
    connect(m_data, &JoinDataView::addsPeopleChanged, this, &JoinDialog::askPreview);
    return page;
}

void JoinDialog::askPreview()
{
    const std::optional<bool> creating = m_preview ? m_data->addsPeople() : std::nullopt;
    work(tr("Comparing your data with the team's"),
        tr("Nothing is sent before you have seen what becomes of it."));
    m_workText->setText(tr("A copy of the present file is made first"));
    const auto preview = std::make_shared<sync::JoinPreview>();
    m_job = m_setup.jobs.start(tr("Compare the data for joining"),
        withCopy(m_path,
            m_setup.types,
            m_setup.clock,
            [own = m_setup.ownFile, creating, preview](
                storage::Database& copy, JobControl&) -> Result<void> {
                auto planned = sync::DataJoin(copy).preview(own, creating);
                if (!planned)
                    return fail(planned.error());
                *preview = std::move(*planned);
                return {};
            }),
        this,
        [this, preview](const JobStatus& status) {
            m_preview = preview;
            showPreview(status);
        });
}

void JoinDialog::showPreview(const JobStatus& status)
{
    m_job = 0;
    const bool done = status.state == JobState::Done;
    if (done)
        m_data->setPreview(*m_preview);
    if (status.state == JobState::Failed)
        m_dataError->setMessage(Tone::Danger, QString(), sentence(status.error, currentLanguage()));
    m_dataError->setVisible(status.state == JobState::Failed);
    m_data->setVisible(done);
    m_take->setEnabled(done);
    m_stack->setCurrentIndex(StepData);
    (done ? m_take : m_without)->setFocus(Qt::OtherFocusReason);
}

void JoinDialog::takeAlong()
{
    if (m_job != 0)
        return;
    const std::optional<bool> creating = m_data->addsPeople();
    work(tr("Joining with your data"),
        tr("You may stop at any moment: joining again, or the next sync, goes on where it was."));
    const QStringList steps{tr("People and teams"),
        tr("Writing the records"),
        tr("Sending: %1 to go"),
        tr("Receiving what the server says")};
    const auto outcome = std::make_shared<sync::JoinReport>();
    const auto carried = std::make_shared<std::atomic<bool>>(false);
    m_job = m_setup.jobs.start(tr("Join with one's own data"),
        withCopy(m_path,
            m_setup.types,
            m_setup.clock,
            [own = m_setup.ownFile,
                creating,
                outcome,
                carried,
                steps,
                account = m_account,
                &clock = m_setup.clock](storage::Database& copy, JobControl& job) -> Result<void> {
                const auto lock = sync::EngineLock::take(copy.path());
                if (!lock)
                    return fail(lock.error());
                const auto server =
                    sync::ServerLink::open(account.dsn, account.login, account.password);
                if (!server)
                    return fail(server.error());
                IdSource ids(clock);
                auto report = sync::DataJoin(copy).run(
                    **server, ids, own, creating, [&](const sync::JoinProgress& progress) {
                        if (progress.step >= sync::JoinProgress::Step::Sending)
                            *carried = true;
                        QString words = steps[static_cast<int>(progress.step)];
                        if (words.contains(QLatin1String("%1")))
                            words = words.arg(progress.total - progress.done);
                        job.report(progress.done, progress.total, words);
                        return !job.isCancelled();
                    });
                if (!report)
                    return fail(report.error());
                *outcome = std::move(*report);
                return {};
            }),
        this,
        [this, outcome, carried](const JobStatus& status) {
            m_outcome = outcome;
            if (*carried) // the records are written: the next sync sends them
                m_without->setText(tr("Finish later"));
            finishData(status);
        });
}

void JoinDialog::finishData(const JobStatus& status)
{
    m_job = 0;
    if (status.state != JobState::Done) {
        showPreview(status);
        m_data->setVisible(true);
        m_take->setEnabled(true); // goes on where it was
        m_take->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_report->setPreview(*m_preview); // who became whom
    m_report->setReport(*m_outcome);
    m_report->show();
    showEnd();
    m_endText->setText(tr("You have joined with your data"));
    m_open->setFocus(Qt::OtherFocusReason);
}

} // namespace chengdan::ui
