// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/opportunity_panel.h"

#include "core/pipeline/opportunity_service.h"
#include "core/storage/store.h"
#include "ui/pipeline/opportunity_source.h"
#include "ui/pipeline/opportunity_subject.h"
#include "ui/pipeline/stage_strip.h"
#include "ui/shared/cards.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_panel.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

using pipeline::Opportunity;
using pipeline::Stage;
using pipeline::StageKind;

namespace {

QString stageName(const Stage& stage)
{
    return currentLanguage() == Language::English && !stage.nameEn.isEmpty() ? stage.nameEn
                                                                             : stage.name;
}

} // namespace

OpportunityPanel::OpportunityPanel(
    const access::Context& context, const std::vector<Stage>& stages, QWidget* parent)
    : EditPanel(QStringLiteral("opportunityPanel"), context.database, context.clock.today(), parent)
    , m_context(context)
    , m_stages(stages)
    , m_strip(new StageStrip)
    , m_message(new MessageBar(QStringLiteral("stageMessage")))
    , m_record(new RecordPanel(
          context.database, schema::describe<Opportunity>(), {QStringLiteral("stage")}))
    , m_advance(new QPushButton)
    , m_quote(new QPushButton)
    , m_lose(new QPushButton)
    , m_lossRow(new QWidget)
    , m_reason(new QComboBox)
    , m_confirmLoss(new QPushButton)
{
    m_advance->setObjectName(QStringLiteral("stageAdvance"));
    m_quote->setObjectName(QStringLiteral("opportunityQuote"));
    m_lose->setObjectName(QStringLiteral("opportunityLose"));
    m_reason->setObjectName(QStringLiteral("lossReason"));
    m_confirmLoss->setObjectName(QStringLiteral("lossConfirm"));
    setKind(m_advance, "primary");
    setKind(m_lose, "ghost");
    m_message->hide();
    m_lossRow->hide();
    auto* loss = new QHBoxLayout(m_lossRow);
    loss->setContentsMargins(0, 0, 0, 0);
    loss->addWidget(m_reason, 1);
    loss->addWidget(m_confirmLoss);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_advance, 1);
    buttons->addWidget(m_quote, 1);
    buttons->addWidget(m_lose);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(20, 8, 20, 0);
    top->setSpacing(12);
    top->addWidget(m_strip);
    top->addWidget(m_message);
    top->addLayout(buttons);
    top->addWidget(m_lossRow);
    view()->addLayout(top);
    view()->addWidget(m_record, 1);
    setAllowed(false, false);
    follow({&schema::describe<Opportunity>()});
    connect(m_advance, &QPushButton::clicked, this, &OpportunityPanel::advance);
    connect(m_quote, &QPushButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT quoteWanted(m_shown->meta.rid);
    });
    connect(m_lose, &QPushButton::clicked, this, &OpportunityPanel::askLoss);
    connect(m_confirmLoss, &QPushButton::clicked, this, [this] {
        for (const Stage& stage : m_stages) {
            if (stage.kind == StageKind::Lost && stage.active)
                return moveTo(stage, static_cast<pipeline::LossReason>(m_reason->currentIndex()));
        }
    });
    retranslate();
}

QString OpportunityPanel::kindText() const
{
    return tr("Opportunity");
}

bool OpportunityPanel::mayEdit() const
{
    return m_shown && m_context.session.has(access::Right::OpportunityEdit)
        && m_context.session.reaches(m_shown->meta.owner);
}

void OpportunityPanel::showKey(qint64 key)
{
    if (!m_shown || m_shown->meta.rid != key) { // a refresh leaves what is being answered
        m_message->hide();
        m_lossRow->hide();
    }
    m_shown =
        key == 0 ? std::nullopt : storage::findByRid<Opportunity>(m_context.database.reader(), key);
    m_record->showRecord(key);
    showStage();
    setAllowed(mayEdit(), mayEdit());
}

bool OpportunityPanel::editRecord()
{
    if (isEditing() || !mayEdit())
        return isEditing();
    edit([this] { return std::make_unique<OpportunitySubject>(m_context, *m_shown); });
    return true;
}

bool OpportunityPanel::deleteRecord()
{
    if (isEditing() || !mayEdit())
        return false;
    const Opportunity opportunity = *m_shown;
    const auto gone = pipeline::OpportunityService(m_context).remove(opportunity.id);
    if (!gone) {
        showError(tr("The opportunity was not deleted"), gone.error());
        return false;
    }
    Q_EMIT done(tr("Opportunity “%1” deleted").arg(opportunity.name), Act::Deleted);
    Q_EMIT formClosed();
    return true;
}

const Stage* OpportunityPanel::present() const
{
    for (const Stage& stage : m_stages) {
        if (m_shown && stage.id == m_shown->stage)
            return &stage;
    }
    return nullptr;
}

const Stage* OpportunityPanel::next() const
{
    const Stage* now = present();
    if (now == nullptr || now->kind != StageKind::Open)
        return nullptr;
    const Stage* won = nullptr;
    for (const Stage& stage : m_stages) { // in the order of the funnel
        if (!stage.active)
            continue;
        if (stage.kind == StageKind::Open && stage.seq > now->seq)
            return &stage;
        if (stage.kind == StageKind::Won && won == nullptr)
            won = &stage;
    }
    return won;
}

void OpportunityPanel::showStage()
{
    QStringList names;
    int reached = -1;
    const Stage* now = present();
    for (const Stage& stage : m_stages) {
        if (stage.kind != StageKind::Open || !stage.active)
            continue;
        if (now != nullptr && (now->kind == StageKind::Won || stage.seq <= now->seq)
            && now->kind != StageKind::Lost)
            reached = static_cast<int>(names.size());
        names += stageName(stage);
    }
    m_strip->setStages(names,
        now != nullptr && now->kind == StageKind::Won ? static_cast<int>(names.size()) : reached);
    if (now != nullptr)
        m_record->setTag(stageName(*now), toneOf(now->tone));
    const Stage* following = next();
    m_advance->setVisible(following != nullptr);
    m_lose->setVisible(following != nullptr);
    m_quote->setVisible(m_shown.has_value());
    if (following == nullptr)
        return;
    m_advance->setToolTip(tr("Moves the opportunity on (F8)"));
    m_advance->setText(tr("To “%1”").arg(stageName(*following)));
}

void OpportunityPanel::advance()
{
    if (const Stage* following = next())
        moveTo(*following, std::nullopt);
}

void OpportunityPanel::askLoss()
{
    m_lossRow->show();
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void OpportunityPanel::moveTo(const Stage& stage, std::optional<pipeline::LossReason> reason)
{
    if (!m_shown || isEditing()) // what is being typed comes first
        return;
    pipeline::MoveNote note;
    note.lossReason = reason;
    const auto moved = pipeline::OpportunityService(m_context).move(m_shown->id, stage.id, note);
    if (!moved) {
        m_message->setMessage(Tone::Warn, sentence(moved.error(), currentLanguage()));
        m_message->show();
        return;
    }
    m_message->hide();
    m_lossRow->hide();
    refresh();
    Q_EMIT this->moved(moved->name, stageName(stage));
}

void OpportunityPanel::retranslate()
{
    m_quote->setText(tr("New quote"));
    m_quote->setToolTip(tr("New quote for this customer (Ctrl+Shift+Q)"));
    m_lose->setText(tr("Lost …"));
    m_reason->clear();
    for (const schema::Choice& choice : choices(pipeline::LossReason::Price))
        m_reason->addItem(schemaText(choice.label));
    m_reason->setAccessibleName(tr("Why it was lost"));
    m_confirmLoss->setText(tr("Close as lost"));
    showStage();
}

void OpportunityPanel::changeEvent(QEvent* event)
{
    EditPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
