// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/calc_input.h"

#include <cmath>
#include <limits>

namespace chengdan::ctl {

namespace {

Error wrongType(const QJsonValue& value)
{
    const QString shown = value.isString() ? value.toString() : value.toVariant().toString();
    return Error::make("NUMBER_FORMAT", {}, {{QStringLiteral("text"), shown.left(40)}});
}

} // namespace

QString CalcInput::pathTo(const char* key) const
{
    const QString name = QString::fromLatin1(key);
    return m_path.isEmpty() ? name : m_path + QLatin1Char('.') + name;
}

void CalcInput::refuse(Error error)
{
    if (!m_failed)
        m_failed = std::move(error);
}

void CalcInput::join(const CalcInput& part)
{
    if (part.failed())
        refuse(*part.failed());
}

Result<qint64> CalcInput::wholeNumber(const QJsonValue& value, bool rate)
{
    if (!value.isDouble())
        return fail(wrongType(value));
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    const qint64 whole = value.toInteger(kNone);
    if (whole != kNone)
        return whole;
    // Not whole, or larger than 64 bits: two different things to tell a person.
    const double number = value.toDouble();
    if (std::floor(number) != number)
        return rate ? fail("RATE_PRECISION") : fail(wrongType(value));
    return fail("OVERFLOW_GUARD");
}

qint64 CalcInput::integer(const char* key, std::optional<qint64> otherwise)
{
    if (!has(key)) {
        if (!otherwise)
            refuse(
                Error::make("FIELD_MISSING", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
        return otherwise.value_or(0);
    }
    auto number = wholeNumber(raw(key), false);
    if (!number) {
        number.error().field = pathTo(key);
        refuse(number.error());
    }
    return number.value_or(0);
}

QString CalcInput::text(const char* key, std::optional<QString> otherwise)
{
    if (!has(key)) {
        if (!otherwise)
            refuse(
                Error::make("FIELD_MISSING", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
        return otherwise.value_or(QString());
    }
    if (!raw(key).isString())
        refuse(Error::make("FIELD_TYPE", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
    return raw(key).toString();
}

Rate CalcInput::basisPoints(const char* key, std::optional<Rate> otherwise)
{
    constexpr qint64 kPerBasisPoint = Rate::kOne / 10'000;
    if (!has(key)) {
        if (!otherwise)
            refuse(
                Error::make("FIELD_MISSING", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
        return otherwise.value_or(Rate());
    }
    auto points = wholeNumber(raw(key), true);
    if (!points) {
        points.error().field = pathTo(key);
        refuse(points.error());
        return {};
    }
    const auto scaled = mulDiv(*points, kPerBasisPoint, 1, Rounding::HalfUp);
    if (!scaled)
        refuse(Error::make("OVERFLOW_GUARD", pathTo(key)));
    return Rate::fromRaw(scaled.value_or(0));
}

qint64 CalcInput::decimalRaw(const char* key, int decimals)
{
    if (!has(key)) {
        refuse(Error::make("FIELD_MISSING", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
        return 0;
    }
    const QJsonValue value = raw(key);
    const auto whole = value.isString() ? Result<qint64>(0) : wholeNumber(value, false);
    auto number = !whole
        ? Result<qint64>(fail(whole.error()))
        : parseDecimal(value.isString() ? value.toString() : QString::number(*whole), decimals);
    if (!number) {
        number.error().field = pathTo(key);
        refuse(number.error());
    }
    return number.value_or(0);
}

std::vector<qint64> CalcInput::integers(const char* key, bool needed, bool rates)
{
    std::vector<qint64> result;
    if (!has(key) && !needed)
        return result;
    if (!raw(key).isArray()) {
        refuse(Error::make(has(key) ? "FIELD_TYPE" : "FIELD_MISSING",
            pathTo(key),
            {{QStringLiteral("name"), pathTo(key)}}));
        return result;
    }
    const QJsonArray array = raw(key).toArray();
    for (const QJsonValue& value : array) {
        auto number = wholeNumber(value, rates);
        if (!number) {
            number.error().field = pathTo(key);
            refuse(number.error());
            return result;
        }
        result.push_back(*number);
    }
    return result;
}

std::vector<CalcInput> CalcInput::objects(const char* key)
{
    std::vector<CalcInput> result;
    if (!raw(key).isArray()) {
        refuse(Error::make(has(key) ? "FIELD_TYPE" : "FIELD_MISSING",
            pathTo(key),
            {{QStringLiteral("name"), pathTo(key)}}));
        return result;
    }
    const QJsonArray array = raw(key).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(pathTo(key)).arg(i);
        if (!array[i].isObject())
            refuse(Error::make("FIELD_TYPE", path, {{QStringLiteral("name"), path}}));
        result.emplace_back(array[i].toObject(), path);
    }
    return result;
}

CalcInput CalcInput::object(const char* key)
{
    if (has(key) && !raw(key).isObject())
        refuse(Error::make("FIELD_TYPE", pathTo(key), {{QStringLiteral("name"), pathTo(key)}}));
    return CalcInput(raw(key).toObject(), pathTo(key));
}

} // namespace chengdan::ctl
