// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sample_catalog.h"

#include "core/exchange/sample_files.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace chengdan::exchange {

namespace {

const QString& eachUnit()
{
    static const QString unit = QStringLiteral("EA");
    return unit;
}

/// A row of BillOfMaterials while it holds.
struct SampleBomRow {
    int component = 0;
    QString uom;
    Quantity qty;
    QDate from;
    QDate to; ///< invalid: still holds

    bool holdsOn(QDate date) const { return from <= date && (to.isNull() || to > date); }
};

/// 0 → A, 25 → Z, 26 → AA.
QString revisionName(int index)
{
    QString name;
    for (int rest = index; rest >= 0; rest = rest / 26 - 1)
        name.prepend(QLatin1Char(static_cast<char>('A' + rest % 26)));
    return name;
}

class SampleCatalogReader {
public:
    SampleCatalogReader(const QString& directory, SampleOddities& oddities)
        : m_directory(directory)
        , m_oddities(oddities)
    {
    }

    Result<SampleCatalog> read()
    {
        for (const auto step : {&SampleCatalogReader::readUoms,
                 &SampleCatalogReader::readBomRows,
                 &SampleCatalogReader::readProducts,
                 &SampleCatalogReader::readWorkCenters,
                 &SampleCatalogReader::readRoutings,
                 &SampleCatalogReader::readVendors,
                 &SampleCatalogReader::readPrices,
                 &SampleCatalogReader::readRates}) {
            if (auto done = (this->*step)(); !done)
                return chengdan::fail(done.error());
        }
        makeRevisions();
        return std::move(m_catalog);
    }

private:
    Result<SampleTable> table(const char* name, const QStringList& columns) const
    {
        return SampleTable::read(m_directory, QString::fromLatin1(name), columns);
    }
    QString code(int product) const { return m_catalog.productNumbers.value(product); }
    QString unitOf(int product) const { return m_units.value(product, eachUnit()); }

    Result<void> readUoms()
    {
        auto units =
            table("UnitMeasure", {QStringLiteral("UnitMeasureCode"), QStringLiteral("Name")});
        if (!units)
            return chengdan::fail(units.error());
        for (int i = 0; i < units->rows(); ++i) {
            // A category each: the files know no factor between any two.
            const QString unit = units->text(i, 0).trimmed();
            m_catalog.tables.uoms.push_back({unit, unit, 1, 1});
            m_catalog.notes.uomNames.insert(unit, units->text(i, 1));
        }
        if (!m_catalog.notes.uomNames.contains(eachUnit())) {
            m_catalog.tables.uoms.push_back({eachUnit(), eachUnit(), 1, 1});
            m_catalog.notes.uomNames.insert(eachUnit(), QStringLiteral("Each"));
        }
        return units->check();
    }

    Result<void> readBomRows()
    {
        auto rows = table("BillOfMaterials",
            {QStringLiteral("ProductAssemblyID"),
                QStringLiteral("ComponentID"),
                QStringLiteral("StartDate"),
                QStringLiteral("EndDate"),
                QStringLiteral("UnitMeasureCode"),
                QStringLiteral("PerAssemblyQty")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            SampleBomRow row;
            row.component = rows->number(i, 1);
            row.uom = rows->text(i, 4).trimmed();
            m_units.insert(row.component, row.uom);
            if (rows->isEmpty(i, 0)) {
                ++m_oddities.topLevelMarkers;
                continue;
            }
            row.from = rows->date(i, 2);
            row.to = rows->date(i, 3);
            row.qty = rows->fixed<Quantity>(i, 5);
            m_bomRows[rows->number(i, 0)].push_back(row);
        }
        return rows->check();
    }

    Result<void> readProducts()
    {
        auto groups = readNames("ProductSubcategory", QStringLiteral("ProductSubcategoryID"));
        if (!groups)
            return chengdan::fail(groups.error());
        auto rows = table("Product",
            {QStringLiteral("ProductID"),
                QStringLiteral("Name"),
                QStringLiteral("ProductNumber"),
                QStringLiteral("MakeFlag"),
                QStringLiteral("FinishedGoodsFlag"),
                QStringLiteral("Color"),
                QStringLiteral("Size"),
                QStringLiteral("StandardCost"),
                QStringLiteral("ProductSubcategoryID"),
                QStringLiteral("SellStartDate")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            const int product = rows->number(i, 0);
            quoting::ItemRow item;
            item.code = rows->text(i, 2);
            item.name = rows->text(i, 1);
            item.baseUom = unitOf(product);
            item.kind = rows->flag(i, 3) ? quoting::ItemKind::Make : quoting::ItemKind::Buy;
            item.group = groups->value(rows->number(i, 8));
            const auto standard = rows->fixed<UnitPrice>(i, 7);
            if (!standard.isZero()) {
                item.fixedCost = standard;
                item.fixedDate = rows->date(i, 9);
            }
            m_catalog.tables.items.push_back(item);
            QStringList spec{rows->text(i, 5), rows->text(i, 6)};
            spec.removeAll(QString());
            m_catalog.notes.items.insert(
                item.code, {spec.join(QStringLiteral(", ")), {}, {}, {}, rows->flag(i, 4)});
            m_catalog.productNumbers.insert(product, item.code);
            m_catalog.productNames.insert(product, item.name);
        }
        return rows->check();
    }

    Result<QHash<int, QString>> readNames(const char* file, const QString& idColumn) const
    {
        auto rows = table(file, {idColumn, QStringLiteral("Name")});
        if (!rows)
            return chengdan::fail(rows.error());
        QHash<int, QString> names;
        for (int i = 0; i < rows->rows(); ++i)
            names.insert(rows->number(i, 0), rows->text(i, 1));
        if (auto checked = rows->check(); !checked)
            return chengdan::fail(checked.error());
        return names;
    }

    Result<void> readWorkCenters()
    {
        auto rows = table("Location",
            {QStringLiteral("LocationID"), QStringLiteral("Name"), QStringLiteral("CostRate")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            quoting::WorkCenterRateRow rate;
            rate.workCenter = rows->text(i, 0);
            rate.laborRate = rows->fixed<UnitPrice>(i, 2);
            if (rate.laborRate.isZero())
                continue; // a place to store things, no work centre
            m_catalog.tables.workCenterRates.push_back(rate);
            m_catalog.notes.workCenterNames.insert(rate.workCenter, rows->text(i, 1));
        }
        return rows->check();
    }

    /// The operations of a product are the same in each of its work orders: the first one counts.
    Result<void> readRoutings()
    {
        auto rows = table("WorkOrderRouting",
            {QStringLiteral("ProductID"),
                QStringLiteral("OperationSequence"),
                QStringLiteral("LocationID"),
                QStringLiteral("ActualResourceHrs")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            const int product = rows->number(i, 0);
            const int sequence = rows->number(i, 1);
            auto& steps = m_routings[product];
            if (steps.contains(sequence))
                continue;
            quoting::OperationRow operation;
            operation.opSeq = sequence;
            operation.workCenter = rows->text(i, 2);
            operation.name = m_catalog.notes.workCenterNames.value(operation.workCenter);
            // Millionths of an hour to milliseconds: 3,600,000 ÷ 1,000,000.
            operation.runMs = rows->fixed<Quantity>(i, 3).raw() * 36 / 10;
            steps.insert({sequence, operation});
        }
        return rows->check();
    }

    Result<void> readVendors()
    {
        auto rows = table("Vendor",
            {QStringLiteral("BusinessEntityID"),
                QStringLiteral("AccountNumber"),
                QStringLiteral("Name")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            m_vendors.insert(rows->number(i, 0), rows->text(i, 1));
            m_catalog.notes.suppliers.insert(rows->text(i, 1), {rows->text(i, 2), {}, {}});
        }
        return rows->check();
    }

    Result<void> readPrices()
    {
        auto rows = table("ProductVendor",
            {QStringLiteral("ProductID"),
                QStringLiteral("BusinessEntityID"),
                QStringLiteral("StandardPrice"),
                QStringLiteral("UnitMeasureCode")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            const int product = rows->number(i, 0);
            quoting::PriceRow price;
            price.priceId = QStringLiteral("PV-%1-%2").arg(rows->text(i, 0), rows->text(i, 1));
            price.itemCode = code(product);
            price.supplier = m_vendors.value(rows->number(i, 1));
            price.price = rows->fixed<UnitPrice>(i, 2);
            m_catalog.tables.prices.push_back(price);
            if (rows->text(i, 3).trimmed() != unitOf(product))
                ++m_oddities.pricesInOtherUnit;
        }
        m_catalog.notes.priceSource = QStringLiteral("AdventureWorks");
        return rows->check();
    }

    Result<void> readRates()
    {
        auto rows = table("CurrencyRate",
            {QStringLiteral("CurrencyRateDate"),
                QStringLiteral("FromCurrencyCode"),
                QStringLiteral("ToCurrencyCode"),
                QStringLiteral("AverageRate")});
        if (!rows)
            return chengdan::fail(rows.error());
        for (int i = 0; i < rows->rows(); ++i) {
            m_catalog.tables.fx.push_back({rows->text(i, 1),
                rows->text(i, 2),
                rows->date(i, 0),
                rows->fixed<ExchangeRate>(i, 3)});
        }
        return rows->check();
    }

    void makeRevisions()
    {
        for (auto& [assembly, rows] : m_bomRows) {
            std::vector<QDate> turns;
            for (const SampleBomRow& row : rows) {
                turns.push_back(row.from);
                if (row.to.isValid())
                    turns.push_back(row.to);
            }
            std::sort(turns.begin(), turns.end());
            turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
            std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
                return a.component < b.component;
            });
            int made = 0;
            for (std::size_t i = 0; i < turns.size(); ++i) {
                const QDate to = i + 1 < turns.size() ? turns[i + 1] : QDate();
                if (makeRevision(assembly, rows, {turns[i], to}, revisionName(made)))
                    ++made;
            }
        }
    }

    /// False when no row holds then, so that there is no revision at all.
    bool makeRevision(int assembly,
        const std::vector<SampleBomRow>& rows,
        const quoting::ValidDates& valid,
        const QString& revision)
    {
        quoting::BomRow bom;
        bom.itemCode = code(assembly);
        bom.bomId = bom.itemCode + QLatin1Char('/') + revision;
        bom.revision = revision;
        bom.valid = valid;
        int lineNo = 0;
        for (const SampleBomRow& row : rows) {
            if (!row.holdsOn(valid.from))
                continue;
            quoting::BomLineRow line;
            line.bomId = bom.bomId;
            line.lineNo = lineNo += 10;
            line.component = code(row.component);
            line.qty = row.qty;
            line.uom = row.uom;
            m_catalog.tables.bomLines.push_back(line);
        }
        if (lineNo == 0)
            return false;
        m_catalog.tables.boms.push_back(bom);
        const auto routing = m_routings.find(assembly);
        if (routing == m_routings.end())
            return true;
        for (const auto& [sequence, step] : routing->second) {
            quoting::OperationRow operation = step;
            operation.bomId = bom.bomId;
            m_catalog.tables.operations.push_back(operation);
        }
        return true;
    }

    QString m_directory;
    SampleOddities& m_oddities;
    SampleCatalog m_catalog;
    QHash<int, QString> m_units; ///< of components, as the BOM counts them
    QHash<int, QString> m_vendors;
    std::map<int, std::vector<SampleBomRow>> m_bomRows;
    std::map<int, std::map<int, quoting::OperationRow>> m_routings;
};

} // namespace

Result<SampleCatalog> readSampleCatalog(const QString& directory, SampleOddities& oddities)
{
    return SampleCatalogReader(directory, oddities).read();
}

} // namespace chengdan::exchange
