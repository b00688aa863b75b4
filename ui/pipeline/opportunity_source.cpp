// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/opportunity_source.h"

#include "core/pipeline/opportunity.h"
#include "ui/pipeline/opportunities_page.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"

namespace chengdan::ui {

namespace {

CellLook nextOnLook(const QVariant& value, QDate today)
{
    CellLook look;
    const QDate date = value.toDate();
    if (!date.isValid()) {
        look.text = noValue();
        return look;
    }
    const qint64 late = date.daysTo(today);
    if (late > 0) {
        look.text = OpportunitiesPage::tr("%n day(s) overdue", nullptr, static_cast<int>(late));
        look.tone = Tone::Danger;
        look.toned = true;
        look.icon = QStringLiteral("clock-alert");
    } else if (late == 0) {
        look.text = OpportunitiesPage::tr("Today");
        look.tone = Tone::Accent;
        look.toned = true;
    } else {
        look.text = dateText(date, today);
    }
    return look;
}

// The cell holds days × 10000 + limit: one integer sorts, and carries both.
CellLook stayLook(const QVariant& value)
{
    CellLook look;
    if (!value.isValid()) {
        look.text = noValue();
        return look;
    }
    const qint64 days = value.toLongLong() / 10000;
    const qint64 limit = value.toLongLong() % 10000;
    look.text = OpportunitiesPage::tr("%n day(s)", nullptr, static_cast<int>(days));
    if (limit > 0 && days > limit) {
        look.tone = Tone::Warn;
        look.toned = true;
        look.strong = true;
    }
    return look;
}

} // namespace

Tone toneOf(pipeline::StageTone tone)
{
    using pipeline::StageTone;
    switch (tone) {
    case StageTone::Info:
        return Tone::Info;
    case StageTone::Accent:
        return Tone::Accent;
    case StageTone::Violet:
        return Tone::Violet;
    case StageTone::Warn:
        return Tone::Warn;
    case StageTone::Ok:
        return Tone::Ok;
    case StageTone::Danger:
        return Tone::Danger;
    case StageTone::Neutral:
        break;
    }
    return Tone::Neutral;
}

const QStringList& OpportunitySource::columns()
{
    static const QStringList names{QStringLiteral("name"),
        QStringLiteral("customer"),
        QStringLiteral("stage"),
        QStringLiteral("amount"),
        QStringLiteral("expected_close"),
        QStringLiteral("next_on"),
        QStringLiteral("entered_stage_on"),
        QStringLiteral("owner")};
    return names;
}

OpportunitySource::OpportunitySource(storage::Database& database,
    std::vector<PersonId> owners,
    std::vector<pipeline::Stage> stages,
    QDate today)
    : RecordListSource(database,
        schema::describe<pipeline::Opportunity>(),
        columns(),
        std::move(owners),
        {QStringLiteral("amount")})
    , m_stages(std::move(stages))
    , m_today(today)
{
}

const pipeline::Stage* OpportunitySource::stageNamed(const QString& name) const
{
    for (const pipeline::Stage& stage : m_stages) {
        if (stage.name == name)
            return &stage;
    }
    return nullptr;
}

ListRow OpportunitySource::present(const storage::ListRow& stored) const
{
    ListRow row = RecordListSource::present(stored);
    const pipeline::Stage* stage = stageNamed(cell(stored, QStringLiteral("stage")).toString());
    const bool open = stage == nullptr || stage->kind == pipeline::StageKind::Open;
    row.muted = stage != nullptr && stage->kind == pipeline::StageKind::Lost;
    const QDate since = cell(stored, QStringLiteral("entered_stage_on")).toDate();
    row.values[6] = open && since.isValid()
        ? QVariant(qMax<qint64>(0, since.daysTo(m_today)) * 10000
            + (stage != nullptr ? stage->limitDays : 0))
        : QVariant();
    if (!open)
        row.values[5] = QVariant();
    return row;
}

std::vector<ColumnSpec> opportunitySpecs(const std::vector<pipeline::Stage>& stages, QDate today)
{
    const auto& type = schema::describe<pipeline::Opportunity>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : OpportunitySource::columns())
        specs.push_back(columnSpec(type, name));
    specs[0].stretch = true;
    specs[0].width = 180;
    specs[1].width = 176;
    specs[1].subdued = true;
    specs[2].kind = CellKind::Tag;
    specs[2].width = 118;
    specs[2].look = [stages](const QVariant& value) {
        CellLook look;
        look.text = value.toString();
        for (const pipeline::Stage& stage : stages) {
            if (stage.name != look.text)
                continue;
            look.tone = toneOf(stage.tone);
            if (currentLanguage() == Language::English && !stage.nameEn.isEmpty())
                look.text = stage.nameEn;
            break;
        }
        return look;
    };
    specs[3].kind = CellKind::MoneyWhole;
    specs[3].title = OpportunitiesPage::tr("Amount (yuan)");
    specs[3].width = 120;
    specs[3].total = true;
    specs[4].width = 100;
    specs[4].priority = 1;
    specs[5].title = OpportunitiesPage::tr("Next contact");
    specs[5].width = currentLanguage() == Language::English ? 150 : 120; // "12 days overdue"
    specs[5].look = [today](const QVariant& value) { return nextOnLook(value, today); };
    specs[6].title = OpportunitiesPage::tr("Stay");
    specs[6].kind = CellKind::Number;
    specs[7].priority = 1;
    specs[6].width = 80;
    specs[6].look = [](const QVariant& value) { return stayLook(value); };
    return specs;
}

} // namespace chengdan::ui
