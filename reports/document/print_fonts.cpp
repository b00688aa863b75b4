// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/print_fonts.h"

#include <QFontDatabase>

namespace chengdan::reports {

namespace {

// The best stand-ins first: those whose text layer was found right, then what the systems bring.
QStringList standInFamilies()
{
    return {QStringLiteral("WenQuanYi Zen Hei"),
        QStringLiteral("AR PL UMing CN"),
        QStringLiteral("Microsoft YaHei"),
        QStringLiteral("SimSun"),
        QStringLiteral("PingFang SC"),
        QStringLiteral("Noto Sans CJK SC")};
}

// Asked through the styles, not the list of families: that one names fonts in the language of the
// desktop (文泉驿正黑), while a font answers to all its names.
bool isInstalled(const QString& family)
{
    return !QFontDatabase::styles(family).isEmpty();
}

bool hasChineseCharacters(const QString& family)
{
    return QFontDatabase::writingSystems(family).contains(QFontDatabase::SimplifiedChinese);
}

QString chineseStandIn()
{
    for (const QString& family : standInFamilies()) {
        if (isInstalled(family))
            return family;
    }
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    return chinese.isEmpty() ? QString() : chinese.first();
}

} // namespace

QStringList defaultPrintFamilies()
{
#if defined(Q_OS_WIN)
    return {QStringLiteral("Arial"), QStringLiteral("SimSun")};
#elif defined(Q_OS_MACOS)
    return {QStringLiteral("Helvetica"), QStringLiteral("PingFang SC")};
#else
    return {QStringLiteral("WenQuanYi Zen Hei")};
#endif
}

PrintFonts resolvePrintFonts(const QStringList& wanted)
{
    PrintFonts fonts;
    bool hasChinese = false;
    for (const QString& family : wanted) {
        if (!isInstalled(family))
            continue;
        fonts.families.append(family);
        hasChinese = hasChinese || hasChineseCharacters(family);
    }
    if (hasChinese)
        return fonts;

    const QString names = wanted.join(QStringLiteral(", "));
    const QString standIn = chineseStandIn();
    if (standIn.isEmpty()) {
        fonts.warning = Error::make("PRINT_FONT_MISSING", {}, {{QStringLiteral("font"), names}});
        return fonts;
    }
    // A Latin family in front keeps the digits of the text layer with fonts that lose them.
    const QString latin = QStringLiteral("DejaVu Sans");
    if (fonts.families.isEmpty() && standIn != standInFamilies().first() && isInstalled(latin))
        fonts.families.append(latin);
    fonts.families.append(standIn);
    fonts.warning = Error::make("PRINT_FONT_REPLACED",
        {},
        {{QStringLiteral("font"), names}, {QStringLiteral("used"), standIn}});
    return fonts;
}

} // namespace chengdan::reports
