// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/people.h"
#include "core/sync/server_install.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>
#include <QObject>

namespace chengdan::ui {

class StaffOffice;

/// A person in a RecordForm: the described fields, then for every role how far it reaches. Both are
/// saved in one act; in a copy, where there is an office, by the team's server.
class PersonSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(PersonSubject)
public:
    PersonSubject(
        const access::Context& context, access::Person person, StaffOffice* office = nullptr);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_person; }
    bool isNew() const override { return m_person.meta.rid == 0; }
    std::optional<Error> check(const QString& key, const schema::Value& value) const override;
    Result<void> save(const RecordForm& form) override;
    bool saveElsewhere(
        const RecordForm& form, const std::function<void(const Result<void>&)>& answered) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    /// A first password may be among what is typed for a new person: none of that is kept.
    PersonId typist() const override
    {
        return m_office != nullptr && isNew() ? PersonId() : m_context.session.id();
    }
    /// Local row number after saving.
    qint64 rid() const { return m_person.meta.rid; }
    const QString& name() const { return m_person.name; }
    /// How somebody whom the server has just added signs in.
    const std::optional<sync::NewServerUser>& added() const { return m_added; }

private:
    Result<void> readRoles();
    std::vector<access::PersonRole> rolesIn(const RecordForm& form) const;
    const access::Context& m_context;
    access::Person m_person;
    std::vector<access::PersonRole> m_roles;
    StaffOffice* m_office;
    std::optional<sync::NewServerUser> m_added;
    QObject m_here; ///< answers are for this subject
};

} // namespace chengdan::ui
