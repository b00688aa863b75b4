// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/vague_words.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using activities::usualVagueWords;
using activities::VaguePlace;
using activities::vaguePlaces;
using activities::VagueWord;

namespace {

QStringList foundIn(const QString& text)
{
    QStringList words;
    for (const VaguePlace& place : vaguePlaces(text, usualVagueWords()))
        words += text.mid(place.at, place.length);
    return words;
}

} // namespace

TEST_CASE("a word that says nothing is found where it stands", "[activities][vague]")
{
    const QString text = QStringLiteral("客户说友商价格更低，质量还行，下月再看");
    CHECK(foundIn(text)
        == QStringList{QStringLiteral("友商"), QStringLiteral("还行"), QStringLiteral("再看")});
    const VaguePlace first = vaguePlaces(text, usualVagueWords()).front();
    CHECK(first.at == 3);
    CHECK(first.ask == QStringLiteral("哪个品牌？报价多少？"));
}

TEST_CASE("a sentence one can act on is left alone", "[activities][vague]")
{
    const auto text = GENERATE(values<QString>({QString(),
        QStringLiteral("发那科报 18.6 万，比我们低 4%，周五前要回复"),
        QStringLiteral("样机连续运行 72 小时，还行驶了两公里的轨道"),
        QStringLiteral("下周二再看到实物后签样"),
        QStringLiteral("请客户再说明三号线的节拍")}));
    INFO(text.toStdString());
    CHECK(foundIn(text).isEmpty());
}

TEST_CASE("of two words that begin together the longer counts", "[activities][vague]")
{
    CHECK(foundIn(QStringLiteral("价格偏高，价格高")).size() == 2);
    const std::vector<VagueWord> own{{QStringLiteral("ok"), {}, {}},
        {QStringLiteral("okay"), QStringLiteral("what"), {}},
        {QString(), {}, {}}};
    CHECK(vaguePlaces(u"Okay, OK", own)
        == std::vector<VaguePlace>{{0, 4, QStringLiteral("what")}, {6, 2, {}}});
}

TEST_CASE("places stand in the text in order and never overlap", "[activities][vague][property]")
{
    CHECK(rc::check("any text of vague words and others", [] {
        QString text;
        for (int parts = *rc::gen::inRange(0, 12); parts > 0; --parts) {
            const int word = *rc::gen::inRange(0, 2 * int(usualVagueWords().size()));
            text += word < int(usualVagueWords().size())
                ? usualVagueWords()[std::size_t(word)].word.left(*rc::gen::inRange(1, 5))
                : QStringLiteral("宁波 7");
        }
        qsizetype behind = 0;
        for (const VaguePlace& place : vaguePlaces(text, usualVagueWords())) {
            RC_ASSERT(place.at >= behind && place.length > 0);
            behind = place.at + place.length;
            RC_ASSERT(behind <= text.size());
        }
        RC_ASSERT(foundIn(QStringLiteral("尽快") + text).front() == QStringLiteral("尽快"));
    }));
}
