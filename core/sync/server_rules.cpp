// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_rules.h"

#include "core/access/rights.h"

#include <QHash>

namespace chengdan::sync {

namespace {

using access::Right;

QString code(Right right)
{
    return QString::fromLatin1(access::nameOf(right).code);
}

} // namespace

WriteRule writeRule(const schema::RecordType& type)
{
    static const QHash<QString, WriteRule> kRules{
        {QStringLiteral("customer"), {.right = code(Right::CustomerEdit), .bornByAct = true}},
        {QStringLiteral("contact"), {.right = code(Right::CustomerEdit)}},
        {QStringLiteral("opportunity"), {.right = code(Right::OpportunityEdit)}},
        {QStringLiteral("stage_change"), {.right = code(Right::OpportunityEdit), .grows = true}},
        {QStringLiteral("sales_order"), {.right = code(Right::OpportunityEdit)}},
        {QStringLiteral("sales_order_line"), {.right = code(Right::OpportunityEdit)}},
        {QStringLiteral("activity"), {.right = code(Right::ActivityEdit)}},
        {QStringLiteral("attachment"), {.right = code(Right::ActivityEdit)}},
        {QStringLiteral("quote"), {.right = code(Right::QuoteEdit)}},
        {QStringLiteral("quote_revision"), {.right = code(Right::QuoteEdit)}},
        {QStringLiteral("quote_line"), {.right = code(Right::QuoteEdit)}},
        {QStringLiteral("quote_tier"), {.right = code(Right::QuoteEdit)}},
        {QStringLiteral("quote_line_cost"), {.right = code(Right::QuoteEdit)}},
        {QStringLiteral("cost_snapshot"), {.right = code(Right::QuoteEdit), .grows = true}},
        {QStringLiteral("price_policy"), {.right = code(Right::PolicyEdit)}},
        {QStringLiteral("float_authority"), {.right = code(Right::PolicyEdit)}},
        {QStringLiteral("person"),
            {.right = code(Right::Administer),
                .bornByAct = true,
                .byActOnly = {QStringLiteral("active"), QStringLiteral("login")}}},
        {QStringLiteral("saved_view"), {}},
        {QStringLiteral("audit_entry"), {.grows = true}},
    };
    const auto own = kRules.constFind(QString::fromLatin1(type.table));
    if (own != kRules.constEnd())
        return *own;
    const bool catalogue =
        type.scope == schema::Scope::Catalogue || type.scope == schema::Scope::Cost;
    const bool stages = QLatin1String(type.table) == QLatin1String("stage");
    return {.right = code(catalogue && !stages ? Right::ItemEdit : Right::Administer)};
}

} // namespace chengdan::sync
