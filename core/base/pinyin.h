// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace chengdan {

/// The ways one Chinese character may be read, without tones; ü is written v.
struct PinyinSet {
    const char* readings; ///< "zhong chong", the usual one first
    const char* initials; ///< "zc": each first letter once
};

/// One step of reading a text aloud: a Chinese character with its readings, or a Latin letter or
/// digit that stands for itself. Everything else is not read.
struct PinyinUnit {
    const PinyinSet* set = nullptr; ///< null for a letter or digit
    char letter = 0; ///< lower case; of a character the first letter of its reading here
    std::string_view reading; ///< the reading fit for this place: 重 is chong in 重庆
};

/// The readings of a character; null when it has none.
const PinyinSet* pinyinSetOf(char32_t character);

/// Reads at most `most` units of a text. Place names and trade words (core/base/pinyin_words.cpp)
/// decide which reading of a polyphone comes first; all its readings stay in the set.
void readPinyin(QStringView text, std::vector<PinyinUnit>& units, std::size_t most = SIZE_MAX);

/// Initials by the reading fit for each place, in lower case: 宁波精密 gives "nbjm", 重庆 "cq".
QString pinyinInitials(QStringView text);

/// Every way to abbreviate and to write out a text, the likeliest first: those with few unusual
/// readings before those with many. Ends at `most` variants each.
struct PinyinVariants {
    QStringList initials; ///< "cq", "zq"
    QStringList full; ///< "chongqing", "zhongqing"
};
PinyinVariants pinyinVariants(QStringView text, qsizetype most = 64);

/// At most so many bytes that sort, byte by byte, in pinyin order: numbers by their value before
/// Latin letters before Chinese before other scripts; case, width, blanks and punctuation are
/// ignored, and a character is read as its word wants it (重庆 is chong). Twelve Chinese characters
/// fit; longer names that agree so far have the same key.
inline constexpr std::size_t kSortKeyBytes = 24;
QByteArray pinyinSortKey(QStringView text);
/// The same of UTF-8, written behind what `keys` holds, for whole columns.
void appendPinyinSortKey(std::string_view utf8, std::string& keys);
/// Names how keys are made; those stored under another edition are made anew.
inline constexpr int kSortKeyEdition = 2;

/// Names what the readings were made from; text indexed under another edition is indexed anew.
inline constexpr int kPinyinEdition = 2;

} // namespace chengdan
