// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/custom_column.h"

#include <algorithm>

namespace chengdan::storage {

namespace {

constexpr qsizetype kLongestCustomKey = 40;

QLatin1String customPrefix()
{
    return QLatin1String("custom.");
}

} // namespace

bool isCustomKey(QStringView key)
{
    const auto isLetter = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    return !key.isEmpty() && key.size() <= kLongestCustomKey && isLetter(key.front())
        && std::all_of(key.begin(), key.end(), [&](QChar c) {
               return isLetter(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                   || c == QLatin1Char('_');
           });
}

bool isCustomColumn(QStringView name)
{
    return name.startsWith(customPrefix()) && isCustomKey(name.mid(customPrefix().size()));
}

QString customColumn(const QString& key)
{
    return customPrefix() + key;
}

QString customKey(QStringView name)
{
    return isCustomColumn(name) ? name.mid(customPrefix().size()).toString() : QString();
}

QString listColumnSql(const QString& name, const QString& prefix)
{
    if (!isCustomColumn(name))
        return prefix + name;
    const bool plain = prefix.startsWith(QLatin1Char('+'));
    return QStringLiteral("%1json_extract(%2custom, '$.%3')")
        .arg(plain ? QStringLiteral("+") : QString(),
            plain ? prefix.mid(1) : prefix,
            customKey(name));
}

} // namespace chengdan::storage
