// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/arguments.h"

#include "core/base/fixed.h"

#include <algorithm>

namespace chengdan::ctl {

namespace {

QString dashed(const QString& name)
{
    return QStringLiteral("--") + name;
}

Error usageError(const char* code, const QString& option)
{
    return Error::make(code, dashed(option), {{QStringLiteral("option"), dashed(option)}});
}

} // namespace

Result<Arguments> Arguments::parse(
    const QStringList& arguments, const std::vector<OptionRule>& rules)
{
    Arguments result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QStringLiteral("--")) {
            result.m_words += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(QStringLiteral("--"))) {
            result.m_words.append(argument);
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const OptionRule& known) {
            return name == QLatin1String(known.name);
        });
        if (rule == rules.end())
            return fail(usageError("USAGE_UNKNOWN_OPTION", name));
        if (rule->value == OptionRule::Value::None) {
            if (equals >= 0)
                return fail(usageError("USAGE_TAKES_NO_VALUE", name));
            result.m_options[name].append(QString());
        } else if (equals >= 0) {
            result.m_options[name].append(argument.mid(equals + 1));
        } else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(QStringLiteral("--"))) {
            result.m_options[name].append(arguments[++i]);
        } else {
            return fail(usageError("USAGE_NEEDS_VALUE", name));
        }
    }
    return result;
}

Result<QString> Arguments::needed(const char* option) const
{
    const QString given = value(option);
    if (given.isEmpty())
        return fail(usageError("USAGE_MISSING", QString::fromLatin1(option)));
    return given;
}

Result<qint64> Arguments::count(const char* option, qint64 otherwise, qint64 most) const
{
    if (!has(option))
        return otherwise;
    const auto number = parseDecimal(value(option), 0);
    if (!number || *number < 0 || *number > most) {
        return fail("VALUE_RANGE",
            QStringLiteral("--") + QLatin1String(option),
            {{QStringLiteral("text"), value(option).left(40)}});
    }
    return *number;
}

} // namespace chengdan::ctl
