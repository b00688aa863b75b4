// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sync/sync_desk.h"
#include "ui/shared/form.h"
#include "ui/shared/job_list.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/server_address.h"
#include "ui/sync/server_sign_in.h"
#include "ui/sync/stale_dialog.h"

#include <QDir>
#include <QStackedWidget>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct JoinDesk : SyncDesk {
    JoinDesk()
        : SyncDesk(false)
        , dialog({database->types(), clock, navigator.jobs(), keychain, folder.path()})
    {
        dialog.show();
        REQUIRE(QTest::qWaitForWindowActive(&dialog));
    }
    ~JoinDesk() { dialog.close(); }
    // Port 1 of this PC: refused at once.
    void fill(const QString& port)
    {
        child<QLineEdit>(dialog, "joinHost").setFocus(Qt::TabFocusReason);
        type(QStringLiteral("127.0.0.1"));
        press(Qt::Key_Return);
        CHECK(focused() == QStringLiteral("joinPort"));
        child<QLineEdit>(dialog, "joinPort").selectAll();
        type(port);
        press(Qt::Key_Return);
        type(QStringLiteral("team"));
        child<QLineEdit>(dialog, "joinLogin").setFocus(Qt::TabFocusReason);
        type(QStringLiteral("u7"));
        press(Qt::Key_Return);
        type(QStringLiteral("geheim"));
    }
    QString below(const char* field)
    {
        for (ui::FormField* each : dialog.findChildren<ui::FormField*>()) {
            if (each->findChild<QLineEdit*>(QString::fromLatin1(field)) != nullptr)
                return each->error();
        }
        return QStringLiteral("no such field");
    }
    ui::JoinDialog dialog;
};

} // namespace

TEST_CASE("a dsn is read back as it was typed, quotes and blanks included", "[ui][sync][address]")
{
    ui::ServerAddress address;
    address.host = QStringLiteral("db.example");
    address.database = QStringLiteral("it's \\ours");
    address.certificate = QStringLiteral("/etc/our team/ca.crt");
    const auto back = ui::ServerAddress::fromDsn(address.dsn());
    CHECK(back.host == address.host);
    CHECK(back.port == QStringLiteral("5432"));
    CHECK(back.database == address.database);
    CHECK(back.certificate == address.certificate);
    CHECK(back.mode == QStringLiteral("verify-full"));
}

TEST_CASE(
    "the join dialog names every field that is missing and goes to the first", "[ui][sync][join]")
{
    JoinDesk desk;
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.focused() == QStringLiteral("joinHost"));
    for (const char* field : {"joinHost", "joinDatabase", "joinLogin", "joinPassword"}) {
        INFO(field);
        CHECK_FALSE(desk.below(field).isEmpty());
    }
    CHECK(desk.below("joinPort").isEmpty());
    CHECK(desk.navigator.jobs().running() == 0);
}

TEST_CASE("a port that is none and a certificate that is not there are refused beside the field",
    "[ui][sync][join]")
{
    JoinDesk desk;
    desk.fill(QStringLiteral("99999"));
    child<QLineEdit>(desk.dialog, "joinCertificate")
        .setText(desk.folder.filePath(QStringLiteral("no.crt")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.focused() == QStringLiteral("joinPort"));
    CHECK_FALSE(desk.below("joinPort").isEmpty());
    CHECK_FALSE(desk.below("joinCertificate").isEmpty());
    CHECK(desk.below("joinHost").isEmpty());
}

TEST_CASE("an address where nobody answers is told beside the server, and no file is left",
    "[ui][sync][join]")
{
    JoinDesk desk;
    desk.fill(QStringLiteral("1"));
    CHECK(child<QLineEdit>(desk.dialog, "joinFile").text()
        == QDir(desk.folder.path()).filePath(QStringLiteral("team.chengdan")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!desk.below("joinHost").isEmpty());
    CHECK(desk.below("joinHost").contains(QStringLiteral("cannot be reached")));
    CHECK(desk.focused() == QStringLiteral("joinHost"));
    CHECK_FALSE(QFileInfo::exists(desk.folder.filePath(QStringLiteral("team.chengdan"))));
    CHECK(child<QPushButton>(desk.dialog, "joinStart").isVisible());
}

TEST_CASE("signing in at a server that does not answer lets the person work offline",
    "[ui][sync][signin]")
{
    SyncDesk desk;
    ui::ServerSignIn dialog(*desk.session);
    dialog.show();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    CHECK(desk.focused() == QStringLiteral("serverPassword"));
    CHECK_FALSE(dialog.isModal());
    desk.press(Qt::Key_Return); // without a password
    auto& field = *dialog.findChild<ui::FormField*>();
    CHECK_FALSE(field.error().isEmpty());
    desk.type(QStringLiteral("geheim"));
    desk.press(Qt::Key_Return);
    WAIT_UNTIL(field.error().contains(QStringLiteral("cannot be reached")));
    CHECK_FALSE(QFileInfo::exists(desk.keychain.file())); // nobody has said that it is right
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
    CHECK(desk.session->status().phase == sync::SyncStatus::Phase::Offline);
}

TEST_CASE("a copy without contact for too long shows the reason and no data, and is left by Esc",
    "[ui][sync][stale]")
{
    SyncDesk desk;
    constexpr qint64 kDay = 86'400'000;
    desk.clock.set(
        Instant::fromMilliseconds(desk.clock.now().milliseconds() + 15 * kDay), QDate(2026, 6, 12));
    const auto fresh = sync::requireFresh(*desk.database, desk.clock.now());
    REQUIRE_FALSE(fresh);
    ui::StaleDialog dialog(*desk.database, desk.clock, desk.keychain, fresh.error());
    dialog.show();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    desk.type(QStringLiteral("geheim"));
    desk.press(Qt::Key_Return);
    auto& field = *dialog.findChild<ui::FormField*>();
    WAIT_UNTIL(field.error().contains(QStringLiteral("cannot be reached")));
    desk.press(Qt::Key_Escape);
    CHECK(dialog.result() == QDialog::Rejected);
}
