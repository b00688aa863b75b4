// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/print_fonts.h"

#include <QFontDatabase>

#include <algorithm>

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

std::optional<QString> familyIn(const QStringList& installed, const QString& wanted)
{
    for (const QString& family : installed) {
        if (family.compare(wanted, Qt::CaseInsensitive) == 0)
            return family;
    }
    return std::nullopt;
}

QString chineseStandIn(const QStringList& chinese)
{
    for (const QString& family : standInFamilies()) {
        if (const auto found = familyIn(chinese, family))
            return *found;
    }
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
    const QStringList installed = QFontDatabase::families();
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    PrintFonts fonts;
    bool hasChinese = false;
    for (const QString& name : wanted) {
        if (const auto family = familyIn(installed, name)) {
            fonts.families.append(*family);
            hasChinese = hasChinese || chinese.contains(*family);
        }
    }
    if (hasChinese)
        return fonts;

    const QString names = wanted.join(QStringLiteral(", "));
    const QString standIn = chineseStandIn(chinese);
    if (standIn.isEmpty()) {
        fonts.warning = Error::make("PRINT_FONT_MISSING", {}, {{QStringLiteral("font"), names}});
        return fonts;
    }
    // A Latin family in front keeps the digits of the text layer with fonts that lose them.
    if (fonts.families.isEmpty()) {
        if (const auto latin = familyIn(installed, QStringLiteral("DejaVu Sans")))
            fonts.families.append(*latin);
    }
    fonts.families.append(standIn);
    fonts.warning = Error::make("PRINT_FONT_REPLACED",
        {},
        {{QStringLiteral("font"), names}, {QStringLiteral("used"), standIn}});
    return fonts;
}

} // namespace chengdan::reports
