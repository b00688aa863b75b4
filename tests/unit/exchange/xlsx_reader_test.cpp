// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/exchange/xlsx_support.h"

using namespace chengdan;
using chengdan::tests::sheetRows;
using chengdan::tests::value;
using chengdan::tests::workbookParts;

namespace {

QString sheetError(QHash<QString, QByteArray> parts, const exchange::XlsxLimits& limits = {})
{
    const auto rows = sheetRows(std::move(parts), limits);
    return rows ? QStringLiteral("none") : rows.error().code;
}

QStringList textCells(const char* separatedByBars)
{
    return QString::fromUtf8(separatedByBars).split(QLatin1Char('|'));
}

QString bytesError(const QByteArray& bytes)
{
    const auto workbook = exchange::XlsxWorkbook::open(bytes);
    return workbook ? QStringLiteral("none") : workbook.error().code;
}

constexpr char kFormats[] =
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" "
    "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/>"
    "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs>";

} // namespace

TEST_CASE("cells of every kind become the text a person sees, without binary fractions",
    "[exchange][xlsx]")
{
    const auto rows = value(sheetRows(workbookParts(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\" ht=\"20\"><c r=\"A3\" t=\"inlineStr\"><is><t>in</t></is></c>"
        "<c r=\"B3\"><v>8.4100000000000001</v></c><c r=\"C3\" s=\"1\"><v>46093</v></c>"
        "<c r=\"D3\" s=\"2\"><v>0.13</v></c><c r=\"E3\" t=\"b\"><v>1</v></c>"
        "<c r=\"F3\" t=\"e\"><v>#N/A</v></c><c r=\"G3\" t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>"
        "<c r=\"H3\" s=\"3\"><f>TODAY()</f><v>46093</v></c><c r=\"I3\" s=\"4\"><v>46093.5</v></c>"
        "<c r=\"J3\" t=\"d\"><v>2026-03-12T00:00:00</v></c></row>",
        "<si><t>名称</t></si><si><r><t>单</t></r><r><rPr/><t>价</t></r><rPh><t>dan</t></rPh></si>",
        kFormats)));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == textCells("名称|单价"));
    CHECK(rows[1].number == 3);
    CHECK(rows[1].cells
        == textCells("in|8.41|2026-03-12|13%|TRUE|#N/A|ab|2026-03-12|2026-03-12 12:00:00|"
                     "2026-03-12"));
}

TEST_CASE("places come from the references, and from the order where they are left out",
    "[exchange][xlsx]")
{
    const auto rows = value(
        sheetRows(workbookParts("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
                                "<row/><row><c r=\"B3\" s=\"1\"/><c r=\"C3\"><v>4</v></c></row>")));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == textCells("1|||2|3"));
    CHECK(rows[1].number == 3);
    CHECK(rows[1].cells == textCells("||4"));
    CHECK(exchange::xlsxColumn(u"XFD1") == 16'383);
    CHECK_FALSE(exchange::xlsxColumn(u"12").has_value());
}

TEST_CASE("escaped characters and spaces of a text stay", "[exchange][xlsx]")
{
    const auto rows = value(sheetRows(workbookParts(
        "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a_x000D_b_x005F_x </t></is></c>"
        "</row>")));
    CHECK(rows[0].cells == QStringList{QStringLiteral(" a\rb_x ")});
}

TEST_CASE("a workbook that began on a Macintosh counts its days from 1904", "[exchange][xlsx]")
{
    const auto rows = value(sheetRows(workbookParts(
        "<row><c s=\"1\"><v>44631</v></c></row>", {}, kFormats, "<workbookPr date1904=\"1\"/>")));
    CHECK(rows[0].cells == QStringList{QStringLiteral("2026-03-12")});
}

TEST_CASE("a sheet is chosen by name, by number, or is the first that is shown", "[exchange][xlsx]")
{
    auto parts = workbookParts("<row><c><v>1</v></c></row>");
    parts[QStringLiteral("xl/workbook.xml")].replace("<sheets>",
        "<sheets><sheet name=\"说明\" sheetId=\"7\" state=\"hidden\" r:id=\"rId1\"/>"
        "<sheet name=\"图\" sheetId=\"8\" r:id=\"rId9\"/>");
    const auto workbook =
        value(exchange::XlsxWorkbook::open(exchange::xlsxPartsInMemory(std::move(parts))));
    REQUIRE(workbook.sheets().size() == 2);
    CHECK(value(workbook.choose({})) == 1);
    CHECK(value(workbook.choose(u"说明")) == 0);
    CHECK(value(workbook.choose(u"2")) == 1);
    const auto none = workbook.choose(u"3");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == QStringLiteral("XLSX_NO_SHEET"));
    CHECK(none.error().arg(QStringLiteral("known")) == QStringLiteral("说明, 数据"));
}

TEST_CASE("a file that is no workbook says which kind of none it is", "[exchange][xlsx]")
{
    CHECK(bytesError("name,grade\n") == QStringLiteral("XLSX_NOT_ZIP"));
    CHECK(bytesError("") == QStringLiteral("XLSX_NOT_ZIP"));
    const QByteArray old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, '\0');
    CHECK(bytesError(old) == QStringLiteral("XLSX_OLD_FORMAT"));
    const QString name = QStringLiteral("EncryptedPackage");
    CHECK(bytesError(old + QByteArray(reinterpret_cast<const char*>(name.utf16()), name.size() * 2))
        == QStringLiteral("XLSX_ENCRYPTED"));
    CHECK(bytesError("PK\x03\x04 and then nothing of a zip") == QStringLiteral("XLSX_DAMAGED"));
    auto document = workbookParts({});
    document.remove(QStringLiteral("xl/workbook.xml"));
    CHECK(sheetError(document) == QStringLiteral("XLSX_NO_WORKBOOK"));
}

TEST_CASE("a damaged part is named", "[exchange][xlsx]")
{
    CHECK(sheetError(workbookParts("<row><c t=\"s\"><v>5</v></c></row>"))
        == QStringLiteral("XLSX_DAMAGED"));
    CHECK(sheetError(workbookParts("<row><c><v>1</v></row>")) == QStringLiteral("XLSX_DAMAGED"));
    CHECK(sheetError(workbookParts("<row r=\"0\"/>")) == QStringLiteral("XLSX_DAMAGED"));
    CHECK(sheetError(workbookParts("<row><c r=\"7\"><v>1</v></c></row>"))
        == QStringLiteral("XLSX_DAMAGED"));
    auto bomb = workbookParts("<row><c><v>1</v></c></row>");
    bomb[QStringLiteral("xl/worksheets/sheet1.xml")].prepend(
        "<!DOCTYPE x [<!ENTITY a \"1\"><!ENTITY b \"&a;&a;&a;\">]>");
    CHECK(sheetError(bomb) == QStringLiteral("XLSX_DAMAGED"));
    auto cut = workbookParts("<row><c><v>1</v></c></row>");
    cut[QStringLiteral("xl/worksheets/sheet1.xml")].chop(40);
    CHECK(sheetError(cut) == QStringLiteral("XLSX_DAMAGED"));
    cut.remove(QStringLiteral("xl/worksheets/sheet1.xml"));
    CHECK(sheetError(cut) == QStringLiteral("XLSX_DAMAGED"));
}

TEST_CASE("every limit refuses the workbook that goes beyond it", "[exchange][xlsx]")
{
    const auto limited = [](const QByteArray& rows, auto change, const QByteArray& strings = {}) {
        exchange::XlsxLimits limits;
        change(limits);
        return sheetError(workbookParts(rows, strings, kFormats), limits);
    };
    const QByteArray wide = "<row r=\"9\"><c r=\"D9\"><v>123456</v></c></row>";
    CHECK(limited(wide, [](auto&) {}) == QStringLiteral("none"));
    CHECK(limited(wide, [](auto& l) { l.rows = 8; }) == QStringLiteral("XLSX_ROWS"));
    CHECK(limited(wide, [](auto& l) { l.columns = 3; }) == QStringLiteral("XLSX_COLUMNS"));
    CHECK(limited(wide, [](auto& l) { l.cells = 3; }) == QStringLiteral("XLSX_SIZE"));
    CHECK(limited(wide, [](auto& l) { l.cellLength = 5; }) == QStringLiteral("XLSX_SIZE"));
    CHECK(limited(wide, [](auto& l) { l.styles = 4; }) == QStringLiteral("XLSX_SIZE"));
    CHECK(limited(wide, [](auto& l) { l.depth = 2; }) == QStringLiteral("XLSX_DAMAGED"));
    const QByteArray strings = "<si><t>abc</t></si><si><t>def</t></si>";
    CHECK(limited(
              {}, [](auto& l) { l.sharedStrings = 1; }, strings)
        == QStringLiteral("XLSX_SIZE"));
    CHECK(limited(
              {}, [](auto& l) { l.sharedCharacters = 5; }, strings)
        == QStringLiteral("XLSX_SIZE"));
    const QByteArray longTag = "<row spans=\"" + QByteArray(20'000, '1') + "\"/>";
    CHECK(limited(longTag, [](auto& l) { l.tokenBytes = 10'000; }) == QStringLiteral("XLSX_SIZE"));
}

TEST_CASE("the first filled row is the header and may name a column once", "[exchange][xlsx]")
{
    const auto tableOf = [](const QByteArray& rows) {
        auto workbook =
            exchange::XlsxWorkbook::open(exchange::xlsxPartsInMemory(workbookParts(rows)));
        REQUIRE(workbook.has_value());
        return workbook->table(0);
    };
    const QByteArray header =
        "<row r=\"2\"><c t=\"str\"><v> a </v></c><c t=\"str\"><v>b</v></c></row>";
    const auto table = value(tableOf(header + "<row r=\"5\"><c><v>1</v></c></row>"));
    CHECK(table.header == textCells("a|b"));
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].number == 5);
    CHECK(table.encoding == QStringLiteral("XLSX"));
    CHECK(tableOf({}).error().code == QStringLiteral("CSV_EMPTY"));
    CHECK(tableOf("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>a </v></c></row>").error().code
        == QStringLiteral("CSV_HEADER_TWICE"));
}
