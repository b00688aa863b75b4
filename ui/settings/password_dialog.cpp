// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/password_dialog.h"

#include "core/access/password.h"
#include "core/base/error_catalogue.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

PasswordDialog::PasswordDialog(const access::Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_present(new QLineEdit)
    , m_next(new QLineEdit)
    , m_again(new QLineEdit)
    , m_presentField(addField(tr("Present password"), m_present, "passwordPresent"))
    , m_nextField(addField(tr("New password"), m_next, "passwordNext"))
    , m_againField(addField(tr("New password again"), m_again, "passwordAgain"))
    , m_save(new QPushButton(tr("Save password")))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Password"));
    access::SignInService signIn(context.database, context.ids);
    m_hasPassword = signIn.hasPassword(context.session.id()).value_or(true);
    m_presentField->setVisible(m_hasPassword);
    m_nextField->setHint(m_hasPassword
            ? tr("At least %1 characters; empty takes the password away")
                  .arg(access::kShortestPassword)
            : tr("At least %1 characters").arg(access::kShortestPassword));
    auto* remark = new QLabel(tr("It keeps others at this PC from acting in your name. Whoever can "
                                 "copy the company file can read it without any password."));
    remark->setWordWrap(true);
    setRole(remark, "cap");
    m_save->setObjectName(QStringLiteral("passwordSave"));
    m_save->setToolTip(tr("Save password (Ctrl+Enter)"));
    m_save->setAutoDefault(false);
    setKind(m_save, "primary");
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("passwordCancel"));
    cancel->setAutoDefault(false);
    auto* fields = new QWidget;
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::kSpace3);
    for (FormField* field : {m_presentField, m_nextField, m_againField})
        column->addWidget(field);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->setSpacing(metric::kSpace4);
    layout->addWidget(remark);
    layout->addWidget(fields);
    layout->addLayout(buttons);
    setFixedWidth(themePx(400));
    moveOnWithEnter(fields, m_save);
    connect(m_save, &QPushButton::clicked, this, &PasswordDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    (m_hasPassword ? m_present : m_next)->setFocus(Qt::OtherFocusReason);
}

FormField* PasswordDialog::addField(const QString& label, QLineEdit* edit, const char* name)
{
    edit->setEchoMode(QLineEdit::Password);
    edit->setObjectName(QString::fromLatin1(name));
    return new FormField(label, edit, QString::fromLatin1(name));
}

void PasswordDialog::save()
{
    for (FormField* field : {m_presentField, m_nextField, m_againField})
        field->setError({});
    const auto refuse = [](FormField* field, const Error& error) {
        field->setProblem(error);
        field->editor()->setFocus(Qt::OtherFocusReason);
    };
    if (m_next->text() != m_again->text())
        return refuse(m_againField, Error::make("PASSWORD_MISMATCH"));
    if (m_next->text().isEmpty() && !m_hasPassword)
        return refuse(m_nextField, Error::make("PASSWORD_NEEDED"));
    const auto changed =
        access::PasswordService(m_context).change(m_present->text(), m_next->text());
    if (!changed) {
        const bool next = changed.error().field == QLatin1String("next");
        return refuse(next ? m_nextField : m_presentField, changed.error());
    }
    m_done = m_next->text().isEmpty() ? tr("You have no password any more") : tr("Password saved");
    accept();
}

void PasswordDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
    } else if (enter && m_save->hasFocus()) {
        save();
    } else if (!enter) {
        QDialog::keyPressEvent(event);
    }
}

} // namespace chengdan::ui
