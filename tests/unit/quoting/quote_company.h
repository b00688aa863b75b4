// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/bom.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/cost_rules.h"
#include "core/catalog/item.h"
#include "core/catalog/price_row.h"
#include "core/catalog/uom.h"
#include "core/catalog/work_center.h"
#include "core/quoting/price_policy.h"
#include "core/quoting/quote_records.h"
#include "core/quoting/quote_service.h"
#include "tests/support/pipeline_fixture.h"
#include "tests/unit/quoting/costing_world.h"

namespace chengdan::tests {

/// Worked example E6: a machined bracket.
inline CostingWorld bracketWorld()
{
    using namespace quoting;
    CostingWorld world;
    world.bought("ALU"_s, "24", "kg");
    world.item("CHIPS"_s, ItemKind::Buy, "kg");
    world.bought("BOX"_s, "0.35", "pcs", Element::Pack);
    world.bought("TRUCK"_s, "0.25", "pcs", Element::Frt);
    world.price("ANODISE"_s, "1.80");
    world.item("ANODISE"_s, ItemKind::Service);
    world.made("BRACKET"_s);
    world.line("BRACKET"_s, "ALU"_s, "0.320");
    BomLineRow& chips = world.line("BRACKET"_s, "CHIPS"_s, "0.120");
    chips.type = LineType::Byproduct;
    chips.creditPrice = yuan("9");
    world.line("BRACKET"_s, "BOX"_s, "1");
    world.line("BRACKET"_s, "TRUCK"_s, "1");
    world.center("SAW"_s, "30", "24");
    world.center("CNC"_s, "80", "30");
    world.center("QC"_s, "0", "24");
    world.operation("BRACKET"_s, 10, "SAW"_s, "0", "0.5");
    world.operation("BRACKET"_s, 20, "CNC"_s, "90", "6").crew = qty("0.5");
    OperationRow& anodising = world.operation("BRACKET"_s, 30, ""_s, "0", "0");
    anodising.outsideItem = "ANODISE"_s;
    anodising.minCharge = yuan("300");
    world.operation("BRACKET"_s, 40, "QC"_s, "0", "1");
    world.tool("BRACKET"_s, "6000", "0", "10000");
    world.overhead(10, OverheadLevel::Each, "LAB+MAC+SET"_s, "12", Element::Moh);
    world.overhead(20, OverheadLevel::Top, "ALL"_s, "5", Element::Adm);
    return world;
}

/// Worked example E3: a sub-assembly shared by two others.
inline CostingWorld sharedPartWorld()
{
    CostingWorld world;
    world.bought("M"_s, "1.50");
    for (const char* code : {"S", "A", "B", "P"})
        world.made(QString::fromLatin1(code));
    world.center("BENCH"_s, "60", "0");
    world.center("PRESS"_s, "120", "0");
    world.line("P"_s, "A"_s, "2");
    world.line("P"_s, "B"_s, "1");
    world.line("A"_s, "S"_s, "3");
    world.line("B"_s, "S"_s, "4");
    world.line("S"_s, "M"_s, "1");
    world.operation("P"_s, 10, "BENCH"_s, "0", "5");
    world.operation("A"_s, 10, "BENCH"_s, "0", "2");
    world.operation("B"_s, 10, "BENCH"_s, "0", "1.6");
    world.operation("S"_s, 10, "PRESS"_s, "30", "0");
    return world;
}

/// A company file holding a costing world as catalogue rows, a customer of grade B, and a price
/// policy of 15 % markup with the authority of example E8.
class QuoteCompany : public PipelineFixture {
public:
    explicit QuoteCompany(const CostingWorld& world)
        : PipelineFixture(roomTypes())
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storeWorld(transaction, world.tables);
            storePolicies(transaction);
            customer.grade = customers::CustomerGrade::B;
            storage::update(transaction, customer);
            return {};
        }));
    }

    static schema::RecordTypes roomTypes()
    {
        schema::RecordTypes types = catalog::recordTypes();
        const schema::RecordTypes more = quoting::recordTypes();
        types.insert(types.end(), more.begin(), more.end());
        return types;
    }

    quoting::DraftLine line(const QString& item, const char* quantity)
    {
        quoting::DraftLine made;
        made.item = items.value(item);
        made.qty = qty(quantity);
        return made;
    }
    quoting::QuoteDraft draft(std::vector<quoting::DraftLine> lines)
    {
        quoting::QuoteDraft made;
        made.customer = customer.id;
        made.lines = std::move(lines);
        return made;
    }
    /// What a new price list does: the old row ends today, a new one begins.
    void changePrice(const QString& item, const char* price)
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            for (catalog::PriceRow& row :
                storage::select<catalog::PriceRow>(transaction.connection(),
                    QStringLiteral("item = ?"),
                    {storage::bind(items.value(item))})) {
                row.validTo = clock.today();
                storage::update(transaction, row);
            }
            catalog::PriceRow row;
            row.id = PriceRowId::make(ids);
            row.item = items.value(item);
            row.price = yuan(price);
            row.validFrom = clock.today();
            storage::insert(transaction, row);
            return {};
        }));
    }

    QHash<QString, ItemId> items;
    quoting::CostInputCache costs{*database};

private:
    template <typename Stored, typename Kernel>
    static Stored stored(Kernel kernel)
    {
        return static_cast<Stored>(kernel);
    }
    void storeWorld(storage::Transaction& transaction, const quoting::CostTables& tables);
    void storeRouting(storage::Transaction& transaction,
        const quoting::CostTables& tables,
        const QHash<QString, BomId>& boms,
        const QHash<QString, UomId>& uoms);
    void storePolicies(storage::Transaction& transaction);
};

} // namespace chengdan::tests
