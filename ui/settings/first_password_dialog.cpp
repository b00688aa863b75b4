// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/first_password_dialog.h"

#include "ui/shared/form.h"
#include "ui/shared/staff_office.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

FirstPasswordDialog::FirstPasswordDialog(
    StaffOffice& office, int person, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_office(office)
    , m_person(person)
    , m_name(name)
    , m_heading(new QLabel)
    , m_remark(new QLabel)
    , m_typed(new QLineEdit)
    , m_typedField(new FormField(tr("New password"), m_typed, QStringLiteral("firstPasswordTyped")))
    , m_login(new QLineEdit)
    , m_loginField(new FormField(tr("Sign-in name"), m_login, QStringLiteral("firstPasswordLogin")))
    , m_password(new QLineEdit)
    , m_passwordField(
          new FormField(tr("Password"), m_password, QStringLiteral("firstPasswordMade")))
    , m_give(new QPushButton(tr("Give the password")))
    , m_copy(new QPushButton(tr("Copy name and password")))
    , m_close(new QPushButton(tr("Cancel")))
{
    build();
    m_heading->setText(tr("A new password for “%1”", "person").arg(name));
    m_remark->setText(tr("The present password stops working at once. Sessions that are open now "
                         "go on until they end."));
    m_typedField->setHint(tr("Left empty, one is made; at least %1 letters, digits or signs")
                              .arg(sync::kShortestServerPassword));
    m_loginField->hide();
    m_passwordField->hide();
    m_copy->hide();
    m_typed->setFocus(Qt::OtherFocusReason);
}

FirstPasswordDialog::FirstPasswordDialog(
    StaffOffice& office, const sync::NewServerUser& made, const QString& name, QWidget* parent)
    : FirstPasswordDialog(office, made.number, name, parent)
{
    showMade(made);
}

void FirstPasswordDialog::build()
{
    setObjectName(QStringLiteral("firstPasswordDialog"));
    setWindowTitle(tr("Password"));
    setWindowModality(Qt::WindowModal);
    setRole(m_heading, "h2");
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(QStringLiteral("firstPasswordRemark"));
    m_remark->setWordWrap(true);
    setRole(m_remark, "cap");
    m_typed->setObjectName(QStringLiteral("firstPasswordTyped"));
    m_login->setObjectName(QStringLiteral("firstPasswordLogin"));
    m_password->setObjectName(QStringLiteral("firstPasswordMade"));
    m_login->setReadOnly(true);
    m_password->setReadOnly(true);
    m_give->setObjectName(QStringLiteral("firstPasswordGive"));
    m_copy->setObjectName(QStringLiteral("firstPasswordCopy"));
    m_close->setObjectName(QStringLiteral("firstPasswordClose"));
    setKind(m_give, "primary");
    setKind(m_copy, "primary");
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_give, m_copy, m_close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_heading);
    layout->addWidget(m_remark);
    for (FormField* field : {m_typedField, m_loginField, m_passwordField})
        layout->addWidget(field);
    layout->addSpacing(metric::kSpace2);
    layout->addLayout(buttons);
    setFixedWidth(themePx(440));
    connect(m_give, &QPushButton::clicked, this, &FirstPasswordDialog::give);
    connect(m_copy, &QPushButton::clicked, this, &FirstPasswordDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void FirstPasswordDialog::give()
{
    if (m_asking)
        return;
    m_typedField->setError({});
    const QString typed = m_typed->text();
    if (const auto sound = sync::checkServerPassword(typed); !sound && !typed.isEmpty()) {
        m_typedField->setProblem(sound.error());
        m_typed->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_asking = true;
    m_give->setEnabled(false);
    m_typed->setEnabled(false);
    auto made = std::make_shared<sync::NewServerUser>();
    m_office.ask(
        this,
        StaffOffice::Act::Changes,
        [made, typed, person = m_person](sync::ServerLink& server) -> Result<void> {
            auto reset = sync::resetServerUser(server, person, typed);
            if (!reset)
                return fail(reset.error());
            *made = std::move(*reset);
            return {};
        },
        [this, made](const Result<void>& answer) {
            m_asking = false;
            m_give->setEnabled(true);
            m_typed->setEnabled(true);
            if (answer) {
                showMade(*made);
                Q_EMIT given();
                return;
            }
            m_typedField->setProblem(answer.error());
            m_typed->setFocus(Qt::OtherFocusReason);
        });
}

void FirstPasswordDialog::showMade(const sync::NewServerUser& made)
{
    m_heading->setText(tr("“%1” can sign in now", "person").arg(m_name));
    m_remark->setText(tr("The password is shown only this once and kept nowhere: copy it and hand "
                         "it over. If it is lost, give a new one."));
    m_login->setText(made.login);
    m_password->setText(made.password);
    m_typedField->hide();
    m_give->hide();
    m_loginField->show();
    m_passwordField->show();
    m_copy->show();
    m_close->setText(tr("Close"));
    m_copy->setFocus(Qt::OtherFocusReason);
    adjustSize();
}

void FirstPasswordDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_login->text() + QLatin1Char('\t') + m_password->text());
    m_copy->setText(tr("Copied"));
}

void FirstPasswordDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (m_close->hasFocus())
        m_close->click();
    else if (m_copy->isVisible())
        m_copy->click();
    else
        give();
}

} // namespace chengdan::ui
