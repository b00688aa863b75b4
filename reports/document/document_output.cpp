// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_output.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace chengdan::reports {

namespace {

// QPdfWriter (6.4) always writes the time of writing. The digits are replaced by as many others, so
// no offset in the file moves; the time zone behind them stays.
void setPdfDates(QByteArray& pdf, QDate date)
{
    if (!date.isValid())
        return;
    const QByteArray digits = date.toString(QStringLiteral("yyyyMMdd")).toLatin1() + "000000";
    for (const char* key : {"/CreationDate (D:", "/ModDate (D:"}) {
        const QByteArray label(key);
        const qsizetype at = pdf.lastIndexOf(label);
        if (at >= 0)
            pdf.replace(at + label.size(), digits.size(), digits);
    }
}

} // namespace

Result<QByteArray> pdfBytes(const Document& document, const PrintFonts& fonts)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setTitle(document.name);
        writer.setCreator(QStringLiteral("Chengdan"));
        const auto painted = DocumentPainter(document, fonts).paint(&writer);
        if (!painted)
            return fail(painted.error());
    }
    buffer.close();
    setPdfDates(pdf, document.date);
    return pdf;
}

Result<void> writePdf(const Document& document, const QString& path, const PrintFonts& fonts)
{
    const auto pdf = pdfBytes(document, fonts);
    if (!pdf)
        return fail(pdf.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size() || !file.commit())
        return fail("FILE_WRITE",
            QStringLiteral("path"),
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
    return {};
}

QImage renderPage(const Document& document, int page, int dotsPerInch, const PrintFonts& fonts)
{
    const DocumentPainter pages(document, fonts);
    if (page < 0 || page >= pages.pageCount())
        return {};
    const qreal scale = qreal(dotsPerInch) / kDotsPerInch;
    QImage image((pages.layout().pageSize * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    pages.paintPage(painter, page);
    painter.end();
    return image;
}

} // namespace chengdan::reports
