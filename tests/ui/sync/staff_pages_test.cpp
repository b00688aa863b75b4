// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// People, teams and regions of a copy, changed at a real server from the administrator's pages.
#include "core/access/teams.h"
#include "tests/ui/sync/staff_server.h"
#include "ui/settings/admin_page.h"
#include "ui/settings/first_password_dialog.h"
#include "ui/settings/people_page.h"
#include "ui/settings/places_page.h"
#include "ui/shared/form.h"

#include <QClipboard>
#include <QListView>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QPushButton* lastButton(QWidget& bar, const char* name)
{
    const auto buttons = bar.findChildren<QPushButton*>(QString::fromLatin1(name));
    return buttons.isEmpty() ? nullptr : buttons.last();
}

// Chooses a person in the list and waits until the server has told about the person.
void choosePerson(ui::PeoplePage& page, StaffCopy& copy, SyncDesk& desk, int number)
{
    page.selectKey(copy.person(number)->meta.rid);
    desk.settle(page);
    page.setPanelOpen(true);
    page.table()->setFocus();
    auto& words = child<QLabel>(page, "personServerWords");
    WAIT_UNTIL(words.text().contains(QStringLiteral("u%1").arg(number)));
}

} // namespace

TEST_CASE("a person is added at the server without the mouse, and the first password told once",
    "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy copy(server, desk, 1);
    copy.signIn();
    ui::PeoplePage page(copy.context, desk.navigator, &copy.office);
    desk.show(page);
    page.newRecord();
    CHECK(desk.focused() == QStringLiteral("personPanelForm_login"));
    desk.type(QStringLiteral("amy")); // taken, which only the server knows for sure
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("李娜"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    ui::RecordForm& form = *page.panel().form();
    WAIT_UNTIL(!form.isWaiting());
    REQUIRE(page.panel().isEditing());
    CHECK(
        form.field(QStringLiteral("login"))->error() == QStringLiteral("The login “amy” is taken"));
    CHECK(desk.focused() == QStringLiteral("personPanelForm_login"));
    auto& login = child<QLineEdit>(page, "personPanelForm_login");
    login.selectAll();
    desk.type(QStringLiteral("lina"));
    auto* role = form.field(QStringLiteral("role.sales"))->editor();
    role->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Down); // own
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(openDialog<ui::FirstPasswordDialog>() != nullptr);
    QPointer<ui::FirstPasswordDialog> dialog = openDialog<ui::FirstPasswordDialog>();
    CHECK_FALSE(page.panel().isEditing());
    CHECK(desk.navigator.toasts == QStringList{QStringLiteral("“李娜” saved")});
    const QString password = child<QLineEdit>(*dialog, "firstPasswordMade").text();
    CHECK(child<QLineEdit>(*dialog, "firstPasswordLogin").text() == QStringLiteral("u4"));
    child<QPushButton>(*dialog, "firstPasswordCopy").setFocus();
    QTest::keyClick(dialog.data(), Qt::Key_Return);
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("u4\t") + password);
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    CHECK(openDialog<ui::FirstPasswordDialog>() == nullptr);
    CHECK(sync::ServerLink::open(server.database->tlsDsn(), QStringLiteral("u4"), password));
    WAIT_UNTIL(copy.person(4).has_value()); // the next pull brought the row
    CHECK(copy.person(4)->name == QStringLiteral("李娜"));
    WAIT_UNTIL(page.model().rowCount() == 4);
}

TEST_CASE("name, place and roles of a person change at the server in one act", "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy copy(server, desk, 1);
    copy.signIn();
    ui::PeoplePage page(copy.context, desk.navigator, &copy.office);
    desk.show(page);
    choosePerson(page, copy, desk, 2);
    desk.press(Qt::Key_F2);
    REQUIRE(page.panel().isEditing());
    ui::RecordForm& form = *page.panel().form();
    CHECK(form.field(QStringLiteral("login")) == nullptr); // the server keeps it as it was given
    CHECK(desk.focused() == QStringLiteral("personPanelForm_name"));
    desk.type(QStringLiteral("陈艾米（华东）"));
    auto& level = child<QLineEdit>(page, "personPanelForm_quote_level");
    level.setFocus();
    level.selectAll();
    desk.type(QStringLiteral("9"));
    auto* role = form.field(QStringLiteral("role.costing"))->editor();
    role->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!form.isWaiting());
    CHECK_FALSE(form.field(QStringLiteral("quote_level"))->error().isEmpty());
    // nothing of it was done: not the name either
    CHECK(server.database->scalar(QStringLiteral("SELECT name FROM app.person WHERE id = 2"))
              .toString()
        == QStringLiteral("陈艾米"));
    level.setFocus();
    level.selectAll();
    desk.type(QStringLiteral("2"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!page.panel().isEditing());
    CHECK(server.database
              ->scalar(QStringLiteral(
                  "SELECT p.name || ' ' || p.quote_level || ' ' || string_agg(r.role, ',' ORDER BY "
                  "r.role) FROM app.person p JOIN app.person_role r ON r.person = p.id AND NOT "
                  "r.deleted WHERE p.id = 2 GROUP BY p.id"))
              .toString()
              .startsWith(QStringLiteral("陈艾米")));
    // his row and his roles are of two tables: a pull may bring the one before the other
    WAIT_UNTIL(copy.person(2)->quoteLevel == 2);
    WAIT_UNTIL(access::rolesOf(copy.database->reader(), PersonId::fromNumber(2)).size() == 2);
}

TEST_CASE("ending somebody's access says beforehand what happens and what remains, and does it all",
    "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy amy(server, desk, 2);
    StaffCopy copy(server, desk, 1);
    server.database->execute(
        QStringLiteral("INSERT INTO app.customer (id, owner, name, created_at, changed_at) VALUES "
                       "('cccccccc-0000-7000-8000-000000000001', 2, '苏州恒力', 1, 1)"));
    copy.signIn();
    ui::PeoplePage page(copy.context, desk.navigator, &copy.office);
    desk.show(page);
    choosePerson(page, copy, desk, 2);
    auto& devices = child<QListView>(page, "personDevices");
    CHECK(devices.model()->rowCount() == 1);
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(desk.focused() == QStringLiteral("personAskAction1")); // the safe answer
    auto& ask = child<QWidget>(page, "personAsk");
    QString words;
    for (const auto* label : ask.findChildren<QLabel*>())
        words += label->text();
    CHECK(words.contains(QStringLiteral("copies on PCs are revoked: 1")));
    CHECK(words.contains(QStringLiteral("until they are handed over: 1")));
    QPushButton* end = lastButton(ask, "personAskAction2");
    REQUIRE(end != nullptr);
    end->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return);
    WAIT_UNTIL(!copy.person(2)->active);
    CHECK(sync::ServerLink::open(
              server.account(2).dsn, server.account(2).login, server.account(2).password)
              .error()
              .code
        == QStringLiteral("SERVER_PASSWORD"));
    CHECK(server.database
              ->scalar(
                  QStringLiteral("SELECT count(*) FROM sync.device WHERE uid = 2 AND NOT revoked"))
              .toInt()
        == 0);
    // whoever comes back gets a new password with it
    page.setView(QStringLiteral("all"));
    choosePerson(page, copy, desk, 2);
    auto& again = child<QPushButton>(page, "personEnd");
    WAIT_UNTIL(again.text().startsWith(QStringLiteral("Let sign in again")));
    again.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return);
    QPointer<ui::FirstPasswordDialog> dialog = openDialog<ui::FirstPasswordDialog>();
    REQUIRE(dialog != nullptr);
    auto& typed = child<QLineEdit>(*dialog, "firstPasswordTyped");
    QTest::keyClicks(&typed, QStringLiteral("short"));
    QTest::keyClick(dialog.data(), Qt::Key_Return);
    CHECK_FALSE(dialog->findChild<ui::FormField*>()->error().isEmpty());
    typed.setText(QStringLiteral("welcome-back-1"));
    QTest::keyClick(dialog.data(), Qt::Key_Return);
    auto& copyButton = child<QPushButton>(*dialog, "firstPasswordCopy");
    WAIT_UNTIL(copyButton.isVisible());
    dialog->close();
    CHECK(sync::ServerLink::open(
        server.account(2).dsn, server.account(2).login, QStringLiteral("welcome-back-1")));
    WAIT_UNTIL(copy.person(2)->active);
}

TEST_CASE("a copy on a lost PC is revoked by itself", "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy bob(server, desk, 3);
    StaffCopy copy(server, desk, 1);
    copy.signIn();
    ui::PeoplePage page(copy.context, desk.navigator, &copy.office);
    desk.show(page);
    choosePerson(page, copy, desk, 3);
    auto& devices = child<QListView>(page, "personDevices");
    devices.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Delete);
    auto& ask = child<QWidget>(page, "personAsk");
    QPushButton* revoke = lastButton(ask, "personAskAction2");
    REQUIRE(revoke != nullptr);
    revoke->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return);
    WAIT_UNTIL(devices.model()->index(0, 0).data().toString().contains(QStringLiteral("revoked")));
    CHECK_FALSE(child<QPushButton>(page, "personRevoke").isEnabled());
    CHECK(copy.person(3)->active);
}

TEST_CASE("without the server nothing is changed and the page says why", "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy copy(server, desk, 1);
    ui::PeoplePage page(copy.context, desk.navigator, &copy.office);
    desk.show(page);
    auto& bar = child<QWidget>(page, "peopleOffice");
    auto& add = child<QPushButton>(page, "peopleNew");
    CHECK(bar.isVisible());
    CHECK_FALSE(add.isEnabled());
    CHECK_FALSE(add.toolTip().isEmpty());
    CHECK(page.newRecord());
    CHECK_FALSE(page.panel().isEditing());
    page.selectKey(copy.person(2)->meta.rid);
    desk.settle(page);
    page.table()->setFocus();
    desk.press(Qt::Key_F2);
    CHECK_FALSE(page.panel().isEditing());
    desk.press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK_FALSE(child<QWidget>(page, "personAsk").isVisible());
    CHECK_FALSE(child<QPushButton>(page, "personEnd").isEnabled());
    bool asked = false;
    QObject::connect(&copy.office, &ui::ServerOffice::signInWanted, [&] { asked = true; });
    lastButton(bar, "peopleOfficeAction1")->click();
    CHECK(asked);

    SECTION("the services of the file refuse it as well, for whoever asks them")
    {
        const PersonId amy = PersonId::fromNumber(2);
        const auto code = [](const auto& outcome) {
            return outcome ? std::string() : outcome.error().code.toStdString();
        };
        access::PeopleService people(copy.context);
        CHECK(code(people.setActive(amy, false)) == "STAFF_ON_SERVER");
        CHECK(code(people.update(*copy.person(2))) == "STAFF_ON_SERVER");
        CHECK(code(people.create({}, {})) == "STAFF_ON_SERVER");
        CHECK(code(access::RoleService(copy.context).set(amy, {})) == "STAFF_ON_SERVER");
        CHECK(code(access::TeamService(copy.context).create({})) == "STAFF_ON_SERVER");
        CHECK(code(access::RegionService(copy.context).create({})) == "STAFF_ON_SERVER");
        CHECK(schema::toInteger(
                  copy.database->reader().scalar(QStringLiteral("SELECT count(*) FROM _op")))
            == 0);
    }
    SECTION("once signed in the page is open, and it closes again when the server is gone")
    {
        copy.signIn();
        CHECK_FALSE(bar.isVisible());
        CHECK(add.isEnabled());
        WAIT_UNTIL(child<QPushButton>(page, "personEnd").isEnabled());
        sync::SyncStatus away;
        away.phase = sync::SyncStatus::Phase::Offline;
        away.trouble = Error::make("SERVER_UNREACHABLE");
        copy.session.pretend(ui::SyncStanding::Running, away);
        CHECK(bar.isVisible());
        CHECK_FALSE(add.isEnabled());
        CHECK_FALSE(child<QPushButton>(page, "personEnd").isEnabled());
    }
}

TEST_CASE("teams and regions are kept at the server, with what it refuses at its field",
    "[ui][sync][staff]")
{
    StaffServer server;
    SyncDesk desk(false);
    StaffCopy copy(server, desk, 1);
    copy.signIn();
    ui::PlacesPage regions(
        copy.context, desk.navigator, ui::PlacesPage::Kind::Regions, &copy.office);
    desk.show(regions);
    regions.newRecord();
    desk.type(QStringLiteral("HD"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("华东"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!regions.panel().isEditing());
    WAIT_UNTIL(regions.model().rowCount() == 1);
    regions.newRecord();
    desk.type(QStringLiteral("HD"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("华东二"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!regions.panel().form()->isWaiting());
    REQUIRE(regions.panel().isEditing());
    CHECK_FALSE(regions.panel().form()->field(QStringLiteral("code"))->error().isEmpty());
    regions.hide();

    ui::PlacesPage teams(copy.context, desk.navigator, ui::PlacesPage::Kind::Teams, &copy.office);
    desk.show(teams);
    teams.newRecord();
    desk.type(QStringLiteral("一组"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(teams.model().rowCount() == 1);
    server.database->scalar(
        QStringLiteral("SELECT srv.change_person(gen_random_uuid(), 2, '{\"team\": 1}')"));
    desk.settle(teams);
    teams.table()->setFocus();
    teams.selectKey(
        schema::toInteger(copy.database->reader().scalar(QStringLiteral("SELECT rid FROM team"))));
    desk.settle(teams);
    desk.press(Qt::Key_F2);
    REQUIRE(teams.panel().isEditing());
    auto* closed = teams.panel().form()->field(QStringLiteral("closed"))->editor();
    closed->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!teams.panel().form()->isWaiting());
    CHECK_FALSE(teams.panel().form()->field(QStringLiteral("closed"))->error().isEmpty());
}
