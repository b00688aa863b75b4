// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_columns.h"
#include "ui/shared/field_editor.h"

namespace chengdan::ui {

class RecordForm;

/// The fields administrators added to a record type, as the file says now, labelled in the present
/// language. Empty when the file cannot be read; whoever reads the records will say so.
access::FieldColumns readFieldColumns(storage::Database& database, const schema::RecordType& type);

/// One added field for a form; its key is "custom.<key>".
FieldSpec customFieldSpec(const access::FieldDefinition& field);
/// All of them, for FormSubject::extraFields().
std::vector<FieldSpec> customFieldSpecs(
    storage::Database& database, const schema::RecordType& type);

/// The stored value of "custom.<key>", for FormSubject::extraValue().
schema::Value customFieldValue(const schema::RowMeta& meta, const QString& key);
/// Writes what was typed into added fields into the record's meta columns; the other keys stay.
void applyCustomFields(const RecordForm& form, schema::RowMeta& meta);

} // namespace chengdan::ui
