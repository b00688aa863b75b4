// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/sync_fixture.h"

#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/exchange/company.h"
#include "core/storage/store.h"
#include "core/sync/row_writer.h"
#include "tests/support/catch.h"
#include "tests/support/server_team.h"

namespace chengdan::tests {

namespace {

const Instant kMorning = Instant::fromMilliseconds(1'772'330'400'000); // 2026-03-01 10:00 +08

sync::ServerAccount accountOf(const QString& dsn, int person)
{
    return {dsn, QStringLiteral("u%1").arg(person), {}};
}

} // namespace

Pc::Pc(const PgDatabase& server, int person, const QString& path)
    : Pc(server.dsn(), person, path)
{
}

Pc::Pc(const QString& dsn, int person, const QString& path)
    : m_path(path)
    , m_dsn(dsn)
    , m_person(PersonId::fromNumber(person))
    , m_clock(kMorning, QDate(2026, 3, 1))
    , m_ids(m_clock, qHash(path.section(QLatin1Char('/'), -1)) + 1) // the same plan, the same ids
{
    auto joined =
        sync::joinServer(path, exchange::companyRecordTypes(), m_clock, accountOf(dsn, person));
    m_database = value(std::move(joined));
    m_session.emplace(value(access::openSession(*m_database)));
}

access::Context Pc::context()
{
    return {*m_database, *m_session, m_clock, m_ids};
}

sync::ServerLink& Pc::server()
{
    if (!m_server)
        m_server = value(sync::ServerLink::open(
            m_dsn, QStringLiteral("u%1").arg(m_person.number()), m_password));
    return *m_server;
}

Result<sync::Round> Pc::sync()
{
    if (!m_server) {
        auto opened =
            sync::ServerLink::open(m_dsn, QStringLiteral("u%1").arg(m_person.number()), m_password);
        if (!opened)
            return chengdan::fail(opened.error());
        m_server = std::move(*opened);
        if (auto greeted = sync::greet(*m_database, *m_server, m_ids); !greeted) {
            m_server.reset();
            return chengdan::fail(greeted.error());
        }
    }
    auto round = sync::runRound(*m_database, *m_server, m_ids);
    if (!round)
        m_server.reset();
    return round;
}

void Pc::synced()
{
    const auto round = sync();
    if (!round) {
        std::string told = round.error().code.toStdString();
        for (const auto& [name, arg] : round.error().args)
            told += " " + name.toStdString() + "=" + arg.toStdString();
        FAIL("no round: " << told);
    }
}

schema::Value Pc::cell(const QString& sql, const schema::Row& values)
{
    return m_database->reader().scalar(sql, values);
}

qint64 Pc::number(const QString& sql, const schema::Row& values)
{
    return schema::toInteger(cell(sql, values));
}

void Pc::set(
    const char* table, const QByteArray& id, const std::map<QString, schema::Value>& values)
{
    setAll({{table, id, values}});
}

void Pc::setAll(const std::vector<Setting>& settings)
{
    value(m_database->write(m_person, [&](storage::Transaction& transaction) -> Result<void> {
        for (const Setting& setting : settings) {
            REQUIRE_FALSE(schema::isNull(
                transaction.connection().scalar(QStringLiteral("SELECT rid FROM %1 WHERE id = ?")
                                                    .arg(QString::fromLatin1(setting.table)),
                    {setting.id})));
            sync::writeAgain(transaction,
                *m_database->type(QString::fromLatin1(setting.table)),
                setting.id,
                setting.values);
        }
        return {};
    }));
}

void Pc::reachBy(const QString& dsn, const QString& password)
{
    m_server.reset();
    m_dsn = dsn;
    m_password = password;
}

void Pc::restart()
{
    close();
    m_database = value(exchange::openCompany(m_path, m_clock));
}

void Pc::close()
{
    m_server.reset();
    m_database.reset();
}

QByteArray Pc::addCustomer(
    const QString& name, const QString& creditCode, const std::map<QString, schema::Value>& more)
{
    customers::Customer customer;
    value(m_database->write(m_person, [&](storage::Transaction& transaction) -> Result<void> {
        customer.id = CustomerId::make(m_ids);
        customer.meta.owner = m_person;
        customer.meta.root = customer.id;
        customer.name = name;
        customer.creditCode = creditCode;
        for (const auto& [column, cell] : more)
            schema::describe<customers::Customer>().column(column)->set(&customer, cell);
        storage::insert(transaction, customer);
        return {};
    }));
    return customer.id.raw().bytes();
}

QByteArray Pc::addContact(const QByteArray& customer, const QString& name)
{
    customers::Contact contact;
    value(m_database->write(m_person, [&](storage::Transaction& transaction) -> Result<void> {
        contact.id = ContactId::make(m_ids);
        contact.customer = CustomerId::fromRaw(RawId::fromBytes(customer));
        contact.meta.owner = m_person;
        contact.meta.root = contact.customer;
        contact.name = name;
        storage::insert(transaction, contact);
        return {};
    }));
    return contact.id.raw().bytes();
}

Office::Office()
    : m_database(serverWithTeam())
{
}

std::unique_ptr<Pc> Office::pc(int person)
{
    return std::make_unique<Pc>(
        *m_database, person, path(QStringLiteral("pc%1.chengdan").arg(++m_pcs)));
}

std::unique_ptr<PgSession> Office::session(int person)
{
    return std::make_unique<PgSession>(*m_database, QStringLiteral("u%1").arg(person));
}

} // namespace chengdan::tests
