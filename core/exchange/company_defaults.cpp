// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company_defaults.h"

#include "core/pipeline/stage.h"
#include "core/quoting/price_policy.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

struct StageRow {
    const char* code;
    const char* name;
    const char* nameEn;
    int percent;
    pipeline::StageKind kind;
    pipeline::StageTone tone;
    int limitDays;
    const char* goal;
};

// The chain of a maker of parts to drawing: a sample stands between the quote and the order.
constexpr StageRow kStages[] = {
    {"lead",
        "线索",
        "Lead",
        10,
        pipeline::StageKind::Open,
        pipeline::StageTone::Neutral,
        15,
        "确认有真实需求、找到对接人"},
    {"needs",
        "需求沟通",
        "Needs",
        25,
        pipeline::StageKind::Open,
        pipeline::StageTone::Info,
        20,
        "拿到图纸、年用量、目标价和交期"},
    {"quote",
        "方案报价",
        "Quote",
        40,
        pipeline::StageKind::Open,
        pipeline::StageTone::Accent,
        20,
        "完成工艺评审并发出正式报价"},
    {"sample",
        "样品试制",
        "Sample",
        60,
        pipeline::StageKind::Open,
        pipeline::StageTone::Violet,
        45,
        "样件检验合格，客户书面确认"},
    {"negotiation",
        "商务谈判",
        "Negotiation",
        80,
        pipeline::StageKind::Open,
        pipeline::StageTone::Warn,
        30,
        "价格、账期、质量协议谈定"},
    {"won",
        "赢单",
        "Won",
        100,
        pipeline::StageKind::Won,
        pipeline::StageTone::Ok,
        0,
        "收到订单或签订合同"},
    {"lost",
        "输单",
        "Lost",
        0,
        pipeline::StageKind::Lost,
        pipeline::StageTone::Danger,
        0,
        "写明丢单原因"},
};

void insertStages(storage::Transaction& transaction, IdSource& ids)
{
    int seq = 0;
    for (const StageRow& row : kStages) {
        pipeline::Stage stage;
        stage.id = StageId::make(ids);
        stage.meta.owner = companyOwner();
        stage.seq = seq += 10;
        stage.code = QString::fromLatin1(row.code);
        stage.name = QString::fromUtf8(row.name);
        stage.nameEn = QString::fromLatin1(row.nameEn);
        stage.probability = Rate::fromRaw(row.percent * Rate::kOne / 100);
        stage.kind = row.kind;
        stage.tone = row.tone;
        stage.limitDays = row.limitDays;
        stage.goal = QString::fromUtf8(row.goal);
        storage::insert(transaction, stage);
    }
}

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
    insertStages(transaction, ids);
    insertPricing(transaction, ids);
}

} // namespace chengdan::exchange
