// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/bom_service.h"
#include "tests/unit/quoting/quote_company.h"

using namespace chengdan;
using namespace chengdan::tests;
using catalog::Bom;
using quoting::BomService;
using quoting::BomSheet;

namespace {

struct SharedPartCompany : QuoteCompany {
    SharedPartCompany()
        : QuoteCompany(sharedPartWorld())
    {
    }
    Bom released(const QString& item) { return value(boms.revisionsOf(items.value(item))).back(); }
    catalog::BomLine component(const QString& item, const char* quantity)
    {
        catalog::BomLine line;
        line.lineNo = 900;
        line.component = items.value(item);
        line.qty = qty(quantity);
        return line;
    }
    BomService boms{context, costs};
};

} // namespace

TEST_CASE("a BOM that would contain itself is refused with its loop", "[quoting][bom]")
{
    SharedPartCompany company;
    BomSheet sheet = value(company.boms.newRevision(company.released("S"_s).id));
    sheet.lines.push_back(company.component("P"_s, "1"));
    const auto refused = company.boms.saveDraft(sheet);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "E_CYCLE"_s);
    CHECK(refused.error().arg("path"_s).contains("P"_s));
    CHECK(value(company.boms.get(sheet.bom.id)).lines.size() == 1);
}

TEST_CASE("a loop that closes only on a later day is refused as well", "[quoting][bom]")
{
    SharedPartCompany company;
    // From May on, A is to use T; T has no BOM yet.
    catalog::Item made;
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            made =
                *storage::find<catalog::Item>(transaction.connection(), company.items.value("A"_s));
            made.id = ItemId::make(company.ids);
            made.code = "T"_s;
            storage::insert(transaction, made);
            Bom later;
            later.id = BomId::make(company.ids);
            later.item = company.items.value("A"_s);
            later.revision = "B"_s;
            later.status = catalog::BomStatus::Released;
            later.validFrom = QDate(2026, 5, 1);
            storage::insert(transaction, later);
            catalog::BomLine line;
            line.id = BomLineId::make(company.ids);
            line.bom = later.id;
            line.lineNo = 1;
            line.component = made.id;
            line.qty = qty("1");
            storage::insert(transaction, line);
            Bom now = company.released("A"_s);
            now.validTo = later.validFrom;
            storage::update(transaction, now);
            return {};
        }));
    BomSheet sheet;
    sheet.bom.item = made.id;
    sheet.bom.validFrom = QDate(2026, 3, 12);
    sheet.lines.push_back(company.component("A"_s, "1"));
    CHECK(company.boms.saveDraft(sheet).error().code == "E_CYCLE"_s);
}

TEST_CASE("a released BOM never changes; a new revision replaces it on its day", "[quoting][bom]")
{
    SharedPartCompany company;
    const Bom first = company.released("P"_s);
    BomSheet sheet = value(company.boms.get(first.id));
    sheet.lines.pop_back();
    CHECK(company.boms.saveDraft(sheet).error().code == "BOM_RELEASED"_s);

    BomSheet next = value(company.boms.newRevision(first.id));
    CHECK(next.bom.revision == "B"_s);
    CHECK(next.bom.status == catalog::BomStatus::Draft);
    CHECK(next.lines.size() == 2);
    next.lines.pop_back(); // without B: 16.60 + 5.00, its S made in a lot of 60
    next = value(company.boms.saveDraft(next));
    const BomSheet released = value(company.boms.release(next.bom.id, QDate(2026, 6, 1)));
    CHECK(released.bom.status == catalog::BomStatus::Released);
    CHECK(value(company.boms.get(first.id)).bom.validTo == QDate(2026, 6, 1));

    const auto input = value(company.costs.current());
    quoting::CostRequest request = sharedPartWorld().request("P"_s, "10");
    request.date = QDate(2026, 5, 31);
    CHECK(c4(quoting::cost(*input, request)) == "31.6"_s);
    request.date = QDate(2026, 6, 1); // S 1.50 + 60/60 = 2.50, A 9.50, P 19.00 + 5.00
    CHECK(c4(quoting::cost(*input, request)) == "24"_s);

    BomSheet early = value(company.boms.newRevision(first.id));
    CHECK(company.boms.release(early.bom.id, QDate(2026, 6, 1)).error().code == "BOM_DATES"_s);
}

TEST_CASE("a BOM whose parts have no price is not released", "[quoting][bom]")
{
    SharedPartCompany company;
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto rows = storage::select<catalog::PriceRow>(transaction.connection());
            for (catalog::PriceRow& row : rows)
                storage::remove(transaction, row);
            return {};
        }));
    const BomSheet next = value(company.boms.newRevision(company.released("S"_s).id));
    const auto refused = company.boms.release(next.bom.id, QDate(2026, 6, 1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "E_NO_PRICE"_s);
    CHECK(value(company.boms.get(next.bom.id)).bom.status == catalog::BomStatus::Draft);
    BomSheet empty;
    empty.bom.item = company.items.value("S"_s);
    empty.bom.revision = "Z"_s;
    empty = value(company.boms.saveDraft(empty));
    CHECK(company.boms.release(empty.bom.id, QDate(2026, 6, 1)).error().code == "BOM_EMPTY"_s);
}

TEST_CASE("revision codes count on in letters and numbers", "[quoting][bom]")
{
    const auto [code, next] = GENERATE(table<const char*, const char*>(
        {{"A", "B"}, {"Z", "AA"}, {"AZ", "BA"}, {"ZZ", "AAA"}, {"9", "10"}, {"v1", "v1-1"}}));
    CHECK(quoting::nextRevisionCode(QString::fromLatin1(code)) == QString::fromLatin1(next));
}
