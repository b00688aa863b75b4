// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer_service.h"
#include "core/customers/name_key_fill.h"
#include "core/customers/name_keys.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using customers::Customer;
using tests::CompanyFixture;
using tests::value;

namespace {

/// A company with customers that have no keys of their names, one of which cannot have any.
struct KeylessFixture : CompanyFixture {
    explicit KeylessFixture(int rows)
        : CompanyFixture({&schema::describe<Customer>(), &schema::describe<customers::Contact>()})
    {
        value(database->write(owner->id(), [&](storage::Transaction& tx) -> Result<void> {
            for (int i = 0; i < rows; ++i) {
                Customer customer;
                customer.id = CustomerId::make(ids);
                customer.name =
                    i == 0 ? QStringLiteral("（）") : QStringLiteral("宁波海天%1有限公司").arg(i);
                customer.meta.owner = owner->id();
                storage::insert(tx, customer);
            }
            return {};
        }));
    }
    qint64 missing() { return count("SELECT count(*) FROM customer WHERE name_key = ''"); }
};

} // namespace

TEST_CASE(
    "names of customers without a key get one, unjournalled and in parts", "[customers][names]")
{
    constexpr int kRows = 1203;
    KeylessFixture company(kRows);
    REQUIRE(company.missing() == kRows);
    CHECK(customers::lacksNameKeys(company.reader()));
    const qint64 entries = company.count("SELECT count(*) FROM _op");
    const qint64 changed = company.count("SELECT max(changed_at) FROM customer");
    company.passDays(1);
    int asked = 0;
    const auto cancelled = customers::fillNameKeys(*company.database, [&] { return asked++ < 1; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == QStringLiteral("CANCELLED"));
    CHECK(company.missing() < kRows);
    CHECK(company.missing() > 500);
    value(customers::fillNameKeys(*company.database));
    const qint64 left = customers::nameKeyOf(QStringLiteral("（）")).isEmpty() ? 1 : 0;
    CHECK(company.missing() == left);
    CHECK_FALSE(customers::lacksNameKeys(company.reader())); // of （） none can be made
    for (const Customer& customer : storage::select<Customer>(company.reader()))
        CHECK(customer.nameKey == customers::nameKeyOf(customer.name));
    CHECK(company.count("SELECT count(*) FROM _op") == entries);
    CHECK(company.count("SELECT busy FROM _busy") == 0);
    CHECK(company.count("SELECT max(changed_at) FROM customer") == changed);
}

TEST_CASE("a customer whose key was made later is found as a double", "[customers][names]")
{
    KeylessFixture company(3);
    const access::Context context = company.asOwner();
    const customers::CustomerService service(context);
    const QString name = QStringLiteral("宁波 海天1 有限公司");
    CHECK(value(service.similar(name, {})).empty());
    value(customers::fillNameKeys(*company.database));
    CHECK(value(service.similar(name, {})).size() == 1);
}
