// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_install.h"
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// What the client library takes as the password while this lives.
class TypedPassword {
public:
    explicit TypedPassword(const QString& password) { qputenv("PGPASSWORD", password.toUtf8()); }
    ~TypedPassword() { qunsetenv("PGPASSWORD"); }
    TypedPassword(const TypedPassword&) = delete;
    TypedPassword& operator=(const TypedPassword&) = delete;
};

struct Network {
    Team team;
    std::unique_ptr<sync::ServerLink> admin = value(sync::ServerLink::open(team.database().dsn()));
    QString password = value(sync::resetServerUser(*admin, 2)).password;

    QString dsn(const QString& login = QStringLiteral("u2"))
    {
        return team.database().tlsDsn() + QStringLiteral(" user=") + login;
    }
    // The words with which a connection is refused; empty when it is not.
    QString refusal(const QString& dsn, const QString& typed)
    {
        const TypedPassword guard(typed);
        const auto link = sync::ServerLink::open(dsn);
        if (link)
            return {};
        return link.error().args.isEmpty() ? QStringLiteral("?") : link.error().args.first().second;
    }
    bool refusedWith(const QString& dsn, const QString& typed, const char* words)
    {
        const QString said = refusal(dsn, typed);
        UNSCOPED_INFO(said.toStdString());
        return said.contains(QLatin1String(words));
    }
};

} // namespace

TEST_CASE("a rep signs in over TLS to the proven server with a password that never travels",
    "[server][tls]")
{
    Network network;
    const TypedPassword typed(network.password);
    const auto link = value(sync::ServerLink::open(network.dsn()));
    CHECK(value(link->scalar(QStringLiteral("SELECT session_user::text"))).toString()
        == QStringLiteral("u2"));
    const auto hello = link->scalar(
        QStringLiteral("SELECT sync.hello('%1', 'pc', 2)->>'uid'").arg(Team::device(2)));
    CHECK(value(hello).toInt() == 2);
    const auto secured = network.team.database().scalar(
        QStringLiteral("SELECT s.ssl AND s.version LIKE 'TLSv1.%' FROM pg_stat_ssl s JOIN "
                       "pg_stat_activity a ON a.pid = s.pid WHERE a.usename = 'u2'"));
    CHECK(secured.toBool());
    // Only what proves the password is kept of it.
    const auto kept = network.team.database().scalar(
        QStringLiteral("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = "
                       "'u2'"));
    CHECK(kept.toBool());
}

TEST_CASE("nobody signs in over the network without TLS, without the password or elsewhere",
    "[server][tls]")
{
    Network network;
    QString plain = network.dsn();
    plain.replace(QStringLiteral("verify-full"), QStringLiteral("disable"));
    CHECK(network.refusedWith(plain, network.password, "no encryption"));
    CHECK(network.refusedWith(
        network.dsn(), QStringLiteral("guess"), "password authentication failed"));
    CHECK(network.refusedWith(network.dsn(), QString(), "no password supplied"));
    QString elsewhere = network.dsn();
    elsewhere.replace(network.team.database().name(), QStringLiteral("postgres"));
    CHECK(network.refusedWith(elsewhere, network.password, "permission denied for database"));
    CHECK(network.refusedWith(
        network.dsn(QStringLiteral("postgres")), network.password, "no pg_hba.conf entry"));
}

TEST_CASE("a client trusts no server that its authority does not vouch for", "[server][tls]")
{
    Network network;
    PgFixture& server = PgFixture::instance();
    QString stranger = network.dsn();
    stranger.replace(server.authority(), server.otherAuthority());
    CHECK(network.refusedWith(stranger, network.password, "certificate verify failed"));
    QString misnamed = network.dsn();
    misnamed.replace(QStringLiteral("host=localhost"), QStringLiteral("host=crm.example.com"));
    CHECK(network.refusedWith(misnamed, network.password, "does not match host name"));
}

TEST_CASE(
    "whose login was switched off is not let in again, whatever the password", "[server][tls]")
{
    Network network;
    value(sync::disableServerUser(*network.admin, 2));
    CHECK(network.refusedWith(network.dsn(), network.password, "is not permitted to log in"));
}
