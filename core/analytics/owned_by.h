// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/connection.h"

#include <span>

namespace chengdan::analytics {

/// " AND column IN (?, …)" with the owners appended to `values`, or nothing when they are none:
/// everybody's.
QString ownedBy(const char* column, std::span<const PersonId> owners, storage::Row& values);

} // namespace chengdan::analytics
