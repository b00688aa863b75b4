// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_view.h"

#include <QJsonObject>

namespace chengdan::ctl {

/// One revision of a quote with its lines and tiers, as stored. Amounts and prices are decimal
/// strings in the quote's currency; c4 stands only where the reader may see costs.
QJsonObject quoteJson(const quoting::QuoteView& view);

/// The same as a table for people.
QString quoteText(const quoting::QuoteView& view);

} // namespace chengdan::ctl
