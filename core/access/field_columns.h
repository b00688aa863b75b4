// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_definition.h"
#include "core/base/error_catalogue.h"

#include <memory>

namespace chengdan::access {

/// Added fields as described columns, so that lists, forms, imports and exports treat them like any
/// other. A column is named "custom.<key>"; its label is the definition's in the chosen language; a
/// choice is a text. The columns have neither get nor set: values are read with customValue() or by
/// a list query. Copies share the columns, which live as long as any copy.
class FieldColumns {
public:
    FieldColumns() = default;
    FieldColumns(std::vector<FieldDefinition> fields, Language language);
    /// The fields in use of a table.
    static FieldColumns of(const schema::RecordTypes& types,
        storage::Connection& connection,
        const schema::RecordType& type,
        Language language = Language::Chinese);
    static FieldColumns of(const storage::Database& database,
        storage::Connection& connection,
        const schema::RecordType& type,
        Language language = Language::Chinese);

    const std::vector<schema::Column>& columns() const;
    const schema::Column* column(QStringView name) const;
    /// The definition behind a column's name.
    const FieldDefinition* definition(QStringView name) const;

private:
    struct Held;
    std::shared_ptr<const Held> m_held;
};

/// How values of a kind are stored, as the type of a column.
schema::ColumnType columnTypeOf(FieldKind kind);

} // namespace chengdan::access
