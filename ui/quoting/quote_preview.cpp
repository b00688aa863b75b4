// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_preview.h"

#include "reports/document/document_output.h"
#include "reports/quote/quote_paper.h"
#include "ui/shared/cards.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace chengdan::ui {

QuotePreview::QuotePreview(const quoting::QuoteView& quote, QWidget* parent)
    : QDialog(parent)
    , m_quote(quote)
    , m_document(reports::buildQuoteDocument(reports::quotePaper(quote), Language::Chinese))
    , m_painter(m_document, reports::resolvePrintFonts())
    , m_preview(new QPrintPreviewWidget(this))
    , m_message(new MessageBar(QStringLiteral("previewMessage")))
{
    setObjectName(QStringLiteral("quotePreview"));
    setWindowTitle(tr("Print preview: %1").arg(quote.quote.number));
    resize(themePx(980), themePx(860));
    m_message->hide();
    auto* printButton = new QPushButton(tr("Print …"));
    printButton->setObjectName(QStringLiteral("previewPrint"));
    setKind(printButton, "primary");
    auto* pdfButton = new QPushButton(tr("Save as PDF …"));
    pdfButton->setObjectName(QStringLiteral("previewPdf"));
    auto* closeButton = new QPushButton(tr("Close"));
    closeButton->setObjectName(QStringLiteral("previewClose"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 12);
    buttons->addStretch();
    buttons->addWidget(closeButton);
    buttons->addWidget(pdfButton);
    buttons->addWidget(printButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(m_preview, 1);
    layout->addLayout(buttons);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter* printer) {
        if (const auto painted = m_painter.paintTo(printer); !painted) {
            m_message->setMessage(Tone::Danger, sentence(painted.error(), currentLanguage()));
            m_message->show();
        }
    });
    connect(printButton, &QPushButton::clicked, this, &QuotePreview::print);
    connect(pdfButton, &QPushButton::clicked, this, [this] { exportPdf(); });
    connect(closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), this),
        &QShortcut::activated,
        this,
        &QuotePreview::print);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this),
        &QShortcut::activated,
        this,
        [this] { exportPdf(); });
    m_preview->setFocus();
}

void QuotePreview::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto printed = m_painter.paintTo(&printer);
    m_message->setMessage(printed ? Tone::Ok : Tone::Danger,
        printed ? tr("Sent to %1").arg(printer.printerName())
                : sentence(printed.error(), currentLanguage()));
    m_message->show();
}

void QuotePreview::exportPdf(QString path)
{
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this,
            tr("Save as PDF"),
            QStringLiteral("%1-R%2.pdf").arg(m_quote.quote.number).arg(m_quote.revision.revisionNo),
            QStringLiteral("PDF (*.pdf)"));
    }
    if (path.isEmpty())
        return;
    const auto written = reports::writePdf(m_document, path);
    m_message->setMessage(written ? Tone::Ok : Tone::Danger,
        written ? tr("Saved as %1").arg(path) : sentence(written.error(), currentLanguage()));
    m_message->show();
}

} // namespace chengdan::ui
