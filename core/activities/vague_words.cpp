// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/vague_words.h"

namespace chengdan::activities {

namespace {

bool standsAt(QStringView rest, const VagueWord& word)
{
    if (word.word.isEmpty() || !rest.startsWith(word.word, Qt::CaseInsensitive))
        return false;
    return rest.size() == word.word.size() || !word.notBefore.contains(rest[word.word.size()]);
}

const VagueWord* longestAt(QStringView rest, std::span<const VagueWord> words)
{
    const VagueWord* longest = nullptr;
    for (const VagueWord& word : words) {
        if (standsAt(rest, word) && (!longest || word.word.size() > longest->word.size()))
            longest = &word;
    }
    return longest;
}

} // namespace

const std::vector<VagueWord>& usualVagueWords()
{
    static const std::vector<VagueWord> words{
        {QStringLiteral("友商"), QStringLiteral("哪个品牌？报价多少？"), {}},
        {QStringLiteral("竞争对手"), QStringLiteral("哪个品牌？报价多少？"), {}},
        {QStringLiteral("别家"), QStringLiteral("哪个品牌？报价多少？"), {}},
        {QStringLiteral("还行"), QStringLiteral("哪里满意？原话是什么？"), QStringLiteral("驶走")},
        {QStringLiteral("还可以"), QStringLiteral("哪里满意？原话是什么？"), {}},
        {QStringLiteral("差不多"), QStringLiteral("差多少？"), {}},
        {QStringLiteral("再看"), QStringLiteral("看什么？哪天定？"), QStringLiteral("到见")},
        {QStringLiteral("再说"), QStringLiteral("哪天谈？谈什么？"), QStringLiteral("明")},
        {QStringLiteral("再联系"), QStringLiteral("哪天联系？谁联系谁？"), {}},
        {QStringLiteral("考虑一下"), QStringLiteral("考虑什么？谁来定？"), {}},
        {QStringLiteral("考虑考虑"), QStringLiteral("考虑什么？谁来定？"), {}},
        {QStringLiteral("看情况"), QStringLiteral("看什么情况？"), {}},
        {QStringLiteral("过段时间"), QStringLiteral("哪天？"), {}},
        {QStringLiteral("尽快"), QStringLiteral("哪天之前？"), {}},
        {QStringLiteral("价格偏高"), QStringLiteral("比谁高？高多少？"), {}},
        {QStringLiteral("价格高"), QStringLiteral("比谁高？高多少？"), {}},
        {QStringLiteral("有意向"), QStringLiteral("要什么？多少？何时要？"), {}},
        {QStringLiteral("相关领导"), QStringLiteral("谁？什么职务？"), {}},
    };
    return words;
}

std::vector<VaguePlace> vaguePlaces(QStringView text, std::span<const VagueWord> words)
{
    std::vector<VaguePlace> places;
    for (qsizetype at = 0; at < text.size();) {
        const VagueWord* word = longestAt(text.mid(at), words);
        if (word == nullptr) {
            ++at;
            continue;
        }
        places.push_back({at, word->word.size(), word->ask});
        at += word->word.size();
    }
    return places;
}

} // namespace chengdan::activities
