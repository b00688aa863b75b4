// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariant>

#include <memory>

namespace chengdan::tests {

/// A PostgreSQL server of one test case, which may stop it in the middle, fill its disk, or make
/// another one of its backup. Beside the shared one of PgFixture, which all cases need alive.
class OwnCluster {
public:
    /// A new one with a team's database, in WAL archive mode.
    static std::unique_ptr<OwnCluster> make();
    ~OwnCluster();
    OwnCluster(const OwnCluster&) = delete;
    OwnCluster& operator=(const OwnCluster&) = delete;

    /// Of the team's database, without a login.
    QString dsn() const;
    /// First cell as superuser; ends the test when the server refuses.
    QVariant scalar(const QString& sql);
    void start();
    /// As a power cut does: no session is asked, nothing is written any more.
    void stopAtOnce();
    void stop();
    /// Moves a table to a disk of a few megabytes of its own (a tmpfs, where one may be mounted);
    /// elsewhere the server pretends from the hundredth row on, with PostgreSQL's own error.
    void putOnSmallDisk(const QString& table);
    /// The disk is as large as anybody could want.
    void makeRoom();
    /// Copies the running server, as pg_basebackup does. `settings` are lines for its
    /// configuration, `signal` is recovery.signal or standby.signal.
    std::unique_ptr<OwnCluster> backedUp();
    void recoverTo(const QString& restorePoint);
    void standBy(const OwnCluster& primary);
    /// Another cluster takes this one's address, as after a restore in place.
    void takeAddressOf(OwnCluster& other);

private:
    OwnCluster();
    void run(const QString& program, const QStringList& arguments);
    void configure(const QString& lines);
    void closeConnection();
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_archive;
    QString m_data;
    QString m_socket;
    QString m_smallDisk; ///< where it is mounted
    QProcess m_server;
    QString m_connection;
};

} // namespace chengdan::tests
