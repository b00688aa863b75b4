// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item.h"
#include "core/customers/customer.h"
#include "core/storage/store.h"
#include "reports/document/document_output.h"
#include "reports/quote/quote_paper.h"
#include "tests/ui/window/window_desk.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_preview.h"
#include "ui/quoting/quote_tier_panel.h"

#include <QSignalSpy>
#include <QTableWidget>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

// The panel alone, feeding its own edits back as the editor does.
struct TierDesk {
    TierDesk()
    {
        Theme::instance().install(*qApp);
        line.qty = Quantity::fromWhole(1);
        QObject::connect(&panel,
            &QuoteTierPanel::tiersEdited,
            &panel,
            [this](const std::vector<quoting::DraftTier>& tiers) {
                ++edits;
                line.tiers = tiers;
                if (answer)
                    QMetaObject::invokeMethod(
                        &panel, [this] { show(); }, Qt::QueuedConnection);
            });
        panel.resize(700, 180);
        panel.show();
        show();
    }
    void show() { panel.showLine(&line, nullptr, true, true); }
    void type(int row, int column, const QString& text)
    {
        auto* table = panel.findChild<QTableWidget*>(QStringLiteral("quoteTiers"));
        table->item(row, column)->setText(text);
        show();
    }
    QTableWidget& table() { return *panel.findChild<QTableWidget*>(QStringLiteral("quoteTiers")); }

    QuoteTierPanel panel;
    quoting::DraftLine line;
    int edits = 0;
    bool answer = false; // shows the line again by itself, after the event
};

} // namespace

TEST_CASE("the row below the tiers takes a new one, and tiers stand in order", "[ui][quoting]")
{
    TierDesk desk;
    CHECK(desk.table().rowCount() == 1);
    desk.type(0, 0, QStringLiteral("100"));
    desk.type(1, 0, QStringLiteral("1,000"));
    desk.type(2, 0, QStringLiteral("１０")); // full-width digits
    REQUIRE(desk.line.tiers.size() == 3);
    CHECK(desk.line.tiers[0].from == Quantity::fromWhole(10));
    CHECK(desk.line.tiers[1].from == Quantity::fromWhole(100));
    CHECK(desk.line.tiers[2].from == Quantity::fromWhole(1000));
    CHECK(desk.table().rowCount() == 4);
}

TEST_CASE("a tier is removed by emptying its quantity and never stands twice", "[ui][quoting]")
{
    TierDesk desk;
    desk.type(0, 0, QStringLiteral("10"));
    desk.type(1, 0, QStringLiteral("10"));
    REQUIRE(desk.line.tiers.size() == 1);
    desk.type(0, 0, QString());
    CHECK(desk.line.tiers.empty());
    CHECK(desk.table().rowCount() == 1);
}

TEST_CASE("a quantity that is none changes nothing", "[ui][quoting]")
{
    TierDesk desk;
    desk.type(0, 0, QStringLiteral("10"));
    for (const char* wrong : {"abc", "-5", "0", "1e4"}) {
        desk.type(0, 0, QString::fromLatin1(wrong));
        REQUIRE(desk.line.tiers.size() == 1);
        CHECK(desk.line.tiers[0].from == Quantity::fromWhole(10));
        CHECK(desk.table().item(0, 0)->text() == QStringLiteral("10"));
    }
}

TEST_CASE("Enter goes from tier to tier, stays at what is no quantity, and Ctrl+Delete removes one",
    "[ui][quoting]")
{
    TierDesk desk;
    desk.answer = true;
    QApplication::setActiveWindow(&desk.panel);
    desk.panel.focusEntry();
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    };
    press(Qt::Key_2);
    press(Qt::Key_0);
    press(Qt::Key_Return);
    CHECK(desk.table().currentRow() == 1);
    press(Qt::Key_5); // stands before the 20; the entry row is the third all the same
    press(Qt::Key_Return);
    REQUIRE(desk.line.tiers.size() == 2);
    CHECK(desk.line.tiers[0].from == Quantity::fromWhole(5));
    CHECK(desk.table().currentRow() == 2);
    press(Qt::Key_X);
    press(Qt::Key_Return);
    CHECK(desk.line.tiers.size() == 2);
    CHECK(desk.table().currentRow() == 2);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    press(Qt::Key_Return); // opens the cell
    press(Qt::Key_8);
    press(Qt::Key_Return);
    CHECK(desk.line.tiers[0].from == Quantity::fromWhole(8));
    CHECK(desk.table().currentRow() == 1);
    press(Qt::Key_Delete, Qt::ControlModifier);
    REQUIRE(desk.line.tiers.size() == 1);
    CHECK(desk.line.tiers[0].from == Quantity::fromWhole(8));
    QSignalSpy left(&desk.panel, &QuoteTierPanel::left);
    press(Qt::Key_Escape);
    CHECK(left.count() == 1);
}

TEST_CASE("a quote that was sent shows its tiers without taking new ones", "[ui][quoting]")
{
    TierDesk desk;
    desk.line.tiers = {{Quantity::fromWhole(10), {}, {}}};
    desk.panel.showLine(&desk.line, nullptr, true, false);
    CHECK(desk.table().rowCount() == 1);
    CHECK_FALSE(desk.table().item(0, 0)->flags().testFlag(Qt::ItemIsEditable));
    CHECK(desk.edits == 0);
}

TEST_CASE("a new quote at 1, 10 and 100 pieces is typed in the window and printed without the "
          "mouse",
    "[ui][quoting]")
{
    tests::WindowDesk desk;
    const auto item = storage::selectOne<catalog::Item>(
        desk.database->reader(), QStringLiteral("kind = 'make' AND sales_item = 1 ORDER BY code"));
    const auto customer = storage::selectOne<customers::Customer>(
        desk.database->reader(), QStringLiteral("kind = 'company' ORDER BY name"));
    REQUIRE(item.has_value());
    REQUIRE(customer.has_value());

    desk.press(Qt::Key_5, Qt::ControlModifier); // quotes
    desk.settle();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    desk.type(customer->name);
    desk.press(Qt::Key_Down, Qt::AltModifier);
    desk.press(Qt::Key_Return);
    desk.type(item->code);
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("1"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Escape); // leaves the entry of a second line
    desk.press(Qt::Key_Up);
    auto& tiers = desk.find<QTableWidget>("quoteTiers");
    desk.press(Qt::Key_T, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget() == &tiers);
    REQUIRE(tiers.currentRow() == 0);
    // Enter goes on to the next row by itself, and the figures that come do not take it back.
    const char* const quantities[] = {"1", "10", "100"};
    for (int row = 0; row < 3; ++row) {
        for (const char* digit = quantities[row]; *digit != 0; ++digit)
            desk.type(QString(QLatin1Char(*digit))); // the first one opens the cell's editor
        desk.press(Qt::Key_Return);
        REQUIRE(QApplication::focusWidget() == &tiers);
        REQUIRE(tiers.rowCount() == row + 2);
        CHECK(tiers.currentRow() == row + 1);
        CHECK(tiers.currentColumn() == 0);
    }
    CHECK(tiers.item(0, 0)->text() == QStringLiteral("1"));
    CHECK(tiers.item(2, 0)->text() == QStringLiteral("100"));
    desk.press(Qt::Key_Escape); // back to the lines; the quote stays open
    CHECK(QApplication::focusWidget() == &desk.find<QTableView>("quoteLines"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto& editor = desk.find<QuoteEditor>("quoteEditor");
    REQUIRE(editor.stored().has_value());
    REQUIRE(editor.stored()->lines.size() == 1);
    const auto& line = editor.stored()->lines[0];
    CHECK(line.line.qty == Quantity::fromWhole(1));
    REQUIRE(line.tiers.size() == 3);
    CHECK(line.tiers[0].tier.fromQty == Quantity::fromWhole(1));
    CHECK(line.tiers[1].tier.fromQty == Quantity::fromWhole(10));
    CHECK(line.tiers[2].tier.fromQty == Quantity::fromWhole(100));
    // A larger lot carries less of the setting up.
    CHECK(line.tiers[2].tier.guidePrice->raw() <= line.tiers[0].tier.guidePrice->raw());

    desk.press(Qt::Key_P, Qt::ControlModifier);
    auto* preview = desk.window->findChild<QuotePreview*>();
    REQUIRE(preview != nullptr);
    CHECK(preview->documentLanguage() == Language::Chinese);
    const QString chinese = desk.dir.filePath(QStringLiteral("zh.pdf"));
    const QString english = desk.dir.filePath(QStringLiteral("en.pdf"));
    preview->exportPdf(chinese);
    preview->setDocumentLanguage(Language::English);
    preview->exportPdf(english);
    desk.settle();
    for (const QString& path : {chinese, english}) {
        QFile pdf(path);
        REQUIRE(pdf.open(QFile::ReadOnly));
        CHECK(pdf.read(5) == "%PDF-");
    }
    CHECK(reports::renderPage(preview->document(), 0, 60)
        != reports::renderPage(
            reports::buildQuoteDocument(reports::quotePaper(*editor.stored()), Language::Chinese),
            0,
            60));
    preview->close();
}
