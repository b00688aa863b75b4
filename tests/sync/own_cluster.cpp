// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/own_cluster.h"

#include "core/exchange/company.h"
#include "core/sync/server_schema.h"
#include "tests/support/catch.h"
#include "tests/support/pg_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

#include <grp.h>
#include <pwd.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace chengdan::tests {

namespace {

constexpr int kPort = 5432; // only the name of the socket: nothing listens on the network

QString serverProgram(const QString& name)
{
    const QString chosen = qEnvironmentVariable("CHENGDAN_PG_BIN");
    if (!chosen.isEmpty())
        return chosen + QLatin1Char('/') + name;
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString found = QStandardPaths::findExecutable(name);
    int newest = 14;
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = versions.filePath(version + QStringLiteral("/bin/") + name);
        if (version.toInt() > newest && QFileInfo(path).isExecutable()) {
            newest = version.toInt();
            found = path;
        }
    }
    return found;
}

// PostgreSQL does not run as root.
const passwd* serverUser()
{
    if (::geteuid() != 0)
        return nullptr;
    static const passwd* const user = [] {
        const passwd* found = ::getpwnam("postgres");
        return found != nullptr ? found : ::getpwnam("nobody");
    }();
    return user;
}

void asServerUser(QProcess& process)
{
    const pid_t parent = ::getpid();
    const passwd* user = serverUser();
    const uid_t uid = user != nullptr ? user->pw_uid : 0;
    const gid_t gid = user != nullptr ? user->pw_gid : 0;
    process.setChildProcessModifier([uid, gid, parent] {
        if (uid != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0))
            ::_exit(71);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (::getppid() != parent)
            ::_exit(72);
    });
    process.setProcessChannelMode(QProcess::MergedChannels);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
}

} // namespace

OwnCluster::OwnCluster()
    : m_folder(
        std::make_unique<QTemporaryDir>(QDir::temp().filePath(QStringLiteral("cdpg-XXXXXX"))))
{
    static int number = 0;
    m_connection = QStringLiteral("own cluster %1").arg(++number);
    REQUIRE(m_folder->isValid());
    const passwd* user = serverUser();
    if (user != nullptr)
        REQUIRE(::chown(QFile::encodeName(m_folder->path()).constData(), user->pw_uid, user->pw_gid)
            == 0);
    m_data = m_folder->filePath(QStringLiteral("data"));
    m_archive = m_folder->filePath(QStringLiteral("archive"));
    m_socket = m_folder->path();
}

OwnCluster::~OwnCluster()
{
    closeConnection();
    if (m_server.state() != QProcess::NotRunning) {
        ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
        if (!m_server.waitForFinished(30'000))
            m_server.kill();
    }
    if (!m_smallDisk.isEmpty())
        ::umount2(QFile::encodeName(m_smallDisk).constData(), MNT_DETACH);
}

void OwnCluster::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    asServerUser(process);
    process.setWorkingDirectory(m_folder->path());
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    INFO(program.toStdString() << ": " << process.readAll().toStdString());
    REQUIRE(ended);
    REQUIRE(process.exitCode() == 0);
}

void OwnCluster::configure(const QString& lines)
{
    QFile file(m_data + QStringLiteral("/postgresql.auto.conf"));
    REQUIRE(file.open(QFile::WriteOnly | QFile::Append)); // root may, and so may its owner
    file.write(lines.toUtf8());
}

std::unique_ptr<OwnCluster> OwnCluster::make()
{
    std::unique_ptr<OwnCluster> cluster(new OwnCluster);
    cluster->run(serverProgram(QStringLiteral("initdb")),
        {QStringLiteral("--pgdata=") + cluster->m_data,
            QStringLiteral("--username=postgres"),
            QStringLiteral("--auth=trust"),
            QStringLiteral("--encoding=UTF8"),
            QStringLiteral("--locale=C.UTF-8"),
            QStringLiteral("--wal-segsize=1"),
            QStringLiteral("--no-sync")});
    cluster->run(QStringLiteral("/bin/mkdir"), {cluster->m_archive});
    cluster->configure(
        QStringLiteral("archive_mode = on\narchive_command = 'cp %p %1/%f'\nmax_wal_size = 32MB\n")
            .arg(cluster->m_archive));
    cluster->start();
    {
        auto admin =
            QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("own admin"));
        admin.setHostName(cluster->m_socket);
        admin.setUserName(QStringLiteral("postgres"));
        admin.setDatabaseName(QStringLiteral("postgres"));
        REQUIRE(admin.open());
        REQUIRE(QSqlQuery(admin).exec(QStringLiteral("CREATE DATABASE team")));
        admin.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("own admin"));
    for (const QString& statement : sync::serverSchema(exchange::companyRecordTypes()))
        cluster->scalar(statement);
    struct Member {
        const char* login;
        const char* roles;
    };
    for (const Member& member :
        {Member{"boss",
             R"([{"role": "sales_manager", "scope": "all"}, {"role": "administrator", "scope": "all"}])"},
            Member{"amy", R"([{"role": "sales", "scope": "own"}])"}})
        cluster->scalar(
            QStringLiteral("SELECT srv.add_person('{\"login\": \"%1\", \"name\": \"%1\"}', '%2')")
                .arg(QLatin1String(member.login), QLatin1String(member.roles)));
    for (const int person : {1, 2})
        cluster->scalar(
            QStringLiteral("SELECT srv.set_login(%1, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')")
                .arg(person));
    return cluster;
}

QString OwnCluster::dsn() const
{
    return QStringLiteral("host=%1 port=%2 dbname=team user=postgres").arg(m_socket).arg(kPort);
}

void OwnCluster::closeConnection()
{
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

QVariant OwnCluster::scalar(const QString& sql)
{
    if (!QSqlDatabase::contains(m_connection)) {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_connection);
        connection.setHostName(m_socket);
        connection.setUserName(QStringLiteral("postgres"));
        connection.setDatabaseName(QStringLiteral("team"));
    }
    QSqlQuery query(QSqlDatabase::database(m_connection));
    const bool done = query.exec(sql);
    INFO(query.lastError().text().toStdString() << "\nin: " << sql.left(500).toStdString());
    REQUIRE(done);
    return query.next() ? query.value(0) : QVariant();
}

void OwnCluster::start()
{
    asServerUser(m_server);
    m_server.setWorkingDirectory(m_folder->path());
    QStringList arguments{QStringLiteral("-D"), m_data, QStringLiteral("-k"), m_socket};
    for (const char* setting : {"listen_addresses=",
             "fsync=off",
             "full_page_writes=on",
             "max_connections=30",
             "shared_buffers=16MB",
             "timezone=UTC",
             "log_min_messages=log",
             "log_checkpoints=off"})
        arguments << QStringLiteral("-c") << QString::fromLatin1(setting);
    const QByteArray said = startPostgres(m_server,
        serverProgram(QStringLiteral("postgres")),
        arguments,
        m_folder->filePath(QStringLiteral("server.log")));
    INFO(said.toStdString());
    REQUIRE(said.contains("ready to accept"));
}

void OwnCluster::stopAtOnce()
{
    closeConnection();
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    REQUIRE(m_server.waitForFinished(30'000));
}

void OwnCluster::stop()
{
    closeConnection();
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT);
    REQUIRE(m_server.waitForFinished(30'000));
}

void OwnCluster::putOnSmallDisk(const QString& table)
{
    const QString place = m_folder->filePath(QStringLiteral("small"));
    run(QStringLiteral("/bin/mkdir"), {place});
    const passwd* user = serverUser();
    const QByteArray options = user == nullptr ? QByteArray()
                                               : "size=3m,mode=0700,uid="
            + QByteArray::number(user->pw_uid) + ",gid=" + QByteArray::number(user->pw_gid);
    if (user != nullptr
        && ::mount("none", QFile::encodeName(place).constData(), "tmpfs", 0, options.constData())
            == 0) {
        m_smallDisk = place;
        scalar(QStringLiteral("CREATE TABLESPACE small LOCATION '%1'").arg(place));
        scalar(QStringLiteral("ALTER TABLE app.%1 SET TABLESPACE small").arg(table));
        return;
    }
    scalar(QStringLiteral("CREATE FUNCTION app.no_room() RETURNS trigger LANGUAGE plpgsql SECURITY "
                          "DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN IF (SELECT "
                          "count(*) FROM app.%1) >= 100 THEN RAISE EXCEPTION USING ERRCODE = "
                          "'53100', MESSAGE = 'could not extend file: No space left on device'; "
                          "END IF; RETURN NEW; END $$")
               .arg(table));
    scalar(QStringLiteral("CREATE TRIGGER no_room BEFORE INSERT ON app.%1 FOR EACH ROW EXECUTE "
                          "FUNCTION app.no_room()")
               .arg(table));
}

void OwnCluster::makeRoom()
{
    if (m_smallDisk.isEmpty()) {
        scalar(QStringLiteral("DROP FUNCTION app.no_room() CASCADE"));
        return;
    }
    REQUIRE(
        ::mount(
            "none", QFile::encodeName(m_smallDisk).constData(), "tmpfs", MS_REMOUNT, "size=200m")
        == 0);
}

std::unique_ptr<OwnCluster> OwnCluster::backedUp()
{
    std::unique_ptr<OwnCluster> copy(new OwnCluster);
    copy->run(serverProgram(QStringLiteral("pg_basebackup")),
        {QStringLiteral("--pgdata=") + copy->m_data,
            QStringLiteral("--host=") + m_socket,
            QStringLiteral("--username=postgres"),
            QStringLiteral("--checkpoint=fast"),
            QStringLiteral("--wal-method=stream"),
            QStringLiteral("--no-sync")});
    return copy;
}

void OwnCluster::recoverTo(const QString& restorePoint)
{
    run(QStringLiteral("/bin/touch"), {m_data + QStringLiteral("/recovery.signal")});
    configure(QStringLiteral("restore_command = 'cp %1/%f %p'\nrecovery_target_name = "
                             "'%2'\nrecovery_target_action = promote\narchive_mode = off\n")
                  .arg(m_archive, restorePoint));
}

void OwnCluster::standBy(const OwnCluster& primary)
{
    run(QStringLiteral("/bin/touch"), {m_data + QStringLiteral("/standby.signal")});
    configure(QStringLiteral("primary_conninfo = 'host=%1 port=%2 user=postgres'\narchive_mode = "
                             "off\nhot_standby = on\n")
                  .arg(primary.m_socket)
                  .arg(kPort));
}

void OwnCluster::takeAddressOf(OwnCluster& other)
{
    m_socket = other.m_socket;
    m_archive = other.m_archive;
}

} // namespace chengdan::tests
