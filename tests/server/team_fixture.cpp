// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/team_fixture.h"

#include "core/exchange/company.h"
#include "tests/support/catch.h"
#include "tests/support/server_team.h"

namespace chengdan::tests {

Team::Team()
    : m_database(serverWithTeam())
{
}

std::unique_ptr<PgSession> Team::session(int person)
{
    return std::make_unique<PgSession>(*m_database, QStringLiteral("u%1").arg(person));
}

std::unique_ptr<PgSession> Team::client(int person)
{
    auto opened = session(person);
    opened->scalar(QStringLiteral("SELECT sync.hello('%1', 'pc', %2)")
                       .arg(device(person))
                       .arg(schema::schemaVersion(exchange::companyRecordTypes())));
    return opened;
}

QString Team::device(int person)
{
    return QStringLiteral("dddddddd-0000-7000-8000-%1").arg(person, 12, 10, QLatin1Char('0'));
}

QString Team::newId()
{
    return QStringLiteral("aaaaaaaa-0000-7000-8000-%1").arg(++m_ids, 12, 10, QLatin1Char('0'));
}

QString Team::customer(PgSession& owner, const QString& name, const QString& more)
{
    const QString id = newId();
    const QJsonObject answer = owner.json(
        QStringLiteral("SELECT srv.register_customer('%1', '%2', '{\"name\": \"%3\"%4}')")
            .arg(newId(), id, name, more));
    if (answer.value(QLatin1String("status")).toString() != QLatin1String("done"))
        FAIL("not registered: " << name.toStdString());
    return id;
}

QJsonArray Team::push(PgSession& session, int person, const QString& operations)
{
    const qint64 last = m_database
                            ->scalar(QStringLiteral("SELECT last_batch FROM sync.device WHERE id = "
                                                    "'%1'")
                                         .arg(device(person)))
                            .toLongLong();
    const QJsonObject answer = session.json(QStringLiteral(
        "SELECT sync.push('%1', %2, '{\"groups\": [{\"at\": 1000, \"ops\": [%3]}]}')")
                                                .arg(device(person))
                                                .arg(last + 1)
                                                .arg(operations));
    return answer.value(QLatin1String("results")).toArray();
}

QString Team::pushed(PgSession& session, int person, const QString& operation)
{
    const QJsonArray results = push(session, person, operation);
    REQUIRE(results.size() == 1);
    const QJsonObject one = results.first().toObject();
    const QString state = one.value(QLatin1String("s")).toString();
    return state == QLatin1String("refused") ? one.value(QLatin1String("code")).toString() : state;
}

QString insertOf(const QString& table, const QString& id, const QString& values)
{
    return QStringLiteral(R"({"n": 1, "t": "%1", "k": "I", "id": "%2", "v": {%3}})")
        .arg(table, id, values);
}

QString updateOf(const QString& table, const QString& id, qint64 base, const QString& values)
{
    return QStringLiteral(R"({"n": 1, "t": "%1", "k": "U", "id": "%2", "base": %3, "v": {%4}})")
        .arg(table, id, QString::number(base), values);
}

} // namespace chengdan::tests
