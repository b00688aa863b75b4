// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pg_fixture.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <functional>

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
QSqlDatabase connectionTo(const QString& name)
{
    if (QSqlDatabase::contains(name))
        return QSqlDatabase::database(name);
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    connection.setHostName(PgFixture::instance().folder());
    connection.setPort(PgFixture::instance().port());
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
    QSqlQuery query(connectionTo(name));
    if (!query.exec(sql))
        FAIL(query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
}

void setUp(QProcess& process, const QString& folder, const std::function<void()>& inChild)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier(inChild);
}

void runToEnd(const QString& folder,
    const std::function<void()>& inChild,
    const QString& program,
    const QStringList& arguments)
{
    QProcess process;
    setUp(process, folder, inChild);
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        FAIL(program.toStdString() << ": " << process.errorString().toStdString() << "\n"
                                   << process.readAll().toStdString());
}

// Elliptic keys: making one of RSA would take longer than starting the server.
QStringList certificateRequest(const QString& name, const QString& subject)
{
    return {QStringLiteral("req"),
        QStringLiteral("-x509"),
        QStringLiteral("-newkey"),
        QStringLiteral("ec"),
        QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:prime256v1"),
        QStringLiteral("-nodes"),
        QStringLiteral("-days"),
        QStringLiteral("2"),
        QStringLiteral("-subj"),
        subject,
        QStringLiteral("-keyout"),
        name + QStringLiteral(".key"),
        QStringLiteral("-out"),
        name + QStringLiteral(".crt")};
}

// One that nobody listens on at this moment.
quint16 portOfferedNow()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (socket < 0 || ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0
        || ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        FAIL("no port on 127.0.0.1");
    ::close(socket);
    return ntohs(address.sin_port);
}

} // namespace

struct PgFixture::Cluster {
    QString folder;
    quint16 port = 0;
    std::function<void()> inChild; // becomes the user of the server
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
    m_cluster->inChild = [user, parent] {
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
    runToEnd(m_cluster->folder,
        m_cluster->inChild,
        bin + QStringLiteral("/initdb"),
        {QStringLiteral("--pgdata=data"),
            QStringLiteral("--username=postgres"),
            QStringLiteral("--auth=trust"),
            QStringLiteral("--encoding=UTF8"),
            QStringLiteral("--locale=C.UTF-8"),
            QStringLiteral("--no-sync")});
    makeCertificates();
    QFile rules(m_cluster->folder + QStringLiteral("/hba.conf"));
    if (!rules.open(QIODevice::WriteOnly)
        || rules.write("local all all trust\n"
                       "hostssl all +cd_user 127.0.0.1/32 scram-sha-256\n")
            < 0)
        FAIL("cannot write " << rules.fileName().toStdString());
    rules.close();
    // Only the server itself can tell whether a port is still free: it takes one or is asked again.
    for (int attempt = 0; !startServer(bin); ++attempt) {
        if (attempt == 20)
            FAIL("the test server found no port");
    }
}

void PgFixture::makeCertificates()
{
    const QString program = QStringLiteral("openssl");
    runToEnd(m_cluster->folder,
        m_cluster->inChild,
        program,
        certificateRequest(QStringLiteral("ca"), QStringLiteral("/CN=Test authority")));
    runToEnd(m_cluster->folder,
        m_cluster->inChild,
        program,
        certificateRequest(QStringLiteral("server"), QStringLiteral("/CN=localhost"))
            + QStringList{QStringLiteral("-CA"),
                QStringLiteral("ca.crt"),
                QStringLiteral("-CAkey"),
                QStringLiteral("ca.key"),
                QStringLiteral("-addext"),
                QStringLiteral("basicConstraints=critical,CA:FALSE"),
                QStringLiteral("-addext"),
                QStringLiteral("subjectAltName=DNS:localhost")});
}

QByteArray startPostgres(
    QProcess& server, const QString& program, const QStringList& arguments, const QString& log)
{
    server.setProcessChannelMode(QProcess::SeparateChannels);
    server.setStandardOutputFile(QProcess::nullDevice());
    server.setStandardErrorFile(log);
    server.start(program, arguments);
    QByteArray said;
    for (const QDeadlineTimer patience(60'000); !patience.hasExpired();) {
        const bool ended = server.waitForFinished(20);
        QFile file(log);
        if (file.open(QFile::ReadOnly))
            said = file.readAll();
        if (ended || said.contains("ready to accept"))
            break;
    }
    return said;
}

bool PgFixture::startServer(const QString& bin)
{
    m_cluster->port = portOfferedNow();
    QProcess& server = m_cluster->server;
    setUp(server, m_cluster->folder, m_cluster->inChild);
    QStringList arguments{QStringLiteral("-D"),
        m_cluster->folder + QStringLiteral("/data"),
        QStringLiteral("-k"),
        m_cluster->folder,
        QStringLiteral("-p"),
        QString::number(m_cluster->port)};
    for (const QString& setting : {QStringLiteral("ssl_cert_file=%1/server.crt"),
             QStringLiteral("ssl_key_file=%1/server.key"),
             QStringLiteral("hba_file=%1/hba.conf")})
        arguments << QStringLiteral("-c") << setting.arg(m_cluster->folder);
    for (const char* setting : {"listen_addresses=127.0.0.1",
             "ssl=on",
             "fsync=off",
             "full_page_writes=off",
             "synchronous_commit=off",
             "max_connections=60",
             "shared_buffers=32MB",
             "timezone=UTC",
             "log_timezone=UTC",
             "log_min_messages=log",
             "log_checkpoints=off"})
        arguments << QStringLiteral("-c") << QString::fromLatin1(setting);
    const QByteArray said = startPostgres(server,
        bin + QStringLiteral("/postgres"),
        arguments,
        m_cluster->folder + QStringLiteral("/server.log"));
    if (said.contains("Address already in use"))
        return false;
    if (!said.contains("ready to accept"))
        FAIL("the test server did not start: " << said.toStdString());
    return true;
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

quint16 PgFixture::port() const
{
    return m_cluster->port;
}

QString PgFixture::authority() const
{
    return m_cluster->folder + QStringLiteral("/ca.crt");
}

QString PgFixture::otherAuthority()
{
    const QString file = m_cluster->folder + QStringLiteral("/other.crt");
    if (!QFileInfo::exists(file))
        runToEnd(m_cluster->folder,
            m_cluster->inChild,
            QStringLiteral("openssl"),
            certificateRequest(QStringLiteral("other"), QStringLiteral("/CN=Test authority")));
    return file;
}

std::unique_ptr<PgDatabase> PgFixture::database(const QStringList& statements)
{
    const QString admin = QStringLiteral("postgres");
    // The server's rules name no database, since each case has one of its own name: those that a
    // stock server brings along are closed to people here.
    if (m_cluster->databases == 0) {
        executeOn(admin, QStringLiteral("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC"));
        executeOn(admin, QStringLiteral("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC"));
    }
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
    return QStringLiteral("host=%1 port=%2 dbname=%3 user=postgres")
        .arg(PgFixture::instance().folder())
        .arg(PgFixture::instance().port())
        .arg(m_name);
}

QString PgDatabase::tlsDsn(std::optional<quint16> port) const
{
    const PgFixture& server = PgFixture::instance();
    return QStringLiteral("host=localhost hostaddr=127.0.0.1 port=%1 dbname=%2 "
                          "sslmode=verify-full sslrootcert=%3")
        .arg(port.value_or(server.port()))
        .arg(m_name, server.authority());
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
    QSqlQuery query(connectionTo(m_name));
    if (!query.exec(sql) || !query.next())
        FAIL("no row: " << query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
    return query.value(0);
}

QString PgDatabase::refusal(const QString& sql)
{
    QSqlQuery query(connectionTo(m_name));
    if (query.exec(sql))
        FAIL("was not refused: " << sql.toStdString());
    return query.lastError().nativeErrorCode();
}

} // namespace chengdan::tests
