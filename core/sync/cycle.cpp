// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/cycle.h"

#include "core/storage/content_index.h"
#include "core/sync/crash_point.h"
#include "core/sync/join_carry.h"
#include "core/sync/outbox.h"
#include "core/sync/requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace chengdan::sync {

namespace {

using storage::Connection;

Result<QJsonObject> jsonAnswer(ServerLink& server, const QString& sql, const QVariantList& values)
{
    const auto answer = server.scalar(sql, values);
    if (!answer)
        return fail(answer.error());
    return QJsonDocument::fromJson(answer->toString().toUtf8()).object();
}

Result<Link> ownLink(storage::Database& database)
{
    auto link = linkOf(database);
    if (!link)
        return fail(link.error());
    if (!*link)
        return fail("SYNC_NOT_JOINED");
    return **link;
}

Result<QJsonObject> hello(storage::Database& database, ServerLink& server, const Link& link)
{
    return jsonAnswer(server,
        QStringLiteral("SELECT sync.hello(?::uuid, ?, ?::integer)"),
        {link.device.toString(),
            QSysInfo::machineHostName(),
            schema::schemaVersion(database.types())});
}

// This file is a copy of one that went on elsewhere: its batches would answer for the other's.
Result<void> becomeOwnDevice(storage::Database& database, IdSource& ids)
{
    auto waiting = Outbox(database).next(1);
    if (waiting && *waiting)
        waiting =
            Outbox(database).takeBack(**waiting).map([] { return std::optional<Outbox::Batch>(); });
    if (!waiting)
        return fail(waiting.error());
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        auto link = readLink(transaction.connection());
        link->device = ids.next();
        link->batch = 0;
        writeLink(transaction.connection(), *link);
        return {};
    });
}

// Errors of this person's or this copy's standing: nothing is to be tried again with other words.
bool isStanding(const Error& error)
{
    static const QStringList kCodes{QStringLiteral("SERVER_UNREACHABLE"),
        QStringLiteral("SERVER_BUSY"),
        QStringLiteral("SERVER_SPENT"),
        QStringLiteral("PERSON_INACTIVE"),
        QStringLiteral("DEVICE_UNKNOWN"),
        QStringLiteral("DEVICE_REVOKED"),
        QStringLiteral("DEVICE_OF_ANOTHER"),
        QStringLiteral("TRANSACTION_STALE"),
        QStringLiteral("BATCH_GAP")};
    return kCodes.contains(error.code);
}

qint64 unsentIn(storage::Database& database)
{
    return database
        .read([](Connection& connection) -> Result<qint64> { return unsentEdits(connection); })
        .value_or(0);
}

// Everything that may go without the content of an attachment.
Result<qint64> pushEdits(
    storage::Database& database, ServerLink& server, IdSource& ids, const OnPush& goOn);

// Contents last: each slice of them is followed by what else happened meanwhile.
Result<Round> withContents(Round round,
    storage::Database& database,
    ServerLink& server,
    IdSource& ids,
    const OnLoad& goOn,
    const OnUpload& onUpload)
{
    for (;;) {
        const auto uploaded = uploadSome(database, server, onUpload);
        if (!uploaded)
            return fail(uploaded.error());
        round.uploaded += uploaded->pieces;
        round.paused = uploaded->paused;
        if (uploaded->stopped || (!uploaded->more && uploaded->contents == 0))
            return round;
        const auto sent = pushEdits(database, server, ids, {});
        if (!sent)
            return fail(sent.error());
        const auto pulled = pullAll(database, server, goOn);
        if (!pulled)
            return pulled;
        round.sent += *sent;
        round.pulled.received += pulled->pulled.received;
        round.pulled.evicted += pulled->pulled.evicted;
        round.pulled.reconciled = round.pulled.reconciled || pulled->pulled.reconciled;
        if (!uploaded->more)
            return round;
    }
}

} // namespace

Result<Welcome> greet(storage::Database& database, ServerLink& server, IdSource& ids)
{
    auto link = ownLink(database);
    if (!link)
        return fail(link.error());
    auto answer = hello(database, server, *link);
    if (!answer)
        return fail(answer.error());
    const bool sameServer =
        link->epoch.isEmpty() || link->epoch == answer->value(QLatin1String("epoch")).toString();
    const qint64 last = answer->value(QLatin1String("last_batch")).toInteger();
    if (last > link->batch || (!sameServer && last != link->batch)) {
        if (auto own = becomeOwnDevice(database, ids); !own)
            return fail(own.error());
        link = ownLink(database);
        answer = link ? hello(database, server, *link) : Result<QJsonObject>(fail(link.error()));
        if (!answer)
            return fail(answer.error());
    }
    const auto kept =
        database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            auto own = readLink(transaction.connection());
            own->person = PersonId::fromNumber(answer->value(QLatin1String("uid")).toInt());
            own->deviceCode = answer->value(QLatin1String("device_code")).toString();
            own->company = answer->value(QLatin1String("company")).toString();
            own->lastContact = transaction.at();
            writeLink(transaction.connection(), *own);
            return {};
        });
    if (!kept)
        return fail(kept.error());
    return Welcome{answer->value(QLatin1String("channel")).toString(),
        Instant::fromMilliseconds(answer->value(QLatin1String("time")).toInteger())};
}

namespace {

Result<qint64> pushEdits(
    storage::Database& database, ServerLink& server, IdSource& ids, const OnPush& goOn)
{
    const auto link = ownLink(database);
    if (!link)
        return fail(link.error());
    if (auto brought = bringCustomers(database, server); !brought)
        return fail(brought.error());
    Outbox outbox(database);
    qsizetype groups = Outbox::kMostGroups;
    qint64 sent = 0;
    for (;;) {
        if (auto queued = queueRegistrations(database, ids); !queued)
            return fail(queued.error());
        if (auto asked = sendRequests(database, server); !asked)
            return fail(asked.error());
        const auto batch = outbox.next(groups);
        if (!batch)
            return fail(batch.error());
        if (!*batch) {
            // Long imports of customers are registered some hundreds at a time.
            const auto waiting = registrationsWait(database);
            if (!waiting)
                return fail(waiting.error());
            if (*waiting)
                continue;
            return sent;
        }
        crashPoint("push.before_send");
        const auto answer = jsonAnswer(server,
            QStringLiteral("SELECT sync.push(?::uuid, ?::bigint, ?::jsonb)"),
            {link->device.toString(), (*batch)->number, QString::fromUtf8((*batch)->payload)});
        if (answer) {
            crashPoint("push.sent");
            if (auto settled = outbox.settle(**batch, *answer); !settled)
                return fail(settled.error());
            sent += answer->value(QLatin1String("results")).toArray().size();
            groups = Outbox::kMostGroups;
            if (goOn && !goOn(sent, unsentIn(database)))
                return fail("CANCELLED");
            continue;
        }
        if (isStanding(answer.error()))
            return fail(answer.error());
        // One edit the server cannot even read must not stop the others.
        const auto aside = (*batch)->groups > 1 ? outbox.takeBack(**batch)
                                                : outbox.giveUp(**batch, answer.error());
        if (!aside)
            return fail(aside.error());
        groups = 1;
    }
}

} // namespace

Result<qint64> pushAll(
    storage::Database& database, ServerLink& server, IdSource& ids, const OnPush& goOn)
{
    qint64 sent = 0;
    const OnPush heard = [&](qint64 more, qint64 left) { return !goOn || goOn(sent + more, left); };
    for (;;) {
        const auto edits = pushEdits(database, server, ids, heard);
        if (!edits)
            return edits;
        sent += *edits;
        const auto uploaded = uploadSome(database, server, [&](const UploadProgress&) {
            return !goOn || goOn(sent, unsentIn(database));
        });
        if (!uploaded)
            return fail(uploaded.error());
        if (uploaded->stopped)
            return fail("CANCELLED");
        if (!uploaded->more && uploaded->contents == 0)
            return sent;
    }
}

Result<Round> pullAll(storage::Database& database, ServerLink& server, const OnLoad& goOn)
{
    Round round;
    for (;;) {
        const auto pulled = Pull(database, server).run();
        if (!pulled)
            return fail(pulled.error());
        round.pulled.received += pulled->received;
        round.pulled.evicted += pulled->evicted;
        round.pulled.reconciled = round.pulled.reconciled || pulled->reconciled;
        const auto queued = database.read([](Connection& connection) -> Result<bool> {
            return queuedLoads(connection) > 0 || !readLink(connection)->loaded;
        });
        if (!queued)
            return fail(queued.error());
        if (!*queued) {
            if (auto dropped = storage::dropLeftContent(database); !dropped)
                return fail(dropped.error());
            return round;
        }
        // What changes while parts are loaded comes with the next pull.
        const auto loaded = runLoads(database, server, [&](const LoadProgress& progress) {
            round.loaded = progress.rows;
            return !goOn || goOn(progress);
        });
        if (!loaded)
            return fail(loaded.error());
    }
}

Result<Round> runRound(storage::Database& database,
    ServerLink& server,
    IdSource& ids,
    const OnLoad& goOn,
    const OnUpload& onUpload)
{
    const auto sent = pushEdits(database, server, ids, {});
    if (!sent && sent.error().code == QLatin1String("SERVER_UNREACHABLE"))
        return fail(sent.error());
    auto round = pullAll(database, server, goOn);
    if (!sent)
        return fail(sent.error());
    if (!round)
        return round;
    round->sent = *sent;
    return withContents(*round, database, server, ids, goOn, onUpload);
}

} // namespace chengdan::sync
