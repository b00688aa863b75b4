// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/sync_session.h"

#include "core/access/settings.h"
#include "ui/sync/server_address.h"

namespace chengdan::ui {

namespace {

constexpr int kLookMs = 200; // acts that follow each other closely are counted together

using Phase = sync::SyncStatus::Phase;

} // namespace

SyncSession::SyncSession(
    storage::Database& database, const Clock& clock, Keychain& keychain, QObject* parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_keychain(keychain)
    , m_link(sync::linkOf(database).value_or(std::nullopt))
{
    m_zone = database
                 .read([](storage::Connection& connection) -> Result<QByteArray> {
                     return access::readSettings(connection).timeZone;
                 })
                 .value_or(QByteArrayLiteral("Asia/Shanghai"));
    if (!m_link)
        return;
    m_standing = SyncStanding::SignedOut;
    m_look.setSingleShot(true);
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &SyncSession::lookAgain);
    connect(
        &database.notices(),
        &storage::ChangeNotices::committed,
        this,
        [this] { m_look.start(); },
        Qt::QueuedConnection); // commits are told on the writer's thread
    if (const auto stored = sync::storedStatus(database))
        m_status = *stored;
}

SyncSession::~SyncSession() = default;

QString SyncSession::key() const
{
    return passwordKey(m_link->dsn, m_link->login);
}

void SyncSession::start()
{
    if (!m_link || m_runner)
        return;
    if (qEnvironmentVariableIsSet("PGPASSWORD")) { // libpq finds it there
        run({});
        return;
    }
    m_keychain.read(key(), this, [this](const QString& password, Keychain::Place place) {
        if (place == Keychain::Place::Nowhere)
            Q_EMIT passwordNeeded();
        else
            run(password);
    });
}

void SyncSession::run(const QString& password)
{
    m_runner.reset();
    const int own = ++m_run;
    m_password = password;
    m_standing = SyncStanding::Running;
    m_status.phase = Phase::Connecting;
    m_status.trouble.reset();
    Q_EMIT changed();
    m_runner = std::make_unique<sync::SyncRunner>(m_database,
        m_clock,
        sync::ServerAccount{m_link->dsn, m_link->login, password},
        [this, own](const sync::SyncStatus& told) {
            // The runner ends before this does, and what it posted goes with this.
            QMetaObject::invokeMethod(
                this,
                [this, own, told] {
                    if (own == m_run)
                        take(told);
                },
                Qt::QueuedConnection);
        });
}

void SyncSession::signIn(const QString& password, bool keep)
{
    if (!m_link)
        return;
    m_signingIn = true;
    m_keep = keep;
    run(password);
}

void SyncSession::take(const sync::SyncStatus& status)
{
    if (m_standing != SyncStanding::Running)
        return;
    m_status = status;
    if (m_signingIn && status.phase != Phase::Connecting)
        finishSigningIn();
    else if (status.trouble && status.trouble->code == QLatin1String("SERVER_PASSWORD")) {
        m_runner.reset();
        m_standing = SyncStanding::SignedOut; // the kept password is of no use any more
        Q_EMIT changed();
        Q_EMIT passwordNeeded();
        return;
    }
    Q_EMIT changed();
}

// A password counts as right once the server let it in, whatever else goes wrong after that.
void SyncSession::finishSigningIn()
{
    if (m_status.phase == Phase::Offline && !m_status.trouble)
        return; // the first word, before anything was tried
    m_signingIn = false;
    if (!m_status.trouble) {
        Q_EMIT signedIn();
        if (m_keep)
            m_keychain.write(key(), m_password, this, [this](Keychain::Place place) {
                Q_EMIT passwordKept(place);
            });
        return;
    }
    const Error why = *m_status.trouble;
    if (why.code == QLatin1String("SERVER_PASSWORD")) {
        m_runner.reset();
        m_standing = SyncStanding::SignedOut;
    }
    Q_EMIT refused(why);
}

void SyncSession::syncNow()
{
    if (m_runner)
        m_runner->syncNow();
    else if (m_link)
        start();
}

void SyncSession::lookAgain()
{
    const auto stored = sync::storedStatus(m_database);
    if (!stored)
        return;
    m_status.unsent = stored->unsent;
    m_status.waiting = stored->waiting;
    m_status.tray = stored->tray;
    m_status.lastContact = stored->lastContact;
    Q_EMIT changed();
}

SyncHeadline SyncSession::headline() const
{
    return syncHeadline(m_standing, m_status, calendar());
}

SyncCalendar SyncSession::calendar() const
{
    return {m_zone, dateIn(m_clock.now(), m_zone)};
}

std::optional<sync::ServerAccount> SyncSession::account() const
{
    if (!m_runner)
        return std::nullopt;
    return sync::ServerAccount{m_link->dsn, m_link->login, m_password};
}

void SyncSession::pretend(SyncStanding standing, const sync::SyncStatus& status)
{
    m_standing = standing;
    m_status = status;
    Q_EMIT changed();
}

} // namespace chengdan::ui
