// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an ImportPage does behind the window: reading, checking, writing.
#include "core/exchange/import_rejected.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/import_result.h"
#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/shared/undo_stack.h"

#include <QApplication>
#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>

namespace chengdan::ui {

namespace {

constexpr int kTakenBackAtOnce = 500; ///< rows; more are taken back behind the window
} // namespace

// Reading and cutting run behind the window; what cannot be read leaves what was shown before.
void ImportPage::readAgain()
{
    cancelWork();
    m_done.reset();
    clearMessage();
    const auto source = std::make_shared<exchange::ImportSource>();
    const quint64 ticket = ++m_ticket;
    const auto work = [source,
                          path = m_path,
                          sheet = m_sheet,
                          text = m_pasted,
                          screen = m_screen,
                          names = m_hasHeader,
                          &type = *importKind().type](JobControl&) -> Result<JobResult> {
        Result<exchange::ImportSource> read;
        if (!path.isEmpty()) {
            read = exchange::readImportSource(path, sheet);
        } else {
            const auto cells = exchange::parsePastedTable(text);
            read = cells ? exchange::pastedImportSource(type, *cells, screen, names)
                         : Result<exchange::ImportSource>(fail(cells.error()));
        }
        if (!read)
            return fail(read.error());
        *source = std::move(*read);
        return JobResult();
    };
    const qint64 job = m_navigator.jobs().startQuietly(
        work, this, [this, source, ticket](const JobStatus& status) {
            if (ticket != m_ticket)
                return;
            endWork();
            if (status.state == JobState::Done)
                takeSource(source);
            else if (status.state == JobState::Failed)
                showError(tr("%1 cannot be imported").arg(sourceName()), status.error);
            showState();
            if (m_source && isVisible())
                m_table->setFocus();
        });
    startWork(Work::Reading, job, {});
}

void ImportPage::check()
{
    m_checkTimer.stop();
    cancelWork();
    clearMessage();
    const auto report = std::make_shared<exchange::ImportReport>();
    const auto progress = std::make_shared<Progress>();
    const quint64 ticket = ++m_ticket;
    exchange::ImportOptions options;
    options.dryRun = true;
    options.mapping = m_mapping.mapping();
    options.previewRows = kPreviewRows;
    const auto work = [&context = m_context,
                          report,
                          progress,
                          options,
                          kind = m_kind,
                          name = sourceName(),
                          source = m_source](JobControl& job) -> Result<JobResult> {
        exchange::ImportOptions asked = options;
        asked.progress = [&](qint64 done, qint64 total) {
            progress->done = done;
            progress->total = total;
            return !job.isCancelled();
        };
        auto checked = exchange::importTable(context, kind, source->table, name, asked);
        if (!checked)
            return fail(checked.error());
        *report = std::move(*checked);
        return JobResult();
    };
    const qint64 job = m_navigator.jobs().startQuietly(
        work, this, [this, report, ticket](const JobStatus& status) {
            if (ticket == m_ticket)
                takeCheck(status, *report);
        });
    startWork(Work::Checking, job, progress);
}

void ImportPage::takeCheck(const JobStatus& status, const exchange::ImportReport& report)
{
    endWork();
    if (status.state == JobState::Done)
        m_report = report;
    else if (status.state == JobState::Failed)
        showError(tr("The rows cannot be imported like this"), status.error);
    else
        m_message->setMessage(Tone::Info, tr("The checking was stopped"));
    showRows();
    showState();
}

QString ImportPage::freeRejectedPath() const
{
    const QString plain = m_path.isEmpty()
        ? m_pasteFolder + QLatin1Char('/') + tr("Pasted rows") + QStringLiteral(".xlsx")
        : m_path;
    const QString wanted =
        exchange::rejectedPathFor(QFileInfo(QFileInfo(plain).absolutePath()).isWritable()
                ? plain
                : m_pasteFolder + QLatin1Char('/') + QFileInfo(plain).fileName());
    const QFileInfo file(wanted);
    QString path = wanted;
    for (int copy = 2; QFileInfo::exists(path); ++copy)
        path = QStringLiteral("%1/%2-%3.%4")
                   .arg(file.absolutePath(), file.completeBaseName())
                   .arg(copy)
                   .arg(file.suffix());
    return path;
}

void ImportPage::importRows()
{
    if (!m_import->isEnabled() || !m_report || m_work != Work::None)
        return;
    keepMemory();
    clearMessage();
    const auto report = std::make_shared<exchange::ImportReport>();
    const auto written = std::make_shared<storage::JournalSpan>();
    const auto progress = std::make_shared<Progress>();
    const quint64 ticket = ++m_ticket;
    exchange::ImportOptions options;
    options.mapping = m_mapping.mapping();
    options.skipBad = m_goodOnly->isChecked();
    options.rejectedPath = freeRejectedPath();
    options.language = currentLanguage();
    const auto work = [&context = m_context,
                          report,
                          written,
                          progress,
                          options,
                          kind = m_kind,
                          name = sourceName(),
                          source = m_source](JobControl& job) -> Result<JobResult> {
        exchange::ImportOptions asked = options;
        asked.progress = asked.writing = [&](qint64 done, qint64 total) {
            progress->done = done;
            progress->total = total;
            job.report(done, total);
            return !job.isCancelled();
        };
        const storage::JournalSpan before = storage::Database::lastWrite();
        auto done = exchange::importTable(context, kind, source->table, name, asked);
        if (!done)
            return fail(done.error());
        if (storage::Database::lastWrite().last != before.last)
            *written = storage::Database::lastWrite();
        *report = std::move(*done);
        return JobResult{.text = importSummary(*report),
            .failedRows = report->applied ? report->rejected : 0,
            .failedFile = report->rejectedPath};
    };
    const qint64 job = m_navigator.jobs().start(
        title(), work, this, [this, report, written, ticket](const JobStatus& status) {
            if (ticket == m_ticket)
                takeImport(status, *report, *written);
        });
    startWork(Work::Importing, job, progress);
}

void ImportPage::takeImport(const JobStatus& status,
    const exchange::ImportReport& report,
    const storage::JournalSpan& written)
{
    endWork();
    if (status.state == JobState::Failed) {
        showError(tr("Nothing was imported"), status.error);
    } else if (status.state == JobState::Cancelled) {
        m_message->setMessage(Tone::Info, tr("The import was stopped; nothing was written"));
        m_message->show();
    } else if (!report.applied) {
        // Somebody saved in between, and what they saved makes rows wrong.
        check();
        return;
    } else {
        m_done = report;
        m_result->showReport(report, fieldLabels());
        dropSource();
        m_report.reset();
        m_pasted.clear();
        // Behind the task list's own note, so that the way back stays in sight.
        UndoAct act{.writes = {written},
            .words = [words = importSummary(report)](int) { return words; },
            .large = report.created + report.updated > kTakenBackAtOnce};
        QMetaObject::invokeMethod(
            this,
            [this, act = std::move(act)] { m_navigator.undoStack().push(act); },
            Qt::QueuedConnection);
    }
    showState();
    const QWidget* const focus = QApplication::focusWidget();
    if (m_done && isVisible() && (focus == nullptr || isAncestorOf(focus)))
        m_result->firstFocus()->setFocus();
}

void ImportPage::cancelWork()
{
    if (m_job == 0)
        return;
    m_navigator.jobs().cancel(m_job);
    if (m_work == Work::Importing)
        return; // how it ended is told
    ++m_ticket;
    endWork();
}

void ImportPage::startWork(Work work, qint64 job, std::shared_ptr<Progress> progress)
{
    m_work = work;
    m_job = job;
    m_progress = std::move(progress);
    m_progressTimer.start();
    showState();
}

void ImportPage::endWork()
{
    m_work = Work::None;
    m_job = 0;
    m_progress.reset();
    m_progressTimer.stop();
}

} // namespace chengdan::ui
