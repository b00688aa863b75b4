// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace chengdan::ctl {

/// Reads the members of a calc object and remembers the first that is wrong, so that an operation
/// reads everything and asks failed() once. Numbers are whole JSON numbers or decimal strings,
/// never floating point.
class CalcInput {
public:
    explicit CalcInput(QJsonObject object, QString path = {})
        : m_object(std::move(object))
        , m_path(std::move(path))
    {
    }

    bool has(const char* key) const
    {
        return !m_object.value(QLatin1String(key)).isUndefined()
            && !m_object.value(QLatin1String(key)).isNull();
    }
    /// Missing members are FIELD_MISSING unless a default is given.
    qint64 integer(const char* key, std::optional<qint64> otherwise = {});
    QString text(const char* key, std::optional<QString> otherwise = {});
    /// Whole basis points as a Rate; a finer one is RATE_PRECISION.
    Rate basisPoints(const char* key, std::optional<Rate> otherwise = {});
    template <typename Number>
    Number decimal(const char* key, std::optional<Number> otherwise = {})
    {
        if (!has(key) && otherwise)
            return *otherwise;
        return Number::fromRaw(decimalRaw(key, Number::kDecimals));
    }
    std::vector<qint64> integers(const char* key, bool needed = true, bool rates = false);
    std::vector<CalcInput> objects(const char* key);
    CalcInput object(const char* key);
    QJsonValue raw(const char* key) const { return m_object.value(QLatin1String(key)); }

    void refuse(Error error);
    /// Takes over what went wrong in a part of this input.
    void join(const CalcInput& part);
    const std::optional<Error>& failed() const { return m_failed; }
    QString pathTo(const char* key) const;

    /// A JSON number that is whole, as int64.
    static Result<qint64> wholeNumber(const QJsonValue& value, bool rate);

private:
    qint64 decimalRaw(const char* key, int decimals);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_failed;
};

} // namespace chengdan::ctl
