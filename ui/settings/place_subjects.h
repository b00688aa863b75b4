// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// A team in a RecordForm, with its leader and its region.
class TeamSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(TeamSubject)
public:
    TeamSubject(const access::Context& context, access::Team team);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_team; }
    bool isNew() const override { return m_team.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }
    qint64 rid() const { return m_team.meta.rid; }

private:
    const access::Context& m_context;
    access::Team m_team;
};

/// A region in a RecordForm.
class RegionSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(RegionSubject)
public:
    RegionSubject(const access::Context& context, access::Region region);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_region; }
    bool isNew() const override { return m_region.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    PersonId typist() const override { return m_context.session.id(); }
    qint64 rid() const { return m_region.meta.rid; }

private:
    const access::Context& m_context;
    access::Region m_region;
};

} // namespace chengdan::ui
