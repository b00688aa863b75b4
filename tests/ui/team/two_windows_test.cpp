// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows, one server, both offline, both edit: the same and different fields of one customer,
// a draft quote and its lines, one claim of a customer of nobody's. With CHENGDAN_PICTURES=FOLDER
// it leaves a picture of both windows side by side at each step (scripts/two-windows).
#include "core/quoting/quote_service.h"
#include "core/sync/tray_detail.h"
#include "tests/ui/team/team_window.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_lines_model.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/shared/form.h"
#include "ui/shared/toast.h"
#include "ui/sync/sync_page.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kCaption = 44;

/// Amy on the left, Bob on the right, in one picture.
class Album {
public:
    explicit Album(QString folder)
        : m_folder(std::move(folder))
    {
        if (!m_folder.isEmpty())
            REQUIRE(QDir().mkpath(m_folder));
    }
    void take(TeamWindow& left, TeamWindow& right, const QString& name)
    {
        if (m_folder.isEmpty())
            return;
        left.settle();
        right.settle();
        picture(left, right, name + QStringLiteral("-light"));
        ui::Theme::instance().setMode(ui::Theme::Mode::Dark);
        QCoreApplication::processEvents();
        picture(left, right, name + QStringLiteral("-dark"));
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
        QCoreApplication::processEvents();
    }

private:
    void picture(TeamWindow& left, TeamWindow& right, const QString& name)
    {
        const QSize one = left.window().size();
        constexpr int kGap = 12;
        QImage image(2 * one.width() + kGap, one.height() + kCaption, QImage::Format_RGB32);
        image.fill(ui::themeColor(ui::Token::Border));
        QPainter painter(&image);
        painter.setFont(ui::themeFont(ui::TextRole::Strong));
        painter.setPen(ui::themeColor(ui::Token::Text));
        int x = 0;
        for (TeamWindow* desk : {&left, &right}) {
            painter.drawText(QRect(x + 20, 0, one.width() - 40, kCaption),
                Qt::AlignLeft | Qt::AlignVCenter,
                QStringLiteral("%1 · %2").arg(
                    desk->pc().session->person().name, desk->sync().headline().text));
            desk->window().render(&painter, QPoint(x, kCaption));
            x += one.width() + kGap;
        }
        painter.end();
        REQUIRE(image.save(QDir(m_folder).filePath(name + QStringLiteral(".png"))));
    }
    QString m_folder;
};

void hideToast(TeamWindow& desk)
{
    if (auto* toast = desk.window().findChild<ui::Toast*>())
        toast->hide();
}

/// Types into a field of the form that is open beside the list.
void retype(TeamWindow& desk, ui::CustomersPage& page, const char* field, const QString& text)
{
    ui::FormField* at = page.panel().form()->field(QString::fromLatin1(field));
    REQUIRE(at != nullptr);
    at->editor()->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(text);
}

void editCustomer(
    TeamWindow& desk, const QString& name, const std::map<const char*, QString>& fields)
{
    auto& page = desk.openCustomer(name);
    desk.press(Qt::Key_F2);
    REQUIRE(page.panel().isEditing());
    page.panel().form()->setMoreShown(true);
    for (const auto& [field, text] : fields)
        retype(desk, page, field, text);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE_FALSE(page.panel().isEditing());
}

qint64 quoteKey(TeamPc& pc)
{
    return schema::toInteger(pc.database->reader().scalar(
        QStringLiteral("SELECT rid FROM quote WHERE deleted = 0 ORDER BY rid LIMIT 1")));
}

void openQuote(TeamWindow& desk)
{
    desk.front();
    desk.window().navigator().openRecord(QStringLiteral("quote"), quoteKey(desk.pc()));
    desk.settle();
    WAIT_UNTIL(desk.window().findChild<ui::QuoteEditor*>() != nullptr);
}

void editQuantity(TeamWindow& desk, int line, const QString& quantity)
{
    auto& lines = *desk.window().findChild<ui::QuoteLinesView*>();
    const auto column = static_cast<int>(ui::QuoteLinesModel::Column::Quantity);
    lines.setFocus(Qt::TabFocusReason);
    lines.setCurrentIndex(lines.model()->index(line, column));
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(quantity);
    desk.press(Qt::Key_Return);
}

void saveQuote(TeamWindow& desk)
{
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.settle();
    auto* editor = desk.window().findChild<ui::QuoteEditor*>();
    WAIT_UNTIL(!editor->hasUnsaved());
}

QStringList quantities(TeamPc& pc)
{
    QStringList found;
    storage::Statement rows = pc.database->reader().query(
        QStringLiteral("SELECT qty / 1000000 FROM quote_line WHERE deleted = 0 ORDER BY seq"));
    while (rows.next())
        found += QString::number(rows.integer(0));
    return found;
}

void addQuote(TeamPc& amy, const QString& customer)
{
    quoting::CostInputCache costs(*amy.database);
    quoting::QuoteDraft draft;
    draft.customer = amy.customer(customer)->id;
    draft.title = QStringLiteral("泵体零件年度报价");
    for (const char* name : {"泵轴 42CrMo", "泵盖 HT250", "联轴器 45#"}) {
        quoting::DraftLine line;
        line.name = QString::fromUtf8(name);
        line.uom = QStringLiteral("件");
        line.qty = Quantity::fromWhole(100);
        line.price = UnitPrice::fromRaw(86'500'000);
        draft.lines.push_back(line);
    }
    value(quoting::QuoteService(*amy.context, costs).createDraft(draft));
}

} // namespace

TEST_CASE("two windows edit offline and are brought together: fields, quote lines and a claim",
    "[ui][team][acceptance]")
{
    Album album(qEnvironmentVariable("CHENGDAN_PICTURES"));
    TeamOffice office;
    const auto amys = office.pc(kAmy);
    const auto bobs = office.pc(kBob);
    const QString shared = TeamOffice::amys().front();
    const QString wanted = TeamOffice::pool().front();
    addQuote(*amys, shared);
    value(sync::CustomerActs(*amys->context)
              .giveAccess(amys->key(shared),
                  PersonId::fromNumber(kBob),
                  amys->clock.today().addDays(14),
                  QStringLiteral("联合报价")));
    amys->round();
    bobs->round();
    REQUIRE(quoteKey(*bobs) != 0);
    TeamWindow amy(*amys, Language::Chinese);
    TeamWindow bob(*bobs, Language::Chinese);
    amy.signIn();
    bob.signIn();
    amy.goOffline();
    bob.goOffline();

    // The same field and a field each.
    editCustomer(amy,
        shared,
        {{"phone", QStringLiteral("0512-6688 1111")},
            {"payment_terms", QStringLiteral("月结 60 天")}});
    editCustomer(bob,
        shared,
        {{"phone", QStringLiteral("0512-6688 2222")},
            {"remark", QStringLiteral("采购换人，新联系人李工")}});
    album.take(amy, bob, QStringLiteral("1-offline-customer"));

    // A line each, and one both.
    for (TeamWindow* desk : {&amy, &bob}) {
        openQuote(*desk);
        editQuantity(*desk, desk == &amy ? 0 : 1, QStringLiteral("500"));
        editQuantity(*desk, 2, desk == &amy ? QStringLiteral("300") : QStringLiteral("250"));
        saveQuote(*desk);
        hideToast(*desk);
    }
    album.take(amy, bob, QStringLiteral("2-offline-quote"));

    for (TeamWindow* desk : {&amy, &bob}) {
        desk->openCustomer(wanted);
        desk->press(Qt::Key_M, kCtrlShift);
        CHECK(desk->pc().customer(wanted)->meta.owner == PersonId());
    }
    album.take(amy, bob, QStringLiteral("3-offline-claim"));

    // Amy is the first to be back.
    amy.goOnline();
    bob.goOnline();
    WAIT_UNTIL(!bob.answers.isEmpty());
    CHECK(amys->customer(wanted)->meta.owner.number() == kAmy);
    CHECK_FALSE(bobs->customer(wanted));
    bob.window().navigator().openPage(QStringLiteral("sync"));
    auto* page = qobject_cast<ui::SyncPage*>(bob.window().currentPage());
    REQUIRE(page != nullptr);
    page->openTab(ui::SyncPage::Tab::Requests);
    album.take(amy, bob, QStringLiteral("4-online-claim"));
    amy.refresh();

    for (TeamPc* pc : {amys.get(), bobs.get()}) {
        const auto customer = pc->customer(shared);
        REQUIRE(customer);
        CHECK(customer->phone == QStringLiteral("0512-6688 1111")); // the first one stands
        CHECK(customer->paymentTerms == QStringLiteral("月结 60 天"));
        CHECK(customer->remark == QStringLiteral("采购换人，新联系人李工"));
        CHECK(quantities(*pc) == QStringLiteral("500 500 300").split(QLatin1Char(' ')));
    }
    for (TeamWindow* desk : {&amy, &bob}) {
        hideToast(*desk);
        desk->openCustomer(shared);
    }
    album.take(amy, bob, QStringLiteral("5-online-customer"));
    for (TeamWindow* desk : {&amy, &bob})
        openQuote(*desk);
    album.take(amy, bob, QStringLiteral("6-online-quote"));

    // The phone and the line, and the sums of the quote and of its revision, which hang on it.
    QStringList clashing;
    for (const sync::TrayDetail& detail : value(sync::trayDetails(*bobs->database)))
        clashing += QString::fromLatin1(detail.entry.type->table);
    CHECK(clashing.join(QLatin1Char(' '))
        == QStringLiteral("customer quote quote_revision quote_line"));
    CHECK(amy.sync().status().tray == 0);
    bob.front();
    bob.window().navigator().openPage(QStringLiteral("sync"));
    page->openTab(ui::SyncPage::Tab::NeedsYou);
    page->activated();
    amy.openCustomer(shared);
    album.take(amy, bob, QStringLiteral("7-online-conflict"));

    // Bob insists on both; then there is one truth.
    bob.front();
    page->activated();
    while (bob.sync().status().tray > 0) {
        const qint64 before = bob.sync().status().tray;
        bob.press(Qt::Key_Return, Qt::ControlModifier);
        WAIT_UNTIL(bob.sync().status().tray < before);
    }
    bob.refresh();
    amy.refresh();
    for (TeamPc* pc : {amys.get(), bobs.get()}) {
        CHECK(pc->customer(shared)->phone == QStringLiteral("0512-6688 2222"));
        CHECK(quantities(*pc) == QStringLiteral("500 500 250").split(QLatin1Char(' ')));
    }
    hideToast(bob);
    bob.openCustomer(shared);
    amy.openCustomer(shared);
    album.take(amy, bob, QStringLiteral("8-decided"));
}
