// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_choices.h"

#include <QtGlobal>

namespace chengdan::quoting {

std::span<const schema::Choice> choices(QuoteState)
{
    static constexpr schema::Choice kList[]{
        {"draft", QT_TRANSLATE_NOOP("schema", "Draft")},
        {"submitted", QT_TRANSLATE_NOOP("schema", "Waiting for approval")},
        {"approved", QT_TRANSLATE_NOOP("schema", "Approved")},
        {"sent", QT_TRANSLATE_NOOP("schema", "Sent")},
        {"accepted", QT_TRANSLATE_NOOP("schema", "Accepted")},
        {"lost", QT_TRANSLATE_NOOP("schema", "Lost")},
        {"expired", QT_TRANSLATE_NOOP("schema", "Expired")},
        {"superseded", QT_TRANSLATE_NOOP("schema", "Superseded")},
    };
    return kList;
}

std::span<const schema::Choice> choices(QuoteLineType)
{
    static constexpr schema::Choice kList[]{
        {"product", QT_TRANSLATE_NOOP("schema", "Product")},
        {"tool", QT_TRANSLATE_NOOP("schema", "Tooling")},
        {"nre", QT_TRANSLATE_NOOP("schema", "One-time fee")},
        {"sample", QT_TRANSLATE_NOOP("schema", "Sample")},
        {"text", QT_TRANSLATE_NOOP("schema", "Text")},
    };
    return kList;
}

std::span<const schema::Choice> choices(TaxMode)
{
    static constexpr schema::Choice kList[]{
        {"net", QT_TRANSLATE_NOOP("schema", "Prices without tax")},
        {"gross", QT_TRANSLATE_NOOP("schema", "Prices with tax")},
    };
    return kList;
}

std::span<const schema::Choice> choices(TierType)
{
    static constexpr schema::Choice kList[]{
        {"range", QT_TRANSLATE_NOOP("schema", "All at the reached price")},
        {"slab", QT_TRANSLATE_NOOP("schema", "Each bracket at its price")},
    };
    return kList;
}

std::span<const schema::Choice> choices(PriceMethod)
{
    static constexpr schema::Choice kList[]{
        {"markup", QT_TRANSLATE_NOOP("schema", "Markup on cost")},
        {"margin", QT_TRANSLATE_NOOP("schema", "Margin of price")},
    };
    return kList;
}

std::span<const schema::Choice> choices(PolicyScope)
{
    static constexpr schema::Choice kList[]{
        {"all", QT_TRANSLATE_NOOP("schema", "All")},
        {"group", QT_TRANSLATE_NOOP("schema", "Item group")},
        {"item", QT_TRANSLATE_NOOP("schema", "Item")},
    };
    return kList;
}

} // namespace chengdan::quoting
