// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join.h"
#include "ui/shared/job_list.h"
#include "ui/sync/keychain.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class FormField;

/// Stands in the place of the window when a copy has heard nothing from its server for too long:
/// says so, shows no data, and opens the copy again once the server has answered. A kept password
/// is tried at once.
class StaleDialog : public QDialog {
    Q_OBJECT
public:
    StaleDialog(storage::Database& database,
        const Clock& clock,
        Keychain& keychain,
        const Error& why,
        QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const Error& why);
    void contact(const QString& password);
    void finish(const JobStatus& status, const QString& password);
    storage::Database& m_database;
    const Clock& m_clock;
    Keychain& m_keychain;
    std::optional<sync::Link> m_link;
    QLineEdit* m_password;
    FormField* m_field;
    QCheckBox* m_keep;
    QLabel* m_busy;
    QPushButton* m_enter;
    QPushButton* m_quit;
    JobList m_jobs; // last: its threads end first
};

} // namespace chengdan::ui
