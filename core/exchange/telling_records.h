// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

namespace chengdan::exchange {

/// Row numbers of records that show most of what their pages can show; 0 where the company has
/// none. The same file always gives the same ones.
struct TellingRecords {
    qint64 quote = 0; ///< several lines, quantity tiers, still a draft if there is one
    qint64 item = 0; ///< sold, with the deepest tree among the first few hundred
    qint64 opportunity = 0; ///< open, with the longest history of stages and journal
    qint64 customer = 0; ///< the one that opportunity belongs to
};

TellingRecords tellingRecords(storage::Connection& connection);

} // namespace chengdan::exchange
