// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <functional>

namespace chengdan::customers {

/// Whether some customer has no key of its name (Customer::nameKey) though one can be made, as a
/// program without such keys left it: nobody would be warned of its doubles.
bool lacksNameKeys(storage::Connection& connection);

/// Makes the missing keys in short writes, so that edits go between. The keys follow from the
/// names, so nothing is journalled and no row counts as changed. `goOn` is asked before each write;
/// error: CANCELLED, STORAGE_*. Not inside a write.
Result<void> fillNameKeys(storage::Database& database, const std::function<bool()>& goOn = {});

} // namespace chengdan::customers
