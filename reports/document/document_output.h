// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document/document_painter.h"

#include <QImage>

namespace chengdan::reports {

/// The document as PDF 1.4 at 600 dpi with embedded fonts. Same document and fonts, same bytes: the
/// file's dates are the document's date, not the time of writing. Error: PRINT_FAILED.
Result<QByteArray> pdfBytes(const Document& document, const PrintFonts& fonts);

/// Writes the PDF in one step: a failure leaves an older file of that name as it was. Errors:
/// FILE_WRITE (path, reason), PRINT_FAILED.
Result<void> writePdf(
    const Document& document, const QString& path, const PrintFonts& fonts = resolvePrintFonts());

/// One page, from 0, as a picture on white; null when there is no such page.
QImage renderPage(const Document& document,
    int page,
    int dotsPerInch,
    const PrintFonts& fonts = resolvePrintFonts());

} // namespace chengdan::reports
