// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_delegation.h"

#include "core/sync/server_people.h"

#include <QHash>

namespace chengdan::sync {

namespace {

Delegation::State delegationState(const QString& text)
{
    if (text == QLatin1String("coming"))
        return Delegation::State::Coming;
    if (text == QLatin1String("active"))
        return Delegation::State::Active;
    return text == QLatin1String("withdrawn") ? Delegation::State::Withdrawn
                                              : Delegation::State::Over;
}

QString secondsOf(const std::optional<Instant>& at)
{
    if (!at)
        return QString();
    return QStringLiteral("%1.%2")
        .arg(at->milliseconds() / 1000)
        .arg(at->milliseconds() % 1000, 3, 10, QLatin1Char('0'));
}

Error atField(Error error)
{
    static const QHash<QString, QString> kFields{
        {QStringLiteral("DELEGATION_SELF"), QStringLiteral("taker")},
        {QStringLiteral("DELEGATION_LOOP"), QStringLiteral("taker")},
        {QStringLiteral("DELEGATION_TWICE"), QStringLiteral("taker")},
        {QStringLiteral("RECEIVER_UNKNOWN"), QStringLiteral("taker")},
        {QStringLiteral("DELEGATION_TIME"), QStringLiteral("until")},
        {QStringLiteral("DELEGATION_EMPTY"), QStringLiteral("what")},
        {QStringLiteral("REASON_MISSING"), QStringLiteral("reason")},
        {QStringLiteral("PERMISSION"), QStringLiteral("giver")}};
    error.field = kFields.value(error.code, error.field);
    return error;
}

} // namespace

Result<std::vector<Delegation>> serverDelegations(ServerLink& link)
{
    const auto rows = link.rows(QStringLiteral(
        "SELECT id::text, giver, giver_name, taker, taker_name, since, until, sight, approvals, "
        "reason, made_by, made_by_name, state FROM srv.delegations()"));
    if (!rows)
        return fail(rows.error());
    std::vector<Delegation> delegations;
    for (const QVariantList& row : *rows) {
        delegations.push_back({row[0].toString(),
            row[1].toInt(),
            row[2].toString(),
            row[3].toInt(),
            row[4].toString(),
            Instant::fromMilliseconds(row[5].toLongLong()),
            Instant::fromMilliseconds(row[6].toLongLong()),
            row[7].toBool(),
            row[8].toBool(),
            row[9].toString(),
            row[10].toInt(),
            row[11].toString(),
            delegationState(row[12].toString())});
    }
    return delegations;
}

Result<QString> delegate(ServerLink& link, const NewDelegation& wanted)
{
    const auto done = serverAct(link,
        QStringLiteral("srv.delegate(?::uuid, ?, ?, to_timestamp(nullif(?, '')::float8), "
                       "to_timestamp(?::float8), ?, ?, ?)"),
        {wanted.giver,
            wanted.taker,
            secondsOf(wanted.since),
            secondsOf(wanted.until),
            wanted.sight,
            wanted.approvals,
            wanted.reason});
    if (!done)
        return fail(atField(done.error()));
    return done->value(QLatin1String("id")).toString();
}

Result<void> withdrawDelegation(ServerLink& link, const QString& id)
{
    const auto done =
        serverAct(link, QStringLiteral("srv.withdraw_delegation(?::uuid, ?::uuid)"), {id});
    return done ? Result<void>() : fail(done.error());
}

} // namespace chengdan::sync
