// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_definition.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// The definition of an added field in a RecordForm. Record type and key are asked for once, when
/// the field is made.
class FieldSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(FieldSubject)
public:
    FieldSubject(const access::Context& context, access::FieldDefinition field);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_field; }
    bool isNew() const override { return m_field.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }

private:
    const access::Context& m_context;
    access::FieldDefinition m_field;
};

} // namespace chengdan::ui
