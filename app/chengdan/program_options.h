// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QSize>
#include <QString>

#include <optional>

namespace chengdan::app {

/// The desktop program's own switches.
struct ProgramOptions {
    QString companyFile;
    bool fileWasNamed = false; ///< by --db, not the default place
    QString login;
    std::optional<Language> language;
    std::optional<ui::Theme::Mode> theme;
    QString page; ///< id of the page to open
    QString galleryFolder;
    QSize gallerySize{1440, 900};
    double galleryScale = 1;
    bool endWhenPainted = false; ///< writes a line then, for scripts/bench
    QDate today; ///< fixes the business date; invalid: the clock's
};

/// Reads the command line; ends the program with 2 and a sentence when it is wrong, with 0 after
/// --help or --version.
ProgramOptions readOptions(const QStringList& arguments);

/// Where a company file lies when none is named.
QString defaultCompanyFile();

} // namespace chengdan::app
