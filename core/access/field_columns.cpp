// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/field_columns.h"

#include "core/storage/custom_column.h"

#include <deque>

namespace chengdan::access {

/// The columns point into `texts`, which never move.
struct FieldColumns::Held {
    std::vector<FieldDefinition> fields;
    std::deque<QByteArray> texts;
    std::vector<schema::Column> columns;

    const char* keep(const QString& text) { return texts.emplace_back(text.toUtf8()).constData(); }
};

schema::ColumnType columnTypeOf(FieldKind kind)
{
    using schema::ColumnType;
    switch (kind) {
    case FieldKind::Number:
        return ColumnType::Quantity;
    case FieldKind::Money:
        return ColumnType::Money;
    case FieldKind::Date:
        return ColumnType::Date;
    case FieldKind::YesNo:
        return ColumnType::Flag;
    case FieldKind::Text:
    case FieldKind::Choice:
        break;
    }
    return ColumnType::Text;
}

FieldColumns::FieldColumns(std::vector<FieldDefinition> fields, Language language)
{
    auto held = std::make_shared<Held>();
    held->fields = std::move(fields);
    for (const FieldDefinition& field : held->fields) {
        schema::Column column;
        column.name = held->keep(storage::customColumn(field.key));
        column.label = held->keep(field.label(language == Language::English));
        column.hint = held->keep(field.hint);
        column.required = field.required;
        column.searchable = field.searchable;
        column.type = columnTypeOf(field.kind);
        column.nullable = true;
        held->columns.push_back(column);
    }
    m_held = std::move(held);
}

FieldColumns FieldColumns::of(const schema::RecordTypes& types,
    storage::Connection& connection,
    const schema::RecordType& type,
    Language language)
{
    return FieldColumns(fieldsOf(types, connection, QString::fromLatin1(type.table)), language);
}

FieldColumns FieldColumns::of(const storage::Database& database,
    storage::Connection& connection,
    const schema::RecordType& type,
    Language language)
{
    return of(database.types(), connection, type, language);
}

const std::vector<schema::Column>& FieldColumns::columns() const
{
    static const std::vector<schema::Column> none;
    return m_held ? m_held->columns : none;
}

const schema::Column* FieldColumns::column(QStringView name) const
{
    for (const schema::Column& column : columns()) {
        if (name == QLatin1String(column.name))
            return &column;
    }
    return nullptr;
}

const FieldDefinition* FieldColumns::definition(QStringView name) const
{
    const QString key = storage::customKey(name);
    if (!m_held || key.isEmpty())
        return nullptr;
    for (const FieldDefinition& field : m_held->fields) {
        if (field.key == key)
            return &field;
    }
    return nullptr;
}

} // namespace chengdan::access
