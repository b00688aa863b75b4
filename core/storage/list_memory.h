// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

namespace chengdan::storage {

/// How a person has arranged a window: columns of a list, density. Lives in this file only (table
/// _ui): neither journalled nor sent, and losing it loses no work.
QJsonObject windowMemory(Connection& connection, PersonId person, const QString& key);
/// Keeps `memory` in place of what was kept under this key; an empty object forgets it.
Result<void> keepWindowMemory(
    Database& database, PersonId person, const QString& key, const QJsonObject& memory);

} // namespace chengdan::storage
