// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace chengdan::storage {

/// Gives a connection the SQL function pinyin_match(word, text, …): 1 when one of the texts can be
/// found by the word as PinyinQuery says, else 0. Statements that search need it, schema and
/// journal never do.
void addSearchFunction(sqlite3* handle);

} // namespace chengdan::storage
