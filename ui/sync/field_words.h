// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_columns.h"
#include "core/storage/database.h"

namespace chengdan::ui {

/// Fields of one record type by name, described and added ones, in words.
class FieldWords {
public:
    FieldWords() = default;
    FieldWords(storage::Database& database, const schema::RecordType& type);

    QString label(const QString& name) const;
    /// "—" for an empty one.
    QString value(const QString& name, const schema::Value& value, const QString& title) const;

private:
    const schema::Column* column(const QString& name) const;
    const schema::RecordType* m_type = nullptr;
    access::FieldColumns m_added;
};

} // namespace chengdan::ui
