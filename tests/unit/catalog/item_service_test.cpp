// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_records.h"
#include "core/catalog/item_service.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using access::Role;
using access::RoleScope;
using catalog::Item;
using catalog::ItemCost;
using catalog::ItemService;
using catalog::PriceRow;
using catalog::Uom;
using tests::CompanyFixture;
using tests::value;

namespace {

struct ItemFixture : CompanyFixture {
    ItemFixture()
        : CompanyFixture(catalog::recordTypes())
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            for (const char* code : {"pcs", "kg"}) {
                Uom uom;
                uom.id = UomId::make(ids);
                uom.code = QString::fromLatin1(code);
                uom.category = uom.code;
                storage::insert(transaction, uom);
                uoms.push_back(uom.id);
            }
            return {};
        }));
    }
    Item typed(const QString& code)
    {
        Item item;
        item.code = code;
        item.name = QStringLiteral("铝板 6061");
        item.baseUom = uoms[1];
        return item;
    }
    PriceRow price(ItemId item, const char* amount, QDate from)
    {
        PriceRow row;
        row.item = item;
        row.price = value(UnitPrice::parse(QString::fromLatin1(amount)));
        row.validFrom = from;
        return row;
    }
    std::vector<UomId> uoms;
    access::Context context = asOwner();
    ItemService service{context};
};

} // namespace

TEST_CASE("the catalogue's descriptions hold together", "[catalog][schema]")
{
    schema::RecordTypes types{&schema::describe<access::Person>()};
    for (const schema::RecordType* type : catalog::recordTypes())
        types.push_back(type);
    // person refers to team and region, which this room does not own
    QStringList found = schema::problems(types);
    found.erase(
        std::remove_if(found.begin(),
            found.end(),
            [](const QString& problem) { return problem.startsWith(QStringLiteral("person.")); }),
        found.end());
    CHECK(found == QStringList());
}

TEST_CASE("what an item costs stands apart from what everybody reads", "[catalog][schema]")
{
    for (const schema::RecordType* type : catalog::recordTypes()) {
        const QString table = QString::fromLatin1(type->table);
        const bool open = table == QStringLiteral("item") || table == QStringLiteral("uom")
            || table == QStringLiteral("item_uom") || table == QStringLiteral("work_center")
            || table == QStringLiteral("fx_rate");
        CHECK((type->scope == schema::Scope::Catalogue) == open);
        for (const schema::Column& column : type->columns) {
            if (open)
                CHECK(column.type != schema::ColumnType::UnitPrice);
        }
    }
}

TEST_CASE("a new item is found by its code in any letter case", "[catalog][service]")
{
    ItemFixture company;
    const Item saved = value(company.service.create(company.typed(QStringLiteral(" ALU-6061 "))));
    CHECK(saved.code == QStringLiteral("ALU-6061"));
    CHECK(value(company.service.get(QStringLiteral("alu-6061"))).item.id == saved.id);
    CHECK(value(company.service.get(saved.id)).baseUom.code == QStringLiteral("kg"));
    CHECK(
        company.service.get(QStringLiteral("ALU")).error().code == QStringLiteral("ITEM_UNKNOWN"));
}

TEST_CASE("an item needs code, name and base unit, and its code is its own", "[catalog][service]")
{
    ItemFixture company;
    const auto empty = company.service.create(Item());
    REQUIRE_FALSE(empty);
    QStringList fields{empty.error().field};
    for (const Error& more : empty.error().more)
        fields << more.field;
    CHECK(fields.contains(QStringLiteral("code")));
    CHECK(fields.contains(QStringLiteral("name")));
    CHECK(fields.contains(QStringLiteral("base_uom")));
    value(company.service.create(company.typed(QStringLiteral("A"))));
    CHECK(company.service.create(company.typed(QStringLiteral("A"))).error().code
        == QStringLiteral("DUPLICATE"));
    Item standard = company.typed(QStringLiteral("B"));
    standard.lotPolicy = catalog::LotPolicy::Standard;
    CHECK(company.service.create(standard).error().field == QStringLiteral("costing_lot"));
}

TEST_CASE("a price row ends where the next one begins", "[catalog][service]")
{
    ItemFixture company;
    const Item item = value(company.service.create(company.typed(QStringLiteral("A"))));
    value(company.service.addPrice(company.price(item.id, "24", QDate(2026, 1, 1))));
    PriceRow large = company.price(item.id, "22", QDate(2026, 2, 1));
    large.minQty = Quantity::fromWhole(1000);
    value(company.service.addPrice(large));
    value(company.service.addPrice(company.price(item.id, "26.40", QDate(2026, 3, 1))));
    const auto prices = value(company.service.get(item.id)).prices;
    REQUIRE(prices.size() == 3);
    CHECK(prices[0].validTo == QDate());
    CHECK(prices[1].validTo == QDate()); // another quantity goes on
    CHECK(prices[2].price.toString() == QStringLiteral("24"));
    CHECK(prices[2].validTo == QDate(2026, 3, 1));
    const auto backwards = company.service.addPrice(company.price(item.id, "9", QDate(2026, 2, 1)));
    CHECK(backwards.error().code == QStringLiteral("PRICE_DATES"));
    CHECK(company.service.addPrice(company.price(item.id, "0", QDate(2026, 5, 1))).error().code
        == QStringLiteral("REQUIRED"));
}

TEST_CASE("an item in use keeps its base unit and is not deleted", "[catalog][service]")
{
    ItemFixture company;
    const Item item = value(company.service.create(company.typed(QStringLiteral("A"))));
    value(company.service.addPrice(company.price(item.id, "24", QDate(2026, 1, 1))));
    CHECK(company.service.remove(item.id).error().code == QStringLiteral("IN_USE"));
    Item changed = value(company.service.get(item.id)).item;
    changed.baseUom = company.uoms[0];
    CHECK(company.service.update(changed).error().code == QStringLiteral("ITEM_UOM_CHANGED"));
    changed.baseUom = company.uoms[1];
    changed.name = QStringLiteral("铝板 6061-T6");
    CHECK(value(company.service.update(changed)).name == QStringLiteral("铝板 6061-T6"));

    const Item unused = value(company.service.create(company.typed(QStringLiteral("B"))));
    ItemCost cost;
    cost.item = unused.id;
    cost.fixedCost = UnitPrice::fromWhole(3);
    value(company.service.setCost(cost));
    value(company.service.remove(unused.id));
    CHECK(company.count("SELECT count(*) FROM item_cost WHERE deleted = 0") == 0);
}

TEST_CASE("sales read items without what they cost and change none", "[catalog][service][access]")
{
    ItemFixture company;
    const Item item = value(company.service.create(company.typed(QStringLiteral("A"))));
    value(company.service.addPrice(company.price(item.id, "24", QDate(2026, 1, 1))));
    ItemCost cost;
    cost.item = item.id;
    cost.fixedCost = UnitPrice::fromWhole(3);
    value(company.service.setCost(cost));
    const access::Session sales =
        company.join("li.na", {ItemFixture::role(Role::Sales, RoleScope::All)});
    const access::Context context = company.as(sales);
    ItemService theirs(context);
    const auto card = value(theirs.get(item.id));
    CHECK_FALSE(card.cost);
    CHECK(card.prices.empty());
    CHECK(theirs.update(card.item).error().code == QStringLiteral("PERMISSION"));
    CHECK(theirs.addPrice(company.price(item.id, "1", QDate(2026, 4, 1))).error().code
        == QStringLiteral("PERMISSION"));
    CHECK(value(company.service.get(item.id)).cost->fixedCost == UnitPrice::fromWhole(3));
}
