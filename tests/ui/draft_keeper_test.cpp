// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "tests/support/demo_copy.h"
#include "ui/customers/new_customer_form.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/quoting/quotes_page.h"
#include "ui/shared/cards.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

class DraftNavigator : public Navigator {
public:
    void openPage(const QString&) override { }
    void openRecord(const QString&, qint64) override { }
    void newRecord(const QString&, const QVariantMap&) override { }
    void back() override { }
    void forward() override { }
    void toast(const QString&, Tone, std::function<void()>) override { }
    void setBadge(const QString&, int, bool) override { }
};

// A company that several windows, one after the other, are opened on.
struct DraftDesk {
    explicit DraftDesk(bool demo = false)
    {
        Theme::instance().install(*qApp);
        exchange::NewCompany company;
        company.companyName = QStringLiteral("宁波精密机械有限公司");
        company.ownerName = QStringLiteral("王雪");
        company.seed = 5;
        database = tests::value(demo
                ? exchange::openCompany(tests::demoCompanyCopy(dir.path(), clock), clock)
                : exchange::createCompany(
                    dir.filePath(QStringLiteral("new.chengdan")), company, clock));
        session.emplace(tests::value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
    }
    std::vector<storage::Draft> drafts()
    {
        return storage::draftsOf(database->reader(), session->id());
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1773295380000), QDate(2026, 3, 12)}; // 14:03
    IdSource ids{clock, 9};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::optional<access::Context> context;
};

QLineEdit& lineEdit(QWidget& form, const char* name)
{
    auto* edit = form.findChild<QLineEdit*>(QString::fromLatin1(name));
    REQUIRE(edit != nullptr);
    return *edit;
}

void giveUp(const QuoteEditor& editor)
{
    QPushButton* offered = nullptr;
    for (auto* button : editor.findChild<MessageBar*>()->findChildren<QPushButton*>()) {
        if (button->text() == QuoteEditor::tr("Give up"))
            offered = button;
    }
    REQUIRE(offered != nullptr);
    offered->click();
}

} // namespace

TEST_CASE("steady typing is kept at least every five seconds", "[ui][draft]")
{
    CHECK(DraftKeeper::kIntervalMs <= 5000);
    DraftDesk desk;
    NewCustomerForm form(*desk.context);
    auto* keeper = form.findChild<DraftKeeper*>();
    REQUIRE(keeper != nullptr);
    keeper->setInterval(20);
    form.begin();
    QSignalSpy kept(keeper, &DraftKeeper::keptOnDisk);
    // A key press must not begin the interval anew: the typing never pauses until two are kept.
    auto& name = lineEdit(form, "newCustomerName");
    const QDeadlineTimer patience(10'000);
    while (kept.count() < 2 && !patience.hasExpired()) {
        QTest::keyClick(&name, 'a');
        QCoreApplication::processEvents();
        if (name.text().size() > 50)
            name.clear();
    }
    CHECK(kept.count() >= 2);
    keeper->finish();
    REQUIRE(desk.drafts().size() == 1);
    CHECK_FALSE(
        desk.drafts()[0].typed.value(QStringLiteral("newCustomerName")).toString().isEmpty());
}

TEST_CASE("leaving a field keeps what was typed at once", "[ui][draft]")
{
    DraftDesk desk;
    NewCustomerForm form(*desk.context);
    form.show();
    QApplication::setActiveWindow(&form);
    form.begin();
    auto* keeper = form.findChild<DraftKeeper*>();
    QTest::keyClicks(&lineEdit(form, "newCustomerName"), QStringLiteral("Ningbo"));
    CHECK(desk.drafts().empty());
    lineEdit(form, "newCustomerPhone").setFocus();
    keeper->finish();
    REQUIRE(desk.drafts().size() == 1);
    CHECK(desk.drafts()[0].typed.value(QStringLiteral("newCustomerName")).toString()
        == QStringLiteral("Ningbo"));
}

TEST_CASE("a form begun after a crash shows what was typed and when", "[ui][draft]")
{
    DraftDesk desk;
    {
        NewCustomerForm form(*desk.context);
        form.begin();
        QTest::keyClicks(&lineEdit(form, "newCustomerName"), QStringLiteral("Ningbo Haitian"));
        QTest::keyClicks(&lineEdit(form, "newCustomerPhone"), QStringLiteral("0574-1"));
        form.findChild<DraftKeeper*>()->keepNow();
    }
    NewCustomerForm form(*desk.context);
    form.begin();
    CHECK(lineEdit(form, "newCustomerName").text() == QStringLiteral("Ningbo Haitian"));
    CHECK(lineEdit(form, "newCustomerPhone").text() == QStringLiteral("0574-1"));
    CHECK(restoredText(desk.drafts()[0].savedAt, desk.clock.today())
              .contains(QStringLiteral("14:03")));
    SECTION("and forgets it once the customer is saved")
    {
        form.findChild<QPushButton*>(QStringLiteral("newCustomerSave"))->click();
        form.findChild<DraftKeeper*>()->finish();
        CHECK(desk.drafts().empty());
    }
    SECTION("and forgets it when everything is deleted again")
    {
        for (const char* name : {"newCustomerName", "newCustomerPhone"}) {
            lineEdit(form, name).selectAll();
            QTest::keyClick(&lineEdit(form, name), Qt::Key_Delete);
        }
        form.findChild<DraftKeeper*>()->keepNow();
        form.findChild<DraftKeeper*>()->finish();
        CHECK(desk.drafts().empty());
    }
}

TEST_CASE("a quote that was being written is there again after a crash", "[ui][draft]")
{
    DraftDesk desk(true);
    DraftNavigator navigator;
    quoting::CostInputCache costs(*desk.database);
    const auto stored = storage::select<quoting::Quote>(desk.database->reader(), {}, {});
    std::optional<qint64> editable;
    qint64 typed = 0;
    {
        QuoteEditor editor(*desk.context, costs, navigator);
        for (const auto& quote : stored) {
            if (editor.openQuote(quote.meta.rid) && editor.stored()->editable) {
                editable = quote.meta.rid;
                break;
            }
        }
        REQUIRE(editable.has_value());
        auto* model = editor.findChild<QuoteLinesModel*>();
        REQUIRE(model->lines().size() > 0);
        const auto quantity = model->index(0, static_cast<int>(QuoteLinesModel::Column::Quantity));
        // More than before, so that it still reaches the line's first tier.
        typed = model->lines().at(0).draft.qty.raw() + 77'000'000;
        REQUIRE(model->setData(quantity, typed));
        CHECK(editor.hasUnsaved());
        editor.findChild<DraftKeeper*>()->keepNow();
        editor.findChild<DraftKeeper*>()->finish();
        REQUIRE(desk.drafts().size() == 1);
    }
    QuoteEditor editor(*desk.context, costs, navigator);
    REQUIRE(editor.openQuote(*editable));
    CHECK(editor.hasUnsaved());
    auto* model = editor.findChild<QuoteLinesModel*>();
    CHECK(model->lines().at(0).draft.qty == Quantity::fromRaw(typed));
    SECTION("saving it forgets the draft")
    {
        REQUIRE(editor.save());
        editor.findChild<DraftKeeper*>()->finish();
        CHECK(desk.drafts().empty());
        CHECK_FALSE(editor.hasUnsaved());
        const auto again = tests::value(
            quoting::QuoteService(*desk.context, costs).show(editor.stored()->quote.id));
        CHECK(again.lines.at(0).line.qty == Quantity::fromRaw(typed));
    }
    SECTION("a quantity below the first tier is refused and stays typed")
    {
        auto line = model->lines().at(0).draft;
        model->setTiers(0, {{Quantity::fromRaw(typed + 1'000'000), {}, {}}});
        CHECK_FALSE(editor.save());
        CHECK(editor.hasUnsaved());
        editor.findChild<DraftKeeper*>()->keepNow();
        editor.findChild<DraftKeeper*>()->finish();
        CHECK(desk.drafts().size() == 1);
        model->setTiers(0, line.tiers);
        CHECK(editor.save());
    }
    SECTION("giving it up shows the stored quote")
    {
        giveUp(editor);
        CHECK_FALSE(editor.hasUnsaved());
        CHECK(desk.drafts().empty());
        CHECK(model->lines().at(0).draft.qty != Quantity::fromRaw(typed));
    }
}

TEST_CASE("a new quote that is given up begins again where it was begun", "[ui][draft]")
{
    DraftDesk desk(true);
    DraftNavigator navigator;
    quoting::CostInputCache costs(*desk.database);
    const auto customers = storage::select<customers::Customer>(
        desk.database->reader(), QStringLiteral("kind = 'company' ORDER BY rid LIMIT 1"));
    REQUIRE(customers.size() == 1);
    const QVariantMap hints{{QStringLiteral("customer"), customers[0].meta.rid}};
    const auto typeLine = [](QuoteEditor& editor) {
        auto* model = editor.findChild<QuoteLinesModel*>();
        const auto quantity = model->index(0, static_cast<int>(QuoteLinesModel::Column::Quantity));
        LineItem item;
        item.code = QStringLiteral("X-1");
        model->setItem(0, item);
        REQUIRE(model->setData(quantity, qint64{3'000'000}));
        editor.findChild<DraftKeeper*>()->keepNow();
        editor.findChild<DraftKeeper*>()->finish();
    };
    { // two were being written: one begun from nowhere, one from the customer
        QuoteEditor editor(*desk.context, costs, navigator);
        editor.beginQuote({});
        typeLine(editor);
    }
    {
        QuoteEditor editor(*desk.context, costs, navigator);
        editor.beginQuote(hints);
        typeLine(editor);
    }
    REQUIRE(desk.drafts().size() == 2);
    QuoteEditor editor(*desk.context, costs, navigator);
    editor.beginQuote(hints);
    REQUIRE(editor.hasUnsaved());
    giveUp(editor);
    CHECK_FALSE(editor.hasUnsaved());
    CHECK(editor.findChild<QuoteLinesModel*>()->lines().empty());
    CHECK(lineEdit(editor, "quoteCustomer").text() == customers[0].name);
    CHECK(desk.drafts().size() == 1); // the other one is still kept
}
