// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_cells.h"
#include "tests/support/catch.h"

using namespace chengdan;

namespace {

/// The stored value of a cell, or the code of its error.
QString storedCell(schema::ColumnType type, const char* typed)
{
    schema::Column column;
    column.name = "x";
    column.type = type;
    const auto value = exchange::cellValue(
        column, exchange::cleanCell(QString::fromUtf8(typed)), Currency(), "Asia/Shanghai");
    if (!value)
        return value.error().code;
    return exchange::plainCell(column, *value, Currency(), "Asia/Shanghai");
}

QString money(const char* typed)
{
    return storedCell(schema::ColumnType::Money, typed);
}

} // namespace

TEST_CASE("amounts are understood the way people type them", "[exchange][import]")
{
    CHECK(money("12000") == QStringLiteral("12000"));
    CHECK(money("１２，３４５．６０") == QStringLiteral("12345.6"));
    CHECK(money("¥1,234.50") == QStringLiteral("1234.5"));
    CHECK(money("￥ 88 元") == QStringLiteral("88"));
    CHECK(money("1.2万") == QStringLiteral("12000"));
    CHECK(money("1,200万元") == QStringLiteral("12000000"));
    CHECK(money("0.35亿") == QStringLiteral("35000000"));
    CHECK(money("(88.50)") == QStringLiteral("-88.5"));
    CHECK(money("（88.50）") == QStringLiteral("-88.5"));
    CHECK(money("−3") == QStringLiteral("-3"));
    CHECK(money("1.234") == QStringLiteral("NUMBER_PRECISION"));
    CHECK(money("12,34") == QStringLiteral("NUMBER_FORMAT"));
    CHECK(money("万") == QStringLiteral("NUMBER_FORMAT"));
    CHECK(money("99999999999亿") == QStringLiteral("OVERFLOW_GUARD"));
    CHECK(money("#DIV/0!") == QStringLiteral("CELL_ERROR"));
}

TEST_CASE("dates come as text or as the days a spreadsheet counts", "[exchange][import]")
{
    const auto date = [](const char* typed) { return storedCell(schema::ColumnType::Date, typed); };
    for (const char* typed : {"2026-03-12",
             "2026/3/12",
             "2026.3.12",
             "2026年3月12日",
             "20260312",
             "46093",
             "46093.5",
             "２０２６-０３-１２",
             "2026-03-12 10:20"})
        CHECK(date(typed) == QStringLiteral("2026-03-12"));
    CHECK(date("2026-02-30") == QStringLiteral("DATE_FORMAT"));
    CHECK(date("99999999") == QStringLiteral("DATE_FORMAT"));
    CHECK(date("soon") == QStringLiteral("DATE_FORMAT"));
    CHECK(storedCell(schema::ColumnType::Instant, "46093.430902777778")
        == QStringLiteral("2026-03-12 10:20:30"));
}

TEST_CASE("a rate is a fraction up to one and a percentage above, or says so itself",
    "[exchange][import]")
{
    const auto rate = [](const char* typed) { return storedCell(schema::ColumnType::Rate, typed); };
    CHECK(rate("13%") == QStringLiteral("13%"));
    CHECK(rate("１３％") == QStringLiteral("13%"));
    CHECK(rate("0.13") == QStringLiteral("13%"));
    CHECK(rate("13") == QStringLiteral("13%"));
    CHECK(rate("150%") == QStringLiteral("150%"));
    CHECK(rate("much") == QStringLiteral("NUMBER_FORMAT"));
}

TEST_CASE("a formula error is refused in every kind of column", "[exchange][import]")
{
    CHECK(storedCell(schema::ColumnType::Text, "#N/A") == QStringLiteral("CELL_ERROR"));
    CHECK(storedCell(schema::ColumnType::Text, "#ref!") == QStringLiteral("CELL_ERROR"));
    CHECK(storedCell(schema::ColumnType::Text, "#1 泵") == QStringLiteral("#1 泵"));
}
