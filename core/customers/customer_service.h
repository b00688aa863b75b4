// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"

namespace chengdan::customers {

/// Another customer that may be the same one; a warning, never a refusal by itself.
struct SimilarCustomer {
    CustomerId id;
    QString name;
    PersonId owner;
    enum class Why { Name, Phone } why = Why::Name;
};

/// How a near-duplicate is dealt with when saving.
struct SaveOptions {
    /// Why this is another customer although one looks alike; empty: SIMILAR_CUSTOMER is answered.
    /// Added to the customer's remark, where the manager reads it.
    QString reasonDespiteSimilar;
};

/// Keeps customers and their contacts. Every act needs Right::CustomerEdit and reach over the
/// customer's owner.
class CustomerService {
public:
    explicit CustomerService(const access::Context& context)
        : m_context(context)
    {
    }

    /// Gives id, number, mnemonic and owner (the person who acts, unless one is named) and saves.
    /// Errors: REQUIRED (name), TOO_LONG, CREDIT_CODE_*, DUPLICATE (credit_code, number),
    /// SIMILAR_CUSTOMER.
    Result<Customer> create(Customer customer, const SaveOptions& options = {});
    /// Saves what differs. The owner does not change here. Errors as create, and
    /// CHANGED_MEANWHILE when the row was saved elsewhere since it was read.
    Result<Customer> update(Customer customer);
    /// Marks the customer and its contacts deleted. IN_USE while anything else refers to it.
    Result<void> remove(CustomerId id);

    Result<Contact> createContact(Contact contact);
    Result<Contact> updateContact(Contact contact);
    Result<void> removeContact(ContactId id);

    /// Customers of equal name key or phone, other than `self`; for the hint while typing. Asks for
    /// no reach: that a company is taken may be known to everybody, and no more than this is told.
    Result<std::vector<SimilarCustomer>> similar(
        const QString& name, const QString& phone, std::optional<CustomerId> self = {}) const;

private:
    const access::Context& m_context;
};

/// The contacts of a customer, the primary one first.
std::vector<Contact> contactsOf(storage::Connection& connection, CustomerId customer);

bool hasPrimaryContact(storage::Connection& connection, CustomerId customer);

/// One primary contact at most: when `contact`, about to be saved, is one, its customer's others
/// are none any more. For the service and imports.
void clearOtherPrimary(storage::Transaction& transaction, const Contact& contact);

/// Fills what is derived from typed fields: trimmed name, normalised credit code, mnemonic, name
/// key. For imports that write many rows at once as well. Error: CREDIT_CODE_*.
Result<void> deriveFields(Customer& customer);

/// Everything the rules say about a customer, gathered; used by create, update and imports.
Result<void> checkCustomer(storage::Connection& connection, Customer& customer);

} // namespace chengdan::customers
