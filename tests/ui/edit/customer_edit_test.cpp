// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/edit/edit_desk.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customers_page.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

class CustomerDesk : public EditDesk<ui::CustomersPage> {
public:
    CustomerDesk() { open(); }
    customers::Customer stored()
    {
        return value(database->read([&](storage::Connection& connection) {
            return storage::load<customers::Customer>(connection, customer.id);
        }));
    }
    std::vector<customers::Contact> contacts()
    {
        return customers::contactsOf(reader(), customer.id);
    }
    customers::Contact addContact(const QString& name)
    {
        customers::Contact contact;
        contact.customer = customer.id;
        contact.name = name;
        return value(customers::CustomerService(context).createContact(contact));
    }
};

} // namespace

TEST_CASE("a customer is renamed and saved without the mouse", "[ui][edit][customers]")
{
    CustomerDesk desk;
    REQUIRE(desk.page->table()->hasFocus());
    desk.press(Qt::Key_F2);
    REQUIRE(desk.page->panel().isEditing());
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_name"));
    desk.retype(QStringLiteral("宁波海天智联有限公司"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.stored().name == QStringLiteral("宁波海天智联有限公司"));
    CHECK(desk.stored().mnemonic == QStringLiteral("NBHTZLYXGS"));
    CHECK(desk.page->panel().isEditing()); // Ctrl+S stays
    CHECK_FALSE(desk.form().isChanged());
    CHECK(desk.navigator.acts.size() == 1);
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(desk.page->panel().isEditing());
    CHECK(desk.page->table()->hasFocus());
}

TEST_CASE("an error stands under its field and takes nothing away", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.press(Qt::Key_F2);
    desk.go("credit_code");
    desk.retype(QStringLiteral("91330200"));
    desk.press(Qt::Key_Tab); // leaving the field checks it
    CHECK_FALSE(desk.error("credit_code").isEmpty());
    desk.go("name");
    desk.retype(QStringLiteral("   "));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.page->panel().isEditing());
    CHECK_FALSE(desk.error("name").isEmpty());
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_name")); // the first bad one
    auto* code =
        static_cast<QLineEdit*>(desk.form().field(QStringLiteral("credit_code"))->editor());
    CHECK(code->text() == QStringLiteral("91330200"));
    CHECK(desk.stored().name == desk.customer.name);
    // What is put right is saved, and the messages go.
    desk.retype(QStringLiteral("宁波海天塑料机械有限公司"));
    desk.go("credit_code");
    desk.retype(QString());
    desk.press(Qt::Key_Delete);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.page->panel().isEditing());
    CHECK(desk.stored().name == QStringLiteral("宁波海天塑料机械有限公司"));
}

TEST_CASE("an error the service finds stands under its field too", "[ui][edit][customers]")
{
    CustomerDesk desk;
    const auto other = desk.makeCustomer(QStringLiteral("苏州恒立液压有限公司"));
    desk.page->reload();
    desk.settle();
    desk.page->selectKey(desk.customer.meta.rid);
    desk.press(Qt::Key_F2);
    desk.form().setMoreShown(true);
    desk.go("number");
    desk.retype(other.number);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(desk.error("number").isEmpty());
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_number"));
    CHECK(desk.stored().number == desk.customer.number);
}

TEST_CASE("Esc asks in place only when something was changed", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_Escape);
    REQUIRE_FALSE(desk.page->panel().isEditing());

    desk.press(Qt::Key_F2);
    desk.retype(QStringLiteral("another"));
    desk.press(Qt::Key_Escape);
    REQUIRE(desk.page->panel().isEditing());
    REQUIRE(desk.form().isAsking());
    CHECK(desk.focused() == QStringLiteral("customerPanelFormAskKeep")); // the safe answer
    desk.press(Qt::Key_Escape); // goes on editing
    CHECK_FALSE(desk.form().isAsking());
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_name"));
    CHECK(desk.form().isChanged());

    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Tab); // to "Discard changes"
    CHECK(desk.focused() == QStringLiteral("customerPanelFormAskDiscard"));
    desk.press(Qt::Key_Return);
    CHECK_FALSE(desk.page->panel().isEditing());
    CHECK(desk.stored().name == desk.customer.name);
}

TEST_CASE(
    "while an input method composes, its keys save and close nothing", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_End);
    QInputMethodEvent composing(QStringLiteral("ning'bo"), {});
    QCoreApplication::sendEvent(QApplication::focusWidget(), &composing);
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_name")); // no move
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.press(Qt::Key_Escape);
    CHECK(desk.page->panel().isEditing());
    CHECK_FALSE(desk.form().isAsking());
    CHECK(desk.stored().meta.changedAt == desk.customer.meta.changedAt);
    CHECK(desk.navigator.acts.isEmpty());
    desk.type(QStringLiteral("宁波")); // the commit
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.stored().name == desk.customer.name + QStringLiteral("宁波"));
}

TEST_CASE("Enter walks the fields in reading order and ends on the button", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.press(Qt::Key_F2);
    QPoint before(-1, -1);
    int fields = 0;
    while (desk.focused() != QStringLiteral("customerPanelFormSave")) {
        QWidget* at = QApplication::focusWidget();
        const QPoint now = at->mapTo(&desk.form(), QPoint());
        INFO(at->objectName().toStdString());
        // Fields scroll, so only rows shown at once are compared.
        const bool further =
            now.y() > before.y() || (now.y() == before.y() && now.x() > before.x());
        CHECK((further || fields > 6));
        before = now;
        REQUIRE(++fields < 30);
        if (desk.focused() == QStringLiteral("customerPanelForm_remark"))
            desk.press(Qt::Key_Tab); // Enter is a new line there
        else
            desk.press(Qt::Key_Return);
        if (desk.focused() == QStringLiteral("customerPanelFormMore"))
            desk.press(Qt::Key_Tab);
    }
    CHECK(fields == 10);
    desk.press(Qt::Key_Return);
    CHECK_FALSE(desk.page->panel().isEditing());
}

TEST_CASE("unsaved typing holds the list at its row until it is answered", "[ui][edit][customers]")
{
    CustomerDesk desk;
    const auto other = desk.makeCustomer(QStringLiteral("苏州恒立液压有限公司"));
    desk.page->reload();
    desk.settle();
    desk.page->selectKey(desk.customer.meta.rid);
    desk.press(Qt::Key_F2);
    desk.retype(QStringLiteral("typed"));
    desk.page->selectKey(other.meta.rid);
    REQUIRE(desk.form().isAsking());
    desk.press(Qt::Key_Return); // go on editing
    CHECK(desk.page->currentKey() == std::optional(desk.customer.meta.rid));
    CHECK(desk.form().isChanged());
    desk.page->selectKey(other.meta.rid);
    desk.press(Qt::Key_Backtab, Qt::ShiftModifier); // to "Save"
    CHECK(desk.focused() == QStringLiteral("customerPanelFormAskSave"));
    desk.press(Qt::Key_Return);
    CHECK(desk.stored().name == QStringLiteral("typed"));
    CHECK_FALSE(desk.page->panel().isEditing());
    CHECK(desk.page->currentKey() == std::optional(other.meta.rid));
}

TEST_CASE("typing survives a change by somebody else and is told apart", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.press(Qt::Key_F2);
    desk.retype(QStringLiteral("mine"));
    customers::Customer theirs = desk.stored();
    theirs.name = QStringLiteral("theirs");
    theirs.city = QStringLiteral("宁波");
    desk.passDays(1);
    value(customers::CustomerService(desk.context).update(theirs));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.stored().name == QStringLiteral("theirs")); // never silently overwritten
    auto* name = static_cast<QLineEdit*>(desk.form().field(QStringLiteral("name"))->editor());
    auto* city = static_cast<QLineEdit*>(desk.form().field(QStringLiteral("city"))->editor());
    CHECK(name->text() == QStringLiteral("mine"));
    CHECK(city->text() == QStringLiteral("宁波"));
    desk.press(Qt::Key_S, Qt::ControlModifier); // having seen it
    CHECK(desk.stored().name == QStringLiteral("mine"));
    CHECK(desk.stored().city == QStringLiteral("宁波"));
}

TEST_CASE("contacts are added, edited and deleted by keys", "[ui][edit][customers]")
{
    CustomerDesk desk;
    desk.addContact(QStringLiteral("张伟"));
    desk.page->setPanelOpen(true);
    QCoreApplication::processEvents();
    auto* list = desk.page->findChild<QListView*>(QStringLiteral("contactsList"));
    REQUIRE(list != nullptr);
    REQUIRE(list->model()->rowCount() == 1);
    list->setFocus();

    desk.press(Qt::Key_Insert);
    REQUIRE(desk.page->panel().isEditing());
    desk.type(QStringLiteral("李娜"));
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("customerPanelForm_title"));
    desk.type(QStringLiteral("采购经理"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.contacts().size() == 2);
    REQUIRE(list->model()->rowCount() == 2);

    list->setFocus();
    desk.press(Qt::Key_Home);
    const QString first = list->currentIndex().data().toString();
    desk.press(Qt::Key_F2);
    REQUIRE(desk.page->panel().isEditing());
    desk.go("is_primary");
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.press(Qt::Key_Escape);
    CHECK(desk.contacts().front().name == first);
    CHECK(desk.contacts().front().primary);

    list->setFocus();
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(desk.contacts().size() == 1);
    CHECK(desk.contacts().front().name == first);
    CHECK(desk.navigator.acts.size() == 3);
}

TEST_CASE("who may not edit customers finds no button and no form", "[ui][edit][customers]")
{
    CustomerDesk desk;
    const access::Session reader = desk.join("reader", {});
    const access::Context theirs = desk.as(reader);
    ui::CustomersPage page(theirs, desk.navigator);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(page.model().isLoaded() && !page.model().isLoading(), 10'000);
    page.setPanelOpen(true);
    CHECK_FALSE(page.editRecord());
    CHECK_FALSE(page.panel().isEditing());
    const auto* edit = page.findChild<QPushButton*>(QStringLiteral("customerPanelEdit"));
    REQUIRE(edit != nullptr);
    CHECK(edit->isHidden());
}
