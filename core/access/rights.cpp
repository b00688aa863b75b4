// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/rights.h"

#include <array>
#include <initializer_list>

namespace chengdan::access {

namespace {

constexpr auto kRightCount = static_cast<std::size_t>(Right::Count);

constexpr std::array<schema::Choice, kRightCount> kRightNames{{
    {"customer.edit", QT_TRANSLATE_NOOP("schema", "Edit customers")},
    {"opportunity.edit", QT_TRANSLATE_NOOP("schema", "Edit opportunities")},
    {"activity.edit", QT_TRANSLATE_NOOP("schema", "Log activities")},
    {"quote.edit", QT_TRANSLATE_NOOP("schema", "Edit quotes")},
    {"quote.approve", QT_TRANSLATE_NOOP("schema", "Approve quotes")},
    {"item.edit", QT_TRANSLATE_NOOP("schema", "Edit items and BOMs")},
    {"cost.view", QT_TRANSLATE_NOOP("schema", "See costs")},
    {"policy.edit", QT_TRANSLATE_NOOP("schema", "Edit price policies")},
    {"import", QT_TRANSLATE_NOOP("schema", "Import files")},
    {"export.large", QT_TRANSLATE_NOOP("schema", "Export long lists")},
    {"admin", QT_TRANSLATE_NOOP("schema", "Administer the company")},
}};

Rights rightSet(std::initializer_list<Right> list)
{
    Rights rights;
    for (const Right right : list)
        rights.set(static_cast<std::size_t>(right));
    return rights;
}

} // namespace

schema::Choice nameOf(Right right)
{
    return kRightNames[static_cast<std::size_t>(right)];
}

Rights rightsOf(Role role)
{
    switch (role) {
    case Role::Sales:
        return rightSet(
            {Right::CustomerEdit, Right::OpportunityEdit, Right::ActivityEdit, Right::QuoteEdit});
    case Role::SalesManager:
        return rightSet({Right::CustomerEdit,
            Right::OpportunityEdit,
            Right::ActivityEdit,
            Right::QuoteEdit,
            Right::QuoteApprove,
            Right::CostView,
            Right::Import,
            Right::ExportLarge});
    case Role::Costing:
        return rightSet({Right::ItemEdit, Right::CostView, Right::PolicyEdit, Right::Import});
    case Role::Finance:
        return rightSet({Right::CostView, Right::ExportLarge});
    case Role::Administrator: // looks after the company, does not see what things cost
        return rightSet({Right::Administer, Right::Import, Right::ExportLarge});
    case Role::Viewer:
        break;
    }
    return {};
}

} // namespace chengdan::access
