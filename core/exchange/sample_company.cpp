// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sample_company.h"

#include "core/catalog/item.h"
#include "core/exchange/sample_rows.h"
#include "core/pipeline/sales_order.h"
#include "core/storage/store.h"

#include <QDir>

namespace chengdan::exchange {

namespace {

/// Millionths to whole cents, half up; amounts of the files are never negative.
qint64 centsOf(UnitPrice amount)
{
    constexpr qint64 kPerCent = UnitPrice::kOne / 100;
    return (amount.raw() + kPerCent / 2) / kPerCent;
}

Currency sampleCurrency()
{
    return Currency::parse(QStringLiteral("USD")).value_or(Currency());
}

struct SampleOrderRef {
    SalesOrderId id;
    CustomerId customer;
    PersonId owner;
};

Result<QHash<int, SampleOrderRef>> insertOrderHeaders(SampleContext& context)
{
    enum HeaderColumn {
        OrderId,
        OrderDate,
        DueDate,
        ShipDate,
        Online,
        Number,
        PurchaseOrder,
        Customer,
        Seller,
        Territory,
        SubTotal,
        Tax,
        Freight,
        Total
    };
    auto rows = SampleTable::read(context.directory,
        QStringLiteral("SalesOrderHeader"),
        {QStringLiteral("SalesOrderID"),
            QStringLiteral("OrderDate"),
            QStringLiteral("DueDate"),
            QStringLiteral("ShipDate"),
            QStringLiteral("OnlineOrderFlag"),
            QStringLiteral("SalesOrderNumber"),
            QStringLiteral("PurchaseOrderNumber"),
            QStringLiteral("CustomerID"),
            QStringLiteral("SalesPersonID"),
            QStringLiteral("TerritoryID"),
            QStringLiteral("SubTotal"),
            QStringLiteral("TaxAmt"),
            QStringLiteral("Freight"),
            QStringLiteral("TotalDue")});
    if (!rows)
        return chengdan::fail(rows.error());
    QHash<int, SampleOrderRef> orders;
    orders.reserve(rows->rows());
    for (int i = 0; i < rows->rows(); ++i) {
        const SampleContext::CustomerRef customer =
            context.customers.value(rows->number(i, Customer));
        pipeline::SalesOrder order;
        order.id = SalesOrderId::make(context.ids);
        order.meta.owner = customer.owner;
        order.meta.root = customer.id;
        order.number = rows->text(i, Number);
        order.customerOrder = rows->text(i, PurchaseOrder);
        order.customer = customer.id;
        order.orderedOn = rows->date(i, OrderDate);
        order.dueOn = rows->date(i, DueDate);
        order.shippedOn = rows->date(i, ShipDate);
        order.region = RegionId::fromNumber(rows->number(i, Territory));
        if (!rows->isEmpty(i, Seller))
            order.salesPerson = context.salesPeople.value(rows->number(i, Seller));
        order.online = rows->flag(i, Online);
        order.subtotal = rows->fixed<UnitPrice>(i, SubTotal);
        order.tax = rows->fixed<UnitPrice>(i, Tax);
        order.freight = rows->fixed<UnitPrice>(i, Freight);
        order.total = rows->fixed<UnitPrice>(i, Total);
        order.receivable.minor = centsOf(order.total);
        order.currency = sampleCurrency();
        if (order.total.raw() % (UnitPrice::kOne / 100) != 0)
            ++context.report.oddities.roundedOrders;
        storage::insert(context.transaction, order);
        orders.insert(rows->number(i, OrderId), {order.id, customer.id, customer.owner});
        ++context.report.orders;
    }
    if (auto checked = rows->check(); !checked)
        return chengdan::fail(checked.error());
    return orders;
}

QHash<QString, ItemId> itemIds(storage::Connection& connection)
{
    QHash<QString, ItemId> ids;
    for (const catalog::Item& item : storage::select<catalog::Item>(connection))
        ids.insert(item.code, item.id);
    return ids;
}

Result<void> fillSample(SampleContext& context)
{
    auto catalog = readSampleCatalog(context.directory, context.report.oddities);
    if (!catalog)
        return chengdan::fail(catalog.error());
    auto stored =
        storeCostTables(context.transaction, context.ids, catalog->tables, catalog->notes);
    if (!stored)
        return chengdan::fail(stored.error());
    context.report.catalog = std::move(*stored);
    if (auto people = insertSamplePeople(context); !people)
        return people;
    if (auto customers = insertSampleCustomers(context); !customers)
        return customers;
    return insertSampleOrders(context, *catalog);
}

} // namespace

Result<void> insertSampleOrders(SampleContext& context, const SampleCatalog& catalog)
{
    auto orders = insertOrderHeaders(context);
    if (!orders)
        return chengdan::fail(orders.error());
    const QHash<QString, ItemId> items = itemIds(context.transaction.connection());
    enum LineColumn { OrderId, LineNumber, Quantities, Product, Price, Discount, Total, Source };
    auto rows = SampleTable::read(context.directory,
        QStringLiteral("SalesOrderDetail"),
        {QStringLiteral("SalesOrderID"),
            QStringLiteral("LineNumber"),
            QStringLiteral("OrderQty"),
            QStringLiteral("ProductID"),
            QStringLiteral("UnitPrice"),
            QStringLiteral("UnitPriceDiscount"),
            QStringLiteral("LineTotal"),
            QStringLiteral("SourceNote")});
    if (!rows)
        return chengdan::fail(rows.error());
    for (int i = 0; i < rows->rows(); ++i) {
        const SampleOrderRef order = orders->value(rows->number(i, OrderId));
        const int product = rows->number(i, Product);
        pipeline::SalesOrderLine line;
        line.id = SalesOrderLineId::make(context.ids);
        line.meta.owner = order.owner;
        line.meta.root = order.customer;
        line.order = order.id;
        line.lineNo = rows->number(i, LineNumber);
        line.itemCode = catalog.productNumbers.value(product);
        line.itemName = catalog.productNames.value(product);
        if (const auto item = items.constFind(line.itemCode); item != items.constEnd())
            line.item = *item;
        line.quantity = rows->fixed<Quantity>(i, Quantities);
        line.unitPrice = rows->fixed<UnitPrice>(i, Price);
        line.discount = rows->fixed<Rate>(i, Discount);
        line.lineTotal = rows->fixed<UnitPrice>(i, Total);
        if (!rows->isEmpty(i, Source))
            ++context.report.oddities.linesFromHistory;
        storage::insert(context.transaction, line);
        ++context.report.orderLines;
    }
    return rows->check();
}

Result<SampleCompany> createSampleCompany(
    const QString& path, const Clock& clock, const QString& directory, const QString& name)
{
    if (!QDir(directory).exists())
        return chengdan::fail("DIRECTORY_MISSING", {}, {{QStringLiteral("file"), directory}});
    NewCompany company;
    company.companyName = name.isEmpty() ? QStringLiteral("Adventure Works Cycles") : name;
    company.ownerName = QStringLiteral("Owner");
    company.baseCurrency = sampleCurrency();
    SampleCompany report;
    auto database = createCompany(path,
        company,
        clock,
        [&](storage::Database&, storage::Transaction& transaction, IdSource& ids) {
            SampleContext context{directory, transaction, ids, report, {}, {}};
            return fillSample(context);
        });
    if (!database)
        return chengdan::fail(database.error());
    report.database = std::move(*database);
    return report;
}

} // namespace chengdan::exchange
