// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/capital.h"
#include "tests/support/catch.h"

using namespace chengdan;
using chengdan::tests::value;

namespace {

struct CapitalCase {
    qint64 fen;
    const char16_t* text; // after 人民币
};

QString capitalError(QStringView text)
{
    const auto result = parseRmbCapitals(text);
    return result ? QStringLiteral("read as %1").arg(*result) : result.error().code;
}

} // namespace

TEST_CASE("an amount is written after the bill rules and read back", "[base][capital]")
{
    const auto row = GENERATE(CapitalCase{1500, u"壹拾伍元整"},
        CapitalCase{1005, u"壹拾元零伍分"},
        CapitalCase{1050, u"壹拾元零伍角整"},
        CapitalCase{10001000, u"壹拾万零壹拾元整"},
        CapitalCase{100100000, u"壹佰万壹仟元整"},
        CapitalCase{10000000100, u"壹亿零壹元整"},
        CapitalCase{10001000000, u"壹亿零壹万元整"},
        CapitalCase{1000000005, u"壹仟万元零伍分"},
        CapitalCase{35, u"叁角伍分"},
        CapitalCase{0, u"零元整"},
        CapitalCase{140950, u"壹仟肆佰零玖元伍角整"},
        CapitalCase{600714, u"陆仟零柒元壹角肆分"},
        CapitalCase{168032, u"壹仟陆佰捌拾元零叁角贰分"},
        CapitalCase{10700053, u"壹拾万柒仟元零伍角叁分"},
        CapitalCase{1640902, u"壹万陆仟肆佰零玖元零贰分"},
        CapitalCase{32504, u"叁佰贰拾伍元零肆分"},
        CapitalCase{50, u"伍角整"},
        CapitalCase{5, u"伍分"},
        CapitalCase{100, u"壹元整"},
        CapitalCase{110, u"壹元壹角整"},
        CapitalCase{2000, u"贰拾元整"},
        CapitalCase{100000, u"壹仟元整"},
        CapitalCase{100100, u"壹仟零壹元整"},
        CapitalCase{1000000000, u"壹仟万元整"},
        CapitalCase{100000000000, u"壹拾亿元整"},
        CapitalCase{100010000000, u"壹拾亿零壹拾万元整"},
        CapitalCase{99999999999999, u"玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"});
    const QString text = QStringLiteral("人民币") + QString::fromUtf16(row.text);
    CAPTURE(row.fen, text);
    CHECK(value(rmbCapitals(row.fen)) == text);
    CHECK(value(parseRmbCapitals(text)) == row.fen);
    CHECK(value(parseRmbCapitals(QString::fromUtf16(row.text))) == row.fen);
}

TEST_CASE("a negative amount says so in front", "[base][capital]")
{
    CHECK(value(rmbCapitals(-1500)) == QStringLiteral("人民币负壹拾伍元整"));
    CHECK(value(parseRmbCapitals(u"人民币负壹拾伍元整")) == -1500);
}

TEST_CASE("an amount of a million million yuan or more has no capitals", "[base][capital]")
{
    CHECK(rmbCapitals(100000000000000).error().code == QStringLiteral("AMOUNT_RANGE"));
    CHECK(rmbCapitals(-100000000000000).error().code == QStringLiteral("AMOUNT_RANGE"));
    CHECK(rmbCapitals(std::numeric_limits<qint64>::min()).error().code
        == QStringLiteral("AMOUNT_RANGE"));
    CHECK(capitalError(u"壹万亿元整") == QStringLiteral("AMOUNT_RANGE"));
    CHECK(capitalError(u"玖亿亿亿亿亿亿亿元整") == QStringLiteral("AMOUNT_RANGE"));
}

TEST_CASE("spellings of foreign documents are read", "[base][capital]")
{
    const auto row = GENERATE(CapitalCase{1500, u"壹拾伍元正"},
        CapitalCase{1500, u"壹拾伍圆整"},
        CapitalCase{1500, u"壹拾伍圓正"},
        CapitalCase{1500, u"拾伍元整"},
        CapitalCase{1500, u"壹拾伍元"},
        CapitalCase{1500, u" 人民币 壹拾伍元整 "},
        CapitalCase{1500, u"人民幣壹拾伍圓整"},
        CapitalCase{-1500, u"負壹拾伍圓整"},
        CapitalCase{26203620000, u"貳億陸仟貳佰零參萬陸仟貳佰圓整"},
        CapitalCase{1050, u"壹拾元伍角"},
        CapitalCase{1005, u"壹拾元伍分"},
        CapitalCase{150, u"壹元零伍角整"},
        CapitalCase{10700000, u"壹拾万零柒仟元整"},
        CapitalCase{100100000, u"壹佰万零壹仟元整"},
        CapitalCase{35, u"零元叁角伍分"},
        CapitalCase{0, u"零圆正"},
        CapitalCase{10100, u"壹佰〇壹元整"});
    CAPTURE(QString::fromUtf16(row.text));
    CHECK(value(parseRmbCapitals(row.text)) == row.fen);
}

TEST_CASE("text that is no amount in capitals is refused", "[base][capital]")
{
    const auto text = GENERATE(u"",
        u"人民币",
        u"元整",
        u"整",
        u"壹拾伍",
        u"15元整",
        u"壹佰伍元整", // 105 or 150: the 零 is not optional here
        u"壹万伍元整",
        u"壹仟伍拾元整",
        u"拾壹拾元整",
        u"壹零元整",
        u"壹元壹元整",
        u"伍分叁角",
        u"壹拾元伍角叁角",
        u"壹元拾分",
        u"壹拾伍元整多",
        u"负",
        u"壹万万元整");
    CAPTURE(QString::fromUtf16(text));
    CHECK(capitalError(text) == QStringLiteral("CAPITAL_FORMAT"));
}

TEST_CASE("a very long text is refused without reading it all", "[base][capital]")
{
    CHECK(capitalError(QString(100000, QChar(u'玖'))) == QStringLiteral("CAPITAL_FORMAT"));
}
