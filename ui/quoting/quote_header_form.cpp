// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_header_form.h"

#include "core/access/settings.h"
#include "core/customers/customer_service.h"
#include "core/storage/store.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_lookup.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>

namespace chengdan::ui {

namespace {
enum HeaderField { kCustomer, kContact, kTaxMode, kTaxRate, kValidUntil, kPayment, kDelivery };
}

QuoteHeaderForm::QuoteHeaderForm(const access::Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_customer(new LookupEdit(recordFinder(context.database,
          schema::describe<customers::Customer>(),
          QStringLiteral("name"),
          QStringLiteral("city"))))
    , m_contact(new QComboBox)
    , m_taxMode(new QComboBox)
    , m_taxRate(new NumberEdit(2))
    , m_validUntil(new QDateEdit)
    , m_payment(new QLineEdit)
    , m_delivery(new QLineEdit)
{
    setObjectName(QStringLiteral("quoteHeader"));
    setKind(this, "card");
    m_validUntil->setCalendarPopup(true);
    m_validUntil->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_taxRate->setSuffix(QStringLiteral("%"));
    m_taxRate->setRange(0, 10000);
    const std::pair<QWidget*, const char*> editors[] = {{m_customer, "quoteCustomer"},
        {m_contact, "quoteContact"},
        {m_taxMode, "quoteTaxMode"},
        {m_taxRate, "quoteTaxRate"},
        {m_validUntil, "quoteValidUntil"},
        {m_payment, "quotePayment"},
        {m_delivery, "quoteDelivery"}};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    // Two rows on four columns; tab order is reading order.
    const int places[][3] = {
        {0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 0, 1}, {1, 1, 1}, {1, 2, 2}};
    for (int i = 0; i < 7; ++i) {
        m_fields[i] = new FormField({}, editors[i].first, QString::fromLatin1(editors[i].second));
        grid->addWidget(m_fields[i], places[i][0], places[i][1], 1, places[i][2]);
    }
    // The customer's name is the longest; a list of contacts must not take its room.
    m_contact->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_contact->setMinimumContentsLength(6);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    grid->setColumnStretch(3, 2);
    m_fields[kCustomer]->setRequired(true);
    connect(m_customer, &LookupEdit::picked, this, [this] {
        loadContacts();
        takeTermsOfCustomer();
        Q_EMIT edited();
        Q_EMIT finished();
    });
    connect(m_customer, &LookupEdit::cleared, this, &QuoteHeaderForm::edited);
    const auto changed = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(m_contact, &QComboBox::activated, this, changed);
    connect(m_taxMode, &QComboBox::currentIndexChanged, this, changed);
    connect(m_taxRate, &NumberEdit::valueEdited, this, changed);
    connect(m_validUntil, &QDateEdit::dateChanged, this, changed);
    connect(m_payment, &QLineEdit::textEdited, this, changed);
    connect(m_delivery, &QLineEdit::textEdited, this, changed);
    moveOnWithEnter(this, m_delivery);
    connect(m_delivery, &QLineEdit::returnPressed, this, &QuoteHeaderForm::finished);
    retranslate();
}

std::optional<customers::Customer> QuoteHeaderForm::customer() const
{
    const auto key = m_customer->key();
    return key ? storage::findByRid<customers::Customer>(m_context.database.reader(), *key)
               : std::nullopt;
}

void QuoteHeaderForm::takeTermsOfCustomer()
{
    m_contact->setCurrentIndex(m_contacts.empty() ? 0 : 1);
    const auto picked = customer();
    if (picked && m_payment->text().isEmpty())
        m_payment->setText(picked->paymentTerms);
}

void QuoteHeaderForm::loadContacts()
{
    m_contacts.clear();
    m_contact->clear();
    m_contact->addItem(tr("None"));
    if (const auto picked = customer()) {
        const auto contacts = customers::contactsOf(m_context.database.reader(), picked->id);
        for (const customers::Contact& contact : contacts) {
            m_contacts.push_back(contact.id);
            m_contact->addItem(contact.mobile.isEmpty()
                    ? contact.name
                    : contact.name + QLatin1Char(' ') + contact.mobile);
        }
    }
    m_contact->setCurrentIndex(0);
}

void QuoteHeaderForm::fill(const quoting::QuoteDraft& draft, Prefill prefill)
{
    m_filling = true;
    clearErrors();
    const auto settings = access::readSettings(m_context.database.reader());
    const auto known =
        storage::find<customers::Customer>(m_context.database.reader(), draft.customer);
    m_payment->setText(draft.paymentTerms.value_or(QString()));
    m_customer->setMatch(known ? recordMatch(m_context.database,
                             schema::describe<customers::Customer>(),
                             QStringLiteral("name"),
                             QStringLiteral("city"),
                             known->meta.rid)
                               : std::nullopt);
    loadContacts();
    if (known && prefill == Prefill::FromCustomer)
        takeTermsOfCustomer();
    for (std::size_t i = 0; i < m_contacts.size(); ++i) {
        if (draft.contact == m_contacts[i])
            m_contact->setCurrentIndex(static_cast<int>(i) + 1);
    }
    m_taxMode->setCurrentIndex(draft.taxMode == quoting::TaxMode::Gross ? 1 : 0);
    m_taxRate->setRaw(
        draft.taxRate.value_or(settings.taxRate).raw() / 100); // 1e-6 of one is 1e-4 of a percent
    m_validUntil->setDate(draft.validUntil.isValid()
            ? draft.validUntil
            : m_context.clock.today().addDays(settings.quoteValidityDays));
    m_delivery->setText(draft.deliveryTerms);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_customer), m_payment, m_delivery})
        edit->setCursorPosition(0); // what does not fit is cut at its end, not at its beginning
    m_filling = false;
}

void QuoteHeaderForm::collect(quoting::QuoteDraft& draft) const
{
    const auto picked = customer();
    draft.customer = picked ? picked->id : CustomerId();
    const int contact = m_contact->currentIndex();
    draft.contact = contact > 0 && static_cast<std::size_t>(contact) <= m_contacts.size()
        ? std::optional(m_contacts[static_cast<std::size_t>(contact) - 1])
        : std::nullopt;
    draft.taxMode =
        m_taxMode->currentIndex() == 1 ? quoting::TaxMode::Gross : quoting::TaxMode::Net;
    if (const auto rate = m_taxRate->raw())
        draft.taxRate = Rate::fromRaw(*rate * 100);
    else
        draft.taxRate.reset();
    draft.validUntil = m_validUntil->date();
    draft.paymentTerms =
        m_payment->text().isEmpty() ? std::nullopt : std::optional(m_payment->text());
    draft.deliveryTerms = m_delivery->text();
}

void QuoteHeaderForm::setEditable(bool editable)
{
    for (FormField* field : m_fields)
        field->editor()->setEnabled(editable);
}

void QuoteHeaderForm::focusFirst()
{
    m_customer->setFocus(Qt::ShortcutFocusReason);
}

void QuoteHeaderForm::clearErrors()
{
    for (FormField* field : m_fields)
        field->setError({});
}

bool QuoteHeaderForm::showError(const Error& error)
{
    static const QHash<QString, int> places{{QStringLiteral("customer"), kCustomer},
        {QStringLiteral("contact"), kContact},
        {QStringLiteral("tax_rate"), kTaxRate},
        {QStringLiteral("valid_until"), kValidUntil},
        {QStringLiteral("payment_terms"), kPayment},
        {QStringLiteral("delivery_terms"), kDelivery}};
    const auto at = places.find(error.field);
    if (at == places.end())
        return false;
    m_fields[*at]->setProblem(error);
    m_fields[*at]->editor()->setFocus();
    return true;
}

void QuoteHeaderForm::retranslate()
{
    m_fields[kCustomer]->setLabel(tr("Customer"));
    m_fields[kContact]->setLabel(tr("Contact"));
    m_fields[kTaxMode]->setLabel(tr("Prices are"));
    m_fields[kTaxRate]->setLabel(tr("Tax rate"));
    m_fields[kValidUntil]->setLabel(tr("Valid until"));
    m_fields[kPayment]->setLabel(tr("Payment"));
    m_fields[kDelivery]->setLabel(tr("Delivery"));
    m_customer->setPlaceholderText(tr("Part of the name or pinyin initials"));
    m_payment->setPlaceholderText(tr("The customer's own terms, when there are any"));
    m_delivery->setPlaceholderText(tr("Such as: 35 days after signing"));
    const int mode = std::max(0, m_taxMode->currentIndex());
    m_filling = true;
    m_taxMode->clear();
    m_taxMode->addItems({tr("without tax"), tr("tax included")});
    m_taxMode->setCurrentIndex(mode);
    if (m_contact->count() > 0)
        m_contact->setItemText(0, tr("None"));
    m_filling = false;
}

void QuoteHeaderForm::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
