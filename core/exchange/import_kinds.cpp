// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_kinds.h"

#include "core/access/numbering.h"
#include "core/access/settings.h"
#include "core/access/validation.h"
#include "core/catalog/item_service.h"
#include "core/customers/customer_service.h"
#include "core/pipeline/opportunity_service.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/store.h"

#include <algorithm>

namespace chengdan::exchange {

namespace {

using access::Context;
using access::Findings;
using customers::Contact;
using customers::Customer;
using pipeline::Opportunity;
using storage::Transaction;

/// Gives numbers to rows that have none, other than those the file itself gives.
template <typename T>
class NumberCompleter : public ImportCompleter {
public:
    NumberCompleter(const Context& context,
        TakenInFile taken,
        const access::NumberSeries& series,
        QDate (*dateOf)(const Context&, const T&))
        : m_context(context)
        , m_taken(std::move(taken))
        , m_series(series)
        , m_dateOf(dateOf)
    {
    }
    void complete(Transaction& transaction, void* record, const void*) override
    {
        T& typed = *static_cast<T*>(record);
        while (typed.number.isEmpty()) {
            const QString number =
                access::nextNumber(transaction, m_series, m_dateOf(m_context, typed));
            if (!m_taken(u"number", number))
                typed.number = number;
        }
    }

private:
    const Context& m_context;
    TakenInFile m_taken;
    const access::NumberSeries& m_series;
    QDate (*m_dateOf)(const Context&, const T&);
};

/// A customer with contacts has a first one to call; the last one a file names wins.
class ContactCompleter : public ImportCompleter {
public:
    void complete(Transaction& transaction, void* record, const void* stored) override
    {
        auto& contact = *static_cast<Contact*>(record);
        Primary& primary = primaryOf(transaction.connection(), contact.customer);
        if (stored == nullptr && !primary.present)
            contact.primary = true;
        if (!contact.primary)
            return;
        if (primary.staged != nullptr)
            primary.staged->primary = false;
        primary = {true, &contact};
    }

private:
    struct Primary {
        bool present = false;
        Contact* staged = nullptr; ///< null: stored before this import, or none
    };
    Primary& primaryOf(storage::Connection& connection, CustomerId customer)
    {
        const auto known = m_primary.find(customer.toString());
        if (known != m_primary.end())
            return *known;
        return *m_primary.insert(
            customer.toString(), {customers::hasPrimaryContact(connection, customer), nullptr});
    }
    QHash<QString, Primary> m_primary; ///< by customer
};

class NothingToComplete : public ImportCompleter {
public:
    void complete(Transaction&, void*, const void*) override { }
};

Result<void> checkImportedCustomer(const Context& context,
    storage::Connection& connection,
    Customer& customer,
    const Customer* stored)
{
    if (stored == nullptr) {
        customer.meta.root = customer.id;
        if (customer.meta.owner == PersonId() && customer.status != customers::CustomerStatus::Pool)
            customer.meta.owner = context.session.id();
    }
    if (auto reach = context.session.requireReach(customer.meta.owner); !reach)
        return reach;
    return customers::checkCustomer(connection, customer);
}

/// Rows that hang on a customer share its root; the customer must be within reach. Whose they are
/// the file says; else a new row is of the customer's owner, or of the person who imports when the
/// customer lies in the pool.
template <typename T>
Result<void> hangOnCustomer(const Context& context, storage::Connection& connection, T& record)
{
    if (record.customer == CustomerId())
        return chengdan::fail("REQUIRED", QStringLiteral("customer"));
    auto customer = storage::load<Customer>(connection, record.customer);
    if (!customer)
        return chengdan::fail(customer.error());
    if (auto reach = context.session.requireReach(customer->meta.owner); !reach)
        return reach;
    record.meta.root = customer->id;
    if (record.meta.owner == PersonId())
        record.meta.owner = customer->meta.owner;
    if (record.meta.owner == PersonId())
        record.meta.owner = context.session.id();
    return context.session.requireReach(record.meta.owner);
}

Result<void> checkImportedContact(
    const Context& context, storage::Connection& connection, Contact& contact, const Contact*)
{
    if (auto hung = hangOnCustomer(context, connection, contact); !hung)
        return hung;
    Findings findings;
    access::checkRecord(connection, contact, findings);
    return findings.result();
}

Result<void> checkImportedItem(const Context& context,
    storage::Connection& connection,
    catalog::Item& item,
    const catalog::Item* stored)
{
    if (stored == nullptr)
        item.meta.owner = context.session.id();
    return catalog::checkItem(connection, context.database.types(), item, stored);
}

/// Dates of the file stay as they are; only what it leaves empty is filled.
void fillOpportunityDates(Opportunity& deal, const pipeline::Stage& stage, QDate today, bool moved)
{
    const QDate before = deal.openedOn.isValid() ? deal.openedOn : today;
    deal.openedOn = before;
    if (!deal.enteredStageOn.isValid() || moved)
        deal.enteredStageOn = deal.closedOn.isValid() ? deal.closedOn : moved ? today : before;
    if (stage.kind == pipeline::StageKind::Open) {
        deal.closedOn = QDate();
        deal.lossReason.reset();
        deal.lossNote.clear();
    } else if (!deal.closedOn.isValid()) {
        deal.closedOn = deal.enteredStageOn;
    }
}

/// A row found by its number stays with its customer, as everywhere.
Result<void> keepCustomer(
    storage::Connection& connection, const Opportunity& deal, const Opportunity* stored)
{
    if (stored == nullptr || stored->customer == deal.customer)
        return {};
    const auto customer = storage::find<Customer>(connection, stored->customer);
    return chengdan::fail("IMPORT_OTHER_CUSTOMER",
        QStringLiteral("customer"),
        {{QStringLiteral("name"), stored->name},
            {QStringLiteral("customer"), customer ? customer->name : QString()}});
}

Result<void> checkImportedOpportunity(const Context& context,
    storage::Connection& connection,
    Opportunity& deal,
    const Opportunity* stored)
{
    if (auto kept = keepCustomer(connection, deal, stored); !kept)
        return kept;
    if (auto hung = hangOnCustomer(context, connection, deal); !hung)
        return hung;
    const auto stages = pipeline::loadStages(connection);
    if (deal.stage == StageId()) {
        const auto first = std::find_if(stages.begin(), stages.end(), [](const auto& stage) {
            return stage.active && stage.kind == pipeline::StageKind::Open;
        });
        if (first == stages.end())
            return chengdan::fail("STAGE_NONE", QStringLiteral("stage"));
        deal.stage = first->id;
    }
    const auto stage = std::find_if(
        stages.begin(), stages.end(), [&](const auto& row) { return row.id == deal.stage; });
    Findings findings;
    if (stage != stages.end()) {
        fillOpportunityDates(deal,
            *stage,
            context.clock.today(),
            stored != nullptr && stored->stage != deal.stage
                && stored->enteredStageOn == deal.enteredStageOn);
        if (stored == nullptr || stored->stage != deal.stage)
            pipeline::checkStageEntry(*stage, deal.lossReason, findings);
        else if (stage->kind == pipeline::StageKind::Lost && !deal.lossReason)
            findings.add(Error::make("LOSS_REASON", QStringLiteral("loss_reason")));
    }
    pipeline::checkOpportunity(connection, deal, findings);
    return findings.result();
}

/// The move that brought the opportunity where it stands, at the date the file gives.
void writeStageChange(
    const Context& context, Transaction& transaction, Opportunity& deal, const Opportunity* stored)
{
    if (stored != nullptr && stored->stage == deal.stage)
        return;
    pipeline::StageChange change;
    change.id = StageChangeId::make(context.ids);
    change.meta.owner = deal.meta.owner;
    change.meta.root = deal.meta.root;
    change.opportunity = deal.id;
    if (stored != nullptr)
        change.from = stored->stage;
    change.to = deal.stage;
    const QByteArray zone = access::readSettings(transaction.connection()).timeZone;
    change.at = startOf(deal.enteredStageOn, zone);
    change.by = context.session.id();
    if (deal.lossReason)
        change.reason = deal.lossNote;
    storage::insert(transaction, change);
}

template <typename T>
ImportKind kindOf(const char* name,
    access::Right right,
    QStringList filled,
    Result<void> (*check)(const Context&, storage::Connection&, T&, const T*))
{
    ImportKind kind;
    kind.name = QString::fromLatin1(name);
    kind.type = &schema::describe<T>();
    kind.right = right;
    kind.filled = std::move(filled);
    kind.make = [] {
        auto record = std::make_shared<T>();
        return std::static_pointer_cast<void>(record);
    };
    kind.makeId = [](IdSource& ids) { return storage::bind(decltype(T::id)::make(ids)); };
    kind.check = [check](const Context& context,
                     storage::Connection& connection,
                     void* record,
                     const void* stored) {
        return check(context, connection, *static_cast<T*>(record), static_cast<const T*>(stored));
    };
    kind.completer = [](const Context&, storage::Connection&, TakenInFile) {
        return std::make_unique<NothingToComplete>();
    };
    kind.written = [](const Context&, Transaction&, void*, const void*) {};
    return kind;
}

template <typename T>
void giveNumbers(
    ImportKind& kind, const access::NumberSeries& series, QDate (*dateOf)(const Context&, const T&))
{
    kind.completer = [&series, dateOf](
                         const Context& context, storage::Connection&, TakenInFile taken) {
        return std::make_unique<NumberCompleter<T>>(context, std::move(taken), series, dateOf);
    };
}

} // namespace

const std::vector<ImportKind>& importKinds()
{
    static const std::vector<ImportKind> kinds = [] {
        std::vector<ImportKind> list{
            kindOf<Customer>("customers", access::Right::CustomerEdit, {}, &checkImportedCustomer),
            kindOf<Contact>("contacts", access::Right::CustomerEdit, {}, &checkImportedContact),
            kindOf<catalog::Item>(
                "items", access::Right::ItemEdit, {QStringLiteral("kind")}, &checkImportedItem),
            kindOf<Opportunity>("opportunities",
                access::Right::OpportunityEdit,
                {QStringLiteral("stage")},
                &checkImportedOpportunity)};
        giveNumbers<Customer>(list[0],
            access::kCustomerNumbers,
            [](const Context& context, const Customer&) { return context.clock.today(); });
        giveNumbers<Opportunity>(list[3],
            access::kOpportunityNumbers,
            [](const Context&, const Opportunity& deal) { return deal.openedOn; });
        list[1].completer = [](const Context&, storage::Connection&, TakenInFile) {
            return std::make_unique<ContactCompleter>();
        };
        list[1].written = [](const Context&, Transaction& transaction, void* record, const void*) {
            customers::clearOtherPrimary(transaction, *static_cast<Contact*>(record));
        };
        list[3].written =
            [](const Context& context, Transaction& transaction, void* record, const void* stored) {
                auto& deal = *static_cast<Opportunity*>(record);
                const auto* before = static_cast<const Opportunity*>(stored);
                writeStageChange(context, transaction, deal, before);
                if (before != nullptr && before->meta.owner != deal.meta.owner)
                    pipeline::carryOwner(transaction, deal);
            };
        return list;
    }();
    return kinds;
}

Result<const ImportKind*> importKind(const QString& name)
{
    QStringList known;
    for (const ImportKind& kind : importKinds()) {
        if (kind.name == name)
            return &kind;
        known += kind.name;
    }
    return chengdan::fail("IMPORT_KIND",
        QStringLiteral("kind"),
        {{QStringLiteral("text"), name},
            {QStringLiteral("known"), known.join(QStringLiteral(", "))}});
}

} // namespace chengdan::exchange
