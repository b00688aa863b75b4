// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

// Catch 2.13 decides how to print a type when it is first used, so every test includes this file
// and never Catch itself.
#include <catch2/catch.hpp>

#include <string>

namespace Catch {

template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& list)
    {
        return list.join(QStringLiteral(" | ")).toStdString();
    }
};
template <>
struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray& bytes) { return '"' + bytes.toStdString() + '"'; }
};
template <>
struct StringMaker<QDate> {
    static std::string convert(const QDate& date)
    {
        return date.toString(Qt::ISODate).toStdString();
    }
};
template <>
struct StringMaker<chengdan::Money> {
    static std::string convert(const chengdan::Money& money)
    {
        return (money.toString() + QLatin1Char(' ') + money.currency().code()).toStdString();
    }
};
template <typename Tag, int Decimals>
struct StringMaker<chengdan::Fixed<Tag, Decimals>> {
    static std::string convert(const chengdan::Fixed<Tag, Decimals>& value)
    {
        return value.toString().toStdString();
    }
};
template <typename Tag>
struct StringMaker<chengdan::Id<Tag>> {
    static std::string convert(const chengdan::Id<Tag>& id) { return id.toString().toStdString(); }
};
template <>
struct StringMaker<chengdan::Error> {
    static std::string convert(const chengdan::Error& error)
    {
        QString text = error.code + QLatin1Char('@') + error.field;
        for (const auto& [name, value] : error.args)
            text += QLatin1Char(' ') + name + QLatin1Char('=') + value;
        return text.toStdString();
    }
};

} // namespace Catch

namespace chengdan::tests {

/// The value of a result that must have succeeded; a failure ends the test with its code and field.
template <typename T>
T value(Result<T> result)
{
    if (!result)
        FAIL("unexpected error " << Catch::StringMaker<Error>::convert(result.error()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace chengdan::tests
