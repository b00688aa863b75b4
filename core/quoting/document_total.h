// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/money.h"

#include <QStringList>

#include <span>
#include <vector>

namespace chengdan::quoting {

/// Which unit price is the master. The other one is display only: converting back and forth drifts.
enum class TaxMode {
    Net, ///< prices exclude tax
    Gross, ///< prices include tax
};

struct TotalLine {
    UnitPrice price; ///< net or gross, as the document's mode says
    Quantity quantity;
    Rate tax;
};

/// Minor units of the document's currency; amount + tax = total, exactly.
struct LineTotal {
    qint64 amount = 0; ///< without tax
    qint64 tax = 0;
    qint64 total = 0; ///< with tax
    QString trace;
};

/// The sums of the lines a person sees; tax is never computed a second time on the sum.
struct DocumentTotal {
    std::vector<LineTotal> lines;
    Money amount;
    Money tax;
    Money total;
};

/// One line (R7). Net: A = r(p × q), T = r(A × t). Gross: G = r(p × q), A = r(G ÷ (1 + t)), T = G −
/// A. Errors: RATE_RANGE (tax outside 0 to 100 %), OVERFLOW_GUARD. Negative quantities are returns
/// and mirror the positive line.
Result<LineTotal> lineTotal(const TotalLine& line, TaxMode mode, Currency currency);

/// Errors of a line carry the argument "line", counted from 1.
Result<DocumentTotal> documentTotal(
    std::span<const TotalLine> lines, TaxMode mode, Currency currency);

} // namespace chengdan::quoting
