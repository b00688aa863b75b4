// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <string>

namespace chengdan::storage {

/// How text is cut for the search index and how a typed word asks for the pieces.
///
/// Every text gives the overlapping pairs of its non-ASCII characters (宁波鑫达: 宁波 波鑫 鑫达 达)
/// and the overlapping fours of its ASCII letters and digits (13800: 1380 3800 800 00 0), so that
/// each substring begins some piece. A name gives what it can be found by as pinyin too, by every
/// reading of its polyphones: the fours of its initials and its syllables, each behind a dot
/// (.ning .bo). Initials that begin with Latin letters stand behind a comma, in every length that
/// reaches a Chinese character (A重庆: ,ac ,acq), so that what the letters alone would find is
/// found by the text and not by them; four of them without a Chinese character stand behind a
/// semicolon. Prose gives no pinyin; blanks and punctuation give nothing. Pieces are appended in
/// UTF-8, a blank behind each.
void appendTextTokens(QStringView text, std::string& tokens);
void appendPinyinTokens(QStringView text, std::string& tokens);

/// What a word asks of the index. Rows that do not match cannot hold the word; rows that do must
/// still be looked at, unless the match is exact.
struct SearchWord {
    QString match; ///< an FTS5 expression; empty when the word has no piece ("-")
    bool exact = false;
    bool pinyin = false; ///< may be the pinyin of Chinese text
};
SearchWord searchWord(QStringView word);

/// Names how text is cut; an index made by another edition is made anew.
inline constexpr int kTokenEdition = 4;

} // namespace chengdan::storage
