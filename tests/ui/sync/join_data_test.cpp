// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file with data joins a real server through the dialog, by the keyboard. With
// CHENGDAN_PICTURES=FOLDER it leaves pictures of the steps.
#include "core/sync/join_data.h"
#include "core/sync/server_install.h"
#include "core/sync/server_schema.h"
#include "tests/support/pg_fixture.h"
#include "tests/ui/sync/sync_desk.h"
#include "ui/shared/job_list.h"
#include "ui/sync/join_data_view.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/server_address.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTabBar>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr char kTakenCode[] = "91330200MA2AAAAA1X";

/// A server with a boss, who may do everything, and Amy, who sells. The boss has one customer.
struct OwnDataServer {
    OwnDataServer()
    {
        static const QStringList statements = sync::serverSchema(exchange::companyRecordTypes());
        database = PgFixture::instance().database(statements);
        database->scalar(QStringLiteral(
            "SELECT srv.add_person('{\"login\": \"boss\", \"name\": \"boss\"}', '[{\"role\": "
            "\"administrator\", \"scope\": \"all\"}, {\"role\": \"sales_manager\", \"scope\": "
            "\"all\"}, {\"role\": \"costing\", \"scope\": \"all\"}]')"));
        database->scalar(
            QStringLiteral("SELECT srv.add_person('{\"login\": \"amy\", \"name\": \"Amy\"}', "
                           "'[{\"role\": \"sales\", \"scope\": \"own\"}]')"));
        const auto admin = value(sync::ServerLink::open(database->dsn()));
        for (const int person : {1, 2})
            passwords[person] = value(sync::resetServerUser(*admin, person)).password;
        address.host = QStringLiteral("localhost");
        address.port = QString::number(PgFixture::instance().port());
        address.database = database->name();
        address.certificate = PgFixture::instance().authority();
    }
    void addTakenCustomer()
    {
        database->execute(
            QStringLiteral("INSERT INTO app.customer (id, owner, name, number, credit_code, kind, "
                           "grade, status) VALUES (gen_random_uuid(), 1, '苏州恒力泵业有限公司', "
                           "'X-1', '%1', 'company', 'A', 'active')")
                .arg(QLatin1String(kTakenCode)));
    }
    std::unique_ptr<PgDatabase> database;
    std::map<int, QString> passwords;
    ui::ServerAddress address;
};

struct OwnDataDesk : SyncDesk {
    explicit OwnDataDesk(const OwnDataServer& server, int person)
        : SyncDesk(false)
    {
        first = known(QStringLiteral("宁波精密机械有限公司"), QStringLiteral("0574-1"));
        second = known(QStringLiteral("苏州恒力泵业"), QStringLiteral("0512-1"));
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            second.creditCode = QLatin1String(kTakenCode);
            storage::update(transaction, second);
            return {};
        }));
        path = folder.filePath(QStringLiteral("joined.chengdan"));
        dialog = std::make_unique<ui::JoinDialog>(ui::JoinDialog::Setup{
            database->types(), clock, navigator.jobs(), keychain, folder.path(), database->path()});
        dialog->show();
        REQUIRE(QTest::qWaitForWindowActive(dialog.get()));
        const auto put = [&](const char* field, const QString& text) {
            child<QLineEdit>(*dialog, field).setText(text);
        };
        put("joinHost", server.address.host);
        put("joinPort", server.address.port);
        put("joinDatabase", server.address.database);
        put("joinCertificate", server.address.certificate);
        put("joinLogin", QStringLiteral("u%1").arg(person));
        put("joinPassword", server.passwords.at(person));
        put("joinFile", path);
        child<QLineEdit>(*dialog, "joinPassword").setFocus(Qt::TabFocusReason);
    }
    ~OwnDataDesk() { dialog->close(); }
    void picture(const QString& name)
    {
        const QString to = qEnvironmentVariable("CHENGDAN_PICTURES");
        if (to.isEmpty())
            return;
        for (const auto mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
            ui::Theme::instance().setMode(mode);
            QCoreApplication::processEvents();
            REQUIRE(dialog->grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(to,
                        name,
                        mode == ui::Theme::Mode::Dark ? QStringLiteral("dark")
                                                      : QStringLiteral("light"))));
        }
    }
    // The text of a cell of one of the two tables.
    QString told(QWidget& view, int row, int column)
    {
        return child<QTableView>(view, "joinDataTable")
            .model()
            ->index(row, column)
            .data()
            .toString();
    }
    ui::JoinDataView& preview() { return child<ui::JoinDataView>(*dialog, "joinPreview"); }
    ui::JoinDataView& report() { return child<ui::JoinDataView>(*dialog, "joinReport"); }

    customers::Customer first;
    customers::Customer second;
    QString path;
    std::unique_ptr<ui::JoinDialog> dialog;
};

} // namespace

TEST_CASE("a founder's file joins an empty server by the keyboard, after a look at what becomes of "
          "it",
    "[ui][sync][join][joindata]")
{
    OwnDataServer server;
    OwnDataDesk desk(server, 1);
    auto& along = child<QCheckBox>(*desk.dialog, "joinAlong");
    CHECK(along.isVisible());
    CHECK(along.isChecked());
    desk.picture(QStringLiteral("1-form"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(child<QPushButton>(*desk.dialog, "joinTake").isVisible());
    CHECK(desk.focused() == QStringLiteral("joinTake"));
    desk.picture(QStringLiteral("2-preview"));
    // Nothing was sent, and the file lies beside itself.
    CHECK(
        server.database->scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt() == 0);
    CHECK(QFileInfo::exists(sync::joinBackupPath(desk.database->path())));
    CHECK(child<QLabel>(desk.preview(), "joinDataSummary")
              .text()
              .contains(QStringLiteral("records")));
    auto& tabs = child<QTabBar>(desk.preview(), "joinDataTabs");
    CHECK_FALSE(tabs.isTabEnabled(2)); // nothing stays here
    tabs.setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Right);
    CHECK(tabs.currentIndex() == 1);
    desk.picture(QStringLiteral("3-people"));
    CHECK(desk.told(desk.preview(), 0, 2) == QStringLiteral("You (boss)"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(!desk.dialog->joinedFile().isEmpty());
    CHECK(desk.focused() == QStringLiteral("joinOpen"));
    CHECK(
        server.database->scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt() == 2);
    CHECK_FALSE(child<QTabBar>(desk.report(), "joinDataTabs").isTabEnabled(2));
    // The present file is untouched, and the new one opens as the boss's.
    CHECK_FALSE(value(sync::linkOf(*desk.database)));
    const auto joined = value(exchange::openCompany(desk.path, desk.clock));
    CHECK(value(access::openSession(*joined)).person().login == QStringLiteral("boss"));
    CHECK(value(sync::joinReport(*joined)).held.empty());
}

TEST_CASE("what a rep may not send, and a customer that is taken, are listed with their reasons",
    "[ui][sync][join][joindata]")
{
    OwnDataServer server;
    server.addTakenCustomer();
    OwnDataDesk desk(server, 2);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(child<QPushButton>(*desk.dialog, "joinTake").isVisible());
    auto& tabs = child<QTabBar>(desk.preview(), "joinDataTabs");
    REQUIRE(tabs.isTabEnabled(2)); // stages and prices are not for a rep to send
    tabs.setCurrentIndex(2);
    desk.picture(QStringLiteral("5-held"));
    CHECK(desk.told(desk.preview(), 0, 2).contains(QStringLiteral("right")));
    desk.press(Qt::Key_Return);
    WAIT_UNTIL(!desk.dialog->joinedFile().isEmpty());
    CHECK(
        server.database->scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt() == 2);
    child<QTabBar>(desk.report(), "joinDataTabs").setCurrentIndex(2);
    const auto& held = *child<QTableView>(desk.report(), "joinDataTable").model();
    desk.picture(QStringLiteral("6-report"));
    QStringList names;
    for (int row = 0; row < held.rowCount(); ++row)
        names += held.index(row, 1).data().toString();
    CHECK(names.contains(QStringLiteral("苏州恒力泵业")));
}

TEST_CASE("whoever joins without the data leaves the file as it is", "[ui][sync][join][joindata]")
{
    OwnDataServer server;
    OwnDataDesk desk(server, 1);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    WAIT_UNTIL(child<QPushButton>(*desk.dialog, "joinTake").isVisible());
    desk.press(Qt::Key_Tab);
    CHECK(desk.focused() == QStringLiteral("joinWithout"));
    desk.press(Qt::Key_Return);
    CHECK(desk.dialog->joinedFile() == desk.path);
    CHECK(
        server.database->scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt() == 0);
    const auto joined = value(exchange::openCompany(desk.path, desk.clock));
    CHECK(
        schema::toInteger(joined->reader().scalar(QStringLiteral("SELECT count(*) FROM customer")))
        == 0);
}
