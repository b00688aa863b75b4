// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/schema/value.h"

#include <QDate>

#include <concepts>
#include <optional>
#include <span>

namespace chengdan::schema {

/// What a column means, which decides its SQL type in both databases, its reader in imports and its
/// look in lists.
enum class ColumnType {
    Id, ///< another record, 16 bytes
    SmallId, ///< person, team or region, integer
    Text,
    Integer,
    Flag, ///< 0 or 1
    Money, ///< integer minor units; the currency is a column of its own
    UnitPrice, ///< 1e-6
    UnitCost, ///< 1e-8
    Quantity, ///< 1e-6
    Rate, ///< 1e-6
    ExchangeRate, ///< 1e-8
    Date, ///< ISO text, the company's business date
    Instant, ///< UTC milliseconds
    Choice, ///< one of a fixed list, stored as its code
    Currency, ///< three letters
    Json, ///< text holding one JSON object
    Blob,
};

/// One value of a fixed list: the stored code and the English label that translations start from.
struct Choice {
    const char* code;
    const char* label;
};

/// Amount in minor units beside a currency column of the same record.
struct MinorUnits {
    qint64 minor = 0;
    friend auto operator<=>(const MinorUnits&, const MinorUnits&) = default;
};

/// Text that holds one JSON object.
struct JsonText {
    QString text;
    friend bool operator==(const JsonText&, const JsonText&) = default;
};

/// How a C++ member type is stored. Specialised for every type a record may hold.
template <typename T>
struct ColumnTraits;

template <typename T>
struct IntegerLike {
    static Value toValue(const T& value) { return static_cast<qint64>(value); }
    static void fromValue(const Value& value, T& out) { out = static_cast<T>(toInteger(value)); }
};

template <>
struct ColumnTraits<qint64> : IntegerLike<qint64> {
    static constexpr auto kType = ColumnType::Integer;
};
template <>
struct ColumnTraits<int> : IntegerLike<int> {
    static constexpr auto kType = ColumnType::Integer;
};
template <>
struct ColumnTraits<bool> {
    static constexpr auto kType = ColumnType::Flag;
    static Value toValue(bool value) { return qint64{value ? 1 : 0}; }
    static void fromValue(const Value& value, bool& out) { out = toInteger(value) != 0; }
};
template <>
struct ColumnTraits<QString> {
    static constexpr auto kType = ColumnType::Text;
    static Value toValue(const QString& value)
    {
        return value.isNull() ? QStringLiteral("") : value;
    }
    static void fromValue(const Value& value, QString& out) { out = toText(value); }
};
template <>
struct ColumnTraits<JsonText> {
    static constexpr auto kType = ColumnType::Json;
    static Value toValue(const JsonText& value)
    {
        return value.text.isEmpty() ? QStringLiteral("{}") : value.text;
    }
    static void fromValue(const Value& value, JsonText& out) { out.text = toText(value); }
};
template <>
struct ColumnTraits<QByteArray> {
    static constexpr auto kType = ColumnType::Blob;
    static Value toValue(const QByteArray& value)
    {
        return value.isNull() ? QByteArray("") : value;
    }
    static void fromValue(const Value& value, QByteArray& out)
    {
        const auto* bytes = std::get_if<QByteArray>(&value);
        out = bytes != nullptr ? *bytes : QByteArray();
    }
};
template <>
struct ColumnTraits<QDate> {
    static constexpr auto kType = ColumnType::Date;
    static Value toValue(const QDate& value)
    {
        return value.isValid() ? Value(value.toString(Qt::ISODate)) : Value();
    }
    static void fromValue(const Value& value, QDate& out)
    {
        out = QDate::fromString(toText(value), Qt::ISODate);
    }
};
template <>
struct ColumnTraits<Instant> {
    static constexpr auto kType = ColumnType::Instant;
    static Value toValue(const Instant& value) { return value.milliseconds(); }
    static void fromValue(const Value& value, Instant& out)
    {
        out = Instant::fromMilliseconds(toInteger(value));
    }
};
template <>
struct ColumnTraits<MinorUnits> {
    static constexpr auto kType = ColumnType::Money;
    static Value toValue(const MinorUnits& value) { return value.minor; }
    static void fromValue(const Value& value, MinorUnits& out) { out.minor = toInteger(value); }
};
template <>
struct ColumnTraits<Currency> {
    static constexpr auto kType = ColumnType::Currency;
    static Value toValue(const Currency& value) { return value.code(); }
    static void fromValue(const Value& value, Currency& out)
    {
        out = Currency::parse(toText(value)).value_or(Currency());
    }
};

template <typename T>
struct FixedColumn {
    static Value toValue(const T& value) { return value.raw(); }
    static void fromValue(const Value& value, T& out) { out = T::fromRaw(toInteger(value)); }
};
template <>
struct ColumnTraits<UnitPrice> : FixedColumn<UnitPrice> {
    static constexpr auto kType = ColumnType::UnitPrice;
};
template <>
struct ColumnTraits<UnitCost> : FixedColumn<UnitCost> {
    static constexpr auto kType = ColumnType::UnitCost;
};
template <>
struct ColumnTraits<Quantity> : FixedColumn<Quantity> {
    static constexpr auto kType = ColumnType::Quantity;
};
template <>
struct ColumnTraits<Rate> : FixedColumn<Rate> {
    static constexpr auto kType = ColumnType::Rate;
};
template <>
struct ColumnTraits<ExchangeRate> : FixedColumn<ExchangeRate> {
    static constexpr auto kType = ColumnType::ExchangeRate;
};

template <typename Tag>
struct ColumnTraits<Id<Tag>> {
    static constexpr auto kType = ColumnType::Id;
    static Value toValue(const Id<Tag>& value) { return value.raw().bytes(); }
    static void fromValue(const Value& value, Id<Tag>& out)
    {
        const auto* bytes = std::get_if<QByteArray>(&value);
        out = bytes != nullptr && bytes->size() == 16 ? Id<Tag>::fromRaw(RawId::fromBytes(*bytes))
                                                      : Id<Tag>();
    }
};
template <typename Tag>
struct ColumnTraits<SmallId<Tag>> {
    static constexpr auto kType = ColumnType::SmallId;
    static Value toValue(const SmallId<Tag>& value) { return qint64{value.number()}; }
    static void fromValue(const Value& value, SmallId<Tag>& out)
    {
        out = SmallId<Tag>::fromNumber(static_cast<qint32>(toInteger(value)));
    }
};

/// An enum whose values count from 0 and whose codes come from a function found beside it:
/// `std::span<const schema::Choice> choices(QuoteState)`.
template <typename T>
concept ChoiceEnum = std::is_enum_v<T> && requires(T value)
{
    {
        choices(value)
        } -> std::same_as<std::span<const Choice>>;
};

template <ChoiceEnum T>
struct ColumnTraits<T> {
    static constexpr auto kType = ColumnType::Choice;
    static Value toValue(const T& value)
    {
        return QString::fromLatin1(choices(value)[static_cast<std::size_t>(value)].code);
    }
    static void fromValue(const Value& value, T& out)
    {
        const auto list = choices(T{});
        const QString code = toText(value);
        out = T{};
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (code == QLatin1String(list[i].code))
                out = static_cast<T>(i);
        }
    }
};

template <typename T>
struct ColumnTraits<std::optional<T>> {
    static constexpr auto kType = ColumnTraits<T>::kType;
    static Value toValue(const std::optional<T>& value)
    {
        return value ? ColumnTraits<T>::toValue(*value) : Value();
    }
    static void fromValue(const Value& value, std::optional<T>& out)
    {
        if (isNull(value)) {
            out.reset();
            return;
        }
        T inner{};
        ColumnTraits<T>::fromValue(value, inner);
        out = std::move(inner);
    }
};

template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <>
inline constexpr bool kIsOptional<QDate> = true; // an invalid date is the missing one

/// The code of an enum value as stored and as shown in JSON.
template <ChoiceEnum T>
QString codeOf(T value)
{
    return toText(ColumnTraits<T>::toValue(value));
}

/// The enum value with this code, if there is one.
template <ChoiceEnum T>
std::optional<T> fromCode(QStringView code)
{
    const auto list = choices(T{});
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (code == QLatin1String(list[i].code))
            return static_cast<T>(i);
    }
    return std::nullopt;
}

} // namespace chengdan::schema
