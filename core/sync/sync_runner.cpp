// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sync_runner.h"

#include "core/base/log.h"
#include "core/sync/backoff.h"
#include "core/sync/engine_lock.h"
#include "core/sync/outbox.h"
#include "core/sync/requests.h"
#include "core/sync/tray.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdlib>
#include <mutex>

namespace chengdan::sync {

namespace {

using storage::Connection;

constexpr int kSettleMs = 150; ///< an edit is often followed by another
constexpr int kElsewhereMs = 3000; ///< until it is asked again whether another program has ended
constexpr int kRestMs = 1000; ///< between two rounds, whatever is notified
constexpr qint64 kClockToleranceMs = 5 * 60 * 1000;

bool needsPerson(const Error& error)
{
    static const QStringList kCodes{QStringLiteral("SERVER_PASSWORD"),
        QStringLiteral("PERSON_INACTIVE"),
        QStringLiteral("CLIENT_OLD"),
        QStringLiteral("SERVER_OLD"),
        QStringLiteral("DEVICE_REVOKED"),
        QStringLiteral("DEVICE_OF_ANOTHER"),
        QStringLiteral("SERVER_DSN")};
    return kCodes.contains(error.code);
}

} // namespace

Result<SyncStatus> storedStatus(storage::Database& database)
{
    return database.read([](Connection& connection) -> Result<SyncStatus> {
        SyncStatus status;
        const auto link = readLink(connection);
        if (!link)
            return fail("SYNC_NOT_JOINED");
        status.unsent = unsentEdits(connection);
        status.waiting = queuedRequests(connection);
        status.tray = trayCount(connection);
        status.lastContact = link->lastContact;
        return status;
    });
}

// Lives on the runner's thread, but for construction and destruction.
class SyncRunner::Worker {
public:
    Worker(storage::Database& database, const Clock& clock, ServerAccount account, Told told)
        : m_database(database)
        , m_clock(clock)
        , m_account(std::move(account))
        , m_told(std::move(told))
        , m_ids(clock)
    {
        m_home.moveToThread(&m_thread);
        m_edits = QObject::connect(&database.notices(),
            &storage::ChangeNotices::committed,
            &m_home,
            [this](const QList<storage::Change>&) { hearOfEdit(); });
        m_thread.setObjectName(QStringLiteral("sync"));
        m_thread.start();
        onThread([this] { begin(); });
    }

    ~Worker()
    {
        m_stop = true;
        QObject::disconnect(m_edits);
        QMetaObject::invokeMethod(
            &m_home,
            [this] {
                m_timer.reset();
                m_server.reset();
                m_lock.reset();
                m_database.layReaderAside();
                m_thread.quit();
            },
            Qt::QueuedConnection);
        m_thread.wait();
    }

    void syncNow()
    {
        onThread([this] {
            m_failures = 0;
            round();
        });
    }

    SyncStatus status() const
    {
        const std::lock_guard lock(m_mutex);
        return m_status;
    }

private:
    template <typename Work>
    void onThread(Work&& work)
    {
        QMetaObject::invokeMethod(&m_home, std::forward<Work>(work), Qt::QueuedConnection);
    }

    void begin()
    {
        m_timer = std::make_unique<QTimer>();
        m_timer->setSingleShot(true);
        QObject::connect(m_timer.get(), &QTimer::timeout, &m_home, [this] { round(); });
        round();
    }

    // What the round itself wrote is announced like any edit; only the journal tells them apart.
    void hearOfEdit()
    {
        if (m_busy || !m_timer)
            return;
        const auto now = storedStatus(m_database);
        if (!now)
            return;
        const bool more = now->unsent + now->waiting > 0;
        tell([&](SyncStatus& status) {
            status.unsent = now->unsent;
            status.waiting = now->waiting;
            status.tray = now->tray;
        });
        if (more && m_failures == 0)
            wait(kSettleMs);
    }

    void hearOfServer()
    {
        if (m_busy)
            m_again = true;
        else
            wait(kSettleMs);
    }

    void wait(qint64 milliseconds)
    {
        if (m_stop || !m_timer)
            return;
        const auto wanted = std::max<qint64>(milliseconds, kRestMs - m_sinceRound.elapsed());
        if (!m_timer->isActive() || m_timer->remainingTime() > wanted)
            m_timer->start(static_cast<int>(std::max<qint64>(wanted, 0)));
    }

    void round()
    {
        if (m_stop || m_busy)
            return;
        m_timer->stop();
        m_busy = true;
        const auto done = work();
        m_busy = false;
        m_sinceRound.start();
        const auto now = storedStatus(m_database);
        tell([&](SyncStatus& status) {
            if (now) {
                status.unsent = now->unsent;
                status.waiting = now->waiting;
                status.tray = now->tray;
                status.lastContact = now->lastContact;
            }
            status.trouble = done ? std::nullopt : std::optional<Error>(done.error());
            status.phase = done             ? SyncStatus::Phase::Current
                : needsPerson(done.error()) ? SyncStatus::Phase::Stopped
                                            : SyncStatus::Phase::Offline;
        });
        next(done);
    }

    void next(const Result<void>& done)
    {
        const double chance = QRandomGenerator::global()->generateDouble();
        if (done) {
            m_failures = 0;
            wait(std::exchange(m_again, false) ? kSettleMs : pollInterval(chance).count());
            return;
        }
        m_server.reset();
        if (done.error().code == QLatin1String("SYNC_ELSEWHERE"))
            wait(kElsewhereMs);
        else if (!needsPerson(done.error()))
            wait(backoff(++m_failures, chance).count());
    }

    Result<void> work()
    {
        if (!m_lock) {
            auto lock = EngineLock::take(m_database.path());
            if (!lock)
                return fail(lock.error());
            m_lock = std::move(*lock);
        }
        if (!m_server) {
            tell([](SyncStatus& status) { status.phase = SyncStatus::Phase::Connecting; });
            auto opened = ServerLink::open(m_account.dsn, m_account.login, m_account.password);
            if (!opened)
                return fail(opened.error());
            m_server = std::move(*opened);
            if (auto greeted = meet(); !greeted)
                return greeted;
        }
        tell([](SyncStatus& status) { status.phase = SyncStatus::Phase::Working; });
        const auto round = runRound(
            m_database,
            *m_server,
            m_ids,
            [this](const LoadProgress& load) {
                tell([&](SyncStatus& status) {
                    status.phase = SyncStatus::Phase::Loading;
                    status.load = load;
                });
                return !m_stop;
            },
            [this](const UploadProgress&) { return !m_stop; });
        if (!round)
            return fail(round.error());
        if (round->paused)
            logWarning("the server takes no more attachments for now");
        if (round->pulled.reconciled)
            logWarning("the copy was compared with the server row by row");
        return {};
    }

    Result<void> meet()
    {
        const auto welcome = greet(m_database, *m_server, m_ids);
        if (!welcome)
            return fail(welcome.error());
        const qint64 apart = welcome->serverTime.milliseconds() - m_clock.now().milliseconds();
        tell(
            [&](SyncStatus& status) { status.clockDiffers = std::abs(apart) > kClockToleranceMs; });
        return m_server->listen(welcome->channel, [this] { hearOfServer(); });
    }

    template <typename Change>
    void tell(const Change& change)
    {
        SyncStatus now;
        {
            const std::lock_guard lock(m_mutex);
            change(m_status);
            now = m_status;
        }
        if (m_told && !m_stop)
            m_told(now);
    }

    storage::Database& m_database;
    const Clock& m_clock;
    const ServerAccount m_account;
    const Told m_told;
    IdSource m_ids;
    QObject m_home; ///< receives on the thread
    QMetaObject::Connection m_edits;
    std::unique_ptr<QTimer> m_timer;
    std::unique_ptr<EngineLock> m_lock; ///< from the first round to the end
    std::unique_ptr<ServerLink> m_server;
    QElapsedTimer m_sinceRound;
    int m_failures = 0;
    bool m_busy = false;
    bool m_again = false; ///< the server called while a round was under way
    std::atomic<bool> m_stop{false};
    mutable std::mutex m_mutex;
    SyncStatus m_status; ///< under m_mutex
    QThread m_thread;
};

SyncRunner::SyncRunner(
    storage::Database& database, const Clock& clock, const ServerAccount& account, Told told)
    : m_worker(std::make_unique<Worker>(database, clock, account, std::move(told)))
{
}

SyncRunner::~SyncRunner() = default;

void SyncRunner::syncNow()
{
    m_worker->syncNow();
}

SyncStatus SyncRunner::status() const
{
    return m_worker->status();
}

} // namespace chengdan::sync
