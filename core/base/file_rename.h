// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace chengdan {

/// Gives a file another name on the same disk, in one step: a file that bears it already is
/// replaced, and is still there when this fails. Error: FILE_WRITE (path, reason).
Result<void> renameFile(const QString& from, const QString& to);

} // namespace chengdan
