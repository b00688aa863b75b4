// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/locale.h"

#include <QCoreApplication>

namespace chengdan::ui {

Language currentLanguage()
{
    // The translation itself says which language is shown; the source texts are English.
    const QString said =
        QCoreApplication::translate("Locale", "en", "the language code of this translation");
    return languageOf(said);
}

} // namespace chengdan::ui
