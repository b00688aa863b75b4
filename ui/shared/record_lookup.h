// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "ui/shared/form.h"

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

/// What a LookupEdit asks for any described record type: rows whose searchable columns hold the
/// typed words, as the value of `text` with the value of `detail` beside it. `conditions` are as in
/// RecordListSource.
LookupEdit::Find recordFinder(storage::Database& database,
    const schema::RecordType& type,
    QString text,
    QString detail,
    QVariantMap conditions = {});

/// The same for one known row; nothing when it is gone.
std::optional<LookupMatch> recordMatch(storage::Database& database,
    const schema::RecordType& type,
    const QString& text,
    const QString& detail,
    qint64 key);

} // namespace chengdan::ui
