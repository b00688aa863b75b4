// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/join_dialog.h"

#include "core/base/error_catalogue.h"
#include "core/sync/engine_lock.h"
#include "ui/shared/cards.h"
#include "ui/shared/form.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/sync/join_data_view.h"
#include "ui/sync/server_address.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

// A field with a button that looks for a file.
QWidget* withBrowse(QLineEdit* edit, QPushButton* browse)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    row->setFocusProxy(edit);
    return row;
}

QLabel* caption(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    setRole(label, "cap");
    return label;
}

QPushButton* plainButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

JoinDialog::JoinDialog(const Setup& setup, QWidget* parent)
    : QDialog(parent)
    , m_setup(setup)
    , m_stack(new QStackedWidget)
    , m_host(new QLineEdit)
    , m_port(new QLineEdit(QStringLiteral("5432")))
    , m_database(new QLineEdit)
    , m_certificate(new QLineEdit)
    , m_login(new QLineEdit)
    , m_password(new QLineEdit)
    , m_file(new QLineEdit)
    , m_hostField(field(tr("Server"), m_host, "joinHost"))
    , m_portField(field(tr("Port"), m_port, "joinPort"))
    , m_databaseField(field(tr("Database"), m_database, "joinDatabase"))
    , m_certificateField(nullptr)
    , m_loginField(field(tr("Login"), m_login, "joinLogin"))
    , m_passwordField(field(tr("Password"), m_password, "joinPassword"))
    , m_fileField(nullptr)
    , m_keep(new QCheckBox(tr("Keep the password on this PC")))
    , m_along(new QCheckBox(tr("Take the data of the present file along")))
    , m_join(plainButton(tr("Join"), "joinStart"))
    , m_workHeading(new QLabel)
    , m_workHint(caption({}))
    , m_data(new JoinDataView)
    , m_dataHeading(new QLabel(tr("What joining makes of your data")))
    , m_dataError(new MessageBar(QStringLiteral("joinDataError")))
    , m_take(plainButton(tr("Join with this data"), "joinTake"))
    , m_without(plainButton(tr("Join without it"), "joinWithout"))
    , m_report(new JoinDataView)
    , m_workText(new QLabel)
    , m_bar(new QProgressBar)
    , m_stop(plainButton(tr("Stop"), "joinStop"))
    , m_endText(new QLabel)
    , m_place(new QLabel)
    , m_open(plainButton(tr("Open it now"), "joinOpen"))
{
    setObjectName(QStringLiteral("joinDialog"));
    setWindowTitle(tr("Join a team's server"));
    m_password->setEchoMode(QLineEdit::Password);
    m_stack->addWidget(buildForm());
    m_stack->addWidget(buildWork());
    m_stack->addWidget(buildData());
    m_stack->addWidget(buildEnd());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->addWidget(m_stack);
    connect(m_stack, &QStackedWidget::currentChanged, this, &JoinDialog::fitPage);
    fitPage(StepForm);
    connect(m_join, &QPushButton::clicked, this, &JoinDialog::join);
    connect(m_stop, &QPushButton::clicked, this, &JoinDialog::cancel);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openWanted(m_joined);
        accept();
    });
    connect(m_database, &QLineEdit::textEdited, this, &JoinDialog::suggestFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileTyped = true; });
    connect(&m_setup.jobs, &JobList::jobChanged, this, &JoinDialog::follow);
    suggestFile();
    m_host->setFocus(Qt::OtherFocusReason);
}

FormField* JoinDialog::field(const QString& label, QLineEdit* edit, const char* name)
{
    edit->setObjectName(QString::fromLatin1(name));
    return new FormField(label, edit, QString::fromLatin1(name));
}

QWidget* JoinDialog::buildForm()
{
    auto* form = new QWidget;
    auto* heading = new QLabel(tr("Where is the team's server?"));
    setRole(heading, "h2");
    auto* browseCertificate = plainButton(tr("Choose …"), "joinBrowseCertificate");
    auto* browseFile = plainButton(tr("Choose …"), "joinBrowseFile");
    m_certificate->setObjectName(QStringLiteral("joinCertificate"));
    m_file->setObjectName(QStringLiteral("joinFile"));
    m_certificateField = new FormField(tr("Certificate file"),
        withBrowse(m_certificate, browseCertificate),
        QStringLiteral("joinCertificateField"));
    m_certificateField->setHint(tr("From the administrator; it proves that the server is yours"));
    m_fileField = new FormField(
        tr("New company file"), withBrowse(m_file, browseFile), QStringLiteral("joinFileField"));
    m_loginField->setHint(tr("Such as u7; from the administrator"));
    m_certificate->setAccessibleName(tr("Certificate file"));
    m_file->setAccessibleName(tr("New company file"));
    for (FormField* needed :
        {m_hostField, m_databaseField, m_loginField, m_passwordField, m_fileField})
        needed->setRequired(true);
    m_keep->setObjectName(QStringLiteral("joinKeep"));
    m_keep->setChecked(true);
    setKind(m_join, "primary");
    m_join->setToolTip(QStringLiteral("Ctrl+Enter"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::kSpace4);
    grid->setVerticalSpacing(metric::kSpace3);
    grid->addWidget(m_hostField, 0, 0, 1, 3);
    grid->addWidget(m_portField, 0, 3);
    grid->addWidget(m_databaseField, 1, 0, 1, 4);
    grid->addWidget(m_certificateField, 2, 0, 1, 4);
    grid->addWidget(m_loginField, 3, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(m_passwordField, 3, 2, 1, 2, Qt::AlignTop);
    grid->addWidget(m_fileField, 4, 0, 1, 4);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    auto* cancelButton = plainButton(tr("Cancel"), "joinCancel");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_join);
    buttons->addWidget(cancelButton);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(heading);
    layout->addWidget(caption(tr("What you may see is copied into a new file on this PC, so that "
                                 "you can work without the network. The present file stays as it "
                                 "is.")));
    layout->addLayout(grid);
    layout->addWidget(m_along);
    layout->addWidget(m_keep);
    layout->addSpacing(metric::kSpace1);
    layout->addLayout(buttons);
    m_along->setObjectName(QStringLiteral("joinAlong"));
    m_along->setChecked(!m_setup.ownFile.isEmpty());
    m_along->setVisible(!m_setup.ownFile.isEmpty());
    m_along->setToolTip(QDir::toNativeSeparators(m_setup.ownFile));
    connect(cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(browseCertificate, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this,
            tr("Certificate file"),
            QString(),
            tr("Certificates (*.crt *.pem *.cer);;All files (*)"));
        if (!path.isEmpty())
            m_certificate->setText(path);
    });
    connect(browseFile, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this,
            tr("New company file"),
            m_file->text(),
            tr("Company files (*.chengdan)"),
            nullptr,
            QFileDialog::DontConfirmOverwrite);
        if (!path.isEmpty()) {
            m_file->setText(path);
            m_fileTyped = true;
        }
    });
    return form;
}

QWidget* JoinDialog::buildWork()
{
    auto* work = new QWidget;
    setRole(m_workHeading, "h2");
    m_workText->setObjectName(QStringLiteral("joinWork"));
    m_workText->setWordWrap(true);
    setRole(m_workText, "body2");
    m_bar->setObjectName(QStringLiteral("joinProgress"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_workHeading);
    layout->addWidget(m_workText);
    layout->addWidget(m_bar);
    layout->addWidget(m_workHint);
    layout->addStretch(1);
    layout->addLayout(buttons);
    return work;
}

QWidget* JoinDialog::buildEnd()
{
    auto* end = new QWidget;
    m_report->hide();
    m_report->setObjectName(QStringLiteral("joinReport"));
    m_endText->setObjectName(QStringLiteral("joinEnd"));
    m_endText->setWordWrap(true);
    setRole(m_endText, "h2");
    m_place->setObjectName(QStringLiteral("joinPlace"));
    m_place->setWordWrap(true);
    setRole(m_place, "body2");
    setKind(m_open, "primary");
    auto* later = plainButton(tr("Later"), "joinLater");
    connect(later, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(later);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(end);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_endText);
    layout->addWidget(m_place);
    layout->addWidget(m_report, 1);
    layout->addStretch(0);
    layout->addLayout(buttons);
    return end;
}

void JoinDialog::suggestFile()
{
    if (m_fileTyped)
        return;
    QString name = m_database->text().trimmed();
    static const QString kUnfit = QStringLiteral("/\\:*?\"<>|");
    for (const QChar unfit : kUnfit)
        name.remove(unfit);
    if (name.isEmpty())
        name = QStringLiteral("team");
    m_file->setText(QDir(m_setup.folder).filePath(name + QStringLiteral(".chengdan")));
}

sync::ServerAccount JoinDialog::typedAccount() const
{
    ServerAddress address;
    address.host = m_host->text().trimmed();
    address.port = m_port->text().trimmed();
    address.database = m_database->text().trimmed();
    address.certificate = m_certificate->text().trimmed();
    return {address.dsn(), m_login->text().trimmed(), m_password->text()};
}

// What can be found out without the server; the first wrong field gets the focus.
bool JoinDialog::check()
{
    QWidget* first = nullptr;
    const auto refuseField = [&](FormField* at, QWidget* edit, const QString& sentence) {
        at->setError(sentence);
        if (first == nullptr)
            first = edit;
    };
    for (FormField* each : {m_hostField,
             m_portField,
             m_databaseField,
             m_certificateField,
             m_loginField,
             m_passwordField,
             m_fileField})
        each->setError({});
    bool isNumber = false;
    const int port = m_port->text().trimmed().toInt(&isNumber);
    if (m_host->text().trimmed().isEmpty())
        refuseField(m_hostField, m_host, tr("Enter the name or address of the server"));
    if (!m_port->text().trimmed().isEmpty() && (!isNumber || port < 1 || port > 65535))
        refuseField(m_portField, m_port, tr("A port is a number from 1 to 65535"));
    if (m_database->text().trimmed().isEmpty())
        refuseField(m_databaseField, m_database, tr("Enter the name of the database"));
    if (const QString file = m_certificate->text().trimmed();
        !file.isEmpty() && !QFileInfo(file).isFile())
        refuseField(m_certificateField, m_certificate, tr("There is no such file"));
    if (m_login->text().trimmed().isEmpty())
        refuseField(m_loginField, m_login, tr("Enter your login"));
    if (m_password->text().isEmpty())
        refuseField(m_passwordField, m_password, tr("Enter the password"));
    if (m_file->text().trimmed().isEmpty())
        refuseField(m_fileField, m_file, tr("Say where the new file is to lie"));
    if (first != nullptr)
        first->setFocus(Qt::OtherFocusReason);
    return first == nullptr;
}

void JoinDialog::join()
{
    if (m_job != 0 || !check())
        return;
    m_account = typedAccount();
    m_path = QFileInfo(m_file->text().trimmed()).absoluteFilePath();
    const sync::ServerAccount account = m_account;
    const QString path = m_path;
    work(tr("Fetching the team's data"),
        tr("You may stop and join again later: it goes on where it was. Closing this window lets "
           "it go on as a task."));
    const QString rowsText = tr("%1 records received");
    // Goes on without this dialog: everything is by value or outlives the window's tasks.
    m_job = m_setup.jobs.start(
        tr("Join a team's server"),
        [types = m_setup.types, &clock = m_setup.clock, account, path, rowsText](
            JobControl& job) -> Result<JobResult> {
            const auto joined =
                sync::joinServer(path, types, clock, account, [&](const sync::LoadProgress& load) {
                    job.report(load.partsDone, load.parts, rowsText.arg(load.rows));
                    return !job.isCancelled();
                });
            if (!joined)
                return fail(joined.error());
            return JobResult{.file = path};
        },
        this,
        [this](const JobStatus& status) { finish(status); });
}

void JoinDialog::follow(const JobStatus& status)
{
    if (status.id != m_job || status.hasEnded() || status.text.isEmpty())
        return;
    m_workText->setText(status.text);
    m_bar->setRange(0, static_cast<int>(status.total));
    m_bar->setValue(static_cast<int>(status.done));
}

void JoinDialog::finish(const JobStatus& status)
{
    m_job = 0;
    if (status.state != JobState::Done) {
        m_stack->setCurrentIndex(StepForm);
        if (status.state == JobState::Failed)
            refuse(status.error);
        else
            m_join->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_along->isChecked() && !m_setup.ownFile.isEmpty())
        askPreview();
    else
        showEnd();
}

// The team's data is there, whatever became of one's own.
void JoinDialog::showEnd()
{
    m_joined = m_path;
    m_endText->setText(tr("The team's data is on this PC"));
    const QString where = tr("It lies in %1").arg(QDir::toNativeSeparators(m_joined));
    m_place->setText(where);
    m_stack->setCurrentIndex(StepEnd);
    m_open->setFocus(Qt::OtherFocusReason);
    if (m_keep->isChecked())
        m_setup.keychain.write(passwordKey(m_account.dsn, m_account.login),
            m_account.password,
            this,
            [this, where](Keychain::Place place) {
                m_place->setText(
                    where + QLatin1Char('\n') + placeWords(place, m_setup.keychain.file()));
            });
}

// Tables need more room than a form; the other pages do not keep it.
void JoinDialog::fitPage(int page)
{
    for (int i = 0; i < m_stack->count(); ++i) {
        const auto policy = i == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_stack->widget(i)->setSizePolicy(policy, policy);
    }
    const bool table = page == StepData || (page == StepEnd && !m_report->isHidden());
    setFixedWidth(themePx(table ? 860 : 560));
    adjustSize();
}

void JoinDialog::work(const QString& heading, const QString& hint)
{
    m_workHeading->setText(heading);
    m_workHint->setText(hint);
    m_workText->setText(tr("Contacting the server …"));
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    m_stack->setCurrentIndex(StepWork);
    m_stop->setFocus(Qt::OtherFocusReason);
}

// Each refusal stands beside the field that can change it.
void JoinDialog::refuse(const Error& error)
{
    FormField* at = m_hostField;
    QLineEdit* edit = m_host;
    const QString detail = error.arg(QStringLiteral("detail"));
    if (error.code == QLatin1String("SERVER_PASSWORD")
        || error.code == QLatin1String("PERSON_INACTIVE")) {
        at = m_passwordField;
        edit = m_password;
    } else if (error.code.startsWith(QLatin1String("FILE_"))
        || error.code == QLatin1String("FOLDER_MISSING")
        || error.code == QLatin1String("SYNC_OTHER_SERVER")) {
        at = m_fileField;
        edit = m_file;
    } else if (detail.contains(QLatin1String("certificate"))) {
        at = m_certificateField;
        edit = m_certificate;
    } else if (detail.contains(QLatin1String("database"))
        && detail.contains(QLatin1String("does not exist"))) {
        at = m_databaseField;
        edit = m_database;
    }
    at->setProblem(error);
    edit->selectAll();
    edit->setFocus(Qt::OtherFocusReason);
}

void JoinDialog::cancel()
{
    if (m_job == 0)
        return;
    m_setup.jobs.cancel(m_job);
    m_stop->setEnabled(false);
    m_workText->setText(tr("Stopping …"));
}

void JoinDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    const bool decided = event->modifiers().testFlag(Qt::ControlModifier);
    if (m_stack->currentIndex() == StepData && decided && m_take->isEnabled()) {
        takeAlong();
    } else if (m_stack->currentIndex() == StepForm) {
        auto* focused = qobject_cast<QPushButton*>(focusWidget());
        if (event->modifiers().testFlag(Qt::ControlModifier) || m_join->hasFocus())
            join();
        else if (focused != nullptr)
            focused->click();
        else
            focusNextChild(); // Enter moves on, as in every form
    } else if (auto* focused = qobject_cast<QPushButton*>(focusWidget())) {
        focused->click();
    }
}

} // namespace chengdan::ui
