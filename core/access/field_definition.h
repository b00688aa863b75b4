// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/schema/record_type.h"

namespace chengdan {
using FieldDefinitionId = Id<struct FieldDefinitionTag>;
}

namespace chengdan::access {

/// What a field holds, and how it is kept in a record's `custom` object.
enum class FieldKind {
    Text,
    Number, ///< a Quantity: integer of 1e-6
    Money, ///< integer minor units, two places, of the company's currency
    Date, ///< ISO text
    Choice, ///< one line of FieldDefinition::choices, as text
    YesNo, ///< 1 or 0
};
std::span<const schema::Choice> choices(FieldKind value);

/// A field an administrator added to a record type while the program ran. Its values live under
/// `key` in the `custom` object of each record.
struct FieldDefinition {
    FieldDefinitionId id;
    schema::RowMeta meta;
    QString record; ///< table of the record type
    QString key; ///< snake_case; unique within the table, also among retired fields
    QString labelZh;
    QString labelEn; ///< empty: the Chinese one
    FieldKind kind = FieldKind::Text;
    QString choices; ///< of a Choice: one a line
    bool required = false; ///< forms ask for it, and it may not be emptied again
    bool searchable = false; ///< its values have an index in each file
    int position = 0; ///< order among the fields of the table
    bool active = true; ///< a retired field keeps its values and is shown nowhere
    QString hint;

    QStringList choiceList() const;
    QString label(bool english) const;
};

/// The record types that may have added fields.
QStringList fieldTables();

/// The fields of a table in their order; none in a file whose types hold no definitions.
std::vector<FieldDefinition> fieldsOf(const schema::RecordTypes& types,
    storage::Connection& connection,
    const QString& table,
    bool retired = false);
std::vector<FieldDefinition> fieldsOf(const storage::Database& database,
    storage::Connection& connection,
    const QString& table,
    bool retired = false);

/// The statements that make the indexes this file lacks for searchable fields: a definition may
/// have come by another way than FieldService, such as a salvage.
QStringList missingFieldIndexes(const schema::RecordTypes& types, storage::Connection& connection);

/// Keeps field definitions. Every act needs Right::Administer. Errors: PERMISSION, NOT_FOUND,
/// CHANGED_MEANWHILE and those of a definition: REQUIRED, TOO_LONG, FIELD_RECORD, FIELD_KEY,
/// FIELD_CHOICES, DUPLICATE (key).
class FieldService {
public:
    explicit FieldService(const Context& context)
        : m_context(context)
    {
    }
    /// Stands after the fields there are.
    Result<FieldDefinition> add(FieldDefinition field);
    /// Record type and key stay. With values stored the kind stays too and no choice in use goes:
    /// FIELD_IN_USE with how many rows. Taking `active` away retires the field.
    Result<FieldDefinition> update(FieldDefinition field);
    /// Moves a field up (negative) or down among those of its table, as far as there is room.
    Result<void> move(const FieldDefinitionId& id, int by);
    /// Deletes a definition nobody has used. FIELD_IN_USE while values exist: retire it instead.
    Result<void> remove(const FieldDefinitionId& id);
    /// How many rows hold a value.
    Result<qint64> used(const FieldDefinition& field) const;

private:
    const Context& m_context;
};

} // namespace chengdan::access

namespace chengdan {
template <>
const schema::RecordType& schema::describe<access::FieldDefinition>();
} // namespace chengdan
