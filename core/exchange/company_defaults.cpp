// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company_defaults.h"

#include "core/pipeline/stage_presets.h"
#include "core/quoting/price_policy.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

struct PolicyDefault {
    const char* grade; ///< empty: every grade without a row of its own
    int markupPercent;
    int minMarkupPercent;
};
constexpr PolicyDefault kPolicies[] = {
    {"", 25, 8}, {"A", 12, 5}, {"B", 15, 5}, {"C", 20, 6}, {"D", 28, 10}};

// Highest discount below the guide price per level 1 to 3, in percent; level 4 has no bound of its
// own beside the floor.
struct AuthorityDefault {
    const char* grade;
    int percent[3];
};
constexpr AuthorityDefault kAuthorities[] = {{"", {2, 5, 8}}, {"A", {3, 7, 12}}, {"B", {3, 6, 10}}};

Rate percentRate(int percent)
{
    return Rate::fromRaw(percent * Rate::kOne / 100);
}

void insertPricing(storage::Transaction& transaction, IdSource& ids)
{
    for (const PolicyDefault& row : kPolicies) {
        quoting::PricePolicyRow policy;
        policy.id = PricePolicyId::make(ids);
        policy.meta.owner = companyOwner();
        policy.grade = QString::fromLatin1(row.grade);
        policy.rate = percentRate(row.markupPercent);
        policy.minMarkup = percentRate(row.minMarkupPercent);
        storage::insert(transaction, policy);
    }
    for (const AuthorityDefault& row : kAuthorities) {
        for (int level = 1; level < quoting::kTopLevel; ++level) {
            quoting::FloatAuthorityRow authority;
            authority.id = FloatAuthorityId::make(ids);
            authority.meta.owner = companyOwner();
            authority.grade = QString::fromLatin1(row.grade);
            authority.level = level;
            authority.maxDepth = percentRate(row.percent[level - 1]);
            storage::insert(transaction, authority);
        }
    }
}

} // namespace

void insertCompanyDefaults(storage::Transaction& transaction, IdSource& ids)
{
    pipeline::insertPreset(transaction, ids, pipeline::StagePreset::Manufacturing);
    insertPricing(transaction, ids);
}

} // namespace chengdan::exchange
