// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/place_subjects.h"

#include "core/access/teams.h"
#include "core/storage/store.h"
#include "core/sync/server_people.h"
#include "ui/settings/server_columns.h"
#include "ui/shared/record_source.h"
#include "ui/shared/staff_office.h"

namespace chengdan::ui {

namespace {

template <typename T>
Result<void> reloadPlace(const access::Context& context, T& place)
{
    auto stored = context.database.read([&](storage::Connection& connection) -> Result<T> {
        return storage::load<T>(connection, place.id);
    });
    if (!stored)
        return fail(stored.error());
    place = std::move(*stored);
    return {};
}

template <typename T>
Result<void> keepPlace(T& place, Result<T> saved)
{
    if (!saved)
        return fail(saved.error());
    place = std::move(*saved);
    return {};
}

// Adds the place (number 0) or changes it, at the server.
void putPlace(StaffOffice& office,
    QObject* receiver,
    sync::PlaceKind kind,
    int number,
    const QJsonObject& columns,
    StaffOffice::Answered answered)
{
    office.ask(
        receiver,
        StaffOffice::Act::Changes,
        [kind, number, columns](sync::ServerLink& server) -> Result<void> {
            if (number != 0)
                return sync::changeServerPlace(server, kind, number, columns);
            const auto added = sync::addServerPlace(server, kind, columns);
            return added ? Result<void>() : fail(added.error());
        },
        std::move(answered));
}

} // namespace

TeamSubject::TeamSubject(const access::Context& context, access::Team team, StaffOffice* office)
    : m_context(context)
    , m_team(std::move(team))
    , m_office(office)
{
}

QString TeamSubject::heading() const
{
    return isNew() ? tr("New team") : tr("Edit team");
}

std::vector<FormPart> TeamSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<access::Team>();
    part.first = {QStringLiteral("name"), QStringLiteral("region")};
    if (!isNew())
        part.first += QStringLiteral("closed");
    part.hidden = {QStringLiteral("boss"), QStringLiteral("closed")};
    if (!isNew())
        part.hidden.removeAll(QStringLiteral("closed"));
    part.conditions = {{QStringLiteral("region"), {{QStringLiteral("closed"), qint64{0}}}}};
    return {part};
}

std::vector<FieldSpec> TeamSubject::extraFields() const
{
    const auto& type = schema::describe<access::Team>();
    FieldSpec boss = fieldSpec(*type.column(u"boss"), m_context.database);
    boss.references = &schema::describe<access::Person>();
    boss.conditions = {{QStringLiteral("active"), qint64{1}}};
    boss.important = true;
    return {boss};
}

schema::Value TeamSubject::extraValue(const QString&) const
{
    return storage::bind(m_team.boss);
}

Result<void> TeamSubject::save(const RecordForm& form)
{
    access::Team edited = m_team;
    form.apply(0, &edited);
    for (const auto& [key, value] : form.changedExtras())
        schema::ColumnTraits<std::optional<PersonId>>::fromValue(value, edited.boss);
    access::TeamService teams(m_context);
    return keepPlace(m_team, isNew() ? teams.create(edited) : teams.update(edited));
}

bool TeamSubject::saveElsewhere(
    const RecordForm& form, const std::function<void(const Result<void>&)>& answered)
{
    if (m_office == nullptr)
        return false;
    access::Team edited = m_team;
    form.apply(0, &edited);
    for (const auto& [key, value] : form.changedExtras())
        schema::ColumnTraits<std::optional<PersonId>>::fromValue(value, edited.boss);
    putPlace(*m_office,
        &m_here,
        sync::PlaceKind::Team,
        isNew() ? 0 : m_team.id.number(),
        serverColumns(schema::describe<access::Team>(), &m_team, &edited),
        [this, name = edited.name, answered](const Result<void>& answer) {
            if (answer)
                m_team.name = name;
            answered(answer);
        });
    return true;
}

Result<void> TeamSubject::reload()
{
    return reloadPlace(m_context, m_team);
}

QString TeamSubject::savedText() const
{
    return tr("Team “%1” saved").arg(m_team.name);
}

RegionSubject::RegionSubject(
    const access::Context& context, access::Region region, StaffOffice* office)
    : m_context(context)
    , m_region(std::move(region))
    , m_office(office)
{
}

QString RegionSubject::heading() const
{
    return isNew() ? tr("New region") : tr("Edit region");
}

std::vector<FormPart> RegionSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<access::Region>();
    part.first = {QStringLiteral("code"), QStringLiteral("name")};
    if (isNew())
        part.hidden = {QStringLiteral("closed")};
    else
        part.first += QStringLiteral("closed");
    return {part};
}

Result<void> RegionSubject::save(const RecordForm& form)
{
    access::Region edited = m_region;
    form.apply(0, &edited);
    access::RegionService regions(m_context);
    return keepPlace(m_region, isNew() ? regions.create(edited) : regions.update(edited));
}

bool RegionSubject::saveElsewhere(
    const RecordForm& form, const std::function<void(const Result<void>&)>& answered)
{
    if (m_office == nullptr)
        return false;
    access::Region edited = m_region;
    form.apply(0, &edited);
    putPlace(*m_office,
        &m_here,
        sync::PlaceKind::Region,
        isNew() ? 0 : m_region.id.number(),
        serverColumns(schema::describe<access::Region>(), &m_region, &edited),
        [this, name = edited.name, answered](const Result<void>& answer) {
            if (answer)
                m_region.name = name;
            answered(answer);
        });
    return true;
}

Result<void> RegionSubject::reload()
{
    return reloadPlace(m_context, m_region);
}

QString RegionSubject::savedText() const
{
    return tr("Region “%1” saved").arg(m_region.name);
}

} // namespace chengdan::ui
