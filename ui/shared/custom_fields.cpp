// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/custom_fields.h"

#include "core/access/custom_values.h"
#include "core/storage/custom_column.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_form.h"

namespace chengdan::ui {

access::FieldColumns readFieldColumns(storage::Database& database, const schema::RecordType& type)
{
    const Language language = currentLanguage();
    const auto columns =
        database.read([&](storage::Connection& connection) -> Result<access::FieldColumns> {
            return access::FieldColumns::of(database, connection, type, language);
        });
    return columns.value_or(access::FieldColumns());
}

FieldSpec customFieldSpec(const access::FieldDefinition& field)
{
    FieldSpec spec;
    spec.key = storage::customColumn(field.key);
    spec.label = [field] { return field.label(currentLanguage() == Language::English); };
    if (!field.hint.isEmpty())
        spec.hint = [hint = field.hint] { return hint; };
    spec.type = access::columnTypeOf(field.kind);
    spec.required = field.required;
    spec.nullable = true;
    if (field.kind == access::FieldKind::Choice) {
        spec.type = schema::ColumnType::Choice;
        for (const QString& choice : field.choiceList())
            spec.choices.push_back({choice, [choice] { return choice; }});
    }
    return spec;
}

std::vector<FieldSpec> customFieldSpecs(storage::Database& database, const schema::RecordType& type)
{
    const access::FieldColumns columns = readFieldColumns(database, type);
    std::vector<FieldSpec> specs;
    for (const schema::Column& column : columns.columns())
        specs.push_back(customFieldSpec(*columns.definition(QString::fromLatin1(column.name))));
    return specs;
}

schema::Value customFieldValue(const schema::RowMeta& meta, const QString& key)
{
    return access::customValue(meta.custom, storage::customKey(key));
}

void applyCustomFields(const RecordForm& form, schema::RowMeta& meta)
{
    std::map<QString, schema::Value> changes;
    for (const auto& [key, value] : form.changedExtras()) {
        if (storage::isCustomColumn(key))
            changes[storage::customKey(key)] = value;
    }
    if (!changes.empty())
        meta.custom = access::withCustom(meta.custom, changes);
}

} // namespace chengdan::ui
