// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document/document_layout.h"

class QPagedPaintDevice;
class QPainter;
class QPrinter;

namespace chengdan::reports {

/// Paints a laid-out document: one code path for preview, printer, PDF and picture.
///
/// Preview: connect QPrintPreviewWidget::paintRequested to paintTo(). The layout is kept by value;
/// painting changes nothing and may be repeated.
class DocumentPainter {
public:
    explicit DocumentPainter(DocumentLayout layout)
        : m_layout(std::move(layout))
    {
    }
    DocumentPainter(const Document& document, const PrintFonts& fonts)
        : m_layout(layoutDocument(document, fonts))
    {
    }

    const DocumentLayout& layout() const { return m_layout; }
    int pageCount() const { return static_cast<int>(m_layout.pages.size()); }

    /// Sets the device to A4 without margins of its own and paints the pages its page ranges ask
    /// for (all by default). Error: PRINT_FAILED when the device cannot be opened.
    Result<void> paint(QPagedPaintDevice* device) const;
    /// The same for a printer or the preview, which also get the document's name as job name.
    Result<void> paintTo(QPrinter* printer) const;
    /// One page, from 0, where the painter's unit is 1/600 inch.
    void paintPage(QPainter& painter, int page) const;

private:
    void paintWatermark(QPainter& painter) const;
    void paintQr(QPainter& painter) const;

    DocumentLayout m_layout;
};

} // namespace chengdan::reports
