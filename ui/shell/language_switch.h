// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"

#include <QStringList>
#include <QTranslator>

namespace chengdan::ui {

/// Loads the translation of the program and of Qt's own dialogs and exchanges them at run time;
/// every widget then gets LanguageChange. The sources are English.
class LanguageSwitch {
public:
    LanguageSwitch();
    ~LanguageSwitch();
    Language language() const { return m_language; }
    /// False: the translation file was not found and English stays.
    bool use(Language language);

private:
    static QStringList folders();
    Language m_language = Language::English;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace chengdan::ui
