// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/catalogue_generator.h"

#include <random>

namespace chengdan::bench {

namespace {

using namespace chengdan::quoting;

class CatalogueGenerator {
public:
    explicit CatalogueGenerator(const CatalogueShape& shape)
        : m_shape(shape)
    {
    }
    CostTables make()
    {
        m_tables.uoms.push_back({QStringLiteral("pcs"), QStringLiteral("count"), 1, 1});
        if (m_shape.routing)
            addRules();
        for (int item = 0; item < m_shape.boughtItems; ++item)
            addBought(item);
        for (int level = 0; level < levels(); ++level) {
            for (int item = 0; item < widthOf(level); ++item)
                addMade(level, item);
        }
        return std::move(m_tables);
    }

private:
    static constexpr int kCenters = 5;

    int levels() const { return static_cast<int>(m_shape.widths.size()); }
    int widthOf(int level) const { return m_shape.widths[static_cast<std::size_t>(level)]; }
    /// 0 to below - 1, the same on every platform, which the standard distributions are not.
    int random(int below) { return static_cast<int>(m_random() % static_cast<quint32>(below)); }
    static QString centerCode(int center) { return QStringLiteral("WC%1").arg(center); }
    static UnitPrice cents(int cents) { return UnitPrice::fromRaw(cents * UnitPrice::kOne / 100); }

    int nextBought(int level)
    {
        const int number = m_nextBought++;
        if (!m_shape.boughtByLevel)
            return number % m_shape.boughtItems;
        const int block = m_shape.boughtItems / levels();
        return level * block + number % block;
    }
    void addRules();
    void addBought(int item);
    void addPrice(const QString& code, int cents, int minQty);
    void addMade(int level, int item);
    void addLine(const QString& bom, int& lineNo, const QString& component);
    void addOperations(const QString& bom);

    const CatalogueShape& m_shape;
    CostTables m_tables;
    std::mt19937 m_random{20260312};
    int m_nextBought = 0;
};

void CatalogueGenerator::addRules()
{
    for (int center = 0; center < kCenters; ++center) {
        WorkCenterRateRow rate;
        rate.workCenter = centerCode(center);
        rate.machineRate = UnitPrice::fromWhole(30 + random(90));
        rate.laborRate = UnitPrice::fromWhole(24 + random(12));
        m_tables.workCenterRates.push_back(rate);
    }
    OverheadRow each;
    each.ruleId = QStringLiteral("OH1");
    each.seq = 10;
    each.base = static_cast<ElementSet>(bit(Element::Lab) | bit(Element::Mac) | bit(Element::Set));
    each.pct = Rate::fromRaw(120'000);
    m_tables.overheads.push_back(each);
    OverheadRow top;
    top.ruleId = QStringLiteral("OH2");
    top.seq = 20;
    top.level = OverheadLevel::Top;
    top.base = kAllElements;
    top.pct = Rate::fromRaw(50'000);
    top.target = Element::Adm;
    m_tables.overheads.push_back(top);
}

void CatalogueGenerator::addPrice(const QString& code, int cents, int minQty)
{
    PriceRow row;
    row.priceId = QStringLiteral("P%1").arg(m_tables.prices.size());
    row.itemCode = code;
    row.price = CatalogueGenerator::cents(cents);
    row.minQty = Quantity::fromWhole(minQty);
    m_tables.prices.push_back(row);
}

void CatalogueGenerator::addBought(int item)
{
    ItemRow row;
    row.code = boughtCode(item);
    row.name = row.code;
    row.baseUom = QStringLiteral("pcs");
    row.kind = ItemKind::Buy;
    m_tables.items.push_back(row);
    const int price = 20 + random(2000);
    addPrice(row.code, price, 0);
    if (m_shape.routing) {
        addPrice(row.code, price - price / 20, 1'000);
        addPrice(row.code, price - price / 10, 10'000);
    }
}

void CatalogueGenerator::addMade(int level, int item)
{
    ItemRow row;
    row.code = madeCode(level, item);
    row.name = row.code;
    row.baseUom = QStringLiteral("pcs");
    row.kind = ItemKind::Make;
    m_tables.items.push_back(row);
    BomRow bom;
    bom.bomId = row.code + QStringLiteral("/A");
    bom.itemCode = row.code;
    bom.revision = QStringLiteral("A");
    m_tables.boms.push_back(bom);
    // Taking turns uses every item; where a level is wider than the next, parts are shared.
    int lineNo = 0;
    if (level + 1 < levels()) {
        const int width = widthOf(level + 1);
        const int lines = level == 0 ? width : m_shape.madeLines;
        for (int line = 0; line < lines; ++line)
            addLine(bom.bomId, lineNo, madeCode(level + 1, (item * lines + line) % width));
    }
    for (int line = 0; line < m_shape.boughtLines; ++line)
        addLine(bom.bomId, lineNo, boughtCode(nextBought(level)));
    if (m_shape.routing)
        addOperations(bom.bomId);
}

void CatalogueGenerator::addLine(const QString& bom, int& lineNo, const QString& component)
{
    BomLineRow row;
    row.bomId = bom;
    row.lineNo = lineNo += 10;
    row.component = component;
    row.qty = Quantity::fromWhole(random(4) == 0 ? 2 : 1);
    if (m_shape.routing && random(3) == 0)
        row.scrap = Rate::fromRaw(10'000 * (1 + random(4)));
    m_tables.bomLines.push_back(row);
}

void CatalogueGenerator::addOperations(const QString& bom)
{
    constexpr int kOperations = 3;
    for (int step = 1; step <= kOperations; ++step) {
        OperationRow row;
        row.bomId = bom;
        row.opSeq = 10 * step;
        row.workCenter = centerCode(random(kCenters));
        row.setupMs = 60'000LL * (5 + random(60));
        row.runMs = 1'000LL * (5 + random(600));
        m_tables.operations.push_back(row);
    }
}

} // namespace

QString madeCode(int level, int item)
{
    return QStringLiteral("M%1-%2").arg(level).arg(item, 5, 10, QLatin1Char('0'));
}

QString boughtCode(int item)
{
    return QStringLiteral("B%1").arg(item, 5, 10, QLatin1Char('0'));
}

CostTables makeCatalogue(const CatalogueShape& shape)
{
    return CatalogueGenerator(shape).make();
}

QString productCode()
{
    return madeCode(0, 0);
}

QDate costingDay()
{
    return {2026, 3, 12};
}

} // namespace chengdan::bench
