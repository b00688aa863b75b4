// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// A stored customer in a RecordForm.
class CustomerSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(CustomerSubject)
public:
    CustomerSubject(const access::Context& context, customers::Customer customer);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_customer; }
    bool isNew() const override { return false; }
    std::optional<Error> check(const QString& key, const schema::Value& value) const override;
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }

private:
    const access::Context& m_context;
    customers::Customer m_customer;
};

/// A contact in a RecordForm: a stored one, or a new one whose `customer` is set.
class ContactSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(ContactSubject)
public:
    ContactSubject(const access::Context& context, customers::Contact contact);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t) const override { return &m_contact; }
    bool isNew() const override { return m_contact.meta.rid == 0; }
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }

private:
    const access::Context& m_context;
    customers::Contact m_contact;
};

} // namespace chengdan::ui
