// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"
#include "core/catalog/catalog_records.h"
#include "core/customers/customer.h"
#include "core/exchange/company.h"
#include "core/storage/store.h"
#include "core/sync/customer_acts.h"
#include "core/sync/join.h"
#include "core/sync/requests.h"
#include "core/sync/server_install.h"
#include "core/sync/server_schema.h"
#include "tests/support/catch.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/pg_fixture.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customers_page.h"
#include "ui/shared/job_list.h"
#include "ui/shared/windowed_model.h"
#include "ui/shell/main_window.h"
#include "ui/sync/request_watch.h"
#include "ui/sync/sync_session.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

/// QTRY_VERIFY only leaves the case; this fails it.
#define WAIT_UNTIL(condition)                                                                      \
    REQUIRE(QTest::qWaitFor([&] { return static_cast<bool>(condition); }, 30'000))

namespace chengdan::tests {

constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;
constexpr int kBoss = 1;
constexpr int kAmy = 2;
constexpr int kBob = 3;

/// One PC of one person, with a line to the server that can be cut, without a window.
class TeamPc {
public:
    TeamPc(const QString& path, const PgDatabase& server, int person, const QString& password)
        : m_line(PgFixture::instance().port())
        , m_account{server.tlsDsn(m_line.port()), QStringLiteral("u%1").arg(person), password}
    {
        database = value(sync::joinServer(path, exchange::companyRecordTypes(), clock, m_account));
        session.emplace(value(access::openSession(*database)));
        context.reset(new access::Context{*database, *session, clock, ids});
    }
    /// A round of its own, while no window is open on it.
    void round()
    {
        const auto server =
            value(sync::ServerLink::open(m_account.dsn, m_account.login, m_account.password));
        value(sync::greet(*database, *server, ids));
        value(sync::runRound(*database, *server, ids));
    }
    void write(const std::function<void(storage::Transaction&)>& work)
    {
        value(
            database->write(session->id(), [&](storage::Transaction& transaction) -> Result<void> {
                work(transaction);
                return {};
            }));
    }
    std::optional<customers::Customer> customer(const QString& name)
    {
        return storage::selectOne<customers::Customer>(
            database->reader(), QStringLiteral("name = ? AND deleted = 0"), {name});
    }
    qint64 key(const QString& name)
    {
        const auto found = customer(name);
        return found ? found->meta.rid : 0;
    }
    FaultProxy& line() { return m_line; }
    const QString& password() const { return m_account.password; }

    SystemClock clock{"Asia/Shanghai"};
    IdSource ids{clock};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::unique_ptr<access::Context> context;

private:
    FaultProxy m_line;
    sync::ServerAccount m_account;
};

/// A server with a manager, two sales people, Amy's three customers, Bob's two and two of the pool.
class TeamOffice {
public:
    TeamOffice();
    std::unique_ptr<TeamPc> pc(int person);
    PgDatabase& server() { return *m_server; }
    TeamPc& boss() { return *m_boss; }
    static QStringList amys()
    {
        return {QStringLiteral("苏州恒力泵业有限公司"),
            QStringLiteral("杭州中控阀门有限公司"),
            QStringLiteral("无锡远景风电部件有限公司")};
    }
    static QStringList bobs()
    {
        return {QStringLiteral("台州东成液压有限公司"), QStringLiteral("绍兴精工轴承有限公司")};
    }
    static QStringList pool()
    {
        return {QStringLiteral("余姚大发塑机有限公司"), QStringLiteral("慈溪新兴电器有限公司")};
    }

private:
    void addRecords();
    QTemporaryDir m_folder;
    std::unique_ptr<PgDatabase> m_server;
    std::map<int, QString> m_passwords;
    std::unique_ptr<TeamPc> m_boss;
    int m_pcs = 0;
};

/// The window on a PC, worked with the keyboard alone.
class TeamWindow {
public:
    explicit TeamWindow(
        TeamPc& pc, Language language = Language::English, QSize size = QSize(1400, 820));
    ~TeamWindow();

    TeamPc& pc() { return m_pc; }
    ui::MainWindow& window() { return *m_window; }
    ui::SyncSession& sync() { return *m_sync; }
    /// Waits until the first contact, and until everything is sent and answered.
    void signIn();
    /// The cable is out: nothing gets through, and the window knows it.
    void goOffline();
    /// The cable is back; F5, and everything is sent and answered.
    void goOnline();
    /// F5, and a round made since.
    void refresh();
    /// Brings this window to the front; keys go to it.
    void front();
    void settle();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Opens the customer beside the list, with the keys in the list.
    ui::CustomersPage& openCustomer(const QString& name);
    QString focused() const;
    template <typename T>
    T& find(const char* name)
    {
        T* const found = m_window->findChild<T*>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    /// Texts of what is shown of this kind of widget.
    QStringList texts(const char* nameBegin) const;
    QStringList answers; ///< what the window told of the server's decisions

private:
    TeamPc& m_pc;
    std::unique_ptr<app::Workplace> m_workplace;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::SyncSession* m_sync = nullptr;
};

} // namespace chengdan::tests
