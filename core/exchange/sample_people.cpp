// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/person.h"
#include "core/customers/customer_service.h"
#include "core/exchange/sample_rows.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

struct SamplePerson {
    QString name;
    QString title;
    QString email;
    QString phone;
};

struct SampleAddress {
    QString line;
    QString city;
    QString state;
    QString postalCode;
};

Result<QHash<int, SamplePerson>> readSamplePersons(const QString& directory)
{
    auto rows = SampleTable::read(directory,
        QStringLiteral("Person"),
        {QStringLiteral("BusinessEntityID"),
            QStringLiteral("FirstName"),
            QStringLiteral("MiddleName"),
            QStringLiteral("LastName"),
            QStringLiteral("Suffix"),
            QStringLiteral("Title"),
            QStringLiteral("EmailAddress"),
            QStringLiteral("PhoneNumber")});
    if (!rows)
        return chengdan::fail(rows.error());
    QHash<int, SamplePerson> persons;
    persons.reserve(rows->rows());
    for (int i = 0; i < rows->rows(); ++i) {
        QStringList parts{rows->text(i, 1), rows->text(i, 2), rows->text(i, 3), rows->text(i, 4)};
        parts.removeAll(QString());
        persons.insert(rows->number(i, 0),
            {parts.join(QLatin1Char(' ')), rows->text(i, 5), rows->text(i, 6), rows->text(i, 7)});
    }
    if (auto checked = rows->check(); !checked)
        return chengdan::fail(checked.error());
    return persons;
}

/// Addresses by the person or store they belong to; of several the first.
Result<QHash<int, SampleAddress>> readSampleAddresses(const QString& directory)
{
    auto states = SampleTable::read(directory,
        QStringLiteral("StateProvince"),
        {QStringLiteral("StateProvinceID"), QStringLiteral("Name")});
    auto addresses = SampleTable::read(directory,
        QStringLiteral("Address"),
        {QStringLiteral("AddressID"),
            QStringLiteral("AddressLine1"),
            QStringLiteral("AddressLine2"),
            QStringLiteral("City"),
            QStringLiteral("StateProvinceID"),
            QStringLiteral("PostalCode")});
    auto owners = SampleTable::read(directory,
        QStringLiteral("BusinessEntityAddress"),
        {QStringLiteral("BusinessEntityID"), QStringLiteral("AddressID")});
    for (const auto* table : {&states, &addresses, &owners}) {
        if (!*table)
            return chengdan::fail(table->error());
    }
    QHash<int, QString> stateNames;
    for (int i = 0; i < states->rows(); ++i)
        stateNames.insert(states->number(i, 0), states->text(i, 1));
    QHash<int, SampleAddress> byAddress;
    for (int i = 0; i < addresses->rows(); ++i) {
        QStringList lines{addresses->text(i, 1), addresses->text(i, 2)};
        lines.removeAll(QString());
        byAddress.insert(addresses->number(i, 0),
            {lines.join(QStringLiteral(", ")),
                addresses->text(i, 3),
                stateNames.value(addresses->number(i, 4)),
                addresses->text(i, 5)});
    }
    QHash<int, SampleAddress> byOwner;
    for (int i = 0; i < owners->rows(); ++i) {
        const int owner = owners->number(i, 0);
        if (!byOwner.contains(owner))
            byOwner.insert(owner, byAddress.value(owners->number(i, 1)));
    }
    for (const auto* table : {&states, &addresses, &owners}) {
        if (auto checked = (*table)->check(); !checked)
            return chengdan::fail(checked.error());
    }
    return byOwner;
}

Result<void> insertSampleRegions(SampleContext& context)
{
    auto rows = SampleTable::read(context.directory,
        QStringLiteral("SalesTerritory"),
        {QStringLiteral("TerritoryID"),
            QStringLiteral("Name"),
            QStringLiteral("CountryRegionCode")});
    if (!rows)
        return chengdan::fail(rows.error());
    for (int i = 0; i < rows->rows(); ++i) {
        access::Region region;
        region.id = RegionId::fromNumber(rows->number(i, 0));
        region.code = rows->text(i, 2) + rows->text(i, 0);
        region.name = rows->text(i, 1);
        storage::insert(context.transaction, region);
    }
    return rows->check();
}

} // namespace

Result<void> insertSamplePeople(SampleContext& context)
{
    if (auto regions = insertSampleRegions(context); !regions)
        return regions;
    auto persons = readSamplePersons(context.directory);
    if (!persons)
        return chengdan::fail(persons.error());
    auto employees = SampleTable::read(context.directory,
        QStringLiteral("Employee"),
        {QStringLiteral("BusinessEntityID"),
            QStringLiteral("LoginID"),
            QStringLiteral("JobTitle")});
    auto sellers = SampleTable::read(context.directory,
        QStringLiteral("SalesPerson"),
        {QStringLiteral("BusinessEntityID"), QStringLiteral("TerritoryID")});
    for (const auto* table : {&employees, &sellers}) {
        if (!*table)
            return chengdan::fail(table->error());
    }
    QHash<int, int> employeeRow;
    for (int i = 0; i < employees->rows(); ++i)
        employeeRow.insert(employees->number(i, 0), i);
    int number = companyOwner().number();
    for (int i = 0; i < sellers->rows(); ++i) {
        const int entity = sellers->number(i, 0);
        const int row = employeeRow.value(entity, -1);
        const SamplePerson& known = (*persons)[entity];
        access::Person person;
        person.id = PersonId::fromNumber(++number);
        person.name = known.name;
        person.email = known.email;
        person.phone = known.phone;
        person.login = row < 0 ? QStringLiteral("sales%1").arg(entity)
                               : employees->text(row, 1).section(QLatin1Char('\\'), -1).toLower();
        person.title = row < 0 ? QString() : employees->text(row, 2);
        // Those without a territory lead the others.
        const bool manager = sellers->isEmpty(i, 1);
        if (!manager)
            person.region = RegionId::fromNumber(sellers->number(i, 1));
        person.quoteLevel = manager ? 3 : 1;
        storage::insert(context.transaction, person);
        access::PersonRole role;
        role.id = PersonRoleId::make(context.ids);
        role.meta.owner = person.id;
        role.person = person.id;
        role.role = manager ? access::Role::SalesManager : access::Role::Sales;
        role.scope = manager ? access::RoleScope::All : access::RoleScope::Own;
        storage::insert(context.transaction, role);
        context.salesPeople.insert(entity, person.id);
    }
    return sellers->check();
}

namespace {

struct SampleStore {
    QString name;
    PersonId seller;
};

/// Customers and contacts, store by store and consumer by consumer.
class SampleCustomerMaker {
public:
    explicit SampleCustomerMaker(SampleContext& context)
        : m_context(context)
    {
    }

    Result<void> make()
    {
        auto persons = readSamplePersons(m_context.directory);
        auto addresses = readSampleAddresses(m_context.directory);
        if (!persons)
            return chengdan::fail(persons.error());
        if (!addresses)
            return chengdan::fail(addresses.error());
        m_persons = std::move(*persons);
        m_addresses = std::move(*addresses);
        if (auto stores = readStores(); !stores)
            return stores;
        if (auto contacts = readStoreContacts(); !contacts)
            return contacts;
        return makeCustomers();
    }

private:
    Result<void> readStores()
    {
        auto rows = SampleTable::read(m_context.directory,
            QStringLiteral("Store"),
            {QStringLiteral("BusinessEntityID"),
                QStringLiteral("Name"),
                QStringLiteral("SalesPersonID")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            m_stores.insert(rows->number(i, 0),
                {rows->text(i, 1),
                    m_context.salesPeople.value(rows->number(i, 2), companyOwner())});
        }
        return rows->check();
    }

    Result<void> readStoreContacts()
    {
        auto rows = SampleTable::read(m_context.directory,
            QStringLiteral("BusinessEntityContact"),
            {QStringLiteral("BusinessEntityID"),
                QStringLiteral("PersonID"),
                QStringLiteral("ContactType")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i)
            m_contacts[rows->number(i, 0)].push_back({rows->number(i, 1), rows->text(i, 2)});
        return rows->check();
    }

    Result<void> makeCustomers()
    {
        auto rows = SampleTable::read(m_context.directory,
            QStringLiteral("Customer"),
            {QStringLiteral("CustomerID"),
                QStringLiteral("PersonID"),
                QStringLiteral("StoreID"),
                QStringLiteral("TerritoryID"),
                QStringLiteral("AccountNumber")});
        if (!rows)
            return chengdan::fail(rows.error());
        // The row of a store that names a person is the one that ordered; it comes later in the
        // file than the one that does not.
        QHash<int, int> orderingRow;
        for (int i = 0; i < rows->rows(); ++i) {
            if (!rows->isEmpty(i, 1) && !rows->isEmpty(i, 2))
                orderingRow.insert(rows->number(i, 2), i);
        }
        std::vector<int> doubled;
        for (int i = 0; i < rows->rows(); ++i) {
            const int store = rows->number(i, 2);
            if (store != 0 && rows->isEmpty(i, 1) && orderingRow.contains(store)) {
                doubled.push_back(i);
                continue;
            }
            const auto made = makeCustomer(*rows, i);
            if (!made)
                return chengdan::fail(made.error());
        }
        for (const int i : doubled) {
            const int kept = rows->number(orderingRow.value(rows->number(i, 2)), 0);
            m_context.customers.insert(rows->number(i, 0), m_context.customers.value(kept));
            ++m_context.report.oddities.duplicateStores;
        }
        return rows->check();
    }

    Result<void> makeCustomer(const SampleTable& rows, int i)
    {
        const int store = rows.number(i, 2);
        const int entity = store != 0 ? store : rows.number(i, 1);
        customers::Customer customer;
        customer.id = CustomerId::make(m_context.ids);
        customer.meta.root = customer.id;
        customer.number = rows.text(i, 4);
        if (!rows.isEmpty(i, 3))
            customer.region = RegionId::fromNumber(rows.number(i, 3));
        const SampleAddress address = m_addresses.value(entity);
        customer.address = address.line;
        customer.city = address.city;
        customer.province = address.state;
        customer.postalCode = address.postalCode;
        if (store != 0) {
            customer.name = m_stores.value(store).name;
            customer.meta.owner = m_stores.value(store).seller;
            customer.industry = QStringLiteral("Bicycle retail");
        } else {
            const SamplePerson person = m_persons.value(entity);
            customer.kind = customers::CustomerKind::Consumer;
            customer.name = person.name;
            customer.phone = person.phone;
            customer.meta.owner = companyOwner();
        }
        if (auto derived = customers::deriveFields(customer); !derived)
            return derived;
        storage::insert(m_context.transaction, customer);
        ++m_context.report.customers;
        m_context.customers.insert(rows.number(i, 0), {customer.id, customer.meta.owner});
        addContacts(customer, store, rows.number(i, 1));
        return {};
    }

    void addContacts(const customers::Customer& customer, int store, int person)
    {
        if (store == 0 || !m_contacts.contains(store)) {
            if (person != 0)
                addContact(customer, person, {}, true);
            return;
        }
        bool first = true;
        for (const auto& [contact, type] : m_contacts[store]) {
            addContact(customer, contact, type, first);
            first = false;
        }
    }

    void addContact(
        const customers::Customer& customer, int person, const QString& type, bool primary)
    {
        const auto known = m_persons.constFind(person);
        if (known == m_persons.constEnd())
            return;
        customers::Contact contact;
        contact.id = ContactId::make(m_context.ids);
        contact.meta.owner = customer.meta.owner;
        contact.meta.root = customer.id;
        contact.customer = customer.id;
        contact.name = known->name;
        contact.title = type.isEmpty() ? known->title : type;
        contact.email = known->email;
        contact.phone = known->phone;
        contact.primary = primary;
        storage::insert(m_context.transaction, contact);
        ++m_context.report.contacts;
    }

    SampleContext& m_context;
    QHash<int, SamplePerson> m_persons;
    QHash<int, SampleAddress> m_addresses;
    QHash<int, SampleStore> m_stores;
    QHash<int, std::vector<std::pair<int, QString>>> m_contacts; ///< by store
};

} // namespace

Result<void> insertSampleCustomers(SampleContext& context)
{
    return SampleCustomerMaker(context).make();
}

} // namespace chengdan::exchange
