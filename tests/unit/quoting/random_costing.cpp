// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/random_costing.h"

namespace chengdan::tests {

using namespace quoting;

namespace {
QString codeOf(int index)
{
    return QStringLiteral("I%1").arg(index, 3, 10, QLatin1Char('0'));
}
const QDate kDay(2026, 6, 1);
} // namespace

QString RandomCosting::uom()
{
    static const std::array<const char*, 4> kUoms{"kg", "g", "t", ""};
    return QString::fromLatin1(kUoms[static_cast<std::size_t>(number(0, 3))]);
}

QString RandomCosting::currency()
{
    static const std::array<const char*, 4> kCurrencies{"", "CNY", "USD", "EUR"};
    return QString::fromLatin1(kCurrencies[static_cast<std::size_t>(number(0, 3))]);
}

CostTables RandomCosting::tables(int items)
{
    CostTables tables;
    tables.uoms = {{"kg"_s, "mass"_s, 1, 1},
        {"g"_s, "mass"_s, 1, 1000},
        {"t"_s, "mass"_s, 1000, 1},
        {"box"_s, ""_s, 1, 1}};
    tables.fx = {
        {"USD"_s, "CNY"_s, kDay.addDays(-40), ExchangeRate::fromRaw(number(6, 8) * 98765431)},
        {"USD"_s, "CNY"_s, kDay.addDays(1), ExchangeRate::fromRaw(100000000)},
        {"CNY"_s, "EUR"_s, kDay, ExchangeRate::fromRaw(number(11000000, 14000000))}};
    for (int center = 0; center < 3; ++center) {
        WorkCenterRateRow rate;
        rate.workCenter = QStringLiteral("W%1").arg(center);
        rate.machineRate = UnitPrice::fromRaw(number(0, 200000000));
        rate.laborRate = UnitPrice::fromRaw(number(0, 90000000));
        rate.currency = chance(20) ? "USD"_s : ""_s;
        rate.valid.from = kDay.addDays(-3);
        tables.workCenterRates.push_back(rate);
        rate.valid = {kDay.addDays(-30), kDay.addDays(-3)};
        rate.machineRate = UnitPrice::fromRaw(1);
        tables.workCenterRates.push_back(rate);
    }
    for (int index = 0; index < items; ++index)
        addItem(tables, index, items);
    addOverheads(tables);
    // The rows' order must not matter.
    for (std::size_t i = tables.bomLines.size(); i > 1; --i) {
        std::swap(tables.bomLines[i - 1],
            tables.bomLines[static_cast<std::size_t>(number(0, static_cast<qint64>(i) - 1))]);
    }
    return tables;
}

CostRequest RandomCosting::request()
{
    CostRequest request;
    request.item = codeOf(0);
    request.quantity =
        Quantity::fromRaw(chance(70) ? number(1, 5000) * 1000000 : number(1, 900000000));
    request.date = kDay;
    return request;
}

void RandomCosting::addItem(CostTables& tables, int index, int items)
{
    ItemRow item;
    item.code = codeOf(index);
    item.baseUom = chance(50) ? "kg"_s : "g"_s;
    item.group = QStringLiteral("G%1").arg(number(0, 2));
    const bool last = index >= items - 3;
    const bool made = index == 0 || (!last && chance(65));
    item.kind = !made              ? ItemKind::Buy
        : index != 0 && chance(20) ? ItemKind::Phantom
                                   : ItemKind::Make;
    if (!made && chance(20))
        item.element = chance(50) ? Element::Pack : Element::Frt;
    if (chance(25)) {
        item.lotPolicy = LotPolicy::Standard;
        item.costingLot = Quantity::fromRaw(number(1, 3000000000));
    }
    if (chance(15))
        item.preferredSupplier = "S1"_s;
    if (chance(30)) {
        item.fixedCost = UnitPrice::fromRaw(number(1, 50000000));
        item.fixedCurrency = currency();
        if (index != 0 && chance(20))
            item.costSource = CostSource::Fixed;
    }
    tables.itemUoms.push_back({item.code, "box"_s, number(1, 90), number(1, 40)});
    if (made)
        addBom(tables, index, items);
    addPrices(tables, item);
    if (made && chance(25)) {
        tables.tools.push_back({QStringLiteral("T%1").arg(index),
            item.code,
            UnitPrice::fromRaw(number(1, 90000000000)),
            currency(),
            Rate::fromRaw(number(0, 1000000)),
            Quantity::fromRaw(number(1, 500000) * 1000000),
            static_cast<ToolMode>(number(0, 2)),
            Quantity()});
    }
    tables.items.push_back(item);
}

void RandomCosting::addPrices(CostTables& tables, const ItemRow& item)
{
    // The first row fits always; the others may be later, dearer, closed or of another supplier.
    const auto rows = number(1, 4);
    for (qint64 row = 0; row < rows; ++row) {
        PriceRow price;
        price.priceId = QStringLiteral("P%1").arg(9999 - static_cast<int>(tables.prices.size()));
        price.itemCode = item.code;
        price.supplier = row == 0 || chance(60) ? "S1"_s : "S2"_s;
        price.currency = currency();
        price.price = UnitPrice::fromRaw(chance(50) ? number(1, 9) * 1000000 : number(1, 30000000));
        price.pricePer = Quantity::fromWhole(chance(30) ? 1000 : 1);
        price.uom = uom();
        price.taxIncluded = chance(40);
        price.tax = Rate::fromRaw(chance(70) ? 130000 : 60000);
        if (row > 0) {
            price.minQty = Quantity::fromRaw(number(0, 3) * number(0, 2000000000));
            price.valid.from = kDay.addDays(number(-3, 1));
            if (chance(20))
                price.valid.to = kDay.addDays(number(0, 2));
        }
        tables.prices.push_back(price);
    }
}

void RandomCosting::addBom(CostTables& tables, int index, int items)
{
    BomRow bom;
    bom.bomId = codeOf(index) + "-B"_s;
    bom.itemCode = codeOf(index);
    bom.revision = "B"_s;
    bom.valid.from = kDay.addDays(number(-2, 0));
    bom.qty = Quantity::fromRaw(chance(60) ? 1000000 : number(8, 900) * 125000);
    bom.uom = chance(15) ? uom() : QString();
    bom.yield = Rate::fromRaw(chance(60) ? 1000000 : number(700000, 1000000));
    tables.boms.push_back(bom);
    BomRow old = bom;
    old.bomId = codeOf(index) + "-A"_s;
    old.revision = "A"_s;
    old.valid = {QDate(), bom.valid.from};
    tables.boms.push_back(old);
    BomRow draft = bom;
    draft.bomId = codeOf(index) + "-C"_s;
    draft.revision = "C"_s;
    draft.status = BomStatus::Draft;
    tables.boms.push_back(draft);

    const auto lines = number(1, 5);
    for (int line = 1; line <= lines; ++line)
        addLine(tables, bom.bomId, line, static_cast<int>(number(index + 1, items - 1)));
    addLine(tables, old.bomId, 1, items - 1);
    if (chance(25)) {
        for (int alternative = 0; alternative < 2; ++alternative) {
            addLine(tables,
                bom.bomId,
                20 + alternative,
                static_cast<int>(number(index + 1, items - 1)));
            tables.bomLines.back().altGroup = "ALT"_s;
            tables.bomLines.back().altPriority = 5 - alternative;
        }
    }
    if (chance(30))
        addByproduct(tables, bom.bomId, items - 1);
    addOperations(tables, bom.bomId);
}

void RandomCosting::addLine(CostTables& tables, const QString& bom, int lineNo, int component)
{
    BomLineRow line;
    line.bomId = bom;
    line.lineNo = lineNo;
    line.component = codeOf(component);
    line.qty = Quantity::fromRaw(chance(50) ? number(1, 5) * 1000000 : number(50, 7000) * 1000);
    line.uom = chance(30) ? (chance(50) ? "kg"_s : "g"_s) : chance(30) ? "box"_s : ""_s;
    if (chance(20))
        line.fixedQty = Quantity::fromRaw(number(1, 5000000));
    if (chance(50))
        line.scrap = Rate::fromRaw(number(0, 300) * 1000);
    line.scrapMode = chance(50) ? ScrapMode::Markup : ScrapMode::Loss;
    line.explode = !chance(8);
    line.supply = chance(6) ? Supply::Customer : Supply::Own;
    if (chance(50))
        line.opSeq = static_cast<int>(number(1, 4)) * 10;
    tables.bomLines.push_back(line);
}

void RandomCosting::addByproduct(CostTables& tables, const QString& bom, int component)
{
    addLine(tables, bom, 30, component);
    BomLineRow& line = tables.bomLines.back();
    line.type = LineType::Byproduct;
    line.supply = Supply::Own;
    line.valueMethod = chance(50) ? ByproductValue::Share : ByproductValue::Credit;
    line.share = Rate::fromRaw(number(0, 300000));
    line.creditPrice = UnitPrice::fromRaw(number(0, 200000));
}

void RandomCosting::addOperations(CostTables& tables, const QString& bom)
{
    const auto steps = number(0, 3);
    for (qint64 step = 1; step <= steps; ++step) {
        OperationRow row;
        row.bomId = bom;
        row.opSeq = static_cast<int>(step) * 10;
        row.workCenter = QStringLiteral("W%1").arg(number(0, 2));
        row.setupMs = chance(60) ? number(0, 7200000) : 0;
        row.runMs = chance(80) ? number(0, 600000) : 0;
        row.basis = static_cast<RunBasis>(number(0, 3));
        row.unitsPerCycle =
            Quantity::fromRaw(chance(70) ? number(1, 16) * 1000000 : number(1000, 9000000));
        row.cycleRounding = chance(70) ? CycleRounding::Ceil : CycleRounding::None;
        if (chance(40))
            row.efficiency = Rate::fromRaw(number(500000, 1200000));
        if (chance(40))
            row.crew = Quantity::fromRaw(number(0, 6) * 500000);
        if (chance(40))
            row.yield = Rate::fromRaw(number(800000, 1000000));
        if (chance(20))
            row.piecePrice = UnitPrice::fromRaw(number(1, 500000));
        if (chance(20))
            row.setupEvery = Quantity::fromRaw(number(1, 500) * 10000000);
        if (chance(20)) {
            row.outsideItem = codeOf(static_cast<int>(tables.items.size()) + 1);
            row.outsideQty = Quantity::fromRaw(number(100000, 2000000));
            row.outsideUom = chance(50) ? "g"_s : ""_s;
            row.minCharge = UnitPrice::fromRaw(number(0, 300) * 1000000);
        }
        tables.operations.push_back(row);
    }
}

void RandomCosting::addOverheads(CostTables& tables)
{
    const auto rules = number(0, 4);
    for (int rule = 0; rule < rules; ++rule) {
        OverheadRow row;
        row.ruleId = QStringLiteral("O%1").arg(rule);
        row.seq = 10 - rule;
        row.level = chance(60) ? OverheadLevel::Each : OverheadLevel::Top;
        row.base = static_cast<ElementSet>(number(1, kAllElements));
        row.pct = Rate::fromRaw(number(0, 250000));
        row.target = chance(50) ? Element::Moh : Element::Adm;
        if (chance(25))
            row.amount = UnitPrice::fromRaw(number(1, 900000));
        row.scope = static_cast<OverheadScope>(number(0, 2));
        row.scopeKey =
            (row.scope == OverheadScope::ItemGroup ? "G%1"_s : "W%1"_s).arg(number(0, 2));
        if (chance(20))
            row.valid.to = kDay.addDays(number(0, 1));
        tables.overheads.push_back(row);
    }
}

} // namespace chengdan::tests
