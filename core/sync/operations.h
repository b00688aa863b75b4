// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/journal_edits.h"

#include <QJsonObject>

namespace chengdan::sync {

/// One edit as sync.push() takes it (push.sql): {"t": table, "k": "I" | "U", "id": …, "base": …,
/// "root": …, "made": {"at": …, "by": …}, "v": {…}}. The caller adds "n".

/// A row that was made, as it was then; nothing when it is gone.
std::optional<QJsonObject> insertOperation(
    storage::Connection& connection, const Edit& edit, qint64 rid);
/// The same for a row that stands in no table; in sentColumns() order.
QJsonObject insertOperation(const schema::RecordType& type, const schema::Row& row);
/// A change; nothing when the row is gone.
std::optional<QJsonObject> updateOperation(storage::Connection& connection, const Edit& edit);
/// A row as it stands, as srv.register_customer() takes it: the values only.
std::optional<QJsonObject> registrationValues(
    storage::Connection& connection, const schema::RecordType& customer, qint64 rid);

} // namespace chengdan::sync
