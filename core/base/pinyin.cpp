// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include "core/base/pinyin_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace chengdan {

namespace {

#include "core/base/pinyin_table.inc"

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
constexpr PinyinSet kPinyinZero{"ling", "l"}; // 〇 stands outside the block

// A Latin letter or digit in lower case, also from its full-width form; 0 for anything else.
char plainLatin(char16_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c = char16_t(c - 0xFEE0);
    if (c >= u'A' && c <= u'Z')
        return char(c - u'A' + u'a');
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? char(c) : char(0);
}

std::string_view firstReading(const PinyinSet& set)
{
    const std::string_view all(set.readings);
    return all.substr(0, all.find(' '));
}

std::vector<std::string_view> readingsFrom(std::string_view first, std::string_view all)
{
    std::vector<std::string_view> readings{first};
    while (!all.empty()) {
        const auto blank = std::min(all.find(' '), all.size());
        if (all.substr(0, blank) != first)
            readings.push_back(all.substr(0, blank));
        all.remove_prefix(std::min(blank + 1, all.size()));
    }
    return readings;
}

// Adds every choice with exactly `changes` units read otherwise than usual.
struct VariantMaker {
    const std::vector<std::vector<std::string_view>>& choices;
    qsizetype most;
    QStringList& found;

    void run(std::size_t at, int changes, const QString& text)
    {
        if (found.size() >= most)
            return;
        if (at == choices.size()) {
            if (changes == 0 && !found.contains(text))
                found.append(text);
            return;
        }
        const auto& here = choices[at];
        const auto grown = [&](std::string_view reading) {
            return text + QLatin1String(reading.data(), qsizetype(reading.size()));
        };
        run(at + 1, changes, grown(here.front()));
        for (std::size_t i = 1; i < here.size() && changes > 0; ++i)
            run(at + 1, changes - 1, grown(here[i]));
    }
};

QStringList variantsOf(const std::vector<std::vector<std::string_view>>& choices, qsizetype most)
{
    std::size_t polyphones = 0;
    for (const auto& choice : choices)
        polyphones += choice.size() > 1 ? 1U : 0U;
    QStringList found;
    VariantMaker maker{choices, most, found};
    for (std::size_t changes = 0; changes <= polyphones && found.size() < most; ++changes)
        maker.run(0, int(changes), {});
    return found;
}

// The place of each syllable among the ranked characters: that of the first one read so.
std::uint16_t rankOfReading(std::string_view reading)
{
    static const std::unordered_map<std::string_view, std::uint16_t> ranks = [] {
        std::unordered_map<std::string_view, std::uint16_t> first;
        for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
            const std::uint16_t number = kPinyinSetOf[c - kFirstHan];
            if (number == 0)
                continue;
            const std::uint16_t rank = kPinyinRank[c - kFirstHan];
            const auto [at, added] = first.emplace(firstReading(kPinyinSets[number]), rank);
            if (!added)
                at->second = std::min(at->second, rank);
        }
        return first;
    }();
    const auto found = ranks.find(reading);
    return found == ranks.end() ? std::uint16_t{0} : found->second;
}

constexpr qsizetype kSortKeyReads = 64; // units of a text; more do not reach the key

// Numbers begin with how many digits they have, Latin letters are themselves in lower case, Chinese
// characters are two bytes behind them, everything else three behind those.
struct SortKey {
    std::array<char, kSortKeyBytes> bytes;
    std::size_t size = 0;

    explicit SortKey(QStringView text)
    {
        text = text.left(kSortKeyReads);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        std::string_view fixed; // what is left of the readings of a word begun
        for (qsizetype i = 0; i < text.size() && size < bytes.size();) {
            const char16_t c = text[i].unicode();
            const char latin = plainLatin(c);
            if (latin >= '0' && latin <= '9') {
                i = takeNumber(text, i);
                continue;
            }
            if (latin != 0)
                put(latin);
            else if (c >= kFirstHan && c <= kLastHan)
                putHan(rankHere(text.mid(i), fixed));
            else if (c >= 0x80 && (text[i].isLetterOrNumber() || text[i].isSurrogate()))
                put(char(0xE0), char(c >> 8U), char(c & 0xFFU));
            ++i;
        }
    }

private:
    template <typename... Bytes>
    void put(Bytes... all)
    {
        if (size + sizeof...(all) > bytes.size()) {
            full();
            return;
        }
        ((bytes[size++] = all), ...);
    }
    // What does not fit any more ends the key, or a later character would take its place.
    void full()
    {
        std::fill(bytes.begin() + std::ptrdiff_t(std::exchange(size, bytes.size())),
            bytes.end(),
            char(0));
    }

    void putHan(std::uint16_t rank)
    {
        const unsigned place = 0x8000U + rank;
        put(char(place >> 8U), char(place & 0xFFU));
    }

    static std::uint16_t rankHere(QStringView rest, std::string_view& fixed)
    {
        if (fixed.empty()) {
            if (const PinyinWord* word = pinyinWordAt(rest))
                fixed = word->readings;
        }
        const char16_t c = rest.front().unicode();
        const std::uint16_t own = kPinyinRank[c - kFirstHan];
        if (fixed.empty())
            return own;
        const std::string_view reading = fixed.substr(0, fixed.find(' '));
        fixed.remove_prefix(std::min(reading.size() + 1, fixed.size()));
        const PinyinSet* set = pinyinSetOf(c);
        return set == nullptr || firstReading(*set) == reading ? own : rankOfReading(reading);
    }

    // 12 stands behind 3: the number of its digits, without leading noughts, comes first.
    qsizetype takeNumber(QStringView text, qsizetype at)
    {
        constexpr std::size_t kMostDigits = 0x1F; // still before the letters
        std::array<char, kSortKeyReads> digits{};
        std::size_t count = 0;
        for (; at < text.size(); ++at) {
            const char digit = plainLatin(text[at].unicode());
            if (digit < '0' || digit > '9')
                break;
            if (count > 0 || digit != '0')
                digits[count++] = digit;
        }
        put(char(0x10U + std::min(count, kMostDigits)));
        for (std::size_t i = 0; i < count && size < bytes.size(); ++i)
            put(digits[i]);
        return at;
    }
};

} // namespace

const PinyinSet* pinyinSetOf(char32_t character)
{
    if (character == 0x3007)
        return &kPinyinZero;
    if (character < kFirstHan || character > kLastHan)
        return nullptr;
    const std::uint16_t number = kPinyinSetOf[character - kFirstHan];
    return number == 0 ? nullptr : &kPinyinSets[number];
}

void readPinyin(QStringView text, std::vector<PinyinUnit>& units, std::size_t most)
{
    units.clear();
    std::string_view fixed; // what is left of the readings of a word begun
    for (qsizetype i = 0; i < text.size() && units.size() < most; ++i) {
        const char16_t c = text[i].unicode();
        if (const char latin = plainLatin(c)) {
            units.push_back({nullptr, latin, {}});
            continue;
        }
        const PinyinSet* set = pinyinSetOf(c);
        if (set == nullptr)
            continue;
        if (fixed.empty()) {
            if (const PinyinWord* word = pinyinWordAt(text.mid(i)))
                fixed = word->readings;
        }
        std::string_view reading = firstReading(*set);
        if (!fixed.empty()) {
            reading = fixed.substr(0, fixed.find(' '));
            fixed.remove_prefix(std::min(reading.size() + 1, fixed.size()));
        }
        units.push_back({set, reading.front(), reading});
    }
}

QString pinyinInitials(QStringView text)
{
    std::vector<PinyinUnit> units;
    readPinyin(text, units);
    QString initials;
    for (const PinyinUnit& unit : units)
        initials += QLatin1Char(unit.letter);
    return initials;
}

PinyinVariants pinyinVariants(QStringView text, qsizetype most)
{
    std::vector<PinyinUnit> units;
    readPinyin(text, units);
    std::vector<std::vector<std::string_view>> full;
    std::vector<std::vector<std::string_view>> initials;
    for (const PinyinUnit& unit : units) {
        if (unit.set == nullptr) {
            full.push_back({std::string_view(&unit.letter, 1)});
            initials.push_back(full.back());
            continue;
        }
        full.push_back(readingsFrom(unit.reading, unit.set->readings));
        std::vector<std::string_view> letters{unit.reading.substr(0, 1)};
        for (const char* letter = unit.set->initials; *letter != 0; ++letter) {
            if (*letter != unit.letter)
                letters.emplace_back(letter, 1);
        }
        initials.push_back(std::move(letters));
    }
    if (units.empty())
        return {};
    return {variantsOf(initials, most), variantsOf(full, most)};
}

QByteArray pinyinSortKey(QStringView text)
{
    const SortKey key(text);
    return {key.bytes.data(), qsizetype(key.size)};
}

void appendPinyinSortKey(std::string_view utf8, std::string& keys)
{
    std::array<char16_t, kSortKeyReads> units{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size() && count < units.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + size > utf8.size())
            break;
        char32_t point = size == 1 ? lead : lead & (0xFFU >> (size + 1));
        for (std::size_t i = 1; i < size; ++i)
            point = point << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
        at += size;
        if (point < 0x10000) {
            units[count++] = char16_t(point);
        } else if (count + 2 <= units.size()) {
            units[count++] = QChar::highSurrogate(point);
            units[count++] = QChar::lowSurrogate(point);
        } else {
            break;
        }
    }
    const SortKey key(QStringView(units.data(), qsizetype(count)));
    keys.append(key.bytes.data(), key.size);
}

} // namespace chengdan
