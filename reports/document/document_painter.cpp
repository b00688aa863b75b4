// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_painter.h"

#include "reports/document/text_setter.h"

#include <QPageLayout>
#include <QPageRanges>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QPrinter>

#include <cmath>

namespace chengdan::reports {

namespace {

// Colours for paper: dark enough for a black-and-white printer, light where text runs over them.
QColor inkColor(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return {0x1b, 0x22, 0x2c};
    case Ink::Muted:
        return {0x5b, 0x66, 0x75};
    case Ink::Accent:
        return {0x1f, 0x4b, 0x7f};
    case Ink::Rule:
        return {0xb4, 0xbf, 0xcc};
    case Ink::HeadingFill:
        return {0xec, 0xf1, 0xf7};
    case Ink::Watermark:
        break;
    }
    return {0xf7, 0xe4, 0xe4};
}

QPageLayout borderlessA4()
{
    QPageLayout layout(
        QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

} // namespace

Result<void> DocumentPainter::paint(QPagedPaintDevice* device) const
{
    device->setPageLayout(borderlessA4());
    QPainter painter;
    if (!painter.begin(device))
        return fail("PRINT_FAILED");
    const qreal scaleX = qreal(device->logicalDpiX()) / kDotsPerInch;
    const qreal scaleY = qreal(device->logicalDpiY()) / kDotsPerInch;
    const QPageRanges ranges = device->pageRanges();
    bool started = false;
    for (int page = 0; page < pageCount(); ++page) {
        if (!ranges.isEmpty() && !ranges.contains(page + 1))
            continue;
        if (started && !device->newPage())
            return fail("PRINT_FAILED");
        started = true;
        painter.save();
        painter.scale(scaleX, scaleY);
        paintPage(painter, page);
        painter.restore();
    }
    if (!painter.end())
        return fail("PRINT_FAILED");
    return {};
}

Result<void> DocumentPainter::paintTo(QPrinter* printer) const
{
    printer->setDocName(m_layout.name);
    printer->setCreator(QStringLiteral("Chengdan"));
    return paint(printer);
}

void DocumentPainter::paintPage(QPainter& painter, int page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const Page& content = m_layout.pages.at(static_cast<size_t>(page));
    // Behind everything: shaded areas first, then the watermark over them, then lines and text, so
    // that the mark shows through on the whole page and never covers a figure.
    for (const bool shading : {true, false}) {
        for (const Piece& piece : content.pieces) {
            for (const Fill& fill : piece.fills) {
                if ((fill.ink == Ink::HeadingFill) == shading)
                    painter.fillRect(fill.area, inkColor(fill.ink));
            }
        }
        if (shading)
            paintWatermark(painter);
    }
    for (const Piece& piece : content.pieces) {
        for (const TextLine& line : piece.texts) {
            painter.setFont(printFont(m_layout.fonts, line.style));
            painter.setPen(inkColor(line.style.ink));
            painter.drawText(line.origin, line.text);
        }
    }
    paintQr(painter);
}

// As outlines, not as text: slanted characters would land between the lines of copied text. The
// foot says the same in words.
void DocumentPainter::paintWatermark(QPainter& painter) const
{
    if (m_layout.watermark.isEmpty())
        return;
    const QFont font = printFont(m_layout.fonts, TextStyle{100, false, Ink::Watermark});
    QPainterPath outline;
    outline.addText(QPointF(), font, m_layout.watermark);
    const QRectF bounds = outline.boundingRect();
    if (bounds.isEmpty())
        return;
    const qreal diagonal = std::hypot(m_layout.pageSize.width(), m_layout.pageSize.height()) * 0.62;
    const qreal size = std::min(diagonal / bounds.width(), 1.6);
    painter.save();
    painter.translate(m_layout.pageSize.width() / 2, m_layout.pageSize.height() / 2);
    painter.rotate(-40);
    painter.scale(size, size);
    painter.translate(-bounds.center());
    painter.fillPath(outline, inkColor(Ink::Watermark));
    painter.restore();
}

void DocumentPainter::paintQr(QPainter& painter) const
{
    if (!m_layout.qr)
        return;
    const QrCode& code = *m_layout.qr;
    const QRectF area = m_layout.qrArea;
    const qreal module = area.width() / code.side;
    // One path of whole runs: single squares would show hairlines between them.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side; ++x) {
            if (!code.dark(x, y))
                continue;
            const int start = x;
            while (x + 1 < code.side && code.dark(x + 1, y))
                ++x;
            path.addRect(area.left() + start * module,
                area.top() + y * module,
                (x + 1 - start) * module,
                module);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(path, inkColor(Ink::Text));
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace chengdan::reports
