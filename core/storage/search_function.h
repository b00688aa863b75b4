// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace chengdan::storage {

/// Gives a connection the SQL functions that statements which search need; schema and journal never
/// do. text_match(word, text, …): 1 when one of the texts holds the word, ASCII letters in either
/// case, else 0; as LIKE '%word%' of each, but one call a row, and a statement with another word is
/// not prepared anew. pinyin_match(word, text, …): 1 when one of the texts can be found by the word
/// as PinyinQuery says. pinyin_key(value): the sort key of a text (pinyin.h), any other value as it
/// is. custom_match: see search_custom.h.
void addSearchFunction(sqlite3* handle);

} // namespace chengdan::storage
