// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer.h"
#include "core/exchange/csv.h"
#include "core/exchange/sample_company.h"
#include "core/pipeline/sales_order.h"
#include "core/quoting/cost_loader.h"
#include "core/quoting/costing.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace chengdan;
using chengdan::tests::value;

namespace {

constexpr int kSkipped = 77; // ctest's SKIP_RETURN_CODE of this program

QString sampleDirectory()
{
    const QString named = qEnvironmentVariable("CHENGDAN_SAMPLE_DIR");
    return named.isEmpty()
        ? QStringLiteral(CHENGDAN_SOURCE_DIR) + QStringLiteral("/../shared/data/adventureworks")
        : named;
}

/// The files are not part of the repository: without them the whole program says so and is skipped.
const bool kSampleIsThere = [] {
    if (QFile::exists(sampleDirectory() + QStringLiteral("/reference_answers.json")))
        return true;
    std::printf("Left out: the AdventureWorks files are not in %s; set CHENGDAN_SAMPLE_DIR to the "
                "folder that holds them.\n",
        qPrintable(sampleDirectory()));
    std::exit(kSkipped);
}();

struct ImportedSample {
    explicit ImportedSample(const QString& file)
        : company(value(exchange::createSampleCompany(file, clock, sampleDirectory())))
    {
    }
    ManualClock clock{Instant::fromMilliseconds(1'404'086'400'000), QDate(2014, 6, 30)};
    exchange::SampleCompany company;
};

/// Imported once for all cases. Made in the initialiser, so that it goes before Qt's own table of
/// connections does.
ImportedSample& sample()
{
    static QTemporaryDir folder;
    static ImportedSample imported(folder.filePath(QStringLiteral("aw.chengdan")));
    return imported;
}

storage::Connection& sampleReader()
{
    return sample().company.database->reader();
}

const quoting::CostInput& sampleInput()
{
    static const auto input = quoting::loadCostInput(sampleReader());
    return input;
}

QJsonObject reference()
{
    static const QJsonObject answers = [] {
        QFile file(sampleDirectory() + QStringLiteral("/reference_answers.json"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QJsonDocument::fromJson(file.readAll()).object();
    }();
    return answers;
}

/// An amount of the reference at 1e-6; it has at most four decimals and 13 digits, which a JSON
/// number holds exactly enough to round back.
qint64 referenceAmount(const QJsonValue& number)
{
    return std::llround(number.toDouble() * 10'000) * 100;
}

qint64 sampleInteger(const QString& sql, const storage::Row& values = {})
{
    return schema::toInteger(sampleReader().scalar(sql, values));
}

/// What explosion_lines and levels of the reference count: every path, not every item.
struct Explosion {
    int lines = 0;
    int levels = 0;
    QMap<QString, qint64> leaves;
    QSet<QString> made;
};

void explode(int item, qint64 quantity, int level, QDate date, Explosion& result)
{
    const auto& input = sampleInput();
    const int bom = input.effectiveBom(item, date);
    if (bom < 0) {
        result.leaves[input.item(item).code] += quantity;
        return;
    }
    result.made.insert(input.item(item).code);
    const auto lines = input.linesOf(bom);
    for (int line = lines.first; line < lines.last; ++line) {
        ++result.lines;
        result.levels = std::max(result.levels, level + 1);
        explode(input.line(line).component,
            quantity * input.line(line).qty.raw() / Quantity::kOne,
            level + 1,
            date,
            result);
    }
}

/// Product numbers by ProductID, from the file itself.
QHash<int, QString> productNumbers()
{
    QHash<int, QString> numbers;
    const auto table =
        value(exchange::readCsvFile(sampleDirectory() + QStringLiteral("/Product.csv")));
    for (const auto& row : table.rows)
        numbers.insert(row.cells[0].toInt(), row.cells[2]);
    return numbers;
}

} // namespace

TEST_CASE("the sample comes in whole and its oddities are counted", "[exchange][sample]")
{
    const auto& company = sample().company;
    CHECK(company.orders == 31'465);
    CHECK(company.orderLines == 121'317);
    CHECK(company.customers == 701 + 18'484);
    CHECK(company.oddities.duplicateStores == 635);
    CHECK(company.oddities.topLevelMarkers == 103);
    CHECK(company.oddities.linesFromHistory == 64);
    CHECK(company.oddities.roundedOrders == 31'366);
    CHECK(company.oddities.pricesInOtherUnit > 0);
    CHECK(company.catalog.of(u"item").created == 504);
    CHECK(company.catalog.of(u"work_center").created == 7);
    CHECK(company.catalog.of(u"price_row").created == 460);
    CHECK(company.catalog.of(u"fx_rate").created == 13'532);
    CHECK(sampleInteger(QStringLiteral("SELECT count(*) FROM person")) == 18);
    CHECK(sampleInteger(QStringLiteral("SELECT count(*) FROM region")) == 10);
    CHECK(sampleInteger(QStringLiteral("SELECT count(*) FROM customer WHERE kind = 'consumer'"))
        == 18'484);
    CHECK(sampleInteger(QStringLiteral(
              "SELECT count(*) FROM sales_order o JOIN customer c ON c.id = o.customer"))
        == 31'465);
    CHECK(
        sampleInteger(QStringLiteral("SELECT sum(receivable) FROM sales_order")) == 12'321'678'093);
}

TEST_CASE("the bikes of the reference cost what it says, material and labour", "[exchange][sample]")
{
    const auto numbers = productNumbers();
    for (const QJsonValue& entry : reference()[QStringLiteral("bom")].toArray()) {
        const QJsonObject bike = entry.toObject();
        quoting::CostRequest request;
        request.item = bike[QStringLiteral("product_number")].toString();
        request.quantity = Quantity::fromWhole(1);
        request.date = QDate::fromString(bike[QStringLiteral("as_of")].toString(), Qt::ISODate);
        request.baseCurrency = QStringLiteral("USD");
        const auto result = quoting::cost(sampleInput(), request);
        INFO(request.item.toStdString());
        REQUIRE(result.ok());
        const auto element = [&](quoting::Element e) { return result.elements[quoting::slot(e)]; };
        CHECK(element(quoting::Element::Mat)
            == value(UnitCost::parse(
                bike[QStringLiteral("material_cost_min_vendor_price")].toString())));
        CHECK(element(quoting::Element::Lab)
            == value(UnitCost::parse(bike[QStringLiteral("labour_cost_if_per_unit")].toString())));
        CHECK(result.leaves().size() == bike[QStringLiteral("distinct_leaf_parts")].toInt());

        Explosion explosion;
        explode(sampleInput().itemIndex(request.item), 1, 0, request.date, explosion);
        CHECK(explosion.lines == bike[QStringLiteral("explosion_lines")].toInt());
        CHECK(explosion.levels == bike[QStringLiteral("levels")].toInt());
        CHECK(explosion.made.size() == bike[QStringLiteral("assemblies_made_incl_top")].toInt());
        qint64 pieces = 0;
        for (const QJsonValue& leafEntry : bike[QStringLiteral("leaf")].toArray()) {
            const QJsonObject leaf = leafEntry.toObject();
            const QString code = numbers.value(leaf[QStringLiteral("product_id")].toInt());
            CHECK(explosion.leaves.value(code) == leaf[QStringLiteral("qty")].toInt());
            const auto& node = result.nodes[static_cast<std::size_t>(result.nodeOf(code))];
            CHECK(node.required == Quantity::fromWhole(leaf[QStringLiteral("qty")].toInt()));
            CHECK(node.price.unitPrice
                == value(UnitCost::parse(leaf[QStringLiteral("min_vendor_price")].toString())));
            pieces += leaf[QStringLiteral("qty")].toInt();
        }
        CHECK(pieces == bike[QStringLiteral("total_leaf_qty")].toInt());
    }
}

TEST_CASE(
    "the revisions of an assembly hold what its parts list held on each date", "[exchange][sample]")
{
    const auto numbers = productNumbers();
    const int item = sampleInput().itemIndex(numbers.value(750));
    const QJsonObject history = reference()[QStringLiteral("bom_history_750")].toObject();
    REQUIRE(history.size() == 3);
    for (const QString& date : history.keys()) {
        INFO(date.toStdString());
        QMap<QString, int> expected;
        for (const QJsonValue& part : history[date].toArray())
            expected.insert(numbers.value(part[QStringLiteral("component_id")].toInt()),
                part[QStringLiteral("qty")].toInt());
        const int bom = sampleInput().effectiveBom(item, QDate::fromString(date, Qt::ISODate));
        REQUIRE(bom >= 0);
        QMap<QString, int> found;
        const auto lines = sampleInput().linesOf(bom);
        for (int line = lines.first; line < lines.last; ++line) {
            const auto& row = sampleInput().line(line);
            found.insert(sampleInput().componentCode(line),
                static_cast<int>(row.qty.raw() / Quantity::kOne));
        }
        CHECK((found == expected));
    }
    QSet<QString> users;
    const auto statement = QStringLiteral(
        "SELECT DISTINCT i.code FROM bom_line l JOIN bom b ON b.id = l.bom JOIN item i ON "
        "i.id = b.item JOIN item c ON c.id = l.component WHERE c.code = ? AND (b.valid_to IS NULL "
        "OR b.valid_to > '2014-06-30')");
    auto rows = sampleReader().query(statement, {numbers.value(331)});
    while (rows.next())
        users.insert(rows.text(0));
    QSet<QString> expectedUsers;
    for (const QJsonValue& user : reference()[QStringLiteral("where_used_level1_of_331")].toArray())
        expectedUsers.insert(numbers.value(user.toInt()));
    CHECK((users == expectedUsers));
}

TEST_CASE("no two revisions of a sample assembly hold on the same day", "[exchange][sample]")
{
    CHECK(sampleInteger(QStringLiteral(
              "SELECT count(*) FROM bom a JOIN bom b ON a.item = b.item AND a.rid < b.rid AND "
              "(a.valid_to IS NULL OR a.valid_to > b.valid_from) AND (b.valid_to IS NULL OR "
              "b.valid_to > a.valid_from)"))
        == 0);
}

TEST_CASE("order totals by year, territory and sales person are those of the reference",
    "[exchange][sample]")
{
    const QJsonObject all = reference()[QStringLiteral("orders_total")].toObject();
    for (const char* pair : {"subtotal", "tax", "freight"}) {
        INFO(pair);
        CHECK(sampleInteger(
                  QStringLiteral("SELECT sum(%1) FROM sales_order").arg(QString::fromLatin1(pair)))
            == referenceAmount(all[QString::fromLatin1(pair)]));
    }
    CHECK(sampleInteger(QStringLiteral("SELECT sum(total) FROM sales_order"))
        == referenceAmount(all[QStringLiteral("total_due")]));
    CHECK(sampleInteger(QStringLiteral("SELECT count(*) FROM sales_order WHERE online = 1"))
        == all[QStringLiteral("online")].toInt());
    const QJsonObject lines = reference()[QStringLiteral("lines_total")].toObject();
    CHECK(sampleInteger(QStringLiteral("SELECT sum(quantity) FROM sales_order_line"))
        == lines[QStringLiteral("qty")].toInt() * Quantity::kOne);
    // The lines add up to this exactly. The reference was added up in binary fractions and differs
    // in the fourth decimal.
    const qint64 lineSum =
        sampleInteger(QStringLiteral("SELECT sum(line_total) FROM sales_order_line"));
    CHECK(lineSum == 109'846'381'399'888);
    CHECK(std::abs(lineSum - referenceAmount(lines[QStringLiteral("line_total")])) < 300);

    const auto check = [](const QString& where, const storage::Row& key, const QJsonObject& row) {
        INFO(where.toStdString());
        CHECK(sampleInteger(QStringLiteral("SELECT count(*) FROM sales_order WHERE ") + where, key)
            == row[QStringLiteral("orders")].toInt());
        CHECK(sampleInteger(
                  QStringLiteral("SELECT sum(subtotal) FROM sales_order WHERE ") + where, key)
            == referenceAmount(row[QStringLiteral("subtotal")]));
    };
    const QString year = QStringLiteral("substr(ordered_on, 1, 4) = ?");
    for (const QJsonValue& row : reference()[QStringLiteral("by_year")].toArray())
        check(year, {row[QStringLiteral("year")].toString()}, row.toObject());
    for (const QJsonValue& row : reference()[QStringLiteral("by_territory")].toArray())
        check(QStringLiteral("region = ?"),
            {qint64{row[QStringLiteral("TerritoryID")].toInt()}},
            row.toObject());
    for (const QJsonValue& row : reference()[QStringLiteral("by_salesperson_year")].toArray())
        check(QStringLiteral("sales_person = (SELECT id FROM person WHERE id > 1 ORDER BY id LIMIT "
                             "1 OFFSET ?) AND ")
                + year,
            {qint64{row[QStringLiteral("SalesPersonID")].toInt() - 274},
                row[QStringLiteral("year")].toString()},
            row.toObject());
    for (const QJsonValue& row : reference()[QStringLiteral("monthly_2013")].toArray())
        check(QStringLiteral("substr(ordered_on, 1, 7) = ? AND online = ?"),
            {row[QStringLiteral("month")].toString(),
                qint64{row[QStringLiteral("online")].toInt()}},
            row.toObject());
}

TEST_CASE("the best customers and products of the sample are those of the reference",
    "[exchange][sample]")
{
    auto customers =
        sampleReader().query(QStringLiteral("SELECT c.name, count(*), sum(o.subtotal) AS s FROM "
                                            "sales_order o JOIN customer c ON c.id = "
                                            "o.customer GROUP BY c.id ORDER BY s DESC LIMIT 10"));
    for (const QJsonValue& row : reference()[QStringLiteral("top10_customers")].toArray()) {
        REQUIRE(customers.next());
        CHECK(customers.text(0) == row[QStringLiteral("store")].toString());
        CHECK(customers.integer(1) == row[QStringLiteral("orders")].toInt());
        CHECK(customers.integer(2) == referenceAmount(row[QStringLiteral("subtotal")]));
    }
    auto products = sampleReader().query(QStringLiteral(
        "SELECT item_name, sum(quantity), sum(line_total) AS s FROM sales_order_line GROUP BY "
        "item_code ORDER BY s DESC LIMIT 10"));
    for (const QJsonValue& row :
        reference()[QStringLiteral("top10_products_by_revenue")].toArray()) {
        REQUIRE(products.next());
        CHECK(products.text(0) == row[QStringLiteral("Name")].toString());
        CHECK(products.integer(1) == row[QStringLiteral("qty")].toInt() * Quantity::kOne);
        CHECK((products.integer(2) + 50) / 100 * 100
            == referenceAmount(row[QStringLiteral("revenue")]));
    }
}
