// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/server_sign_in.h"

#include "ui/shared/form.h"
#include "ui/sync/server_address.h"
#include "ui/sync/sync_session.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

ServerSignIn::ServerSignIn(SyncSession& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_password(new QLineEdit)
    , m_field(new FormField(tr("Password"), m_password, QStringLiteral("serverPassword")))
    , m_keep(new QCheckBox(tr("Keep the password on this PC")))
    , m_busy(new QLabel)
    , m_enter(new QPushButton(tr("Sign in")))
    , m_offline(new QPushButton(tr("Work offline")))
{
    setObjectName(QStringLiteral("serverSignIn"));
    setWindowTitle(tr("Sign in to the team's server"));
    setModal(false);
    build();
    connect(m_enter, &QPushButton::clicked, this, &ServerSignIn::sign);
    connect(m_offline, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_session, &SyncSession::signedIn, this, &QDialog::accept);
    connect(&m_session, &SyncSession::refused, this, &ServerSignIn::finish);
    m_password->setFocus(Qt::OtherFocusReason);
}

void ServerSignIn::build()
{
    const auto& link = m_session.link();
    auto* heading = new QLabel(link
            ? (link->company.isEmpty() ? ServerAddress::fromDsn(link->dsn).shown() : link->company)
            : QString());
    setRole(heading, "h2");
    heading->setWordWrap(true);
    auto* remark = new QLabel(link
            ? tr("%1 as %2. Until you sign in, everything works on this PC and waits to be sent.",
                "server and login")
                  .arg(ServerAddress::fromDsn(link->dsn).shown(), link->login)
            : QString());
    setRole(remark, "cap");
    remark->setWordWrap(true);
    m_password->setObjectName(QStringLiteral("serverPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(QStringLiteral("serverKeep"));
    m_keep->setChecked(true);
    setRole(m_busy, "cap");
    m_busy->setObjectName(QStringLiteral("serverBusy"));
    m_enter->setObjectName(QStringLiteral("serverEnter"));
    m_enter->setAutoDefault(false);
    setKind(m_enter, "primary");
    m_offline->setObjectName(QStringLiteral("serverOffline"));
    m_offline->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_enter);
    buttons->addWidget(m_offline);
    buttons->addStretch(1);
    buttons->addWidget(m_busy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(heading);
    layout->addWidget(remark);
    layout->addWidget(m_field);
    layout->addWidget(m_keep);
    layout->addSpacing(metric::kSpace1);
    layout->addLayout(buttons);
    setFixedWidth(themePx(420));
}

void ServerSignIn::sign()
{
    if (!m_enter->isEnabled())
        return;
    if (m_password->text().isEmpty()) {
        m_field->setProblem(Error::make("PASSWORD_NEEDED"));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_field->setError({});
    m_enter->setEnabled(false);
    m_busy->setText(tr("Contacting the server …"));
    m_session.signIn(m_password->text(), m_keep->isChecked());
}

void ServerSignIn::finish(const Error& error)
{
    m_enter->setEnabled(true);
    m_busy->clear();
    m_field->setProblem(error);
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
}

void ServerSignIn::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_offline->hasFocus())
            reject();
        else
            sign();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace chengdan::ui
