// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/custom_values.h"
#include "core/customers/customer.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/shared/form.h"

#include <QLineEdit>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("Ctrl+S saves the quick form, or says beside the field why not", "[ui][window]")
{
    WindowDesk desk;
    desk.open("customers");
    const auto named = [&](const QString& name) {
        return storage::select<customers::Customer>(
            desk.database->reader(), QStringLiteral("name = ?"), {storage::bind(name)})
            .size();
    };
    desk.press(Qt::Key_N, Qt::ControlModifier);
    auto* name = desk.window->findChild<QLineEdit*>(QStringLiteral("newCustomerName"));
    REQUIRE(name != nullptr);
    REQUIRE(name->hasFocus());

    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto* field = qobject_cast<ui::FormField*>(name->parentWidget());
    REQUIRE(field != nullptr);
    CHECK_FALSE(field->error().isEmpty());
    CHECK(name->hasFocus());

    const QString company = QStringLiteral("绍兴越城轴承有限公司");
    desk.type(company);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.settle();
    CHECK(named(company) == 1);
    CHECK_FALSE(name->isVisible());
}

TEST_CASE("a quick form asks for the added fields that must be filled, and for no others",
    "[ui][window][fields]")
{
    WindowDesk desk;
    desk.open("customers");
    const auto define = [&](const char* key, bool required) {
        access::FieldDefinition field;
        field.record = QStringLiteral("customer");
        field.key = QString::fromLatin1(key);
        field.labelZh = field.key;
        field.required = required;
        value(access::FieldService(desk.workplace->context).add(field));
    };
    desk.press(Qt::Key_N, Qt::ControlModifier);
    CHECK(
        desk.window->findChild<QLineEdit*>(QStringLiteral("newCustomerAdded_partner")) == nullptr);
    desk.press(Qt::Key_Escape);
    define("partner", true);
    define("hobby", false);

    desk.press(Qt::Key_N, Qt::ControlModifier); // the next opening knows them
    auto& partner = desk.find<QLineEdit>("newCustomerAdded_partner");
    CHECK(partner.isVisible());
    CHECK(desk.window->findChild<QLineEdit*>(QStringLiteral("newCustomerAdded_hobby")) == nullptr);
    const QString company = QStringLiteral("绍兴越城轴承有限公司");
    desk.type(company);
    for (int i = 0; i < 3; ++i) // phone, code, then the added field
        desk.press(Qt::Key_Return);
    CHECK(partner.hasFocus());
    auto& name = desk.find<QLineEdit>("newCustomerName");
    name.setFocus();
    const auto stored = [&] {
        return storage::select<customers::Customer>(
            desk.database->reader(), QStringLiteral("name = ?"), {storage::bind(company)});
    };
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(stored().empty());
    CHECK(partner.hasFocus());
    auto* field = qobject_cast<ui::FormField*>(partner.parentWidget());
    REQUIRE(field != nullptr);
    CHECK_FALSE(field->error().isEmpty());

    desk.type(QStringLiteral("沈阳重工"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.settle();
    REQUIRE(stored().size() == 1);
    CHECK(access::customValue(stored()[0].meta.custom, QStringLiteral("partner"))
        == schema::Value(QStringLiteral("沈阳重工")));
    desk.press(Qt::Key_N, Qt::ControlModifier);
    CHECK(desk.find<QLineEdit>("newCustomerAdded_partner").text().isEmpty());
}

TEST_CASE("what was typed into an added field of a quick form is there when it opens again",
    "[ui][window][fields]")
{
    WindowDesk desk;
    access::FieldDefinition kind;
    kind.record = QStringLiteral("opportunity");
    kind.key = QStringLiteral("kind");
    kind.labelZh = QStringLiteral("类别");
    kind.required = true;
    value(access::FieldService(desk.workplace->context).add(kind));
    desk.open("opportunities");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    auto& typed = desk.find<QLineEdit>("newOpportunityAdded_kind");
    REQUIRE(typed.isVisible());
    typed.setFocus();
    desk.type(QStringLiteral("年度框架"));
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_N, Qt::ControlModifier);
    CHECK(desk.find<QLineEdit>("newOpportunityAdded_kind").text() == QStringLiteral("年度框架"));
}
