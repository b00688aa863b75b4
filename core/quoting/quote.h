// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::quoting {

/// An offer to a customer through all its revisions. The figures of the present revision are kept
/// here as well, for lists; QuoteService writes both together.
struct Quote {
    QuoteId id;
    schema::RowMeta meta;
    QString number;
    CustomerId customer;
    std::optional<OpportunityId> opportunity;
    QString title;
    int revisionNo = 0; ///< of the present revision
    QuoteState state = QuoteState::Draft;
    Currency currency;
    schema::MinorUnits netTotal;
    schema::MinorUnits grossTotal;
    schema::MinorUnits baseTotal;
    QDate quotedOn;
    QDate validUntil;
};

/// R0, R1, … of a quote. Frozen with its lines from QuoteState::Sent on; a change is a copy.
struct QuoteRevision {
    QuoteRevisionId id;
    schema::RowMeta meta;
    QuoteId quote;
    int revisionNo = 0;
    QuoteState state = QuoteState::Draft;
    QDate quotedOn; ///< the costing date
    std::optional<ContactId> contact;
    QString grade; ///< frozen when it was priced
    Currency baseCurrency;
    Currency currency;
    ExchangeRate exchangeRate = ExchangeRate::fromWhole(1); ///< base units per one unit of currency
    QDate rateDate;
    Rate fxBuffer;
    TaxMode taxMode = TaxMode::Net;
    Rate taxRate; ///< of lines that name none
    int priceDecimals = 2; ///< 2 to 6
    QDate validUntil;
    QString paymentTerms;
    QString deliveryTerms;
    QString freight;
    QString remarks; ///< printed
    QString internalNote; ///< never printed
    schema::MinorUnits netTotal;
    schema::MinorUnits taxTotal;
    schema::MinorUnits grossTotal;
    std::optional<Instant> sentAt;
};

} // namespace chengdan::quoting

namespace chengdan {
template <>
const schema::RecordType& schema::describe<quoting::Quote>();
template <>
const schema::RecordType& schema::describe<quoting::QuoteRevision>();
} // namespace chengdan
