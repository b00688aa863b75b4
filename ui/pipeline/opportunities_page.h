// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/pipeline/stage.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"

namespace chengdan::ui {

class NewOpportunityForm;
class OpportunityPanel;

/// The opportunity list with its panel: stage by F8, editing by F2, a new one in a form of three
/// fields, a quote for the selected one by Ctrl+Shift+Q.
class OpportunitiesPage : public ListPage, public EditsRecords {
    Q_OBJECT
public:
    /// The context must outlive the page.
    OpportunitiesPage(
        const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool closeInner() override;
    void savePage() override;
    bool editRecord() override;
    bool deleteRecord() override;
    OpportunityPanel& panel() { return *m_panel; }

private:
    static ListSetup setup(
        const access::Context& context, const std::vector<pipeline::Stage>& stages);
    const access::Context& m_context;
    Navigator& m_navigator;
    std::vector<pipeline::Stage> m_stages;
    NewOpportunityForm* m_form;
    OpportunityPanel* m_panel;
};

} // namespace chengdan::ui
