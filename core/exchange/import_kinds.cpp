// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_kinds.h"

#include "core/access/numbering.h"
#include "core/access/settings.h"
#include "core/access/validation.h"
#include "core/catalog/item.h"
#include "core/customers/customer_service.h"
#include "core/pipeline/opportunity.h"
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

Result<void> prepareCustomer(
    const Context& context, Transaction& transaction, Customer& customer, const Customer* stored)
{
    if (stored == nullptr) {
        customer.meta.root = customer.id;
        if (customer.meta.owner == PersonId() && customer.status != customers::CustomerStatus::Pool)
            customer.meta.owner = context.session.id();
    }
    if (auto reach = context.session.requireReach(customer.meta.owner); !reach)
        return reach;
    if (auto checked = customers::checkCustomer(transaction.connection(), customer); !checked)
        return checked;
    if (customer.number.isEmpty())
        customer.number =
            access::nextNumber(transaction, access::kCustomerNumbers, context.clock.today());
    return {};
}

/// Rows that hang on a customer share its root and owner; the customer must be within reach.
template <typename T>
Result<void> hangOnCustomer(const Context& context, Transaction& transaction, T& record)
{
    if (record.customer == CustomerId())
        return chengdan::fail("REQUIRED", QStringLiteral("customer"));
    auto customer = storage::load<Customer>(transaction.connection(), record.customer);
    if (!customer)
        return chengdan::fail(customer.error());
    if (auto reach = context.session.requireReach(customer->meta.owner); !reach)
        return reach;
    record.meta.root = customer->id;
    record.meta.owner = customer->meta.owner;
    return {};
}

Result<void> prepareContact(
    const Context& context, Transaction& transaction, Contact& contact, const Contact* stored)
{
    if (auto hung = hangOnCustomer(context, transaction, contact); !hung)
        return hung;
    const auto others = storage::select<Contact>(transaction.connection(),
        QStringLiteral("customer = ? AND is_primary = 1"),
        {storage::bind(contact.customer)});
    if (stored == nullptr && others.empty())
        contact.primary = true; // a customer with contacts has a first one to call
    Findings findings;
    access::checkRecord(transaction.connection(), contact, findings);
    return findings.result();
}

void clearOtherPrimaryContacts(const Context&, Transaction& transaction, Contact& contact)
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

Result<void> prepareItem(const Context& context,
    Transaction& transaction,
    catalog::Item& item,
    const catalog::Item* stored)
{
    Findings findings;
    if (stored == nullptr)
        item.meta.owner = context.session.id();
    if (item.baseUom == UomId())
        findings.add(Error::make("REQUIRED", QStringLiteral("base_uom")));
    const bool used = stored != nullptr && stored->baseUom != item.baseUom
        && !schema::isNull(transaction.connection().scalar(
            QStringLiteral("SELECT 1 FROM bom_line WHERE component = ? AND deleted = 0 LIMIT 1"),
            {storage::bind(item.id)}));
    if (used) {
        findings.add(Error::make("ITEM_UOM_CHANGED",
            QStringLiteral("base_uom"),
            {{QStringLiteral("row"), item.code}, {QStringLiteral("text"), QString()}}));
    }
    if (item.lotPolicy == catalog::LotPolicy::Standard && item.costingLot <= Quantity())
        findings.add(Error::make("QTY_POSITIVE", QStringLiteral("costing_lot")));
    access::checkRecord(transaction.connection(), item, findings);
    return findings.result();
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

Result<void> prepareOpportunity(
    const Context& context, Transaction& transaction, Opportunity& deal, const Opportunity* stored)
{
    storage::Connection& connection = transaction.connection();
    if (auto hung = hangOnCustomer(context, transaction, deal); !hung)
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
    if (deal.amount.minor < 0)
        findings.add(Error::make("AMOUNT_NEGATIVE", QStringLiteral("amount")));
    if (deal.probability && (*deal.probability < Rate() || *deal.probability > Rate::fromWhole(1)))
        findings.add(Error::make("RATE_RANGE", QStringLiteral("probability")));
    if (stage != stages.end()) {
        fillOpportunityDates(deal,
            *stage,
            context.clock.today(),
            stored != nullptr && stored->stage != deal.stage
                && stored->enteredStageOn == deal.enteredStageOn);
        if (stage->kind == pipeline::StageKind::Lost && !deal.lossReason)
            findings.add(Error::make("LOSS_REASON", QStringLiteral("loss_reason")));
    }
    access::checkRecord(connection, deal, findings);
    if (auto checked = findings.result(); !checked)
        return checked;
    if (deal.number.isEmpty())
        deal.number = access::nextNumber(transaction, access::kOpportunityNumbers, deal.openedOn);
    return {};
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
    Result<void> (*prepare)(const Context&, Transaction&, T&, const T*))
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
    kind.prepare =
        [prepare](
            const Context& context, Transaction& transaction, void* record, const void* stored) {
            T& typed = *static_cast<T*>(record);
            if (stored == nullptr)
                typed.id = decltype(T::id)::make(context.ids);
            return prepare(context, transaction, typed, static_cast<const T*>(stored));
        };
    kind.written = [](const Context&, Transaction&, void*, const void*) {};
    return kind;
}

} // namespace

const std::vector<ImportKind>& importKinds()
{
    static const std::vector<ImportKind> kinds = [] {
        std::vector<ImportKind> list{
            kindOf<Customer>("customers", access::Right::CustomerEdit, {}, &prepareCustomer),
            kindOf<Contact>("contacts", access::Right::CustomerEdit, {}, &prepareContact),
            kindOf<catalog::Item>(
                "items", access::Right::ItemEdit, {QStringLiteral("kind")}, &prepareItem),
            kindOf<Opportunity>("opportunities",
                access::Right::OpportunityEdit,
                {QStringLiteral("stage")},
                &prepareOpportunity)};
        list[1].written =
            [](const Context& context, Transaction& transaction, void* record, const void*) {
                clearOtherPrimaryContacts(context, transaction, *static_cast<Contact*>(record));
            };
        list[3].written =
            [](const Context& context, Transaction& transaction, void* record, const void* stored) {
                writeStageChange(context,
                    transaction,
                    *static_cast<Opportunity*>(record),
                    static_cast<const Opportunity*>(stored));
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
