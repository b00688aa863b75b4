// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/quoting/quote_view.h"
#include "reports/document/document_painter.h"

#include <QDialog>

class QComboBox;
class QPrinter;
class QPrintPreviewWidget;

namespace chengdan::ui {

class JobList;
class MessageBar;

/// The quote as it will be printed, on the same painter as printer and PDF, in the language the
/// customer reads. Ctrl+P prints, Ctrl+E writes the PDF; both run as jobs, so the window goes on.
class QuotePreview : public QDialog {
    Q_OBJECT
public:
    /// `jobs` must outlive the dialog.
    QuotePreview(const quoting::QuoteView& quote, JobList& jobs, QWidget* parent = nullptr);
    /// Writes the PDF where the person says; empty path asks. Answers the job's number, 0 when the
    /// person gave up.
    qint64 exportPdf(QString path = {});
    Language documentLanguage() const;
    void setDocumentLanguage(Language language);
    const reports::Document& document() const { return m_document; }

private:
    void build();
    void layOut();
    void print();
    void show(const Error* error, const QString& done);
    quoting::QuoteView m_quote;
    JobList& m_jobs;
    reports::PrintFonts m_fonts;
    reports::Document m_document;
    std::optional<reports::DocumentPainter> m_painter;
    QPrintPreviewWidget* m_preview;
    QComboBox* m_language;
    MessageBar* m_message;
};

} // namespace chengdan::ui
