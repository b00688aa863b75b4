// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_layout.h"
#include "reports/document/number_text.h"
#include "tests/reports/quote_samples.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// CHENGDAN_UPDATE_GOLDEN=1 writes the file instead of comparing with it.
void compareWithGolden(const QString& name, const QString& text)
{
    const QString path =
        QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/documents/quote/%1.txt").arg(name);
    QFile file(path);
    if (qEnvironmentVariableIsSet("CHENGDAN_UPDATE_GOLDEN")) {
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    INFO("CHENGDAN_UPDATE_GOLDEN=1 writes " << path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()) == text);
}

reports::DocumentLayout layoutOf(
    const reports::QuoteDocument& quote, Language language = Language::Chinese)
{
    return reports::layoutDocument(
        reports::buildQuoteDocument(quote, language), reports::resolvePrintFonts());
}

reports::QuoteDocument quoteWithHugeName()
{
    reports::QuoteDocument quote = sampleQuote();
    quote.lines[1].name = QStringLiteral("按图加工的传动长轴，含热处理与表面处理。").repeated(150);
    return quote;
}

reports::QuoteDocument quoteOfTrillions()
{
    reports::QuoteDocument quote = sampleQuote();
    quote.lines[1].quantity = Quantity::fromRaw(999999999999000000);
    quote.lines[1].price = UnitPrice::fromRaw(1000000);
    quote.lines[1].amount = Money::fromFen(99999999999999);
    quote.net = Money::fromFen(88495575221238);
    quote.tax = Money::fromFen(11504424778761);
    quote.gross = Money::fromFen(99999999999999);
    return quote;
}

} // namespace

TEST_CASE("a printed quote shows exactly these texts on these pages", "[reports][quote][golden]")
{
    REQUIRE_FALSE(reports::resolvePrintFonts().warning.has_value());
    SECTION("three lines, Chinese, approved")
    {
        compareWithGolden(
            QStringLiteral("three_lines_zh"), reports::layoutText(layoutOf(sampleQuote())));
    }
    SECTION("three lines, English, not approved")
    {
        auto quote = sampleQuote();
        quote.approved = false;
        compareWithGolden(QStringLiteral("three_lines_en_not_approved"),
            reports::layoutText(layoutOf(quote, Language::English)));
    }
    SECTION("sixty lines, not approved")
    {
        auto quote = sampleQuoteOf(60);
        quote.approved = false;
        compareWithGolden(
            QStringLiteral("sixty_lines_not_approved"), reports::layoutText(layoutOf(quote)));
    }
    SECTION("one line")
    {
        compareWithGolden(
            QStringLiteral("one_line"), reports::layoutText(layoutOf(sampleQuoteOf(1))));
    }
    SECTION("no line")
    {
        compareWithGolden(
            QStringLiteral("no_line"), reports::layoutText(layoutOf(sampleQuoteOf(0))));
    }
    SECTION("dollars without tax in the prices")
    {
        auto quote = sampleQuoteOf(2);
        quote.currency = value(Currency::parse(QStringLiteral("USD")));
        quote.priceTax = reports::PriceTax::Excluded;
        quote.gross = Money::fromMinor(quote.gross.minor(), quote.currency);
        compareWithGolden(
            QStringLiteral("dollars_en"), reports::layoutText(layoutOf(quote, Language::English)));
    }
    SECTION("amounts near the end of the range")
    {
        compareWithGolden(
            QStringLiteral("trillions"), reports::layoutText(layoutOf(quoteOfTrillions())));
    }
}

TEST_CASE("no text leaves its page, whatever its length", "[reports][layout]")
{
    const auto layout = layoutOf(GENERATE(sampleQuote(),
        sampleQuoteOf(0),
        sampleQuoteOf(60),
        quoteWithHugeName(),
        quoteOfTrillions()));
    const reports::TextLine* outside = nullptr;
    for (const auto& page : layout.pages) {
        for (const auto& piece : page.pieces) {
            const bool foot = piece.kind == reports::PieceKind::Foot;
            CHECK(piece.area.bottom()
                <= layout.pageSize.height() - reports::dotsFromMillimetres(foot ? 5 : 17.9));
            for (const auto& line : piece.texts) {
                const bool inside = line.origin.x() >= reports::dotsFromMillimetres(15.9)
                    && line.origin.x() < reports::dotsFromMillimetres(194)
                    && line.origin.y() >= piece.area.top() - reports::dotsFromMillimetres(1)
                    && line.origin.y() <= piece.area.bottom();
                if (!inside)
                    outside = &line;
            }
        }
    }
    CHECK((outside == nullptr ? QString() : outside->text) == QString());
}

TEST_CASE("a name longer than a page is printed whole", "[reports][layout]")
{
    const auto quote = quoteWithHugeName();
    const auto layout = layoutOf(quote);
    QString printed;
    for (const auto& page : layout.pages) {
        for (const auto& piece : page.pieces) {
            if (piece.kind != reports::PieceKind::Row || piece.index != 1)
                continue;
            // Only the name: the cells beside it are printed with its first lines.
            for (const auto& line : piece.texts) {
                if (quote.lines[1].name.contains(line.text))
                    printed += line.text;
            }
        }
    }
    CHECK(layout.pages.size() >= 3);
    CHECK(printed == quote.lines[1].name);
}

TEST_CASE("a quote that is not approved says so on every page", "[reports][quote]")
{
    auto quote = sampleQuoteOf(60);
    CHECK(layoutOf(quote).watermark.isEmpty());
    quote.approved = false;
    const auto layout = layoutOf(quote);
    CHECK(layout.watermark == QStringLiteral("未审批"));
    for (const auto& page : layout.pages)
        CHECK(page.pieces.back().texts.front().text.contains(QStringLiteral("未审批")));
}

TEST_CASE("the total is in capitals only where the rules cover it", "[reports][quote]")
{
    auto quote = sampleQuote();
    CHECK(reports::buildQuoteDocument(quote, Language::Chinese).totalInWords.value
        == QStringLiteral("人民币捌万陆仟零肆拾元整"));
    quote.gross = Money::fromFen(100000000000000);
    CHECK(reports::buildQuoteDocument(quote, Language::Chinese).totalInWords.value.isEmpty());
    quote.gross = Money::fromMinor(100, value(Currency::parse(QStringLiteral("EUR"))));
    CHECK(reports::buildQuoteDocument(quote, Language::Chinese).totalInWords.value.isEmpty());
}

TEST_CASE("digits are grouped by three from the point", "[reports][numbers]")
{
    const auto [plain, grouped] = GENERATE(table<const char*, const char*>({{"0", "0"},
        {"999", "999"},
        {"1000", "1,000"},
        {"-1000.5", "-1,000.5"},
        {"-999.25", "-999.25"},
        {"1234567.00", "1,234,567.00"},
        {"999999999999.99", "999,999,999,999.99"}}));
    CHECK(reports::groupedDigits(QString::fromLatin1(plain)) == QString::fromLatin1(grouped));
}

TEST_CASE("a print font that is not installed is replaced with a warning", "[reports][fonts]")
{
    const auto fonts = reports::resolvePrintFonts({QStringLiteral("No Such Family")});
    REQUIRE(fonts.warning.has_value());
    CHECK(fonts.warning->code == QStringLiteral("PRINT_FONT_REPLACED"));
    // Under whichever name the desktop's language gives it.
    CHECK(fonts.families == reports::resolvePrintFonts().families);
    CHECK_FALSE(reports::resolvePrintFonts().warning.has_value());
}

// Qt lists a family by its name in the desktop's language, which is read once at start: hence a
// second process.
TEST_CASE("the print font is found on desktops of other languages", "[reports][fonts][desktop]")
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString language =
        QString::fromLatin1(GENERATE("zh_CN.UTF-8", "zh_TW.UTF-8", "en_US.UTF-8"));
    environment.insert(QStringLiteral("LC_ALL"), language);
    environment.insert(QStringLiteral("LANG"), language);
    process.setProcessEnvironment(environment);
    process.start(
        QCoreApplication::applicationFilePath(), {QStringLiteral("[fonts]~[desktop],[golden]")});
    REQUIRE(process.waitForFinished(60000));
    INFO(process.readAllStandardOutput().toStdString());
    CHECK(process.exitCode() == 0);
}
