// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_install.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class FormField;
class StaffOffice;

/// Gives somebody a password for the server: asks whether it is to be made or typed, and shows it
/// once, to be copied and handed over. Enter goes on, Esc closes.
class FirstPasswordDialog : public QDialog {
    Q_OBJECT
public:
    /// Asks first: the present password of this person stops working.
    FirstPasswordDialog(
        StaffOffice& office, int person, const QString& name, QWidget* parent = nullptr);
    /// Shows what was made with a new person.
    FirstPasswordDialog(StaffOffice& office,
        const sync::NewServerUser& made,
        const QString& name,
        QWidget* parent = nullptr);

Q_SIGNALS:
    /// The person has another password now.
    void given();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void give();
    void showMade(const sync::NewServerUser& made);
    void copy();
    StaffOffice& m_office;
    int m_person = 0;
    QString m_name;
    bool m_asking = false;
    QLabel* m_heading;
    QLabel* m_remark;
    QLineEdit* m_typed;
    FormField* m_typedField;
    QLineEdit* m_login;
    FormField* m_loginField;
    QLineEdit* m_password;
    FormField* m_passwordField;
    QPushButton* m_give;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace chengdan::ui
