// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees in full: nothing of it is cut, covered or left in another language.
#include "core/exchange/telling_records.h"
#include "tests/ui/window/window_desk.h"
#include "ui/quoting/quote_lines_model.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/gallery.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSemaphore>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;
using namespace chengdan::ui;

namespace {

class OnlyPage : public Page {
public:
    QString title() const override { return QStringLiteral("Only"); }
};

// Leaves text size and language as they were for the cases after it.
struct LookDesk : WindowDesk {
    ~LookDesk()
    {
        Theme::instance().setTextSize(100);
        window->setLanguage(Language::Chinese);
    }
    void openTelling(const char* kind, qint64 key)
    {
        window->navigator().openRecord(QString::fromLatin1(kind), key);
        settle();
        QCoreApplication::processEvents();
    }
    exchange::TellingRecords telling() { return exchange::tellingRecords(database->reader()); }
    QRect inWindow(const QWidget& widget)
    {
        return {widget.mapTo(window.get(), QPoint()), widget.size()};
    }
};

} // namespace

TEST_CASE("at the largest text the quote editor cuts no figure, no words and no name",
    "[ui][quoting][look]")
{
    LookDesk desk;
    desk.openTelling("quote", desk.telling().quote);
    const int size = GENERATE(100, 140);
    INFO(size);
    Theme::instance().setTextSize(size);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    for (const char* name : {"quoteNet", "quoteTax", "quoteGross", "quoteNumber", "topTitle"}) {
        INFO(name);
        const auto& label = desk.find<QLabel>(name);
        CHECK(label.width() >= label.sizeHint().width());
        CHECK(label.height() >= label.fontMetrics().height() - 2);
    }
    const auto& words = desk.find<QLabel>("quoteCapitals");
    CHECK_FALSE(words.text().isEmpty());
    CHECK(words.height() >= words.heightForWidth(words.width()));
    const auto& lines = desk.find<QTableView>("quoteLines");
    const int name = int(QuoteLinesModel::Column::Name);
    CHECK(lines.columnWidth(name) >= themePx(80));
    int shown = 0;
    for (int column = 0; column < lines.model()->columnCount(); ++column)
        shown += lines.columnWidth(column);
    CHECK(shown <= lines.viewport()->width() + themePx(60));
    CHECK_FALSE(lines.isColumnHidden(int(QuoteLinesModel::Column::Price)));
    CHECK_FALSE(lines.isColumnHidden(int(QuoteLinesModel::Column::Amount)));
    const auto& customer = desk.find<QLineEdit>("quoteCustomer");
    CHECK(customer.cursorPosition() == 0);
}

TEST_CASE("a value in the panel that takes several lines has room for all of them",
    "[ui][customers][look]")
{
    LookDesk desk;
    desk.window->setLanguage(Language::English);
    desk.openTelling("customer", desk.telling().customer);
    const auto* record =
        desk.window->currentPage()->findChild<QWidget*>(QStringLiteral("recordPanel"));
    REQUIRE(record != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return record->findChildren<QLabel*>().size() > 10; }));
    QCoreApplication::processEvents();
    int wrapped = 0;
    for (const QLabel* label : record->findChildren<QLabel*>()) {
        if (!label->isVisible() || !label->wordWrap())
            continue;
        INFO(label->text().toStdString());
        CHECK(label->height() >= label->heightForWidth(label->width()));
        wrapped += label->heightForWidth(label->width()) > 2 * label->fontMetrics().height() - 2;
    }
    CHECK(wrapped > 0); // else this shows nothing
}

TEST_CASE("a toast leaves the footer of a list in sight", "[ui][shell][look]")
{
    LookDesk desk;
    desk.open("customers");
    desk.window->navigator().toast(QStringLiteral("Something was done"));
    const auto& toast = desk.find<QFrame>("toast");
    REQUIRE(toast.isVisible());
    const auto& footer = desk.find<QFrame>("customersFooter");
    CHECK_FALSE(desk.inWindow(toast).intersects(desk.inWindow(footer)));
    Theme::instance().setTextSize(140);
    QCoreApplication::processEvents();
    desk.window->navigator().toast(QStringLiteral("Something was done"));
    CHECK_FALSE(desk.inWindow(toast).intersects(desk.inWindow(footer)));
}

TEST_CASE(
    "the palette says that it searches, and that its index is not whole", "[ui][palette][look]")
{
    LookDesk desk;
    QSemaphore gate;
    bool whole = true;
    desk.window->setRecordSearch([&](const PaletteQuestion&) {
        gate.acquire();
        return PaletteAnswer({}, whole);
    });
    const auto ask = [&](const char* text) -> QStringList {
        desk.window->openPalette(QString::fromLatin1(text));
        auto& none = desk.find<QLabel>("paletteNone");
        REQUIRE(QTest::qWaitFor([&] { return none.isVisible(); }));
        const QString searching = none.text();
        gate.release();
        auto& palette = desk.find<CommandPalette>("palette");
        REQUIRE(QTest::qWaitFor([&] { return !palette.isSearching(); }));
        return QStringList{searching, none.text()};
    };
    const QStringList plain = ask("#zzzz1");
    REQUIRE(plain.size() == 2);
    CHECK(plain[0] != plain[1]);
    whole = false;
    const QStringList partly = ask("#zzzz2");
    CHECK(partly[0] == plain[0]);
    CHECK(partly[1] != plain[1]);
    CHECK(partly[1] != plain[0]);
}

TEST_CASE("the gallery draws the theme and the language it is asked for", "[ui][shell][gallery]")
{
    LookDesk desk;
    QTemporaryDir folder;
    ShellOptions options;
    MainWindow window(options);
    PageSpec only;
    only.id = QStringLiteral("only");
    only.title = [] { return QStringLiteral("Only"); };
    only.factory = [](Navigator&) { return new OnlyPage; };
    window.addPage(std::move(only));
    window.start();
    const QStringList files = value(renderGallery(
        window, QDir(folder.path()), QSize(900, 600), 1.0, {Theme::Mode::Dark, Language::English}));
    CHECK(files == QStringList{QStringLiteral("only-dark-en.png")});
}
