// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/print_fonts.h"

#include <QFontDatabase>

#include <vector>

namespace chengdan::reports {

namespace {

// Chinese families by all their names, the best stand-ins first: those whose text layer was found
// right, then what the systems bring. Qt knows a family only by its name in the desktop's language:
// on a Chinese desktop WenQuanYi Zen Hei is 文泉驿正黑 and nothing else.
const std::vector<QStringList>& chineseFamilies()
{
    static const std::vector<QStringList> families{
        {QStringLiteral("WenQuanYi Zen Hei"),
            QStringLiteral("文泉驿正黑"),
            QStringLiteral("文泉驛正黑")},
        {QStringLiteral("AR PL UMing CN"), QStringLiteral("文鼎PL简中明")},
        {QStringLiteral("Microsoft YaHei"), QStringLiteral("微软雅黑")},
        {QStringLiteral("SimSun"), QStringLiteral("宋体")},
        {QStringLiteral("PingFang SC"), QStringLiteral("苹方-简")},
        {QStringLiteral("Noto Sans CJK SC")},
    };
    return families;
}

// The name under which Qt knows the wanted family here; empty when it is not installed.
QString installedName(const QStringList& installed, const QString& wanted)
{
    if (installed.contains(wanted, Qt::CaseInsensitive))
        return wanted;
    for (const QStringList& names : chineseFamilies()) {
        if (!names.contains(wanted, Qt::CaseInsensitive))
            continue;
        for (const QString& name : names) {
            if (installed.contains(name))
                return name;
        }
    }
    return {};
}

QString chineseStandIn(const QStringList& installed)
{
    for (const QStringList& names : chineseFamilies()) {
        const QString name = installedName(installed, names.first());
        if (!name.isEmpty())
            return name;
    }
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    return chinese.isEmpty() ? QString() : chinese.first();
}

bool hasChineseCharacters(const QString& family)
{
    return QFontDatabase::writingSystems(family).contains(QFontDatabase::SimplifiedChinese);
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
    PrintFonts fonts;
    bool hasChinese = false;
    for (const QString& name : wanted) {
        const QString family = installedName(installed, name);
        if (family.isEmpty())
            continue;
        fonts.families.append(family);
        hasChinese = hasChinese || hasChineseCharacters(family);
    }
    if (hasChinese)
        return fonts;

    const QString names = wanted.join(QStringLiteral(", "));
    const QString standIn = chineseStandIn(installed);
    if (standIn.isEmpty()) {
        fonts.warning = Error::make("PRINT_FONT_MISSING", {}, {{QStringLiteral("font"), names}});
        return fonts;
    }
    // A Latin family in front keeps the digits of the text layer with fonts that lose them.
    const QString latin = QStringLiteral("DejaVu Sans");
    if (fonts.families.isEmpty() && !chineseFamilies().front().contains(standIn)
        && installed.contains(latin))
        fonts.families.append(latin);
    fonts.families.append(standIn);
    fonts.warning = Error::make("PRINT_FONT_REPLACED",
        {},
        {{QStringLiteral("font"), names}, {QStringLiteral("used"), standIn}});
    return fonts;
}

} // namespace chengdan::reports
