// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer_service.h"
#include "core/quoting/quote_service.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/shared/toast.h"
#include "ui/shared/undo_stack.h"

#include <QLabel>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

qint64 livingContacts(tests::WindowDesk& desk)
{
    return schema::toInteger(desk.database->reader().scalar(
        QStringLiteral("SELECT count(*) FROM contact WHERE deleted = 0")));
}

void deleteContact(tests::WindowDesk& desk)
{
    const auto contact = storage::selectOne<customers::Contact>(
        desk.database->reader(), QStringLiteral("1 = 1 ORDER BY rid"));
    REQUIRE(contact.has_value());
    customers::CustomerService service(desk.workplace->context);
    REQUIRE(service.removeContact(contact->id).has_value());
    desk.window->navigator().undoStack().push(deletedAct(contact->name));
}

} // namespace

TEST_CASE("deletions share one toast, Ctrl+Z takes all of them back and Ctrl+Y repeats them",
    "[ui][undo]")
{
    tests::WindowDesk desk;
    desk.window->setLanguage(Language::English);
    const qint64 before = livingContacts(desk);
    for (int i = 0; i < 3; ++i)
        deleteContact(desk);
    CHECK(livingContacts(desk) == before - 3);
    auto& toast = desk.find<Toast>("toast");
    CHECK(toast.isVisible());
    CHECK(toast.offersUndo());
    CHECK(desk.find<QLabel>("toastText").text().contains(QLatin1Char('3')));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(livingContacts(desk) == before);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(livingContacts(desk) == before - 3);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(livingContacts(desk) == before);
    desk.press(Qt::Key_Z, Qt::ControlModifier); // nothing is left
    CHECK(livingContacts(desk) == before);
}

TEST_CASE("a new act forgets what could be done again", "[ui][undo]")
{
    tests::WindowDesk desk;
    auto& stack = desk.window->navigator().undoStack();
    const qint64 before = livingContacts(desk);
    deleteContact(desk);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(stack.canRedo());
    deleteContact(desk);
    CHECK_FALSE(stack.canRedo());
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(livingContacts(desk) == before - 1);
}

TEST_CASE("what somebody else changed meanwhile stays and is told", "[ui][undo]")
{
    tests::WindowDesk desk;
    auto& context = desk.workplace->context;
    customers::CustomerService service(context);
    auto customer = storage::selectOne<customers::Customer>(
        desk.database->reader(), QStringLiteral("kind = 'company' ORDER BY rid"));
    REQUIRE(customer.has_value());
    customer->address = QStringLiteral("甲路 1 号");
    auto saved = tests::value(service.update(*customer));
    desk.window->navigator().undoStack().push(savedAct(QStringLiteral("saved")));
    desk.clock.set(
        Instant::fromMilliseconds(desk.clock.now().milliseconds() + 5000), desk.clock.today());
    saved.address = QStringLiteral("乙路 2 号");
    (void)tests::value(service.update(saved));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    const auto now = storage::find<customers::Customer>(desk.database->reader(), customer->id);
    CHECK(now->address == QStringLiteral("乙路 2 号"));
    CHECK(desk.find<QLabel>("toastText").text().contains(customer->name));
}

TEST_CASE("a save that finds nothing to write takes back no other act", "[ui][undo]")
{
    tests::WindowDesk desk;
    const qint64 before = livingContacts(desk);
    deleteContact(desk);
    // Written by this person, but no act of the undo list.
    quoting::QuoteService quotes(desk.workplace->context, desk.workplace->costs);
    std::optional<quoting::QuoteView> revised;
    for (const auto& quote : storage::select<quoting::Quote>(desk.database->reader(), {}, {})) {
        if (auto made = quotes.revise(quote.id)) {
            revised = std::move(*made);
            break;
        }
    }
    REQUIRE(revised.has_value());
    desk.open("customers");
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_End);
    desk.type(QStringLiteral(" ")); // a space at the end is no change
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.find<Toast>("toast").offersUndo());
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(livingContacts(desk) == before);
    CHECK(tests::value(quotes.show(revised->quote.id)).revision.revisionNo
        == revised->revision.revisionNo);
}
