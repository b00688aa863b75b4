// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/import_bench.h"

#include "core/customers/customer_service.h"
#include "core/exchange/demo_random.h"
#include "core/exchange/import_file.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/store.h"
#include "tests/bench/baseline_customers.h"
#include "tests/bench/baseline_insert.h"
#include "tests/bench/company_file.h"
#include "tests/bench/stopwatch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace chengdan::bench {

namespace {

const QStringList& csvColumns()
{
    static const QStringList names = QStringLiteral(
        "number name short_name grade industry province city address postal_code phone website "
        "source payment_terms invoice_title bank_name bank_account invoice_address invoice_phone "
        "remark status")
                                         .split(QLatin1Char(' '));
    return names;
}

qint64 csvRows(const BenchPlace& place)
{
    return place.rows * 3 / 10;
}

QStringList csvRow(qint64 i, exchange::DemoRandom& random)
{
    const auto digits = [&](int count) {
        QString text;
        for (int n = 0; n < count; ++n)
            text += QChar(u'0' + random.below(10));
        return text;
    };
    const QString number = QStringLiteral("B%1").arg(i, 7, 10, QLatin1Char('0'));
    const QString name = QStringLiteral("宁波%1精密机械有限公司").arg(number);
    const QString street = QStringLiteral("江北区长兴路 %1 号").arg(random.between(1, 999));
    return {number,
        name,
        QStringLiteral("精密%1").arg(i),
        QString(QChar(u'A' + random.below(4))),
        QStringLiteral("汽车零部件"),
        QStringLiteral("浙江省"),
        QStringLiteral("宁波市"),
        street,
        digits(6),
        QStringLiteral("0574-") + digits(8),
        QStringLiteral("www.example-%1.cn").arg(i),
        QStringLiteral("展会"),
        QStringLiteral("月结 60 天"),
        name,
        QStringLiteral("中国工商银行宁波分行"),
        digits(19),
        street,
        QStringLiteral("0574-") + digits(8),
        QStringLiteral("每年二月询价，图纸由对方提供"),
        QStringLiteral("active")};
}

QString csvFile(const BenchPlace& place)
{
    const qint64 rows = csvRows(place);
    const QString path = QDir(place.folder).filePath(QStringLiteral("customers-%1.csv").arg(rows));
    if (QFile::exists(path))
        return path;
    QFile file(path + QStringLiteral(".part"));
    if (!file.open(QFile::WriteOnly))
        endBench(QStringLiteral("the CSV file cannot be written"));
    file.write(csvColumns().join(QLatin1Char(',')).toUtf8() + '\n');
    exchange::DemoRandom random(15);
    for (qint64 i = 0; i < rows; ++i)
        file.write(csvRow(i, random).join(QLatin1Char(',')).toUtf8() + '\n');
    file.close();
    if (!file.rename(path))
        endBench(QStringLiteral("the CSV file was not kept"));
    return path;
}

QString emptyFile(const BenchPlace& place)
{
    return QDir(place.folder).filePath(QStringLiteral("import.chengdan"));
}

QString baselineFile(const BenchPlace& place)
{
    return QDir(place.folder).filePath(QStringLiteral("import-baseline.sqlite"));
}

void checkImported(OpenedCompany& company, BaselineCustomers& baseline, qint64 rows)
{
    storage::Connection& reader = company.database().reader();
    const QString columns = csvColumns().join(QLatin1String(", "));
    const qint64 ours =
        schema::toInteger(reader.scalar(QStringLiteral("SELECT count(*) FROM customer")));
    if (ours != rows || baseline.count() != rows)
        endBench(QStringLiteral("%1 customers were imported here, %2 there, of %3")
                     .arg(ours)
                     .arg(baseline.count())
                     .arg(rows));
    for (const qint64 rid : {qint64(1), rows / 2, rows}) {
        storage::Statement row = reader.query(
            QStringLiteral("SELECT %1 FROM customer WHERE rid = ?").arg(columns), {rid});
        QStringList cells;
        while (row.next()) {
            for (int i = 0; i < csvColumns().size(); ++i)
                cells += row.text(i);
        }
        if (cells != baseline.row(rid, csvColumns()))
            endBench(QStringLiteral("customer %1 differs from the baseline's").arg(rid));
    }
}

RatioRow rowOf(const char* id, double ours, double theirs, double limit, const QString& note)
{
    RatioRow row;
    row.id = QLatin1String(id);
    row.oursMs = ours;
    row.baselineMs = theirs;
    row.limit = limit;
    row.note = note;
    return row;
}

// A customer whose texts nobody searches: the baseline keeps no search index either.
const schema::RecordType& unsearchedCustomer()
{
    static const schema::RecordType type = [] {
        schema::RecordType copy = schema::describe<customers::Customer>();
        for (schema::Column& column : copy.columns)
            column.searchable = false;
        return copy;
    }();
    return type;
}

void readAndLoad(OpenedCompany& company, const QString& csv, const schema::RecordType& type)
{
    const exchange::CsvTable table = orEnd(exchange::readCsvFile(csv), "reading the CSV file");
    std::vector<const schema::Column*> columns;
    for (const QString& name : csvColumns())
        columns.push_back(type.column(name));
    auto written = company.database().write(
        exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
            IdSource ids(benchClock(), 11);
            storage::BulkWriter bulk(transaction);
            for (const exchange::CsvRow& row : table.rows) {
                customers::Customer customer;
                customer.id = CustomerId::make(ids);
                customer.meta.owner = exchange::companyOwner();
                for (std::size_t i = 0; i < columns.size(); ++i)
                    columns[i]->set(&customer, row.cells[static_cast<qsizetype>(i)]);
                bulk.insertRecord(type, &customer);
            }
            bulk.finish();
            return {};
        });
    if (!written)
        endBench(QStringLiteral("the load: ") + written.error().code);
}

/// Milliseconds of an import into an empty company, checked against the baseline's rows.
template <typename Import>
double importMs(const BenchPlace& place, BaselineCustomers& baseline, const Import& import)
{
    makeEmptyCompany(emptyFile(place));
    OpenedCompany company(emptyFile(place));
    const double took = millisecondsOf(1, [&] { import(company); });
    checkImported(company, baseline, csvRows(place));
    return took;
}

std::vector<RatioRow> measureImport(const BenchPlace& place)
{
    const QString csv = csvFile(place);
    std::vector<double> ours;
    std::vector<double> theirs;
    double searched = 0;
    double ruled = 0;
    for (int sample = 0; sample < 3; ++sample) {
        makeEmptyCompany(emptyFile(place));
        BaselineCustomers baseline(
            baselineFile(place), emptyFile(place), BaselineCustomers::Indexes::All);
        theirs.push_back(millisecondsOf(1, [&] { baseline.importLines(csv, csvColumns()); }));
        ours.push_back(importMs(place, baseline, [&](OpenedCompany& company) {
            readAndLoad(company, csv, unsearchedCustomer());
        }));
        if (sample > 0)
            continue;
        searched = importMs(place, baseline, [&](OpenedCompany& company) {
            readAndLoad(company, csv, schema::describe<customers::Customer>());
        });
        ruled = importMs(place, baseline, [&](OpenedCompany& company) {
            orEnd(exchange::importFile(company.context(), QStringLiteral("customers"), csv),
                "the import");
        });
    }
    const double base = median(theirs);
    return {rowOf("P15",
        median(ours),
        base,
        1.0 / 3,
        QStringLiteral("%1 CSV rows of 20 columns taken as they are, journal and indexes included; "
                       "against QSqlQuery with the same indexes [with the search index %2 of the "
                       "baseline; the import a person runs, every rule checked, %3]")
            .arg(csvRows(place))
            .arg(searched / base, 0, 'f', 2)
            .arg(ruled / base, 0, 'f', 2))};
}

std::vector<customers::Customer> readyRecords(const BenchPlace& place)
{
    const exchange::CsvTable table =
        orEnd(exchange::readCsvFile(csvFile(place)), "reading the CSV file");
    const schema::RecordType& type = schema::describe<customers::Customer>();
    IdSource ids(benchClock(), 11);
    std::vector<customers::Customer> records(table.rows.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].id = CustomerId::make(ids);
        records[i].meta.owner = exchange::companyOwner();
        for (qsizetype c = 0; c < csvColumns().size(); ++c)
            type.column(csvColumns()[c])->set(&records[i], table.rows[i].cells[c]);
    }
    return records;
}

FloorInsert::Times loadReady(OpenedCompany& company, std::vector<customers::Customer>& records)
{
    FloorInsert::Times times;
    times.whole = millisecondsOf(1, [&] {
        auto written = company.database().write(
            exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
                storage::BulkWriter bulk(transaction);
                times.loop = millisecondsOf(1, [&] {
                    for (customers::Customer& record : records)
                        bulk.insert(record);
                });
                bulk.finish();
                return {};
            });
        if (!written)
            endBench(QStringLiteral("the load: ") + written.error().code);
    });
    return times;
}

std::vector<RatioRow> measureFloor(const BenchPlace& place)
{
    std::vector<customers::Customer> records = readyRecords(place);
    const QString path = emptyFile(place);
    const FloorInsert floor(baselineFile(place), records);
    std::vector<double> loop;
    std::vector<double> whole;
    std::vector<double> theirLoop;
    std::vector<double> theirWhole;
    for (int sample = 0; sample < 3; ++sample) {
        makeEmptyCompany(path);
        BaselineCustomers baseline(baselineFile(place), path, BaselineCustomers::Indexes::None);
        const FloorInsert::Times theirs = floor.run();
        OpenedCompany company(path);
        const FloorInsert::Times ours = loadReady(company, records);
        checkImported(company, baseline, csvRows(place));
        loop.push_back(ours.loop);
        whole.push_back(ours.whole);
        theirLoop.push_back(theirs.loop);
        theirWhole.push_back(theirs.whole);
    }
    const QString size = QStringLiteral("%1 ready rows").arg(csvRows(place));
    return {rowOf("P16 rows",
                median(loop),
                median(theirLoop),
                1.6,
                size + QStringLiteral("; against a loop over the C API, no capture, no index")),
        rowOf("P16 indexes",
            median(whole),
            median(theirWhole),
            3,
            size
                + QStringLiteral(", journal, indexes, search index and commit; against that loop "
                                 "and its commit"))};
}

double elapsedMs(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::vector<RatioRow> measureSaving(const BenchPlace& place)
{
    OpenedCompany company(namesFile(place));
    storage::Database& database = company.database();
    BaselineCustomers baseline(
        baselineFile(place), database.path(), BaselineCustomers::Indexes::All);
    baseline.execute(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT "
        "INTO customer(rid, id, number) SELECT i, randomblob(16), i FROM n"));
    customers::CustomerService service(company.context());
    const auto stored = storage::select<customers::Customer>(
        database.reader(), QStringLiteral("rid = ?"), {qint64(place.rows / 2)});
    if (stored.empty())
        endBench(QStringLiteral("P19: no customer to save"));
    customers::Customer customer = stored.front();
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < 101; ++sample) {
        const QString phone =
            QStringLiteral("0574-%1%2").arg(sample, 4, 10, QLatin1Char('0')).arg(place.rows % 7919);
        theirs.push_back(elapsedMs([&] { baseline.savePhone(500, phone); }));
        customer.phone = phone;
        ours.push_back(elapsedMs([&] { customer = orEnd(service.update(customer), "P19"); }));
        if (customer.phone != phone
            || baseline.row(500, {QStringLiteral("phone")}) != QStringList{phone})
            endBench(QStringLiteral("P19: the phone was not saved"));
    }
    return {rowOf("P19",
        median(ours),
        median(theirs),
        3,
        QStringLiteral("saving one of %1 customers, rules, journal, audit and search index "
                       "included; against one row committed, elapsed time")
            .arg(place.rows))};
}

} // namespace

std::vector<BenchCase> writingCases()
{
    return {{QStringLiteral("P15"), false, measureImport},
        {QStringLiteral("P16"), false, measureFloor},
        {QStringLiteral("P19"), false, measureSaving}};
}

} // namespace chengdan::bench
