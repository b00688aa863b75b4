// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote.h"

namespace chengdan::schema {

template <>
const RecordType& describe<quoting::Quote>()
{
    using R = quoting::Quote;
    static const RecordType type = recordType<R>({.table = "quote",
        .number = 80,
        .label = QT_TRANSLATE_NOOP("schema", "Quote"),
        .plural = QT_TRANSLATE_NOOP("schema", "Quotes"),
        .scope = Scope::Root,
        .title = "number",
        .columns = {
            column<&R::number>({.name = "number",
                .label = QT_TRANSLATE_NOOP("schema", "Quote no."),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::customer>({.name = "customer",
                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                .required = true,
                .searchable = true,
                .references = "customer",
                .inList = InList::Yes}),
            column<&R::opportunity>({.name = "opportunity",
                .label = QT_TRANSLATE_NOOP("schema", "Opportunity"),
                .references = "opportunity",
                .inList = InList::LowPriority}),
            column<&R::title>({.name = "title",
                .label = QT_TRANSLATE_NOOP("schema", "Subject"),
                .hint =
                    QT_TRANSLATE_NOOP("schema", "what the offer is about, in the customer's words"),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::revisionNo>({.name = "revision_no",
                .label = QT_TRANSLATE_NOOP("schema", "Revision"),
                .group = "current",
                .inList = InList::Yes}),
            column<&R::state>({.name = "state",
                .label = QT_TRANSLATE_NOOP("schema", "State"),
                .indexed = true,
                .group = "current",
                .inList = InList::Yes}),
            column<&R::currency>({.name = "currency",
                .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                .group = "current",
                .inList = InList::LowPriority}),
            column<&R::netTotal>({.name = "net_total",
                .label = QT_TRANSLATE_NOOP("schema", "Net total"),
                .group = "current",
                .inList = InList::LowPriority}),
            column<&R::grossTotal>({.name = "gross_total",
                .label = QT_TRANSLATE_NOOP("schema", "Total with tax"),
                .group = "current",
                .inList = InList::Yes}),
            column<&R::baseTotal>({.name = "base_total",
                .label = QT_TRANSLATE_NOOP("schema", "Net total in base currency"),
                .group = "current"}),
            column<&R::quotedOn>({.name = "quoted_on",
                .label = QT_TRANSLATE_NOOP("schema", "Date"),
                .indexed = true,
                .group = "current",
                .inList = InList::Yes}),
            column<&R::validUntil>({.name = "valid_until",
                .label = QT_TRANSLATE_NOOP("schema", "Valid until"),
                .group = "current",
                .inList = InList::Yes}),
        }});
    return type;
}

template <>
const RecordType& describe<quoting::QuoteRevision>()
{
    using R = quoting::QuoteRevision;
    static const RecordType type = recordType<R>({.table = "quote_revision",
        .number = 81,
        .label = QT_TRANSLATE_NOOP("schema", "Quote revision"),
        .plural = QT_TRANSLATE_NOOP("schema", "Quote revisions"),
        .scope = Scope::Root,
        .columns = {
            column<&R::quote>({.name = "quote",
                .label = QT_TRANSLATE_NOOP("schema", "Quote"),
                .required = true,
                .references = "quote",
                .owned = true}),
            column<&R::revisionNo>({.name = "revision_no",
                .label = QT_TRANSLATE_NOOP("schema", "Revision"),
                .required = true}),
            column<&R::state>({.name = "state", .label = QT_TRANSLATE_NOOP("schema", "State")}),
            column<&R::quotedOn>(
                {.name = "quoted_on", .label = QT_TRANSLATE_NOOP("schema", "Date")}),
            column<&R::contact>({.name = "contact",
                .label = QT_TRANSLATE_NOOP("schema", "Contact"),
                .references = "contact"}),
            column<&R::grade>(
                {.name = "grade", .label = QT_TRANSLATE_NOOP("schema", "Customer grade")}),
            column<&R::baseCurrency>({.name = "base_currency",
                .label = QT_TRANSLATE_NOOP("schema", "Base currency"),
                .group = "currency"}),
            column<&R::currency>({.name = "currency",
                .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                .group = "currency"}),
            column<&R::exchangeRate>({.name = "exchange_rate",
                .label = QT_TRANSLATE_NOOP("schema", "Exchange rate"),
                .group = "currency"}),
            column<&R::rateDate>({.name = "rate_date",
                .label = QT_TRANSLATE_NOOP("schema", "Rate of"),
                .group = "currency"}),
            column<&R::fxBuffer>({.name = "fx_buffer",
                .label = QT_TRANSLATE_NOOP("schema", "Exchange buffer"),
                .group = "currency"}),
            column<&R::taxMode>(
                {.name = "tax_mode", .label = QT_TRANSLATE_NOOP("schema", "Tax mode")}),
            column<&R::taxRate>(
                {.name = "tax_rate", .label = QT_TRANSLATE_NOOP("schema", "Tax rate")}),
            column<&R::priceDecimals>(
                {.name = "price_decimals", .label = QT_TRANSLATE_NOOP("schema", "Price decimals")}),
            column<&R::validUntil>(
                {.name = "valid_until", .label = QT_TRANSLATE_NOOP("schema", "Valid until")}),
            column<&R::paymentTerms>(
                {.name = "payment_terms", .label = QT_TRANSLATE_NOOP("schema", "Payment terms")}),
            column<&R::deliveryTerms>(
                {.name = "delivery_terms", .label = QT_TRANSLATE_NOOP("schema", "Delivery terms")}),
            column<&R::freight>({.name = "freight",
                .label = QT_TRANSLATE_NOOP("schema", "Freight"),
                .hint = QT_TRANSLATE_NOOP("schema", "who pays the freight")}),
            column<&R::remarks>(
                {.name = "remarks", .label = QT_TRANSLATE_NOOP("schema", "Remarks")}),
            column<&R::internalNote>(
                {.name = "internal_note", .label = QT_TRANSLATE_NOOP("schema", "Internal note")}),
            column<&R::netTotal>({.name = "net_total",
                .label = QT_TRANSLATE_NOOP("schema", "Net total"),
                .group = "totals"}),
            column<&R::taxTotal>({.name = "tax_total",
                .label = QT_TRANSLATE_NOOP("schema", "Tax"),
                .group = "totals"}),
            column<&R::grossTotal>({.name = "gross_total",
                .label = QT_TRANSLATE_NOOP("schema", "Total with tax"),
                .group = "totals"}),
            column<&R::sentAt>({.name = "sent_at", .label = QT_TRANSLATE_NOOP("schema", "Sent")}),
        }});
    return type;
}

} // namespace chengdan::schema
