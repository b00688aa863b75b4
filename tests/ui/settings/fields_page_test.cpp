// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/custom_values.h"
#include "core/customers/customer_service.h"
#include "tests/ui/settings/settings_desk.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customers_page.h"
#include "ui/settings/admin_page.h"
#include "ui/settings/fields_page.h"
#include "ui/shared/form.h"

#include <QComboBox>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

access::FieldDefinition defined(const char* key, access::FieldKind kind = access::FieldKind::Text)
{
    access::FieldDefinition field;
    field.record = QStringLiteral("customer");
    field.key = QString::fromLatin1(key);
    field.labelZh = QStringLiteral("字段") + field.key;
    field.kind = kind;
    return field;
}

QStringList storedKeys(SettingsDesk& desk)
{
    QStringList keys;
    for (const auto& field :
        access::fieldsOf(*desk.database, desk.database->reader(), QStringLiteral("customer")))
        keys += field.key;
    return keys;
}

} // namespace

TEST_CASE("a field is added, moved and retired without the mouse", "[ui][settings][fields]")
{
    SettingsDesk desk;
    access::FieldService service(*desk.context);
    value(service.add(defined("first")));
    ui::FieldsPage page(*desk.context, desk.navigator);
    desk.show(page);
    page.newRecord();
    CHECK(desk.focused() == QStringLiteral("fieldPanelForm_label_zh"));
    desk.type(QStringLiteral("协同跟进人"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("fieldPanelForm_key"));
    desk.type(QStringLiteral("co_follower"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(page.panel().isEditing());
    CHECK(storedKeys(desk) == QStringList{QStringLiteral("first"), QStringLiteral("co_follower")});
    desk.settle(page);
    const auto added =
        access::fieldsOf(*desk.database, desk.database->reader(), QStringLiteral("customer"))[1];
    page.selectKey(added.meta.rid);
    page.table()->setFocus();
    desk.settle(page);
    desk.press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(storedKeys(desk) == QStringList{QStringLiteral("co_follower"), QStringLiteral("first")});
    desk.settle(page);
    CHECK(page.currentKey() == added.meta.rid);
    page.table()->setFocus();
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(storedKeys(desk) == QStringList{QStringLiteral("first")});
    CHECK(desk.navigator.toasts.size() == 2);
}

TEST_CASE("what is wrong with a definition stands under its field", "[ui][settings][fields]")
{
    SettingsDesk desk;
    ui::FieldsPage page(*desk.context, desk.navigator);
    desk.show(page);
    page.newRecord();
    desk.type(QStringLiteral("跟进人"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("Co Follower"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(page.panel().isEditing());
    CHECK_FALSE(page.panel().form()->field(QStringLiteral("key"))->error().isEmpty());
    CHECK(storedKeys(desk).isEmpty());
}

TEST_CASE("only an administrator finds the section of fields", "[ui][settings][fields]")
{
    SettingsDesk desk;
    const auto low = desk.join("li", access::Role::Sales, access::RoleScope::Own);
    access::Context context{*desk.database, low, desk.clock, desk.ids};
    ui::AdminPage refused(context, desk.navigator);
    CHECK(refused.currentInner() == nullptr);
    ui::AdminPage page(*desk.context, desk.navigator);
    page.openSection(QStringLiteral("fields"));
    CHECK(dynamic_cast<ui::FieldsPage*>(page.currentInner()) != nullptr);
}

TEST_CASE("a field added while the customers stand open is on form, list, filter and panel",
    "[ui][settings][fields]")
{
    SettingsDesk desk;
    customers::Customer customer;
    customer.name = QStringLiteral("宁波海天塑机有限公司");
    customer = value(customers::CustomerService(*desk.context).create(customer));
    customers::Customer other;
    other.name = QStringLiteral("苏州恒立液压有限公司");
    value(customers::CustomerService(*desk.context).create(other));
    ui::CustomersPage page(*desk.context, desk.navigator);
    desk.show(page);
    const QString column = QStringLiteral("custom.agreed");
    CHECK(page.model().columnOf(column) < 0);
    value(access::FieldService(*desk.context).add(defined("agreed", access::FieldKind::Money)));
    QTRY_VERIFY_WITH_TIMEOUT(page.model().columnOf(column) >= 0, 10'000);
    desk.settle(page);

    // form
    page.selectKey(customer.meta.rid);
    page.setPanelOpen(true);
    page.table()->setFocus();
    desk.settle(page);
    REQUIRE(page.editRecord());
    ui::FormField* field = page.panel().form()->field(column);
    REQUIRE(field != nullptr);
    page.panel().form()->setMoreShown(true);
    field->editor()->setFocus(Qt::TabFocusReason);
    desk.type(QStringLiteral("12345.67"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(page.panel().isEditing());
    const auto stored =
        value(storage::load<customers::Customer>(desk.database->reader(), customer.id));
    CHECK(access::customValue(stored.meta.custom, QStringLiteral("agreed"))
        == schema::Value(qint64{1234567}));

    // list: a column of its own, sorted by it
    desk.settle(page);
    page.setPanelOpen(false);
    const int at = page.model().columnOf(column);
    page.sortBy(at, true);
    desk.settle(page);
    QTRY_VERIFY_WITH_TIMEOUT(
        page.model().index(0, at).data().toString().contains(QStringLiteral("12,345.67")), 10'000);

    // filter, by the keys
    page.openFilterBar(column);
    CHECK(desk.focused() == QStringLiteral("customersFilterBarValue"));
    desk.type(QStringLiteral("12345"));
    desk.press(Qt::Key_Return);
    desk.settle(page);
    CHECK(page.model().rowCount() == 1);
    CHECK(page.conditions().contains(column + QStringLiteral(":from")));
}
