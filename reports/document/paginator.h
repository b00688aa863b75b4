// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace chengdan::reports {

/// A stretch of the document that is kept in one piece wherever it fits on a page.
struct FlowPart {
    qreal height = 0;
    /// Offsets after which it may be cut when it is taller than a page (ends of text lines),
    /// ascending, below height; empty: never.
    std::vector<qreal> cuts = {};
};

/// The heights of everything a document prints, in any unit of length.
struct Flow {
    qreal firstPage = 0; ///< room on page one
    qreal laterPage = 0; ///< room on each further page
    qreal tableHeader = 0; ///< stands above the rows of every page that has rows
    std::vector<FlowPart> lead; ///< before the table
    std::vector<FlowPart> rows;
    std::vector<FlowPart> closing; ///< totals first, signatures last
};

enum class FlowKind { Lead, TableHeader, Row, Closing };

/// The stretch [from, to) of one part, standing `top` below the upper edge of the page's room.
struct Placement {
    FlowKind kind = FlowKind::Lead;
    int index = 0; ///< in its vector of Flow; 0 for the header
    qreal top = 0;
    qreal from = 0;
    qreal to = 0;
};

using PageFlow = std::vector<Placement>;

/// Shares a document out over pages:
/// - a part that fits on a page is never split; a taller one is split at its cuts only;
/// - the header stands above the rows of each page, never without a row under it;
/// - the closing parts stay together with the last two rows. Where that is more than a page, the
///   first closing part (the totals) still does, and the last one (the signatures) stays with the
///   one before it; only where two rows are too tall is it one row, or the last lines of one.
/// There is always at least one page.
std::vector<PageFlow> paginate(const Flow& flow);

} // namespace chengdan::reports
