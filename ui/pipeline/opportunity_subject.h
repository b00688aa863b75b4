// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/pipeline/opportunity.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// A stored opportunity in a RecordForm. Customer, number and stage are not edited here: a stage
/// changes by moving.
class OpportunitySubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(OpportunitySubject)
public:
    OpportunitySubject(const access::Context& context, pipeline::Opportunity opportunity);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_opportunity; }
    bool isNew() const override { return false; }
    std::optional<Error> check(const QString& key, const schema::Value& value) const override;
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }

private:
    const access::Context& m_context;
    pipeline::Opportunity m_opportunity;
};

} // namespace chengdan::ui
