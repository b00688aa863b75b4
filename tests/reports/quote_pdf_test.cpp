// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_output.h"
#include "tests/reports/quote_samples.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(60000));
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString textOfPdf(const QString& path)
{
    return QString::fromUtf8(outputOf(
        QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}));
}

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.remove(blanks);
}

struct PdfFolder {
    QTemporaryDir folder;
    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
};

// Pixels clearly of the watermark's colour: red above green and blue alike, and light.
qint64 reddishPixels(const QImage& image)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qRed(pixel) > 230 && qRed(pixel) - qGreen(pixel) > 10
                && qAbs(qGreen(pixel) - qBlue(pixel)) < 6)
                ++count;
        }
    }
    return count;
}

qint64 darkPixels(const QImage& image)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 110 ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("every text of the quote can be found in its PDF", "[reports][pdf]")
{
    PdfFolder pdf;
    auto quote = GENERATE(sampleQuote(), sampleQuoteOf(60), sampleQuoteOf(1), sampleQuoteOf(0));
    quote.approved = GENERATE(true, false);
    const auto document = reports::buildQuoteDocument(quote, Language::Chinese);
    value(reports::writePdf(document, pdf.path("quote.pdf")));
    const QString text = textOfPdf(pdf.path("quote.pdf"));
    const QString dense = withoutBlanks(text);

    // Every line as it was laid out, words and numbers alike.
    QStringList missing;
    const auto layout = reports::layoutDocument(document, reports::resolvePrintFonts());
    for (const auto& page : layout.pages) {
        for (const auto& piece : page.pieces) {
            for (const auto& line : piece.texts) {
                if (!dense.contains(withoutBlanks(line.text)))
                    missing.append(line.text);
            }
        }
    }
    CHECK(missing == QStringList());
    CHECK(text.contains(QStringLiteral("HT-2026-0188 R1")));

    static const QRegularExpression radicals(QStringLiteral("[\\x{2E80}-\\x{2FDF}]"));
    CHECK_FALSE(text.contains(radicals));
}

TEST_CASE("each amount is printed as often as the quote holds it", "[reports][pdf]")
{
    PdfFolder pdf;
    const auto quote = sampleQuoteOf(60);
    value(reports::writePdf(
        reports::buildQuoteDocument(quote, Language::Chinese), pdf.path("quote.pdf")));
    static const QRegularExpression amount(
        QStringLiteral("(?<![\\d.,])\\d{1,3}(,\\d{3})*\\.\\d\\d(?![\\d.])"));
    QStringList printed;
    auto matches = amount.globalMatch(textOfPdf(pdf.path("quote.pdf")));
    while (matches.hasNext())
        printed.append(matches.next().captured().remove(QLatin1Char(',')));
    QStringList expected{quote.net.toString(), quote.tax.toString(), quote.gross.toString()};
    for (const auto& line : quote.lines)
        expected << line.price.toString(2) << line.amount.toString();
    printed.sort();
    expected.sort();
    CHECK(printed == expected);
}

TEST_CASE("the same quote gives the same bytes", "[reports][pdf]")
{
    const auto document = reports::buildQuoteDocument(sampleQuote(), Language::Chinese);
    const auto fonts = reports::resolvePrintFonts();
    const QByteArray first = value(reports::pdfBytes(document, fonts));
    CHECK(first.contains("/CreationDate (D:20260312000000"));
    CHECK(first == value(reports::pdfBytes(document, fonts)));
    auto other = sampleQuote();
    other.revision = 2;
    CHECK(first
        != value(reports::pdfBytes(reports::buildQuoteDocument(other, Language::Chinese), fonts)));
}

TEST_CASE("a PDF that cannot be written is refused with a sentence", "[reports][pdf]")
{
    PdfFolder pdf;
    const QString path = pdf.path("no/such/folder/quote.pdf");
    const auto written =
        reports::writePdf(reports::buildQuoteDocument(sampleQuote(), Language::Chinese), path);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == QStringLiteral("FILE_WRITE"));
    CHECK(sentence(written.error(), Language::Chinese).contains(path));
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("the printer gets the same pages as the PDF", "[reports][print]")
{
    PdfFolder pdf;
    const auto document = reports::buildQuoteDocument(sampleQuoteOf(60), Language::Chinese);
    const reports::DocumentPainter painter(document, reports::resolvePrintFonts());
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(pdf.path("printer.pdf"));
    value(painter.paintTo(&printer));
    value(reports::writePdf(document, pdf.path("writer.pdf")));
    CHECK(withoutBlanks(textOfPdf(pdf.path("printer.pdf")))
        == withoutBlanks(textOfPdf(pdf.path("writer.pdf"))));
}

TEST_CASE("a page picture shows the text and, until approval, the mark", "[reports][picture]")
{
    PdfFolder pdf;
    auto quote = sampleQuoteOf(60);
    quote.approved = GENERATE(true, false);
    const auto document = reports::buildQuoteDocument(quote, Language::Chinese);
    value(reports::writePdf(document, pdf.path("quote.pdf")));
    outputOf(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"),
            QStringLiteral("60"),
            QStringLiteral("-png"),
            pdf.path("quote.pdf"),
            pdf.path("page")});
    const reports::DocumentPainter painter(document, reports::resolvePrintFonts());
    REQUIRE(painter.pageCount() >= 3);
    for (int page = 0; page < painter.pageCount(); ++page) {
        const QImage printed(pdf.folder.filePath(QStringLiteral("page-%1.png").arg(page + 1)));
        REQUIRE_FALSE(printed.isNull());
        for (const QImage& image : {printed, reports::renderPage(document, page, 60)}) {
            INFO("page " << page + 1);
            CHECK(darkPixels(image) > 500);
            if (quote.approved)
                CHECK(reddishPixels(image) < 100);
            else
                CHECK(reddishPixels(image) > 5000);
        }
    }
    CHECK(reports::renderPage(document, painter.pageCount(), 60).isNull());
}

TEST_CASE("the QR code at the foot holds number and version", "[reports][qr]")
{
    const auto code = value(reports::encodeQr(QStringLiteral("HT-2026-0188 R1")));
    CHECK(code.side == 25);
    // The three finder patterns: dark corners, a light ring inside.
    for (const auto& [x, y] : {std::pair{0, 0}, std::pair{18, 0}, std::pair{0, 18}}) {
        CHECK(code.dark(x, y));
        CHECK_FALSE(code.dark(x + 1, y + 1));
        CHECK(code.dark(x + 3, y + 3));
    }
    const auto tooLong = reports::encodeQr(QStringLiteral("报").repeated(2000));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == QStringLiteral("QR_TOO_LONG"));
}
