// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_table.h"
#include "core/exchange/xlsx_writer.h"
#include "tests/unit/exchange/xlsx_support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;
using chengdan::tests::value;
using exchange::XlsxColumn;

namespace {

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// One part of a written workbook as text.
QString writtenPart(const QString& path, const char* name)
{
    const QByteArray bytes = fileBytes(path);
    const auto parts = value(exchange::openXlsxPackage(bytes));
    QByteArray text;
    REQUIRE(value(parts->read(QString::fromLatin1(name), [&](QByteArrayView piece) {
        text += piece;
        return true;
    })));
    return QString::fromUtf8(text);
}

std::vector<XlsxColumn> everyKind()
{
    return {{QStringLiteral("名称"), XlsxColumn::Kind::Text},
        {QStringLiteral("金额"), XlsxColumn::Kind::Number, 2},
        {QStringLiteral("数量"), XlsxColumn::Kind::Number},
        {QStringLiteral("税率"), XlsxColumn::Kind::Percent},
        {QStringLiteral("日期"), XlsxColumn::Kind::Date},
        {QStringLiteral("时间"), XlsxColumn::Kind::DateTime}};
}

} // namespace

TEST_CASE(
    "what was written to a workbook is read back, with real numbers and dates", "[exchange][xlsx]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("客户.xlsx"));
    const std::vector<QStringList> rows{{QStringLiteral("宁波轴承"),
                                            QStringLiteral("8.41"),
                                            QStringLiteral("0.000062"),
                                            QStringLiteral("0.13"),
                                            QStringLiteral("2026-03-12"),
                                            QStringLiteral("2026-03-12 10:20:30")},
        {QStringLiteral("=1+1"),
            QStringLiteral("-1234567890123.45"),
            QStringLiteral("1234567890123456"),
            QString(),
            QStringLiteral("1899-01-01"),
            QStringLiteral("soon")}};
    auto writer = value(exchange::XlsxWriter::create(path, QStringLiteral("客户"), everyKind()));
    for (const QStringList& row : rows)
        value(writer->add(row));
    CHECK_FALSE(QFile::exists(path));
    value(writer->finish());
    const auto table = value(exchange::readTableFile(path));
    CHECK(table.header.mid(0, 2) == QStringList{QStringLiteral("名称"), QStringLiteral("金额")});
    REQUIRE(table.rows.size() == 2);
    QStringList first = rows[0];
    first[3] = QStringLiteral("13%");
    CHECK(table.rows[0].cells == first);
    CHECK(table.rows[1].cells == rows[1]);
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);

    const QString sheet = writtenPart(path, "xl/worksheets/sheet1.xml");
    CHECK(sheet.contains(QStringLiteral("<v>8.41</v>")));
    CHECK(sheet.contains(QStringLiteral("<v>46093</v>")));
    CHECK_FALSE(sheet.contains(QStringLiteral("<f>")));
    CHECK(sheet.contains(QStringLiteral("state=\"frozen\"")));
    CHECK(sheet.contains(QStringLiteral("<autoFilter ref=\"A1:F3\"/>")));
    CHECK(sheet.contains(QStringLiteral("customWidth=\"1\"")));
}

TEST_CASE("text that begins like a formula stays text", "[exchange][xlsx]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    const QStringList texts{QStringLiteral("=HYPERLINK(\"x\")"),
        QStringLiteral("+86 574"),
        QStringLiteral("-5"),
        QStringLiteral("@me"),
        QStringLiteral("00123")};
    auto writer = value(exchange::XlsxWriter::create(
        path, QStringLiteral("[bad]:name*?/\\"), {{QStringLiteral("t"), XlsxColumn::Kind::Text}}));
    for (const QString& text : texts)
        value(writer->add({text}));
    value(writer->finish());
    const QString sheet = writtenPart(path, "xl/worksheets/sheet1.xml");
    CHECK_FALSE(sheet.contains(QStringLiteral("<f>")));
    const auto table = value(exchange::readTableFile(path));
    for (int i = 0; i < texts.size(); ++i)
        CHECK(table.rows[static_cast<std::size_t>(i)].cells == QStringList{texts[i]});
}

TEST_CASE("a workbook that cannot be written leaves nothing behind", "[exchange][xlsx]")
{
    const QTemporaryDir folder;
    const auto missing = exchange::XlsxWriter::create(
        folder.filePath(QStringLiteral("none/a.xlsx")), QStringLiteral("s"), everyKind());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == QStringLiteral("FILE_WRITE"));
    {
        const auto given = value(exchange::XlsxWriter::create(
            folder.filePath(QStringLiteral("a.xlsx")), QStringLiteral("s"), everyKind()));
        value(given->add({QStringLiteral("x")}));
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

TEST_CASE("a table is read by what the file holds, and its errors name it", "[exchange][xlsx]")
{
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    const QString workbook = folder.filePath(QStringLiteral("a.xlsx"));
    auto writer = value(exchange::XlsxWriter::create(workbook, QStringLiteral("s"), everyKind()));
    value(writer->finish());
    const QString renamed = write("renamed.csv", fileBytes(workbook));
    CHECK(value(exchange::readTableFile(renamed)).encoding == QStringLiteral("XLSX"));
    CHECK(value(exchange::readTableFile(write("b.csv", "a,b\n1,2\n"))).rows.size() == 1);
    const auto text = exchange::readTableFile(write("b.xlsx", "a,b\n1,2\n"));
    REQUIRE_FALSE(text);
    CHECK(text.error().code == QStringLiteral("XLSX_NOT_ZIP"));
    CHECK(text.error().arg(QStringLiteral("file")) == QStringLiteral("b.xlsx"));
    QByteArray broken = fileBytes(workbook);
    const qsizetype at = broken.indexOf("xl/worksheets/sheet1.xml") + 40;
    for (qsizetype i = 0; i < 30; ++i)
        broken[at + i] = static_cast<char>(~broken[at + i]);
    CHECK(exchange::readTableFile(write("c.xlsx", broken)).error().code
        == QStringLiteral("XLSX_DAMAGED"));
    exchange::TableFileOptions small;
    small.xlsx.packedBytes = 100;
    CHECK(exchange::readTableFile(workbook, small).error().code == QStringLiteral("XLSX_SIZE"));
    small.xlsx = {};
    small.xlsx.unpackedBytes = 100;
    CHECK(exchange::readTableFile(workbook, small).error().code == QStringLiteral("XLSX_SIZE"));
    const QString even = folder.filePath(QStringLiteral("even.xlsx"));
    writer = value(exchange::XlsxWriter::create(even, QStringLiteral("s"), everyKind()));
    for (int i = 0; i < 3000; ++i)
        value(writer->add({QStringLiteral("the same in every row")}));
    value(writer->finish());
    small.xlsx = {};
    CHECK(value(exchange::readTableFile(even, small)).rows.size() == 3000);
    small.xlsx.ratioFrom = 10;
    small.xlsx.ratio = 3;
    CHECK(exchange::readTableFile(even, small).error().code == QStringLiteral("XLSX_SIZE"));
}
