// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage.h"
#include "ui/shared/edit_panel.h"

class QComboBox;
class QPushButton;

namespace chengdan::ui {

class MessageBar;
class RecordPanel;
class StageStrip;

/// The selected opportunity: its stages as a strip, what it is worth, its fields, the button to the
/// next stage and the form to edit it. A refused move says in place what is missing.
class OpportunityPanel : public EditPanel {
    Q_OBJECT
public:
    OpportunityPanel(const access::Context& context,
        const std::vector<pipeline::Stage>& stages,
        QWidget* parent = nullptr);
    bool editRecord() override;
    bool deleteRecord() override;
    /// One open stage on, or from the last open one to won.
    void advance();
    /// Asks for the reason in place, then closes as lost.
    void askLoss();

Q_SIGNALS:
    void moved(const QString& name, const QString& stage);
    void quoteWanted(qint64 opportunity);

protected:
    void showKey(qint64 key) override;
    QString kindText() const override;
    void changeEvent(QEvent* event) override;

private:
    bool mayEdit() const;
    const pipeline::Stage* present() const;
    const pipeline::Stage* next() const;
    void moveTo(const pipeline::Stage& stage, std::optional<pipeline::LossReason> reason);
    void showStage();
    void retranslate();
    const access::Context& m_context;
    const std::vector<pipeline::Stage>& m_stages;
    std::optional<pipeline::Opportunity> m_shown;
    StageStrip* m_strip;
    MessageBar* m_message;
    RecordPanel* m_record;
    QPushButton* m_advance;
    QPushButton* m_quote;
    QPushButton* m_lose;
    QWidget* m_lossRow;
    QComboBox* m_reason;
    QPushButton* m_confirmLoss;
};

} // namespace chengdan::ui
