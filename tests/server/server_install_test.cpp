// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "core/exchange/company.h"
#include "core/sync/server_install.h"
#include "core/sync/server_schema.h"
#include "core/sync/server_text.h"
#include "tests/support/catch.h"
#include "tests/support/pg_session.h"

#include <QRegularExpression>
#include <QSet>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

const schema::RecordTypes& types()
{
    return exchange::companyRecordTypes();
}

QStringList failed(sync::ServerLink& link)
{
    QStringList codes;
    for (const sync::ServerFinding& finding : value(sync::checkServer(link, types()))) {
        if (!finding.holds)
            codes += finding.code;
    }
    return codes;
}

} // namespace

TEST_CASE("a text is cut into commands where a command ends, not inside quotes, bodies or comments",
    "[server][install]")
{
    CHECK(sync::commandsOf(QStringLiteral("A ';' B; -- no; end\nC $$ x; 'y $$ D;E"))
        == QStringList{QStringLiteral("A ';' B"), QStringLiteral("-- no; end\nC $$ x; 'y $$ D")});
    CHECK(sync::commandsOf(QString()).isEmpty());
}

TEST_CASE("a server is installed once, into an empty database", "[server][install]")
{
    const auto database = PgFixture::instance().database();
    const auto link = value(sync::ServerLink::open(database->dsn()));
    CHECK(sync::checkServer(*link, types()).error().code == QStringLiteral("SERVER_NOT_INSTALLED"));
    database->execute(QStringLiteral("CREATE TABLE other (x integer)"));
    CHECK(
        sync::installServer(*link, types(), {}).error().code == QStringLiteral("SERVER_NOT_EMPTY"));
    database->execute(QStringLiteral("DROP TABLE other"));
    value(sync::installServer(*link, types(), QStringLiteral("宁波甬澄")));
    CHECK(
        sync::installServer(*link, types(), {}).error().code == QStringLiteral("SERVER_INSTALLED"));
    CHECK(database->scalar(QStringLiteral("SELECT company FROM sync.meta")).toString()
        == QStringLiteral("宁波甬澄"));
}

TEST_CASE("the check of a server names what does not hold, and nothing else", "[server][install]")
{
    const auto database = PgFixture::instance().database();
    const auto link = value(sync::ServerLink::open(database->dsn()));
    value(sync::installServer(*link, types(), {}));
    // The test's own server lets anybody in by its socket.
    const QStringList always{QStringLiteral("SERVER_CHECK_HBA")};
    CHECK(failed(*link) == always);
    struct Damage {
        const char* sql;
        const char* code;
    };
    const auto damage =
        GENERATE(Damage{"GRANT SELECT ON app.customer TO cd_user", "SERVER_CHECK_TABLES"},
            Damage{"GRANT CONNECT ON DATABASE %1 TO PUBLIC", "SERVER_CHECK_PUBLIC"},
            Damage{"REVOKE CONNECT ON DATABASE %1 FROM cd_user", "SERVER_CHECK_WALL"},
            Damage{"ALTER TABLE app.contact DISABLE ROW LEVEL SECURITY", "SERVER_CHECK_POLICIES"},
            Damage{"GRANT EXECUTE ON FUNCTION srv.hand TO PUBLIC", "SERVER_CHECK_FUNCTIONS"},
            Damage{"ALTER FUNCTION srv.hand RESET search_path", "SERVER_CHECK_FUNCTIONS"},
            Damage{"ALTER FUNCTION srv.hand OWNER TO postgres", "SERVER_CHECK_FUNCTIONS"},
            Damage{"UPDATE sync.meta SET schema_version = 1", "SERVER_CHECK_SCHEMA"});
    CAPTURE(damage.sql);
    QString sql = QString::fromLatin1(damage.sql);
    sql.replace(QStringLiteral("%1"), database->name());
    database->execute(sql);
    CHECK(failed(*link) == always + QStringList{QString::fromLatin1(damage.code)});
}

TEST_CASE("two companies do not share one PostgreSQL", "[server][install]")
{
    const auto first = PgFixture::instance().database();
    const auto second = PgFixture::instance().database();
    const auto link = value(sync::ServerLink::open(first->dsn()));
    const auto other = value(sync::ServerLink::open(second->dsn()));
    value(sync::installServer(*link, types(), {}));
    CHECK(sync::installServer(*other, types(), {}).error().code
        == QStringLiteral("SERVER_CHECK_ALONE"));
}

TEST_CASE("people are added, listed, given a new password and switched off", "[server][install]")
{
    const auto database = PgFixture::instance().database();
    const auto link = value(sync::ServerLink::open(database->dsn()));
    value(sync::installServer(*link, types(), {}));
    const QByteArray sales = R"([{"role": "sales", "scope": "own"}])";
    const auto named = [](const char* login, const QString& name) {
        return QJsonObject{
            {QStringLiteral("login"), QString::fromLatin1(login)}, {QStringLiteral("name"), name}};
    };
    const auto amy =
        value(sync::addServerUser(*link, named("amy", QStringLiteral("艾米 O'Neil")), sales));
    CHECK(amy.number == 1);
    CHECK(amy.login == QStringLiteral("u1"));
    CHECK(sync::addServerUser(*link, named("amy", QStringLiteral("x")), sales).error().code
        == QStringLiteral("LOGIN_TAKEN"));
    auto users = value(sync::serverUsers(*link));
    REQUIRE(users.size() == 1);
    CHECK(users[0].name == QStringLiteral("艾米 O'Neil"));
    CHECK(users[0].roles == QStringLiteral("sales:own"));
    CHECK(users[0].active);
    value(sync::checkServer(*link, types())); // seals what happened so far
    CHECK(database->scalar(QStringLiteral("SELECT count(*) FROM sync.seal")).toInt() == 1);
    value(sync::disableServerUser(*link, 1));
    CHECK_FALSE(value(sync::serverUsers(*link))[0].active);
    CHECK_FALSE(PgSession::opens(*database, amy.login));
    CHECK(sync::disableServerUser(*link, 99).error().code == QStringLiteral("RECEIVER_UNKNOWN"));
    const auto again = value(sync::resetServerUser(*link, 1));
    CHECK(again.password != amy.password);
    CHECK(PgSession::opens(*database, amy.login));
}

TEST_CASE("a password is kept as PostgreSQL itself would keep it", "[server][install]")
{
    const auto database = PgFixture::instance().database();
    database->execute(QStringLiteral("CREATE ROLE keeper PASSWORD 'Wort-12 und 密码'"));
    const QString kept =
        database
            ->scalar(QStringLiteral("SELECT rolpassword FROM pg_authid WHERE rolname = 'keeper'"))
            .toString();
    database->execute(QStringLiteral("DROP ROLE keeper"));
    const QByteArray salt = QByteArray::fromBase64(
        kept.section(QLatin1Char('$'), 1, 1).section(QLatin1Char(':'), 1).toLatin1());
    CHECK(sync::scramVerifier(QStringLiteral("Wort-12 und 密码"), salt) == kept);
}

TEST_CASE("an address nobody understands or nobody answers is told as such", "[server][install]")
{
    CHECK(sync::ServerLink::open(QStringLiteral("here")).error().code
        == QStringLiteral("SERVER_DSN"));
    CHECK(sync::ServerLink::open(QStringLiteral("host=/nowhere dbname=x user=y connect_timeout=2"))
              .error()
              .code
        == QStringLiteral("SERVER_UNREACHABLE"));
    const auto database = PgFixture::instance().database();
    const QString folder =
        QString::fromLatin1(QUrl::toPercentEncoding(PgFixture::instance().folder()));
    const auto link = value(sync::ServerLink::open(
        QStringLiteral("postgresql:///%1?host=%2&port=%3&user=postgres")
            .arg(database->name(), folder, QString::number(PgFixture::instance().port()))));
    CHECK(value(link->scalar(QStringLiteral("SELECT current_database()"))).toString()
        == database->name());
}

TEST_CASE("whatever the server refuses has a sentence in both languages", "[server][install]")
{
    const QStringList known = knownErrorCodes();
    const QSet<QString> sentences(known.begin(), known.end());
    const QString texts = sync::serverSchema(types()).join(QLatin1Char('\n'));
    static const QRegularExpression code(
        QStringLiteral(R"((?:refuse\(|args, |customer\), |THEN |ELSE )'([A-Z]+_[A-Z_]+)')"));
    int found = 0;
    for (auto it = code.globalMatch(texts); it.hasNext();) {
        const QString one = it.next().captured(1);
        INFO(one.toStdString());
        CHECK(sentences.contains(one));
        ++found;
    }
    CHECK(found > 40);
}
