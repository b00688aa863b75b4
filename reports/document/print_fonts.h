// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFont>
#include <QStringList>

#include <optional>

namespace chengdan::reports {

/// The families every printed text is set in, each glyph from the first that has it.
///
/// Not every font may be used: with Noto CJK the text layer of a PDF holds Kangxi radicals in place
/// of some Chinese characters and loses digits, so that search and copy fail although the page
/// looks right. WenQuanYi Zen Hei is right as it is; the tests extract the text of every document.
struct PrintFonts {
    QStringList families;
    /// Says that the wanted families are not on this PC and which one stands in; the document is
    /// printed all the same. PRINT_FONT_REPLACED or PRINT_FONT_MISSING (no Chinese font at all).
    std::optional<Error> warning;
};

/// The families used where the setting is empty, by operating system.
QStringList defaultPrintFamilies();

/// The wanted families that exist here, Latin ones first as given; where none of them has Chinese
/// characters, a Chinese one is added and the warning says so. Needs a QGuiApplication.
PrintFonts resolvePrintFonts(const QStringList& wanted = defaultPrintFamilies());

} // namespace chengdan::reports
