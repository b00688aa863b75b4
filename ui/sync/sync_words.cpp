// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/sync_words.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace chengdan::ui {

namespace {

using Phase = sync::SyncStatus::Phase;

QString headWords(const char* text)
{
    return QCoreApplication::translate("Sync", text);
}

// Only what cannot be got over without a person is spelt out; a network that is away is "offline".
SyncHeadline offlineHeadline(const sync::SyncStatus& status, const QString& last)
{
    if (status.trouble && status.trouble->code == QLatin1String("SYNC_ELSEWHERE"))
        return {QStringLiteral("refresh-cw"),
            Tone::Info,
            headWords(QT_TRANSLATE_NOOP("Sync", "synced by another program")),
            {}};
    SyncHeadline head{QStringLiteral("cloud-off"), Tone::Warn, {}, {}};
    if (status.unsent + status.waiting > 0)
        head.text = headWords(QT_TRANSLATE_NOOP("Sync", "offline · %1 unsent"))
                        .arg(status.unsent + status.waiting);
    else if (status.lastContact == Instant())
        head.text = headWords(QT_TRANSLATE_NOOP("Sync", "offline"));
    else
        head.text = headWords(QT_TRANSLATE_NOOP("Sync", "offline, last %1")).arg(last);
    return head;
}

SyncHeadline stoppedHeadline(const sync::SyncStatus& status)
{
    SyncHeadline head{QStringLiteral("circle-alert"), Tone::Danger, {}, {}};
    const qint64 waiting = status.unsent + status.waiting;
    head.text = waiting > 0
        ? headWords(QT_TRANSLATE_NOOP("Sync", "stopped · %1 unsent")).arg(waiting)
        : headWords(QT_TRANSLATE_NOOP("Sync", "sync has stopped"));
    return head;
}

SyncHeadline signedOutHeadline(const sync::SyncStatus& status)
{
    SyncHeadline head{QStringLiteral("cloud-off"), Tone::Warn, {}, {}};
    const qint64 waiting = status.unsent + status.waiting;
    head.text = waiting > 0
        ? headWords(QT_TRANSLATE_NOOP("Sync", "not signed in · %1 unsent")).arg(waiting)
        : headWords(QT_TRANSLATE_NOOP("Sync", "not signed in"));
    return head;
}

SyncHeadline loadingHeadline(const sync::LoadProgress& load)
{
    SyncHeadline head{QStringLiteral("download"), Tone::Info, {}, {}};
    head.text = load.parts > 0 ? headWords(QT_TRANSLATE_NOOP("Sync", "loading %1 %"))
                                     .arg(100 * load.partsDone / load.parts)
                               : headWords(QT_TRANSLATE_NOOP("Sync", "loading"));
    return head;
}

SyncHeadline onlineHeadline(const sync::SyncStatus& status, const QString& last)
{
    const qint64 waiting = status.unsent + status.waiting;
    if (waiting > 0)
        return {QStringLiteral("refresh-cw"),
            Tone::Info,
            headWords(QT_TRANSLATE_NOOP("Sync", "%1 unsent, last %2")).arg(waiting).arg(last),
            {}};
    return {QStringLiteral("circle-check"),
        Tone::Ok,
        headWords(QT_TRANSLATE_NOOP("Sync", "all sent, %1")).arg(last),
        {}};
}

QString tipOf(SyncStanding standing, const sync::SyncStatus& status, const QString& last)
{
    QStringList lines;
    if (standing == SyncStanding::SignedOut)
        lines += headWords(QT_TRANSLATE_NOOP(
            "Sync", "Sign in to the server to send and fetch; everything else works"));
    if (status.trouble)
        lines += sentence(*status.trouble, currentLanguage());
    if (status.tray > 0)
        lines +=
            headWords(QT_TRANSLATE_NOOP("Sync", "Edits that need a decision: %1")).arg(status.tray);
    if (status.unsent > 0)
        lines += headWords(QT_TRANSLATE_NOOP("Sync", "Unsent edits: %1")).arg(status.unsent);
    if (status.waiting > 0)
        lines += headWords(QT_TRANSLATE_NOOP("Sync", "Requests that wait for the server: %1"))
                     .arg(status.waiting);
    if (status.lastContact != Instant())
        lines += headWords(QT_TRANSLATE_NOOP("Sync", "Last contact: %1")).arg(last);
    if (status.clockDiffers)
        lines += headWords(QT_TRANSLATE_NOOP(
            "Sync", "The clock of this PC differs from the server's by more than five minutes"));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString syncMoment(Instant at, const SyncCalendar& calendar)
{
    if (at == Instant())
        return noValue();
    const QDateTime moment =
        QDateTime::fromMSecsSinceEpoch(at.milliseconds(), QTimeZone(calendar.zone));
    if (moment.date() == calendar.today)
        return moment.toString(QStringLiteral("HH:mm"));
    return moment.toString(moment.date().year() == calendar.today.year()
            ? QStringLiteral("MM-dd HH:mm")
            : QStringLiteral("yyyy-MM-dd HH:mm"));
}

SyncHeadline syncHeadline(
    SyncStanding standing, const sync::SyncStatus& status, const SyncCalendar& calendar)
{
    if (standing == SyncStanding::SingleUser)
        return {};
    const QString last = syncMoment(status.lastContact, calendar);
    SyncHeadline head;
    if (standing == SyncStanding::SignedOut)
        head = signedOutHeadline(status);
    else if (status.phase == Phase::Loading)
        head = loadingHeadline(status.load);
    else if (status.phase == Phase::Stopped)
        head = stoppedHeadline(status);
    else if (status.tray > 0)
        head = {QStringLiteral("triangle-alert"),
            Tone::Danger,
            headWords(QT_TRANSLATE_NOOP("Sync", "needs you: %1")).arg(status.tray),
            {}};
    else if (status.phase == Phase::Offline)
        head = offlineHeadline(status, last);
    else
        head = onlineHeadline(status, last);
    head.tip = tipOf(standing, status, last);
    return head;
}

} // namespace chengdan::ui
