// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_preview.h"

#include "reports/document/document_output.h"
#include "reports/quote/quote_paper.h"
#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace chengdan::ui {

QuotePreview::QuotePreview(const quoting::QuoteView& quote, JobList& jobs, QWidget* parent)
    : QDialog(parent)
    , m_quote(quote)
    , m_jobs(jobs)
    , m_fonts(reports::resolvePrintFonts())
    , m_preview(new QPrintPreviewWidget(this))
    , m_language(new QComboBox)
    , m_message(new MessageBar(QStringLiteral("previewMessage")))
{
    setObjectName(QStringLiteral("quotePreview"));
    setWindowTitle(tr("Print preview: %1").arg(quote.quote.number));
    resize(themePx(980), themePx(860));
    m_message->hide();
    // The names of languages are the same in every language.
    m_language->setObjectName(QStringLiteral("previewLanguage"));
    m_language->addItem(QStringLiteral("\u4e2d\u6587"), int(Language::Chinese));
    m_language->addItem(QStringLiteral("English"), int(Language::English));
    m_language->setAccessibleName(tr("Language of the document"));
    layOut();
    build();
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter* printer) {
        if (const auto painted = m_painter->paintTo(printer); !painted)
            show(&painted.error(), {});
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        layOut();
        m_preview->updatePreview();
    });
    m_preview->setFocus();
}

void QuotePreview::build()
{
    auto* printButton = new QPushButton(tr("Print …"));
    printButton->setObjectName(QStringLiteral("previewPrint"));
    printButton->setToolTip(tr("Print") + QStringLiteral("  Ctrl+P"));
    setKind(printButton, "primary");
    auto* pdfButton = new QPushButton(tr("Save as PDF …"));
    pdfButton->setObjectName(QStringLiteral("previewPdf"));
    pdfButton->setToolTip(tr("Save as PDF") + QStringLiteral("  Ctrl+E"));
    auto* closeButton = new QPushButton(tr("Close"));
    closeButton->setObjectName(QStringLiteral("previewClose"));
    // One primary button: a dialog makes the first of its buttons the default one otherwise.
    for (QPushButton* button : {pdfButton, closeButton})
        button->setAutoDefault(false);
    printButton->setDefault(true);
    auto* languageLabel = new QLabel(tr("&Language of the document"));
    languageLabel->setBuddy(m_language);
    setRole(languageLabel, "label");
    m_preview->setAccessibleName(tr("Pages as they will be printed"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 12);
    buttons->setSpacing(8);
    buttons->addWidget(languageLabel);
    buttons->addWidget(m_language);
    buttons->addStretch();
    buttons->addWidget(closeButton);
    buttons->addWidget(pdfButton);
    buttons->addWidget(printButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(m_preview, 1);
    layout->addLayout(buttons);
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
}

Language QuotePreview::documentLanguage() const
{
    return Language(m_language->currentData().toInt());
}

void QuotePreview::setDocumentLanguage(Language language)
{
    m_language->setCurrentIndex(m_language->findData(int(language)));
}

void QuotePreview::layOut()
{
    m_document = reports::buildQuoteDocument(reports::quotePaper(m_quote), documentLanguage());
    m_painter.emplace(m_document, m_fonts);
}

void QuotePreview::show(const Error* error, const QString& done)
{
    m_message->setMessage(error != nullptr ? Tone::Danger : Tone::Ok,
        error != nullptr ? sentence(*error, currentLanguage()) : done);
    m_message->show();
}

void QuotePreview::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    QPrintDialog dialog(printer.get(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString name = printer->printerName();
    const auto ended = [this](const JobStatus& status) {
        show(status.state == JobState::Failed ? &status.error : nullptr, jobDetail(status));
    };
    m_jobs.start(
        tr("Print %1").arg(m_quote.quote.number),
        [printer, painter = *m_painter, told = tr("Sent to %1").arg(name)](
            JobControl&) -> Result<JobResult> {
            if (const auto painted = painter.paintTo(printer.get()); !painted)
                return fail(painted.error());
            return JobResult{.text = told};
        },
        this,
        ended);
}

qint64 QuotePreview::exportPdf(QString path)
{
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this,
            tr("Save as PDF"),
            QStringLiteral("%1-R%2.pdf").arg(m_quote.quote.number).arg(m_quote.revision.revisionNo),
            QStringLiteral("PDF (*.pdf)"));
    }
    if (path.isEmpty())
        return 0;
    const auto ended = [this](const JobStatus& status) {
        show(status.state == JobState::Failed ? &status.error : nullptr, jobDetail(status));
    };
    return m_jobs.start(
        tr("%1 as PDF").arg(m_quote.quote.number),
        [document = m_document, fonts = m_fonts, path, told = tr("Saved as %1").arg(path)](
            JobControl& job) -> Result<JobResult> {
            const auto pdf = reports::writePdf(document, path, fonts);
            if (!pdf)
                return fail(pdf.error());
            job.report(1, 1);
            return JobResult{.text = told, .file = path};
        },
        this,
        ended);
}

} // namespace chengdan::ui
