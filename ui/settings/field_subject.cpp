// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_subject.h"

#include "core/storage/store.h"
#include "ui/shared/record_source.h"

namespace chengdan::ui {

FieldSubject::FieldSubject(const access::Context& context, access::FieldDefinition field)
    : m_context(context)
    , m_field(std::move(field))
{
}

QString FieldSubject::heading() const
{
    return isNew() ? tr("New field") : tr("Edit field “%1”").arg(m_field.key);
}

std::vector<FormPart> FieldSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<access::FieldDefinition>();
    part.first = {QStringLiteral("label_zh"),
        QStringLiteral("label_en"),
        QStringLiteral("key"),
        QStringLiteral("kind"),
        QStringLiteral("choices"),
        QStringLiteral("hint"),
        QStringLiteral("required"),
        QStringLiteral("searchable")};
    part.hidden = {QStringLiteral("record"), QStringLiteral("position")};
    if (isNew()) {
        part.hidden += QStringLiteral("active");
    } else {
        part.first.removeAll(QStringLiteral("key"));
        part.first += QStringLiteral("active");
        part.hidden += QStringLiteral("key");
    }
    part.multiline = {QStringLiteral("choices")};
    return {part};
}

std::vector<FieldSpec> FieldSubject::extraFields() const
{
    if (!isNew())
        return {};
    FieldSpec spec;
    spec.key = QStringLiteral("record");
    spec.label = [] { return tr("Record type"); };
    spec.type = schema::ColumnType::Choice;
    spec.required = true;
    for (const QString& table : access::fieldTables()) {
        if (const schema::RecordType* type = m_context.database.type(table))
            spec.choices.push_back({table, [type] { return schemaText(type->label); }});
    }
    return {spec};
}

schema::Value FieldSubject::extraValue(const QString& key) const
{
    return key == QLatin1String("record") ? schema::Value(m_field.record) : schema::Value();
}

Result<void> FieldSubject::save(const RecordForm& form)
{
    access::FieldDefinition edited = m_field;
    form.apply(0, &edited);
    const auto extras = form.changedExtras();
    if (const auto record = extras.find(QStringLiteral("record")); record != extras.end())
        edited.record = schema::toText(record->second);
    access::FieldService service(m_context);
    auto saved = isNew() ? service.add(edited) : service.update(edited);
    if (!saved)
        return fail(saved.error());
    m_field = std::move(*saved);
    return {};
}

Result<void> FieldSubject::reload()
{
    auto stored = m_context.database.read(
        [&](storage::Connection& connection) -> Result<access::FieldDefinition> {
            return storage::load<access::FieldDefinition>(connection, m_field.id);
        });
    if (!stored)
        return fail(stored.error());
    m_field = std::move(*stored);
    return {};
}

QString FieldSubject::savedText() const
{
    return tr("Field “%1” saved").arg(m_field.labelZh);
}

} // namespace chengdan::ui
