// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <rapidcheck.h>

using namespace chengdan;
using namespace chengdan::exchange;
using chengdan::tests::value;

namespace {

QStringList words(const char* commaSeparated)
{
    return QString::fromUtf8(commaSeparated).split(QLatin1Char('|'));
}

QString csvError(const char* text)
{
    const auto table = parseCsv(QString::fromUtf8(text));
    return table ? QStringLiteral("none") : table.error().code;
}

QByteArray encoded(const char* encoding, const QString& text)
{
    QStringEncoder encoder(encoding);
    REQUIRE(encoder.isValid());
    return encoder(text);
}

} // namespace

TEST_CASE(
    "quotes, separators and line breaks inside quoted cells belong to the cell", "[exchange][csv]")
{
    const CsvTable table = value(parseCsv(
        QStringLiteral("a, b ,c\r\n\"x,1\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n,5\" pipe,\n")));
    CHECK(table.header == words("a|b|c"));
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells == words("x,1|say \"hi\"|two\nlines"));
    CHECK(table.rows[1].cells == words("|5\" pipe|"));
}

TEST_CASE("row numbers are those a spreadsheet shows", "[exchange][csv]")
{
    const CsvTable table = value(parseCsv(QStringLiteral("a,b\n\n\"x\ny\",1\r\r\n2,3\r4,5")));
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].number == 3);
    CHECK(table.rows[1].number == 5);
    CHECK(table.rows[2].number == 6);
    CHECK(table.rows[2].cells == words("4|5"));
}

TEST_CASE("the separator is the one the header uses", "[exchange][csv]")
{
    CHECK(value(parseCsv(QStringLiteral("a;b;c\n1,5;2;3"))).rows[0].cells == words("1,5|2|3"));
    CHECK(value(parseCsv(QStringLiteral("a\tb\n1\t2"))).rows[0].cells == words("1|2"));
    CHECK(value(parseCsv(QStringLiteral("\"a;b;c\",d\n1,2"))).header == words("a;b;c|d"));
    CHECK(value(parseCsv(QStringLiteral("only\nx;y"))).rows[0].cells == words("x;y"));
}

TEST_CASE("a file that is no table says what is wrong with it and where", "[exchange][csv]")
{
    CHECK(csvError("") == QStringLiteral("CSV_EMPTY"));
    CHECK(csvError("\n\r\n\n") == QStringLiteral("CSV_EMPTY"));
    CHECK(csvError(",,\n1,2,3") == QStringLiteral("CSV_EMPTY"));
    CHECK(csvError("a,a\n1,2") == QStringLiteral("CSV_HEADER_TWICE"));
    CHECK(csvError("a,b\n\"x\"y,2") == QStringLiteral("CSV_QUOTE"));
    const auto open = parseCsv(QStringLiteral("a,b\n1,2\n3,\"4\n5,6\n"));
    REQUIRE_FALSE(open.has_value());
    CHECK(open.error().code == QStringLiteral("CSV_UNTERMINATED"));
    CHECK(open.error().arg(QStringLiteral("row")) == QStringLiteral("3"));
    CsvOptions narrow;
    narrow.maxColumns = 2;
    CHECK(parseCsv(QStringLiteral("a,b,c"), narrow).error().code == QStringLiteral("CSV_LIMIT"));
}

TEST_CASE("a byte order mark behind an empty line is no part of a name", "[exchange][csv]")
{
    CHECK(csvError("\r\xEF\xBB\xBF") == QStringLiteral("CSV_EMPTY"));
    CHECK(value(parseCsv(QStringLiteral("\n\uFEFF a,b\n1,2"))).header == words("a|b"));
}

TEST_CASE("the encodings spreadsheets write are recognised", "[exchange][csv]")
{
    const QString text = QStringLiteral("编码,名称\nA-1,宁波精密轴承\n");
    QString encoding;
    CHECK(value(decodeText(text.toUtf8(), &encoding)) == text);
    CHECK(encoding == QStringLiteral("UTF-8"));
    CHECK(value(decodeText("\xEF\xBB\xBF" + text.toUtf8(), &encoding)) == text);
    CHECK(encoding == QStringLiteral("UTF-8"));
    CHECK(value(decodeText(encoded("GB18030", text), &encoding)) == text);
    CHECK(encoding == QStringLiteral("GB18030"));
    CHECK(value(decodeText("\xFF\xFE" + encoded("UTF-16LE", text), &encoding)) == text);
    CHECK(encoding == QStringLiteral("UTF-16LE"));
    CHECK(value(decodeText("\xFE\xFF" + encoded("UTF-16BE", text), &encoding)) == text);
    CHECK(encoding == QStringLiteral("UTF-16BE"));
    const QString latin = QStringLiteral("code,name\nA-1,bearing\n");
    CHECK(value(decodeText(encoded("UTF-16LE", latin), &encoding)) == latin);
    CHECK(decodeText("a,b\n\xFF\xFF\xFF").error().code == QStringLiteral("CSV_ENCODING"));
}

TEST_CASE("a missing file and a folder are refused by name", "[exchange][csv]")
{
    const QTemporaryDir folder;
    const auto missing = readCsvFile(folder.filePath(QStringLiteral("items.csv")));
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == QStringLiteral("INPUT_MISSING"));
    CHECK(missing.error().arg(QStringLiteral("file")) == QStringLiteral("items.csv"));
    CHECK(readCsvFile(folder.path()).error().code == QStringLiteral("INPUT_READ"));
    QFile file(folder.filePath(QStringLiteral("items.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(writeCsv(words("a|b"), {words("1|二")}));
    file.close();
    CHECK(value(readCsvFile(file.fileName())).rows[0].cells == words("1|二"));
}

TEST_CASE("a cell with the text of the one above is read like any other", "[exchange][csv]")
{
    const CsvTable table = value(parseCsv(QStringLiteral(
        "a,b,c\n宁波,x,\n宁波,xy,\n宁,\"x\",\n\"宁,\",xy,1\n宁波,\n宁波,,宁波\n\n宁波,x\"y,z")));
    REQUIRE(table.rows.size() == 7);
    CHECK(table.rows[0].cells == words("宁波|x|"));
    CHECK(table.rows[1].cells == words("宁波|xy|"));
    CHECK(table.rows[2].cells == words("宁|x|"));
    CHECK(table.rows[3].cells == words("宁,|xy|1"));
    CHECK(table.rows[4].cells == words("宁波|"));
    CHECK(table.rows[5].cells == words("宁波||宁波"));
    CHECK(table.rows[6].cells == words("宁波|x\"y|z"));
    CHECK(table.rows[1].cells[0].constData() == table.rows[0].cells[0].constData());
    CHECK_FALSE(table.rows[0].cells[2].isNull());
}

TEST_CASE("a UTF-8 file is cut as its text would be", "[exchange][csv][property]")
{
    setenv("RC_PARAMS", "seed=20260312 max_success=300", 1);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("some.csv"));
    const auto text =
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            ",", ",", "\n", "\n", "\"", "\r", ";", "a", "宁波", "é", "𠮷", "\uFEFF", " ", "\t"}));
    CHECK(rc::check("whatever stands in it", [&] {
        QByteArray bytes = *rc::gen::arbitrary<bool>() ? "\xEF\xBB\xBF" : "";
        for (const std::string& piece : *text)
            bytes += piece.c_str();
        QFile file(path);
        RC_ASSERT(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto cut = readCsvFile(path);
        const auto parsed = parseCsv(value(decodeText(bytes)));
        RC_ASSERT(cut.has_value() == parsed.has_value());
        if (!cut) {
            RC_ASSERT(cut.error().code == parsed.error().code);
            return;
        }
        RC_ASSERT(cut->header == parsed->header);
        RC_ASSERT(cut->rows == parsed->rows);
        RC_ASSERT(cut->encoding == QStringLiteral("UTF-8"));
    }));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("a,b\n\xFF\xFF\xFF");
    file.close();
    CHECK(readCsvFile(path).error().code == QStringLiteral("CSV_ENCODING"));
}

TEST_CASE("laws of CSV", "[exchange][csv][property]")
{
    setenv("RC_PARAMS", "seed=20260312 max_success=300", 1);
    const auto cell = rc::gen::map(rc::gen::container<std::u16string>(
                                       rc::gen::elementOf(std::u16string(u"a,;\t\"\n\r 中'=1"))),
        [](const std::u16string& text) { return QString::fromStdU16String(text); });
    CHECK(rc::check("what was written is read back", [&] {
        const int columns = *rc::gen::inRange(1, 5);
        QStringList header;
        for (int i = 0; i < columns; ++i)
            header.append(QStringLiteral("c%1").arg(i));
        std::vector<QStringList> rows;
        const int count = *rc::gen::inRange(0, 6);
        for (int i = 0; i < count; ++i) {
            QStringList row;
            for (int k = 0; k < columns; ++k)
                row.append(*cell);
            rows.push_back(row);
        }
        const auto text = decodeText(writeCsv(header, rows));
        RC_ASSERT(text.has_value());
        const auto table = parseCsv(*text);
        RC_ASSERT(table.has_value());
        RC_ASSERT(table->header == header);
        RC_ASSERT(table->rows.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            RC_ASSERT(table->rows[i].cells == rows[i]);
    }));
    CHECK(rc::check("any bytes give a table or an error, and nothing else", [] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::weightedOneOf<char>({{1, rc::gen::arbitrary<char>()},
                {3, rc::gen::elementOf(std::string("a,\"\n\r;\t1"))}}));
        const auto text = decodeText(QByteArray::fromStdString(bytes));
        if (text) {
            const auto table = parseCsv(*text);
            RC_ASSERT(table.has_value() || table.error().code.startsWith(QStringLiteral("CSV_")));
        }
    }));
}
