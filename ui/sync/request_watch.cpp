// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/request_watch.h"

#include "core/base/error_catalogue.h"
#include "core/sync/tray_detail.h"
#include "ui/shared/locale.h"
#include "ui/sync/sync_session.h"

#include <QJsonArray>

namespace chengdan::ui {

namespace {

using sync::Request;

constexpr std::size_t kToldOneByOne = 3;

} // namespace

RequestWatch::RequestWatch(SyncSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    if (session.standing() == SyncStanding::SingleUser)
        return;
    connect(&session, &SyncSession::changed, this, &RequestWatch::look);
    look(); // what waits already is not told of
}

void RequestWatch::look()
{
    const auto ids = sync::queuedIds(m_session.database());
    if (!ids)
        return;
    std::set<QByteArray> now;
    for (const RawId& id : *ids)
        now.insert(id.bytes());
    std::vector<RawId> settled;
    for (const QByteArray& id : m_waiting) {
        if (!now.contains(id))
            settled.push_back(RawId::fromBytes(id));
    }
    m_waiting = std::move(now);
    if (settled.empty())
        return;
    const auto answers = sync::requestsWith(m_session.database(), settled);
    if (!answers)
        return;
    std::vector<const Request*> told;
    std::size_t refused = 0;
    for (const Request& answer : *answers) {
        const bool isRefused = answer.status == Request::Status::Refused;
        refused += isRefused ? 1 : 0;
        // A registration that went well is what everybody expects of a new customer.
        if (isRefused || answer.kind != Request::Kind::RegisterCustomer)
            told.push_back(&answer);
    }
    if (told.size() > kToldOneByOne) {
        Q_EMIT answered(tr("The server has answered %1 requests, %2 of them refused: see Sync, "
                           "Requests")
                            .arg(told.size())
                            .arg(refused),
            refused > 0 ? Tone::Danger : Tone::Ok);
        return;
    }
    for (const Request* request : told) {
        Q_EMIT answered(
            words(*request), request->status == Request::Status::Refused ? Tone::Danger : Tone::Ok);
    }
}

QString RequestWatch::words(const Request& request) const
{
    const QJsonArray several = request.args.value(QLatin1String("customers")).toArray();
    const QString id = several.isEmpty() ? request.args.value(QLatin1String("customer")).toString()
                                         : several.first().toString();
    QString title = several.size() > 1
        ? tr("%1 customers").arg(several.size())
        : m_session.database()
              .read([&](storage::Connection& connection) -> Result<QString> {
                  return sync::customerTitle(connection, id);
              })
              .value_or(QString());
    if (title.isEmpty()) // whoever lost it has it no more
        title = request.args.value(QLatin1String("title")).toString();
    const bool refused = request.status == Request::Status::Refused;
    const QString why = refused ? sentence(request.why, currentLanguage()) : QString();
    switch (request.kind) {
    case Request::Kind::RegisterCustomer:
        return tr("“%1” was not registered: %2").arg(title, why);
    case Request::Kind::Claim:
        return refused ? tr("“%1” was not claimed: %2").arg(title, why)
                       : tr("“%1” is yours now").arg(title);
    case Request::Kind::Transfer:
        return refused ? tr("“%1” was not handed over: %2").arg(title, why)
                       : tr("Handed over: %1").arg(title);
    case Request::Kind::GrantAccess:
        return refused ? tr("No access was given to “%1”: %2").arg(title, why)
                       : tr("Access given to “%1”").arg(title);
    case Request::Kind::RevokeAccess:
        break;
    }
    return refused ? tr("The access to “%1” was not withdrawn: %2").arg(title, why)
                   : tr("Access to “%1” withdrawn").arg(title);
}

} // namespace chengdan::ui
