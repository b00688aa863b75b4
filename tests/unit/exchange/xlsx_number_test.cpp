// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_number.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan::exchange;

namespace {

QString plain(const char* stored, int shift = 0)
{
    return plainDecimal(QString::fromLatin1(stored), shift).value_or(QStringLiteral("none"));
}

QString dated(
    const char* stored, CellFormat format = CellFormat::Date, DateEpoch epoch = DateEpoch::Year1900)
{
    return serialDate(QString::fromLatin1(stored), epoch, format).value_or(QStringLiteral("none"));
}

CellFormat codeFormat(const char* code)
{
    return formatOfCode(QString::fromUtf8(code));
}

} // namespace

TEST_CASE("a stored number becomes its decimal text without the noise of binary fractions",
    "[exchange][xlsx]")
{
    CHECK(plain("12000") == QStringLiteral("12000"));
    CHECK(plain("8.4100000000000001") == QStringLiteral("8.41"));
    CHECK(plain("0.10000000000000001") == QStringLiteral("0.1"));
    CHECK(plain("1.1499999999999999") == QStringLiteral("1.15"));
    CHECK(plain("99.999999999999997") == QStringLiteral("100"));
    CHECK(plain("-0.58999999999999997") == QStringLiteral("-0.59"));
    CHECK(plain("1.3800000001E10") == QStringLiteral("13800000001"));
    CHECK(plain("1E-3") == QStringLiteral("0.001"));
    CHECK(plain("6.2000000000000003E-05") == QStringLiteral("0.000062"));
    CHECK(plain("-0") == QStringLiteral("0"));
    CHECK(plain("0.13", 2) == QStringLiteral("13"));
    CHECK(plain("0.13500000000000001", 2) == QStringLiteral("13.5"));
    CHECK(plain("123456789012345678") == QStringLiteral("123456789012345678"));
    CHECK(plain("1e999") == QStringLiteral("none"));
    for (const char* wrong : {"", "-", ".", "1e", "1.2.3", "NaN", "inf", "0x10", "1e99999"})
        CHECK(plain(wrong) == QStringLiteral("none"));
}

TEST_CASE("every amount a spreadsheet can hold exactly survives its binary fraction",
    "[exchange][xlsx][property]")
{
    CHECK(rc::check("fifteen digits come back as they were typed", [] {
        const auto whole = *rc::gen::inRange<qint64>(0, 10'000'000'000);
        const auto cents = *rc::gen::inRange<qint64>(0, 100'000);
        const QString typed =
            QStringLiteral("%1.%2").arg(whole).arg(cents, 5, 10, QLatin1Char('0'));
        const QString stored = QString::number(typed.toDouble(), 'g', 17);
        const QString back = plainDecimal(stored).value_or(QString());
        RC_ASSERT(back.toDouble() == typed.toDouble());
        QString expected = typed;
        while (expected.endsWith(QLatin1Char('0')))
            expected.chop(1);
        if (expected.endsWith(QLatin1Char('.')))
            expected.chop(1);
        RC_ASSERT(back == expected);
    }));
}

TEST_CASE("date numbers count from 1900 with the leap day that never was, or from 1904",
    "[exchange][xlsx]")
{
    CHECK(dated("1") == QStringLiteral("1900-01-01"));
    CHECK(dated("59") == QStringLiteral("1900-02-28"));
    CHECK(dated("60") == QStringLiteral("none"));
    CHECK(dated("61") == QStringLiteral("1900-03-01"));
    CHECK(dated("46093") == QStringLiteral("2026-03-12"));
    CHECK(dated("44631", CellFormat::Date, DateEpoch::Year1904) == QStringLiteral("2026-03-12"));
    CHECK(
        dated("46093.430902777778", CellFormat::DateTime) == QStringLiteral("2026-03-12 10:20:30"));
    CHECK(dated("46093.999999999", CellFormat::DateTime) == QStringLiteral("2026-03-13"));
    CHECK(dated("0.5", CellFormat::Time) == QStringLiteral("12:00:00"));
    CHECK(dated("0") == QStringLiteral("none"));
    CHECK(dated("-1") == QStringLiteral("none"));
    CHECK(dated("2958465") == QStringLiteral("9999-12-31"));
    CHECK(dated("2958466") == QStringLiteral("none"));
    CHECK(dated("1e300") == QStringLiteral("none"));
}

TEST_CASE("number formats of both languages tell dates, times and percentages from numbers",
    "[exchange][xlsx]")
{
    CHECK(codeFormat("yyyy/m/d") == CellFormat::Date);
    CHECK(codeFormat("yyyy\"年\"m\"月\"d\"日\";@") == CellFormat::Date);
    CHECK(codeFormat("[$-804]yyyy\\-mm\\-dd") == CellFormat::Date);
    CHECK(codeFormat("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy") == CellFormat::Date);
    CHECK(codeFormat("m/d/yy h:mm") == CellFormat::DateTime);
    CHECK(codeFormat("h:mm:ss AM/PM") == CellFormat::Time);
    CHECK(codeFormat("[h]:mm") == CellFormat::Time);
    CHECK(codeFormat("0.00%") == CellFormat::Percent);
    CHECK(codeFormat("#,##0.00_);[Red]\\(#,##0.00\\)") == CellFormat::Number);
    CHECK(codeFormat("[Red]0.00;[Color 3]0") == CellFormat::Number);
    CHECK(codeFormat("¥#,##0\"days\"") == CellFormat::Number);
    CHECK(codeFormat("General") == CellFormat::Number);
    CHECK(formatOfNumber(14) == CellFormat::Date);
    CHECK(formatOfNumber(31) == CellFormat::Date);
    CHECK(formatOfNumber(22) == CellFormat::DateTime);
    CHECK(formatOfNumber(46) == CellFormat::Time);
    CHECK(formatOfNumber(10) == CellFormat::Percent);
    CHECK(formatOfNumber(4) == CellFormat::Number);
}
