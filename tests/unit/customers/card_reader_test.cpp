// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/card_reader.h"
#include "tests/support/catch.h"

#include <QFile>

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;
using customers::CardField;
using customers::CardPart;
using customers::readCard;

namespace {

struct Sample {
    QString head;
    QString text;
    QStringList expected; ///< "name: 王建国"
};

// Spaces and widths are how somebody typed it; dashes of a number too.
QString compared(const QString& field, const QString& value)
{
    QString kept;
    for (const QChar c : value.normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace() && (field != QLatin1String("landline") || c.isDigit()))
            kept += c;
    }
    return field + QStringLiteral(": ") + kept;
}

std::vector<Sample> cardCorpus()
{
    QFile file(QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/cards/cards.txt"));
    REQUIRE(file.open(QFile::ReadOnly));
    std::vector<Sample> samples;
    const QString all = QLatin1Char('\n') + QString::fromUtf8(file.readAll());
    for (const QString& block : all.split(QStringLiteral("\n=== "), Qt::SkipEmptyParts)) {
        const qsizetype line = block.indexOf(QLatin1Char('\n'));
        const qsizetype rule = block.indexOf(QStringLiteral("\n---\n"));
        REQUIRE(rule > 0);
        Sample sample{block.left(line), block.mid(line + 1, rule - line), {}};
        for (const QString& want :
            block.mid(rule + 5).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            sample.expected += compared(
                want.section(QStringLiteral(": "), 0, 0), want.section(QStringLiteral(": "), 1));
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

QString nameOfField(CardField field)
{
    switch (field) {
    case CardField::Company:
        return QStringLiteral("company");
    case CardField::Name:
        return QStringLiteral("name");
    case CardField::Title:
        return QStringLiteral("title");
    case CardField::Mobile:
        return QStringLiteral("mobile");
    case CardField::Landline:
        return QStringLiteral("landline");
    case CardField::Email:
        return QStringLiteral("email");
    case CardField::Address:
        return QStringLiteral("address");
    default:
        return {};
    }
}

QStringList readFields(const QString& text)
{
    QStringList fields;
    for (const CardPart& part : readCard(text)) {
        if (const QString name = nameOfField(part.field); !name.isEmpty())
            fields += compared(name, part.value);
    }
    return fields;
}

QString anyCardText()
{
    static const std::vector<QString> kPieces{QStringLiteral("宁波天马轴承有限公司"),
        QStringLiteral("王建国"),
        QStringLiteral("采购经理"),
        QStringLiteral("手机："),
        QStringLiteral("13805741234"),
        QStringLiteral("+86 "),
        QStringLiteral("0574-87654321"),
        QStringLiteral("转"),
        QStringLiteral("地址"),
        QStringLiteral("黄山路 1288 号"),
        QStringLiteral("浙江省"),
        QStringLiteral("\n"),
        QStringLiteral("\t"),
        QStringLiteral("  "),
        QStringLiteral("："),
        QStringLiteral("("),
        QStringLiteral(")"),
        QStringLiteral("Anna Schmidt"),
        QStringLiteral("GmbH"),
        QStringLiteral("a@b.example"),
        QStringLiteral("😀"),
        QString(QChar(0xD800))};
    QString text;
    for (int pieces = *rc::gen::inRange(0, 25); pieces > 0; --pieces)
        text += *rc::gen::elementOf(kPieces);
    return text;
}

} // namespace

TEST_CASE("a card is read field by field", "[customers][card]")
{
    CHECK(readFields(QStringLiteral("宁波天马轴承有限公司\n王建国  采购经理\n手机：138-0574-1234\n"
                                    "电话：0574-87654321 转 802\n传真：0574-87654322\n"
                                    "E-mail: wangjg@tianma.example\n"
                                    "地址：浙江省宁波市北仑区黄山路1288号  邮编：315800"))
        == QStringList{QStringLiteral("company: 宁波天马轴承有限公司"),
            QStringLiteral("name: 王建国"),
            QStringLiteral("title: 采购经理"),
            QStringLiteral("mobile: 13805741234"),
            QStringLiteral("landline: 057487654321802"),
            QStringLiteral("email: wangjg@tianma.example"),
            QStringLiteral("address: 浙江省宁波市北仑区黄山路1288号")});
}

TEST_CASE("numbers of orders and drawings are no telephones", "[customers][card]")
{
    CHECK(readFields(
        QStringLiteral(
            "订单号 13805741234，图号 0574-87654321，QQ：138057412，数量 1200，交期 2026-04-30"))
              .isEmpty());
}

TEST_CASE("nine of ten fields of the corpus are read right", "[customers][card]")
{
    const std::vector<Sample> samples = cardCorpus();
    REQUIRE(samples.size() == 200);
    int right = 0;
    int expected = 0;
    int unasked = 0;
    for (const Sample& sample : samples) {
        const QStringList read = readFields(sample.text);
        expected += static_cast<int>(sample.expected.size());
        right += static_cast<int>(std::count_if(sample.expected.begin(),
            sample.expected.end(),
            [&](const QString& want) { return read.contains(want); }));
        unasked +=
            static_cast<int>(std::count_if(read.begin(), read.end(), [&](const QString& part) {
                return !sample.expected.contains(part);
            }));
    }
    INFO(right << " right of " << expected << ", " << unasked << " offered that are none");
    CHECK(right * 10 >= expected * 9);
    CHECK(unasked * 10 <= expected);
}

TEST_CASE("every part stands in the text where it says", "[customers][card][property]")
{
    CHECK(rc::check("any text of pieces", [] {
        const QString text = anyCardText();
        qsizetype last = 0;
        for (const CardPart& part : readCard(text)) {
            RC_ASSERT(!part.value.isEmpty());
            RC_ASSERT(part.at >= last && part.length > 0);
            RC_ASSERT(part.at + part.length <= text.size());
            last = part.at;
        }
    }));
}

TEST_CASE("a text of any length is read in an instant's work", "[customers][card]")
{
    const QString row =
        QStringLiteral("宁波天马轴承有限公司 王建国 采购经理 13805741234 浙江省宁波市 ");
    CHECK(readCard(row.repeated(2000)).size() < 1000);
    CHECK(readCard(QString(50'000, QLatin1Char('1'))).empty());
    CHECK(readCard(QString()).empty());
}
