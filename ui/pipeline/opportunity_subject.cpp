// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/opportunity_subject.h"

#include "core/pipeline/opportunity_service.h"
#include "core/storage/store.h"
#include "ui/shared/custom_fields.h"

namespace chengdan::ui {

OpportunitySubject::OpportunitySubject(
    const access::Context& context, pipeline::Opportunity opportunity)
    : m_context(context)
    , m_opportunity(std::move(opportunity))
{
}

QString OpportunitySubject::heading() const
{
    return tr("Edit opportunity");
}

std::vector<FormPart> OpportunitySubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<pipeline::Opportunity>();
    part.first = {QStringLiteral("name"),
        QStringLiteral("amount"),
        QStringLiteral("expected_close"),
        QStringLiteral("next_step"),
        QStringLiteral("next_on"),
        QStringLiteral("probability"),
        QStringLiteral("contact"),
        QStringLiteral("competitor")};
    part.hidden = {QStringLiteral("customer"),
        QStringLiteral("number"),
        QStringLiteral("stage"),
        QStringLiteral("entered_stage_on"),
        QStringLiteral("closed_on")};
    if (!m_opportunity.lossReason) // only a lost one has a reason
        part.hidden << QStringLiteral("loss_reason") << QStringLiteral("loss_note");
    else
        part.first << QStringLiteral("loss_reason") << QStringLiteral("loss_note");
    part.multiline = {QStringLiteral("remark"), QStringLiteral("loss_note")};
    part.conditions[QStringLiteral("contact")] = {
        {QStringLiteral("customer"), m_opportunity.customer.raw().bytes()}};
    return {part};
}

std::optional<Error> OpportunitySubject::check(const QString& key, const schema::Value& value) const
{
    const qint64 raw = schema::toInteger(value);
    if (key == QLatin1String("amount") && raw < 0)
        return Error::make("AMOUNT_NEGATIVE", key);
    if (key == QLatin1String("probability") && (raw < 0 || raw > Rate::kOne))
        return Error::make("RATE_RANGE", key);
    return {};
}

Result<void> OpportunitySubject::save(const RecordForm& form)
{
    pipeline::Opportunity edited = m_opportunity;
    form.apply(0, &edited);
    applyCustomFields(form, edited.meta);
    auto saved = pipeline::OpportunityService(m_context).update(edited);
    if (!saved)
        return fail(saved.error());
    m_opportunity = std::move(*saved);
    return {};
}

Result<void> OpportunitySubject::reload()
{
    auto stored = m_context.database.read(
        [&](storage::Connection& connection) -> Result<pipeline::Opportunity> {
            return storage::load<pipeline::Opportunity>(connection, m_opportunity.id);
        });
    if (!stored)
        return fail(stored.error());
    m_opportunity = std::move(*stored);
    return {};
}

std::vector<FieldSpec> OpportunitySubject::extraFields() const
{
    return customFieldSpecs(m_context.database, schema::describe<pipeline::Opportunity>());
}

schema::Value OpportunitySubject::extraValue(const QString& key) const
{
    return customFieldValue(m_opportunity.meta, key);
}

QString OpportunitySubject::savedText() const
{
    return tr("Opportunity “%1” saved").arg(m_opportunity.name);
}

} // namespace chengdan::ui
