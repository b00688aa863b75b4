// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's half against a real server: joining, sending, and deciding about a clash.
#include "core/sync/server_install.h"
#include "core/sync/server_schema.h"
#include "tests/support/pg_fixture.h"
#include "tests/ui/sync/sync_desk.h"
#include "ui/shared/form.h"
#include "ui/shared/job_list.h"
#include "ui/sync/checkup_page.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/server_address.h"
#include "ui/sync/server_audit_page.h"
#include "ui/sync/sync_page.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// A server with a boss and a rep, whose password was made there.
struct TeamServer {
    TeamServer()
    {
        static const QStringList statements = sync::serverSchema(exchange::companyRecordTypes());
        database = PgFixture::instance().database(statements);
        const auto add = [&](const char* login, const char* roles) {
            database->scalar(QStringLiteral(
                "SELECT srv.add_person('{\"login\": \"%1\", \"name\": \"%1\"}', '%2')")
                                 .arg(QString::fromLatin1(login), QString::fromLatin1(roles)));
        };
        add("boss", R"([{"role": "administrator", "scope": "all"}])");
        add("amy", R"([{"role": "sales", "scope": "own"}])");
        const auto admin = value(sync::ServerLink::open(database->dsn()));
        password = value(sync::resetServerUser(*admin, 2)).password;
        bossPassword = value(sync::resetServerUser(*admin, 1)).password;
        address.host = QStringLiteral("localhost");
        address.port = QString::number(PgFixture::instance().port());
        address.database = database->name();
        address.certificate = PgFixture::instance().authority();
    }
    sync::ServerAccount account() const { return {address.dsn(), QStringLiteral("u2"), password}; }
    std::unique_ptr<PgDatabase> database;
    QString password;
    QString bossPassword;
    ui::ServerAddress address;
};

/// One PC of Amy's, with its window's session.
struct TeamPc {
    TeamPc(const TeamServer& team, const QString& folder, const char* name)
        : keychain(folder + QStringLiteral("/passwords.json"), false)
        , password(team.password)
    {
        database = value(sync::joinServer(QStringLiteral("%1/%2").arg(folder, QLatin1String(name)),
            exchange::companyRecordTypes(),
            clock,
            team.account()));
    }
    void goOnline()
    {
        session = std::make_unique<ui::SyncSession>(*database, clock, keychain);
        session->signIn(password, false);
    }
    void goOffline() { session.reset(); }
    // Everything sent and answered, and a round made since.
    void waitUntilCurrent()
    {
        session->syncNow();
        WAIT_UNTIL(session->status().phase == sync::SyncStatus::Phase::Current
            && session->status().unsent + session->status().waiting == 0);
    }
    std::optional<customers::Customer> customer()
    {
        return storage::selectOne<customers::Customer>(database->reader(), QStringLiteral("1"));
    }
    void setPhone(const QString& phone)
    {
        value(database->write(
            PersonId::fromNumber(2), [&](storage::Transaction& transaction) -> Result<void> {
                auto row = storage::selectOne<customers::Customer>(
                    transaction.connection(), QStringLiteral("1"));
                row->phone = phone;
                storage::update(transaction, *row);
                return {};
            }));
    }
    SystemClock clock{"Asia/Shanghai"};
    IdSource ids{clock};
    ui::Keychain keychain;
    QString password;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<ui::SyncSession> session;
};

} // namespace

TEST_CASE("joining over TLS refuses a wrong password beside it and keeps the right one",
    "[ui][sync][team]")
{
    TeamServer team;
    SyncDesk desk(false);
    ui::JoinDialog dialog({desk.database->types(),
        desk.clock,
        desk.navigator.jobs(),
        desk.keychain,
        desk.folder.path()});
    dialog.show();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    const auto put = [&](const char* field, const QString& text) {
        child<QLineEdit>(dialog, field).setText(text);
    };
    put("joinHost", team.address.host);
    put("joinPort", team.address.port);
    put("joinDatabase", team.address.database);
    put("joinCertificate", team.address.certificate);
    put("joinLogin", QStringLiteral("u2"));
    put("joinPassword", QStringLiteral("wrong"));
    const QString path = desk.folder.filePath(QStringLiteral("joined.chengdan"));
    put("joinFile", path);
    child<QLineEdit>(dialog, "joinPassword").setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    auto& form = child<QPushButton>(dialog, "joinStart");
    WAIT_UNTIL(form.isVisible());
    WAIT_UNTIL(desk.focused() == QStringLiteral("joinPassword"));
    CHECK_FALSE(QFileInfo::exists(path));
    desk.type(team.password); // replaces the wrong one, which is selected
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!dialog.joinedFile().isEmpty());
    CHECK(dialog.joinedFile() == path);
    CHECK(desk.focused() == QStringLiteral("joinOpen"));
    CHECK(child<QLabel>(dialog, "joinPlace")
              .text()
              .contains(QStringLiteral("which only you can read")));
    const auto joined = value(exchange::openCompany(path, desk.clock));
    CHECK(value(access::openSession(*joined)).person().login == QStringLiteral("amy"));
    ui::SyncSession session(*joined, desk.clock, desk.keychain);
    bool asked = false;
    QObject::connect(&session, &ui::SyncSession::passwordNeeded, [&] { asked = true; });
    session.start();
    CHECK_FALSE(asked);
    WAIT_UNTIL(session.status().phase == sync::SyncStatus::Phase::Current);
    CHECK(session.headline().text.startsWith(QStringLiteral("all sent")));
}

TEST_CASE("two PCs that edited the same field offline are brought together on the page",
    "[ui][sync][team]")
{
    TeamServer team;
    SyncDesk desk(false); // for its keyboard
    TeamPc here(team, desk.folder.path(), "here.chengdan");
    TeamPc there(team, desk.folder.path(), "there.chengdan");
    value(here.database->write(
        PersonId::fromNumber(2), [&](storage::Transaction& transaction) -> Result<void> {
            customers::Customer customer;
            customer.id = CustomerId::make(here.ids);
            customer.meta.owner = PersonId::fromNumber(2);
            customer.meta.root = customer.id;
            customer.name = QStringLiteral("苏州恒力泵业有限公司");
            customer.number = QStringLiteral("K-1");
            customer.phone = QStringLiteral("000");
            storage::insert(transaction, customer);
            return {};
        }));
    here.goOnline();
    here.waitUntilCurrent();
    there.goOnline();
    WAIT_UNTIL(there.customer().has_value());
    there.waitUntilCurrent();
    here.goOffline();
    there.goOffline();
    here.setPhone(QStringLiteral("111"));
    there.setPhone(QStringLiteral("222"));
    here.goOnline();
    here.waitUntilCurrent();
    there.goOnline();
    WAIT_UNTIL(there.session->status().tray == 1);
    CHECK(there.customer()->phone == QStringLiteral("111")); // the first one stands
    CHECK(there.session->headline().text == QStringLiteral("needs you: 1"));

    const access::Session amy = value(access::openSession(*there.database));
    const access::Context context{*there.database, amy, there.clock, there.ids};
    ui::SyncPage page(context, desk.navigator, *there.session);
    desk.show(page);
    page.activated();
    const auto& fields = *child<QTableView>(page, "syncTrayFields").model();
    REQUIRE(fields.rowCount() == 1);
    CHECK(fields.index(0, 1).data().toString() == QStringLiteral("222"));
    CHECK(fields.index(0, 2).data().toString() == QStringLiteral("111"));
    CHECK(fields.index(0, 3).data().toString().startsWith(QStringLiteral("amy")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    there.waitUntilCurrent();
    CHECK(there.session->status().tray == 0);
    here.session->syncNow();
    WAIT_UNTIL(here.customer()->phone == QStringLiteral("222"));
}

TEST_CASE("an administrator's window gets the check-up and the history from the server itself",
    "[ui][sync][team]")
{
    TeamServer team;
    SyncDesk desk(false);
    SystemClock clock{"Asia/Shanghai"};
    const auto database =
        value(sync::joinServer(desk.folder.filePath(QStringLiteral("boss.chengdan")),
            exchange::companyRecordTypes(),
            clock,
            {team.address.dsn(), QStringLiteral("u1"), team.bossPassword}));
    const access::Session boss = value(access::openSession(*database));
    const access::Context context{*database, boss, clock, desk.ids};
    ui::SyncSession session(*database, clock, desk.keychain);
    session.signIn(team.bossPassword, false);
    WAIT_UNTIL(session.status().phase == sync::SyncStatus::Phase::Current);
    ui::CheckupPage checkup(context, desk.navigator, session);
    desk.show(checkup);
    checkup.activated();
    WAIT_UNTIL(child<QLabel>(checkup, "checkupScore").text().endsWith(QStringLiteral("of 100")));
    // A single administrator and a rep who never signed in are findings of the server's own.
    CHECK(child<QTreeView>(checkup, "checkupList").model()->rowCount() >= 2);
    ui::ServerAuditPage audit(context, desk.navigator, session);
    desk.show(audit);
    audit.activated();
    auto& entries = *child<QTreeView>(audit, "serverAuditList").model();
    WAIT_UNTIL(entries.rowCount() > 0);
    child<QPushButton>(audit, "serverAuditSeals").click();
    WAIT_UNTIL(!desk.navigator.toasts.isEmpty());
    CHECK(desk.navigator.toasts.last().startsWith(QStringLiteral("The history is what it was")));
}
