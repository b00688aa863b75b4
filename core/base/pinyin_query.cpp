// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin_query.h"

#include <algorithm>
#include <set>

namespace chengdan {

namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostPatterns = 24;
constexpr std::size_t kLongestSyllable = 6;

// Every syllable some character of the table is read with.
const std::set<std::string, std::less<>>& pinyinSyllables()
{
    static const std::set<std::string, std::less<>> all = [] {
        std::set<std::string, std::less<>> found;
        for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
            const PinyinSet* set = pinyinSetOf(c);
            std::string_view rest = set == nullptr ? std::string_view() : set->readings;
            while (!rest.empty()) {
                const auto blank = std::min(rest.find(' '), rest.size());
                found.emplace(rest.substr(0, blank));
                rest.remove_prefix(std::min(blank + 1, rest.size()));
            }
        }
        return found;
    }();
    return all;
}

bool beginsSyllable(std::string_view letters)
{
    const auto at = pinyinSyllables().lower_bound(letters);
    return at != pinyinSyllables().end()
        && std::string_view(*at).substr(0, letters.size()) == letters;
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool oneInitialEach(const PinyinQuery::Pattern& pattern)
{
    return std::all_of(pattern.begin(), pattern.end(), [](const PinyinQuery::Piece& piece) {
        return piece.letters.size() == 1;
    });
}

// Whole syllables from the left; what cannot be one is an unfinished syllable or initials.
void splitWord(
    std::string_view rest, PinyinQuery::Pattern& begun, std::vector<PinyinQuery::Pattern>& patterns)
{
    if (patterns.size() >= kMostPatterns)
        return;
    const auto add = [&](const PinyinQuery::Pattern& tail) {
        PinyinQuery::Pattern pattern = begun;
        pattern.insert(pattern.end(), tail.begin(), tail.end());
        if (!oneInitialEach(pattern))
            patterns.push_back(std::move(pattern));
    };
    if (rest.size() > 1 && isLetter(rest.front()) && beginsSyllable(rest))
        add({{std::string(rest), false}});
    for (std::size_t size = std::min(rest.size() - 1, kLongestSyllable); size >= 1; --size) {
        if (pinyinSyllables().count(rest.substr(0, size)) == 0)
            continue;
        begun.push_back({std::string(rest.substr(0, size)), true});
        splitWord(rest.substr(size), begun, patterns);
        begun.pop_back();
    }
    if (!begun.empty()) {
        PinyinQuery::Pattern initials;
        for (const char c : rest)
            initials.push_back({std::string(1, c), false});
        add(initials);
    }
}

bool fits(const PinyinUnit& unit, const PinyinQuery::Piece& piece)
{
    if (unit.set == nullptr)
        return piece.letters.size() == 1 && piece.letters.front() == unit.letter;
    if (piece.letters.size() == 1 && !piece.whole)
        return std::string_view(unit.set->initials).find(piece.letters.front())
            != std::string_view::npos;
    std::string_view rest = unit.set->readings;
    while (!rest.empty()) {
        const auto blank = std::min(rest.find(' '), rest.size());
        const std::string_view reading = rest.substr(0, blank);
        if (piece.whole ? reading == piece.letters
                        : reading.substr(0, piece.letters.size()) == piece.letters)
            return true;
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return false;
}

bool fitsAt(
    const std::vector<PinyinUnit>& units, std::size_t at, const PinyinQuery::Pattern& pattern)
{
    if (at + pattern.size() > units.size())
        return false;
    bool chinese = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!fits(units[at + i], pattern[i]))
            return false;
        chinese = chinese || units[at + i].set != nullptr;
    }
    return chinese;
}

} // namespace

PinyinQuery::PinyinQuery(QStringView word)
{
    std::string letters;
    bool anyLetter = false;
    for (const QChar c : word) {
        const char lower =
            char(c.toLatin1() | (c.toLatin1() >= 'A' && c.toLatin1() <= 'Z' ? 32 : 0));
        if (c.unicode() > 0x7F || !(isLetter(lower) || (lower >= '0' && lower <= '9')))
            return;
        anyLetter = anyLetter || isLetter(lower);
        letters += lower;
    }
    if (!anyLetter || letters.size() > kLongestWord)
        return;
    Pattern initials;
    for (const char c : letters)
        initials.push_back({std::string(1, c), false});
    m_patterns.push_back(std::move(initials));
    Pattern begun;
    splitWord(letters, begun, m_patterns);
}

int PinyinQuery::matchAt(QStringView text) const
{
    if (m_patterns.empty() || isPinyinProse(text))
        return -1;
    const bool chinese = std::any_of(
        text.begin(), text.end(), [](QChar c) { return pinyinSetOf(c.unicode()) != nullptr; });
    if (!chinese)
        return -1;
    thread_local std::vector<PinyinUnit> units; // a list asks for many rows
    readPinyin(text, units);
    for (std::size_t at = 0; at < units.size(); ++at) {
        for (const Pattern& pattern : m_patterns) {
            if (fitsAt(units, at, pattern))
                return int(at);
        }
    }
    return -1;
}

bool PinyinQuery::matches(QStringView text) const
{
    return matchAt(text) >= 0;
}

} // namespace chengdan
