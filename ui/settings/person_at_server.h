// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_people.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace chengdan::ui {

class StaffOffice;

/// What the team's server knows of one person: the sign-in name and when it was last used, what is
/// in that name, and the PCs with a copy of the data. From here a copy is revoked, a new password
/// given, and the access ended or opened again. Asked anew for each person shown.
class PersonAtServer : public QWidget {
    Q_OBJECT
public:
    explicit PersonAtServer(StaffOffice& office, QWidget* parent = nullptr);
    /// 0: nobody.
    void showPerson(int number);
    /// What the server last said about the shown person.
    const std::optional<sync::PersonState>& state() const { return m_state; }

Q_SIGNALS:
    void revokeWanted(const QString& device, const QString& host);
    void passwordWanted();
    void endWanted();
    void openWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void load();
    void retranslate();
    void showState();
    void allow();
    void wantRevoke();
    const sync::ServerDevice* chosen() const;
    StaffOffice& m_office;
    int m_person = 0;
    int m_question = 0; ///< answers to earlier ones count no more
    std::optional<sync::PersonState> m_state;
    std::optional<Error> m_trouble;
    QLabel* m_heading;
    QLabel* m_words;
    QLabel* m_devicesHeading;
    QListView* m_devices;
    QStandardItemModel* m_rows;
    QPushButton* m_revoke;
    QPushButton* m_password;
    QPushButton* m_end;
};

} // namespace chengdan::ui
