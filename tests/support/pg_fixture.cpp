// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pg_fixture.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace chengdan::tests {

namespace {

const QString kFolderPrefix = QStringLiteral("chengdan-pg-");

// Where initdb and postgres lie: CHENGDAN_PG_BIN, Debian's folder of the newest version, or PATH.
QString serverPrograms()
{
    const QString chosen = qEnvironmentVariable("CHENGDAN_PG_BIN");
    if (!chosen.isEmpty())
        return chosen;
    int newest = 14;
    QString found;
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString bin = versions.filePath(version + QStringLiteral("/bin"));
        if (version.toInt() > newest && QFileInfo(bin + QStringLiteral("/initdb")).isExecutable()) {
            newest = version.toInt();
            found = bin;
        }
    }
    if (!found.isEmpty())
        return found;
    return QFileInfo(QStandardPaths::findExecutable(QStringLiteral("initdb"))).path();
}

// PostgreSQL refuses to run as root; its own user is there where Debian's package is.
std::optional<passwd> otherUser()
{
    if (::geteuid() != 0)
        return std::nullopt;
    for (const char* name : {"postgres", "nobody"}) {
        if (const passwd* user = ::getpwnam(name))
            return *user;
    }
    FAIL("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
    return std::nullopt;
}

// Folders of programs that were killed: their number is that of a process which is gone.
void sweepOldFolders(const QDir& temp)
{
    for (const QString& name : temp.entryList({kFolderPrefix + QLatin1Char('*')}, QDir::Dirs)) {
        const auto pid = static_cast<pid_t>(name.mid(kFolderPrefix.size()).toLongLong());
        if (pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH)
            QDir(temp.filePath(name)).removeRecursively();
    }
}

// The connection of this process to one database of the cluster.
QSqlDatabase connectionTo(const QString& name, const QString& folder)
{
    if (QSqlDatabase::contains(name))
        return QSqlDatabase::database(name);
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    connection.setHostName(folder);
    connection.setDatabaseName(name);
    connection.setUserName(QStringLiteral("postgres"));
    if (!connection.open())
        FAIL("cannot reach the test server: " << connection.lastError().text().toStdString());
    return connection;
}

void closeConnection(const QString& name)
{
    if (QSqlDatabase::contains(name)) {
        QSqlDatabase::database(name).close();
        QSqlDatabase::removeDatabase(name);
    }
}

void executeOn(const QString& name, const QString& sql)
{
    QSqlQuery query(connectionTo(name, PgFixture::instance().folder()));
    if (!query.exec(sql))
        FAIL(query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
}

} // namespace

struct PgFixture::Cluster {
    QString folder;
    QProcess server;
    QHash<QByteArray, QString> templates; // by the hash of their statements
    int databases = 0;
};

PgFixture& PgFixture::instance()
{
    static std::unique_ptr<PgFixture> fixture(new PgFixture);
    // The application object ends before static objects do, and QProcess wants it alive.
    static const bool registered = [] {
        qAddPostRoutine([] { fixture.reset(); });
        return true;
    }();
    static_cast<void>(registered);
    return *fixture;
}

PgFixture::PgFixture()
    : m_cluster(std::make_unique<Cluster>())
{
    const QString bin = serverPrograms();
    if (!QFileInfo(bin + QStringLiteral("/postgres")).isExecutable())
        FAIL("PostgreSQL 15 or newer is not installed; run scripts/setup");
    const QDir temp = QDir::temp();
    sweepOldFolders(temp);
    m_cluster->folder = temp.filePath(kFolderPrefix + QString::number(::getpid()));
    const QByteArray folder = QFile::encodeName(m_cluster->folder);
    if (!temp.mkdir(kFolderPrefix + QString::number(::getpid())))
        FAIL("cannot make " << folder.toStdString());
    const auto user = otherUser();
    if (user && ::chown(folder.constData(), user->pw_uid, user->pw_gid) != 0)
        FAIL("cannot hand " << folder.toStdString() << " to " << user->pw_name);

    const pid_t parent = ::getpid();
    const auto becomeOther = [user, parent] {
        if (user
            && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0
                || ::setuid(user->pw_uid) != 0))
            ::_exit(71);
        // The server ends with us even when we are killed; asked for after the change of user,
        // which would forget it.
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (::getppid() != parent)
            ::_exit(72);
    };
    const QString data = m_cluster->folder + QStringLiteral("/data");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));

    QProcess initdb;
    initdb.setProcessEnvironment(environment);
    initdb.setWorkingDirectory(m_cluster->folder);
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.setChildProcessModifier(becomeOther);
    initdb.start(bin + QStringLiteral("/initdb"),
        {QStringLiteral("--pgdata=") + data,
            QStringLiteral("--username=postgres"),
            QStringLiteral("--auth=trust"),
            QStringLiteral("--encoding=UTF8"),
            QStringLiteral("--locale=C.UTF-8"),
            QStringLiteral("--no-sync")});
    if (!initdb.waitForFinished(120000) || initdb.exitCode() != 0)
        FAIL("initdb: " << initdb.readAll().toStdString());

    QProcess& server = m_cluster->server;
    server.setProcessEnvironment(environment);
    server.setWorkingDirectory(m_cluster->folder);
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.setChildProcessModifier(becomeOther);
    QStringList arguments{QStringLiteral("-D"), data, QStringLiteral("-k"), m_cluster->folder};
    for (const char* setting : {"listen_addresses=",
             "fsync=off",
             "full_page_writes=off",
             "synchronous_commit=off",
             "max_connections=30",
             "shared_buffers=32MB",
             "timezone=UTC",
             "log_timezone=UTC",
             // Nobody reads what it says once it is ready: a full pipe would stop it.
             "log_min_messages=log",
             "log_checkpoints=off"})
        arguments << QStringLiteral("-c") << QString::fromLatin1(setting);
    server.start(bin + QStringLiteral("/postgres"), arguments);
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!server.waitForReadyRead(60000))
            FAIL("the test server did not start: " << said.toStdString());
        said += server.readAll();
    }
}

PgFixture::~PgFixture()
{
    for (const QString& name : QSqlDatabase::connectionNames())
        closeConnection(name);
    if (m_cluster->server.state() != QProcess::NotRunning) {
        ::kill(static_cast<pid_t>(m_cluster->server.processId()), SIGINT); // fast shutdown
        if (!m_cluster->server.waitForFinished(30000))
            m_cluster->server.kill();
    }
    QDir(m_cluster->folder).removeRecursively();
}

QString PgFixture::folder() const
{
    return m_cluster->folder;
}

std::unique_ptr<PgDatabase> PgFixture::database(const QStringList& statements)
{
    const QString admin = QStringLiteral("postgres");
    QString source = QStringLiteral("template0");
    if (!statements.isEmpty()) {
        const QByteArray key = QCryptographicHash::hash(
            statements.join(QLatin1Char(';')).toUtf8(), QCryptographicHash::Sha256);
        if (!m_cluster->templates.contains(key)) {
            // A name of its own each time: one whose statements failed stays behind half made.
            source = QStringLiteral("template_case_%1").arg(++m_cluster->databases);
            executeOn(admin, QStringLiteral("CREATE DATABASE ") + source);
            for (const QString& statement : statements)
                executeOn(source, statement);
            closeConnection(source); // a database in use cannot be copied
            executeOn(admin, QStringLiteral("ALTER DATABASE %1 IS_TEMPLATE true").arg(source));
            m_cluster->templates.insert(key, source);
        }
        source = m_cluster->templates.value(key);
    }
    const QString name = QStringLiteral("case_%1").arg(++m_cluster->databases);
    executeOn(admin, QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, source));
    return std::unique_ptr<PgDatabase>(new PgDatabase(name));
}

PgDatabase::PgDatabase(QString name)
    : m_name(std::move(name))
{
}

PgDatabase::~PgDatabase()
{
    closeConnection(m_name);
    // A failure here must not end the program on top of a failed test.
    QSqlQuery query(QSqlDatabase::database(QStringLiteral("postgres")));
    query.exec(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_name));
}

QString PgDatabase::dsn() const
{
    return QStringLiteral("host=%1 dbname=%2 user=postgres")
        .arg(PgFixture::instance().folder(), m_name);
}

void PgDatabase::execute(const QString& sql)
{
    executeOn(m_name, sql);
}

void PgDatabase::execute(const QStringList& statements)
{
    for (const QString& statement : statements)
        executeOn(m_name, statement);
}

QVariant PgDatabase::scalar(const QString& sql)
{
    QSqlQuery query(connectionTo(m_name, PgFixture::instance().folder()));
    if (!query.exec(sql) || !query.next())
        FAIL("no row: " << query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
    return query.value(0);
}

QString PgDatabase::refusal(const QString& sql)
{
    QSqlQuery query(connectionTo(m_name, PgFixture::instance().folder()));
    if (query.exec(sql))
        FAIL("was not refused: " << sql.toStdString());
    return query.lastError().nativeErrorCode();
}

} // namespace chengdan::tests
