// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customer_panel.h"

#include "core/customers/customer_service.h"
#include "core/storage/store.h"
#include "ui/customers/contact_list.h"
#include "ui/customers/customer_subjects.h"
#include "ui/customers/ownership_box.h"
#include "ui/shared/record_panel.h"

#include <QVBoxLayout>

namespace chengdan::ui {

CustomerPanel::CustomerPanel(const access::Context& context, QWidget* parent)
    : EditPanel(QStringLiteral("customerPanel"), context.database, context.clock.today(), parent)
    , m_context(context)
    , m_record(new RecordPanel(
          context.database, schema::describe<customers::Customer>(), {QStringLiteral("name_key")}))
    , m_ownership(new OwnershipBox(context))
    , m_contacts(new ContactList)
{
    m_record->layout()->setContentsMargins(20, 4, 20, 12);
    view()->addWidget(m_record);
    view()->addWidget(m_ownership);
    view()->addWidget(m_contacts);
    view()->addStretch(1);
    connect(m_contacts, &ContactList::addWanted, this, [this] { addContact(); });
    connect(m_contacts, &ContactList::editWanted, this, [this] { editContact(); });
    connect(m_contacts, &ContactList::deleteWanted, this, [this] { deleteContact(); });
    connect(m_ownership, &OwnershipBox::claimWanted, this, &CustomerPanel::claimWanted);
    connect(m_ownership, &OwnershipBox::handOverWanted, this, &CustomerPanel::handOverWanted);
    connect(m_ownership, &OwnershipBox::poolWanted, this, &CustomerPanel::poolWanted);
    connect(m_ownership, &OwnershipBox::accessWanted, this, [this] { giveAccess(); });
    connect(m_ownership, &OwnershipBox::withdrawWanted, this, [this](qint32 person) {
        withdraw(PersonId::fromNumber(person));
    });
    setAllowed(false, false);
    follow({&schema::describe<customers::Customer>(), &schema::describe<customers::Contact>()});
}

QString CustomerPanel::kindText() const
{
    return tr("Customer");
}

bool CustomerPanel::mayEdit() const
{
    return m_shown && m_context.session.has(access::Right::CustomerEdit)
        && m_context.session.reaches(m_shown->meta.owner);
}

void CustomerPanel::showKey(qint64 key)
{
    m_shown.reset();
    std::vector<customers::Contact> contacts;
    if (key != 0) {
        const auto read =
            m_context.database.read([&](storage::Connection& connection) -> Result<void> {
                m_shown = storage::findByRid<customers::Customer>(connection, key);
                if (m_shown)
                    contacts = customers::contactsOf(connection, m_shown->id);
                return {};
            });
        if (!read)
            showError(tr("The customer could not be read"), read.error());
    }
    m_record->showRecord(m_shown ? key : 0);
    m_ownership->showCustomer(m_shown ? key : 0);
    m_contacts->setVisible(m_shown.has_value());
    m_contacts->showContacts(std::move(contacts));
    m_contacts->setEditable(mayEdit());
    setAllowed(mayEdit(), mayEdit());
}

bool CustomerPanel::editRecord()
{
    if (m_contacts->hasKeys())
        return editContact();
    if (isEditing() || !mayEdit())
        return isEditing();
    edit([this] { return std::make_unique<CustomerSubject>(m_context, *m_shown); });
    return true;
}

bool CustomerPanel::addContact()
{
    if (!mayEdit())
        return false;
    edit([this]() -> std::unique_ptr<FormSubject> {
        if (!m_shown)
            return nullptr;
        customers::Contact contact;
        contact.customer = m_shown->id;
        return std::make_unique<ContactSubject>(m_context, contact);
    });
    return true;
}

bool CustomerPanel::editContact()
{
    if (!mayEdit() || !m_contacts->current())
        return false;
    edit([this, contact = *m_contacts->current()] {
        return std::make_unique<ContactSubject>(m_context, contact);
    });
    return true;
}

bool CustomerPanel::deleteContact()
{
    const auto contact = m_contacts->current();
    if (isEditing() || !mayEdit() || !contact)
        return false;
    const auto gone = customers::CustomerService(m_context).removeContact(contact->id);
    if (!gone) {
        showError(tr("The contact was not deleted"), gone.error());
        return false;
    }
    Q_EMIT done(tr("Contact “%1” deleted").arg(contact->name), Act::Deleted);
    refresh();
    m_contacts->focusList();
    return true;
}

bool CustomerPanel::claim(const QList<qint64>& customers)
{
    sync::CustomerActs acts(m_context);
    int asked = 0;
    int taken = 0;
    std::optional<Error> refused;
    for (const qint64 customer : customers) {
        const auto outcome = acts.claim(customer);
        if (outcome)
            ++(*outcome == sync::CustomerActs::Outcome::Asked ? asked : taken);
        else if (!refused)
            refused = outcome.error();
    }
    if (asked + taken > 0)
        refresh();
    if (refused) // of several, those that can be had are had
        showError(tr("The customer was not claimed"), *refused);
    if (asked > 0)
        Q_EMIT done(tr("Claim asked for: it waits for the server"), Act::NothingWritten);
    else if (taken == 1 && m_shown)
        Q_EMIT done(tr("“%1” is yours now").arg(m_shown->name), Act::Saved);
    else if (taken > 0)
        Q_EMIT done(tr("Customers claimed: %1").arg(taken), Act::NothingWritten);
    return asked + taken > 0;
}

bool CustomerPanel::handOver(const QList<qint64>& customers)
{
    return give(HandOverSubject::To::Somebody, customers);
}

bool CustomerPanel::putIntoPool(const QList<qint64>& customers)
{
    return give(HandOverSubject::To::Pool, customers);
}

bool CustomerPanel::give(HandOverSubject::To to, const QList<qint64>& customers)
{
    if (customers.isEmpty() || !m_shown)
        return false;
    if (const auto& why = m_ownership->hands().noHandOver) {
        showError(tr("The customer was not handed over"), *why);
        return false;
    }
    edit([this, to, customers]() -> std::unique_ptr<FormSubject> {
        if (!m_shown)
            return nullptr;
        return std::make_unique<HandOverSubject>(
            m_context, to, std::vector<qint64>(customers.begin(), customers.end()), m_shown->name);
    });
    return true;
}

bool CustomerPanel::giveAccess()
{
    if (!m_shown)
        return false;
    if (const auto& why = m_ownership->hands().noAccess) {
        showError(tr("Access was not given"), *why);
        return false;
    }
    edit([this]() -> std::unique_ptr<FormSubject> {
        if (!m_shown)
            return nullptr;
        return std::make_unique<AccessSubject>(m_context, key(), m_shown->name);
    });
    return true;
}

void CustomerPanel::withdraw(PersonId person)
{
    const auto asked = sync::CustomerActs(m_context).withdraw(key(), person);
    if (!asked) {
        showError(tr("The access was not withdrawn"), asked.error());
        return;
    }
    Q_EMIT done(tr("Withdrawal asked for: it waits for the server"), Act::NothingWritten);
    refresh();
}

// It can be taken back, so nothing is asked before.
bool CustomerPanel::deleteRecord()
{
    if (m_contacts->hasKeys())
        return deleteContact();
    if (isEditing() || !mayEdit())
        return false;
    const customers::Customer customer = *m_shown;
    const auto gone = customers::CustomerService(m_context).remove(customer.id);
    if (!gone) {
        showError(tr("The customer was not deleted"), gone.error());
        return false;
    }
    Q_EMIT done(tr("Customer “%1” deleted").arg(customer.name), Act::Deleted);
    Q_EMIT formClosed();
    return true;
}

} // namespace chengdan::ui
