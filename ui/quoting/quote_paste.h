// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/quoting/quote_lines_model.h"

namespace chengdan::ui {

/// Copied cells as lines of a quote: item code, quantity, price, the last two optional.
struct PastedLines {
    std::vector<QuoteLinesModel::Line> lines;
    QStringList unknown; ///< codes of no item; their lines hold them as words
    QStringList unread; ///< numbers that are none; quantity 1 or no price stands for them
};

/// A first row that begins with no item's code and has no number beside it holds the names of the
/// columns and is left out. `find` looks up an item by its exact code. Errors: PASTE_LIMIT,
/// PASTE_EMPTY.
Result<PastedLines> pastedQuoteLines(
    const QString& text, const std::function<std::optional<LineItem>(const QString& code)>& find);

} // namespace chengdan::ui
