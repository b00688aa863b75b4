// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_view.h"
#include "reports/document/document_painter.h"

#include <QDialog>

class QPrintPreviewWidget;

namespace chengdan::ui {

/// The quote as it will be printed, on the same painter as printer and PDF. Ctrl+P prints, Ctrl+E
/// writes the PDF.
class QuotePreview : public QDialog {
    Q_OBJECT
public:
    explicit QuotePreview(const quoting::QuoteView& quote, QWidget* parent = nullptr);
    /// Writes the PDF where the person says; empty path asks.
    void exportPdf(QString path = {});

private:
    void print();
    quoting::QuoteView m_quote;
    reports::Document m_document;
    reports::DocumentPainter m_painter;
    QPrintPreviewWidget* m_preview;
    class MessageBar* m_message;
};

} // namespace chengdan::ui
