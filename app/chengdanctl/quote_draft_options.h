// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/access/context.h"
#include "core/quoting/quote_draft.h"

namespace chengdan::ctl {

/// A quote draft from the options of `quote create`: --item, --qty and --price repeat together, one
/// of each for a line; several quantities of one --qty are tiers, the first of them the quoted
/// quantity. Customer and items go by number, code, name or id. Errors: USAGE_MISSING, USAGE_PAIRS,
/// NOT_FOUND and those of the values' parsers, with the option as field.
Result<quoting::QuoteDraft> quoteDraftFromOptions(
    const access::Context& context, const Arguments& arguments);

} // namespace chengdan::ctl
