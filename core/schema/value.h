// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace chengdan::schema {

/// What a database cell holds: nothing, an integer, text or bytes. Never a floating-point number.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;
using Row = std::vector<Value>;

inline bool isNull(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}
/// The integer, or 0 for anything else.
inline qint64 toInteger(const Value& value)
{
    const auto* number = std::get_if<qint64>(&value);
    return number != nullptr ? *number : 0;
}
/// The text, or an empty string for anything else.
inline QString toText(const Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    return text != nullptr ? *text : QString();
}

} // namespace chengdan::schema
