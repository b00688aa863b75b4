// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

class QProcess;

namespace chengdan::tests {

/// A database of one test case inside the cluster of this program; dropped when it goes.
class PgDatabase {
public:
    ~PgDatabase();
    PgDatabase(const PgDatabase&) = delete;
    PgDatabase& operator=(const PgDatabase&) = delete;

    QString name() const { return m_name; }
    /// As libpq writes it: host is the folder of the socket, no password.
    QString dsn() const;
    /// The way of a client: TCP on 127.0.0.1 under TLS, the server proven to be "localhost". Only
    /// people's logins get in there; add user= and bring the password. `port`: of a proxy before
    /// it.
    QString tlsDsn(std::optional<quint16> port = {}) const;
    /// Each statement must succeed; a refused one ends the test with the server's words.
    void execute(const QString& sql);
    void execute(const QStringList& statements);
    /// First column of the first row; ends the test when there is none.
    QVariant scalar(const QString& sql);
    /// SQLSTATE of a statement that must be refused (23505 unique, 23503 foreign key, 23514 check
    /// …).
    QString refusal(const QString& sql);

private:
    friend class PgFixture;
    explicit PgDatabase(QString name);
    QString m_name;
};

/// Starts a server whose process is set up otherwise and waits until it takes connections, or
/// ended, or a minute is over; answers what it said so far. It says it into that file: a pipe that
/// nobody reads while a statement is waited for fills up, and stops the server in its middle.
QByteArray startPostgres(
    QProcess& server, const QString& program, const QStringList& arguments, const QString& log);

/// A real PostgreSQL (15 or newer) of this test program's own: made in a temporary folder on first
/// use, stopped and removed when the program ends, however it ends. By its Unix socket anybody is
/// let in as anybody; by TCP on 127.0.0.1 only people's logins, with TLS and their password.
/// Run as root it becomes another user before anything of PostgreSQL starts. Without the server's
/// programs the test fails: a server test is never skipped.
class PgFixture {
public:
    static PgFixture& instance();
    ~PgFixture();

    /// A new database in which these statements were executed. The same statements are executed
    /// once a program; later databases are copies.
    std::unique_ptr<PgDatabase> database(const QStringList& statements = {});
    /// Folder of the cluster; gone after the program.
    QString folder() const;
    /// Of both ways in.
    quint16 port() const;
    /// The certificate of the authority that vouches for the server.
    QString authority() const;
    /// One of the same name that does not.
    QString otherAuthority();

private:
    PgFixture();
    void makeCertificates();
    bool startServer(const QString& bin);
    struct Cluster;
    std::unique_ptr<Cluster> m_cluster;
};

} // namespace chengdan::tests
