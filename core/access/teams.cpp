// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/teams.h"

#include "core/access/people.h"
#include "core/access/team_copy.h"
#include "core/access/validation.h"
#include "core/storage/store.h"

namespace chengdan::access {

namespace {

Error notThere(const char* field, const char* table)
{
    return Error::make("NOT_FOUND",
        QString::fromLatin1(field),
        {{QStringLiteral("what"), QString::fromLatin1(table)}});
}

qint64 activeIn(storage::Connection& connection, const char* column, const schema::Value& place)
{
    return schema::toInteger(connection.scalar(
        QStringLiteral("SELECT count(*) FROM person WHERE %1 = ? AND active = 1 AND deleted = 0")
            .arg(QString::fromLatin1(column)),
        {place}));
}

Result<void> mayClose(qint64 used)
{
    if (used == 0)
        return {};
    return fail("PLACE_IN_USE",
        QStringLiteral("closed"),
        {{QStringLiteral("count"), QString::number(used)}});
}

Result<void> checkPlace(storage::Connection& connection, const Team& team)
{
    Findings findings;
    checkRecord(connection, team, findings);
    if (team.boss && !storage::find<Person>(connection, *team.boss))
        findings.add(notThere("boss", "person"));
    if (team.region && !storage::find<Region>(connection, *team.region))
        findings.add(notThere("region", "region"));
    if (team.closed)
        findings.add(mayClose(activeIn(connection, "team", storage::bind(team.id))));
    return findings.result();
}

Result<void> checkPlace(storage::Connection& connection, const Region& region)
{
    Findings findings;
    checkRecord(connection, region, findings);
    if (region.closed) {
        const qint64 teams = schema::toInteger(connection.scalar(
            QStringLiteral(
                "SELECT count(*) FROM team WHERE region = ? AND closed = 0 AND deleted = 0"),
            {storage::bind(region.id)}));
        findings.add(mayClose(teams + activeIn(connection, "region", storage::bind(region.id))));
    }
    return findings.result();
}

template <typename T>
Result<T> createPlace(const Context& context, T place)
{
    if (auto allowed = context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<T> {
            if (auto own = requireOwnStaff(transaction.connection()); !own)
                return fail(own.error());
            place.id = decltype(T::id)::fromNumber(
                nextSmallId(transaction.connection(), schema::describe<T>()));
            place.meta = {};
            if (auto checked = checkPlace(transaction.connection(), place); !checked)
                return fail(checked.error());
            storage::insert(transaction, place);
            return place;
        });
}

template <typename T>
Result<T> updatePlace(const Context& context, T place)
{
    if (auto allowed = context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<T> {
            if (auto own = requireOwnStaff(transaction.connection()); !own)
                return fail(own.error());
            const auto stored = storage::load<T>(transaction.connection(), place.id);
            if (!stored)
                return fail(stored.error());
            if (stored->meta.changedAt != place.meta.changedAt
                || stored->meta.changedBy != place.meta.changedBy)
                return fail("CHANGED_MEANWHILE");
            place.meta = stored->meta;
            if (auto checked = checkPlace(transaction.connection(), place); !checked)
                return fail(checked.error());
            storage::update(transaction, place);
            return place;
        });
}

} // namespace

Result<Team> TeamService::create(Team team)
{
    return createPlace(m_context, std::move(team));
}

Result<Team> TeamService::update(Team team)
{
    return updatePlace(m_context, std::move(team));
}

Result<Region> RegionService::create(Region region)
{
    return createPlace(m_context, std::move(region));
}

Result<Region> RegionService::update(Region region)
{
    return updatePlace(m_context, std::move(region));
}

} // namespace chengdan::access
