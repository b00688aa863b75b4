// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settings_desk.h"
#include "ui/settings/admin_page.h"
#include "ui/settings/audit_page.h"
#include "ui/settings/company_page.h"
#include "ui/settings/people_page.h"
#include "ui/settings/places_page.h"
#include "ui/settings/roles_page.h"
#include "ui/shared/form.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("a person with a role is made without the mouse", "[ui][settings][people]")
{
    SettingsDesk desk;
    ui::PeoplePage page(*desk.context, desk.navigator);
    desk.show(page);
    page.newRecord();
    CHECK(desk.focused() == QStringLiteral("personPanelForm_login"));
    desk.type(QStringLiteral("lina"));
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("personPanelForm_name"));
    desk.type(QStringLiteral("李娜"));
    auto* role = page.panel().form()->field(QStringLiteral("role.sales_manager"))->editor();
    role->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Down); // own
    desk.press(Qt::Key_Down); // team
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(page.panel().isEditing());
    const auto made = desk.person("lina");
    REQUIRE(made);
    CHECK(made->name == QStringLiteral("李娜"));
    const auto roles = access::rolesOf(desk.database->reader(), made->id);
    REQUIRE(roles.size() == 1);
    CHECK(roles[0].role == access::Role::SalesManager);
    CHECK(roles[0].scope == access::RoleScope::Team);
    CHECK(desk.navigator.toasts.size() == 1);
    desk.settle(page);
    CHECK(page.model().rowCount() == 2);
    CHECK(page.currentKey() == made->meta.rid);
}

TEST_CASE(
    "what the service finds wrong with a person stands under its field", "[ui][settings][people]")
{
    SettingsDesk desk;
    ui::PeoplePage page(*desk.context, desk.navigator);
    desk.show(page);
    page.newRecord();
    desk.type(QStringLiteral("owner")); // taken
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("另一位"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(page.panel().isEditing());
    CHECK_FALSE(page.panel().form()->field(QStringLiteral("login"))->error().isEmpty());
    CHECK(desk.focused() == QStringLiteral("personPanelForm_login"));
}

TEST_CASE("nobody is deleted: Ctrl+Delete asks and takes out of use", "[ui][settings][people]")
{
    SettingsDesk desk;
    desk.join("li", access::Role::Sales, access::RoleScope::Own);
    ui::PeoplePage page(*desk.context, desk.navigator);
    desk.show(page);
    page.selectKey(desk.person("li")->meta.rid);
    page.table()->setFocus();
    desk.settle(page);
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(desk.person("li")->active);
    CHECK(desk.focused() == QStringLiteral("personAskAction1")); // the safe answer
    desk.press(Qt::Key_Return);
    CHECK(desk.person("li")->active);
    page.table()->setFocus();
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    auto& message = child<QWidget>(page, "personAsk");
    QWidget* act = nullptr;
    for (auto* button : message.findChildren<QPushButton*>()) {
        if (button->isVisible() && !button->hasFocus())
            act = button;
    }
    REQUIRE(act != nullptr);
    act->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.person("li"));
    CHECK_FALSE(desk.person("li")->active);
}

TEST_CASE("the last administrator is not taken out of use, and the panel says why",
    "[ui][settings][people]")
{
    SettingsDesk desk;
    ui::PeoplePage page(*desk.context, desk.navigator);
    desk.show(page);
    page.selectKey(desk.person("owner")->meta.rid);
    desk.settle(page);
    page.setPanelOpen(true);
    REQUIRE(page.panel().editRecord());
    auto* role = page.panel().form()->field(QStringLiteral("role.administrator"))->editor();
    role->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Home); // none
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(page.panel().isEditing());
    CHECK(value(access::openSession(*desk.database)).has(access::Right::Administer));
}

TEST_CASE("a team gets its leader and its region by typing", "[ui][settings][teams]")
{
    SettingsDesk desk;
    desk.join("boss", access::Role::SalesManager, access::RoleScope::Team);
    {
        ui::PlacesPage regions(*desk.context, desk.navigator, ui::PlacesPage::Kind::Regions);
        desk.show(regions);
        regions.newRecord();
        desk.type(QStringLiteral("HD"));
        desk.press(Qt::Key_Return);
        desk.type(QStringLiteral("华东"));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
    }
    ui::PlacesPage teams(*desk.context, desk.navigator, ui::PlacesPage::Kind::Teams);
    desk.show(teams);
    teams.newRecord();
    desk.type(QStringLiteral("华东一组"));
    for (const auto& [key, text] : {std::pair("region", "华东"), std::pair("boss", "boss")}) {
        auto* field = teams.panel().form()->field(QString::fromLatin1(key));
        REQUIRE(field != nullptr);
        field->editor()->setFocus(Qt::TabFocusReason);
        desk.type(QString::fromUtf8(text));
    }
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    const auto team = storage::selectOne<access::Team>(
        desk.database->reader(), QStringLiteral("name = ?"), {QStringLiteral("华东一组")});
    REQUIRE(team);
    CHECK(team->boss == desk.person("boss")->id);
    CHECK(team->region == RegionId::fromNumber(1));
}

TEST_CASE("the matrix shows the rights core gives", "[ui][settings][roles]")
{
    SettingsDesk desk;
    ui::RolesModel model(*desk.context);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int row = 0; row < static_cast<int>(access::Right::Count); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const bool brings =
                access::rightsOf(static_cast<access::Role>(column)).test(std::size_t(row));
            CHECK((model.index(row, column).data().toString() == QStringLiteral("✓")) == brings);
            CHECK_FALSE(model.index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        }
    }
    const int last = model.rowCount() - 1;
    CHECK(model.index(last, static_cast<int>(access::Role::Administrator)).data().toString()
        == QStringLiteral("1"));
    CHECK(model.index(last, static_cast<int>(access::Role::Viewer)).data().toString()
        == QStringLiteral("0"));
}

TEST_CASE("company settings are typed, checked and saved", "[ui][settings][company]")
{
    SettingsDesk desk;
    ui::CompanyPage page(*desk.context, desk.navigator);
    desk.show(page);
    page.activated();
    CHECK(desk.focused() == QStringLiteral("companyForm_company.name"));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("宁波新名机械有限公司"));
    auto& form = child<ui::RecordForm>(page, "companyForm");
    const auto retype = [&](const char* key, const char* text) {
        form.field(QString::fromLatin1(key))->editor()->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(QString::fromLatin1(text));
    };
    retype("tax.rate", "6");
    retype("device.code", "b");
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(form.field(QStringLiteral("device.code"))->error().isEmpty());
    CHECK(access::readSettings(desk.database->reader()).companyName
        == QStringLiteral("宁波精密机械有限公司")); // all or nothing
    retype("device.code", "B2");
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    const auto settings = access::readSettings(desk.database->reader());
    CHECK(settings.companyName == QStringLiteral("宁波新名机械有限公司"));
    CHECK(settings.taxRate == Rate::fromRaw(60'000));
    CHECK(settings.deviceCode == QStringLiteral("B2"));
    CHECK(desk.navigator.toasts.size() == 1);
}

TEST_CASE("the audit shows what changed, old beside new, and filters by kind and person",
    "[ui][settings][audit]")
{
    SettingsDesk desk;
    const auto rep = desk.join("li", access::Role::Sales, access::RoleScope::Own);
    auto person = rep.person();
    person.quoteLevel = 3;
    value(access::PeopleService(*desk.context).update(person));
    ui::AuditPage page(*desk.context);
    desk.show(page);
    page.activated();
    desk.settle(page);
    const int all = page.model().rowCount();
    CHECK(all == 3); // the person, the role, the level
    page.selectKey(*page.model().keyAt(0));
    page.setPanelOpen(true);
    desk.settle(page);
    const auto* changes = child<QTableView>(page, "auditChanges").model();
    REQUIRE(changes->rowCount() == 1);
    CHECK(changes->index(0, 1).data().toString() == QStringLiteral("1"));
    CHECK(changes->index(0, 2).data().toString() == QStringLiteral("3"));
    page.setView(QStringLiteral("deletion"));
    desk.settle(page);
    CHECK(page.model().rowCount() == 0);
    page.setView(QStringLiteral("all"));
    auto& who = child<QComboBox>(page, "auditPerson");
    who.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_End); // 王雪 is the last by name, and did all of it
    desk.settle(page);
    CHECK(page.model().rowCount() == (who.currentText() == QStringLiteral("王雪") ? all : 0));
}

TEST_CASE("the sections of the administration are walked with the keys", "[ui][settings][admin]")
{
    SettingsDesk desk;
    ui::AdminPage page(*desk.context, desk.navigator);
    desk.show(page);
    auto& sections = child<QListView>(page, "adminSections");
    sections.setFocus(Qt::TabFocusReason);
    CHECK(page.currentSection() == QStringLiteral("people"));
    QStringList seen{page.currentSection()};
    for (int i = 1; i < sections.model()->rowCount(); ++i) {
        desk.press(Qt::Key_Down);
        desk.settle(page);
        seen += page.currentSection();
    }
    CHECK(seen
        == QStringList{QStringLiteral("people"),
            QStringLiteral("teams"),
            QStringLiteral("regions"),
            QStringLiteral("roles"),
            QStringLiteral("fields"),
            QStringLiteral("company"),
            QStringLiteral("audit")});
    const QVariantMap state = page.saveState();
    ui::AdminPage again(*desk.context, desk.navigator);
    again.restoreState(state);
    CHECK(again.currentSection() == QStringLiteral("audit"));
    CHECK(page.showRecord(QStringLiteral("person"), desk.person("owner")->meta.rid));
    CHECK(page.currentSection() == QStringLiteral("people"));
    CHECK_FALSE(page.showRecord(QStringLiteral("quote"), 1));
}

TEST_CASE("who may not administer is told whom to ask", "[ui][settings][admin]")
{
    SettingsDesk desk;
    const auto rep = desk.join("li", access::Role::Sales, access::RoleScope::Own);
    const access::Context context{*desk.database, rep, desk.clock, desk.ids};
    ui::AdminPage page(context, desk.navigator);
    desk.show(page);
    CHECK(page.findChild<QListView*>(QStringLiteral("adminSections")) == nullptr);
    QString said;
    for (const QLabel* label : page.findChildren<QLabel*>())
        said += label->text();
    CHECK(said.contains(QStringLiteral("王雪")));
    CHECK_FALSE(page.newRecord());
}
