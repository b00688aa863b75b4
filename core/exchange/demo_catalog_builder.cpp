// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_catalog_builder.h"

namespace chengdan::exchange {

namespace {

constexpr quint64 kCatalogSeed = 20'240'517;
constexpr int kYears = 3;
constexpr qint64 kMillisecondsPerMinute = 60'000;

QString latin(const char* text)
{
    return QString::fromUtf8(text);
}

Quantity milliQuantity(int milli)
{
    return Quantity::fromRaw(qint64{milli} * Quantity::kOne / 1000);
}

Rate permilleRate(int permille)
{
    return Rate::fromRaw(permille * Rate::kOne / 1000);
}

QString demoBomId(const QString& item)
{
    return item + QStringLiteral("-A");
}

} // namespace

DemoCatalogBuilder::DemoCatalogBuilder(QDate today)
    : m_today(today)
    , m_random(kCatalogSeed)
{
    m_catalog.notes.priceSource = QStringLiteral("询价单");
}

QDate DemoCatalogBuilder::yearStart(int yearsAgo) const
{
    return QDate(m_today.year() - yearsAgo, 1, 1);
}

void DemoCatalogBuilder::uom(const char* code, const char* category, qint64 num, qint64 den)
{
    m_catalog.tables.uoms.push_back({latin(code), latin(category), num, den});
}

void DemoCatalogBuilder::center(const char* code, const char* name, int machineRate, int laborRate)
{
    m_catalog.notes.workCenterNames.insert(latin(code), latin(name));
    // Machine hours stay, wages rise by 4 % a year towards today's.
    for (int age = kYears; age >= 0; --age) {
        quoting::WorkCenterRateRow row;
        row.workCenter = latin(code);
        row.machineRate = UnitPrice::fromWhole(machineRate);
        row.laborRate = UnitPrice::fromRaw(laborRate * UnitPrice::kOne * (100 - 4 * age) / 100);
        row.valid.from = yearStart(age);
        if (age > 0)
            row.valid.to = yearStart(age - 1);
        m_catalog.tables.workCenterRates.push_back(row);
    }
}

void DemoCatalogBuilder::supplier(
    const char* code, const char* name, const char* contact, const char* phone)
{
    m_catalog.notes.suppliers.insert(latin(code), {latin(name), latin(contact), latin(phone)});
}

void DemoCatalogBuilder::bought(const QString& code,
    const QString& name,
    const QString& spec,
    const char* uom,
    const char* group,
    const DemoPrice& price,
    quoting::Element element)
{
    quoting::ItemRow item;
    item.code = code;
    item.name = name;
    item.baseUom = latin(uom);
    item.kind = quoting::ItemKind::Buy;
    item.element = element;
    item.group = latin(group);
    m_catalog.tables.items.push_back(item);
    m_catalog.notes.items.insert(code, {spec, {}, {}, {}, false});

    const bool foreign = qstrcmp(price.currency, "CNY") != 0;
    for (int age = kYears; age >= 0; --age) {
        const int percent = 100 - 3 * age + m_random.between(-2, 2) * (age > 0 ? 1 : 0);
        for (const int breakQty : {0, price.breakQty}) {
            quoting::PriceRow row;
            row.priceId = QStringLiteral("P%1").arg(++m_priceNumber, 5, 10, QLatin1Char('0'));
            row.itemCode = code;
            row.supplier = latin(price.supplier);
            row.currency = latin(price.currency);
            const qint64 share = breakQty > 0 ? 93 : 100;
            row.price =
                UnitPrice::fromRaw(qint64{price.milli} * 1000 * percent / 100 * share / 100);
            row.pricePer = Quantity::fromWhole(price.per);
            row.minQty = Quantity::fromWhole(breakQty);
            row.valid.from = yearStart(age);
            if (age > 0)
                row.valid.to = yearStart(age - 1);
            row.taxIncluded = !foreign;
            row.tax = permilleRate(foreign ? 0 : 130);
            m_catalog.tables.prices.push_back(row);
            if (price.breakQty == 0)
                break;
        }
    }
}

void DemoCatalogBuilder::service(
    const char* code, const char* name, const char* uom, const DemoPrice& price)
{
    bought(latin(code), latin(name), {}, uom, "外协", price, quoting::Element::Out);
    m_catalog.tables.items.back().kind = quoting::ItemKind::Service;
}

void DemoCatalogBuilder::made(const Made& item,
    const QList<DemoPart>& parts,
    const QList<DemoStep>& steps,
    const char* outside,
    int outsideMilli,
    int minCharge)
{
    quoting::ItemRow row;
    row.code = item.code;
    row.name = item.name;
    row.baseUom = QStringLiteral("件");
    row.kind = item.phantom ? quoting::ItemKind::Phantom : quoting::ItemKind::Make;
    row.group = latin(item.group);
    if (item.standardLot > 0) {
        row.lotPolicy = quoting::LotPolicy::Standard;
        row.costingLot = Quantity::fromWhole(item.standardLot);
    }
    m_catalog.tables.items.push_back(row);
    m_catalog.notes.items.insert(item.code,
        {item.spec, QStringLiteral("DWG-") + item.code, QStringLiteral("A"), {}, item.sold});
    if (item.sold)
        m_catalog.products += item.code;

    quoting::BomRow bom;
    bom.bomId = demoBomId(item.code);
    bom.itemCode = item.code;
    bom.revision = QStringLiteral("A");
    bom.valid.from = yearStart(kYears);
    m_catalog.tables.boms.push_back(bom);
    int lineNo = 0;
    for (const DemoPart& part : parts) {
        quoting::BomLineRow line;
        line.bomId = bom.bomId;
        line.lineNo = lineNo += 10;
        line.component = part.code;
        line.qty = milliQuantity(part.milli);
        line.scrap = permilleRate(part.scrapPermille);
        m_catalog.tables.bomLines.push_back(line);
    }
    int seq = 0;
    for (const DemoStep& step : steps) {
        quoting::OperationRow operation;
        operation.bomId = bom.bomId;
        operation.opSeq = seq += 10;
        operation.name = latin(step.name);
        operation.workCenter = latin(step.center);
        operation.setupMs = step.setupMinutes * kMillisecondsPerMinute;
        operation.runMs = step.runSeconds * qint64{1000};
        operation.crew = milliQuantity(step.crewPercent * 10);
        operation.yield = permilleRate(step.yieldPermille);
        if (operation.workCenter.isEmpty() && outside != nullptr) {
            operation.outsideItem = latin(outside);
            operation.outsideQty = milliQuantity(outsideMilli);
            operation.minCharge = UnitPrice::fromWhole(minCharge);
        }
        m_catalog.tables.operations.push_back(operation);
    }
}

void DemoCatalogBuilder::chips(
    const QString& item, const char* chipsCode, int milli, int milliPrice)
{
    quoting::BomLineRow line;
    line.bomId = demoBomId(item);
    line.lineNo = 900;
    line.type = quoting::LineType::Byproduct;
    line.component = latin(chipsCode);
    line.qty = milliQuantity(milli);
    line.valueMethod = quoting::ByproductValue::Credit;
    line.creditPrice = UnitPrice::fromRaw(qint64{milliPrice} * 1000);
    m_catalog.tables.bomLines.push_back(line);
}

void DemoCatalogBuilder::tool(
    const QString& code, const QString& name, const QString& item, int cost, int quantity)
{
    quoting::ToolRow row;
    row.toolId = code;
    row.itemCode = item;
    row.cost = UnitPrice::fromWhole(cost);
    row.amortQty = Quantity::fromWhole(quantity);
    m_catalog.tables.tools.push_back(row);
    m_catalog.notes.toolNames.insert(code, name);
}

void DemoCatalogBuilder::exchangeRate(const char* from, int perTenThousand)
{
    // One rate a month, wandering by up to 2 % around the level asked for.
    for (QDate month = yearStart(kYears); month <= m_today; month = month.addMonths(1)) {
        quoting::FxRow row;
        row.from = latin(from);
        row.to = QStringLiteral("CNY");
        row.date = month;
        row.rate = ExchangeRate::fromRaw(qint64{perTenThousand} * (ExchangeRate::kOne / 10'000)
            * (1000 + m_random.between(-20, 20)) / 1000);
        m_catalog.tables.fx.push_back(row);
    }
}

void DemoCatalogBuilder::overhead(const char* code,
    int seq,
    quoting::OverheadLevel level,
    const char* base,
    int permille,
    quoting::Element target)
{
    quoting::OverheadRow row;
    row.ruleId = latin(code);
    row.seq = seq;
    row.level = level;
    row.base = quoting::elementSetOf(latin(base)).value_or(quoting::kAllElements);
    row.pct = permilleRate(permille);
    row.target = target;
    m_catalog.tables.overheads.push_back(row);
}

DemoCatalog DemoCatalogBuilder::take()
{
    return std::move(m_catalog);
}

} // namespace chengdan::exchange
