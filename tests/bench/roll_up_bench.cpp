// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/exchange/import_costing.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/standard_cost.h"
#include "tests/bench/baseline_roll_up.h"
#include "tests/bench/catalogue_generator.h"
#include "tests/bench/costing_bench.h"
#include "tests/bench/stopwatch.h"

#include <QDir>
#include <QFile>

#include <array>

namespace chengdan::bench {

namespace {

/// 100,000 items, half of them made, on twelve levels; 1,000,000 lines.
CatalogueShape wholeCatalogue()
{
    CatalogueShape shape;
    shape.widths = {1, 4545, 4545, 4545, 4545, 4545, 4545, 4545, 4545, 4545, 4545, 4545};
    shape.madeLines = 2;
    shape.boughtItems = 49'999;
    shape.boughtLines = 19;
    shape.boughtByLevel = true;
    return shape;
}

std::vector<std::vector<QString>> levelsOf(const CatalogueShape& shape)
{
    std::vector<std::vector<QString>> levels;
    for (int level = static_cast<int>(shape.widths.size()); level-- > 0;) {
        levels.emplace_back();
        for (int item = 0; item < shape.widths[static_cast<std::size_t>(level)]; ++item)
            levels.back().push_back(madeCode(level, item));
    }
    return levels;
}

/// A company file with the catalogue, made once.
QString catalogueFile(const BenchPlace& place, const CatalogueShape& shape)
{
    const QString path = QDir(place.folder).filePath(QStringLiteral("catalogue-100k.chengdan"));
    if (QFile::exists(path))
        return path;
    const quoting::CostTables tables = makeCatalogue(shape);
    const ManualClock clock(Instant::fromMilliseconds(1773280800000), costingDay());
    exchange::NewCompany company;
    company.companyName = company.ownerName = QStringLiteral("bench");
    company.seed = 7;
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    {
        const auto database = exchange::createCompany(unfinished,
            company,
            clock,
            [&](storage::Database&,
                storage::Transaction& transaction,
                IdSource& ids) -> Result<void> {
                auto stored = exchange::storeCostTables(transaction, ids, tables);
                return stored ? Result<void>() : chengdan::fail(stored.error());
            });
        if (!database)
            endBench(QStringLiteral("the company file was not made: ") + database.error().code);
    }
    if (!QFile::rename(unfinished, path))
        endBench(QStringLiteral("the company file was not kept"));
    return path;
}

quoting::CostInput readInput(const QString& path)
{
    storage::Connection connection(path, storage::Connection::Mode::Reader);
    return quoting::loadCostInput(connection);
}

void checkSame(const quoting::CostInput& input,
    const quoting::StandardCosts& ours,
    const QHash<QString, qint64>& theirs)
{
    for (int item = 0; item < input.itemCount(); ++item) {
        const auto cost = ours.unitTotal(item);
        const QString& code = input.item(item).code;
        if (!cost || cost->raw() != theirs.value(code, -1))
            endBench(QStringLiteral("P13: %1 costs %2 here, %3 by SQL")
                         .arg(code,
                             cost ? cost->toString() : QStringLiteral("nothing"),
                             UnitCost::fromRaw(theirs.value(code, -1)).toString()));
    }
}

} // namespace

std::vector<RatioRow> measureRollUp(const BenchPlace& place)
{
    const CatalogueShape shape = wholeCatalogue();
    const QString path = catalogueFile(place, shape);
    RollUpBaseline baseline(path, levelsOf(shape));
    baseline.load();
    baseline.costAll();
    const quoting::CostInput input = readInput(path);
    auto costs = quoting::StandardCosts::prepare(input, costingDay());
    costs.recostAll();
    checkSame(input, costs, baseline.costs());

    std::vector<double> kernel;
    std::vector<double> theirKernel;
    std::vector<double> whole;
    std::vector<double> theirWhole;
    for (int sample = 0; sample < 3; ++sample) {
        theirKernel.push_back(millisecondsOf(1, [&] { baseline.costAll(); }));
        kernel.push_back(millisecondsOf(5, [&] { costs.recostAll(); }));
        theirWhole.push_back(millisecondsOf(1, [&] {
            baseline.load();
            baseline.costAll();
        }));
        whole.push_back(millisecondsOf(1, [&] {
            const quoting::CostInput read = readInput(path);
            auto again = quoting::StandardCosts::prepare(read, costingDay());
            again.recostAll();
        }));
    }
    const QString size = QStringLiteral("standard cost of %1 items, %2 lines, %3 levels")
                             .arg(input.itemCount())
                             .arg(input.lineCount())
                             .arg(shape.widths.size());
    RatioRow pass;
    pass.id = QStringLiteral("P13 kernel");
    pass.oursMs = median(kernel);
    pass.baselineMs = median(theirKernel);
    pass.limit = 1.0 / 50;
    pass.note = size + QStringLiteral(", in memory; both agree on every item");
    RatioRow loaded;
    loaded.id = QStringLiteral("P13 loading");
    loaded.oursMs = median(whole);
    loaded.baselineMs = median(theirWhole);
    loaded.limit = 1.0 / 2;
    loaded.note = size + QStringLiteral(", read from the company file by both");
    return {pass, loaded};
}

std::vector<RatioRow> measurePriceChange(const BenchPlace&)
{
    const quoting::CostInput input = quoting::CostInput::build(makeCatalogue(wholeCatalogue()));
    auto costs = quoting::StandardCosts::prepare(input, costingDay());
    costs.recostAll();
    // Bought items with fewer than a thousand items above them, over all levels that have such.
    std::vector<int> some;
    std::size_t above = 0;
    for (int number = 0; number < wholeCatalogue().boughtItems; number += 997) {
        const int item = input.itemIndex(boughtCode(number));
        const UnitCost price = *costs.price(item);
        costs.setPrice(item, UnitCost::fromRaw(price.raw() + 100'000'000));
        const std::size_t reached = costs.recostFrom(std::array{item}).size() - 1;
        costs.setPrice(item, price);
        costs.recostFrom(std::array{item});
        if (reached > 0 && reached < 1000) {
            some.push_back(item);
            above += reached;
        }
    }
    if (some.size() < 10)
        endBench(QStringLiteral("P14: too few items have fewer than 1,000 dependents"));
    std::vector<int> everything;
    for (int item = 0; item < input.itemCount(); ++item)
        everything.push_back(item);

    const auto change = [&](int item) {
        const UnitCost price = *costs.price(item);
        costs.setPrice(item, UnitCost::fromRaw(price.raw() + 1'000'000));
        costs.recostFrom(std::array{item});
    };
    std::vector<double> few;
    std::vector<double> many;
    std::vector<double> pass;
    for (int sample = 0; sample < 9; ++sample) {
        pass.push_back(millisecondsOf(5, [&] { costs.recostAll(); }));
        few.push_back(millisecondsOf(5, [&] {
            for (int item : some)
                change(item);
        }) / static_cast<double>(some.size()));
        // The worst a change can do: every bought price at once, so that no place is left out.
        many.push_back(millisecondsOf(3, [&] {
            for (int item : everything) {
                if (const auto price = costs.price(item))
                    costs.setPrice(item, UnitCost::fromRaw(price->raw() + 1'000'000));
            }
            costs.recostFrom(everything);
        }));
    }
    auto fresh = quoting::StandardCosts::prepare(input, costingDay());
    for (int item : everything) {
        if (const auto price = costs.price(item))
            fresh.setPrice(item, *price);
    }
    fresh.recostAll();
    for (int item : everything) {
        if (fresh.unit(item) != costs.unit(item))
            endBench(QStringLiteral("P14: a changed price and a full pass disagree"));
    }
    RatioRow usual;
    usual.id = QStringLiteral("P14");
    usual.oursMs = median(few);
    usual.baselineMs = median(pass);
    usual.limit = 1.0 / 50;
    usual.note = QStringLiteral("one price, mean of %1, %2 items above each on average, against a "
                                "full pass over %3 items")
                     .arg(some.size())
                     .arg(above / some.size())
                     .arg(input.itemCount());
    RatioRow hard;
    hard.id = QStringLiteral("P14 worst");
    hard.oursMs = median(many);
    hard.baselineMs = median(pass);
    hard.limit = 1.5;
    hard.note = QStringLiteral("every price at once, so that every item is costed again");
    return {usual, hard};
}

} // namespace chengdan::bench
