// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/person.h"
#include "core/storage/database.h"

namespace chengdan::access {

/// How many active people hold each role, in the order of the roles.
Result<std::vector<qint64>> roleHolders(storage::Database& database);

/// The names of the active people who may administer the company: whom to ask for a right.
Result<QStringList> administrators(storage::Database& database);

} // namespace chengdan::access
