// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_link.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>

namespace chengdan::sync {

namespace {

std::atomic<int> linksMade = 0;

// "key=value" words; a value of an address may need quotes.
QString dsnWord(const QString& key, QString value)
{
    value.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\''), QStringLiteral("\\'"));
    return QStringLiteral("%1='%2'").arg(key, value);
}

Result<QString> dsnWords(const QString& dsn)
{
    const QString text = dsn.trimmed();
    const bool address = text.startsWith(QLatin1String("postgresql://"))
        || text.startsWith(QLatin1String("postgres://"));
    if (!address) {
        if (!text.contains(QLatin1Char('=')))
            return fail("SERVER_DSN");
        return text;
    }
    const QUrl url(text);
    if (!url.isValid())
        return fail("SERVER_DSN");
    QStringList words;
    const auto add = [&](const char* key, const QString& value) {
        if (!value.isEmpty())
            words += dsnWord(QString::fromLatin1(key), value);
    };
    add("host", url.host());
    add("port", url.port() > 0 ? QString::number(url.port()) : QString());
    add("dbname", url.path().mid(1));
    add("user", url.userName());
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        words += dsnWord(key, value);
    return words.join(QLatin1Char(' '));
}

// The words behind "ERROR:  ", "DETAIL:  " and so on of what the driver hands on.
QString partOf(const QString& said, const char* mark)
{
    const QString start = QString::fromLatin1(mark) + QStringLiteral(":  ");
    const qsizetype at = said.indexOf(start);
    return at < 0 ? QString()
                  : said.mid(at + start.size()).section(QLatin1Char('\n'), 0, 0).trimmed();
}

Error serverError(const QString& said, const QString& state)
{
    if (state != QLatin1String("CD001")) {
        const bool lost = state.isEmpty() || state.startsWith(QLatin1String("08"))
            || state.startsWith(QLatin1String("57P")) || state.startsWith(QLatin1String("28"));
        static const QStringList kBusy{QStringLiteral("40001"),
            QStringLiteral("40P01"),
            QStringLiteral("55P03"),
            QStringLiteral("57014")};
        // Its disk is full or broken, its memory is spent: no fault of what was asked.
        const bool spent =
            state.startsWith(QLatin1String("53")) || state.startsWith(QLatin1String("58"));
        const QString words = partOf(said, "ERROR");
        return Error::make(lost         ? "SERVER_UNREACHABLE"
                : kBusy.contains(state) ? "SERVER_BUSY"
                : spent                 ? "SERVER_SPENT"
                                        : "SERVER_FAULT",
            {},
            {{QStringLiteral("detail"), words.isEmpty() ? said.trimmed() : words}});
    }
    Error refused = Error::make(partOf(said, "ERROR").toLatin1().constData());
    const QJsonObject detail = QJsonDocument::fromJson(partOf(said, "DETAIL").toUtf8()).object();
    for (auto it = detail.begin(); it != detail.end(); ++it)
        refused.args.append({it.key(), it.value().toVariant().toString()});
    return refused;
}

Error serverError(const QSqlError& error)
{
    return serverError(error.databaseText(), error.nativeErrorCode());
}

Result<pg_conn*> nativeConnection(const QString& name)
{
    if (auto ready = requireServerLibrary(); !ready)
        return fail(ready.error());
    const QVariant handle = QSqlDatabase::database(name, false).driver()->handle();
    const QByteArray type = handle.typeName(); // by the alias or by what it stands for
    if (type != "PGconn*" && type != "pg_conn*")
        return fail("SERVER_UNREACHABLE", {}, {{QStringLiteral("detail"), QString()}});
    return *static_cast<pg_conn* const*>(handle.constData());
}

Result<QSqlQuery> ran(const QString& name, const QString& sql, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(name, false));
    query.setForwardOnly(true);
    bool good = false;
    if (values.isEmpty()) {
        good = query.exec(sql);
    } else if ((good = query.prepare(sql))) {
        for (const QVariant& value : values) {
            // A QString that was never set is an empty text here, as in the local file.
            const bool unsetText =
                value.typeId() == QMetaType::QString && value.toString().isNull();
            query.addBindValue(unsetText ? QVariant(QStringLiteral("")) : value);
        }
        good = query.exec();
    }
    if (!good)
        return fail(serverError(query.lastError()));
    return query;
}

} // namespace

ServerLink::ServerLink(QString name)
    : m_name(std::move(name))
{
}

ServerLink::~ServerLink()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<ServerLink>> ServerLink::open(const QString& dsn)
{
    return open(dsn, {}, {});
}

Result<std::unique_ptr<ServerLink>> ServerLink::open(
    const QString& dsn, const QString& login, const QString& password)
{
    const auto words = dsnWords(dsn);
    if (!words)
        return fail(words.error());
    std::unique_ptr<ServerLink> link(new ServerLink(QStringLiteral("server %1").arg(++linksMade)));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), link->m_name);
    // The password by itself: among the options the driver takes ';' for a blank.
    if (!password.isEmpty())
        database.setPassword(password);
    const QString user = login.isEmpty() ? QString() : dsnWord(QStringLiteral(" user"), login);
    // A network that went silent is noticed within a minute, while an answer is waited for and
    // while nothing is asked; TCP by itself would wait for hours.
    database.setConnectOptions(*words
        + QStringLiteral(" connect_timeout=10 tcp_user_timeout=60000 keepalives_idle=30 "
                         "keepalives_interval=10 keepalives_count=3")
        + user);
    if (!database.open()) {
        const QString said = database.lastError().databaseText().trimmed();
        static const QRegularExpression kRefused(
            QStringLiteral("password authentication failed|no password supplied|is not permitted "
                           "to log in|role .* does not exist"));
        return fail(Error::make(said.contains(kRefused) ? "SERVER_PASSWORD" : "SERVER_UNREACHABLE",
            {},
            {{QStringLiteral("detail"), said}}));
    }
    return link;
}

Result<void> ServerLink::execute(const QString& sql, const QVariantList& values)
{
    const auto query = ran(m_name, sql, values);
    if (!query)
        return fail(query.error());
    return {};
}

Result<void> ServerLink::executeTogether(const QStringList& statements)
{
    Together together(*this);
    for (const QString& statement : statements) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return together.end(Result<void>());
}

ServerLink::Together::Together(ServerLink& link)
    : Together(link, QStringLiteral("BEGIN"))
{
}

ServerLink::Together::Together(ServerLink& link, const QString& begin)
    : m_link(link)
{
    (void)m_link.execute(begin); // without it the next command says why
}

ServerLink::Together::~Together()
{
    if (m_open)
        (void)m_link.execute(QStringLiteral("ROLLBACK"));
}

Result<void> ServerLink::Together::commit()
{
    m_open = false;
    return m_link.execute(QStringLiteral("COMMIT"));
}

Result<std::vector<QVariantList>> ServerLink::rows(const QString& sql, const QVariantList& values)
{
    auto query = ran(m_name, sql, values);
    if (!query)
        return fail(query.error());
    std::vector<QVariantList> all;
    const int columns = query->record().count();
    while (query->next()) {
        QVariantList& row = all.emplace_back();
        for (int i = 0; i < columns; ++i)
            row += query->value(i);
    }
    return all;
}

Result<void> ServerLink::each(const QString& sql,
    const QVariantList& values,
    const std::function<bool(const QSqlQuery&)>& take)
{
    auto query = ran(m_name, sql, values);
    if (!query)
        return fail(query.error());
    while (query->next()) {
        if (!take(*query))
            return {};
    }
    if (query->lastError().isValid()) // the connection went in the middle of the answer
        return fail(serverError(query->lastError()));
    return {};
}

Result<ServerCells> ServerLink::cells(const QString& sql, const QVariantList& values)
{
    return asker()(sql, values);
}

ServerLink::Asker ServerLink::asker()
{
    // Qt lets no other thread look the connection up.
    return [connection = nativeConnection(m_name)](
               const QString& sql, const QVariantList& values) -> Result<ServerCells> {
        if (!connection)
            return fail(connection.error());
        ServerAnswer answer = askServer(*connection, sql, values);
        if (!answer.good)
            return fail(serverError(answer.said, answer.state));
        return std::move(answer.cells);
    };
}

Result<void> ServerLink::listen(const QString& channel, const std::function<void()>& heard)
{
    QSqlDriver* driver = QSqlDatabase::database(m_name, false).driver();
    QObject::connect(
        driver, &QSqlDriver::notification, driver, [heard](const QString&) { heard(); });
    if (!driver->subscribeToNotification(channel))
        return fail(serverError(driver->lastError()));
    return {};
}

bool ServerLink::isOpen() const
{
    return QSqlDatabase::database(m_name, false).isOpen();
}

Result<QVariant> ServerLink::scalar(const QString& sql, const QVariantList& values)
{
    auto query = ran(m_name, sql, values);
    if (!query)
        return fail(query.error());
    return query->next() ? query->value(0) : QVariant();
}

} // namespace chengdan::sync
