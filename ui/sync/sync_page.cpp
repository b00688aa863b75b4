// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/sync_page.h"

#include "core/base/error_catalogue.h"
#include "core/sync/pull.h"
#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/sync/requests_view.h"
#include "ui/sync/server_address.h"
#include "ui/sync/sync_session.h"
#include "ui/sync/tray_view.h"
#include "ui/sync/unsent_view.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace chengdan::ui {

namespace {

constexpr int kSingleUserPage = 0;
constexpr int kCopyPage = 1;

QPushButton* headButton(const char* name)
{
    auto* button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

SyncPage::SyncPage(
    const access::Context& context, Navigator& navigator, SyncSession& session, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_own(session)
    , m_session(&session)
    , m_stack(new QStackedWidget)
    , m_single(new EmptyState(QStringLiteral("syncSingle")))
    , m_copy(new QWidget)
    , m_icon(new QLabel)
    , m_state(new QLabel)
    , m_where(new QLabel)
    , m_now(headButton("syncNow"))
    , m_verify(headButton("syncVerify"))
    , m_leave(headButton("syncLeave"))
    , m_trouble(new MessageBar(QStringLiteral("syncTrouble")))
    , m_error(new MessageBar(QStringLiteral("syncError")))
    , m_tabs(new QTabBar)
    , m_views(new QStackedWidget)
    , m_tray(new TrayView(context, navigator))
    , m_requests(new RequestsView(context, navigator))
    , m_unsent(new UnsentView(navigator))
{
    setObjectName(QStringLiteral("syncPage"));
    m_stack->addWidget(m_single);
    m_stack->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kSpace4, metric::kPageSide, metric::kPageSide);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_stack);
    buildHead();
    buildViews();
    connect(m_single, &EmptyState::actionTriggered, this, &SyncPage::joinWanted);
    connect(&m_own, &SyncSession::changed, this, &SyncPage::follow);
    connect(&Theme::instance(), &Theme::themeChanged, this, &SyncPage::follow);
    retranslate();
    showSession(nullptr);
}

void SyncPage::buildHead()
{
    m_icon->setObjectName(QStringLiteral("syncIcon"));
    m_state->setObjectName(QStringLiteral("syncState"));
    setRole(m_state, "h2");
    m_where->setObjectName(QStringLiteral("syncWhere"));
    setRole(m_where, "cap2");
    setKind(m_now, "primary");
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_state);
    words->addWidget(m_where);
    auto* card = new Card(QStringLiteral("syncHead"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::kSpace3);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_verify);
    row->addWidget(m_leave);
    row->addWidget(m_now);
    card->body()->addLayout(row);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(m_copy);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(card);
    layout->addWidget(m_trouble);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs);
    layout->addWidget(m_views, 1);
    m_trouble->hide();
    m_error->hide();
    connect(m_now, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_session->syncNow();
    });
    connect(m_verify, &QPushButton::clicked, this, &SyncPage::verify);
    connect(m_leave, &QPushButton::clicked, this, [this] { leaveWithCopy(); });
}

void SyncPage::buildViews()
{
    m_tabs->setObjectName(QStringLiteral("syncTabs"));
    m_tabs->setExpanding(false);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab(QString());
    m_views->addWidget(m_tray);
    m_views->addWidget(m_requests);
    m_views->addWidget(m_unsent);
    connect(m_tabs, &QTabBar::currentChanged, this, &SyncPage::showTab);
    const auto decided = [this] {
        m_error->hide();
        m_session->lookAgain(); // the list on the other tab may have changed with it
    };
    connect(m_tray, &TrayView::decided, this, decided);
    connect(m_requests, &RequestsView::decided, this, decided);
    connect(m_tray, &TrayView::failed, this, &SyncPage::showError);
    connect(m_requests, &RequestsView::failed, this, &SyncPage::showError);
    connect(m_unsent, &UnsentView::failed, this, &SyncPage::showError);
}

void SyncPage::showSession(SyncSession* session)
{
    m_session = session != nullptr ? session : &m_own;
    const bool isCopy = m_session->standing() != SyncStanding::SingleUser;
    m_stack->setCurrentIndex(isCopy ? kCopyPage : kSingleUserPage);
    SyncSession* const shown = isCopy ? m_session : nullptr;
    m_tray->setSession(shown);
    m_requests->setSession(shown);
    m_unsent->setSession(shown);
    m_error->hide();
    if (isCopy) {
        m_tray->reload(true);
        m_requests->reload(true);
        m_unsent->reload(true);
    }
    follow();
    Q_EMIT sessionShown();
}

void SyncPage::openTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    showTab(static_cast<int>(tab));
}

void SyncPage::showTab(int tab)
{
    m_views->setCurrentIndex(tab);
    reloadViews();
}

// Hidden lists are read when they are shown; the requests are few and their tab counts them.
void SyncPage::reloadViews()
{
    if (m_session->standing() == SyncStanding::SingleUser)
        return;
    m_requests->reload();
    if (m_views->currentWidget() == m_tray)
        m_tray->reload();
    if (m_views->currentWidget() == m_unsent)
        m_unsent->reload();
}

void SyncPage::follow()
{
    if (m_session->standing() == SyncStanding::SingleUser)
        return;
    fillHead();
    fillTrouble();
    if (isVisible())
        reloadViews();
    fillTabs();
}

void SyncPage::fillHead()
{
    const SyncHeadline head = m_session->headline();
    const int size = themePx(28);
    m_icon->setPixmap(
        icon(head.icon, wordToken(head.tone)).pixmap(QSize(size, size), devicePixelRatioF()));
    QString state = head.text;
    if (!state.isEmpty())
        state[0] = state[0].toUpper(); // a heading here, a few words in the top bar
    m_state->setText(state);
    m_state->setToolTip(head.tip);
    const auto& link = m_session->link();
    if (!link)
        return;
    const QString server = ServerAddress::fromDsn(link->dsn).shown();
    const QString last = syncMoment(m_session->status().lastContact, m_session->calendar());
    m_where->setText(tr("%1 · signed in as %2 · last contact %3", "server, login, moment")
                         .arg(server, link->login, last));
    m_where->setToolTip(m_where->text());
}

void SyncPage::fillTrouble()
{
    const sync::SyncStatus& status = m_session->status();
    const QString told =
        QStringLiteral("%1 %2 %3 %4 %5")
            .arg(int(m_session->standing()))
            .arg(int(status.phase == sync::SyncStatus::Phase::Stopped))
            .arg(status.clockDiffers)
            .arg(int(currentLanguage()))
            .arg(status.trouble ? sentence(*status.trouble, currentLanguage()) : QString());
    if (told == m_told)
        return;
    m_told = told;
    m_trouble->clearActions();
    if (m_session->standing() == SyncStanding::SignedOut) {
        m_trouble->setMessage(Tone::Warn,
            tr("Not signed in to the server"),
            tr("Everything works on this PC; it is sent and fetched once you sign in."));
        m_trouble->addAction(tr("Sign in …"), [this] { Q_EMIT signInWanted(); });
        m_trouble->show();
        return;
    }
    if (!status.trouble && !status.clockDiffers) {
        m_trouble->hide();
        return;
    }
    if (!status.trouble) {
        m_trouble->setMessage(Tone::Warn,
            QString(),
            tr("The clock of this PC differs from the server's by more than five minutes. Set it "
               "right; times shown here are otherwise wrong."));
        m_trouble->show();
        return;
    }
    const bool stopped = status.phase == sync::SyncStatus::Phase::Stopped;
    m_trouble->setMessage(stopped ? Tone::Danger : Tone::Warn,
        stopped ? tr("Sending and fetching have stopped") : QString(), // offline says the head
        sentence(*status.trouble, currentLanguage()));
    m_trouble->addAction(tr("Try now"), [this] { m_session->syncNow(); });
    m_trouble->show();
}

void SyncPage::fillTabs()
{
    const sync::SyncStatus& status = m_session->status();
    const auto set = [this](int tab, const QString& plain, const QString& counted, qint64 count) {
        m_tabs->setTabText(tab, count > 0 ? counted.arg(count) : plain);
    };
    set(0, tr("Needs you"), tr("Needs you %1"), status.tray);
    set(1, tr("Requests"), tr("Requests %1"), m_requests->open());
    set(2, tr("Unsent"), tr("Unsent %1"), status.unsent);
}

void SyncPage::retranslate()
{
    m_single->setContent(QStringLiteral("users"),
        tr("This file is for one PC. A team shares its data through a server of its own: everybody "
           "works on a copy, also without the network, and sees what they may see."),
        tr("Join a team's server …"));
    m_now->setText(tr("Sync now"));
    m_now->setToolTip(tr("Sync now") + QStringLiteral("  F5"));
    m_verify->setText(tr("Check the copy"));
    m_verify->setToolTip(tr("Compares every record on this PC with the server"));
    m_leave->setText(tr("Leave with a copy …"));
    m_leave->setToolTip(
        tr("Writes a file for one PC with everything that is here; the team's data stays"));
    m_tabs->setAccessibleName(tr("Lists of the sync page"));
    if (m_session != nullptr)
        follow();
}

void SyncPage::showError(const Error& error)
{
    m_error->setMessage(Tone::Danger, QString(), sentence(error, currentLanguage()));
    m_error->show();
}

void SyncPage::verify()
{
    const auto account = m_session->account();
    if (!account) {
        Q_EMIT signInWanted();
        return;
    }
    m_error->hide();
    m_verify->setEnabled(false);
    const QString right = tr("The copy agrees with the server");
    const QString differs = tr("Records that differed and are fetched again: %1");
    m_navigator.jobs().start(
        tr("Check the copy"),
        [&database = m_session->database(), account = *account, right, differs](
            JobControl&) -> Result<JobResult> {
            auto server = sync::ServerLink::open(account.dsn, account.login, account.password);
            if (!server)
                return fail(server.error());
            const auto differing = sync::verifyReplica(database, **server);
            if (!differing)
                return fail(differing.error());
            return JobResult{.text = *differing == 0 ? right : differs.arg(*differing)};
        },
        this,
        [this](const JobStatus& status) {
            m_verify->setEnabled(true);
            if (status.state == JobState::Failed)
                showError(status.error);
            else if (status.state == JobState::Done)
                m_navigator.toast(status.result.text, Tone::Ok);
            m_session->syncNow();
        });
}

void SyncPage::leaveWithCopy(QString path)
{
    if (path.isEmpty()) {
        const QFileInfo own(m_session->database().path());
        path = QFileDialog::getSaveFileName(this,
            tr("Leave with a copy"),
            own.dir().filePath(own.completeBaseName() + QStringLiteral("-alone.chengdan")),
            tr("Company files (*.chengdan)"),
            nullptr,
            QFileDialog::DontConfirmOverwrite);
    }
    if (path.isEmpty())
        return;
    m_error->hide();
    const QString done = tr("The copy for one PC lies in %1").arg(QDir::toNativeSeparators(path));
    const auto without = std::make_shared<int>(0);
    m_navigator.jobs().start(
        tr("Leave with a copy"),
        [&database = m_session->database(), path, done, without](JobControl&) -> Result<JobResult> {
            const auto left = sync::leaveWithCopy(database, path);
            if (!left)
                return fail(left.error());
            *without = *left;
            return JobResult{.text = done, .file = path};
        },
        this,
        [this, done, without](const JobStatus& status) {
            if (status.state == JobState::Failed)
                showError(status.error);
            else if (status.state == JobState::Done && *without > 0)
                m_error->setMessage(Tone::Warn,
                    done,
                    tr("%n attachment(s) are not in it: their contents lie only on the server",
                        nullptr,
                        *without));
            else if (status.state == JobState::Done)
                m_navigator.toast(done, Tone::Ok);
            m_error->setVisible(status.state == JobState::Failed || *without > 0);
        });
}

QString SyncPage::title() const
{
    return tr("Sync");
}

void SyncPage::activated()
{
    if (m_session->standing() == SyncStanding::SingleUser) {
        if (auto* join = m_single->findChild<QPushButton*>())
            join->setFocus(Qt::OtherFocusReason);
        return;
    }
    reloadViews();
    follow();
    if (m_views->currentWidget() == m_tray)
        m_tray->focusList();
    else if (m_views->currentWidget() == m_requests)
        m_requests->focusList();
    else
        m_unsent->focusList();
}

void SyncPage::refreshPage()
{
    reloadViews();
    follow();
}

bool SyncPage::closeInner()
{
    if (m_error->isVisible()) {
        m_error->hide();
        return true;
    }
    if (m_session == &m_own)
        return false;
    showSession(nullptr);
    return true;
}

QVariantMap SyncPage::saveState() const
{
    return {{QStringLiteral("tab"), m_tabs->currentIndex()}};
}

void SyncPage::restoreState(const QVariantMap& state)
{
    m_tabs->setCurrentIndex(qBound(0, state.value(QStringLiteral("tab")).toInt(), 2));
}

void SyncPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
