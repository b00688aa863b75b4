// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_function.h"

#include "core/base/pinyin_query.h"

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

QStringView textArgument(sqlite3_value* value)
{
    const void* text = sqlite3_value_text16(value);
    return {static_cast<const char16_t*>(text),
        qsizetype(text == nullptr ? 0 : sqlite3_value_bytes16(value)) / 2};
}

// The word is the same for every row of a statement, so what it means is kept beside it.
void pinyinMatch(sqlite3_context* context, int count, sqlite3_value** values)
{
    auto* query = static_cast<PinyinQuery*>(sqlite3_get_auxdata(context, 0));
    if (query == nullptr) {
        sqlite3_set_auxdata(context, 0, new PinyinQuery(textArgument(values[0])), [](void* kept) {
            delete static_cast<PinyinQuery*>(kept);
        });
        query = static_cast<PinyinQuery*>(sqlite3_get_auxdata(context, 0));
    }
    bool found = false;
    for (int i = 1; i < count && query != nullptr && !found; ++i)
        found = query->matches(textArgument(values[i]));
    sqlite3_result_int(context, found ? 1 : 0);
}

} // namespace

void addSearchFunction(sqlite3* handle)
{
    sqlite3_create_function_v2(handle,
        "pinyin_match",
        -1,
        SQLITE_UTF16 | SQLITE_DETERMINISTIC,
        nullptr,
        pinyinMatch,
        nullptr,
        nullptr,
        nullptr);
}

} // namespace chengdan::storage
