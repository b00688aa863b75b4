// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_tokens.h"

#include "core/base/pinyin_query.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace chengdan::storage {

namespace {

constexpr std::size_t kGram = 4;
// Readings of four neighbours multiplied: beyond it the usual reading alone is taken, which names
// never reach.
constexpr std::size_t kMostReadings = 81;

bool isLatinPiece(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
}

qsizetype characterSize(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2
                                                                                               : 1;
}

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

// Half a character, as only damaged text has it: no encoding keeps it, so it separates.
bool isHalf(QStringView text, qsizetype at)
{
    if (!text[at].isSurrogate())
        return false;
    return text[at].isHighSurrogate() ? characterSize(text, at) == 1
                                      : at == 0 || !text[at - 1].isHighSurrogate();
}

bool isOtherPiece(QStringView text, qsizetype at)
{
    return !isAscii(text[at]) && !isHalf(text, at);
}

// Calls latin(run) and other(run) for each stretch of letters and digits or of non-ASCII
// characters.
template <typename Latin, typename Other>
void eachRun(QStringView text, const Latin& latin, const Other& other)
{
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        if (isLatinPiece(text[at])) {
            while (end < text.size() && isLatinPiece(text[end]))
                ++end;
            latin(text.mid(at, end - at));
        } else if (isOtherPiece(text, at)) {
            while (end < text.size() && isOtherPiece(text, end))
                ++end;
            other(text.mid(at, end - at));
        } else {
            end = at + 1;
        }
        at = end;
    }
}

void addToken(QStringView token, QString& tokens)
{
    tokens += token;
    tokens += QLatin1Char(' ');
}

// The grams that begin at one unit, by every combination of initials.
void addInitialGrams(
    const std::vector<PinyinUnit>& units, std::size_t at, bool note, QString& tokens)
{
    const std::size_t size = std::min(kGram, units.size() - at);
    std::array<std::string_view, kGram> choices;
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < size; ++i) {
        const PinyinUnit& unit = units[at + i];
        choices[i] = unit.set == nullptr || note ? std::string_view(&unit.letter, 1)
                                                 : std::string_view(unit.set->initials);
        combinations *= choices[i].size();
    }
    for (std::size_t c = 0; c < std::min(combinations, kMostReadings); ++c) {
        std::size_t rest = c;
        for (std::size_t i = 0; i < size; ++i) {
            tokens += QLatin1Char(choices[i][rest % choices[i].size()]);
            rest /= choices[i].size();
        }
        tokens += QLatin1Char(' ');
    }
}

QString quoted(QStringView token, bool begins)
{
    return QLatin1Char('"') + token.toString()
        + (begins ? QStringLiteral("\"*") : QStringLiteral("\""));
}

void askLatin(QStringView run, QStringList& parts)
{
    if (run.size() < qsizetype(kGram))
        parts += quoted(run, true);
    for (qsizetype i = 0; i + qsizetype(kGram) <= run.size(); ++i)
        parts += quoted(run.mid(i, qsizetype(kGram)), false);
}

void askOther(QStringView run, QStringList& parts)
{
    qsizetype size = characterSize(run, 0);
    if (size == run.size())
        parts += quoted(run, true);
    for (qsizetype at = 0; at + size < run.size();) {
        const qsizetype next = characterSize(run, at + size);
        parts += quoted(run.mid(at, size + next), false);
        at += size;
        size = next;
    }
}

QString asLatin(const std::string& text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

// The syllables a pattern names and, where they say more, its initials.
QString askPattern(const PinyinQuery::Pattern& pattern)
{
    QStringList parts;
    std::string initials;
    for (const PinyinQuery::Piece& piece : pattern) {
        initials += piece.letters.front();
        if (piece.letters.size() > 1) // a single letter may be one in the text
            parts += quoted(QLatin1Char('.') + asLatin(piece.letters), !piece.whole);
    }
    if (initials.size() > 2)
        askLatin(asLatin(initials), parts);
    return parts.join(QStringLiteral(" AND "));
}

} // namespace

void appendTextTokens(QStringView text, QString& tokens)
{
    eachRun(
        text,
        [&](QStringView run) {
            for (qsizetype i = 0; i < run.size(); ++i)
                addToken(run.mid(i, std::min(qsizetype(kGram), run.size() - i)), tokens);
        },
        [&](QStringView run) {
            qsizetype size = characterSize(run, 0);
            for (qsizetype at = 0; at < run.size();) {
                const qsizetype next = at + size < run.size() ? characterSize(run, at + size) : 0;
                addToken(run.mid(at, size + next), tokens);
                at += size;
                size = next;
            }
        });
}

void appendPinyinTokens(QStringView text, QString& tokens)
{
    const bool chinese = std::any_of(
        text.begin(), text.end(), [](QChar c) { return pinyinSetOf(c.unicode()) != nullptr; });
    if (!chinese)
        return;
    thread_local std::vector<PinyinUnit> units; // made for each row of a load
    readPinyin(text, units, kPinyinReach);
    const bool note = isPinyinNote(text);
    for (std::size_t i = 0; i < units.size(); ++i) {
        addInitialGrams(units, i, note, tokens);
        if (units[i].set == nullptr || note)
            continue;
        std::string_view rest = units[i].set->readings;
        while (!rest.empty()) {
            const auto blank = std::min(rest.find(' '), rest.size());
            tokens += QLatin1Char('.');
            tokens += QLatin1String(rest.data(), qsizetype(blank));
            tokens += QLatin1Char(' ');
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
    }
}

SearchWord searchWord(QStringView word)
{
    SearchWord asked;
    QStringList parts;
    eachRun(
        word,
        [&](QStringView run) { askLatin(run, parts); },
        [&](QStringView run) { askOther(run, parts); });
    if (parts.isEmpty())
        return asked;
    asked.match = parts.join(QStringLiteral(" AND "));
    // A pair is stored whole: a row that has it has the word.
    asked.exact = !isAscii(word.front()) && characterSize(word, 0) < word.size()
        && characterSize(word, 0) + characterSize(word, characterSize(word, 0)) == word.size()
        && !isAscii(word.back());
    const PinyinQuery pinyin(word);
    asked.pinyin = !pinyin.patterns().empty();
    for (const PinyinQuery::Pattern& pattern : pinyin.patterns()) {
        const QString more = askPattern(pattern);
        const bool initialsOnly = std::all_of(pattern.begin(),
            pattern.end(),
            [](const PinyinQuery::Piece& piece) { return piece.letters.size() == 1; });
        if (!initialsOnly && !more.isEmpty())
            asked.match += QStringLiteral(" OR ") + more;
    }
    return asked;
}

} // namespace chengdan::storage
