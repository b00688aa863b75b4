// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/quote/quote_document.h"

namespace chengdan::tests {

/// A quote of a precision-parts maker with three lines: tiers, an optional tool, a drawing.
reports::QuoteDocument sampleQuote();
/// The same quote with `count` like lines and totals to match.
reports::QuoteDocument sampleQuoteOf(int count);

} // namespace chengdan::tests
