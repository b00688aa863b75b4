// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/new_customer_form.h"

#include "core/base/error_catalogue.h"
#include "core/customers/customer_service.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/quick_fields.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

NewCustomerForm::NewCustomerForm(const access::Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_name(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_creditCode(new QLineEdit)
    , m_nameField(new FormField({}, m_name, QStringLiteral("newCustomerName")))
    , m_phoneField(new FormField({}, m_phone, QStringLiteral("newCustomerPhone")))
    , m_codeField(new FormField({}, m_creditCode, QStringLiteral("newCustomerCreditCode")))
    , m_reason(new QLineEdit)
    , m_reasonField(new FormField({}, m_reason, QStringLiteral("newCustomerReason")))
    , m_added(new QuickFields(context.database,
          schema::describe<customers::Customer>(),
          context.clock.today(),
          QStringLiteral("newCustomerAdded")))
    , m_save(new QPushButton)
    , m_cancel(new QPushButton)
    , m_drafts(new DraftKeeper(
          context, *this, QStringLiteral("newCustomerForm"), [this] { return typed(); }))
{
    setObjectName(QStringLiteral("newCustomerForm"));
    setKind(this, "card");
    m_nameField->setRequired(true);
    m_save->setObjectName(QStringLiteral("newCustomerSave"));
    setKind(m_save, "primary");
    m_cancel->setObjectName(QStringLiteral("newCustomerCancel"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    rows->addLayout(row);
    rows->addWidget(m_added);
    row->addWidget(m_nameField, 3);
    row->addWidget(m_phoneField, 2);
    row->addWidget(m_codeField, 3);
    row->addWidget(m_reasonField, 3);
    m_reasonField->hide();
    row->addWidget(m_save, 0, Qt::AlignVCenter);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    moveOnWithEnter(this, m_save);
    connect(m_save, &QPushButton::clicked, this, &NewCustomerForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    for (QLineEdit* edit : {m_name, m_phone, m_creditCode, m_reason})
        connect(edit, &QLineEdit::textEdited, m_drafts, &DraftKeeper::touch);
    connect(m_added, &QuickFields::edited, m_drafts, &DraftKeeper::touch);
    retranslate();
    hide();
}

void NewCustomerForm::begin()
{
    m_added->reload();
    m_added->chain(m_reason, m_save);
    restoreDraft();
    show();
    m_name->setFocus(Qt::ShortcutFocusReason);
}

QJsonObject NewCustomerForm::typed() const
{
    QJsonObject typed;
    for (const QLineEdit* edit : {m_name, m_phone, m_creditCode, m_reason}) {
        if (!edit->text().isEmpty())
            typed.insert(edit->objectName(), edit->text());
    }
    if (const QJsonObject added = m_added->typed(); !added.isEmpty())
        typed.insert(QStringLiteral("added"), added);
    return typed;
}

// What an earlier run left; what still stands here is newer.
void NewCustomerForm::restoreDraft()
{
    const auto kept = typed().isEmpty() ? m_drafts->kept() : std::nullopt;
    if (!kept)
        return;
    for (QLineEdit* edit : {m_name, m_phone, m_creditCode, m_reason})
        edit->setText(kept->typed.value(edit->objectName()).toString());
    m_reasonField->setVisible(!m_reason->text().isEmpty());
    m_added->restore(kept->typed.value(QStringLiteral("added")).toObject());
    m_nameField->setHint(restoredText(kept->savedAt, m_context.clock.today()));
}

void NewCustomerForm::save()
{
    for (FormField* field : {m_nameField, m_phoneField, m_codeField})
        field->setError({});
    customers::Customer customer;
    customer.name = m_name->text().trimmed();
    customer.phone = m_phone->text().trimmed();
    customer.creditCode = m_creditCode->text().trimmed();
    customer.meta.owner = m_context.session.id();
    if (!m_added->collect(customer.meta) && !customer.name.isEmpty())
        return;
    customers::SaveOptions options;
    if (m_reasonField->isVisible())
        options.reasonDespiteSimilar = m_reason->text().trimmed();
    const auto saved = customers::CustomerService(m_context).create(customer, options);
    if (!saved) {
        showError(saved.error());
        return;
    }
    for (QLineEdit* edit : {m_name, m_phone, m_creditCode, m_reason})
        edit->clear();
    m_reasonField->hide();
    m_nameField->setHint({});
    m_added->clear();
    m_drafts->forget();
    hide();
    Q_EMIT created(saved->meta.rid, saved->name);
}

void NewCustomerForm::showError(const Error& error)
{
    if (m_added->showError(error))
        return;
    if (error.code == QLatin1String("SIMILAR_CUSTOMER")) { // a warning: a reason lets it through
        m_nameField->setProblem(error);
        m_reasonField->show();
        m_reason->setFocus();
        return;
    }
    FormField* field = error.field == QLatin1String("credit_code") ? m_codeField
        : error.field == QLatin1String("phone")                    ? m_phoneField
                                                                   : m_nameField;
    field->setProblem(error);
    field->editor()->setFocus();
}

void NewCustomerForm::retranslate()
{
    m_nameField->setLabel(tr("Company name"));
    m_phoneField->setLabel(tr("Phone"));
    m_codeField->setLabel(tr("Credit code"));
    m_reasonField->setLabel(tr("Why it is another company"));
    m_name->setPlaceholderText(tr("The full name on the licence"));
    m_creditCode->setPlaceholderText(tr("18 characters, may follow later"));
    m_save->setText(tr("Save customer"));
    m_save->setToolTip(tr("Save customer (Ctrl+Enter)"));
    m_cancel->setText(tr("Close"));
}

void NewCustomerForm::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NewCustomerForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace chengdan::ui
