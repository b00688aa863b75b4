// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/quote/quote_paper.h"

namespace chengdan::reports {

namespace {

QuoteLine paperLine(
    const quoting::QuoteLineView& view, const quoting::QuoteRevision& revision, int number)
{
    const quoting::QuoteLine& stored = view.line;
    const bool gross = revision.taxMode == quoting::TaxMode::Gross;
    QuoteLine line;
    line.number = number;
    line.itemCode = stored.itemCode;
    line.customerPartNumber = stored.customerPartNo;
    line.name = stored.itemName.isEmpty() ? stored.description : stored.itemName;
    line.specification = stored.spec;
    if (!stored.itemName.isEmpty() && !stored.description.isEmpty())
        line.specification +=
            (line.specification.isEmpty() ? QString() : QStringLiteral("\n")) + stored.description;
    line.drawing = stored.drawingNo;
    line.drawingRevision = stored.drawingRev;
    line.quantity = stored.qty;
    line.unit = stored.uom;
    line.price = stored.unitPrice.value_or(UnitPrice());
    line.taxRate = stored.taxRate;
    line.amount = Money::fromMinor(
        gross ? stored.grossAmount.minor : stored.netAmount.minor, revision.currency);
    line.leadTime = stored.leadTime;
    line.optional = stored.optional || !view.counts;
    for (const quoting::QuoteTierView& tier : view.tiers) {
        if (tier.tier.unitPrice)
            line.tiers.push_back({tier.tier.fromQty, *tier.tier.unitPrice});
    }
    return line;
}

QuoteParty paperCustomer(const quoting::QuoteView& view)
{
    QuoteParty party;
    party.name = view.customer.name;
    party.phone = view.customer.phone;
    party.address = view.customer.address;
    party.creditCode = view.customer.creditCode;
    if (view.contact) {
        party.contact = view.contact->name;
        party.email = view.contact->email;
        if (!view.contact->mobile.isEmpty())
            party.phone = view.contact->mobile;
    }
    return party;
}

} // namespace

QuoteDocument quotePaper(const quoting::QuoteView& view)
{
    QuoteDocument paper;
    paper.company.party.name = view.seller.name;
    paper.company.party.address = view.seller.address;
    paper.company.party.phone = view.seller.phone;
    paper.company.party.creditCode = view.seller.taxCode;
    paper.company.englishName = view.seller.nameEn;
    paper.company.bank = view.seller.bank;
    paper.customer = paperCustomer(view);
    paper.number = view.quote.number;
    paper.revision = view.revision.revisionNo;
    paper.date = view.revision.quotedOn;
    paper.validUntil = view.revision.validUntil;
    paper.currency = view.revision.currency;
    paper.priceTax =
        view.revision.taxMode == quoting::TaxMode::Gross ? PriceTax::Included : PriceTax::Excluded;
    paper.priceDecimals = view.revision.priceDecimals;
    int number = 0;
    for (const quoting::QuoteLineView& line : view.lines)
        paper.lines.push_back(paperLine(line, view.revision, ++number));
    paper.net = view.net();
    paper.tax = view.tax();
    paper.gross = view.gross();
    paper.terms = {view.revision.paymentTerms,
        view.revision.deliveryTerms,
        view.revision.freight,
        view.revision.remarks};
    paper.preparedBy = view.preparedBy;
    paper.approved = view.approved;
    return paper;
}

} // namespace chengdan::reports
