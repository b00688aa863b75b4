// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

#include <string>

struct sqlite3;

namespace chengdan::storage {

/// Words find the texts of added fields too. The search index holds every text of a row's `custom`
/// object, whatever the definitions say at the time, with a mark before each piece; which fields
/// count is decided when somebody searches. So a field that is added, retired or taken up again
/// counts from the next search on, and no row need be indexed anew.

/// The pieces (search_tokens.h) of all texts in a `custom` object, each behind a tilde.
void appendCustomTokens(QStringView custom, std::string& tokens);
/// A match expression that asks for the marked pieces instead of the plain ones.
QString markedMatch(const QString& match);

/// SQL that answers the keys of the fields whose texts count for the query's type, NULL when there
/// are none; empty in a file that holds no definitions.
QString searchedFieldsSql(const ListQuery& query);

/// Gives a connection custom_match(word, custom, keys): 1 when one of the named keys holds a text
/// that holds the word or can be found by it as pinyin.
void addCustomMatch(sqlite3* handle);

} // namespace chengdan::storage
