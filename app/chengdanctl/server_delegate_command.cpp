// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands in for whom, on a shared database. People go by number, days are those of Shanghai.
#include "app/chengdanctl/server_delegate_command.h"

#include "app/chengdanctl/text_table.h"
#include "core/sync/server_delegation.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace chengdan::ctl {

namespace {

constexpr char kDelegationZone[] = "Asia/Shanghai";

QString delegationMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds(), QTimeZone(kDelegationZone))
        .toString(Qt::ISODate);
}

QString stateCode(sync::Delegation::State state)
{
    switch (state) {
    case sync::Delegation::State::Coming:
        return QStringLiteral("coming");
    case sync::Delegation::State::Active:
        return QStringLiteral("active");
    case sync::Delegation::State::Withdrawn:
        return QStringLiteral("withdrawn");
    case sync::Delegation::State::Over:
        break;
    }
    return QStringLiteral("over");
}

QString whatIsGiven(const sync::Delegation& one)
{
    QStringList given;
    if (one.sight)
        given += QStringLiteral("sight");
    if (one.approvals)
        given += QStringLiteral("approvals");
    return given.join(QLatin1Char(','));
}

Outcome listDelegations(const Call& call, sync::ServerLink& link)
{
    const auto all = sync::serverDelegations(link);
    if (!all)
        return Outcome::refused(all.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::Delegation& one : *all) {
        json.append(QJsonObject{{QStringLiteral("id"), one.id},
            {QStringLiteral("giver"), one.giver},
            {QStringLiteral("giver_name"), one.giverName},
            {QStringLiteral("taker"), one.taker},
            {QStringLiteral("taker_name"), one.takerName},
            {QStringLiteral("since"), delegationMoment(one.since)},
            {QStringLiteral("until"), delegationMoment(one.until)},
            {QStringLiteral("what"), whatIsGiven(one)},
            {QStringLiteral("reason"), one.reason},
            {QStringLiteral("made_by"), one.madeBy},
            {QStringLiteral("state"), stateCode(one.state)}});
        rows.push_back({one.id,
            one.giverName,
            one.takerName,
            delegationMoment(one.since),
            delegationMoment(one.until),
            whatIsGiven(one),
            stateCode(one.state),
            one.reason});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("delegations"), json}},
        alignedTable({QStringLiteral("id"),
                         QStringLiteral("for"),
                         QStringLiteral("by"),
                         QStringLiteral("from"),
                         QStringLiteral("until"),
                         QStringLiteral("what"),
                         QStringLiteral("state"),
                         QStringLiteral("reason")},
            rows));
}

Error unreadable(const QString& option, const QString& text)
{
    return Error::make("VALUE_RANGE", option, {{QStringLiteral("text"), text.left(40)}});
}

Result<QDate> dayOf(const Call& call, const char* option)
{
    const QString text = call.arguments.value(option);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return fail(unreadable(QStringLiteral("--") + QString::fromLatin1(option), text));
    return day;
}

Result<sync::NewDelegation> readDelegation(const Call& call, const QStringList& words)
{
    sync::NewDelegation wanted;
    bool isGiver = false;
    bool isTaker = false;
    wanted.giver = words[1].toInt(&isGiver);
    wanted.taker = words[2].toInt(&isTaker);
    if (!isGiver || !isTaker)
        return fail(unreadable(QStringLiteral("delegate"), isGiver ? words[2] : words[1]));
    if (call.arguments.has("from")) {
        const auto day = dayOf(call, "from");
        if (!day)
            return fail(day.error());
        wanted.since = startOf(*day, kDelegationZone);
    }
    const auto last = dayOf(call, "until");
    if (!last)
        return fail(last.error());
    wanted.until = startOf(last->addDays(1), kDelegationZone); // that whole day still counts
    if (call.arguments.has("what")) {
        const QStringList what = call.arguments.value("what").split(QLatin1Char(','));
        for (const QString& one : what) {
            if (one != QLatin1String("sight") && one != QLatin1String("approvals"))
                return fail(unreadable(QStringLiteral("--what"), one));
        }
        wanted.sight = what.contains(QStringLiteral("sight"));
        wanted.approvals = what.contains(QStringLiteral("approvals"));
    }
    wanted.reason = call.arguments.value("reason");
    return wanted;
}

Outcome addDelegation(const Call& call, sync::ServerLink& link, const QStringList& words)
{
    const auto wanted = readDelegation(call, words);
    if (!wanted)
        return Outcome::refused(wanted.error(), call.language);
    const auto id = sync::delegate(link, *wanted);
    if (!id)
        return Outcome::refused(id.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), *id}},
        call.language == Language::Chinese
            ? QStringLiteral("已委托至 %1").arg(delegationMoment(wanted->until))
            : QStringLiteral("Delegated until %1").arg(delegationMoment(wanted->until)));
}

} // namespace

std::optional<Outcome> runServerDelegate(const Call& call, sync::ServerLink& link)
{
    const QStringList words = call.words().mid(1);
    if (words == QStringList{QStringLiteral("list")})
        return listDelegations(call, link);
    if (words.size() == 3 && words[0] == QLatin1String("add"))
        return addDelegation(call, link, words);
    if (words.size() != 2 || words[0] != QLatin1String("withdraw"))
        return {};
    if (auto ended = sync::withdrawDelegation(link, words[1]); !ended)
        return Outcome::refused(ended.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), words[1]}},
        call.language == Language::Chinese ? QStringLiteral("已撤回")
                                           : QStringLiteral("Withdrawn"));
}

} // namespace chengdan::ctl
