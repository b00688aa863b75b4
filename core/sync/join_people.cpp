// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_people.h"

#include "core/sync/join_numbers.h"
#include "core/sync/server_people.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;

class Adding {
public:
    Adding(
        ServerLink& server, const schema::RecordTypes& types, const OwnFile& mine, PeoplePlan& plan)
        : m_server(server)
        , m_types(types)
        , m_mine(mine)
        , m_plan(plan)
    {
    }

    Result<void> run()
    {
        for (PlaceMatch& region : m_plan.regions) {
            if (auto added = addPlace(PlaceKind::Region, "region", region); !added)
                return added;
        }
        for (PlaceMatch& team : m_plan.teams) {
            if (auto added = addPlace(PlaceKind::Team, "team", team); !added)
                return added;
        }
        for (PersonMatch& match : m_plan.people) {
            if (match.fate != PersonMatch::Fate::Create)
                continue;
            if (auto added = addPerson(match); !added)
                return added;
        }
        return nameBosses();
    }

private:
    const RecordType* typeOf(const char* table) const
    {
        const auto at = std::find_if(m_types.begin(), m_types.end(), [&](const RecordType* type) {
            return QLatin1String(type->table) == QLatin1String(table);
        });
        return at == m_types.end() ? nullptr : *at;
    }

    // The wanted columns of a row of the file, as the server's functions take them, with the
    // server's numbers.
    QJsonObject columnsOf(const char* table, qint32 local, const QStringList& wanted) const
    {
        const RecordType* type = typeOf(table);
        QJsonObject columns;
        if (type == nullptr)
            return columns;
        const WireRow wire(*type);
        const SmallNumbers numbers(m_types, m_plan, 0);
        const auto rows = m_mine.rows.find(type);
        for (const Row& row : rows->second) {
            if (schema::toInteger(row.front()) != local)
                continue;
            Row renumbered = row;
            numbers.renumber(*type, wire.names(), renumbered);
            for (const QString& name : wanted) {
                const int at = wire.indexOf(name);
                const QJsonValue value = wire.sent(at, renumbered[static_cast<std::size_t>(at)]);
                const QString counted = smallTableOf(*type, name);
                if (value.isNull()
                    || (!counted.isEmpty()
                        && (value.toInt() == 0 || numbers.isProvisional(value.toInt()))))
                    continue;
                columns.insert(name, value);
            }
        }
        return columns;
    }

    Result<void> addPlace(PlaceKind kind, const char* table, PlaceMatch& place)
    {
        if (!place.add || place.server != 0)
            return {};
        const QStringList wanted = kind == PlaceKind::Region
            ? QStringList{QStringLiteral("code"), QStringLiteral("name")}
            : QStringList{QStringLiteral("name"), QStringLiteral("region")};
        const auto number = addServerPlace(m_server, kind, columnsOf(table, place.local, wanted));
        if (!number)
            return fail(number.error());
        place.server = *number;
        return {};
    }

    QJsonArray rolesOf(qint32 local) const
    {
        QJsonArray roles;
        const RecordType* type = typeOf("person_role");
        if (type == nullptr)
            return roles;
        const QStringList names = sentColumns(*type);
        const auto text = [&](const Row& row, const char* name) {
            return row[static_cast<std::size_t>(names.indexOf(QLatin1String(name)))];
        };
        for (const Row& row : m_mine.rows.find(type)->second) {
            if (schema::toInteger(text(row, "person")) == local
                && schema::toInteger(text(row, "deleted")) == 0)
                roles.append(
                    QJsonObject{{QStringLiteral("role"), schema::toText(text(row, "role"))},
                        {QStringLiteral("scope"), schema::toText(text(row, "scope"))}});
        }
        return roles;
    }

    Result<void> addPerson(PersonMatch& match)
    {
        const QJsonObject columns = columnsOf("person",
            match.local,
            {QStringLiteral("login"),
                QStringLiteral("name"),
                QStringLiteral("title"),
                QStringLiteral("email"),
                QStringLiteral("phone"),
                QStringLiteral("team"),
                QStringLiteral("region"),
                QStringLiteral("quote_level"),
                QStringLiteral("approval_limit")});
        const auto number =
            m_server.scalar(QStringLiteral("SELECT srv.add_person(?::jsonb, ?::jsonb)"),
                {QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact)),
                    QString::fromUtf8(
                        QJsonDocument(rolesOf(match.local)).toJson(QJsonDocument::Compact))});
        if (!number)
            return fail(number.error());
        match.server = number->toInt();
        match.serverName = match.name;
        if (match.active)
            return {};
        const auto left =
            m_server.scalar(QStringLiteral("SELECT srv.disable_person(?)"), {match.server});
        return left ? Result<void>() : fail(left.error());
    }

    // Teams came before their people, so who leads one is said at the end.
    Result<void> nameBosses()
    {
        for (const PlaceMatch& team : m_plan.teams) {
            if (!team.add)
                continue;
            const QJsonObject boss =
                columnsOf("team", team.local, {QStringLiteral("boss"), QStringLiteral("closed")});
            if (boss.isEmpty())
                continue;
            const auto changed = changeServerPlace(m_server, PlaceKind::Team, team.server, boss);
            if (!changed && changed.error().code != QLatin1String("REFERENCE_UNKNOWN")
                && changed.error().code != QLatin1String("PLACE_IN_USE"))
                return changed;
        }
        return {};
    }

    ServerLink& m_server;
    const schema::RecordTypes& m_types;
    const OwnFile& m_mine;
    PeoplePlan& m_plan;
};

} // namespace

Result<void> addPeople(
    ServerLink& server, const schema::RecordTypes& types, const OwnFile& mine, PeoplePlan& plan)
{
    return Adding(server, types, mine, plan).run();
}

} // namespace chengdan::sync
