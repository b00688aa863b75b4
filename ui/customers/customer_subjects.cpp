// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customer_subjects.h"

#include "core/base/credit_code.h"
#include "core/customers/customer_service.h"
#include "core/storage/store.h"
#include "ui/shared/custom_fields.h"

namespace chengdan::ui {

CustomerSubject::CustomerSubject(const access::Context& context, customers::Customer customer)
    : m_context(context)
    , m_customer(std::move(customer))
{
}

QString CustomerSubject::heading() const
{
    return tr("Edit customer");
}

std::vector<FormPart> CustomerSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<customers::Customer>();
    part.first = {QStringLiteral("name"),
        QStringLiteral("short_name"),
        QStringLiteral("phone"),
        QStringLiteral("grade"),
        QStringLiteral("status"),
        QStringLiteral("industry"),
        QStringLiteral("city"),
        QStringLiteral("credit_code"),
        QStringLiteral("payment_terms"),
        QStringLiteral("remark")};
    part.hidden = {QStringLiteral("name_key")}; // made from the name
    part.multiline = {QStringLiteral("remark")};
    return {part};
}

std::optional<Error> CustomerSubject::check(const QString& key, const schema::Value& value) const
{
    const QString text = schema::toText(value);
    if (key != QLatin1String("credit_code") || text.isEmpty())
        return {};
    const auto code = normaliseCreditCode(text);
    return code ? std::nullopt : std::optional(code.error());
}

Result<void> CustomerSubject::save(const RecordForm& form)
{
    customers::Customer edited = m_customer;
    form.apply(0, &edited);
    applyCustomFields(form, edited.meta);
    auto saved = customers::CustomerService(m_context).update(edited);
    if (!saved)
        return fail(saved.error());
    m_customer = std::move(*saved);
    return {};
}

Result<void> CustomerSubject::reload()
{
    auto stored = m_context.database.read(
        [&](storage::Connection& connection) -> Result<customers::Customer> {
            return storage::load<customers::Customer>(connection, m_customer.id);
        });
    if (!stored)
        return fail(stored.error());
    m_customer = std::move(*stored);
    return {};
}

std::vector<FieldSpec> CustomerSubject::extraFields() const
{
    return customFieldSpecs(m_context.database, schema::describe<customers::Customer>());
}

schema::Value CustomerSubject::extraValue(const QString& key) const
{
    return customFieldValue(m_customer.meta, key);
}

QString CustomerSubject::savedText() const
{
    return tr("Customer “%1” saved").arg(m_customer.name);
}

ContactSubject::ContactSubject(const access::Context& context, customers::Contact contact)
    : m_context(context)
    , m_contact(std::move(contact))
{
}

QString ContactSubject::heading() const
{
    return isNew() ? tr("New contact") : tr("Edit contact");
}

std::vector<FormPart> ContactSubject::parts() const
{
    FormPart part;
    part.type = &schema::describe<customers::Contact>();
    part.first = {QStringLiteral("name"),
        QStringLiteral("title"),
        QStringLiteral("mobile"),
        QStringLiteral("phone"),
        QStringLiteral("wechat"),
        QStringLiteral("email"),
        QStringLiteral("role"),
        QStringLiteral("is_primary")};
    part.hidden = {QStringLiteral("customer")};
    part.multiline = {QStringLiteral("remark")};
    return {part};
}

Result<void> ContactSubject::save(const RecordForm& form)
{
    customers::Contact edited = m_contact;
    form.apply(0, &edited);
    applyCustomFields(form, edited.meta);
    customers::CustomerService service(m_context);
    auto saved = isNew() ? service.createContact(edited) : service.updateContact(edited);
    if (!saved)
        return fail(saved.error());
    m_contact = std::move(*saved);
    return {};
}

Result<void> ContactSubject::reload()
{
    auto stored =
        m_context.database.read([&](storage::Connection& connection) -> Result<customers::Contact> {
            return storage::load<customers::Contact>(connection, m_contact.id);
        });
    if (!stored)
        return fail(stored.error());
    m_contact = std::move(*stored);
    return {};
}

std::vector<FieldSpec> ContactSubject::extraFields() const
{
    return customFieldSpecs(m_context.database, schema::describe<customers::Contact>());
}

schema::Value ContactSubject::extraValue(const QString& key) const
{
    return customFieldValue(m_contact.meta, key);
}

QString ContactSubject::savedText() const
{
    return tr("Contact “%1” saved").arg(m_contact.name);
}

} // namespace chengdan::ui
