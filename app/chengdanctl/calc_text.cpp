// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// calc operations on Chinese text.
#include "app/chengdanctl/calc_operations.h"
#include "core/base/pinyin.h"

namespace chengdan::ctl {

Result<QJsonObject> calcPinyin(CalcInput& input, Language)
{
    const QString text = input.text("text");
    if (input.failed())
        return fail(*input.failed());
    const PinyinVariants variants = pinyinVariants(text);
    std::vector<PinyinUnit> units;
    readPinyin(text, units);
    QJsonArray trace; // how each character may be read, the reading taken first
    for (const PinyinUnit& unit : units) {
        if (unit.set == nullptr)
            continue;
        const QString taken =
            QString::fromLatin1(unit.reading.data(), qsizetype(unit.reading.size()));
        const QString all = QString::fromLatin1(unit.set->readings);
        trace.append(all == taken ? taken : taken + QStringLiteral(" (") + all + QLatin1Char(')'));
    }
    return QJsonObject{{QStringLiteral("initials"), QJsonArray::fromStringList(variants.initials)},
        {QStringLiteral("full"), QJsonArray::fromStringList(variants.full)},
        {QStringLiteral("trace"), trace}};
}

} // namespace chengdan::ctl
