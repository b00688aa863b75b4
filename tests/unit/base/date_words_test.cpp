// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_words.h"
#include "tests/support/catch.h"

using namespace chengdan;
using chengdan::tests::value;

namespace {

// A Thursday.
const QDate kDayOfTyping(2026, 3, 12);

struct TypedDay {
    const char* typed;
    QDate date;
};

} // namespace

TEST_CASE("a day is read from the words people type", "[base][date]")
{
    const TypedDay row = GENERATE(TypedDay{"今天", QDate(2026, 3, 12)},
        TypedDay{"明", QDate(2026, 3, 13)},
        TypedDay{"后天", QDate(2026, 3, 14)},
        TypedDay{"大后天", QDate(2026, 3, 15)},
        TypedDay{"昨天", QDate(2026, 3, 11)},
        TypedDay{"+3", QDate(2026, 3, 15)},
        TypedDay{"＋３", QDate(2026, 3, 15)},
        TypedDay{"-1", QDate(2026, 3, 11)},
        TypedDay{"+2周", QDate(2026, 3, 26)},
        TypedDay{"+1月", QDate(2026, 4, 12)},
        TypedDay{"3天后", QDate(2026, 3, 15)},
        TypedDay{"两周后", QDate(2026, 3, 26)},
        TypedDay{"十二天后", QDate(2026, 3, 24)},
        TypedDay{"半个月后", QDate(2026, 3, 27)},
        TypedDay{"2天前", QDate(2026, 3, 10)},
        TypedDay{"下周三", QDate(2026, 3, 18)},
        TypedDay{"下星期天", QDate(2026, 3, 22)},
        TypedDay{"下下周一", QDate(2026, 3, 23)},
        TypedDay{"本周三", QDate(2026, 3, 11)},
        TypedDay{"上周五", QDate(2026, 3, 6)},
        TypedDay{"周三", QDate(2026, 3, 18)},
        TypedDay{"周四", QDate(2026, 3, 12)},
        TypedDay{"周五", QDate(2026, 3, 13)},
        TypedDay{"下周", QDate(2026, 3, 16)},
        TypedDay{"周末", QDate(2026, 3, 14)},
        TypedDay{"月底", QDate(2026, 3, 31)},
        TypedDay{"下月底", QDate(2026, 4, 30)},
        TypedDay{"下个月初", QDate(2026, 4, 1)},
        TypedDay{"下月5号", QDate(2026, 4, 5)},
        TypedDay{"6月底", QDate(2026, 6, 30)},
        TypedDay{"季末", QDate(2026, 3, 31)},
        TypedDay{"下季度末", QDate(2026, 6, 30)},
        TypedDay{"年底", QDate(2026, 12, 31)},
        TypedDay{"tomorrow", QDate(2026, 3, 13)},
        TypedDay{"next wed", QDate(2026, 3, 18)},
        TypedDay{"Friday", QDate(2026, 3, 13)},
        TypedDay{"end of month", QDate(2026, 3, 31)});
    INFO(row.typed);
    const auto read = value(readDay(QString::fromUtf8(row.typed), kDayOfTyping));
    CHECK(read.date == row.date);
    CHECK_FALSE(read.time.isValid());
}

TEST_CASE("a day is read from figures in every usual order of separators", "[base][date]")
{
    const TypedDay row = GENERATE(TypedDay{"2026-03-05", QDate(2026, 3, 5)},
        TypedDay{"2026/3/5", QDate(2026, 3, 5)},
        TypedDay{"2026.3.5", QDate(2026, 3, 5)},
        TypedDay{"2026年3月5日", QDate(2026, 3, 5)},
        TypedDay{"２０２６－０３－０５", QDate(2026, 3, 5)},
        TypedDay{"26-3-5", QDate(2026, 3, 5)},
        TypedDay{"20260305", QDate(2026, 3, 5)},
        TypedDay{"3-5", QDate(2026, 3, 5)},
        TypedDay{"3月5日", QDate(2026, 3, 5)},
        TypedDay{"0305", QDate(2026, 3, 5)},
        TypedDay{"12-25", QDate(2025, 12, 25)}, // closer than the coming Christmas
        TypedDay{"8-1", QDate(2026, 8, 1)},
        TypedDay{"12", QDate(2026, 3, 12)},
        TypedDay{"15", QDate(2026, 3, 15)},
        TypedDay{"5号", QDate(2026, 4, 5)});
    INFO(row.typed);
    CHECK(value(readDay(QString::fromUtf8(row.typed), kDayOfTyping)).date == row.date);
}

TEST_CASE("an hour may follow the word for a day", "[base][date]")
{
    struct TypedHour {
        const char* typed;
        QDate date;
        QTime time;
    };
    const TypedHour row = GENERATE(TypedHour{"明10", QDate(2026, 3, 13), QTime(10, 0)},
        TypedHour{"明天下午3点半", QDate(2026, 3, 13), QTime(15, 30)},
        TypedHour{"下周三 14:30", QDate(2026, 3, 18), QTime(14, 30)},
        TypedHour{"后天上午9点", QDate(2026, 3, 14), QTime(9, 0)},
        TypedHour{"2026-03-20 8:05", QDate(2026, 3, 20), QTime(8, 5)},
        TypedHour{"tomorrow pm 3", QDate(2026, 3, 13), QTime(15, 0)});
    INFO(row.typed);
    const auto read = value(readDay(QString::fromUtf8(row.typed), kDayOfTyping));
    CHECK(read.date == row.date);
    CHECK(read.time == row.time);
}

TEST_CASE("what is no day is refused with the text that was typed", "[base][date]")
{
    const char* typed = GENERATE("",
        " ",
        "abc",
        "2026-02-30",
        "13-01",
        "32",
        "0",
        "周",
        "周八",
        "明25",
        "明10:75",
        "下月31",
        "+99999",
        "2026-03-12-05");
    INFO(typed);
    const auto read = readDay(QString::fromUtf8(typed), QDate(2026, 3, 12));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == QStringLiteral("DATE_FORMAT"));
    CHECK(read.error().arg(QStringLiteral("text")) == QString::fromUtf8(typed));
}

TEST_CASE("a month without the day asked for is passed over", "[base][date]")
{
    CHECK(value(readDay(QStringLiteral("31"), QDate(2026, 4, 2))).date == QDate(2026, 5, 31));
    CHECK(value(readDay(QStringLiteral("月底"), QDate(2028, 2, 1))).date == QDate(2028, 2, 29));
    CHECK(value(readDay(QStringLiteral("+1月"), QDate(2026, 1, 31))).date == QDate(2026, 2, 28));
}
