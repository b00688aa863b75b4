// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_service.h"

#include "core/access/guard.h"
#include "core/access/numbering.h"
#include "core/access/validation.h"
#include "core/quoting/quote_rows.h"

namespace chengdan::quoting {

namespace {

using access::Right;
using storage::Connection;
using storage::Transaction;

tl::unexpected<Error> wrongState(QuoteState state)
{
    return fail("QUOTE_STATE", {}, {{QStringLiteral("state"), schema::codeOf(state)}});
}

Result<void> checkEditable(const QuoteView& view)
{
    if (!isEditable(view.revision.state)) {
        return fail("QUOTE_FROZEN",
            {},
            {{QStringLiteral("number"), view.quote.number},
                {QStringLiteral("revision"), QString::number(view.revision.revisionNo)}});
    }
    return {};
}

Result<void> checkHeader(Connection& connection, const Quote& quote, const QuoteRevision& revision)
{
    access::Findings findings;
    access::checkRecord(connection, quote, findings);
    access::checkAgainstDescription(schema::describe<QuoteRevision>(), &revision, findings);
    if (revision.validUntil < revision.quotedOn)
        findings.add(Error::make("QUOTE_VALIDITY", QStringLiteral("valid_until")));
    return findings.result();
}

// What is read from the file before the writer is asked: the work, its prices, and the rows as they
// stand now.
struct PreparedQuote {
    QuoteWork work;
    PricedQuote priced;
    std::optional<QuoteView> stored;
};

Result<PreparedQuote> prepareQuote(const access::Context& context,
    CostInputCache& costs,
    const QuoteDraft& draft,
    std::optional<QuoteId> edited,
    bool keepCostings)
{
    auto input = costs.current();
    if (!input)
        return fail(input.error());
    return context.database.read([&](Connection& connection) -> Result<PreparedQuote> {
        PreparedQuote prepared;
        if (edited) {
            auto stored = loadQuoteView(context, connection, *edited, {}, CostSide::Always);
            if (!stored)
                return fail(stored.error());
            prepared.stored = std::move(*stored);
        }
        auto work = quoteWork(context,
            connection,
            *input,
            draft,
            prepared.stored && keepCostings ? &*prepared.stored : nullptr);
        if (!work)
            return fail(work.error());
        prepared.work = std::move(*work);
        auto priced = priceQuote(prepared.work.draft, prepared.work.basis);
        if (!priced)
            return fail(priced.error());
        prepared.priced = std::move(*priced);
        return prepared;
    });
}

} // namespace

Result<PricedQuote> QuoteService::price(
    const QuoteDraft& draft, std::optional<QuoteId> edited) const
{
    auto prepared = prepareQuote(m_context, m_costs, draft, edited, true);
    if (!prepared)
        return fail(prepared.error());
    if (!m_context.session.has(Right::CostView))
        hideCosts(prepared->priced);
    return std::move(prepared->priced);
}

Result<QuoteView> QuoteService::createDraft(const QuoteDraft& draft)
{
    return save({}, draft, true);
}

Result<QuoteView> QuoteService::updateDraft(QuoteId id, const QuoteDraft& draft)
{
    return save(id, draft, false);
}

Result<QuoteView> QuoteService::recost(QuoteId id)
{
    const auto view = show(id);
    if (!view)
        return view;
    QuoteDraft draft = draftOf(*view);
    draft.quotedOn = m_context.clock.today();
    return save(id, draft, true);
}

Result<QuoteView> QuoteService::save(std::optional<QuoteId> id, const QuoteDraft& draft, bool anew)
{
    if (auto allowed = m_context.session.require(Right::QuoteEdit); !allowed)
        return fail(allowed.error());
    // Costing happens before the writer is asked, so that a large tree holds nobody up.
    auto prepared = prepareQuote(m_context, m_costs, draft, id, !anew);
    if (!prepared)
        return fail(prepared.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<QuoteView> {
            Connection& connection = transaction.connection();
            Quote quote;
            QuoteRevision revision;
            std::vector<QuoteLineView> lines;
            if (id) {
                // Read again: what was prepared must still be what stands there.
                auto now = loadQuoteView(m_context, connection, *id, {}, CostSide::Always);
                if (!now)
                    return fail(now.error());
                if (auto open = checkEditable(*now); !open)
                    return fail(open.error());
                const Instant changed = now->quote.meta.changedAt;
                if (changed != prepared->stored->quote.meta.changedAt
                    || (draft.readAt && *draft.readAt != changed))
                    return fail("CHANGED_MEANWHILE");
                quote = std::move(now->quote);
                revision = std::move(now->revision);
                lines = std::move(now->lines);
            } else {
                quote.id = QuoteId::make(m_context.ids);
                quote.number =
                    access::nextNumber(transaction, access::kQuoteNumbers, m_context.clock.today());
                quote.meta.owner = m_context.session.id();
                revision.id = QuoteRevisionId::make(m_context.ids);
                revision.quote = quote.id;
            }
            quote.meta.root = prepared->work.customer.id;
            revision.meta.owner = quote.meta.owner;
            revision.meta.root = quote.meta.root;
            fillRevision(quote, revision, prepared->work, prepared->priced);
            if (auto sound = checkHeader(connection, quote, revision); !sound)
                return fail(sound.error());
            if (id) {
                storage::update(transaction, quote);
                storage::update(transaction, revision);
            } else {
                storage::insert(transaction, quote);
                storage::insert(transaction, revision);
            }
            auto written = writeLines(transaction,
                m_context.ids,
                revision,
                prepared->work,
                prepared->priced,
                std::move(lines));
            if (!written)
                return fail(written.error());
            return loadQuoteView(m_context, connection, quote.id);
        });
}

Result<QuoteView> QuoteService::show(QuoteId id, std::optional<int> revisionNo) const
{
    return m_context.database.read([&](Connection& connection) {
        return loadQuoteView(m_context, connection, id, revisionNo);
    });
}

Result<QuoteView> QuoteService::show(const QString& number, std::optional<int> revisionNo) const
{
    return m_context.database.read([&](Connection& connection) -> Result<QuoteView> {
        const auto quote =
            storage::selectOne<Quote>(connection, QStringLiteral("number = ?"), {number.trimmed()});
        if (!quote) {
            return fail("QUOTE_UNKNOWN",
                QStringLiteral("number"),
                {{QStringLiteral("number"), number.trimmed()}});
        }
        return loadQuoteView(m_context, connection, quote->id, revisionNo);
    });
}

Result<QuoteView> QuoteService::changeState(QuoteId id, QuoteState from, QuoteState to)
{
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<QuoteView> {
            auto view = loadQuoteView(m_context, transaction.connection(), id);
            if (!view)
                return view;
            if (view->revision.state != from)
                return wrongState(view->revision.state);
            view->revision.state = to;
            view->quote.state = to;
            storage::update(transaction, view->revision);
            storage::update(transaction, view->quote);
            return loadQuoteView(m_context, transaction.connection(), id);
        });
}

Result<QuoteView> QuoteService::submit(QuoteId id)
{
    if (auto allowed = m_context.session.require(Right::QuoteEdit); !allowed)
        return fail(allowed.error());
    const auto view = show(id);
    if (!view)
        return view;
    bool anyAmount = false;
    for (std::size_t i = 0; i < view->lines.size(); ++i) {
        const QuoteLine& line = view->lines[i].line;
        if (line.type == QuoteLineType::Text)
            continue;
        anyAmount = true;
        const auto& tiers = view->lines[i].tiers;
        if (!line.unitPrice || std::any_of(tiers.begin(), tiers.end(), [](const auto& tier) {
                return !tier.tier.unitPrice;
            })) {
            return fail("QUOTE_NOT_PRICED",
                QStringLiteral("unit_price"),
                {{QStringLiteral("line"), QString::number(i + 1)}});
        }
    }
    if (!anyAmount)
        return fail("QUOTE_EMPTY");
    if (view->revision.validUntil < m_context.clock.today())
        return fail("QUOTE_EXPIRED",
            QStringLiteral("valid_until"),
            {{QStringLiteral("date"), view->revision.validUntil.toString(Qt::ISODate)}});
    return changeState(id, QuoteState::Draft, QuoteState::Submitted);
}

Result<QuoteView> QuoteService::withdraw(QuoteId id)
{
    if (auto allowed = m_context.session.require(Right::QuoteEdit); !allowed)
        return fail(allowed.error());
    return changeState(id, QuoteState::Submitted, QuoteState::Draft);
}

Result<QuoteView> QuoteService::revise(QuoteId id)
{
    if (auto allowed = m_context.session.require(Right::QuoteEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<QuoteView> {
            Connection& connection = transaction.connection();
            auto view = loadQuoteView(m_context, connection, id, {}, CostSide::Always);
            if (!view)
                return view;
            if (isEditable(view->revision.state))
                return wrongState(view->revision.state);
            QuoteRevision revision = view->revision;
            revision.id = QuoteRevisionId::make(m_context.ids);
            revision.meta = {};
            revision.meta.owner = view->quote.meta.owner;
            revision.meta.root = view->quote.meta.root;
            revision.revisionNo = view->revisions.back().revisionNo + 1;
            revision.state = QuoteState::Draft;
            revision.sentAt.reset();
            storage::insert(transaction, revision);
            copyLines(transaction, m_context.ids, view->lines, revision);
            view->quote.revisionNo = revision.revisionNo;
            view->quote.state = revision.state;
            storage::update(transaction, view->quote);
            return loadQuoteView(m_context, connection, id);
        });
}

Result<void> QuoteService::remove(QuoteId id)
{
    if (auto allowed = m_context.session.require(Right::QuoteEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            auto view = loadQuoteView(m_context, transaction.connection(), id);
            if (!view)
                return fail(view.error());
            const bool left = std::any_of(view->revisions.begin(),
                view->revisions.end(),
                [](const QuoteRevision& revision) { return !isEditable(revision.state); });
            if (left) {
                return fail("QUOTE_FROZEN",
                    {},
                    {{QStringLiteral("number"), view->quote.number},
                        {QStringLiteral("revision"), QString::number(view->quote.revisionNo)}});
            }
            storage::remove(transaction, view->quote);
            return {};
        });
}

} // namespace chengdan::quoting
