// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join.h"
#include "core/sync/join_data.h"
#include "ui/sync/keychain.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace chengdan {
struct JobStatus;
}

namespace chengdan::ui {

class FormField;
class JobList;
class JoinDataView;
class MessageBar;

/// Joins a team's server: asks where it is and who signs in, then reads everything into a new
/// company file, as a task that can be stopped and goes on where it was when joined again. The
/// present file is left as it is; wanted, its data goes along: first a preview of what becomes of
/// it, then a copy of the file beside it, then all of it.
class JoinDialog : public QDialog {
    Q_OBJECT
public:
    struct Setup {
        const schema::RecordTypes& types;
        const Clock& clock;
        JobList& jobs; ///< all three outlive the dialog
        Keychain& keychain;
        QString folder; ///< where the new file is suggested
        QString ownFile = {}; ///< the present single-user file; empty: none whose data may go along
    };
    explicit JoinDialog(const Setup& setup, QWidget* parent = nullptr);
    /// The file that was made; empty before.
    const QString& joinedFile() const { return m_joined; }

Q_SIGNALS:
    /// The person wants to work with the new file now.
    void openWanted(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum JoinStep { StepForm, StepWork, StepData, StepEnd };
    FormField* field(const QString& label, QLineEdit* edit, const char* name);
    QWidget* buildForm();
    QWidget* buildWork();
    QWidget* buildData();
    QWidget* buildEnd();
    void askPreview();
    void showPreview(const JobStatus& status);
    void takeAlong();
    void finishData(const JobStatus& status);
    void showEnd();
    void fitPage(int page);
    void work(const QString& heading, const QString& first);
    sync::ServerAccount typedAccount() const;
    bool check();
    void join();
    void follow(const JobStatus& status);
    void finish(const JobStatus& status);
    void refuse(const Error& error);
    void suggestFile();
    void cancel();
    Setup m_setup;
    QStackedWidget* m_stack;
    QLineEdit* m_host;
    QLineEdit* m_port;
    QLineEdit* m_database;
    QLineEdit* m_certificate;
    QLineEdit* m_login;
    QLineEdit* m_password;
    QLineEdit* m_file;
    FormField* m_hostField;
    FormField* m_portField;
    FormField* m_databaseField;
    FormField* m_certificateField;
    FormField* m_loginField;
    FormField* m_passwordField;
    FormField* m_fileField;
    QCheckBox* m_keep;
    QCheckBox* m_along;
    QPushButton* m_join;
    QLabel* m_workHeading;
    QLabel* m_workHint;
    JoinDataView* m_data;
    QLabel* m_dataHeading;
    MessageBar* m_dataError;
    QPushButton* m_take;
    QPushButton* m_without;
    JoinDataView* m_report;
    QLabel* m_workText;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QLabel* m_endText;
    QLabel* m_place;
    QPushButton* m_open;
    bool m_fileTyped = false;
    qint64 m_job = 0;
    QString m_path; ///< of the file that is being made
    sync::ServerAccount m_account; ///< that it is made with
    std::shared_ptr<sync::JoinPreview> m_preview;
    std::shared_ptr<sync::JoinReport> m_outcome;
    QString m_joined;
};

} // namespace chengdan::ui
