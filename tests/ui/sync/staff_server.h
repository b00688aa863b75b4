// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"
#include "core/sync/join.h"
#include "core/sync/server_install.h"
#include "core/sync/server_schema.h"
#include "tests/support/pg_fixture.h"
#include "tests/ui/sync/sync_desk.h"
#include "ui/shared/job_list.h"
#include "ui/sync/server_office.h"

namespace chengdan::tests {

/// A server with 1 the boss, who administers and leads, 2 Amy and 3 Bob, sales; passwords were made
/// there.
struct StaffServer {
    StaffServer()
    {
        static const QStringList statements = sync::serverSchema(exchange::companyRecordTypes());
        database = PgFixture::instance().database(statements);
        link = value(sync::ServerLink::open(database->dsn()));
        const auto add = [&](const char* login, const QString& name, const char* roles) {
            passwords += value(sync::addServerUser(*link,
                                   {{QStringLiteral("login"), QString::fromLatin1(login)},
                                       {QStringLiteral("name"), name}},
                                   roles))
                             .password;
        };
        add("boss",
            QStringLiteral("周敏"),
            R"([{"role": "administrator", "scope": "all"}, {"role": "sales_manager", "scope": "all"}])");
        add("amy", QStringLiteral("陈艾米"), R"([{"role": "sales", "scope": "own"}])");
        add("bob", QStringLiteral("王博"), R"([{"role": "sales", "scope": "own"}])");
    }
    sync::ServerAccount account(int person) const
    {
        return {database->tlsDsn(), QStringLiteral("u%1").arg(person), passwords[person - 1]};
    }
    std::unique_ptr<PgDatabase> database;
    std::unique_ptr<sync::ServerLink> link;
    QStringList passwords;
};

/// The copy of one of them with the window's session, signed in and up to date.
struct StaffCopy {
    StaffCopy(const StaffServer& server, SyncDesk& desk, int person)
        : database(value(
            sync::joinServer(desk.folder.filePath(QStringLiteral("copy%1.chengdan").arg(person)),
                exchange::companyRecordTypes(),
                clock,
                server.account(person))))
        , who(value(access::openSession(*database)))
        , context{*database, who, clock, ids}
        , session(*database, clock, desk.keychain)
        , office(session, desk.navigator.jobs())
        , password(server.passwords[person - 1])
    {
    }
    void signIn()
    {
        session.signIn(password, false);
        WAIT_UNTIL(session.status().phase == sync::SyncStatus::Phase::Current);
    }
    std::optional<access::Person> person(int number)
    {
        return storage::find<access::Person>(database->reader(), PersonId::fromNumber(number));
    }
    SystemClock clock{"Asia/Shanghai"};
    IdSource ids{clock};
    std::unique_ptr<storage::Database> database;
    access::Session who;
    access::Context context;
    ui::SyncSession session;
    ui::ServerOffice office;
    QString password;
};

/// The dialog of this kind that is open now; null when there is none.
template <typename Dialog>
Dialog* openDialog()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* dialog = qobject_cast<Dialog*>(widget);
        if (dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace chengdan::tests
