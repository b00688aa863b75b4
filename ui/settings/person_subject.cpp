// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/person_subject.h"

#include "core/storage/store.h"
#include "ui/shared/record_source.h"

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

} // namespace

PersonSubject::PersonSubject(const access::Context& context, access::Person person)
    : m_context(context)
    , m_person(std::move(person))
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
    const QVariantMap open{{QStringLiteral("closed"), qint64{0}}};
    part.conditions = {{QStringLiteral("team"), open}, {QStringLiteral("region"), open}};
    return {part};
}

std::vector<FieldSpec> PersonSubject::extraFields() const
{
    std::vector<FieldSpec> fields;
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
    const QString code = key.mid(roleKeyPrefix().size());
    schema::Value widest; // somebody may hold a role twice; the wider reach is what counts
    for (const PersonRole& role : m_roles) {
        if (schema::codeOf(role.role) == code)
            widest = schema::codeOf(role.scope);
    }
    return widest;
}

Result<void> PersonSubject::save(const RecordForm& form)
{
    access::Person edited = m_person;
    form.apply(0, &edited);
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
