// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/base/fixed.h"
#include "core/base/money.h"
#include "reports/document/document.h"

#include <optional>

namespace chengdan::reports {

enum class PriceTax { Included, Excluded };

/// One side of a quote as printed; empty fields are left out.
struct QuoteParty {
    QString name;
    QString contact;
    QString phone;
    QString email;
    QString address;
    QString creditCode;
};

/// The seller, with what only the letterhead shows.
struct QuoteCompany {
    QuoteParty party;
    QString englishName;
    QString website;
    QString bank;
    QString bankAccount;
};

struct QuoteTier {
    Quantity from; ///< the price holds from this quantity on
    UnitPrice price;
};

struct QuoteLine {
    int number = 0; ///< as printed in the first column
    QString itemCode;
    QString customerPartNumber;
    QString name;
    QString specification;
    QString drawing;
    QString drawingRevision;
    Quantity quantity;
    QString unit;
    UnitPrice price; ///< with or without tax as QuoteDocument::priceTax says
    Rate taxRate;
    Money amount; ///< on the same tax basis as the price
    QString leadTime; ///< words, such as 25 天
    std::vector<QuoteTier> tiers; ///< beyond the quoted quantity's own price
    bool optional = false; ///< printed with its amount, not in the totals
};

struct QuoteTerms {
    QString payment;
    QString delivery;
    QString freight;
    QString remarks; ///< line feeds are kept
};

/// Everything a printed quote shows, as finished business values: nothing is computed here, so that
/// a reprint shows what was sent. Made from the records by a service.
struct QuoteDocument {
    QuoteCompany company;
    QuoteParty customer;
    QString number;
    int revision = 0; ///< printed as R0, R1 …
    QDate date;
    QDate validUntil;
    Currency currency;
    PriceTax priceTax = PriceTax::Included;
    int priceDecimals = 2; ///< at least so many places for every unit price
    std::vector<QuoteLine> lines;
    Money net;
    Money tax;
    Money gross;
    QuoteTerms terms;
    QString preparedBy;
    bool approved = false; ///< a quote that is not carries 未审批 across every page
};

/// The quote in the customer's language, which need not be that of the program: labels, party
/// blocks, lines with their tiers, totals, the total in capitals (CNY, below 10^12 yuan), terms and
/// places to sign.
Document buildQuoteDocument(const QuoteDocument& quote, Language language);

/// "QT-2026-0188 R1": how a paper names its quote.
QString quoteIdentity(const QuoteDocument& quote);

} // namespace chengdan::reports
