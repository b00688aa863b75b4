// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

#include <limits>
#include <vector>

namespace chengdan::ctl {

/// An option a command understands, without the dashes.
struct OptionRule {
    const char* name;
    enum class Value { None, Needed } value = Value::Needed;
};

/// A command line cut into options and words. Options may stand anywhere, as `--name value` or
/// `--name=value`; what follows a lone `--` is words. The last of a repeated option counts.
class Arguments {
public:
    /// Errors: USAGE_UNKNOWN_OPTION, USAGE_NEEDS_VALUE, USAGE_TAKES_NO_VALUE, each with the option
    /// as field.
    static Result<Arguments> parse(
        const QStringList& arguments, const std::vector<OptionRule>& rules);

    bool has(const char* option) const { return m_options.contains(QLatin1String(option)); }
    QString value(const char* option, const QString& otherwise = {}) const
    {
        const QStringList given = all(option);
        return given.isEmpty() ? otherwise : given.last();
    }
    /// Every value of an option that may be repeated, in order.
    QStringList all(const char* option) const { return m_options.value(QLatin1String(option)); }
    /// Error: USAGE_MISSING when the option was not given or is empty.
    Result<QString> needed(const char* option) const;
    /// A whole number from 0, or `otherwise` when the option was not given. Error: VALUE_RANGE,
    /// also above `most`.
    Result<qint64> count(const char* option,
        qint64 otherwise,
        qint64 most = std::numeric_limits<qint64>::max()) const;
    const QStringList& words() const { return m_words; }

private:
    QHash<QString, QStringList> m_options;
    QStringList m_words;
};

} // namespace chengdan::ctl
