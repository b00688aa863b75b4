// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit.h"
#include "core/access/audit_triggers.h"
#include "core/access/teams.h"
#include "core/access/visibility.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/item.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "tests/support/company_fixture.h"

#include <QJsonDocument>

using namespace chengdan;
using access::AuditAct;
using access::AuditEntry;
using access::Role;
using access::RoleScope;
using tests::CompanyFixture;
using tests::value;

namespace {

schema::RecordTypes auditedTypes()
{
    schema::RecordTypes types{&schema::describe<AuditEntry>(),
        &schema::describe<customers::Customer>(),
        &schema::describe<customers::Contact>()};
    for (const schema::RecordType* type : catalog::recordTypes())
        types.push_back(type);
    return types;
}

struct AuditedCompany : CompanyFixture {
    AuditedCompany()
        : CompanyFixture(auditedTypes())
    {
        value(access::prepareAccess(*database));
    }
    std::vector<AuditEntry> entries(std::optional<AuditAct> act = {})
    {
        const auto context = asOwner();
        return value(access::AuditService(context).entries({.act = act}));
    }
    customers::Customer customerOf(PersonId keeper)
    {
        customers::Customer customer;
        customer.id = CustomerId::make(ids);
        customer.name = QStringLiteral("宁波甬江液压有限公司");
        customer.meta.owner = keeper;
        value(database->write(keeper, [&](storage::Transaction& transaction) -> Result<void> {
            storage::insert(transaction, customer);
            return {};
        }));
        return customer;
    }
};

QJsonObject objectOf(const schema::JsonText& json)
{
    return QJsonDocument::fromJson(json.text.toUtf8()).object();
}

} // namespace

TEST_CASE("a new role is in the audit with who gave it to whom", "[access][audit]")
{
    AuditedCompany company;
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto context = company.asOwner();
    const auto before = company.entries(AuditAct::RightsChange).size();
    value(access::RoleService(context).set(rep.id(),
        {CompanyFixture::role(Role::Sales, RoleScope::Own),
            CompanyFixture::role(Role::Finance, RoleScope::All)}));
    const auto entries = company.entries(AuditAct::RightsChange);
    REQUIRE(entries.size() == before + 1); // the role that stayed tells nothing
    CHECK(entries[0].person == company.owner->id());
    CHECK(entries[0].recordTable == QStringLiteral("person_role"));
    CHECK(entries[0].title == QStringLiteral("li"));
    CHECK(entries[0].at == company.clock.now());
    CHECK(entries[0].deviceAt == company.clock.now());
    CHECK(entries[0].device == QStringLiteral("A1"));
    CHECK(objectOf(entries[0].after).value(QStringLiteral("role")) == QStringLiteral("finance"));
    CHECK(objectOf(entries[0].before).isEmpty());
}

TEST_CASE("a change of a person is in the audit with just the fields that changed, old and new",
    "[access][audit]")
{
    AuditedCompany company;
    const auto rep = company.join("li", {});
    auto person = rep.person();
    person.quoteLevel = 3;
    person.approvalLimit.minor = 5'000'000;
    const auto context = company.asOwner();
    value(access::PeopleService(context).update(person));
    const AuditEntry entry = company.entries(AuditAct::RightsChange).front();
    CHECK(objectOf(entry.before)
        == QJsonObject{{QStringLiteral("quote_level"), 1}, {QStringLiteral("approval_limit"), 0}});
    CHECK(objectOf(entry.after)
        == QJsonObject{
            {QStringLiteral("quote_level"), 3}, {QStringLiteral("approval_limit"), 5'000'000}});
    CHECK(entry.record == QString::number(rep.id().number()));
}

TEST_CASE(
    "a customer handed over or deleted is in the audit, an ordinary edit is not", "[access][audit]")
{
    AuditedCompany company;
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    customers::Customer customer = company.customerOf(company.owner->id());
    const auto before = company.entries().size();
    const auto save = [&](auto&& change) {
        value(company.database->write(
            company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
                change(transaction);
                return {};
            }));
    };
    save([&](storage::Transaction& transaction) {
        customer.phone = QStringLiteral("0574-88888888");
        storage::update(transaction, customer);
    });
    CHECK(company.entries().size() == before);
    save([&](storage::Transaction& transaction) {
        customer.meta.owner = rep.id();
        storage::update(transaction, customer);
    });
    save([&](storage::Transaction& transaction) { storage::remove(transaction, customer); });
    const auto entries = company.entries();
    REQUIRE(entries.size() == before + 2);
    CHECK(entries[0].act == AuditAct::Deletion);
    CHECK(objectOf(entries[0].before).value(QStringLiteral("name"))
        == QStringLiteral("宁波甬江液压有限公司"));
    CHECK(entries[1].act == AuditAct::Transfer);
    CHECK(
        objectOf(entries[1].before).value(QStringLiteral("owner")) == company.owner->id().number());
    CHECK(objectOf(entries[1].after).value(QStringLiteral("owner")) == rep.id().number());

    const auto context = company.asOwner();
    const auto changes = value(access::AuditService(context).changes(entries[1].meta.rid));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].beforeTitle == QStringLiteral("王雪"));
    CHECK(changes[0].afterTitle == QStringLiteral("li"));
}

TEST_CASE("a second price for an item is a price change, its first one is not", "[access][audit]")
{
    AuditedCompany company;
    catalog::Uom uom;
    uom.id = UomId::make(company.ids);
    uom.code = QStringLiteral("pcs");
    catalog::Item item;
    item.id = ItemId::make(company.ids);
    item.code = QStringLiteral("M-100");
    item.baseUom = uom.id;
    const auto price = [&](qint64 raw) {
        catalog::PriceRow row;
        row.id = PriceRowId::make(company.ids);
        row.item = item.id;
        row.uom = uom.id;
        row.price = UnitPrice::fromRaw(raw);
        return row;
    };
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::insert(transaction, uom);
            storage::insert(transaction, item);
            auto first = price(12'000'000);
            storage::insert(transaction, first);
            return {};
        }));
    CHECK(company.entries(AuditAct::PriceChange).empty());
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto second = price(15'500'000);
            storage::insert(transaction, second);
            second.price = UnitPrice::fromRaw(15'600'000);
            storage::update(transaction, second);
            return {};
        }));
    const auto entries = company.entries(AuditAct::PriceChange);
    REQUIRE(entries.size() == 2);
    CHECK(objectOf(entries[1].after).value(QStringLiteral("price")) == 15'500'000);
    CHECK(objectOf(entries[0].before) == QJsonObject{{QStringLiteral("price"), 15'500'000}});
    CHECK(objectOf(entries[0].after) == QJsonObject{{QStringLiteral("price"), 15'600'000}});
}

TEST_CASE("nobody changes or removes what stands in the audit, by SQL either", "[access][audit]")
{
    AuditedCompany company;
    company.join("li", {});
    const auto entries = company.entries();
    REQUIRE_FALSE(entries.empty());
    for (const char* statement : {"UPDATE audit_entry SET title = 'x'",
             "UPDATE audit_entry SET deleted = 1",
             "UPDATE audit_entry SET person = 2",
             "DELETE FROM audit_entry"}) {
        CAPTURE(statement);
        const auto refused = company.database->write(
            company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
                transaction.connection().execute(QString::fromLatin1(statement));
                return {};
            });
        REQUIRE_FALSE(refused);
    }
    CHECK(company.entries().size() == entries.size());
    CHECK(company.count("SELECT count(*) FROM audit_entry WHERE title = 'x' OR deleted = 1") == 0);
}

TEST_CASE(
    "triggers that somebody dropped are back when the file is opened again", "[access][audit]")
{
    AuditedCompany company;
    const qint64 all = company.count("SELECT count(*) FROM sqlite_master WHERE name GLOB '_a_*'");
    CHECK(all == static_cast<qint64>(access::auditTriggers(company.database->types()).size()));
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(QStringLiteral("DROP TRIGGER _a_audit_entry_d"));
            transaction.connection().execute(QStringLiteral("DROP TRIGGER _a_person_u"));
            transaction.connection().execute(QStringLiteral(
                "CREATE TRIGGER _a_person_u AFTER UPDATE ON person BEGIN SELECT 1; END"));
            return {};
        }));
    value(access::prepareAccess(*company.database));
    CHECK(company.count("SELECT count(*) FROM sqlite_master WHERE name GLOB '_a_*'") == all);
    const qint64 commits = company.database->commits();
    value(access::prepareAccess(*company.database));
    CHECK(company.database->commits() == commits); // nothing to do, nothing written
}

TEST_CASE("rows that come from elsewhere are not taken for acts on this PC", "[access][audit]")
{
    AuditedCompany company;
    const auto before = company.entries().size();
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(QStringLiteral("UPDATE _busy SET busy = 1"));
            transaction.connection().execute(QStringLiteral("UPDATE person SET quote_level = 2"));
            transaction.connection().execute(QStringLiteral("UPDATE _busy SET busy = 0"));
            return {};
        }));
    CHECK(company.entries().size() == before);
}

TEST_CASE("only administrators read the audit", "[access][audit]")
{
    AuditedCompany company;
    const auto manager =
        company.join("boss", {CompanyFixture::role(Role::SalesManager, RoleScope::All)});
    const auto context = company.as(manager);
    const auto refused = access::AuditService(context).entries();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    storage::ListQuery query;
    query.type = &schema::describe<AuditEntry>();
    query.types = &company.database->types();
    CHECK_FALSE(access::limitToVisible(manager, query));
    CHECK(access::limitToVisible(*company.owner, query));
}

TEST_CASE("the audit is filtered by person, record and day", "[access][audit]")
{
    AuditedCompany company;
    const auto rep = company.join("li", {});
    company.passDays(1);
    const auto context = company.asOwner();
    value(access::noteExport(
        context, schema::describe<customers::Customer>(), 250, QStringLiteral("a.csv")));
    access::AuditService audit(context);
    const auto today = value(audit.entries({.from = QDate(2026, 3, 13)}));
    REQUIRE(today.size() == 1);
    CHECK(today[0].act == AuditAct::Export);
    CHECK(objectOf(today[0].after).value(QStringLiteral("rows")) == 250);
    CHECK(value(audit.entries({.until = QDate(2026, 3, 11)})).empty());
    CHECK(value(audit.entries({.recordTable = QStringLiteral("person"),
                    .record = QString::number(rep.id().number())}))
              .size()
        == 1);
    CHECK(value(audit.entries({.person = rep.id()})).empty());
}
