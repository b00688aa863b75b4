// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_columns.h"
#include "core/exchange/import_kinds.h"

namespace chengdan::exchange {

/// Where a cell of the file goes.
struct ImportTarget {
    enum class Kind { Ignored, Column, Added, Owner, CreatedAt, CreatedBy } kind = Kind::Ignored;
    const schema::Column* column = nullptr; ///< of Kind::Column and Kind::Added
    QString name() const;
};

/// What one header means by itself; Kind::Ignored when it names nothing.
ImportTarget importTarget(
    const ImportKind& kind, const QString& title, const access::FieldColumns& fields = {});

/// One target for each header, in file order. An added field, which must outlive the targets, is
/// named by its key, by custom.key or by its label in either language. Errors: UNKNOWN_COLUMN (the
/// mapping names one that is not there), IMPORT_COLUMN_TWICE, IMPORT_NO_COLUMN, COLUMN_MISSING: a
/// required column, when no column by which rows could be found is there either.
Result<std::vector<ImportTarget>> importTargets(const ImportKind& kind,
    const QStringList& header,
    const QHash<QString, QString>& mapping,
    const QString& file,
    const access::FieldColumns& fields = {});

} // namespace chengdan::exchange
