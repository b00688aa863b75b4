// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/piece_builder.h"

namespace chengdan::reports {

void LooseBlock::addHorizontal(qreal left, qreal right, qreal y, qreal thickness, Ink ink)
{
    fills.push_back(Fill{QRectF(left, y - thickness / 2, right - left, thickness), ink});
}

void LooseBlock::addVertical(qreal x, qreal top, qreal bottom, qreal thickness, Ink ink)
{
    fills.push_back(Fill{QRectF(x - thickness / 2, top, thickness, bottom - top), ink});
}

qreal LooseBlock::addLines(const TextSetter& setter,
    const QStringList& lines,
    const TextStyle& style,
    Align align,
    qreal left,
    qreal width,
    qreal top)
{
    for (const QString& line : lines) {
        if (!line.isEmpty())
            texts.push_back(setter.place(line, style, align, left, width, top));
        top += TextSetter::lineHeight(style);
    }
    return top;
}

} // namespace chengdan::reports
