// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/stale_dialog.h"

#include "core/base/error_catalogue.h"
#include "core/sync/engine_lock.h"
#include "ui/shared/cards.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/sync/server_address.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

StaleDialog::StaleDialog(storage::Database& database,
    const Clock& clock,
    Keychain& keychain,
    const Error& why,
    QWidget* parent)
    : QDialog(parent)
    , m_database(database)
    , m_clock(clock)
    , m_keychain(keychain)
    , m_link(sync::linkOf(database).value_or(std::nullopt))
    , m_password(new QLineEdit)
    , m_field(new FormField(tr("Password"), m_password, QStringLiteral("stalePassword")))
    , m_keep(new QCheckBox(tr("Keep the password on this PC")))
    , m_busy(new QLabel)
    , m_enter(new QPushButton(tr("Sign in")))
    , m_quit(new QPushButton(tr("Quit")))
{
    setObjectName(QStringLiteral("staleDialog"));
    setWindowTitle(tr("No contact with the server for too long"));
    build(why);
    connect(m_enter, &QPushButton::clicked, this, [this] { contact(m_password->text()); });
    connect(m_quit, &QPushButton::clicked, this, &QDialog::reject);
    m_password->setFocus(Qt::OtherFocusReason);
    if (!m_link)
        return;
    if (qEnvironmentVariableIsSet("PGPASSWORD")) {
        contact({});
        return;
    }
    m_keychain.read(passwordKey(m_link->dsn, m_link->login),
        this,
        [this](const QString& password, Keychain::Place place) {
            if (place == Keychain::Place::Nowhere)
                return;
            m_password->setText(password);
            contact(password);
        });
}

void StaleDialog::build(const Error& why)
{
    auto* heading = new QLabel(
        m_link && !m_link->company.isEmpty() ? m_link->company : tr("The team's data on this PC"));
    setRole(heading, "h2");
    heading->setWordWrap(true);
    auto* reason = new MessageBar(QStringLiteral("staleReason"));
    reason->setMessage(Tone::Warn, QString(), sentence(why, currentLanguage()));
    auto* where =
        new QLabel(m_link ? tr("%1 as %2", "server and login")
                                .arg(ServerAddress::fromDsn(m_link->dsn).shown(), m_link->login)
                          : QString());
    setRole(where, "cap");
    m_password->setObjectName(QStringLiteral("stalePassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(QStringLiteral("staleKeep"));
    m_keep->setChecked(true);
    m_busy->setObjectName(QStringLiteral("staleBusy"));
    setRole(m_busy, "cap");
    m_enter->setObjectName(QStringLiteral("staleEnter"));
    m_enter->setAutoDefault(false);
    setKind(m_enter, "primary");
    m_quit->setObjectName(QStringLiteral("staleQuit"));
    m_quit->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_enter);
    buttons->addWidget(m_quit);
    buttons->addStretch(1);
    buttons->addWidget(m_busy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(heading);
    layout->addWidget(reason);
    layout->addWidget(where);
    layout->addWidget(m_field);
    layout->addWidget(m_keep);
    layout->addSpacing(metric::kSpace1);
    layout->addLayout(buttons);
    setFixedWidth(themePx(460));
}

void StaleDialog::contact(const QString& password)
{
    if (!m_link || !m_enter->isEnabled())
        return;
    m_field->setError({});
    m_enter->setEnabled(false);
    m_busy->setText(tr("Contacting the server …"));
    const sync::ServerAccount account{m_link->dsn, m_link->login, password};
    m_jobs.startQuietly(
        [&database = m_database, &clock = m_clock, account](JobControl&) -> Result<JobResult> {
            auto server = sync::ServerLink::open(account.dsn, account.login, account.password);
            if (!server)
                return fail(server.error());
            const auto lock = sync::EngineLock::take(database.path());
            if (!lock)
                return fail(lock.error());
            IdSource ids(clock);
            const auto greeted = sync::greet(database, **server, ids);
            return greeted ? Result<JobResult>(JobResult()) : fail(greeted.error());
        },
        this,
        [this, password](const JobStatus& status) { finish(status, password); });
}

void StaleDialog::finish(const JobStatus& status, const QString& password)
{
    m_enter->setEnabled(true);
    m_busy->clear();
    if (status.state != JobState::Done) {
        m_field->setProblem(status.error);
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_keep->isChecked() || password.isEmpty()) {
        accept();
        return;
    }
    m_keychain.write(
        passwordKey(m_link->dsn, m_link->login), password, this, [this](Keychain::Place) {
            accept();
        });
}

void StaleDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (m_quit->hasFocus())
        reject();
    else
        contact(m_password->text());
}

} // namespace chengdan::ui
