// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage.h"
#include "ui/shared/record_source.h"

namespace chengdan::ui {

/// Rows of the opportunity list: what RecordListSource gives, with the stay in the present stage
/// and the stage's limit in one cell, and lost opportunities muted.
class OpportunitySource : public RecordListSource {
public:
    OpportunitySource(storage::Database& database,
        std::vector<PersonId> owners,
        std::vector<pipeline::Stage> stages,
        QDate today);
    static const QStringList& columns();

protected:
    ListRow present(const storage::ListRow& stored) const override;

private:
    const pipeline::Stage* stageNamed(const QString& name) const;
    std::vector<pipeline::Stage> m_stages;
    QDate m_today;
};

/// Columns as the list shows them. `stages` give the tags their colour and their English words.
std::vector<ColumnSpec> opportunitySpecs(const std::vector<pipeline::Stage>& stages, QDate today);

Tone toneOf(pipeline::StageTone tone);

} // namespace chengdan::ui
