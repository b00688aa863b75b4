// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_view.h"
#include "reports/quote/quote_document.h"

namespace chengdan::reports {

/// A stored quote as the paper shows it: nothing is computed here, so a reprint is what was sent.
QuoteDocument quotePaper(const quoting::QuoteView& view);

} // namespace chengdan::reports
