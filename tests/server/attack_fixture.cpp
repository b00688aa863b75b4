// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/attack_fixture.h"

#include "core/sync/server_text.h"

namespace chengdan::tests {

namespace {

struct Place {
    const char* name;
    const char* id;
};

// The first two of the ids are those that Team gives out first.
constexpr Place kPlaces[] = {
    {"{amy}", "aaaaaaaa-0000-7000-8000-000000000001"},
    {"{amy's request}", "aaaaaaaa-0000-7000-8000-000000000002"},
    {"{bob}", "aaaaaaaa-0000-7000-8000-000000000003"},
    {"{BOB}", "AAAAAAAA-0000-7000-8000-000000000003"},
    {"{pool}", "cccccccc-0000-7000-8000-000000000001"},
    {"{bob's contact}", "cccccccc-0000-7000-8000-000000000002"},
    {"{amy's contact}", "cccccccc-0000-7000-8000-000000000003"},
    {"{quote}", "cccccccc-0000-7000-8000-000000000004"},
    {"{revision}", "cccccccc-0000-7000-8000-000000000005"},
    {"{line}", "cccccccc-0000-7000-8000-000000000006"},
    {"{amy's pc}", "dddddddd-0000-7000-8000-000000000002"},
    {"{bob's pc}", "dddddddd-0000-7000-8000-000000000003"},
};

constexpr const char* kRows[] = {
    "INSERT INTO app.customer (id, owner, name, phone, status, created_at, changed_at) "
    "VALUES ('{pool}', 0, 'pool', '0574', 'pool', 1, 1)",
    "INSERT INTO app.contact (id, customer, name, created_at, changed_at) "
    "VALUES ('{bob's contact}', '{bob}', 'Li', 1, 1), ('{amy's contact}', '{amy}', 'Wu', 1, 1)",
    "INSERT INTO app.quote (id, customer, number, created_at, changed_at) "
    "VALUES ('{quote}', '{amy}', 'Q-1', 1, 1)",
    "INSERT INTO app.quote_revision (id, quote, revision_no, created_at, changed_at) "
    "VALUES ('{revision}', '{quote}', 1, 1, 1)",
    "INSERT INTO app.quote_line (id, revision, seq, uid, created_at, changed_at) "
    "VALUES ('{line}', '{revision}', 1, '{line}', 1, 1)",
};

} // namespace

AttackedTeam::AttackedTeam()
{
    // A copied database does not bring along who may connect and make temporary tables there.
    database().execute(sync::serverText("wall"));
    for (int person = 1; person <= 4; ++person)
        m_sessions.at(static_cast<std::size_t>(person - 1)) = m_team.client(person);
    m_team.customer(session(2),
        QStringLiteral("Amy 1"),
        QStringLiteral(", \"number\": \"C-1\", \"credit_code\": \"91330200MA2AAAAA1X\""));
    m_team.customer(session(3),
        QStringLiteral("Bob 1"),
        QStringLiteral(", \"number\": \"C-2\", \"credit_code\": \"91330200MA2BBBBB1X\""));
    for (const char* row : kRows)
        database().execute(filled(row));
}

QString AttackedTeam::refusal(int person, const QString& statement)
{
    QStringList statements = statement.split(QStringLiteral(";; "));
    const QString last = statements.takeLast();
    for (const QString& earlier : statements)
        session(person).execute(earlier);
    QString code = session(person).refusal(last);
    if (!statements.isEmpty())
        session(person).execute(QStringLiteral("ROLLBACK"));
    session(person).execute(QStringLiteral("RESET ALL"));
    return code;
}

QString AttackedTeam::filled(const char* text)
{
    QString result = QString::fromUtf8(text);
    for (const Place& place : kPlaces)
        result.replace(QString::fromLatin1(place.name), QString::fromLatin1(place.id));
    if (result.contains(QStringLiteral("{new}")))
        result.replace(QStringLiteral("{new}"), m_team.newId());
    return result;
}

qint64 AttackedTeam::traces()
{
    return database()
        .scalar(QStringLiteral(
            "SELECT (SELECT count(*) FROM sync.history) + (SELECT count(*) FROM app.grant_) + "
            "(SELECT count(*) FROM sync.device) + (SELECT count(*) FROM sync.request) + (SELECT "
            "count(*) FROM pg_roles)"))
        .toLongLong();
}

} // namespace chengdan::tests
