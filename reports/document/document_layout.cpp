// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_layout.h"

#include "reports/document/paginator.h"
#include "reports/document/piece_builder.h"

#include <algorithm>

namespace chengdan::reports {

namespace {

// The stretch [from, to) of a block, moved so that its upper edge stands at `top` of the page.
Piece placedPiece(const LooseBlock& block, qreal from, qreal to, qreal top)
{
    Piece piece;
    piece.kind = block.kind;
    piece.index = block.index;
    piece.continued = from > 0;
    piece.area = QRectF(kSideMargin, top, kContentWidth, to - from);
    const QPointF shift(kSideMargin, top - from);
    for (TextLine line : block.texts) {
        if (line.origin.y() < from || line.origin.y() >= to)
            continue;
        line.origin += shift;
        piece.texts.push_back(std::move(line));
    }
    // A line on the edge belongs to the block it closes, with its whole thickness.
    const QRectF stretch(-kStrongRule,
        from - kStrongRule,
        kContentWidth + 2 * kStrongRule,
        to - from + 2 * kStrongRule);
    for (const Fill& fill : block.fills) {
        const bool upright = fill.area.height() > to - from;
        const QRectF area = upright
            ? fill.area.intersected(QRectF(stretch.left(), from, stretch.width(), to - from))
            : fill.area.intersected(stretch);
        if (!area.isEmpty())
            piece.fills.push_back(Fill{area.translated(shift), fill.ink});
    }
    if (block.kind == PieceKind::Row)
        piece.fills.push_back(Fill{QRectF(kSideMargin - kThinRule / 2,
                                       top + to - from - kThinRule / 2,
                                       kContentWidth + kThinRule,
                                       kThinRule),
            Ink::Rule});
    return piece;
}

FlowPart flowPart(const LooseBlock& block)
{
    return FlowPart{block.height, block.cuts};
}

std::vector<FlowPart> flowParts(const std::vector<LooseBlock>& blocks)
{
    std::vector<FlowPart> parts;
    std::transform(blocks.begin(), blocks.end(), std::back_inserter(parts), flowPart);
    return parts;
}

struct Blocks {
    std::vector<LooseBlock> lead;
    TableBlocks table;
    std::vector<LooseBlock> closing;

    const LooseBlock& at(const Placement& placement) const
    {
        const auto index = static_cast<size_t>(placement.index);
        switch (placement.kind) {
        case FlowKind::Lead:
            return lead[index];
        case FlowKind::TableHeader:
            return table.header;
        case FlowKind::Row:
            return table.rows[index];
        case FlowKind::Closing:
            break;
        }
        return closing[index];
    }
};

} // namespace

DocumentLayout layoutDocument(const Document& document, const PrintFonts& fonts)
{
    const TextSetter setter(fonts);
    const Blocks blocks{leadBlocks(document, setter),
        tableBlocks(document.table, setter),
        closingBlocks(document, setter)};
    const LooseBlock head = runningHead(document.frame, setter);

    Flow flow;
    flow.firstPage = kContentHeight;
    flow.laterPage = kContentHeight - head.height;
    flow.tableHeader = blocks.table.header.height;
    flow.lead = flowParts(blocks.lead);
    flow.rows = flowParts(blocks.table.rows);
    flow.closing = flowParts(blocks.closing);
    const std::vector<PageFlow> pages = paginate(flow);

    DocumentLayout layout;
    layout.pageSize = QSizeF(kPageWidth, kPageHeight);
    layout.name = document.name;
    layout.date = document.date;
    layout.fonts = fonts;
    layout.watermark = document.frame.watermark;
    // The foot stands in the lower margin, where printers still reach.
    const qreal footTop = kPageHeight - kEdgeMargin + dotsFromMillimetres(1.5);
    if (!document.frame.qrText.isEmpty()) {
        if (auto code = encodeQr(document.frame.qrText))
            layout.qr = std::move(*code);
    }
    layout.qrArea = QRectF(kSideMargin, footTop + dotsFromMillimetres(1.5), kQrSide, kQrSide);
    for (size_t number = 0; number < pages.size(); ++number) {
        Page page;
        qreal top = kEdgeMargin;
        if (number > 0) {
            page.pieces.push_back(placedPiece(head, 0, head.height, top));
            top += head.height;
        }
        for (const Placement& placement : pages[number])
            page.pieces.push_back(placedPiece(
                blocks.at(placement), placement.from, placement.to, top + placement.top));
        const LooseBlock foot = pageFoot(
            document.frame, setter, static_cast<int>(number) + 1, static_cast<int>(pages.size()));
        page.pieces.push_back(placedPiece(foot, 0, foot.height, footTop));
        layout.pages.push_back(std::move(page));
    }
    return layout;
}

} // namespace chengdan::reports
