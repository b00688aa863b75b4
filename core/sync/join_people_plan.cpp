// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_plan.h"
#include "core/sync/server_schema.h"

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;

// The rows of one table with their cells by name.
class NamedRows {
public:
    NamedRows(const schema::RecordTypes& types, const TableRows& rows, const char* table)
    {
        const auto type = std::find_if(types.begin(), types.end(), [&](const RecordType* each) {
            return QLatin1String(each->table) == QLatin1String(table);
        });
        if (type == types.end())
            return;
        m_names = sentColumns(**type);
        if (const auto found = rows.find(*type); found != rows.end())
            m_rows = &found->second;
    }
    const std::vector<Row>& all() const
    {
        static const std::vector<Row> kNone;
        return m_rows != nullptr ? *m_rows : kNone;
    }
    QString text(const Row& row, const char* column) const
    {
        return schema::toText(row[at(column)]);
    }
    qint32 number(const Row& row, const char* column) const
    {
        return static_cast<qint32>(schema::toInteger(row[at(column)]));
    }

private:
    std::size_t at(const char* column) const
    {
        return static_cast<std::size_t>(m_names.indexOf(QLatin1String(column)));
    }
    QStringList m_names;
    const std::vector<Row>* m_rows = nullptr;
};

std::vector<PlaceMatch> matchPlaces(
    const NamedRows& mine, const NamedRows& theirs, const char* key, bool adds)
{
    std::vector<PlaceMatch> places;
    for (const Row& row : mine.all()) {
        PlaceMatch place{mine.number(row, "id"), 0, mine.text(row, "name"), false};
        for (const Row& other : theirs.all()) {
            const bool sameKey = mine.text(row, key) == theirs.text(other, key);
            const bool sameName = place.name == theirs.text(other, "name");
            if (theirs.number(other, "deleted") == 0 && (sameKey || sameName)) {
                place.server = theirs.number(other, "id");
                break;
            }
        }
        place.add = adds && place.server == 0 && mine.number(row, "deleted") == 0;
        places.push_back(place);
    }
    return places;
}

class PeopleMatching {
public:
    PeopleMatching(const NamedRows& mine, const NamedRows& theirs, const Joiner& joiner)
        : m_mine(mine)
        , m_theirs(theirs)
        , m_joiner(joiner)
    {
    }

    std::vector<PersonMatch> run(qint32 worker, bool creating)
    {
        for (const Row& row : m_mine.all()) {
            PersonMatch match;
            match.local = m_mine.number(row, "id");
            match.login = m_mine.text(row, "login");
            match.name = m_mine.text(row, "name");
            match.active = m_mine.number(row, "active") != 0;
            m_matches.push_back(match);
        }
        takeMyself(worker);
        for (const char* by : {"login", "name"}) {
            for (PersonMatch& match : m_matches)
                find(match, by);
        }
        for (PersonMatch& match : m_matches) {
            if (match.fate == PersonMatch::Fate::BecomesMine && creating)
                match.fate = PersonMatch::Fate::Create;
            if (match.fate == PersonMatch::Fate::BecomesMine)
                match.server = m_joiner.person;
        }
        return std::move(m_matches);
    }

private:
    const Row* there(qint32 number) const
    {
        for (const Row& row : m_theirs.all()) {
            if (m_theirs.number(row, "id") == number)
                return &row;
        }
        return nullptr;
    }

    void take(PersonMatch& match, PersonMatch::Fate fate, const Row& row)
    {
        match.fate = fate;
        match.server = m_theirs.number(row, "id");
        match.serverName = m_theirs.text(row, "name");
        m_taken.insert(match.server);
    }

    // Who signs in is the person of the file with this login or name, or whoever worked with it.
    void takeMyself(qint32 worker)
    {
        const Row* me = there(m_joiner.person);
        if (me == nullptr)
            return;
        PersonMatch* self = nullptr;
        for (const char* by : {"login", "name"}) {
            for (PersonMatch& match : m_matches) {
                const QString& own = *by == 'l' ? match.login : match.name;
                if (self == nullptr && !own.isEmpty() && own == m_theirs.text(*me, by))
                    self = &match;
            }
        }
        for (PersonMatch& match : m_matches) {
            if (self == nullptr && match.local == worker)
                self = &match;
        }
        if (self != nullptr)
            take(*self, PersonMatch::Fate::Myself, *me);
    }

    void find(PersonMatch& match, const char* by)
    {
        const QString& own = *by == 'l' ? match.login : match.name;
        if (match.fate != PersonMatch::Fate::BecomesMine || own.isEmpty())
            return;
        const Row* only = nullptr;
        for (const Row& row : m_theirs.all()) {
            if (m_theirs.text(row, by) != own || m_taken.contains(m_theirs.number(row, "id"))
                || m_theirs.number(row, "deleted") != 0)
                continue;
            if (only != nullptr)
                return; // two of one name
            only = &row;
        }
        if (only != nullptr)
            take(match, PersonMatch::Fate::Known, *only);
    }

    const NamedRows& m_mine;
    const NamedRows& m_theirs;
    const Joiner& m_joiner;
    std::vector<PersonMatch> m_matches;
    std::set<qint32> m_taken;
};

} // namespace

bool PeoplePlan::creates() const
{
    const auto added = [](const PlaceMatch& match) { return match.add; };
    return std::any_of(people.begin(),
               people.end(),
               [](const PersonMatch& match) { return match.fate == PersonMatch::Fate::Create; })
        || std::any_of(teams.begin(), teams.end(), added)
        || std::any_of(regions.begin(), regions.end(), added);
}

const PersonMatch* PeoplePlan::person(qint32 local) const
{
    const auto at = std::find_if(people.begin(), people.end(), [&](const PersonMatch& match) {
        return match.local == local;
    });
    return at == people.end() ? nullptr : &*at;
}

PeoplePlan planPeople(const schema::RecordTypes& types,
    const OwnFile& mine,
    const TableRows& theirs,
    const Joiner& joiner,
    std::optional<bool> creating)
{
    const NamedRows people(types, mine.rows, "person");
    const NamedRows teams(types, mine.rows, "team");
    const NamedRows regions(types, mine.rows, "region");
    const NamedRows serverPeople(types, theirs, "person");
    const NamedRows customers(types, theirs, "customer");
    const bool administers = joiner.rights.contains(QStringLiteral("admin"));
    const bool othersWork = std::any_of(customers.all().begin(),
        customers.all().end(),
        [&](const Row& row) { return customers.number(row, "owner") != joiner.person; });
    const bool adds = administers && creating.value_or(!othersWork);
    PeoplePlan plan;
    plan.mayAdd = administers;
    plan.people = PeopleMatching(people, serverPeople, joiner).run(mine.person, adds);
    plan.teams = matchPlaces(teams, NamedRows(types, theirs, "team"), "name", adds);
    plan.regions = matchPlaces(regions, NamedRows(types, theirs, "region"), "code", adds);
    return plan;
}

} // namespace chengdan::sync
