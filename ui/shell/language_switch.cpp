// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language_switch.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace chengdan::ui {

LanguageSwitch::LanguageSwitch() = default;

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList LanguageSwitch::folders()
{
    const QDir here(QCoreApplication::applicationDirPath());
    return {QStringLiteral(":/i18n"),
        here.filePath(QStringLiteral("translations")),
        here.filePath(QStringLiteral("../translations")),
        here.filePath(QStringLiteral("../share/chengdan/translations"))};
}

bool LanguageSwitch::use(Language language)
{
    const QString code =
        language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    m_language = language;
    // Qt's own words first: a translator installed later is asked earlier.
    if (language == Language::Chinese
        && m_qt.load(
            QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    for (const QString& folder : folders()) {
        if (m_program.load(QStringLiteral("chengdan_") + code, folder)) {
            QCoreApplication::installTranslator(&m_program);
            return true;
        }
    }
    return language == Language::English;
}

} // namespace chengdan::ui
