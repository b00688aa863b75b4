// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/access/settings.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/quoting/quote.h"
#include "core/quoting/quote_draft.h"
#include "core/quoting/quote_line.h"
#include "core/quoting/quote_line_cost.h"

namespace chengdan::quoting {

struct QuoteTierView {
    QuoteTier tier;
    std::optional<QuoteLineCost> cost; ///< only for people with the cost right
};

struct QuoteLineView {
    QuoteLine line;
    std::vector<QuoteTierView> tiers;
    std::optional<QuoteLineCost> cost; ///< only for people with the cost right
    bool counts = false; ///< in the totals
};

/// Our own side of the paper, from the company's settings.
struct QuoteSeller {
    QString name;
    QString nameEn;
    QString address;
    QString phone;
    QString taxCode;
    QString bank;
};

/// One revision of a quote as it was stored, with everything a page or a print shows. Reading it
/// never costs or prices anything: a quote shows tomorrow what it showed today.
struct QuoteView {
    Quote quote;
    QuoteRevision revision;
    std::vector<QuoteRevision> revisions; ///< all of the quote, R0 first
    customers::Customer customer;
    std::optional<customers::Contact> contact;
    QString opportunity; ///< its name; empty without one
    QString preparedBy; ///< name of the quote's owner
    QuoteSeller seller;
    std::vector<QuoteLineView> lines;
    int level = 1; ///< the highest level any line needs
    bool complete = true; ///< every line that has an amount has a price
    bool editable = false; ///< present revision, not yet sent
    bool approved = false; ///< may leave the house without 未审批 across it

    Money net() const { return Money::fromMinor(revision.netTotal.minor, revision.currency); }
    Money tax() const { return Money::fromMinor(revision.taxTotal.minor, revision.currency); }
    Money gross() const { return Money::fromMinor(revision.grossTotal.minor, revision.currency); }
};

/// Whose eyes a view is for. Services that rewrite or copy rows need all of them.
enum class CostSide { ByRight, Always };

/// Reads a revision (the present one unless numbered). Errors: NOT_FOUND, NOT_YOURS.
Result<QuoteView> loadQuoteView(const access::Context& context,
    storage::Connection& connection,
    QuoteId id,
    std::optional<int> revisionNo = {},
    CostSide costs = CostSide::ByRight);

/// The view as a draft to edit: lines keep their uid and with it their costing.
QuoteDraft draftOf(const QuoteView& view);

} // namespace chengdan::quoting
