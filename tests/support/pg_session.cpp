// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pg_session.h"

#include "tests/support/catch.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace chengdan::tests {

namespace {

std::atomic<int> sessionsMade = 0;

QSqlDatabase sessionTo(const QString& name, const PgDatabase& database, const QString& login)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    connection.setHostName(PgFixture::instance().folder());
    connection.setPort(PgFixture::instance().port());
    connection.setDatabaseName(database.name());
    connection.setUserName(login);
    return connection;
}

// The program's own code stands where the server's words begin.
QString codeOf(const QSqlError& error)
{
    const QString state = error.nativeErrorCode();
    if (state != QStringLiteral("CD001"))
        return state;
    static const QString mark = QStringLiteral("ERROR:  ");
    const QString said = error.databaseText();
    const qsizetype at = said.indexOf(mark) + mark.size();
    return said.mid(at).section(QLatin1Char('\n'), 0, 0).trimmed();
}

} // namespace

PgSession::PgSession(const PgDatabase& database, const QString& login)
    : m_connection(QStringLiteral("session %1").arg(++sessionsMade))
{
    QSqlDatabase connection = sessionTo(m_connection, database, login);
    if (!connection.open())
        FAIL(login.toStdString() << ": " << connection.lastError().text().toStdString());
}

PgSession::~PgSession()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

bool PgSession::opens(const PgDatabase& database, const QString& login)
{
    const QString name = QStringLiteral("session %1").arg(++sessionsMade);
    const bool opened = sessionTo(name, database, login).open();
    QSqlDatabase::removeDatabase(name);
    return opened;
}

void PgSession::execute(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        FAIL(query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
}

QVariant PgSession::scalar(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql) || !query.next())
        FAIL("no row: " << query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
    return query.value(0);
}

QJsonObject PgSession::json(const QString& sql)
{
    return QJsonDocument::fromJson(scalar(sql).toString().toUtf8()).object();
}

QStringList PgSession::column(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        FAIL(query.lastError().text().toStdString() << "\nin: " << sql.toStdString());
    QStringList values;
    while (query.next())
        values += query.value(0).toString();
    return values;
}

QString PgSession::refusal(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    return query.exec(sql) ? QString() : codeOf(query.lastError());
}

} // namespace chengdan::tests
