// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/cycle.h"
#include "core/sync/join.h"
#include "tests/support/pg_session.h"

#include <QTemporaryDir>

namespace chengdan::tests {

/// One PC of a team: a copy of its own, signed in as one person.
class Pc {
public:
    Pc(const PgDatabase& server, int person, const QString& path);
    /// The same at any server.
    Pc(const QString& dsn, int person, const QString& path);

    storage::Database& database() { return *m_database; }
    const access::Session& session() const { return *m_session; }
    access::Context context();
    IdSource& ids() { return m_ids; }
    PersonId person() const { return m_person; }
    /// Opens a connection when there is none and makes one round.
    Result<sync::Round> sync();
    /// The same; ends the test when it fails.
    void synced();
    sync::ServerLink& server();
    void disconnect() { m_server.reset(); }
    /// From the next connection on by this address and password.
    void reachBy(const QString& dsn, const QString& password);
    /// What this PC takes for the time, from now on.
    void setClock(Instant now) { m_clock.set(now, m_clock.today()); }
    Instant now() const { return m_clock.now(); }
    /// As after the end of the program: everything is opened anew.
    void restart();
    /// Nothing of the file is open until restart().
    void close();
    QString path() const { return m_path; }
    /// First cell of the first row; null when there is none.
    schema::Value cell(const QString& sql, const schema::Row& values = {});
    qint64 number(const QString& sql, const schema::Row& values = {});
    struct Setting {
        const char* table;
        QByteArray id;
        std::map<QString, schema::Value> values;
    };
    /// Changes columns of one row as this person, journalled as one action.
    void set(
        const char* table, const QByteArray& id, const std::map<QString, schema::Value>& values);
    /// The same in several rows.
    void setAll(const std::vector<Setting>& settings);
    /// A customer of one's own, made through the store; answers its id.
    QByteArray addCustomer(const QString& name,
        const QString& creditCode = {},
        const std::map<QString, schema::Value>& more = {});
    QByteArray addContact(const QByteArray& customer, const QString& name);

private:
    QString m_path;
    QString m_dsn;
    QString m_password;
    PersonId m_person;
    ManualClock m_clock;
    IdSource m_ids;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<sync::ServerLink> m_server;
    std::optional<access::Session> m_session;
};

/// A server as installation leaves it, with a team: 1 the boss, who sees everything and
/// administers; 2 Amy and 3 Bob, sales, who see what is theirs; 4 Dan, finance.
class Office {
public:
    Office();
    PgDatabase& server() { return *m_database; }
    QString folder() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A PC that has just joined.
    std::unique_ptr<Pc> pc(int person);
    std::unique_ptr<PgSession> session(int person);

private:
    std::unique_ptr<PgDatabase> m_database;
    QTemporaryDir m_folder;
    int m_pcs = 0;
};

} // namespace chengdan::tests
