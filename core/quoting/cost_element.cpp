// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_element.h"

#include <QStringList>

namespace chengdan::quoting {

namespace {
constexpr std::array<const char*, kElementCount> kElementCodes{
    "MAT", "LOSS", "LAB", "MAC", "SET", "OUT", "TOOL", "PACK", "FRT", "MOH", "ADM", "REC", "OTH"};
} // namespace

QString elementCode(Element element)
{
    return QString::fromLatin1(kElementCodes[slot(element)]);
}

std::optional<Element> elementOf(QStringView code)
{
    for (Element element : kElements) {
        if (code.compare(QLatin1String(kElementCodes[slot(element)]), Qt::CaseInsensitive) == 0)
            return element;
    }
    return std::nullopt;
}

std::optional<ElementSet> elementSetOf(QStringView text)
{
    if (text.trimmed().compare(QLatin1String("ALL"), Qt::CaseInsensitive) == 0)
        return kAllElements;
    ElementSet set = 0;
    for (QStringView word : text.split(QLatin1Char('+'), Qt::SkipEmptyParts)) {
        const auto element = elementOf(word.trimmed());
        if (!element)
            return std::nullopt;
        set = static_cast<ElementSet>(set | bit(*element));
    }
    return set;
}

QString elementSetText(ElementSet set)
{
    QStringList codes;
    for (Element element : kElements) {
        if ((set & bit(element)) != 0)
            codes.append(elementCode(element));
    }
    return codes.join(QLatin1Char('+'));
}

} // namespace chengdan::quoting
