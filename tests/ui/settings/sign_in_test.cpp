// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settings_desk.h"
#include "ui/settings/password_dialog.h"
#include "ui/settings/session_watch.h"
#include "ui/settings/sign_in_dialog.h"
#include "ui/shared/form.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

const QString kDeskSecret = QStringLiteral("lao-wang-8");

struct SignInDesk : SettingsDesk {
    SignInDesk()
    {
        join("anna", access::Role::Sales, access::RoleScope::Own);
        value(access::PasswordService(*context).change({}, kDeskSecret));
    }
    std::unique_ptr<ui::SignInDialog> open(ui::SignInDialog::Options options = {})
    {
        auto dialog = std::make_unique<ui::SignInDialog>(*database, ids, std::move(options));
        dialog->show();
        REQUIRE(QTest::qWaitForWindowActive(dialog.get()));
        return dialog;
    }
};

} // namespace

TEST_CASE("one signs in with the keyboard alone: choose, Enter, password, Enter",
    "[ui][settings][signin]")
{
    SignInDesk desk;
    const auto dialog = desk.open();
    CHECK(desk.focused() == QStringLiteral("signInPeople"));
    CHECK(child<QListView>(*dialog, "signInPeople").model()->rowCount() == 2);
    desk.press(Qt::Key_Down); // anna, then 王雪
    desk.press(Qt::Key_Return);
    CHECK(desk.focused() == QStringLiteral("signInPassword"));
    desk.type(QStringLiteral("wrong"));
    desk.press(Qt::Key_Return);
    CHECK_FALSE(dialog->session());
    CHECK_FALSE(child<QLabel>(*dialog, "signInError").text().isEmpty());
    desk.type(kDeskSecret); // replaces the wrong one, which is selected
    desk.press(Qt::Key_Return);
    REQUIRE(dialog->session());
    CHECK(dialog->session()->id() == desk.owner->id());
    CHECK(dialog->result() == QDialog::Accepted);
}

TEST_CASE("who has no password goes in with one Enter", "[ui][settings][signin]")
{
    SignInDesk desk;
    const auto dialog = desk.open();
    CHECK_FALSE(child<QLineEdit>(*dialog, "signInPassword").isVisible());
    desk.press(Qt::Key_Return);
    REQUIRE(dialog->session());
    CHECK(dialog->session()->person().login == QStringLiteral("anna"));
}

TEST_CASE("after three wrong passwords the button waits and the right one is refused too",
    "[ui][settings][signin]")
{
    SignInDesk desk;
    const auto dialog = desk.open({.login = QStringLiteral("owner")});
    CHECK(desk.focused() == QStringLiteral("signInPassword"));
    for (int i = 0; i < 3; ++i) {
        desk.type(QStringLiteral("wrong"));
        desk.press(Qt::Key_Return);
    }
    desk.type(kDeskSecret);
    desk.press(Qt::Key_Return);
    CHECK_FALSE(dialog->session());
    CHECK_FALSE(child<QPushButton>(*dialog, "signInEnter").isEnabled());
}

TEST_CASE("a lock is left by its own password, not by Esc, and shows nobody else",
    "[ui][settings][signin]")
{
    SignInDesk desk;
    const auto dialog = desk.open({.login = QStringLiteral("owner"), .onlyThatLogin = true});
    CHECK(child<QListView>(*dialog, "signInPeople").model()->rowCount() == 1);
    desk.press(Qt::Key_Escape);
    CHECK(dialog->isVisible());
    desk.type(kDeskSecret);
    desk.press(Qt::Key_Return);
    CHECK(dialog->session());
}

TEST_CASE(
    "a first password is typed twice, the next against the present one", "[ui][settings][password]")
{
    SettingsDesk desk;
    {
        ui::PasswordDialog dialog(*desk.context);
        dialog.show();
        REQUIRE(QTest::qWaitForWindowActive(&dialog));
        CHECK(desk.focused() == QStringLiteral("passwordNext"));
        desk.type(kDeskSecret);
        desk.press(Qt::Key_Return);
        CHECK(desk.focused() == QStringLiteral("passwordAgain"));
        desk.type(QStringLiteral("lao-wang-9"));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(dialog.doneText().isEmpty());
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(kDeskSecret);
        desk.press(Qt::Key_Return);
        CHECK(desk.focused() == QStringLiteral("passwordSave"));
        desk.press(Qt::Key_Return);
        CHECK_FALSE(dialog.doneText().isEmpty());
    }
    access::SignInService signIn(*desk.database, desk.ids);
    CHECK(signIn.signIn({}, kDeskSecret));
    ui::PasswordDialog dialog(*desk.context);
    dialog.show();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    CHECK(desk.focused() == QStringLiteral("passwordPresent"));
    desk.type(kDeskSecret);
    desk.press(Qt::Key_Return, Qt::ControlModifier); // an empty new one takes it away
    CHECK_FALSE(dialog.doneText().isEmpty());
    CHECK(signIn.signIn({}, {}));
}

TEST_CASE("the window hears once that its person may do something else", "[ui][settings][session]")
{
    SettingsDesk desk;
    const auto rep = desk.join("li", access::Role::Sales, access::RoleScope::Own);
    const access::Context context{*desk.database, rep, desk.clock, desk.ids};
    ui::SessionWatch watch(context);
    QSignalSpy changed(&watch, &ui::SessionWatch::changed);
    QSignalSpy ended(&watch, &ui::SessionWatch::ended);
    desk.join("other", access::Role::Sales, access::RoleScope::Own);
    QCoreApplication::processEvents();
    CHECK(changed.isEmpty());
    access::PersonRole role;
    role.role = access::Role::Finance;
    role.scope = access::RoleScope::All;
    value(access::RoleService(*desk.context).set(rep.id(), {role}));
    REQUIRE((changed.count() == 1 || changed.wait()));
    value(access::RoleService(*desk.context).set(rep.id(), {}));
    QCoreApplication::processEvents();
    CHECK(changed.count() == 1);
    CHECK(ended.isEmpty());

    ui::SessionWatch second(context);
    QSignalSpy left(&second, &ui::SessionWatch::ended);
    value(access::PeopleService(*desk.context).setActive(rep.id(), false));
    CHECK((left.count() == 1 || left.wait()));
}
