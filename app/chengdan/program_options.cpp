// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/program_options.h"

#include "app/chengdan/window_sync.h"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace chengdan::app {

namespace {

[[noreturn]] void refuse(const QString& sentence)
{
    std::fputs(qPrintable(sentence + QLatin1Char('\n')), stderr);
    std::exit(2);
}

QSize sizeOf(const QString& text)
{
    const QSize size(
        text.section(QLatin1Char('x'), 0, 0).toInt(), text.section(QLatin1Char('x'), 1, 1).toInt());
    if (size.width() < 320 || size.height() < 240 || size.width() > 8000 || size.height() > 8000)
        refuse(QStringLiteral("--size takes a width and a height, such as 1440x900"));
    return size;
}

} // namespace

QString defaultCompanyFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/chengdan/company.chengdan");
}

ProgramOptions readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Chengdan 成单: quotes, customers and opportunities of a manufacturer"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption db(
        QStringLiteral("db"), QStringLiteral("Company file"), QStringLiteral("FILE"));
    const QCommandLineOption user(
        QStringLiteral("user"), QStringLiteral("Act as this person"), QStringLiteral("LOGIN"));
    const QCommandLineOption lang(
        QStringLiteral("lang"), QStringLiteral("zh_CN or en"), QStringLiteral("LANG"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light, dark or system"), QStringLiteral("THEME"));
    const QCommandLineOption today(
        QStringLiteral("today"), QStringLiteral("Business date"), QStringLiteral("YYYY-MM-DD"));
    const QCommandLineOption gallery(QStringLiteral("gallery"),
        QStringLiteral("Render every page into DIR, as --theme and --lang say, and end"),
        QStringLiteral("DIR"));
    const QCommandLineOption size(QStringLiteral("size"),
        QStringLiteral("Size of the gallery's window"),
        QStringLiteral("WxH"));
    const QCommandLineOption scale(
        QStringLiteral("scale"), QStringLiteral("Scale of the gallery"), QStringLiteral("N"));
    QCommandLineOption endWhenPainted(QStringLiteral("end-when-painted"),
        QStringLiteral("Write a line when the window is painted, and end"));
    endWhenPainted.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({db, user, lang, theme, today, gallery, size, scale, endWhenPainted});
    parser.addPositionalArgument(
        QStringLiteral("page"), QStringLiteral("Page to open first"), QStringLiteral("[PAGE]"));
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    ProgramOptions options;
    options.fileWasNamed = parser.isSet(db);
    options.companyFile =
        options.fileWasNamed ? parser.value(db) : usualCompanyFile(defaultCompanyFile());
    options.login = parser.value(user);
    if (parser.isSet(lang))
        options.language = languageOf(parser.value(lang));
    const QString look = parser.value(theme);
    if (look == QLatin1String("light"))
        options.theme = ui::Theme::Mode::Light;
    else if (look == QLatin1String("dark"))
        options.theme = ui::Theme::Mode::Dark;
    else if (look == QLatin1String("system"))
        options.theme = ui::Theme::Mode::System;
    else if (!look.isEmpty())
        refuse(QStringLiteral("--theme takes light, dark or system"));
    options.today = QDate::fromString(parser.value(today), Qt::ISODate);
    if (parser.isSet(today) && !options.today.isValid())
        refuse(QStringLiteral("--today takes a date such as 2026-03-12"));
    options.galleryFolder = parser.value(gallery);
    if (parser.isSet(size))
        options.gallerySize = sizeOf(parser.value(size));
    if (parser.isSet(scale))
        options.galleryScale = parser.value(scale).toInt();
    if (options.galleryScale < 1 || options.galleryScale > 4)
        refuse(QStringLiteral("--scale takes 1 to 4"));
    options.endWhenPainted = parser.isSet(endWhenPainted);
    options.page = parser.positionalArguments().value(0);
    return options;
}

} // namespace chengdan::app
