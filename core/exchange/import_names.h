// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::exchange {

/// Who and when: what every record has beside its described columns.
struct MetaColumn {
    const char* name;
    const char* label; ///< English; translated in context "RecordList"
    QString shown() const;
};
extern const MetaColumn kOwnerColumn;
extern const MetaColumn kCreatedAtColumn;
extern const MetaColumn kCreatedByColumn;

/// Whether a header key of a file with rows of this table means the column.
bool namesMeta(const QString& key, QStringView table, const MetaColumn& meta);

/// A header without marks for required columns, blanks and case.
QString headerKey(const QString& header);

/// Whether a header key means this column: its name, its label in either language, or a word people
/// in Chinese files use for it.
bool namesColumn(const QString& key, QStringView table, QStringView column, const char* label);

/// The column of the type that a header key names, or null.
const schema::Column* namedColumn(const schema::RecordType& type, const QString& key);

} // namespace chengdan::exchange
