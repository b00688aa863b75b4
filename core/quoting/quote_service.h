// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/quote_pricer.h"
#include "core/quoting/quote_view.h"

namespace chengdan::quoting {

/// Makes and keeps quotes. Every act needs Right::QuoteEdit and reach over the quote's owner;
/// reading needs reach only. People without Right::CostView get guide prices and the level their
/// price needs, never a cost.
///
///     QuoteDraft draft;
///     draft.customer = customer.id;
///     draft.lines = {{.item = item.id, .qty = Quantity::fromWhole(500)}};
///     auto priced = service.price(draft);         // live figures while typing, nothing written
///     auto saved = service.createDraft(draft);    // QT-A1-2026-0001 R0
///
/// A stored figure is never recomputed on reading. Editing recosts only lines whose item, unit,
/// annual volume or lot changed; recost() is the act that asks for today's cost.
class QuoteService {
public:
    QuoteService(const access::Context& context, CostInputCache& costs)
        : m_context(context)
        , m_costs(costs)
    {
    }

    /// Costs and prices a draft; `edited` is the stored quote it was taken from. Errors: those of
    /// priceQuote, REQUIRED (customer), NOT_FOUND, NOT_YOURS, QUOTE_NO_FX.
    Result<PricedQuote> price(const QuoteDraft& draft, std::optional<QuoteId> edited = {}) const;

    /// Saves a new quote as R0 in draft: number, revision, lines, tiers, cost side and snapshots in
    /// one transaction. A line that could not be costed is kept without a price. Errors: as price;
    /// OTHER_CUSTOMER for a contact or opportunity of somebody else, TOO_LONG.
    Result<QuoteView> createDraft(const QuoteDraft& draft);
    /// Saves an edited draft; a submitted or approved revision becomes a draft again. Errors: as
    /// createDraft; QUOTE_FROZEN once it was sent, CHANGED_MEANWHILE.
    Result<QuoteView> updateDraft(QuoteId id, const QuoteDraft& draft);
    /// Costs every line anew at today's date; typed prices stay. Errors: as updateDraft.
    Result<QuoteView> recost(QuoteId id);

    Result<QuoteView> show(QuoteId id, std::optional<int> revisionNo = {}) const;
    /// By its number, as printed. Error: QUOTE_UNKNOWN.
    Result<QuoteView> show(const QString& number, std::optional<int> revisionNo = {}) const;

    /// draft → submitted. Errors: QUOTE_EMPTY (no line with an amount), QUOTE_NOT_PRICED (a line
    /// has no price; argument line), QUOTE_EXPIRED (validity passed), QUOTE_STATE.
    Result<QuoteView> submit(QuoteId id);
    /// submitted → draft. Error: QUOTE_STATE.
    Result<QuoteView> withdraw(QuoteId id);
    /// A copy of the present revision as R(n+1) in draft, costs and prices as they were; the old
    /// one stays as it is until the new one is sent. Error: QUOTE_STATE while the present one may
    /// still be edited.
    Result<QuoteView> revise(QuoteId id);
    /// Marks a quote deleted that was never sent. Error: QUOTE_FROZEN.
    Result<void> remove(QuoteId id);

private:
    Result<QuoteView> save(std::optional<QuoteId> id, const QuoteDraft& draft, bool anew);
    Result<QuoteView> changeState(QuoteId id, QuoteState from, QuoteState to);

    const access::Context& m_context;
    CostInputCache& m_costs;
};

} // namespace chengdan::quoting
