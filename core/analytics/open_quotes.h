// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/quoting/quote_choices.h"
#include "core/storage/connection.h"

#include <QDate>

#include <span>

namespace chengdan::analytics {

/// A quote on which something is still to be done or awaited: draft, submitted, approved or sent.
struct OpenQuote {
    QuoteId id;
    qint64 rid = 0; ///< its row, to open it by
    QString number;
    QString customer;
    QString title;
    int revisionNo = 0;
    quoting::QuoteState state = quoting::QuoteState::Draft;
    Money gross; ///< in the quote's currency
    Money base; ///< net, in the company's currency
    QDate quotedOn;
    QDate validUntil;
};

/// Open quotes at a glance.
struct OpenQuotes {
    std::vector<OpenQuote> rows; ///< soonest end of validity first, those without one last
    qint64 drafts = 0;
    qint64 waiting = 0; ///< submitted, not decided
    qint64 approved = 0; ///< may be sent
    qint64 sent = 0; ///< with the customer
    qint64 endingSoon = 0; ///< sent, valid for at most kSoonDays more days
    qint64 outOfDate = 0; ///< sent, validity has passed
    Money total; ///< sum of `base`
};

inline constexpr int kSoonDays = 7;

/// The kernel: orders, counts and adds up. Error: OVERFLOW_GUARD, CURRENCY_MIX.
Result<OpenQuotes> summariseOpenQuotes(std::vector<OpenQuote> rows, Currency base, QDate today);

/// Reads the open quotes of these owners (empty: everybody's) and sums them up.
Result<OpenQuotes> openQuotes(
    storage::Connection& connection, std::span<const PersonId> owners, QDate today);

} // namespace chengdan::analytics
