// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_view.h"

#include "core/access/guard.h"
#include "core/pipeline/opportunity.h"

#include <QSet>

namespace chengdan::quoting {

namespace {

using access::SettingKey;
using storage::Connection;

QuoteSeller loadSeller(Connection& connection)
{
    return {access::settingText(connection, SettingKey::CompanyName),
        access::settingText(connection, SettingKey::CompanyNameEn),
        access::settingText(connection, SettingKey::CompanyAddress),
        access::settingText(connection, SettingKey::CompanyPhone),
        access::settingText(connection, SettingKey::CompanyTaxCode),
        access::settingText(connection, SettingKey::CompanyBank)};
}

// One SELECT a table for the whole revision, then dealt out to the lines.
std::vector<QuoteLineView> loadLines(
    Connection& connection, const QuoteRevision& revision, bool withCosts)
{
    std::vector<QuoteLineView> views;
    QHash<QuoteLineId, std::size_t> places;
    for (QuoteLine& line : storage::select<QuoteLine>(connection,
             QStringLiteral("revision = ? ORDER BY seq, rid"),
             {storage::bind(revision.id)})) {
        places.insert(line.id, views.size());
        views.push_back({std::move(line), {}, {}, false});
    }
    const QString ofLines =
        QStringLiteral("line IN (SELECT id FROM quote_line WHERE revision = ? AND deleted = 0)");
    for (QuoteTier& tier : storage::select<QuoteTier>(connection,
             ofLines + QStringLiteral(" ORDER BY from_qty"),
             {storage::bind(revision.id)}))
        views[places.value(tier.line)].tiers.push_back({std::move(tier), {}});
    if (!withCosts)
        return views;
    for (QuoteLineCost& cost :
        storage::select<QuoteLineCost>(connection, ofLines, {storage::bind(revision.id)})) {
        QuoteLineView& view = views[places.value(cost.line)];
        if (!cost.tier) {
            view.cost = std::move(cost);
            continue;
        }
        for (QuoteTierView& tier : view.tiers) {
            if (tier.tier.id == *cost.tier)
                tier.cost = cost;
        }
    }
    return views;
}

void judgeLines(QuoteView& view)
{
    QSet<QString> groups;
    for (QuoteLineView& shown : view.lines) {
        const QuoteLine& line = shown.line;
        if (line.type == QuoteLineType::Text)
            continue;
        if (!line.unitPrice)
            view.complete = false;
        shown.counts = line.unitPrice && !line.optional && !groups.contains(line.altGroup);
        if (!line.altGroup.isEmpty())
            groups.insert(line.altGroup);
        view.level = std::max(view.level, line.neededLevel);
        for (const QuoteTierView& tier : shown.tiers) {
            view.level = std::max(view.level, tier.tier.neededLevel);
            if (!tier.tier.unitPrice)
                view.complete = false;
        }
    }
}

} // namespace

Result<QuoteView> loadQuoteView(const access::Context& context,
    Connection& connection,
    QuoteId id,
    std::optional<int> revisionNo,
    CostSide costs)
{
    auto quote = access::loadWithinReach<Quote>(context, connection, id);
    if (!quote)
        return fail(quote.error());
    QuoteView view;
    view.quote = std::move(*quote);
    view.revisions = storage::select<QuoteRevision>(
        connection, QStringLiteral("quote = ? ORDER BY revision_no"), {storage::bind(id)});
    const int wanted = revisionNo.value_or(view.quote.revisionNo);
    const auto found = std::find_if(view.revisions.begin(),
        view.revisions.end(),
        [wanted](const QuoteRevision& revision) { return revision.revisionNo == wanted; });
    if (found == view.revisions.end()) {
        return fail("NOT_FOUND",
            QStringLiteral("revision_no"),
            {{QStringLiteral("what"), QStringLiteral("quote_revision")}});
    }
    view.revision = *found;
    auto customer = storage::load<customers::Customer>(connection, view.quote.customer);
    if (!customer)
        return fail(customer.error());
    view.customer = std::move(*customer);
    if (view.revision.contact)
        view.contact = storage::find<customers::Contact>(connection, *view.revision.contact);
    if (view.quote.opportunity) {
        if (const auto opportunity =
                storage::find<pipeline::Opportunity>(connection, *view.quote.opportunity))
            view.opportunity = opportunity->name;
    }
    if (const auto person = storage::find<access::Person>(connection, view.quote.meta.owner))
        view.preparedBy = person->name;
    view.seller = loadSeller(connection);
    view.lines = loadLines(connection,
        view.revision,
        costs == CostSide::Always || context.session.has(access::Right::CostView));
    judgeLines(view);
    view.editable = wanted == view.quote.revisionNo && isEditable(view.revision.state);
    view.approved = view.revision.state == QuoteState::Approved
        || view.revision.state == QuoteState::Sent || view.revision.state == QuoteState::Accepted;
    return view;
}

QuoteDraft draftOf(const QuoteView& view)
{
    const QuoteRevision& revision = view.revision;
    QuoteDraft draft;
    draft.customer = view.quote.customer;
    draft.contact = revision.contact;
    draft.opportunity = view.quote.opportunity;
    draft.title = view.quote.title;
    draft.quotedOn = revision.quotedOn;
    draft.currency = revision.currency;
    draft.exchangeRate = revision.exchangeRate;
    draft.fxBuffer = revision.fxBuffer;
    draft.taxMode = revision.taxMode;
    draft.taxRate = revision.taxRate;
    draft.priceDecimals = revision.priceDecimals;
    draft.validUntil = revision.validUntil;
    draft.paymentTerms = revision.paymentTerms;
    draft.deliveryTerms = revision.deliveryTerms;
    draft.freight = revision.freight;
    draft.remarks = revision.remarks;
    draft.internalNote = revision.internalNote;
    draft.readAt = view.quote.meta.changedAt;
    for (const QuoteLineView& shown : view.lines) {
        const QuoteLine& stored = shown.line;
        DraftLine line;
        line.uid = stored.uid;
        line.type = stored.type;
        line.item = stored.item;
        if (!stored.item)
            line.name = stored.itemName;
        line.description = stored.description;
        line.qty = stored.qty;
        line.uom = stored.uom;
        line.annualQty = stored.annualQty;
        line.tierType = stored.tierType;
        for (const QuoteTierView& tier : shown.tiers) {
            line.tiers.push_back({tier.tier.fromQty,
                tier.tier.lot,
                tier.tier.typedPrice ? tier.tier.unitPrice : std::nullopt});
        }
        if (stored.typedPrice && shown.tiers.empty())
            line.price = stored.unitPrice;
        line.tax = stored.taxRate;
        line.leadTime = stored.leadTime;
        line.customerPartNo = stored.customerPartNo;
        line.optional = stored.optional;
        line.altGroup = stored.altGroup;
        line.internalNote = stored.internalNote;
        draft.lines.push_back(std::move(line));
    }
    return draft;
}

} // namespace chengdan::quoting
