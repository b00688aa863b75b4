// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document/text_setter.h"

namespace chengdan::reports {

/// A piece under construction: coordinates relative to its own upper left corner, x from the left
/// margin. `cuts` are the heights at which it may be split between two pages.
struct LooseBlock {
    PieceKind kind = PieceKind::Row;
    int index = -1;
    qreal height = 0;
    std::vector<qreal> cuts;
    std::vector<TextLine> texts;
    std::vector<Fill> fills;

    void addHorizontal(qreal left, qreal right, qreal y, qreal thickness, Ink ink = Ink::Rule);
    void addVertical(qreal x, qreal top, qreal bottom, qreal thickness, Ink ink = Ink::Rule);
    /// Adds the lines one under the other and answers the y below the last.
    qreal addLines(const TextSetter& setter,
        const QStringList& lines,
        const TextStyle& style,
        Align align,
        qreal left,
        qreal width,
        qreal top);
};

/// Thickness of every line of a table, and of a rule under a heading.
constexpr qreal kThinRule = dotsFromPoints(0.5);
constexpr qreal kStrongRule = dotsFromPoints(1.6);

constexpr qreal kPageWidth = dotsFromMillimetres(210);
constexpr qreal kPageHeight = dotsFromMillimetres(297);
constexpr qreal kSideMargin = dotsFromMillimetres(16);
constexpr qreal kEdgeMargin = dotsFromMillimetres(18);
constexpr qreal kContentWidth = kPageWidth - 2 * kSideMargin;
constexpr qreal kContentHeight = kPageHeight - 2 * kEdgeMargin;

constexpr TextStyle kBodyStyle{10, false, Ink::Text};
constexpr TextStyle kSmallStyle{8, false, Ink::Muted};

// The blocks outside the table; an empty part of the document gives no block.
std::vector<LooseBlock> leadBlocks(const Document& document, const TextSetter& setter);
std::vector<LooseBlock> closingBlocks(const Document& document, const TextSetter& setter);
/// Head of the second and later pages.
LooseBlock runningHead(const PageFrame& frame, const TextSetter& setter);
/// Foot of a page, from its rule downwards; the QR code stands at its left.
LooseBlock pageFoot(const PageFrame& frame, const TextSetter& setter, int page, int pages);
constexpr qreal kQrSide = dotsFromMillimetres(10);

/// The table: its header and one block for each row, columns as wide as they need to be.
struct TableBlocks {
    LooseBlock header;
    std::vector<LooseBlock> rows;
};
TableBlocks tableBlocks(const Table& table, const TextSetter& setter);

} // namespace chengdan::reports
