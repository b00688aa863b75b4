// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer_service.h"
#include "tests/support/company_fixture.h"

#include <QSet>

#include <thread>

using namespace chengdan;
using access::Role;
using access::RoleScope;
using customers::Contact;
using customers::Customer;
using customers::CustomerService;
using tests::CompanyFixture;
using tests::value;

namespace {

struct CustomerFixture : CompanyFixture {
    CustomerFixture()
        : CompanyFixture({&schema::describe<Customer>(), &schema::describe<Contact>()})
    {
    }
    static Customer named(const QString& name)
    {
        Customer customer;
        customer.name = name;
        return customer;
    }
    Customer make(const QString& name) { return value(service.create(named(name))); }
    access::Context context = asOwner();
    CustomerService service{context};
};

} // namespace

TEST_CASE("a new customer gets number, mnemonic, owner and root", "[customers][service]")
{
    CustomerFixture company;
    Customer typed = CustomerFixture::named(QStringLiteral(" 宁波海天塑机有限公司 "));
    typed.creditCode = QStringLiteral("91350100m000100y43");
    const Customer saved = value(company.service.create(typed));
    CHECK(saved.number == QStringLiteral("KH-A1-2026-0001"));
    CHECK(saved.name == QStringLiteral("宁波海天塑机有限公司"));
    CHECK(saved.mnemonic == QStringLiteral("NBHTSJYXGS"));
    CHECK(saved.creditCode == QStringLiteral("91350100M000100Y43"));
    CHECK(saved.meta.owner == company.owner->id());
    CHECK(saved.meta.root == saved.id);
    const Customer stored = value(storage::load<Customer>(company.reader(), saved.id));
    CHECK(stored.name == saved.name);
    CHECK(stored.meta.createdAt == company.clock.now());
}

TEST_CASE("a customer needs a name and a right credit code", "[customers][service]")
{
    CustomerFixture company;
    Customer typed;
    typed.creditCode = QStringLiteral("91350100M000100Y4Z");
    const auto refused = company.service.create(typed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("REQUIRED"));
    CHECK(refused.error().field == QStringLiteral("name"));
    REQUIRE(refused.error().more.size() == 1);
    CHECK(refused.error().more[0].field == QStringLiteral("credit_code"));
    CHECK(company.count("SELECT count(*) FROM customer") == 0);
}

TEST_CASE("one credit code belongs to one customer", "[customers][service]")
{
    CustomerFixture company;
    Customer first = CustomerFixture::named(QStringLiteral("甲厂"));
    first.creditCode = QStringLiteral("91350100M000100Y43");
    first = value(company.service.create(first));
    Customer second = CustomerFixture::named(QStringLiteral("乙厂"));
    second.creditCode = QStringLiteral(" 91350100m000100Y43 ");
    const auto refused = company.service.create(second);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("DUPLICATE"));
    CHECK(refused.error().field == QStringLiteral("credit_code"));
    CHECK(refused.error().arg(QStringLiteral("other")) == QStringLiteral("甲厂"));

    SECTION("saving the bearer itself again is no duplicate")
    {
        first.remark = QStringLiteral("老客户");
        CHECK(company.service.update(first));
    }
    SECTION("a deleted customer frees its code")
    {
        value(company.service.remove(first.id));
        CHECK(company.service.create(second));
    }
    SECTION("customers without a code do not collide")
    {
        CHECK(company.service.create(CustomerFixture::named(QStringLiteral("丙厂"))));
        CHECK(company.service.create(CustomerFixture::named(QStringLiteral("丁厂"))));
    }
}

TEST_CASE("a near-same name or phone needs a reason", "[customers][duplicates]")
{
    CustomerFixture company;
    Customer first = CustomerFixture::named(QStringLiteral("宁波精密机械有限公司"));
    first.phone = QStringLiteral("0574-87654321");
    value(company.service.create(first));
    Customer alike = CustomerFixture::named(QStringLiteral("宁波市精密机械（股份）"));
    const auto refused = company.service.create(alike);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("SIMILAR_CUSTOMER"));
    CHECK(refused.error().arg(QStringLiteral("other")) == first.name);
    const auto saved = value(company.service.create(alike, {QStringLiteral("子公司，独立采购")}));
    CHECK(saved.remark == QStringLiteral("子公司，独立采购"));

    Customer samePhone = CustomerFixture::named(QStringLiteral("奉化铸造厂"));
    samePhone.phone = first.phone;
    const auto phone = company.service.create(samePhone);
    REQUIRE_FALSE(phone);
    CHECK(phone.error().code == QStringLiteral("SIMILAR_CUSTOMER"));
    CHECK(value(company.service.similar(alike.name, {}, saved.id)).size() == 1);
}

TEST_CASE("customers are edited with the right and within reach only", "[customers][permission]")
{
    CustomerFixture company;
    Customer customer = company.make(QStringLiteral("甲厂"));
    const auto viewer =
        company.join("viewer", {CompanyFixture::role(Role::Viewer, RoleScope::All)});
    const auto rep = company.join("rep", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    customer.remark = QStringLiteral("改");

    const auto asViewer = company.as(viewer);
    const auto refused = CustomerService(asViewer).update(customer);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    CHECK(refused.error().arg(QStringLiteral("right")) == QStringLiteral("customer.edit"));

    const auto asRep = company.as(rep);
    CustomerService repService(asRep);
    CHECK(repService.update(customer).error().code == QStringLiteral("NOT_YOURS"));
    CHECK(repService.remove(customer.id).error().code == QStringLiteral("NOT_YOURS"));
    Contact contact;
    contact.customer = customer.id;
    contact.name = QStringLiteral("陈工");
    CHECK(repService.createContact(contact).error().code == QStringLiteral("NOT_YOURS"));
    Customer foreign = CustomerFixture::named(QStringLiteral("乙厂"));
    foreign.meta.owner = company.owner->id();
    CHECK(repService.create(foreign).error().code == QStringLiteral("NOT_YOURS"));
    CHECK(value(repService.create(CustomerFixture::named(QStringLiteral("丙厂")))).meta.owner
        == rep.id());
    CHECK(company.count("SELECT count(*) FROM customer") == 2);
}

TEST_CASE("a save from an outdated window is refused", "[customers][service]")
{
    CustomerFixture company;
    const Customer opened = company.make(QStringLiteral("甲厂"));
    company.passDays(1);
    Customer other = opened;
    other.city = QStringLiteral("宁波");
    value(company.service.update(other));
    Customer mine = opened;
    mine.city = QStringLiteral("杭州");
    const auto refused = company.service.update(mine);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("CHANGED_MEANWHILE"));
    CHECK(
        value(storage::load<Customer>(company.reader(), opened.id)).city == QStringLiteral("宁波"));
}

TEST_CASE("a made mnemonic follows the name and a typed one stays", "[customers][service]")
{
    CustomerFixture company;
    Customer customer = company.make(QStringLiteral("甲厂"));
    customer.name = QStringLiteral("乙厂");
    customer = value(company.service.update(customer));
    CHECK(customer.mnemonic == QStringLiteral("YC"));
    customer.mnemonic = QStringLiteral("laoyi");
    customer = value(company.service.update(customer));
    customer.name = QStringLiteral("丙厂");
    CHECK(value(company.service.update(customer)).mnemonic == QStringLiteral("LAOYI"));
}

TEST_CASE("a customer has one primary contact at most", "[customers][contacts]")
{
    CustomerFixture company;
    const Customer customer = company.make(QStringLiteral("甲厂"));
    Contact contact;
    contact.customer = customer.id;
    contact.name = QStringLiteral("陈工");
    contact.primary = true;
    const Contact first = value(company.service.createContact(contact));
    contact.name = QStringLiteral("林经理");
    const Contact second = value(company.service.createContact(contact));
    CHECK(second.meta.root == customer.id);
    CHECK_FALSE(value(storage::load<Contact>(company.reader(), first.id)).primary);
    CHECK(value(storage::load<Contact>(company.reader(), second.id)).primary);
}

TEST_CASE("deleting a customer takes its contacts along", "[customers][contacts]")
{
    CustomerFixture company;
    const Customer customer = company.make(QStringLiteral("甲厂"));
    Contact contact;
    contact.customer = customer.id;
    contact.name = QStringLiteral("陈工");
    value(company.service.createContact(contact));
    value(company.service.remove(customer.id));
    CHECK(company.count("SELECT count(*) FROM customer WHERE deleted = 0") == 0);
    CHECK(company.count("SELECT count(*) FROM contact WHERE deleted = 0") == 0);
    CHECK(company.service.remove(customer.id).error().code == QStringLiteral("NOT_FOUND"));
}

TEST_CASE("customers made at once from several threads never share a number or an id",
    "[customers][numbering]")
{
    CustomerFixture company;
    std::vector<std::thread> threads;
    std::vector<int> failures(4, 0);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const auto name = QStringLiteral("第%1批第%2家").arg(thread).arg(i);
                if (!company.service.create(CustomerFixture::named(name)))
                    ++failures[static_cast<std::size_t>(thread)];
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(failures == std::vector<int>(4, 0));
    QSet<QString> numbers;
    for (const Customer& customer : storage::select<Customer>(company.reader()))
        numbers.insert(customer.number);
    CHECK(numbers.size() == 100);
    CHECK(numbers.contains(QStringLiteral("KH-A1-2026-0100")));
}
