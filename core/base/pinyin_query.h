// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pinyin.h"

#include <string>

namespace chengdan {

/// A typed word of Latin letters and digits read as pinyin of Chinese text: initials ("nbjm"),
/// whole syllables ("ningbojing", the last may be unfinished) or syllables with initials behind
/// them ("ningbojm"). Each reading of the word is one pattern; a text is found when the characters
/// of one stretch of it, in order, can be read so and at least one of them is Chinese.
class PinyinQuery {
public:
    struct Piece {
        std::string letters;
        bool whole = false; ///< the reading is exactly this; else it begins so
    };
    using Pattern = std::vector<Piece>;

    /// No patterns when the word holds anything but ASCII letters and digits, no letter at all, or
    /// more than 40 characters.
    explicit PinyinQuery(QStringView word);

    const std::vector<Pattern>& patterns() const { return m_patterns; }
    bool matches(QStringView text) const;
    /// The unit of the text's reading at which the first match begins; −1 without one.
    int matchAt(QStringView text) const;

private:
    std::vector<Pattern> m_patterns;
};

/// Whether a text is prose, which pinyin does not find: all readings of a sentence would find
/// everything and fill the index. Names are shorter; of one that is not, the mnemonic is found.
inline bool isPinyinProse(QStringView text)
{
    return text.size() > 22;
}

} // namespace chengdan
