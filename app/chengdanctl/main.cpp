// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/company_file.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace {

using namespace chengdan;
using namespace chengdan::ctl;

constexpr auto kFlag = OptionRule::Value::None;

const std::vector<OptionRule>& globalOptions()
{
    static const std::vector<OptionRule> options{{"db"},
        {"user"},
        {"lang"},
        {"today"},
        {"json", kFlag},
        {"help", kFlag},
        {"version", kFlag}};
    return options;
}

void write(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        std::fputc('\n', stream);
    std::fflush(stream);
}

QString usageText()
{
    QString text = QStringLiteral("chengdanctl [--db FILE] [--user LOGIN] [--json] "
                                  "[--lang zh_CN|en] [--today YYYY-MM-DD] COMMAND …\n\n");
    for (const Command& command : commands()) {
        text += QStringLiteral("  ") + QLatin1String(command.name) + QLatin1Char(' ')
            + QString::fromUtf8(command.usage) + QLatin1Char('\n');
    }
    return text;
}

int print(const Outcome& outcome, bool json)
{
    const bool ok = outcome.errors.isEmpty();
    if (json) {
        QJsonObject object = outcome.beside;
        object.insert(QStringLiteral("ok"), ok);
        if (!ok) {
            QJsonArray errors;
            for (const QJsonObject& error : outcome.errors)
                errors.append(error);
            object.insert(QStringLiteral("errors"), errors);
            if (!outcome.result.isNull())
                object.insert(QStringLiteral("result"), outcome.result);
        } else if (outcome.beside.isEmpty()) {
            object.insert(QStringLiteral("result"), outcome.result);
        }
        write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
        return static_cast<int>(outcome.exit);
    }
    if (!outcome.text.isEmpty())
        write(stdout, outcome.text);
    // A person reads the first ones; --json has them all.
    constexpr qsizetype kMostShown = 50;
    for (const QJsonObject& error : outcome.errors.mid(0, kMostShown)) {
        write(stderr,
            QStringLiteral("%1: %2").arg(error.value(QStringLiteral("code")).toString(),
                error.value(QStringLiteral("message")).toString()));
    }
    if (outcome.errors.size() > kMostShown)
        write(stderr, QStringLiteral("… + %1").arg(outcome.errors.size() - kMostShown));
    return static_cast<int>(outcome.exit);
}

Outcome usageOutcome(const Error& error, Language language)
{
    Outcome outcome = Outcome::refused(error, language);
    outcome.exit = Exit::Usage;
    return outcome;
}

/// The command's name is the first word that is no value of a global option; its own options are
/// not known before that.
const Command* findCommand(const QStringList& arguments, QString* name)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument.startsWith(QStringLiteral("--"))) {
            const bool takesNext = std::any_of(
                globalOptions().begin(), globalOptions().end(), [&](const OptionRule& rule) {
                    return rule.value == OptionRule::Value::Needed
                        && argument.mid(2) == QLatin1String(rule.name);
                });
            i += takesNext ? 1 : 0;
            continue;
        }
        *name = argument;
        for (const Command& command : commands()) {
            if (argument == QLatin1String(command.name))
                return &command;
        }
        return nullptr;
    }
    return nullptr;
}

/// --lang is looked for by hand, so that even a refusal of the command line speaks that language.
Language languageIn(const QStringList& arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang") && i + 1 < arguments.size())
            return languageOf(arguments[i + 1]);
        if (arguments[i].startsWith(QStringLiteral("--lang=")))
            return languageOf(arguments[i].mid(7));
    }
    return Language::Chinese;
}

Result<QDate> fixedToday(const Arguments& arguments)
{
    if (!arguments.has("today"))
        return QDate();
    const QString text = arguments.value("today");
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid()) {
        return fail(
            "DATE_FORMAT", QStringLiteral("--today"), {{QStringLiteral("text"), text.left(40)}});
    }
    return date;
}

Outcome run(const QStringList& arguments, Language language)
{
    QString name;
    const Command* command = findCommand(arguments, &name);
    if (command == nullptr) {
        if (arguments.contains(QStringLiteral("--version"))) {
            const QString version = QCoreApplication::applicationVersion();
            return Outcome::done(QJsonObject{{QStringLiteral("version"), version}},
                QStringLiteral("chengdanctl ") + version);
        }
        if (arguments.contains(QStringLiteral("--help")))
            return Outcome::done(usageText(), usageText());
        return usageOutcome(name.isEmpty()
                ? Error::make("USAGE_NO_COMMAND")
                : Error::make("USAGE_UNKNOWN_COMMAND", {}, {{QStringLiteral("command"), name}}),
            language);
    }
    std::vector<OptionRule> rules = globalOptions();
    rules.insert(rules.end(), command->options.begin(), command->options.end());
    const auto parsed = Arguments::parse(arguments, rules);
    if (!parsed)
        return usageOutcome(parsed.error(), language);
    if (parsed->has("help")) {
        const QString text = QStringLiteral("chengdanctl ") + QLatin1String(command->name)
            + QLatin1Char(' ') + QString::fromUtf8(command->usage);
        return Outcome::done(text, text);
    }
    const auto today = fixedToday(*parsed);
    if (!today)
        return usageOutcome(today.error(), language);
    const SystemClock clock("Asia/Shanghai", *today);
    Call call;
    call.arguments = *parsed;
    call.language = language;
    call.clock = &clock;
    call.user = parsed->value("user");
    call.database = parsed->value("db", defaultCompanyPath());
    return command->run(call);
}

} // namespace

int main(int argc, char** argv)
{
    // Only a print sets text, and needs no display for it; everything else starts without fonts.
    std::unique_ptr<QCoreApplication> application;
    if (std::any_of(
            argv, argv + argc, [](const char* word) { return qstrcmp(word, "print") == 0; })) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("chengdan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHENGDAN_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    return print(
        run(arguments, languageIn(arguments)), arguments.contains(QStringLiteral("--json")));
}
