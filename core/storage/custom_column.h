// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::storage {

/// Fields an administrator added are named "custom.<key>" wherever a list names a column. Whether
/// such a field is defined is for the caller to check; here only its form counts, which makes the
/// key safe inside SQL: a lower-case letter, then at most 39 letters, digits and underscores.
bool isCustomKey(QStringView key);
bool isCustomColumn(QStringView name);
QString customColumn(const QString& key);
/// The key within "custom.<key>"; empty for another column.
QString customKey(QStringView name);

/// The SQL expression of a list's column: "t.name" with the prefix "t.", or
/// json_extract(t.custom, '$.key'). A prefix may begin with the plus that keeps an index out.
QString listColumnSql(const QString& name, const QString& prefix = QStringLiteral("t."));

} // namespace chengdan::storage
