// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan::tests;

namespace {

/// `cost` of an example folder in tests/data/costing.
CtlRun costExample(const char* folder, const char* item, const char* quantity)
{
    return ctl({QStringLiteral("cost"),
        QStringLiteral("--data"),
        QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/costing/") + QString::fromLatin1(folder),
        QStringLiteral("--item"),
        QString::fromLatin1(item),
        QStringLiteral("--qty"),
        QString::fromLatin1(quantity),
        QStringLiteral("--date"),
        QStringLiteral("2026-03-12"),
        QStringLiteral("--json")});
}

void checkExample(const char* folder,
    const char* item,
    const char* quantity,
    const char* c4,
    std::initializer_list<std::pair<const char*, const char*>> elements)
{
    INFO(folder << " " << item << " × " << quantity);
    const CtlRun run = costExample(folder, item, quantity);
    CHECK(run.exit == 0);
    const QJsonObject json = run.json();
    CHECK(json[QStringLiteral("ok")].toBool());
    CHECK(json[QStringLiteral("c4")].toString() == QString::fromLatin1(c4));
    for (const auto& [code, cost] : elements) {
        INFO(code);
        CHECK(json[QStringLiteral("elements")][QLatin1String(code)].toString()
            == QString::fromLatin1(cost));
    }
}

QJsonObject figures(const char* folder, const char* item, const char* quantity, const char* key)
{
    return costExample(folder, item, quantity).json()[QLatin1String(key)].toObject();
}

QStringList pathOf(const CtlRun& run)
{
    QStringList path;
    for (const QJsonValue& step :
        run.json()[QStringLiteral("errors")][0][QStringLiteral("path")].toArray())
        path.append(step.toString());
    return path;
}

} // namespace

TEST_CASE("E1: scrap, tax-included price and units of measure from CSV", "[cli][cost]")
{
    checkExample(
        "e1_scrap_tax_uom", "E1", "100", "4.5968", {{"MAT", "4.42000000"}, {"LOSS", "0.17680000"}});
    CHECK(figures("e1_scrap_tax_uom", "E1", "100", "item_unit_cost")[QStringLiteral("STEEL")]
        == QStringLiteral("5.20000000"));
    CHECK(figures("e1_scrap_tax_uom", "E1", "100", "required_qty")[QStringLiteral("STEEL")]
        == QStringLiteral("88.400000"));
    checkExample("e1_scrap_tax_uom", "E1L", "100", "4.6042", {});
    CHECK(figures("e1_scrap_tax_uom", "E1L", "100", "required_qty")[QStringLiteral("STEEL")]
        == QStringLiteral("88.541667"));
}

TEST_CASE("E2: setup is spread over the lot", "[cli][cost]")
{
    checkExample("e2_setup",
        "E2",
        "50",
        "6.9667",
        {{"MAC", "3.50000000"}, {"LAB", "2.04166667"}, {"SET", "1.42500000"}});
    checkExample("e2_setup", "E2", "100", "6.2542", {{"SET", "0.71250000"}});
    checkExample("e2_setup", "E2", "1000", "5.6129", {{"SET", "0.07125000"}});
}

TEST_CASE("E3: a shared sub-assembly is set up once", "[cli][cost]")
{
    checkExample("e3_shared_subassembly",
        "P",
        "10",
        "31.6000",
        {{"MAT", "15.00000000"}, {"MAC", "10.60000000"}, {"SET", "6.00000000"}});
    const QJsonObject costs = figures("e3_shared_subassembly", "P", "10", "item_unit_cost");
    CHECK(costs[QStringLiteral("S")] == QStringLiteral("2.10000000"));
    CHECK(costs[QStringLiteral("A")] == QStringLiteral("8.30000000"));
    CHECK(costs[QStringLiteral("B")] == QStringLiteral("10.00000000"));
    CHECK(figures("e3_shared_subassembly", "P", "10", "required_qty")[QStringLiteral("S")]
        == QStringLiteral("100.000000"));
    checkExample("e3_shared_subassembly", "P", "40", "27.1000", {});
    checkExample("e3_standard_lot", "P", "10", "28.6000", {});
    checkExample("e3_standard_lot", "P", "40", "28.6000", {});
}

TEST_CASE("E4: yields make more enter than comes out", "[cli][cost]")
{
    checkExample(
        "e4_yield_chain", "E4", "931", "3.8453", {{"MAT", "2.00000000"}, {"LOSS", "0.14822771"}});
}

TEST_CASE("E5: a mould is spread over the contract's quantity", "[cli][cost]")
{
    for (const char* quantity : {"10", "5000"})
        checkExample("e5_tooling", "E5", quantity, "4.4040", {{"TOOL", "1.20400000"}});
}

TEST_CASE("E6: the full sheet of a machined bracket", "[cli][cost]")
{
    checkExample("e6_bracket",
        "E6",
        "500",
        "22.5868",
        {{"MAT", "7.68000000"},
            {"REC", "-1.08000000"},
            {"LAB", "2.10000000"},
            {"MAC", "8.25000000"},
            {"SET", "0.28500000"},
            {"OUT", "1.80000000"},
            {"TOOL", "0.60000000"},
            {"PACK", "0.35000000"},
            {"FRT", "0.25000000"},
            {"MOH", "1.27620000"},
            {"ADM", "1.07556000"}});
    CHECK(costExample("e6_bracket", "E6", "500").json()[QStringLiteral("unit_cost")]
        == QStringLiteral("22.58676000"));
    checkExample("e6_bracket",
        "E6",
        "100",
        "25.1874",
        {{"SET", "1.42500000"},
            {"OUT", "3.00000000"},
            {"MOH", "1.41300000"},
            {"ADM", "1.19940000"}});
    checkExample("e6_bracket",
        "E6",
        "2000",
        "22.3354",
        {{"SET", "0.07125000"}, {"MOH", "1.25055000"}, {"ADM", "1.06359000"}});
}

TEST_CASE("several quantities give the tier table", "[cli][cost]")
{
    const QJsonArray tiers =
        costExample("e6_bracket", "E6", "100,500,2000").json()[QStringLiteral("tiers")].toArray();
    REQUIRE(tiers.size() == 3);
    CHECK(tiers[0][QStringLiteral("c4")] == QStringLiteral("25.1874"));
    CHECK(tiers[1][QStringLiteral("c4")] == QStringLiteral("22.5868"));
    CHECK(tiers[2][QStringLiteral("c4")] == QStringLiteral("22.3354"));
}

TEST_CASE("E11: material bought in another currency", "[cli][cost]")
{
    checkExample("e11_foreign", "E11", "1", "0.7123", {{"MAT", "0.71234000"}});
    CHECK(figures("e11_foreign", "E11", "1", "item_unit_cost")[QStringLiteral("SCREW")]
        == QStringLiteral("0.08904250"));
}

TEST_CASE("E12: cavities and start-up material", "[cli][cost]")
{
    checkExample("e12_cavities",
        "E12",
        "10000",
        "0.1781",
        {{"MAT", "0.04324000"},
            {"LOSS", "0.00124200"},
            {"MAC", "0.07500000"},
            {"LAB", "0.02500000"},
            {"SET", "0.00960000"},
            {"TOOL", "0.02400000"}});
    CHECK(figures("e12_cavities", "E12", "10000", "required_qty")[QStringLiteral("PP")]
        == QStringLiteral("48.350000"));
}

TEST_CASE("E14: time per batch, begun batches counted whole or not", "[cli][cost]")
{
    checkExample("e14_batch", "HT", "500", "0.1920", {});
    CHECK(costExample("e14_batch", "HT", "500").json()[QStringLiteral("op_minutes")]
        == QStringLiteral("90.000000"));
    checkExample("e14_batch", "HT", "501", "0.2874", {{"MAC", "0.28742515"}});
    checkExample("e14_batch", "HTN", "501", "0.1920", {{"MAC", "0.19200000"}});
}

TEST_CASE("E15: a loop is refused and shown", "[cli][cost]")
{
    const CtlRun loop = costExample("e15_loop", "A", "1");
    CHECK(loop.exit == 1);
    CHECK_FALSE(loop.json()[QStringLiteral("ok")].toBool());
    CHECK(loop.firstError() == QStringLiteral("E_CYCLE"));
    CHECK(pathOf(loop)
        == QStringList{
            QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("X"), QStringLiteral("A")});
    CHECK(pathOf(costExample("e15_loop", "SELF", "1"))
        == QStringList{QStringLiteral("SELF"), QStringLiteral("SELF")});
}

TEST_CASE("what cannot be costed is refused with a code, a sentence and exit 1", "[cli][cost]")
{
    const auto refused = [](const char* folder, const char* item, const char* quantity) {
        const CtlRun run = costExample(folder, item, quantity);
        CHECK(run.exit == 1);
        CHECK_FALSE(run.firstError("message").isEmpty());
        return run.firstError();
    };
    CHECK(refused("e6_bracket", "NONE", "1") == QStringLiteral("E_NO_ITEM"));
    CHECK(refused("e6_bracket", "E6", "0") == QStringLiteral("E_ZERO_LOT"));
    CHECK(refused("e6_bracket", "E6", "１００") == QStringLiteral("NUMBER_FORMAT"));
    CHECK(refused("e6_bracket", "E6", "1000000000000000") == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(refused("e6_bracket", "E6", "1,x") == QStringLiteral("NUMBER_FORMAT"));
    CHECK(refused("no_such_folder", "E6", "1") == QStringLiteral("DIRECTORY_MISSING"));
    QTemporaryDir folder;
    QFile items(folder.filePath(QStringLiteral("items.csv")));
    REQUIRE(items.open(QIODevice::WriteOnly));
    items.close();
    const CtlRun empty = ctl({QStringLiteral("cost"),
        QStringLiteral("--data"),
        folder.path(),
        QStringLiteral("--item"),
        QStringLiteral("A"),
        QStringLiteral("--qty"),
        QStringLiteral("1"),
        QStringLiteral("--json")});
    CHECK(empty.exit == 1);
    CHECK(empty.firstError() == QStringLiteral("CSV_EMPTY"));
}

TEST_CASE("standard-cost lists every item and says what another price changes", "[cli][cost]")
{
    const QString folder = QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/costing/e6_bracket");
    const QStringList ask{QStringLiteral("standard-cost"),
        QStringLiteral("--data"),
        folder,
        QStringLiteral("--date"),
        QStringLiteral("2026-03-12"),
        QStringLiteral("--json")};
    const CtlRun all = ctl(ask);
    CHECK(all.exit == 0);
    const QJsonArray items =
        all.json()[QStringLiteral("result")][QStringLiteral("items")].toArray();
    REQUIRE(items.size() > 1);
    QString bought;
    QString price;
    for (const QJsonValue& item : items) {
        const QJsonObject elements = item[QStringLiteral("elements")].toObject();
        if (item[QStringLiteral("item")] != QStringLiteral("E6") && !elements.isEmpty()
            && elements[QStringLiteral("MAT")] == item[QStringLiteral("unit_cost")]) {
            bought = item[QStringLiteral("item")].toString();
            price = item[QStringLiteral("unit_cost")].toString();
        }
    }
    REQUIRE_FALSE(bought.isEmpty());

    const CtlRun dearer =
        ctl(ask + QStringList{QStringLiteral("--price"), bought + QStringLiteral("=999")});
    CHECK(dearer.exit == 0);
    const QJsonArray changed =
        dearer.json()[QStringLiteral("result")][QStringLiteral("changed")].toArray();
    REQUIRE(changed.size() == 2);
    QStringList names;
    for (const QJsonValue& item : changed) {
        names.append(item[QStringLiteral("item")].toString());
        if (names.last() == bought) {
            CHECK(item[QStringLiteral("before")].toString() == price);
            CHECK(item[QStringLiteral("after")].toString() == QStringLiteral("999.00000000"));
        }
    }
    CHECK(names.contains(QStringLiteral("E6")));

    const CtlRun unknown =
        ctl(ask + QStringList{QStringLiteral("--price"), QStringLiteral("NOBODY=1")});
    CHECK(unknown.exit == 1);
    const CtlRun unreadable =
        ctl(ask + QStringList{QStringLiteral("--price"), bought + QStringLiteral("=cheap")});
    CHECK(unreadable.exit == 1);
}
