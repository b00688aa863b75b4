// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/person_subject.h"

#include "core/storage/store.h"
#include "core/sync/server_people.h"
#include "ui/settings/server_columns.h"
#include "ui/shared/record_source.h"
#include "ui/shared/staff_office.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengdan::ui {

namespace {

using access::PersonRole;
using access::Role;
using access::RoleScope;

const QString& roleKeyPrefix()
{
    static const QString prefix = QStringLiteral("role.");
    return prefix;
}

const QString& passwordKey()
{
    static const QString key = QStringLiteral("password");
    return key;
}

QByteArray rolesJson(const std::vector<PersonRole>& roles)
{
    QJsonArray json;
    for (const PersonRole& role : roles) {
        json.append(QJsonObject{{QStringLiteral("role"), schema::codeOf(role.role)},
            {QStringLiteral("scope"), schema::codeOf(role.scope)}});
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// All of it or nothing, so that nobody has a new team with the old roles.
Result<void> changeAtServer(sync::ServerLink& server,
    int person,
    const QJsonObject& columns,
    const std::optional<QByteArray>& roles)
{
    sync::ServerLink::Together together(server);
    if (!columns.isEmpty()) {
        if (auto changed = sync::changeServerUser(server, person, columns); !changed)
            return changed;
    }
    return together.end(roles ? sync::setServerRoles(server, person, *roles) : Result<void>());
}

} // namespace

PersonSubject::PersonSubject(
    const access::Context& context, access::Person person, StaffOffice* office)
    : m_context(context)
    , m_person(std::move(person))
    , m_office(office)
{
    (void)readRoles(); // saving reads and tells again what went wrong
}

Result<void> PersonSubject::readRoles()
{
    return m_context.database.read([&](storage::Connection& connection) -> Result<void> {
        m_roles = access::rolesOf(connection, m_person.id);
        return {};
    });
}

QString PersonSubject::heading() const
{
    return isNew() ? tr("New person") : tr("Edit person");
}

std::vector<FormPart> PersonSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<access::Person>();
    part.first = {QStringLiteral("login"),
        QStringLiteral("name"),
        QStringLiteral("title"),
        QStringLiteral("team"),
        QStringLiteral("region"),
        QStringLiteral("quote_level"),
        QStringLiteral("approval_limit"),
        QStringLiteral("phone"),
        QStringLiteral("email")};
    part.hidden = {QStringLiteral("active")}; // an act of its own, with its own question
    if (m_office != nullptr && !isNew()) { // the server keeps the login as it was given
        part.first.removeAll(QStringLiteral("login"));
        part.hidden += QStringLiteral("login");
    }
    const QVariantMap open{{QStringLiteral("closed"), qint64{0}}};
    part.conditions = {{QStringLiteral("team"), open}, {QStringLiteral("region"), open}};
    return {part};
}

std::vector<FieldSpec> PersonSubject::extraFields() const
{
    std::vector<FieldSpec> fields;
    if (m_office != nullptr && isNew()) {
        FieldSpec& password = fields.emplace_back();
        password.key = passwordKey();
        password.label = [] { return tr("First password"); };
        password.hint = [] { return tr("Left empty, one is made and shown once"); };
        password.important = true;
    }
    for (const schema::Choice& role : access::choices(Role{})) {
        FieldSpec& field = fields.emplace_back();
        field.key = roleKeyPrefix() + QString::fromLatin1(role.code);
        field.label = [label = role.label] { return tr("Role: %1").arg(schemaText(label)); };
        field.type = schema::ColumnType::Choice;
        field.nullable = true;
        field.important = true;
        for (const schema::Choice& scope : access::choices(RoleScope{})) {
            field.choices.push_back({QString::fromLatin1(scope.code),
                [label = scope.label] { return schemaText(label); }});
        }
    }
    return fields;
}

schema::Value PersonSubject::extraValue(const QString& key) const
{
    if (key == passwordKey())
        return QString();
    const QString code = key.mid(roleKeyPrefix().size());
    schema::Value widest; // somebody may hold a role twice; the wider reach is what counts
    for (const PersonRole& role : m_roles) {
        if (schema::codeOf(role.role) == code)
            widest = schema::codeOf(role.scope);
    }
    return widest;
}

std::vector<PersonRole> PersonSubject::rolesIn(const RecordForm& form) const
{
    std::vector<PersonRole> roles = m_roles;
    for (const auto& [key, value] : form.changedExtras()) {
        const auto role = schema::fromCode<Role>(key.mid(roleKeyPrefix().size()));
        if (!role)
            continue;
        std::erase_if(roles, [&](const PersonRole& held) { return held.role == *role; });
        if (const auto scope = schema::fromCode<RoleScope>(schema::toText(value))) {
            PersonRole& added = roles.emplace_back();
            added.role = *role;
            added.scope = *scope;
        }
    }
    return roles;
}

std::optional<Error> PersonSubject::check(const QString& key, const schema::Value& value) const
{
    const QString text = key == passwordKey() ? schema::toText(value) : QString();
    if (text.isEmpty())
        return std::nullopt;
    const auto sound = sync::checkServerPassword(text);
    return sound ? std::nullopt : std::optional(sound.error());
}

bool PersonSubject::saveElsewhere(
    const RecordForm& form, const std::function<void(const Result<void>&)>& answered)
{
    if (m_office == nullptr)
        return false;
    access::Person edited = m_person;
    form.apply(0, &edited);
    const auto extras = form.changedExtras();
    const bool otherRoles = std::any_of(extras.begin(), extras.end(), [](const auto& extra) {
        return extra.first.startsWith(roleKeyPrefix());
    });
    QJsonObject columns = serverColumns(schema::describe<access::Person>(), &m_person, &edited);
    const QByteArray roles = rolesJson(rolesIn(form));
    auto made = std::make_shared<sync::NewServerUser>();
    StaffOffice::Work work;
    if (isNew()) {
        columns.insert(QLatin1String("login"), edited.login);
        const auto typed = extras.find(passwordKey());
        const QString password = typed == extras.end() ? QString() : schema::toText(typed->second);
        work = [columns, roles, password, made](sync::ServerLink& server) -> Result<void> {
            auto user = sync::addServerUser(server, columns, roles, password);
            if (!user)
                return fail(user.error());
            *made = std::move(*user);
            return {};
        };
    } else {
        work = [person = m_person.id.number(),
                   columns,
                   set = otherRoles ? std::optional(roles) : std::nullopt](
                   sync::ServerLink& server) {
            return changeAtServer(server, person, columns, set);
        };
    }
    m_office->ask(&m_here,
        StaffOffice::Act::Changes,
        std::move(work),
        [this, made, name = edited.name, answered](const Result<void>& answer) {
            if (answer) {
                m_person.name = name;
                if (made->number != 0)
                    m_added = *made;
            }
            answered(answer);
        });
    return true;
}

Result<void> PersonSubject::save(const RecordForm& form)
{
    access::Person edited = m_person;
    form.apply(0, &edited);
    const std::vector<PersonRole> roles = rolesIn(form);
    const auto saved = m_context.database.write(
        m_context.session.id(), [&](storage::Transaction&) -> Result<access::Person> {
            access::PeopleService people(m_context);
            if (isNew())
                return people.create(edited, roles);
            auto person = people.update(edited);
            if (!person)
                return person;
            if (auto set = access::RoleService(m_context).set(person->id, roles); !set)
                return fail(set.error());
            return person;
        });
    if (!saved)
        return fail(saved.error());
    m_person = *saved;
    return readRoles();
}

Result<void> PersonSubject::reload()
{
    auto stored =
        m_context.database.read([&](storage::Connection& connection) -> Result<access::Person> {
            return storage::load<access::Person>(connection, m_person.id);
        });
    if (!stored)
        return fail(stored.error());
    m_person = std::move(*stored);
    return readRoles();
}

QString PersonSubject::savedText() const
{
    return tr("“%1” saved").arg(m_person.name);
}

} // namespace chengdan::ui
