// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_presets.h"

#include "core/storage/store.h"

namespace chengdan::pipeline {

namespace {

struct PresetStage {
    const char* code;
    const char* name;
    const char* nameEn;
    int percent;
    StageKind kind;
    StageTone tone;
    int limitDays;
    const char* goal;
};

constexpr PresetStage kManufacturing[] = {
    {"lead",
        "线索",
        "Lead",
        10,
        StageKind::Open,
        StageTone::Neutral,
        14,
        "确认客户真有采购计划和联系人"},
    {"needs",
        "需求沟通",
        "Needs",
        20,
        StageKind::Open,
        StageTone::Info,
        21,
        "拿到图纸、年用量和交期要求"},
    {"proposal",
        "方案报价",
        "Quotation",
        40,
        StageKind::Open,
        StageTone::Accent,
        14,
        "报价已审批并发出，客户收到"},
    {"sample",
        "样品试制",
        "Samples",
        60,
        StageKind::Open,
        StageTone::Violet,
        45,
        "样品送达，客户书面签样"},
    {"negotiation",
        "商务谈判",
        "Negotiation",
        80,
        StageKind::Open,
        StageTone::Warn,
        30,
        "价格、付款和交期谈定"},
    {"won", "赢单", "Won", 100, StageKind::Won, StageTone::Ok, 0, "合同签订"},
    {"lost", "输单", "Lost", 0, StageKind::Lost, StageTone::Danger, 0, "记下输单原因"},
};

constexpr PresetStage kGeneral[] = {
    {"contact",
        "初步接洽",
        "First contact",
        10,
        StageKind::Open,
        StageTone::Neutral,
        14,
        "联系上对的人，知道要买什么"},
    {"analysis",
        "需求分析",
        "Needs analysis",
        25,
        StageKind::Open,
        StageTone::Info,
        30,
        "弄清预算、痛点和谁来决定"},
    {"proposal",
        "方案报价",
        "Proposal",
        50,
        StageKind::Open,
        StageTone::Accent,
        30,
        "方案讲过，报价单已发出"},
    {"negotiation",
        "商务谈判",
        "Negotiation",
        75,
        StageKind::Open,
        StageTone::Warn,
        30,
        "条款逐条谈定"},
    {"won", "赢单", "Won", 100, StageKind::Won, StageTone::Ok, 0, "合同签订"},
    {"lost", "输单", "Lost", 0, StageKind::Lost, StageTone::Danger, 0, "记下输单原因"},
};

Stage stageOf(const PresetStage& preset, int seq)
{
    Stage stage;
    stage.seq = seq;
    stage.code = QString::fromLatin1(preset.code);
    stage.name = QString::fromUtf8(preset.name);
    stage.nameEn = QString::fromLatin1(preset.nameEn);
    stage.probability = Rate::fromRaw(preset.percent * (Rate::kOne / 100));
    stage.kind = preset.kind;
    stage.tone = preset.tone;
    stage.limitDays = preset.limitDays;
    stage.goal = QString::fromUtf8(preset.goal);
    return stage;
}

} // namespace

std::vector<Stage> presetStages(StagePreset preset)
{
    const std::span<const PresetStage> rows = preset == StagePreset::Manufacturing
        ? std::span<const PresetStage>(kManufacturing)
        : std::span<const PresetStage>(kGeneral);
    std::vector<Stage> stages;
    for (const PresetStage& row : rows)
        stages.push_back(stageOf(row, static_cast<int>(stages.size() + 1) * 10));
    return stages;
}

std::vector<Stage> insertPreset(
    storage::Transaction& transaction, IdSource& ids, StagePreset preset)
{
    std::vector<Stage> stages = loadStages(transaction.connection());
    if (!stages.empty())
        return stages;
    stages = presetStages(preset);
    for (Stage& stage : stages) {
        stage.id = StageId::make(ids);
        storage::insert(transaction, stage);
    }
    return stages;
}

std::vector<Stage> loadStages(storage::Connection& connection)
{
    return storage::select<Stage>(connection, QStringLiteral("ORDER BY seq, rid"));
}

} // namespace chengdan::pipeline
