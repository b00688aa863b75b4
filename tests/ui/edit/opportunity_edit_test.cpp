// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/edit/edit_desk.h"
#include "ui/pipeline/opportunities_page.h"
#include "ui/pipeline/opportunity_panel.h"

#include <QComboBox>
#include <QLineEdit>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

class OpportunityDesk : public EditDesk<ui::OpportunitiesPage> {
public:
    OpportunityDesk()
    {
        made = make();
        open();
    }
    pipeline::Opportunity stored()
    {
        return value(database->read([&](storage::Connection& connection) {
            return storage::load<pipeline::Opportunity>(connection, made.id);
        }));
    }
    QString shown(const char* key)
    {
        return static_cast<QLineEdit*>(form().field(QString::fromLatin1(key))->editor())->text();
    }
    pipeline::Opportunity made;
};

} // namespace

TEST_CASE("amount, dates and next step are edited in the words people use", "[ui][edit][pipeline]")
{
    OpportunityDesk desk; // on Thursday, 12 March 2026
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("opportunityPanelForm_amount"));
    desk.retype(QStringLiteral("3*4500"));
    desk.press(Qt::Key_Return);
    CHECK(desk.shown("amount") == QStringLiteral("13,500.00"));
    desk.type(QStringLiteral("月底"));
    desk.press(Qt::Key_Return);
    CHECK(desk.shown("expected_close") == QStringLiteral("2026-03-31"));
    desk.type(QStringLiteral("送样"));
    desk.press(Qt::Key_Return);
    desk.retype(QStringLiteral("下周三"));
    desk.press(Qt::Key_Return);
    CHECK(desk.shown("next_on") == QStringLiteral("2026-03-18"));
    desk.type(QStringLiteral("35"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.page->panel().isEditing());
    const auto saved = desk.stored();
    CHECK(saved.amount.minor == 1'350'000);
    CHECK(saved.expectedClose == QDate(2026, 3, 31));
    CHECK(saved.nextStep == QStringLiteral("送样"));
    CHECK(saved.nextOn == QDate(2026, 3, 18));
    CHECK(saved.probability == std::optional(Rate::fromRaw(350'000)));
    CHECK(saved.stage == desk.made.stage);
}

TEST_CASE("a text that is no amount or date stays with its message", "[ui][edit][pipeline]")
{
    OpportunityDesk desk;
    desk.press(Qt::Key_F2);
    desk.go("amount");
    desk.retype(QStringLiteral("1.2.3"));
    desk.press(Qt::Key_Return);
    CHECK_FALSE(desk.error("amount").isEmpty());
    desk.retype(QStringLiteral("someday"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.focused() == QStringLiteral("opportunityPanelForm_amount"));
    CHECK(desk.shown("amount") == QStringLiteral("1.2.3"));
    CHECK(desk.shown("expected_close") == QStringLiteral("someday"));
    CHECK_FALSE(desk.error("expected_close").isEmpty());
    CHECK(desk.stored().amount == desk.made.amount);
}

TEST_CASE("only contacts of the opportunity's customer are offered", "[ui][edit][pipeline]")
{
    OpportunityDesk desk;
    customers::CustomerService service(desk.context);
    const auto other = desk.makeCustomer(QStringLiteral("苏州恒立液压有限公司"));
    for (const auto& [id, name] : {std::pair{desk.customer.id, QStringLiteral("Zhang")},
             std::pair{other.id, QStringLiteral("Zhao")}}) {
        customers::Contact contact;
        contact.customer = id;
        contact.name = name;
        value(service.createContact(contact));
    }
    desk.press(Qt::Key_F2);
    desk.go("contact");
    desk.type(QStringLiteral("zha"));
    desk.press(Qt::Key_Return); // picks the first offered
    CHECK(desk.shown("contact") == QStringLiteral("Zhang"));
    CHECK(desk.focused() == QStringLiteral("opportunityPanelForm_competitor"));
    desk.go("contact");
    desk.retype(QStringLiteral("Zhao"));
    desk.press(Qt::Key_Tab);
    CHECK_FALSE(desk.error("contact").isEmpty());
    desk.go("contact");
    desk.retype(QStringLiteral("Zhang")); // typed in full counts as picked
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    const auto contacts = customers::contactsOf(desk.reader(), desk.customer.id);
    REQUIRE(contacts.size() == 1);
    CHECK(desk.stored().contact == std::optional(contacts[0].id));
}

TEST_CASE("an amount follows the places of its currency", "[ui][edit][pipeline]")
{
    OpportunityDesk desk;
    desk.press(Qt::Key_F2);
    desk.go("amount");
    desk.retype(QStringLiteral("1000.50"));
    desk.form().setMoreShown(true);
    auto* currency =
        static_cast<QComboBox*>(desk.form().field(QStringLiteral("currency"))->editor());
    currency->setCurrentIndex(currency->findData(QStringLiteral("JPY")));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(desk.error("amount").isEmpty()); // yen have no places
    desk.go("amount");
    desk.retype(QStringLiteral("1000"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.stored().amount.minor == 1000);
    CHECK(desk.stored().currency.code() == QStringLiteral("JPY"));
}

TEST_CASE("a deleted opportunity leaves the list and is announced for undo", "[ui][edit][pipeline]")
{
    OpportunityDesk desk;
    const auto kept = desk.make();
    desk.page->reload();
    desk.settle();
    desk.page->selectKey(desk.made.meta.rid);
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK_FALSE(storage::find<pipeline::Opportunity>(desk.reader(), desk.made.id));
    CHECK(storage::find<pipeline::Opportunity>(desk.reader(), kept.id));
    CHECK(desk.navigator.acts.size() == 1);
}
