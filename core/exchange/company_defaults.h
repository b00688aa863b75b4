// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"

namespace chengdan::exchange {

/// The rows every new company has beside owner and settings: the sales chain of a manufacturer, the
/// price policy and the floating authority.
void insertCompanyDefaults(storage::Transaction& transaction, IdSource& ids);

} // namespace chengdan::exchange
