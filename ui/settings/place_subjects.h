// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>
#include <QObject>

namespace chengdan::ui {

class StaffOffice;

/// A team in a RecordForm, with its leader and its region. Where there is an office, the team's
/// server saves it.
class TeamSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(TeamSubject)
public:
    TeamSubject(const access::Context& context, access::Team team, StaffOffice* office = nullptr);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_team; }
    bool isNew() const override { return m_team.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    bool saveElsewhere(
        const RecordForm& form, const std::function<void(const Result<void>&)>& answered) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }
    qint64 rid() const { return m_team.meta.rid; }

private:
    const access::Context& m_context;
    access::Team m_team;
    StaffOffice* m_office;
    QObject m_here; ///< answers are for this subject
};

/// A region in a RecordForm; saved as a team is.
class RegionSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(RegionSubject)
public:
    RegionSubject(
        const access::Context& context, access::Region region, StaffOffice* office = nullptr);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_region; }
    bool isNew() const override { return m_region.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    bool saveElsewhere(
        const RecordForm& form, const std::function<void(const Result<void>&)>& answered) override;
    Result<void> reload() override;
    QString savedText() const override;
    PersonId typist() const override { return m_context.session.id(); }
    qint64 rid() const { return m_region.meta.rid; }

private:
    const access::Context& m_context;
    access::Region m_region;
    StaffOffice* m_office;
    QObject m_here; ///< answers are for this subject
};

} // namespace chengdan::ui
