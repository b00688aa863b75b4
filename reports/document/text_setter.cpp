// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/text_setter.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace chengdan::reports {

namespace {

// Chinese type fills its square; lines closer than this run together.
constexpr qreal kLineSpacing = 1.42;

// Line feeds break lines; other control characters of pasted text have no glyph.
QStringList printableLines(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text) {
        if (character == QLatin1Char('\t'))
            clean += QLatin1Char(' ');
        else if (character == QLatin1Char('\n') || character.category() != QChar::Other_Control)
            clean += character;
    }
    return clean.split(QLatin1Char('\n'));
}

} // namespace

QFont printFont(const PrintFonts& fonts, const TextStyle& style)
{
    QFont font;
    if (!fonts.families.isEmpty())
        font.setFamilies(fonts.families);
    font.setPixelSize(qRound(dotsFromPoints(style.points)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

qreal TextSetter::width(const QString& text, const TextStyle& style) const
{
    return QFontMetricsF(printFont(m_fonts, style)).horizontalAdvance(text);
}

qreal TextSetter::lineHeight(const TextStyle& style)
{
    return dotsFromPoints(style.points) * kLineSpacing;
}

QStringList TextSetter::wrap(const QString& text, const TextStyle& style, qreal width) const
{
    const QFont font = printFont(m_fonts, style);
    const QFontMetricsF metrics(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QStringList result;
    for (const QString& paragraph : printableLines(text)) {
        if (metrics.horizontalAdvance(paragraph) <= width) {
            result.append(paragraph);
            continue;
        }
        QTextLayout layout(paragraph, font);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            QString piece = paragraph.mid(line.textStart(), line.textLength());
            while (piece.endsWith(QLatin1Char(' ')))
                piece.chop(1);
            result.append(piece);
        }
        layout.endLayout();
    }
    return result;
}

TextLine TextSetter::place(const QString& text,
    const TextStyle& style,
    Align align,
    qreal left,
    qreal width,
    qreal top) const
{
    const QFontMetricsF metrics(printFont(m_fonts, style));
    const qreal slack = width - metrics.horizontalAdvance(text);
    const qreal shift = align == Align::Left ? 0 : align == Align::Right ? slack : slack / 2;
    const qreal leading = lineHeight(style) - metrics.ascent() - metrics.descent();
    return TextLine{{left + shift, top + leading / 2 + metrics.ascent()}, text, style};
}

} // namespace chengdan::reports
