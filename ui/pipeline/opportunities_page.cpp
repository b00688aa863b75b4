// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/opportunities_page.h"

#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage_presets.h"
#include "ui/pipeline/new_opportunity_form.h"
#include "ui/pipeline/opportunity_panel.h"
#include "ui/pipeline/opportunity_source.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/undo_stack.h"

#include <QShortcut>

namespace chengdan::ui {

ListSetup OpportunitiesPage::setup(
    const access::Context& context, const std::vector<pipeline::Stage>& stages)
{
    const QDate today = context.clock.today();
    ListSetup setup;
    setup.name = QStringLiteral("opportunities");
    setup.title = [] { return tr("Opportunities"); };
    setup.source = std::make_unique<OpportunitySource>(
        context.database, context.session.visibleOwners(), stages, today);
    setup.columns = [stages, today] { return opportunitySpecs(stages, today); };
    setup.filterHint = [] { return tr("Opportunity, customer, number"); };
    setup.emptyIcon = QStringLiteral("target");
    setup.emptyText = [] { return tr("There are no opportunities yet"); };
    setup.emptyAction = [] { return tr("New opportunity"); };
    const QVariantMap open{{QStringLiteral("closed_on:empty"), true}};
    QVariantMap late = open;
    late[QStringLiteral("next_on:before")] = today;
    QVariantMap mine = open;
    mine[QStringLiteral("owner")] = qint64{context.session.id().number()};
    setup.views = {{QStringLiteral("open"), [] { return tr("Open"); }, open},
        {QStringLiteral("mine"), [] { return tr("Mine"); }, mine},
        {QStringLiteral("late"), [] { return tr("Follow-up overdue"); }, late},
        {QStringLiteral("all"), [] { return tr("All"); }, {}}};
    setup.start.sortColumn = QStringLiteral("next_on");
    setup.context = &context;
    setup.type = &schema::describe<pipeline::Opportunity>();
    setup.today = today;
    return setup;
}

OpportunitiesPage::OpportunitiesPage(
    const access::Context& context, Navigator& navigator, QWidget* parent)
    : ListPage(setup(context, pipeline::loadStages(context.database.reader())), parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_stages(pipeline::loadStages(context.database.reader()))
    , m_form(new NewOpportunityForm(context))
    , m_panel(new OpportunityPanel(context, m_stages))
{
    addHeader(m_form);
    OpportunityPanel* panel = m_panel;
    setPanel(panel);
    connectEditing(*this, *panel, navigator);
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    connect(this, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    connect(
        panel, &OpportunityPanel::moved, this, [this](const QString& name, const QString& stage) {
            m_navigator.undoStack().push(savedAct(tr("“%1” is now in “%2”").arg(name, stage)));
        });
    const auto quote = [this](qint64 key) {
        m_navigator.newRecord(QStringLiteral("quote"), {{QStringLiteral("opportunity"), key}});
    };
    connect(panel, &OpportunityPanel::quoteWanted, this, quote);
    auto* advance = new QShortcut(QKeySequence(Qt::Key_F8), this);
    advance->setContext(Qt::WidgetWithChildrenShortcut);
    connect(advance, &QShortcut::activated, panel, &OpportunityPanel::advance);
    auto* newQuote = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this);
    newQuote->setContext(Qt::WidgetWithChildrenShortcut);
    connect(newQuote, &QShortcut::activated, this, [this, quote] {
        if (const auto key = currentKey())
            quote(*key);
    });
    connect(m_form, &NewOpportunityForm::created, this, [this](qint64 key, const QString& name) {
        m_navigator.undoStack().push(savedAct(tr("Opportunity “%1” saved").arg(name)));
        reload();
        selectKey(key);
        table()->setFocus();
    });
    followChanges(*this, context.database, schema::describe<pipeline::Opportunity>());
}

bool OpportunitiesPage::showRecord(const QString& kind, qint64 key)
{
    if (kind == QLatin1String("stage")) {
        for (const pipeline::Stage& stage : m_stages) {
            if (stage.meta.rid != key)
                continue;
            setView(QStringLiteral("all"));
            setFilterText({});
            setCondition(QStringLiteral("stage"), stage.id.raw().bytes());
            return true;
        }
        return false;
    }
    if (kind != QLatin1String("opportunity"))
        return false;
    setView(QStringLiteral("all"));
    setFilterText({});
    selectKey(key);
    setPanelOpen(true);
    return true;
}

bool OpportunitiesPage::newRecord()
{
    m_form->begin();
    return true;
}

bool OpportunitiesPage::closeInner()
{
    if (m_form->isVisible()) {
        m_form->hide();
        return true;
    }
    return m_panel->closeInner() || ListPage::closeInner();
}

bool OpportunitiesPage::editRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->editRecord();
}

bool OpportunitiesPage::deleteRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->deleteRecord();
}

void OpportunitiesPage::savePage()
{
    if (m_form->isVisible()) {
        m_form->save();
        return;
    }
    if (m_panel->isEditing())
        m_panel->form()->save();
}

} // namespace chengdan::ui
