// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document/document_layout.h"

#include <QFont>

namespace chengdan::reports {

/// The font of a style at 600 dots per inch, without hinting, so that widths do not depend on the
/// device.
QFont printFont(const PrintFonts& fonts, const TextStyle& style);

/// Measures, wraps and places text in the fonts of one document.
class TextSetter {
public:
    explicit TextSetter(PrintFonts fonts)
        : m_fonts(std::move(fonts))
    {
    }

    qreal width(const QString& text, const TextStyle& style) const;
    /// Distance from one base line to the next.
    static qreal lineHeight(const TextStyle& style);
    /// The lines of a text in a width: broken at line feeds, between words and between Chinese
    /// characters, inside a word only where it is wider than the line. At least one line.
    QStringList wrap(const QString& text, const TextStyle& style, qreal width) const;
    /// The base line of one line of text aligned in [left, left + width) with its upper edge at
    /// top.
    TextLine place(const QString& text,
        const TextStyle& style,
        Align align,
        qreal left,
        qreal width,
        qreal top) const;

private:
    PrintFonts m_fonts;
};

} // namespace chengdan::reports
