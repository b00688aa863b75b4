// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_custom.h"

#include "core/base/pinyin_query.h"
#include "core/storage/search_tokens.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

#include <algorithm>

namespace chengdan::storage {

namespace {

constexpr qsizetype kEmptyObject = 2; // "{}", as nearly all rows have it

QJsonObject customFields(const QByteArray& json)
{
    return json.size() <= kEmptyObject ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

// The word of a statement, as texts are compared with it.
struct CustomWord {
    QString text;
    PinyinQuery pinyin;

    bool isIn(const QString& value) const
    {
        return value.contains(text, Qt::CaseInsensitive) || pinyin.matches(value);
    }
};

QByteArray bytesOf(sqlite3_value* value)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? QByteArray()
                           : QByteArray::fromRawData(text, sqlite3_value_bytes(value));
}

void customMatch(sqlite3_context* context, int, sqlite3_value** values)
{
    sqlite3_result_int(context, 0);
    if (sqlite3_value_type(values[2]) == SQLITE_NULL
        || sqlite3_value_bytes(values[1]) <= kEmptyObject)
        return;
    auto* word = static_cast<CustomWord*>(sqlite3_get_auxdata(context, 0));
    if (word == nullptr) {
        const QString text = QString::fromUtf8(bytesOf(values[0]));
        sqlite3_set_auxdata(context, 0, new CustomWord{text, PinyinQuery(text)}, [](void* kept) {
            delete static_cast<CustomWord*>(kept);
        });
        word = static_cast<CustomWord*>(sqlite3_get_auxdata(context, 0));
    }
    if (word == nullptr) // there was no memory for it
        return;
    const QJsonObject fields = customFields(bytesOf(values[1]));
    const QByteArrayList keys = bytesOf(values[2]).split(' ');
    const bool found = std::any_of(keys.begin(), keys.end(), [&](const QByteArray& key) {
        const QJsonValue value = fields.value(QLatin1String(key));
        return value.isString() && word->isIn(value.toString());
    });
    sqlite3_result_int(context, found ? 1 : 0);
}

} // namespace

void appendCustomTokens(QStringView custom, std::string& tokens)
{
    if (custom.size() <= kEmptyObject)
        return;
    std::string plain;
    for (const QJsonValue& value : customFields(custom.toUtf8())) {
        if (!value.isString())
            continue;
        const QString text = value.toString();
        appendTextTokens(text, plain);
        appendPinyinTokens(text, plain);
    }
    std::string_view rest(plain);
    while (!rest.empty()) {
        const auto end = rest.find(' ') + 1;
        tokens.push_back('~');
        tokens.append(rest.substr(0, end));
        rest.remove_prefix(end);
    }
}

QString markedMatch(const QString& match)
{
    QString marked;
    bool inside = false;
    for (const QChar c : match) {
        marked += c;
        if (c != QLatin1Char('"'))
            continue;
        inside = !inside;
        if (inside)
            marked += QLatin1Char('~');
    }
    return marked;
}

QString searchedFieldsSql(const ListQuery& query)
{
    if (query.types == nullptr)
        return {};
    const bool defined =
        std::any_of(query.types->begin(), query.types->end(), [](const auto* type) {
            return QLatin1String(type->table) == QLatin1String("field_definition");
        });
    if (!defined)
        return {};
    return QStringLiteral("(SELECT group_concat(f.key, ' ') FROM field_definition f WHERE f.record "
                          "= '%1' AND f.deleted = 0 AND f.active = 1 AND f.kind IN ('text', "
                          "'choice'))")
        .arg(QString::fromLatin1(query.type->table));
}

void addCustomMatch(sqlite3* handle)
{
    sqlite3_create_function_v2(handle,
        "custom_match",
        3,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC,
        nullptr,
        customMatch,
        nullptr,
        nullptr,
        nullptr);
}

} // namespace chengdan::storage
