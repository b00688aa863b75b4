// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer_service.h"

#include "core/access/custom_values.h"
#include "core/access/guard.h"
#include "core/access/numbering.h"
#include "core/access/validation.h"
#include "core/base/credit_code.h"
#include "core/customers/name_keys.h"
#include "core/storage/store.h"

namespace chengdan::customers {

namespace {

using access::Right;
using storage::Connection;
using storage::Transaction;

std::vector<SimilarCustomer> findSimilar(Connection& connection,
    const QString& name,
    const QString& phone,
    const std::optional<CustomerId>& self)
{
    std::vector<SimilarCustomer> found;
    const auto collect = [&](const char* where, const QString& key, SimilarCustomer::Why why) {
        if (key.isEmpty())
            return;
        for (const Customer& other : storage::select<Customer>(
                 connection, QString::fromLatin1(where) + QStringLiteral(" LIMIT 20"), {key})) {
            const bool known = std::any_of(
                found.begin(), found.end(), [&](const auto& seen) { return seen.id == other.id; });
            if (!known && (!self || other.id != *self))
                found.push_back({other.id, other.name, other.meta.owner, why});
        }
    };
    collect("name_key = ?", nameKeyOf(name), SimilarCustomer::Why::Name);
    collect("phone = ?", phone.trimmed(), SimilarCustomer::Why::Phone);
    return found;
}

Result<void> checkContact(Connection& connection, const Contact& contact)
{
    access::Findings findings;
    access::checkRecord(connection, contact, findings);
    return findings.result();
}

} // namespace

Result<void> deriveFields(Customer& customer)
{
    customer.name = customer.name.trimmed();
    customer.phone = customer.phone.trimmed();
    customer.nameKey = nameKeyOf(customer.name);
    if (customer.mnemonic.trimmed().isEmpty())
        customer.mnemonic = mnemonicOf(customer.name);
    else
        customer.mnemonic = customer.mnemonic.trimmed().toUpper();
    if (customer.creditCode.trimmed().isEmpty()) {
        customer.creditCode = QString();
        return {};
    }
    auto code = normaliseCreditCode(customer.creditCode);
    if (!code) {
        Error error = code.error();
        error.field = QStringLiteral("credit_code");
        return fail(std::move(error));
    }
    customer.creditCode = *code;
    return {};
}

Result<void> checkCustomer(Connection& connection, Customer& customer)
{
    access::Findings findings;
    const auto derived = deriveFields(customer);
    access::checkRecord(connection, customer, findings);
    findings.add(derived);
    return findings.result();
}

Result<Customer> CustomerService::create(Customer customer, const SaveOptions& options)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Customer> {
            Connection& connection = transaction.connection();
            if (customer.meta.owner == PersonId() && customer.status != CustomerStatus::Pool)
                customer.meta.owner = m_context.session.id();
            if (auto reach = m_context.session.requireReach(customer.meta.owner); !reach)
                return fail(reach.error());
            customer.id = CustomerId::make(m_context.ids);
            customer.meta.root = customer.id;
            if (auto taken = access::takeNewCustom(m_context, connection, customer); !taken)
                return fail(taken.error());
            if (auto checked = checkCustomer(connection, customer); !checked)
                return fail(checked.error());
            const auto alike = findSimilar(connection, customer.name, customer.phone, customer.id);
            const QString reason = options.reasonDespiteSimilar.trimmed();
            if (!alike.empty() && reason.isEmpty())
                return fail("SIMILAR_CUSTOMER",
                    QStringLiteral("name"),
                    {{QStringLiteral("other"), alike.front().name}});
            if (!alike.empty()) {
                if (!customer.remark.isEmpty())
                    customer.remark += QLatin1Char('\n');
                customer.remark += reason;
            }
            if (customer.number.isEmpty())
                customer.number = access::nextNumber(
                    transaction, access::kCustomerNumbers, m_context.clock.today());
            storage::insert(transaction, customer);
            return customer;
        });
}

Result<Customer> CustomerService::update(Customer customer)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Customer> {
            Connection& connection = transaction.connection();
            auto stored = access::loadForChange(m_context, connection, customer);
            if (!stored)
                return stored;
            if (auto taken = access::takeMeta(m_context, connection, customer, stored->meta);
                !taken)
                return fail(taken.error());
            if (customer.number.isEmpty())
                customer.number = stored->number;
            // A mnemonic that was made follows the name; one that was typed stays.
            if (customer.name != stored->name && customer.mnemonic == stored->mnemonic
                && stored->mnemonic == mnemonicOf(stored->name))
                customer.mnemonic.clear();
            if (auto checked = checkCustomer(connection, customer); !checked)
                return fail(checked.error());
            storage::update(transaction, customer);
            return customer;
        });
}

Result<void> CustomerService::remove(CustomerId id)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            auto stored = access::loadWithinReach<Customer>(m_context, connection, id);
            if (!stored)
                return fail(stored.error());
            if (auto unused = access::checkUnused(connection,
                    m_context.database.types(),
                    schema::describe<Customer>(),
                    storage::bind(id),
                    {QStringLiteral("contact")});
                !unused)
                return unused;
            for (Contact& contact : storage::select<Contact>(
                     connection, QStringLiteral("customer = ?"), {storage::bind(id)}))
                storage::remove(transaction, contact);
            storage::remove(transaction, *stored);
            return {};
        });
}

Result<Contact> CustomerService::createContact(Contact contact)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Contact> {
            Connection& connection = transaction.connection();
            contact.id = ContactId::make(m_context.ids);
            if (auto taken = access::takeNewCustom(m_context, connection, contact); !taken)
                return fail(taken.error());
            if (auto checked = checkContact(connection, contact); !checked)
                return fail(checked.error());
            auto customer =
                access::loadWithinReach<Customer>(m_context, connection, contact.customer);
            if (!customer)
                return fail(customer.error());
            contact.meta.root = customer->id;
            contact.meta.owner = customer->meta.owner;
            clearOtherPrimary(transaction, contact);
            storage::insert(transaction, contact);
            return contact;
        });
}

Result<Contact> CustomerService::updateContact(Contact contact)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Contact> {
            Connection& connection = transaction.connection();
            auto stored = access::loadForChange(m_context, connection, contact);
            if (!stored)
                return stored;
            if (auto taken = access::takeMeta(m_context, connection, contact, stored->meta); !taken)
                return fail(taken.error());
            contact.customer = stored->customer;
            if (auto checked = checkContact(connection, contact); !checked)
                return fail(checked.error());
            clearOtherPrimary(transaction, contact);
            storage::update(transaction, contact);
            return contact;
        });
}

Result<void> CustomerService::removeContact(ContactId id)
{
    if (auto allowed = m_context.session.require(Right::CustomerEdit); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            auto stored = access::loadWithinReach<Contact>(m_context, transaction.connection(), id);
            if (!stored)
                return fail(stored.error());
            storage::remove(transaction, *stored);
            return {};
        });
}

Result<std::vector<SimilarCustomer>> CustomerService::similar(
    const QString& name, const QString& phone, std::optional<CustomerId> self) const
{
    return m_context.database.read(
        [&](Connection& connection) -> Result<std::vector<SimilarCustomer>> {
            return findSimilar(connection, name, phone, self);
        });
}

bool hasPrimaryContact(storage::Connection& connection, CustomerId customer)
{
    return !schema::isNull(connection.scalar(
        QStringLiteral(
            "SELECT 1 FROM contact WHERE customer = ? AND is_primary = 1 AND deleted = 0 LIMIT 1"),
        {storage::bind(customer)}));
}

void clearOtherPrimary(storage::Transaction& transaction, const Contact& contact)
{
    if (!contact.primary)
        return;
    for (Contact& other : storage::select<Contact>(transaction.connection(),
             QStringLiteral("customer = ? AND id <> ? AND is_primary = 1"),
             {storage::bind(contact.customer), storage::bind(contact.id)})) {
        other.primary = false;
        storage::update(transaction, other);
    }
}

std::vector<Contact> contactsOf(storage::Connection& connection, CustomerId customer)
{
    return storage::select<Contact>(connection,
        QStringLiteral("customer = ? ORDER BY is_primary DESC, name"),
        {storage::bind(customer)});
}

} // namespace chengdan::customers
