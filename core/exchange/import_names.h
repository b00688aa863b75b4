// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::exchange {

/// A header without marks for required columns, blanks and case.
QString headerKey(const QString& header);

/// Whether a header key means this column: its name, its label in either language, or a word people
/// in Chinese files use for it.
bool namesColumn(const QString& key, QStringView table, QStringView column, const char* label);

/// The column of the type that a header key names, or null.
const schema::Column* namedColumn(const schema::RecordType& type, const QString& key);

} // namespace chengdan::exchange
