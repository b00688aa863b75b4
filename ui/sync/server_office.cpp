// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/server_office.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/sync/sync_session.h"

#include <QPointer>

namespace chengdan::ui {

namespace {

using Phase = sync::SyncStatus::Phase;

} // namespace

ServerOffice::ServerOffice(SyncSession& session, JobList& jobs, QObject* parent)
    : StaffOffice(parent)
    , m_session(session)
    , m_jobs(jobs)
{
    const auto words = [this] {
        const auto now = closed();
        return now ? now->why : QString();
    };
    m_told = words();
    connect(&session, &SyncSession::changed, this, [this, words] {
        const QString now = words();
        if (now == m_told)
            return;
        m_told = now;
        Q_EMIT changed();
    });
}

std::optional<StaffOffice::Closed> ServerOffice::closed() const
{
    if (!m_session.account())
        return Closed{
            tr("Not signed in to the server. People and teams are kept there, so nothing can be "
               "changed here now."),
            true};
    const sync::SyncStatus& status = m_session.status();
    // Another program that keeps the copy in step says nothing about the server.
    const bool away = status.phase == Phase::Offline && status.trouble
        && status.trouble->code != QLatin1String("SYNC_ELSEWHERE");
    if (status.phase == Phase::Stopped && status.trouble)
        return Closed{sentence(*status.trouble, currentLanguage())};
    if (away)
        return Closed{tr("The server cannot be reached. People and teams are kept there, so "
                         "nothing can be changed until it answers again.")};
    return std::nullopt;
}

void ServerOffice::signIn()
{
    Q_EMIT signInWanted();
}

QString ServerOffice::moment(Instant at) const
{
    return syncMoment(at, m_session.calendar());
}

Instant ServerOffice::startOf(QDate date) const
{
    return chengdan::startOf(date, m_session.calendar().zone);
}

QDate ServerOffice::today() const
{
    return m_session.calendar().today;
}

void ServerOffice::ask(QObject* receiver, Act act, Work work, Answered answered)
{
    const auto account = m_session.account();
    // This hears the answer first: what was changed is fetched even when the page has gone.
    const QPointer<QObject> asker(receiver);
    if (!account) { // later all the same: who asks is not ready for the answer yet
        QMetaObject::invokeMethod(
            this,
            [asker, answered = std::move(answered)] {
                if (asker)
                    answered(fail("STAFF_ON_SERVER"));
            },
            Qt::QueuedConnection);
        return;
    }
    m_jobs.startQuietly(
        [account = *account, work = std::move(work)](JobControl&) -> Result<JobResult> {
            auto server = sync::ServerLink::open(account.dsn, account.login, account.password);
            if (!server)
                return fail(server.error());
            const auto worked = work(**server);
            return worked ? Result<JobResult>(JobResult()) : fail(worked.error());
        },
        this,
        [this, act, asker, answered = std::move(answered)](const JobStatus& status) {
            const bool failed = status.state != JobState::Done;
            if (!failed && act == Act::Changes)
                m_session.syncNow();
            if (asker)
                answered(failed ? Result<void>(fail(status.error)) : Result<void>());
        });
}

} // namespace chengdan::ui
