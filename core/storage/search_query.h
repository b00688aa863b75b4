// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

namespace chengdan::storage {

/// The words of a search text, as lists and the palette cut it.
QStringList searchWords(const QString& text);

/// The condition that a row of `t` holds the word: in one of its searchable texts, in the title of
/// a row it names, or as pinyin of one of them. With IndexUse::ByConditions the index proposes the
/// rows where there is one; ByOrder only looks at the rows passed on the way.
BoundSql searchCondition(const ListQuery& query, const QString& word, IndexUse use);

/// Whether some word of the query's text is looked up in an index; other conditions must then not
/// choose theirs, because what they leave is not known to be less.
bool searchesIndex(const ListQuery& query);

/// The newest rows that hold every word in texts of their own, straight from the index: stops after
/// `limit` rows. For types with an index and texts with at least one letter, digit or character;
/// filters and sort are ignored, owners are not. While the index lacks old rows (search_fill.h),
/// only the newest of those are looked at.
std::vector<qint64> newestFound(Connection& connection, const ListQuery& query, qint64 limit);
/// Whether an administrator has added fields that are searched; without any, half as many pieces
/// are looked up.
enum class AddedFields { None, Searched };
/// Its statement; empty when the index cannot answer.
BoundSql newestFoundSql(
    const ListQuery& query, qint64 limit, AddedFields added = AddedFields::Searched);

} // namespace chengdan::storage
