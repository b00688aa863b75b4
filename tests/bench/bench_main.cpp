// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/costing_bench.h"
#include "tests/bench/import_bench.h"
#include "tests/bench/list_bench.h"
#include "tests/bench/search_bench.h"
#include "tests/bench/start_bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <exception>

namespace chengdan::bench {
namespace {

/// One run over the limit may be the machine; two of three are the program. Each line keeps the
/// second-best of its runs.
std::vector<RatioRow> settled(const BenchCase& bench, const BenchPlace& place)
{
    const auto exceeds = [](const std::vector<RatioRow>& rows) {
        return std::any_of(
            rows.begin(), rows.end(), [](const RatioRow& row) { return row.exceeds(); });
    };
    std::vector<RatioRow> first = bench.measure(place);
    if (!exceeds(first))
        return first;
    const std::vector<RatioRow> second = bench.measure(place);
    const std::vector<RatioRow> third = bench.measure(place);
    for (std::size_t i = 0; i < first.size(); ++i) {
        std::array<const RatioRow*, 3> runs{&first[i], &second[i], &third[i]};
        std::sort(runs.begin(), runs.end(), [](const RatioRow* a, const RatioRow* b) {
            return a->ratio() < b->ratio();
        });
        first[i] = RatioRow(*runs[1]);
    }
    return first;
}

std::vector<BenchCase> allCases()
{
    std::vector<BenchCase> all;
    for (auto cases : {listCases(), searchCases(), costingCases(), writingCases(), startCases()}) {
        for (BenchCase& one : cases)
            all.push_back(std::move(one));
    }
    return all;
}

struct Options {
    BenchPlace place;
    QString listMemory; ///< the child of P4: which side it measures
    bool quick = false;
    QStringList only;
    QString json;
    QString text;
};

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the program against its performance budget. Ends with 1 when a "
                       "limit is exceeded, 2 when nothing could be measured."));
    parser.addHelpOption();
    const QCommandLineOption json(QStringLiteral("json"),
        QStringLiteral("Writes the ratios, never the times, to FILE."),
        QStringLiteral("FILE"));
    const QCommandLineOption text(QStringLiteral("table"),
        QStringLiteral("Writes the table to FILE."),
        QStringLiteral("FILE"));
    const QCommandLineOption quick(QStringLiteral("quick"),
        QStringLiteral("Only the lines that run with the tests; fails beyond twice a limit."));
    const QCommandLineOption only(QStringLiteral("only"),
        QStringLiteral("Only this line of the budget; may be given again."),
        QStringLiteral("ID"));
    const QCommandLineOption data(QStringLiteral("data"),
        QStringLiteral("Keeps the files measured on in FOLDER."),
        QStringLiteral("FOLDER"),
        QStringLiteral("bench-data"));
    QCommandLineOption listMemory(QStringLiteral("list-memory"), QString(), QStringLiteral("SIDE"));
    listMemory.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({json, text, quick, only, data, listMemory});
    parser.process(*QCoreApplication::instance());
    Options options;
    options.place.folder = parser.value(data);
    options.quick = parser.isSet(quick);
    options.only = parser.values(only);
    options.json = parser.value(json);
    options.text = parser.value(text);
    options.listMemory = parser.value(listMemory);
    bool number = false;
    const qint64 rows = qEnvironmentVariable("CHENGDAN_BENCH_ROWS").toLongLong(&number);
    if (number && rows > 0)
        options.place.rows = rows;
    else if (options.quick)
        options.place.rows = 100'000;
    return options;
}

int run()
{
    const Options options = readOptions();
    if (!QDir().mkpath(options.place.folder)) {
        std::fprintf(stderr, "bench: cannot make %s\n", qUtf8Printable(options.place.folder));
        return 2;
    }
    const auto wanted = [&](const QString& id, bool quick) {
        return options.only.isEmpty() ? quick || !options.quick : options.only.contains(id);
    };
    BenchTable table;
    try {
        if (!options.listMemory.isEmpty())
            return printListMemory(options.place, options.listMemory);
        for (const BenchCase& bench : allCases()) {
            if (!wanted(bench.id, bench.quick))
                continue;
            QElapsedTimer timer;
            timer.start();
            for (RatioRow& row : settled(bench, options.place))
                table.ratios.push_back(std::move(row));
            std::fprintf(stderr,
                "%s measured in %lld s\n",
                qUtf8Printable(bench.id),
                timer.elapsed() / 1000);
        }
        for (const TimeCase& bench : costingTimes()) {
            if (wanted(bench.id, false))
                table.times.push_back(bench.measure(options.place));
        }
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bench: %s\n", failure.what());
        return 2;
    }
    const QString text = tableText(table);
    std::fputs(qUtf8Printable(text), stdout);
    if (!options.text.isEmpty() && !writeTable(text, options.text)) {
        std::fprintf(stderr, "bench: cannot write %s\n", qUtf8Printable(options.text));
        return 2;
    }
    if (!options.json.isEmpty() && !writeRatios(table, options.json)) {
        std::fprintf(stderr, "bench: cannot write %s\n", qUtf8Printable(options.json));
        return 2;
    }
    const double slack = options.quick ? 2 : 1;
    const bool exceeded = std::any_of(table.ratios.begin(),
        table.ratios.end(),
        [&](const RatioRow& row) { return row.ratio() > row.limit * slack; });
    return exceeded ? 1 : 0;
}

} // namespace
} // namespace chengdan::bench

int main(int argc, char** argv)
{
    if (argc > 2 && std::strcmp(argv[1], chengdan::bench::kStartOption) == 0)
        return chengdan::bench::startProgram(argv + 2);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return chengdan::bench::run();
}
