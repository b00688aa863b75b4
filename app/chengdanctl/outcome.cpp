// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/command.h"
#include "core/exchange/file_error.h"

#include <array>

namespace chengdan::ctl {

namespace {

/// Faults of the machine rather than of what was asked.
Exit exitOf(const QString& code)
{
    static const std::array<QLatin1String, 3> faults{
        QLatin1String("STORAGE_"), QLatin1String("DB_"), QLatin1String("SERVER_")};
    if (code.startsWith(QLatin1String("USAGE_")))
        return Exit::Usage;
    if (code == QLatin1String("SERVER_PASSWORD")) // the server is well, this login is not let in
        return Exit::Refused;
    const bool fault = std::any_of(faults.begin(), faults.end(), [&](QLatin1String prefix) {
        return code.startsWith(prefix);
    });
    return fault ? Exit::Fault : Exit::Refused;
}

} // namespace

Outcome Outcome::done(QJsonValue result, QString text)
{
    Outcome outcome;
    outcome.result = std::move(result);
    outcome.text = std::move(text);
    return outcome;
}

Outcome Outcome::refused(const Error& error, Language language)
{
    Outcome outcome;
    outcome.exit = exitOf(error.code);
    outcome.errors.append(errorJson(error, language));
    for (const Error& more : error.more)
        outcome.errors.append(errorJson(more, language));
    return outcome;
}

Outcome Outcome::misused(const char* form, Language language)
{
    return refused(
        Error::make("USAGE_FORM", {}, {{QStringLiteral("text"), QString::fromUtf8(form)}}),
        language);
}

QJsonObject errorJson(const Error& error, Language language)
{
    QJsonObject object;
    for (const auto& [name, value] : error.args)
        object.insert(name, value);
    object.insert(QStringLiteral("code"), error.code);
    object.insert(QStringLiteral("field"), error.field);
    object.insert(QStringLiteral("message"), exchange::fileSentence(error, language));
    return object;
}

} // namespace chengdan::ctl
