// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/session.h"
#include "core/catalog/item.h"
#include "core/customers/customer.h"
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "tests/support/demo_copy.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/quoting/quote_preview.h"
#include "ui/quoting/quotes_page.h"
#include "ui/shared/form.h"
#include "ui/shared/job_list.h"
#include "ui/shared/list_page.h"
#include "ui/shared/undo_stack.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

// Keeps what a page asked of the window.
class QuietNavigator : public Navigator {
public:
    void openPage(const QString&) override { }
    void openRecord(const QString&, qint64) override { }
    void newRecord(const QString&, const QVariantMap&) override { }
    void back() override { }
    void forward() override { }
    void toast(const QString& text, Tone, std::function<void()>) override { toasts += text; }
    void setBadge(const QString&, int, bool) override { }
    QStringList toasts;
};

struct QuoteDesk {
    QuoteDesk()
    {
        Theme::instance().install(*qApp);
        database =
            tests::value(exchange::openCompany(tests::demoCompanyCopy(dir.path(), clock), clock));
        session.emplace(tests::value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
        costs.emplace(*database);
        page = std::make_unique<QuotesPage>(*context, *costs, navigator);
        page->resize(1240, 840);
        page->show();
        QApplication::setActiveWindow(page.get());
    }
    // Keys go to whatever has the focus, as a person's do.
    void type(const QString& text)
    {
        const bool latin =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
        if (latin) {
            QTest::keyClicks(QApplication::focusWidget(), text);
        } else { // Chinese comes from an input method, never from single keys
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        }
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'794'000'000'000), QDate(2026, 11, 6)};
    IdSource ids{clock, 5};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::optional<access::Context> context;
    std::optional<quoting::CostInputCache> costs;
    QuietNavigator navigator;
    std::unique_ptr<QuotesPage> page;
};

} // namespace

TEST_CASE("a quote of three lines is typed, saved and printed without the mouse", "[ui][quoting]")
{
    QuoteDesk desk;
    REQUIRE(desk.page->newRecord());
    auto items = storage::select<catalog::Item>(desk.database->reader(),
        QStringLiteral("kind = 'make' AND sales_item = 1 ORDER BY code LIMIT 3"));
    REQUIRE(items.size() == 3);
    const auto customers = storage::select<customers::Customer>(
        desk.database->reader(), QStringLiteral("kind = 'company' ORDER BY name LIMIT 1"));
    REQUIRE(customers.size() == 1);

    desk.type(customers[0].name);
    desk.press(Qt::Key_Down,
        Qt::AltModifier); // opens the list at once; typing alone opens it after a pause
    desk.press(Qt::Key_Return);
    const char* const quantities[] = {"100", "1,200", "50"};
    for (std::size_t i = 0; i < items.size(); ++i) {
        desk.type(items[i].code);
        desk.press(Qt::Key_Return);
        desk.type(QString::fromLatin1(quantities[i]));
        desk.press(Qt::Key_Return);
    }
    desk.press(Qt::Key_Escape); // leaves the empty entry cell
    desk.page->savePage(); // what Ctrl+S of the window calls

    auto& editor = desk.page->editor();
    if (const auto* message = editor.findChild<QFrame*>(QStringLiteral("quoteMessage"));
        message != nullptr && message->isVisible()) {
        for (const QLabel* label : message->findChildren<QLabel*>())
            UNSCOPED_INFO(label->text().toStdString());
    }
    REQUIRE(editor.stored().has_value());
    const auto& view = *editor.stored();
    CHECK(view.customer.id == customers[0].id);
    REQUIRE(view.lines.size() == 3);
    qint64 net = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(view.lines[i].line.itemCode == items[i].code);
        CHECK(view.lines[i].line.unitPrice.has_value());
        net += view.lines[i].line.netAmount.minor;
    }
    CHECK(view.lines[1].line.qty == Quantity::fromWhole(1200));
    CHECK(view.net().minor() == net);
    CHECK(net > 0);
    CHECK_FALSE(editor.hasUnsaved());
    CHECK(desk.navigator.undoStack().undoWords().contains(view.quote.number));

    desk.page->printPage();
    auto* preview = desk.page->window()->findChild<QuotePreview*>();
    REQUIRE(preview != nullptr);
    const QString pdf = desk.dir.filePath(QStringLiteral("quote.pdf"));
    REQUIRE(preview->exportPdf(pdf) > 0);
    QTRY_VERIFY(!desk.navigator.jobs().isBusy());
    QFile file(pdf);
    REQUIRE(file.open(QFile::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(file.size() > 10'000);
}

TEST_CASE("unsaved lines are never lost to another quote being opened", "[ui][quoting]")
{
    QuoteDesk desk;
    desk.page->newRecord();
    const auto quotes =
        storage::select<quoting::Quote>(desk.database->reader(), QStringLiteral("ORDER BY number"));
    REQUIRE_FALSE(quotes.empty());
    const auto items = storage::select<catalog::Item>(
        desk.database->reader(), QStringLiteral("kind = 'make' LIMIT 1"));
    auto* lines = desk.page->editor().findChild<QuoteLinesModel*>();
    REQUIRE(lines != nullptr);
    lines->setItem(
        0, {items[0].meta.rid, items[0].id, items[0].code, items[0].name, items[0].spec, {}});
    REQUIRE(desk.page->editor().hasUnsaved());
    desk.page->showRecord(QStringLiteral("quote"), quotes[0].meta.rid);
    CHECK_FALSE(desk.page->editor().stored().has_value());
    REQUIRE(lines->lines().size() == 1);
    CHECK(lines->lines()[0].item->code == items[0].code);
}

TEST_CASE(
    "a stored quote shows the contact and terms it holds, not the customer's", "[ui][quoting]")
{
    QuoteDesk desk;
    auto& reader = desk.database->reader();
    const auto contacts =
        storage::select<customers::Contact>(reader, QStringLiteral("ORDER BY rid LIMIT 1"));
    REQUIRE(contacts.size() == 1);
    quoting::QuoteDraft draft;
    draft.customer = contacts[0].customer;
    draft.paymentTerms = QString();
    quoting::QuoteService service(*desk.context, *desk.costs);
    const auto made = tests::value(service.createDraft(draft));
    REQUIRE_FALSE(made.contact.has_value());
    REQUIRE(desk.page->showRecord(QStringLiteral("quote"), made.quote.meta.rid));
    const auto* contact = desk.page->findChild<QComboBox*>(QStringLiteral("quoteContact"));
    REQUIRE(contact != nullptr);
    CHECK(contact->count() > 1);
    CHECK(contact->currentIndex() == 0);
    CHECK_FALSE(desk.page->editor().hasUnsaved());
}

TEST_CASE("an opened quote has the keys in its lines", "[ui][quoting]")
{
    QuoteDesk desk;
    REQUIRE(QTest::qWaitForWindowActive(desk.page.get()));
    const auto quotes =
        storage::select<quoting::Quote>(desk.database->reader(), QStringLiteral("ORDER BY number"));
    REQUIRE(quotes.size() > 1);
    desk.page->list().activated();
    for (const auto& quote : {quotes.front(), quotes.back()}) {
        REQUIRE(desk.page->showRecord(QStringLiteral("quote"), quote.meta.rid));
        CHECK(QApplication::focusWidget() == desk.page->findChild<QuoteLinesView*>());
        REQUIRE(desk.page->closeInner());
        CHECK_FALSE(desk.page->editor().isVisible());
    }
}
