// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sample_company.h"
#include "core/exchange/sample_files.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;
using chengdan::tests::value;

namespace {

void writeSampleFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE(
    "a packed table is read like a plain one and a damaged one is refused", "[exchange][sample]")
{
    QTemporaryDir folder;
    // "A,B\n1,x\n" as gzip writes it without a file name.
    const QByteArray packed =
        QByteArray::fromHex("1f8b08000000000002ff73d471e232d4a9e0020094c7dbfe08000000");
    writeSampleFile(folder.filePath(QStringLiteral("T.csv.gz")), packed);
    const auto table = value(exchange::SampleTable::read(
        folder.path(), QStringLiteral("T"), {QStringLiteral("B"), QStringLiteral("A")}));
    CHECK(table.text(0, 0) == QStringLiteral("x"));
    CHECK(table.number(0, 1) == 1);
    writeSampleFile(folder.filePath(QStringLiteral("U.csv.gz")), packed.left(14));
    const auto damaged =
        exchange::SampleTable::read(folder.path(), QStringLiteral("U"), {QStringLiteral("A")});
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == QStringLiteral("INPUT_READ"));
}

TEST_CASE("a cell of a sample table that does not fit is named with its row", "[exchange][sample]")
{
    QTemporaryDir folder;
    writeSampleFile(folder.filePath(QStringLiteral("T.csv")), "A,B\n1,2011-05-31\nx,2011-05-31\n");
    const auto table = value(exchange::SampleTable::read(
        folder.path(), QStringLiteral("T"), {QStringLiteral("A"), QStringLiteral("B")}));
    CHECK(table.date(0, 1) == QDate(2011, 5, 31));
    CHECK(table.check().has_value());
    CHECK(table.number(1, 0) == 0);
    REQUIRE_FALSE(table.check());
    CHECK(table.check().error().code == QStringLiteral("NUMBER_FORMAT"));
    CHECK(table.check().error().arg(QStringLiteral("row")) == QStringLiteral("3"));
    const auto missing =
        exchange::SampleTable::read(folder.path(), QStringLiteral("T"), {QStringLiteral("Z")});
    CHECK(missing.error().code == QStringLiteral("COLUMN_MISSING"));
}

TEST_CASE("a sample folder that is missing or incomplete leaves no company", "[exchange][sample]")
{
    QTemporaryDir folder;
    const ManualClock clock(Instant::fromMilliseconds(1'404'086'400'000), QDate(2014, 6, 30));
    const QString path = folder.filePath(QStringLiteral("a.chengdan"));
    const auto nowhere =
        exchange::createSampleCompany(path, clock, folder.filePath(QStringLiteral("none")));
    CHECK(nowhere.error().code == QStringLiteral("DIRECTORY_MISSING"));
    const auto incomplete = exchange::createSampleCompany(path, clock, folder.path());
    CHECK(incomplete.error().code == QStringLiteral("INPUT_MISSING"));
    CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}
