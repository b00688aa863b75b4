// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/quote_view.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace chengdan::ui {

class FormField;
class LookupEdit;
class NumberEdit;

/// Customer, contact, price terms, validity, payment and delivery of a quote. Only the customer has
/// to be filled; the rest comes from the company's settings and the customer's own terms.
class QuoteHeaderForm : public QFrame {
    Q_OBJECT
public:
    explicit QuoteHeaderForm(const access::Context& context, QWidget* parent = nullptr);
    /// A new quote takes the customer's first contact and payment terms; a stored one shows what it
    /// holds.
    enum class Prefill { FromCustomer, AsStored };
    void fill(const quoting::QuoteDraft& draft, Prefill prefill);
    /// Takes what is typed over into the draft.
    void collect(quoting::QuoteDraft& draft) const;
    void setEditable(bool editable);
    void focusFirst();
    void clearErrors();
    /// True when the error belongs to one of these fields and stands there now.
    bool showError(const Error& error);
    LookupEdit* customerEdit() const { return m_customer; }

Q_SIGNALS:
    void edited();
    /// The last field was left by Enter, or the customer picked: go on with the lines.
    void finished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void loadContacts();
    void takeTermsOfCustomer();
    std::optional<customers::Customer> customer() const;
    const access::Context& m_context;
    LookupEdit* m_customer;
    QComboBox* m_contact;
    QComboBox* m_taxMode;
    NumberEdit* m_taxRate;
    QDateEdit* m_validUntil;
    QLineEdit* m_payment;
    QLineEdit* m_delivery;
    std::vector<ContactId> m_contacts;
    FormField* m_fields[7];
    bool m_filling = false;
};

} // namespace chengdan::ui
