// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/password.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace chengdan::ui {

/// The sign-in screen: who, then the password. Up and Down choose the person, Enter goes to the
/// password and from there signs in. After wrong passwords it counts down the seconds until the
/// next attempt. It shows no data of the company besides its name and its people.
class SignInDialog : public QDialog {
    Q_OBJECT
public:
    struct Options {
        QString companyName = {};
        QString login = {}; ///< chosen at first
        bool onlyThatLogin = false; ///< the lock screen: the same person comes back
    };
    SignInDialog(
        storage::Database& database, IdSource& ids, Options options, QWidget* parent = nullptr);

    /// Set once the dialog was accepted.
    const std::optional<access::Session>& session() const { return m_session; }

Q_SIGNALS:
    /// The lock screen only: somebody else wants to sign in.
    void otherPersonWanted();

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void fillPeople();
    void choose();
    void tryPassword();
    void showError(const Error& error);
    void countDown();
    QString chosenLogin() const;
    bool chosenHasPassword() const;
    storage::Database& m_database;
    access::SignInService m_signIn;
    Options m_options;
    std::optional<access::Session> m_session;
    QListView* m_people;
    QStandardItemModel* m_model;
    QLabel* m_company;
    QLabel* m_passwordLabel;
    QLineEdit* m_password;
    QLabel* m_error;
    QPushButton* m_enter;
    QPushButton* m_other;
    QTimer m_wait;
    int m_secondsLeft = 0;
};

} // namespace chengdan::ui
