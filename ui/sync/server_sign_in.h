// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class FormField;
class SyncSession;

/// Asks for the password of the team's server. Stands beside the window without blocking it: who
/// closes it works on offline.
class ServerSignIn : public QDialog {
    Q_OBJECT
public:
    explicit ServerSignIn(SyncSession& session, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void sign();
    void finish(const Error& error);
    SyncSession& m_session;
    QLineEdit* m_password;
    FormField* m_field;
    QCheckBox* m_keep;
    QLabel* m_busy;
    QPushButton* m_enter;
    QPushButton* m_offline;
};

} // namespace chengdan::ui
