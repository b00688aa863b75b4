// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document/document.h"
#include "reports/document/print_fonts.h"
#include "reports/document/qr_code.h"

#include <QRectF>

namespace chengdan::reports {

/// All lengths of a layout are dots of 1/600 inch, independent of the device it is painted on.
constexpr int kDotsPerInch = 600;
constexpr qreal dotsFromMillimetres(qreal millimetres)
{
    return millimetres * kDotsPerInch / 25.4;
}
constexpr qreal dotsFromPoints(qreal points)
{
    return points * kDotsPerInch / 72.0;
}

/// Colours by purpose; DocumentPainter holds the values.
enum class Ink { Text, Muted, Accent, Rule, HeadingFill, Watermark };

struct TextStyle {
    qreal points = 10;
    bool bold = false;
    Ink ink = Ink::Text;
};

/// One line of text; `origin` is the left end of its base line.
struct TextLine {
    QPointF origin;
    QString text;
    TextStyle style;
};

/// A shaded area, or a line as a thin strip, so that every device gives it its width.
struct Fill {
    QRectF area;
    Ink ink = Ink::HeadingFill;
};

/// What a piece of a page is; tests and the text dump go by it.
enum class PieceKind {
    Letterhead,
    Parties,
    Introduction,
    TableHeader,
    Row,
    Totals,
    Terms,
    Signatures,
    RunningHead,
    Foot,
};

/// A block that was laid out: its texts and shapes in page coordinates.
struct Piece {
    PieceKind kind = PieceKind::Row;
    int index = -1; ///< row number from 0; -1 for everything else
    bool continued = false; ///< a later stretch of a row that is taller than a page
    QRectF area;
    std::vector<TextLine> texts;
    std::vector<Fill> fills;
};

struct Page {
    std::vector<Piece> pieces;
};

/// The whole document laid out: what stands on which page is known before anything is painted.
struct DocumentLayout {
    QSizeF pageSize; ///< A4 upright
    QString name;
    QDate date;
    PrintFonts fonts;
    QString watermark;
    std::optional<QrCode> qr;
    QRectF qrArea; ///< the same on every page
    std::vector<Page> pages;
};

/// Lays a document out on A4 with margins of 18 mm above and below and 16 mm at the sides, body in
/// 10 pt and tables in 9 pt. Needs a QGuiApplication (fonts are measured); deterministic for the
/// same fonts. A text too long for a QR code leaves the code out.
DocumentLayout layoutDocument(const Document& document, const PrintFonts& fonts);

/// The pages as plain text, one line for each piece, for comparing with a golden file.
QString layoutText(const DocumentLayout& layout);

} // namespace chengdan::reports
