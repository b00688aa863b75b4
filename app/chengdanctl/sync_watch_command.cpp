// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sync --watch`: a copy kept in step as long as this runs.
#include "app/chengdanctl/stop_signal.h"
#include "app/chengdanctl/sync_command.h"
#include "core/sync/engine_lock.h"
#include "core/sync/sync_runner.h"

#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <mutex>

namespace chengdan::ctl {

namespace {

using Phase = sync::SyncStatus::Phase;

constexpr int kLookForStopMs = 100;
constexpr int kLookOutsideMs = 1000;

const char* phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Offline:
        return "offline";
    case Phase::Connecting:
        return "connecting";
    case Phase::Working:
        return "working";
    case Phase::Loading:
        return "loading";
    case Phase::Current:
        return "current";
    case Phase::Stopped:
        return "stopped";
    }
    return "";
}

QString statusLine(const sync::SyncStatus& status, Language language)
{
    QString line = QStringLiteral("%1  unsent %2  waiting %3  tray %4")
                       .arg(QLatin1String(phaseName(status.phase)), -10)
                       .arg(status.unsent)
                       .arg(status.waiting)
                       .arg(status.tray);
    if (status.phase == Phase::Loading)
        line += QStringLiteral("  %1 / %2").arg(status.load.partsDone).arg(status.load.parts);
    if (status.clockDiffers)
        line += QStringLiteral("  clock differs");
    if (status.trouble)
        line += QStringLiteral("  ") + sentence(*status.trouble, language);
    return line;
}

/// Writes a line when what it says is new; called on the runner's thread.
class StatusLines {
public:
    StatusLines(const Clock& clock, Language language, bool silent)
        : m_clock(clock)
        , m_language(language)
        , m_silent(silent)
    {
    }
    void tell(const sync::SyncStatus& status)
    {
        const std::lock_guard lock(m_mutex);
        if (status.phase == Phase::Stopped)
            m_stopped = true;
        const QString line = statusLine(status, m_language);
        if (m_silent || line == m_last)
            return;
        m_last = line;
        const QByteArray text =
            (syncMoment(m_clock.now()) + QStringLiteral("  ") + line + QLatin1Char('\n')).toUtf8();
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        std::fflush(stdout);
    }
    bool stopped() const { return m_stopped; }

private:
    const Clock& m_clock;
    const Language m_language;
    const bool m_silent; ///< one object at the end is all that stdout gets
    std::mutex m_mutex;
    QString m_last;
    std::atomic<bool> m_stopped{false};
};

} // namespace

Outcome watchReplica(const Call& call)
{
    auto replica = openReplica(call);
    if (!replica)
        return Outcome::refused(replica.error(), call.language);
    // Beside a window there is nothing to watch over: it keeps the file in step itself.
    if (const auto lock = sync::EngineLock::take(replica->database->path()); !lock)
        return Outcome::refused(lock.error(), call.language);
    const auto account = syncAccount(replica->link.dsn, replica->link.login);
    if (!account)
        return Outcome::refused(account.error(), call.language);
    const StopSignal stop;
    StatusLines lines(*call.clock, call.language, call.arguments.has("json"));
    storage::Database& database = *replica->database;
    sync::SyncStatus last;
    {
        sync::SyncRunner runner(
            database, *call.clock, *account, [&](const sync::SyncStatus& now) { lines.tell(now); });
        QEventLoop loop;
        QTimer stopTimer;
        QObject::connect(&stopTimer, &QTimer::timeout, &loop, [&] {
            if (StopSignal::wanted() || lines.stopped())
                loop.quit();
        });
        stopTimer.start(kLookForStopMs);
        // Other programs write into the same file: what they save is to be sent as well.
        QTimer lookTimer;
        QObject::connect(&lookTimer, &QTimer::timeout, &loop, [&] { database.lookOutside(); });
        lookTimer.start(kLookOutsideMs);
        loop.exec();
        last = runner.status();
    }
    const QJsonObject result{{QStringLiteral("phase"), QString::fromLatin1(phaseName(last.phase))},
        {QStringLiteral("unsent"), last.unsent},
        {QStringLiteral("waiting"), last.waiting},
        {QStringLiteral("tray"), last.tray},
        {QStringLiteral("last_contact"), syncMoment(last.lastContact)}};
    if (last.phase != Phase::Stopped || !last.trouble)
        return Outcome::done(result, QString());
    Outcome outcome = Outcome::refused(*last.trouble, call.language);
    outcome.result = result;
    return outcome;
}

} // namespace chengdan::ctl
