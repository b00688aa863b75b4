// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/record_search.h"
#include "core/base/pinyin.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/overlay.h"

#include <QLineEdit>
#include <QListView>

using namespace chengdan;
using namespace chengdan::tests;
using namespace chengdan::ui;

namespace {

struct PaletteDesk : WindowDesk {
    CommandPalette& palette() { return *window->findChild<CommandPalette*>(); }

    // Opens the palette, types, waits for the answer.
    QStringList ask(const QString& text)
    {
        window->openPalette(text);
        answered();
        return rows();
    }
    void answered() { QTRY_VERIFY_WITH_TIMEOUT(!palette().isSearching(), 10'000); }
    // "[heading]" and the rows under it.
    QStringList rows()
    {
        QStringList rows;
        const auto* model = find<QListView>("paletteList").model();
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex at = model->index(i, 0);
            const QString text = at.data().toString();
            rows += at.data(CommandHeadingRole).toBool()
                ? QLatin1Char('[') + text + QLatin1Char(']')
                : text;
        }
        return rows;
    }
    template <typename T>
    T first(const char* where)
    {
        return value(database->read([&](storage::Connection& reader) -> Result<T> {
            return *storage::selectOne<T>(reader, QString::fromLatin1(where));
        }));
    }
    std::vector<PaletteHit> search(const QString& text)
    {
        return app::searchRecords(workplace->context, {text, false, {}, {}});
    }
};

} // namespace

TEST_CASE("the palette finds a customer by text, initials, full pinyin and a phone's tail",
    "[ui][palette]")
{
    PaletteDesk desk;
    const auto customer =
        desk.first<customers::Customer>("length(name) > 5 AND phone <> '' ORDER BY rid");
    const QString initials = pinyinVariants(customer.name).initials.first();
    const QString full = pinyinVariants(customer.name).full.first();
    for (const QString& text : {customer.name,
             customer.name.mid(0, 4),
             customer.number,
             initials.left(6),
             initials.left(6).toUpper(),
             full.left(18),
             customer.phone.right(6)}) {
        INFO(text.toStdString());
        const QStringList rows = desk.ask(text);
        CHECK(rows.contains(customer.name));
    }
    const QStringList exact = desk.ask(customer.number);
    REQUIRE(exact.size() > 1);
    CHECK(exact.at(1) == customer.name);
}

TEST_CASE("a contact leads to the customer", "[ui][palette]")
{
    PaletteDesk desk;
    const auto contact = desk.first<customers::Contact>("mobile <> '' ORDER BY rid");
    const auto customer =
        value(storage::load<customers::Customer>(desk.database->reader(), contact.customer));
    const auto hits = desk.search(contact.mobile.right(8));
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().kind == QStringLiteral("customer"));
    CHECK(hits.front().key == customer.meta.rid);
}

TEST_CASE("> shows commands only, # numbers only", "[ui][palette]")
{
    PaletteDesk desk;
    const auto quote = desk.first<quoting::Quote>("number <> '' ORDER BY rid DESC");
    const QString tail = quote.number.right(4);
    const QStringList numbers = desk.ask(QLatin1Char('#') + tail);
    REQUIRE_FALSE(numbers.isEmpty());
    bool found = false;
    for (const QString& row : numbers)
        found = found || row.startsWith(quote.number);
    CHECK(found);
    const QStringList commands = desk.ask(QStringLiteral(">"));
    CHECK(commands.size() > 10);
    CHECK(commands.filter(QStringLiteral("[")).size() == 1);
}

TEST_CASE("Enter before the answer waits for it and opens the best record", "[ui][palette]")
{
    PaletteDesk desk;
    const auto quote = desk.first<quoting::Quote>("number <> '' ORDER BY rid DESC");
    desk.window->openPalette();
    desk.answered();
    auto& edit = desk.find<QLineEdit>("paletteEdit");
    QTest::keyClicks(&edit, quote.number);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTRY_VERIFY(!desk.palette().isOpen());
    CHECK(desk.window->currentPageId() == QStringLiteral("quotes"));
    desk.settle();
    SECTION("and the record is among the recent ones, which stand first in their group")
    {
        REQUIRE_FALSE(desk.window->recentRecords().empty());
        CHECK(desk.window->recentRecords().front()
            == PaletteVisit{QStringLiteral("quote"), quote.meta.rid});
        const QStringList rows = desk.ask(QString());
        REQUIRE_FALSE(rows.isEmpty());
        CHECK(rows.last().startsWith(quote.number));
    }
}

TEST_CASE("what a person types while composing is not looked up", "[ui][palette]")
{
    PaletteDesk desk;
    desk.window->openPalette();
    desk.answered();
    auto& edit = desk.find<QLineEdit>("paletteEdit");
    const QStringList before = desk.rows();
    QInputMethodEvent composing(QStringLiteral("ningbo"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(desk.palette().isOpen());
    CHECK(desk.rows() == before);
}

TEST_CASE("a person finds only what lies within reach", "[ui][palette]")
{
    PaletteDesk desk;
    std::optional<access::Session> limited; // the first person who does not see everything
    for (const auto& person : storage::select<access::Person>(desk.database->reader())) {
        auto session = access::openSession(*desk.database, person.login);
        if (session && !session->visibleOwners().empty() && !limited)
            limited.emplace(*session);
    }
    REQUIRE(limited);
    const access::Session& rep = *limited;
    const auto owners = rep.visibleOwners();
    const access::Context context{*desk.database, rep, desk.clock, desk.ids};
    const auto hits = app::searchRecords(context, {QStringLiteral("公司"), false, {}, {}});
    for (const PaletteHit& hit : hits) {
        if (hit.kind != QStringLiteral("customer"))
            continue;
        const auto customer =
            storage::findByRid<customers::Customer>(desk.database->reader(), hit.key);
        REQUIRE(customer);
        CHECK(std::find(owners.begin(), owners.end(), customer->meta.owner) != owners.end());
    }
    CHECK_FALSE(hits.empty());
}
