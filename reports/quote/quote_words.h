// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/base/money.h"

namespace chengdan::reports {

/// The fixed words of a printed quote. A document speaks the customer's language, so they do not
/// come from the program's own translation.
enum class QuoteWord {
    Title,
    TitleNote,
    Number,
    Date,
    ValidUntil,
    Currency,
    PriceBasis,
    TaxIncluded,
    TaxExcluded,
    Customer,
    Supplier,
    Company,
    Contact,
    Phone,
    Email,
    Address,
    CreditCode,
    Bank,
    BankAccount,
    Website,
    Introduction,
    LineNumber,
    ItemCode,
    CustomerPart,
    NameAndSpecification,
    Drawing,
    DrawingRevision,
    Quantity,
    Unit,
    PriceWithTax,
    PriceWithoutTax,
    TaxRate,
    AmountWithTax,
    AmountWithoutTax,
    LeadTime,
    Optional,
    NoLines,
    Net,
    Tax,
    Gross,
    InCapitals,
    OptionalNote,
    TierNote,
    Terms,
    Payment,
    Delivery,
    Freight,
    Remarks,
    SupplierSign,
    CustomerSign,
    PreparedBy,
    Signature,
    SignDate,
    PageNumber,
    NotApproved,
};

QString quoteWord(QuoteWord word, Language language);

/// "人民币 CNY", "CNY": the currency as its reader knows it.
QString currencyText(Currency currency, Language language);

} // namespace chengdan::reports
