// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/staff_office.h"

namespace chengdan::ui {

class JobList;
class SyncSession;

/// The office of a copy: open while the session is signed in and the server answers.
class ServerOffice : public StaffOffice {
    Q_OBJECT
public:
    /// Both must outlive it.
    ServerOffice(SyncSession& session, JobList& jobs, QObject* parent = nullptr);
    std::optional<Closed> closed() const override;
    void signIn() override;
    QString moment(Instant at) const override;
    Instant startOf(QDate date) const override;
    QDate today() const override;
    void ask(QObject* receiver, Act act, Work work, Answered answered) override;

Q_SIGNALS:
    void signInWanted();

private:
    SyncSession& m_session;
    JobList& m_jobs;
    QString m_told; ///< what closed() said when changed() was last told
};

} // namespace chengdan::ui
