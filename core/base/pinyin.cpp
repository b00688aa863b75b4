// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include "core/base/pinyin_words.h"

#include <array>
#include <cstdint>

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
    constexpr int kCharacters = 9;
    constexpr char32_t kHanFrom = 0x3400; // Chinese stands after Latin and before all other scripts
    QByteArray key;
    key.reserve(2 * kCharacters);
    for (const QChar each : text) {
        char32_t c = each.unicode();
        if (const char latin = plainLatin(char16_t(c)))
            c = char32_t(latin);
        else if (c >= kFirstHan && c <= kLastHan)
            c = kHanFrom + kPinyinRank[c - kFirstHan];
        else if (each.isSpace())
            continue;
        key.append(char(c >> 8U));
        key.append(char(c & 0xFFU));
        if (key.size() == 2 * kCharacters)
            return key;
    }
    key.append(2 * kCharacters - key.size(), '\0');
    return key;
}

} // namespace chengdan
