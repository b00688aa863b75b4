// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_tokens.h"

#include "core/base/pinyin_query.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace chengdan::storage {

namespace {

constexpr std::size_t kGram = 4;

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

void appendUtf8(char32_t c, std::string& tokens)
{
    const auto put = [&tokens](char32_t byte) { tokens.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

char32_t pointAt(QStringView text, qsizetype at, qsizetype size)
{
    return size == 1 ? char32_t(text[at].unicode())
                     : QChar::surrogateToUcs4(text[at], text[at + 1]);
}

// The grams that begin at one unit, by every combination of initials.
void addInitialGrams(const std::vector<PinyinUnit>& units, std::size_t at, std::string& tokens)
{
    const std::size_t size = std::min(kGram, units.size() - at);
    std::array<std::string_view, kGram> choices;
    std::size_t combinations = 1;
    std::size_t latin = 0; // letters before the first Chinese character
    for (std::size_t i = 0; i < size; ++i) {
        const PinyinUnit& unit = units[at + i];
        choices[i] = unit.set == nullptr ? std::string_view(&unit.letter, 1)
                                         : std::string_view(unit.set->initials);
        combinations *= choices[i].size();
        if (unit.set == nullptr && latin == i)
            ++latin;
    }
    if (latin == size) {
        if (size < kGram)
            return;
        tokens.push_back(';');
    }
    for (std::size_t c = 0; c < combinations; ++c) {
        std::array<char, kGram> gram{};
        std::size_t rest = c;
        for (std::size_t i = 0; i < size; ++i) {
            gram[i] = choices[i][rest % choices[i].size()];
            rest /= choices[i].size();
        }
        for (std::size_t end = latin + 1; latin > 0 && end < size; ++end) {
            tokens.push_back(',');
            tokens.append(gram.data(), end);
            tokens.push_back(' ');
        }
        if (latin > 0 && latin < size)
            tokens.push_back(',');
        tokens.append(gram.data(), size);
        tokens.push_back(' ');
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

// Letters that may be initials, also of a stretch that begins with Latin letters. Each gram is
// three pieces to look up, so only as many are asked as hold every letter; what they propose is
// looked at anyway.
void askInitials(QStringView run, QStringList& parts)
{
    constexpr auto kSize = qsizetype(kGram);
    const auto either = [&](QStringView gram, bool begins, bool latin) {
        QString text = QLatin1Char('(') + quoted(gram, begins) + QStringLiteral(" OR ")
            + quoted(QLatin1Char(',') + gram.toString(), false);
        if (latin)
            text += QStringLiteral(" OR ") + quoted(QLatin1Char(';') + gram.toString(), false);
        parts += text + QLatin1Char(')');
    };
    if (run.size() < kSize)
        either(run, true, false);
    for (qsizetype i = 0; i + kSize <= run.size(); i += kSize)
        either(run.mid(i, kSize), false, run.size() > kSize);
    if (run.size() > kSize && run.size() % kSize != 0)
        either(run.last(kSize), false, true);
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
        askInitials(asLatin(initials), parts);
    return parts.join(QStringLiteral(" AND "));
}

} // namespace

void appendTextTokens(QStringView text, std::string& tokens)
{
    eachRun(
        text,
        [&](QStringView run) {
            std::string letters;
            letters.reserve(std::size_t(run.size()));
            for (const QChar c : run)
                letters.push_back(char(c.unicode()));
            for (std::size_t i = 0; i < letters.size(); ++i) {
                tokens.append(letters, i, kGram);
                tokens.push_back(' ');
            }
        },
        [&](QStringView run) {
            qsizetype size = characterSize(run, 0);
            for (qsizetype at = 0; at < run.size();) {
                const qsizetype next = at + size < run.size() ? characterSize(run, at + size) : 0;
                appendUtf8(pointAt(run, at, size), tokens);
                if (next > 0)
                    appendUtf8(pointAt(run, at + size, next), tokens);
                tokens.push_back(' ');
                at += size;
                size = next;
            }
        });
}

void appendPinyinTokens(QStringView text, std::string& tokens)
{
    if (isPinyinProse(text))
        return;
    const bool chinese = std::any_of(
        text.begin(), text.end(), [](QChar c) { return pinyinSetOf(c.unicode()) != nullptr; });
    if (!chinese)
        return;
    thread_local std::vector<PinyinUnit> units; // made for each row of a load
    readPinyin(text, units);
    for (std::size_t i = 0; i < units.size(); ++i) {
        addInitialGrams(units, i, tokens);
        if (units[i].set == nullptr)
            continue;
        std::string_view rest = units[i].set->readings;
        while (!rest.empty()) {
            const auto blank = std::min(rest.find(' '), rest.size());
            tokens.push_back('.');
            tokens.append(rest.substr(0, blank));
            tokens.push_back(' ');
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
    }
}

SearchWord searchWord(QStringView word)
{
    SearchWord asked;
    const PinyinQuery pinyin(word);
    asked.pinyin = !pinyin.patterns().empty();
    QStringList parts;
    eachRun(
        word,
        [&](QStringView run) { asked.pinyin ? askInitials(run, parts) : askLatin(run, parts); },
        [&](QStringView run) { askOther(run, parts); });
    if (parts.isEmpty())
        return asked;
    asked.match = parts.join(QStringLiteral(" AND "));
    // A piece is stored whole: a row that has it has the word.
    const bool pair = !isAscii(word.front()) && characterSize(word, 0) < word.size()
        && characterSize(word, 0) + characterSize(word, characterSize(word, 0)) == word.size()
        && !isAscii(word.back());
    const bool gram = word.size() <= qsizetype(kGram)
        && std::all_of(word.begin(), word.end(), [](QChar c) { return isLatinPiece(c); });
    asked.exact = pair || gram;
    for (const PinyinQuery::Pattern& pattern : pinyin.patterns()) {
        const QString more = askPattern(pattern);
        const bool initialsOnly = std::all_of(pattern.begin(),
            pattern.end(),
            [](const PinyinQuery::Piece& piece) { return piece.letters.size() == 1; });
        if (initialsOnly || more.isEmpty())
            continue;
        asked.match += QStringLiteral(" OR ") + more;
        asked.exact = asked.exact && pattern.size() == 1;
    }
    return asked;
}

} // namespace chengdan::storage
