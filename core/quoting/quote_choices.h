// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/document_total.h"
#include "core/quoting/pricing.h"
#include "core/schema/column_traits.h"

/// The fixed lists that quote records store, with their codes.
namespace chengdan::quoting {

/// draft → submitted → approved → sent → accepted, lost, expired or superseded. From Sent on a
/// revision and its lines never change.
enum class QuoteState { Draft, Submitted, Approved, Sent, Accepted, Lost, Expired, Superseded };

enum class QuoteLineType {
    Product,
    Tool, ///< tool or mould fee on a line of its own: no discount below the top level
    Nre, ///< one-time engineering fee
    Sample,
    Text, ///< words only, no amount
};

/// Whether a revision in this state may still be edited.
constexpr bool isEditable(QuoteState state)
{
    return state < QuoteState::Sent;
}

std::span<const schema::Choice> choices(QuoteState);
std::span<const schema::Choice> choices(QuoteLineType);
std::span<const schema::Choice> choices(TaxMode);
std::span<const schema::Choice> choices(TierType);
std::span<const schema::Choice> choices(PriceMethod);
std::span<const schema::Choice> choices(PolicyScope);

} // namespace chengdan::quoting
