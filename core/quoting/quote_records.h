// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::quoting {

/// The record types of this room; references point backwards in the list.
schema::RecordTypes recordTypes();

} // namespace chengdan::quoting
