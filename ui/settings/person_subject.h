// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/people.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// A person in a RecordForm: the described fields, then for every role how far it reaches. Both are
/// saved in one act.
class PersonSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(PersonSubject)
public:
    PersonSubject(const access::Context& context, access::Person person);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_person; }
    bool isNew() const override { return m_person.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }
    /// Local row number after saving.
    qint64 rid() const { return m_person.meta.rid; }

private:
    Result<void> readRoles();
    const access::Context& m_context;
    access::Person m_person;
    std::vector<access::PersonRole> m_roles;
};

} // namespace chengdan::ui
