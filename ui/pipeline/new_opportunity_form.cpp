// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/new_opportunity_form.h"

#include "core/customers/customer.h"
#include "core/pipeline/opportunity_service.h"
#include "core/storage/store.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/quick_fields.h"
#include "ui/shared/record_lookup.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

NewOpportunityForm::NewOpportunityForm(const access::Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_customer(new LookupEdit(recordFinder(context.database,
          schema::describe<customers::Customer>(),
          QStringLiteral("name"),
          QStringLiteral("city"))))
    , m_name(new QLineEdit)
    , m_amount(new AmountEdit)
    , m_customerField(new FormField({}, m_customer, QStringLiteral("newOpportunityCustomer")))
    , m_nameField(new FormField({}, m_name, QStringLiteral("newOpportunityName")))
    , m_amountField(new FormField({}, m_amount, QStringLiteral("newOpportunityAmount")))
    , m_added(new QuickFields(context.database,
          schema::describe<pipeline::Opportunity>(),
          context.clock.today(),
          QStringLiteral("newOpportunityAdded")))
    , m_save(new QPushButton)
    , m_cancel(new QPushButton)
    , m_drafts(new DraftKeeper(
          context, *this, QStringLiteral("newOpportunityForm"), [this] { return typed(); }))
{
    setObjectName(QStringLiteral("newOpportunityForm"));
    setKind(this, "card");
    m_customerField->setRequired(true);
    m_nameField->setRequired(true);
    m_save->setObjectName(QStringLiteral("newOpportunitySave"));
    setKind(m_save, "primary");
    m_cancel->setObjectName(QStringLiteral("newOpportunityCancel"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    rows->addLayout(row);
    rows->addWidget(m_added);
    row->addWidget(m_customerField, 3);
    row->addWidget(m_nameField, 3);
    row->addWidget(m_amountField, 2);
    row->addWidget(m_save, 0, Qt::AlignVCenter);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    moveOnWithEnter(this, m_save);
    connect(
        m_customer, &LookupEdit::moveOn, m_name, [this] { m_name->setFocus(Qt::TabFocusReason); });
    connect(m_save, &QPushButton::clicked, this, &NewOpportunityForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    for (QLineEdit* edit :
        {static_cast<QLineEdit*>(m_customer), m_name, static_cast<QLineEdit*>(m_amount)})
        connect(edit, &QLineEdit::textEdited, m_drafts, &DraftKeeper::touch);
    connect(m_customer, &LookupEdit::picked, m_drafts, &DraftKeeper::touch);
    connect(m_added, &QuickFields::edited, m_drafts, &DraftKeeper::touch);
    retranslate();
    hide();
}

void NewOpportunityForm::begin()
{
    m_added->reload();
    m_added->chain(m_amount, m_save);
    restoreDraft();
    show();
    m_customer->setFocus(Qt::ShortcutFocusReason);
}

QJsonObject NewOpportunityForm::typed() const
{
    QJsonObject typed;
    for (const QLineEdit* edit : {static_cast<const QLineEdit*>(m_customer),
             static_cast<const QLineEdit*>(m_name),
             static_cast<const QLineEdit*>(m_amount)}) {
        if (!edit->text().isEmpty())
            typed.insert(edit->objectName(), edit->text());
    }
    if (const QJsonObject added = m_added->typed(); !added.isEmpty())
        typed.insert(QStringLiteral("added"), added);
    if (const auto key = m_customer->key(); key && !typed.isEmpty())
        typed.insert(QStringLiteral("customer"), *key);
    return typed;
}

// What an earlier run left; what still stands here is newer.
void NewOpportunityForm::restoreDraft()
{
    const auto kept = typed().isEmpty() ? m_drafts->kept() : std::nullopt;
    if (!kept)
        return;
    m_customer->setText(kept->typed.value(m_customer->objectName()).toString());
    m_name->setText(kept->typed.value(m_name->objectName()).toString());
    m_amount->setText(kept->typed.value(m_amount->objectName()).toString());
    const qint64 key = kept->typed.value(QStringLiteral("customer")).toInteger();
    if (key > 0)
        m_customer->setMatch(recordMatch(m_context.database,
            schema::describe<customers::Customer>(),
            QStringLiteral("name"),
            QStringLiteral("city"),
            key));
    m_added->restore(kept->typed.value(QStringLiteral("added")).toObject());
    m_nameField->setHint(restoredText(kept->savedAt, m_context.clock.today()));
}

void NewOpportunityForm::save()
{
    for (FormField* field : {m_customerField, m_nameField, m_amountField})
        field->setError({});
    if (const auto wrong = m_amount->error()) {
        m_amountField->setProblem(*wrong);
        m_amount->setFocus();
        return;
    }
    pipeline::Opportunity opportunity;
    opportunity.name = m_name->text().trimmed();
    opportunity.amount.minor = m_amount->raw().value_or(0);
    if (const auto key = m_customer->key()) {
        const auto customer =
            storage::findByRid<customers::Customer>(m_context.database.reader(), *key);
        if (customer)
            opportunity.customer = customer->id;
    }
    const bool named = !opportunity.name.isEmpty() && opportunity.customer != CustomerId();
    if (!m_added->collect(opportunity.meta) && named)
        return;
    const auto saved = pipeline::OpportunityService(m_context).create(opportunity);
    if (!saved) {
        showError(saved.error());
        return;
    }
    m_customer->setMatch(std::nullopt);
    m_name->clear();
    m_amount->setRaw(std::nullopt);
    m_nameField->setHint({});
    m_added->clear();
    m_drafts->forget();
    hide();
    Q_EMIT created(saved->meta.rid, saved->name);
}

void NewOpportunityForm::showError(const Error& error)
{
    if (m_added->showError(error))
        return;
    FormField* field = error.field == QLatin1String("amount") ? m_amountField
        : error.field == QLatin1String("name")                ? m_nameField
                                                              : m_customerField;
    field->setProblem(error);
    field->editor()->setFocus();
}

void NewOpportunityForm::retranslate()
{
    m_customerField->setLabel(tr("Customer"));
    m_customer->setPlaceholderText(tr("Part of the name or pinyin initials"));
    m_nameField->setLabel(tr("What is to be sold"));
    m_name->setPlaceholderText(tr("Product and occasion, such as a yearly frame"));
    m_amountField->setLabel(tr("Expected amount"));
    m_amount->setPlaceholderText(tr("With tax; 1.2万 is understood"));
    m_save->setText(tr("Save opportunity"));
    m_save->setToolTip(tr("Save opportunity (Ctrl+Enter)"));
    m_cancel->setText(tr("Close"));
}

void NewOpportunityForm::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NewOpportunityForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace chengdan::ui
