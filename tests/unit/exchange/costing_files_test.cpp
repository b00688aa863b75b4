// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/costing_files.h"
#include "core/exchange/file_error.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;
using namespace chengdan::exchange;
using chengdan::tests::value;

namespace {

/// A folder of costing files; items.csv is there from the start.
class CostingFolder {
public:
    CostingFolder() { put("items", "item_code,base_uom\nA,pcs\n"); }
    void put(const char* table, const QByteArray& text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(table) + QStringLiteral(".csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QString path() const { return m_folder.path(); }
    CostingFiles read() const { return value(readCostingFiles(path())); }
    /// "code file:row field" of every error.
    QStringList errors() const
    {
        const auto files = readCostingFiles(path());
        if (files)
            return {QStringLiteral("none")};
        QStringList list{shown(files.error())};
        for (const Error& more : files.error().more)
            list.append(shown(more));
        return list;
    }

private:
    static QString shown(const Error& error)
    {
        return QStringLiteral("%1 %2:%3 %4")
            .arg(error.code,
                error.arg(QStringLiteral("file")),
                error.arg(QStringLiteral("row")),
                error.field)
            .trimmed();
    }
    QTemporaryDir m_folder;
};

QStringList oneError(const char* text)
{
    return {QString::fromLatin1(text)};
}

} // namespace

TEST_CASE("an empty cell and a missing column mean the default", "[exchange][costing]")
{
    CostingFolder folder;
    folder.put("boms", "bom_id,item_code,yield_pct\nB1,A,\n");
    folder.put("bom_lines", "bom_id,component,qty,explode,scrap_mode\nB1,M,0.85,,\n");
    folder.put("operations", "bom_id,op_seq,run_min\nB1,10,0.5\n");
    folder.put("prices", "item_code,price\nM,5876.00\n");
    const quoting::CostTables tables = folder.read().tables;
    CHECK(tables.boms[0].yield == Rate::fromWhole(1));
    CHECK(tables.boms[0].status == quoting::BomStatus::Released);
    CHECK(tables.boms[0].qty == Quantity::fromWhole(1));
    CHECK(tables.bomLines[0].qty == Quantity::fromRaw(850'000));
    CHECK(tables.bomLines[0].explode);
    CHECK(tables.bomLines[0].scrap.isZero());
    CHECK_FALSE(tables.bomLines[0].opSeq.has_value());
    CHECK(tables.operations[0].runMs == 30'000);
    CHECK(tables.operations[0].efficiency == Rate::fromWhole(1));
    CHECK(tables.operations[0].crew == Quantity::fromWhole(1));
    CHECK(tables.prices[0].pricePer == Quantity::fromWhole(1));
    CHECK_FALSE(tables.items[0].kind.has_value());
    CHECK(tables.items[0].lotPolicy == quoting::LotPolicy::Order);
    CHECK(tables.fx.empty());
}

TEST_CASE("every column reaches its field", "[exchange][costing]")
{
    CostingFolder folder;
    folder.put("items",
        "item_code,name,base_uom,kind,lot_policy,costing_lot,fixed_cost,fixed_currency,"
        "preferred_supplier,element,cost_source\n"
        "S,螺钉,pcs,BUY,standard,200,1.25,USD,宁波,PACK,fixed\n");
    folder.put("uoms", "uom,category,num,den\ninch,length,127,5000\n");
    folder.put("item_uoms", "item_code,uom,num,den\nS,m,2.47,1\n");
    folder.put("bom_lines",
        "bom_id,line_no,type,component,qty,uom,fixed_qty,scrap_pct,scrap_mode,explode,supply,"
        "op_seq,value_method,share_pct,credit_price\n"
        "B,5,byproduct,S,0.12,kg,2,4.25,loss,0,customer,20,share,12.5,9\n");
    folder.put("prices",
        "price_id,item_code,supplier,currency,price,price_per,uom,min_qty,valid_from,valid_to,"
        "tax_included,tax_pct\n"
        "P9,S,宁波,USD,12.5,1000,pcs,500,2026-01-01,2026-07-01,1,13\n");
    folder.put("fx", "from,to,date,rate\nUSD,CNY,2026-03-01,7.12345678\n");
    folder.put("overheads", "rule_id,seq,level,base,pct,target\nR,3,top,MAT+LAB,5.5,ADM\n");
    const quoting::CostTables tables = folder.read().tables;
    const quoting::ItemRow& item = tables.items[0];
    CHECK(item.kind == quoting::ItemKind::Buy);
    CHECK(item.lotPolicy == quoting::LotPolicy::Standard);
    CHECK(item.costingLot == Quantity::fromWhole(200));
    CHECK(item.fixedCost == UnitPrice::fromRaw(1'250'000));
    CHECK(item.fixedCurrency == QStringLiteral("USD"));
    CHECK(item.preferredSupplier == QStringLiteral("宁波"));
    CHECK(item.element == quoting::Element::Pack);
    CHECK(item.costSource == quoting::CostSource::Fixed);
    CHECK((tables.uoms[0].num == 127 && tables.uoms[0].den == 5000));
    CHECK((tables.itemUoms[0].num == 247 && tables.itemUoms[0].den == 100));
    const quoting::BomLineRow& line = tables.bomLines[0];
    CHECK(line.lineNo == 5);
    CHECK(line.type == quoting::LineType::Byproduct);
    CHECK(line.fixedQty == Quantity::fromWhole(2));
    CHECK(line.scrap == Rate::fromRaw(42'500));
    CHECK(line.scrapMode == quoting::ScrapMode::Loss);
    CHECK_FALSE(line.explode);
    CHECK(line.supply == quoting::Supply::Customer);
    CHECK(line.opSeq == 20);
    CHECK(line.valueMethod == quoting::ByproductValue::Share);
    CHECK(line.share == Rate::fromRaw(125'000));
    CHECK(line.creditPrice == UnitPrice::fromWhole(9));
    const quoting::PriceRow& price = tables.prices[0];
    CHECK(price.pricePer == Quantity::fromWhole(1000));
    CHECK(price.minQty == Quantity::fromWhole(500));
    CHECK(price.valid.contains(QDate(2026, 6, 30)));
    CHECK_FALSE(price.valid.contains(QDate(2026, 7, 1)));
    CHECK(price.taxIncluded);
    CHECK(price.tax == Rate::fromRaw(130'000));
    CHECK(tables.fx[0].rate == ExchangeRate::fromRaw(712'345'678));
    CHECK(tables.overheads[0].base
        == (quoting::bit(quoting::Element::Mat) | quoting::bit(quoting::Element::Lab)));
    CHECK(tables.overheads[0].level == quoting::OverheadLevel::Top);
}

TEST_CASE("an unknown column is ignored with a warning", "[exchange][costing]")
{
    CostingFolder folder;
    folder.put("items", "item_code,colour,base_uom\nA,red,pcs\n");
    const CostingFiles files = folder.read();
    REQUIRE(files.warnings.size() == 1);
    CHECK(files.warnings[0].code == QStringLiteral("COLUMN_UNKNOWN"));
    CHECK(files.warnings[0].arg(QStringLiteral("column")) == QStringLiteral("colour"));
}

TEST_CASE("files that cannot be costed from are refused, file, row and column named",
    "[exchange][costing]")
{
    CostingFolder folder;
    SECTION("a missing folder")
    {
        CHECK(readCostingFiles(folder.path() + QStringLiteral("/none")).error().code
            == QStringLiteral("DIRECTORY_MISSING"));
    }
    SECTION("no items.csv")
    {
        const QTemporaryDir empty;
        const auto files = readCostingFiles(empty.path());
        REQUIRE_FALSE(files.has_value());
        CHECK(files.error().code == QStringLiteral("INPUT_MISSING"));
        CHECK(files.error().arg(QStringLiteral("file")) == QStringLiteral("items.csv"));
    }
    SECTION("an empty file")
    {
        folder.put("prices", "");
        CHECK(folder.errors() == oneError("CSV_EMPTY prices.csv:"));
    }
    SECTION("a wrong header")
    {
        folder.put("items", "code,unit\nA,pcs\n");
        CHECK(folder.errors()
            == QStringList{QStringLiteral("COLUMN_MISSING items.csv: item_code"),
                QStringLiteral("COLUMN_MISSING items.csv: base_uom")});
    }
    SECTION("half a row")
    {
        folder.put("prices", "item_code,price,uom\nA,1.5,pcs\nA,1.\n");
        CHECK(folder.errors() == oneError("ROW_LENGTH prices.csv:3"));
    }
    SECTION("a decimal comma")
    {
        folder.put("prices", "item_code,price\nA,\"1,5\"\n");
        CHECK(folder.errors() == oneError("NUMBER_FORMAT prices.csv:2 price"));
    }
    SECTION("full-width digits")
    {
        folder.put("prices", "item_code,price\nA,１２\n");
        CHECK(folder.errors() == oneError("NUMBER_FORMAT prices.csv:2 price"));
    }
    SECTION("a quantity of 10^15")
    {
        folder.put("bom_lines", "bom_id,component,qty\nB,A,1000000000000000\n");
        CHECK(folder.errors() == oneError("OVERFLOW_GUARD bom_lines.csv:2 qty"));
    }
    SECTION("a price left empty is missing, not zero")
    {
        folder.put("prices", "item_code,price\nA,\n");
        CHECK(folder.errors() == oneError("CELL_MISSING prices.csv:2 price"));
    }
    SECTION("a word that is no choice, a date that is none, a code twice, all told at once")
    {
        folder.put("items", "item_code,base_uom,kind\nA,pcs,bought\nA,pcs,buy\n");
        folder.put("fx", "from,to,date,rate\nUSD,CNY,2026-02-30,7\n");
        CHECK(folder.errors()
            == QStringList{QStringLiteral("VALUE_UNKNOWN items.csv:2 kind"),
                QStringLiteral("KEY_TWICE items.csv:3 item_code"),
                QStringLiteral("DATE_FORMAT fx.csv:2 date")});
    }
    SECTION("a negative efficiency")
    {
        folder.put("operations", "bom_id,op_seq,efficiency_pct\nB,10,-5\n");
        CHECK(folder.errors() == oneError("VALUE_RANGE operations.csv:2 efficiency_pct"));
    }
}

TEST_CASE("the sentence of a wrong cell says where it stands", "[exchange][costing]")
{
    const Error error = locatedError(
        Error::make("NUMBER_FORMAT", {}, {{QStringLiteral("text"), QStringLiteral("1,5")}}),
        QStringLiteral("prices.csv"),
        3,
        QStringLiteral("price"));
    CHECK(fileSentence(error, Language::Chinese)
              .startsWith(QStringLiteral("prices.csv 第 3 行 price：“1,5”")));
    CHECK(fileSentence(error, Language::English)
              .startsWith(QStringLiteral("prices.csv row 3, price: “1,5”")));
}
