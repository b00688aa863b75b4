// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/costing_bench.h"

#include "core/exchange/company.h"
#include "core/exchange/import_costing.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/costing.h"
#include "tests/bench/baseline_item_cost.h"
#include "tests/bench/catalogue_generator.h"
#include "tests/bench/stopwatch.h"

#include <QTemporaryDir>

namespace chengdan::bench {

namespace {

constexpr int kSamples = 9;

quoting::CostRequest requestFor(int quantity)
{
    quoting::CostRequest request;
    request.item = productCode();
    request.quantity = Quantity::fromWhole(quantity);
    request.date = costingDay();
    return request;
}

/// The cost, which must be there; a refused costing is fast and proves nothing.
UnitCost costOfProduct(const quoting::CostInput& input, const quoting::CostRequest& request)
{
    const quoting::CostResult result = quoting::cost(input, request);
    if (!result.ok() || !result.c8)
        endBench(QStringLiteral("the product was not costed: ")
            + (result.errors.empty() ? QString() : result.errors.front().error.code));
    return *result.c8;
}

std::vector<RatioRow> measureItemCost(const BenchPlace&)
{
    constexpr int kCalls = 20;
    const QTemporaryDir folder;
    CatalogueShape shape;
    shape.widths = {1, 10, 24, 40, 48, 48, 48};
    shape.madeLines = 3;
    shape.boughtItems = 300;
    shape.boughtLines = 3;
    const quoting::CostTables tables = makeCatalogue(shape);
    ItemCostBaseline baseline(folder.filePath(QStringLiteral("baseline.db")), tables);
    const quoting::CostInput input = quoting::CostInput::build(tables);
    const quoting::CostRequest request = requestFor(10);

    const ItemCostBaseline::Walk walked = baseline.costOf(productCode());
    const UnitCost costed = costOfProduct(input, request);
    if (walked.cost != costed.raw())
        endBench(QStringLiteral("P12: the kernel says %1, the baseline %2")
                     .arg(costed.toString(), UnitCost::fromRaw(walked.cost).toString()));
    if (walked.nodes < 10'000)
        endBench(QStringLiteral("P12: only %1 nodes").arg(walked.nodes));

    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < kSamples; ++sample) { // in turns: both see the same machine
        theirs.push_back(millisecondsOf(1, [&] { baseline.costOf(productCode()); }));
        ours.push_back(millisecondsOf(kCalls, [&] { costOfProduct(input, request); }));
    }
    RatioRow row;
    row.id = QStringLiteral("P12");
    row.oursMs = median(ours);
    row.baselineMs = median(theirs);
    row.limit = 1.0 / 50;
    row.note = QStringLiteral("cost of one item, %1 tree paths, %2 items, %3 lines; both say %4")
                   .arg(walked.nodes)
                   .arg(tables.items.size())
                   .arg(tables.bomLines.size())
                   .arg(costed.toString());
    return {row};
}

TimeRow measureLineTiers(const BenchPlace&)
{
    CatalogueShape shape;
    shape.widths = {1, 9, 27, 81};
    shape.madeLines = 3;
    shape.boughtItems = 382;
    shape.boughtLines = 4;
    shape.routing = true;
    const quoting::CostTables tables = makeCatalogue(shape);
    const quoting::CostInput input = quoting::CostInput::build(tables);
    std::vector<double> samples;
    for (int sample = 0; sample < kSamples; ++sample) {
        samples.push_back(millisecondsOf(5, [&] {
            for (const int quantity : {1, 100, 500, 1'000, 5'000, 10'000})
                costOfProduct(input, requestFor(quantity));
        }));
    }
    TimeRow row;
    row.id = QStringLiteral("line, 6 tiers");
    row.oursMs = median(samples);
    row.targetMs = 20;
    row.note = QStringLiteral("kernel only; %1 nodes, %2 lines, %3 operations, price breaks, scrap")
                   .arg(tables.items.size())
                   .arg(tables.bomLines.size())
                   .arg(tables.operations.size());
    return row;
}

TimeRow measureLoadAndCost(const BenchPlace&)
{
    const QTemporaryDir folder;
    CatalogueShape shape;
    shape.widths = {1, 200, 400, 800, 800, 800, 800, 800, 800, 800, 800, 799};
    shape.madeLines = 2;
    shape.boughtItems = 12'200;
    shape.boughtLines = 24;
    const quoting::CostTables tables = makeCatalogue(shape);
    const ManualClock clock(Instant::fromMilliseconds(1773280800000), costingDay());
    exchange::NewCompany company;
    company.companyName = QStringLiteral("bench");
    company.ownerName = QStringLiteral("bench");
    company.seed = 7;
    const QString path = folder.filePath(QStringLiteral("load.chengdan"));
    const auto database = exchange::createCompany(path,
        company,
        clock,
        [&](storage::Database&, storage::Transaction& transaction, IdSource& ids) -> Result<void> {
            auto stored = exchange::storeCostTables(transaction, ids, tables);
            return stored ? Result<void>() : chengdan::fail(stored.error());
        });
    if (!database)
        endBench(QStringLiteral("the company file was not made: ") + database.error().code);
    const UnitCost expected = costOfProduct(quoting::CostInput::build(tables), requestFor(10));

    std::vector<double> whole;
    std::vector<double> loads;
    for (int sample = 0; sample < 3; ++sample) {
        UnitCost costed;
        double load = 0;
        whole.push_back(millisecondsOf(1, [&] {
            quoting::CostInput read;
            load = millisecondsOf(1, [&] {
                storage::Connection connection(path, storage::Connection::Mode::Reader);
                read = quoting::loadCostInput(connection);
            });
            costed = costOfProduct(read, requestFor(10));
        }));
        loads.push_back(load);
        if (costed != expected)
            endBench(QStringLiteral("the file costs %1, its tables %2")
                         .arg(costed.toString(), expected.toString()));
    }
    TimeRow row;
    row.id = QStringLiteral("load + cost");
    row.oursMs = median(whole);
    row.targetMs = 300;
    row.note = QStringLiteral("company file with %1 items, %2 lines to the cost of the item that "
                              "reaches them all; reading the file is %3 ms of it")
                   .arg(tables.items.size())
                   .arg(tables.bomLines.size())
                   .arg(median(loads), 0, 'f', 0);
    return row;
}

} // namespace

std::vector<BenchCase> costingCases()
{
    return {{QStringLiteral("P12"), true, measureItemCost},
        {QStringLiteral("P13"), false, measureRollUp},
        {QStringLiteral("P14"), true, measurePriceChange}};
}

std::vector<TimeCase> costingTimes()
{
    return {{QStringLiteral("line, 6 tiers"), measureLineTiers},
        {QStringLiteral("load + cost"), measureLoadAndCost}};
}

} // namespace chengdan::bench
