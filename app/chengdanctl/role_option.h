// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/person.h"
#include "core/base/result.h"

namespace chengdan::ctl {

/// The option --role: "sales:own,finance:all"; a role without a reach is for one's own records.
/// Error: VALUE_RANGE.
Result<std::vector<access::PersonRole>> readRoles(const QString& text);

} // namespace chengdan::ctl
