// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace chengdan::storage {

/// How text is cut for the search index and how a typed word asks for the pieces.
///
/// Every text gives the overlapping pairs of its non-ASCII characters (宁波鑫达: 宁波 波鑫 鑫达 达)
/// and the overlapping fours of its ASCII letters and digits (13800: 1380 3800 800 00 0), so that
/// each substring begins some piece. A text read as pinyin gives the fours of its initials too, by
/// every reading of its polyphones, and its syllables, each behind a dot (.ning .bo); a note only
/// the fours of its usual initials. Blanks and punctuation give nothing.
void appendTextTokens(QStringView text, QString& tokens);
void appendPinyinTokens(QStringView text, QString& tokens);

/// What a word asks of the index. Rows that do not match cannot hold the word; rows that do must
/// still be looked at, unless the match is exact.
struct SearchWord {
    QString match; ///< an FTS5 expression; empty when the word has no piece ("-")
    bool exact = false;
    bool pinyin = false; ///< may be the pinyin of Chinese text
};
SearchWord searchWord(QStringView word);

/// Names how text is cut; an index made by another edition is made anew.
inline constexpr int kTokenEdition = 2;

} // namespace chengdan::storage
