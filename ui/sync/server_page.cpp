// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/server_page.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"

#include <QEvent>
#include <QHBoxLayout>

namespace chengdan::ui {

ServerPage::ServerPage(const QString& name,
    const access::Context& context,
    Navigator& navigator,
    SyncSession& session,
    QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_session(session)
    , m_head(new QHBoxLayout)
    , m_loading(new LoadingBar(name + QStringLiteral("Loading")))
    , m_message(new MessageBar(name + QStringLiteral("Message")))
    , m_list(new EntryList(name))
{
    setObjectName(name + QStringLiteral("Page"));
    m_head->setSpacing(metric::kSpace2);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kSpace4, metric::kPageSide, metric::kPageSide);
    layout->setSpacing(metric::kSpace2);
    layout->addLayout(m_head);
    layout->addWidget(m_loading);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
}

void ServerPage::activated()
{
    if (!m_loaded)
        load();
    m_list->focusList();
}

void ServerPage::refreshPage()
{
    load();
}

void ServerPage::ask(Work work, std::function<void()> done)
{
    m_message->clearActions();
    const auto account = m_session.account();
    if (!account) {
        m_message->setMessage(Tone::Warn,
            tr("Not signed in to the server"),
            tr("What stands here comes from the server itself."));
        m_message->addAction(tr("Sign in …"), [this] { Q_EMIT signInWanted(); });
        m_message->show();
        return;
    }
    m_message->hide();
    m_loading->setRunning(true);
    m_navigator.jobs().startQuietly(
        [account = *account, work = std::move(work)](JobControl&) -> Result<JobResult> {
            auto server = sync::ServerLink::open(account.dsn, account.login, account.password);
            if (!server)
                return fail(server.error());
            const auto worked = work(**server);
            return worked ? Result<JobResult>(JobResult()) : fail(worked.error());
        },
        this,
        [this, done = std::move(done)](const JobStatus& status) {
            m_loading->setRunning(false);
            if (status.state == JobState::Failed) {
                showError(status.error);
                return;
            }
            m_loaded = true;
            done();
        });
}

void ServerPage::showError(const Error& error)
{
    m_message->setMessage(Tone::Danger, QString(), sentence(error, currentLanguage()));
    m_message->clearActions();
    m_message->addAction(tr("Try again"), [this] { load(); });
    m_message->show();
}

void ServerPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
