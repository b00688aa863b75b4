// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_function.h"

#include "core/base/pinyin.h"
#include "core/base/pinyin_query.h"
#include "core/storage/search_custom.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

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

char foldedByte(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether the text holds the word, which is folded already.
bool holdsFolded(std::string_view text, std::string_view word)
{
    if (word.empty())
        return true;
    const char first = word.front();
    const bool letter = first >= 'a' && first <= 'z';
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        if (!letter) {
            const void* next =
                std::memchr(text.data() + at, first, text.size() - word.size() + 1 - at);
            if (next == nullptr)
                return false;
            at = static_cast<std::size_t>(static_cast<const char*>(next) - text.data());
        }
        if (std::equal(
                word.begin(), word.end(), text.begin() + std::ptrdiff_t(at), [](char a, char b) {
                    return a == foldedByte(b);
                }))
            return true;
    }
    return false;
}

std::string_view bytesArgument(sqlite3_value* value)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text == nullptr ? "" : text,
        static_cast<std::size_t>(text == nullptr ? 0 : sqlite3_value_bytes(value))};
}

void textMatch(sqlite3_context* context, int count, sqlite3_value** values)
{
    auto* word = static_cast<std::string*>(sqlite3_get_auxdata(context, 0));
    if (word == nullptr) {
        auto folded = std::make_unique<std::string>(bytesArgument(values[0]));
        std::transform(folded->begin(), folded->end(), folded->begin(), foldedByte);
        sqlite3_set_auxdata(context, 0, folded.release(), [](void* kept) {
            delete static_cast<std::string*>(kept);
        });
        word = static_cast<std::string*>(sqlite3_get_auxdata(context, 0));
    }
    bool found = false;
    for (int i = 1; i < count && word != nullptr && !found; ++i)
        found = sqlite3_value_type(values[i]) != SQLITE_NULL
            && holdsFolded(bytesArgument(values[i]), *word);
    sqlite3_result_int(context, found ? 1 : 0);
}

void pinyinKey(sqlite3_context* context, int, sqlite3_value** values)
{
    if (sqlite3_value_type(values[0]) != SQLITE_TEXT) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    std::string key;
    appendPinyinSortKey(bytesArgument(values[0]), key);
    sqlite3_result_blob(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
}

} // namespace

void addSearchFunction(sqlite3* handle)
{
    sqlite3_create_function_v2(handle,
        "text_match",
        -1,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC,
        nullptr,
        textMatch,
        nullptr,
        nullptr,
        nullptr);
    sqlite3_create_function_v2(handle,
        "pinyin_match",
        -1,
        SQLITE_UTF16 | SQLITE_DETERMINISTIC,
        nullptr,
        pinyinMatch,
        nullptr,
        nullptr,
        nullptr);
    sqlite3_create_function_v2(handle,
        "pinyin_key",
        1,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC,
        nullptr,
        pinyinKey,
        nullptr,
        nullptr,
        nullptr);
    addCustomMatch(handle);
}

} // namespace chengdan::storage
