// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/sync/server_audit.h"
#include "core/sync/server_schema.h"
#include "core/sync/server_upgrade.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

#include <thread>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// Descriptions of a version: copies to be changed, and the list that the server is made from.
struct Version {
    std::vector<schema::RecordType> copies;
    schema::RecordTypes types() const
    {
        schema::RecordTypes list;
        for (const schema::RecordType& type : copies)
            list.push_back(&type);
        return list;
    }
    schema::Column& column(const char* table, const char* name)
    {
        for (schema::RecordType& type : copies) {
            for (schema::Column& column : type.columns) {
                if (QLatin1String(type.table) == QLatin1String(table)
                    && QLatin1String(column.name) == QLatin1String(name))
                    return column;
            }
        }
        FAIL("no column " << table << "." << name);
        return copies.front().columns.front();
    }
};

Version present()
{
    Version version;
    for (const schema::RecordType* type : exchange::companyRecordTypes())
        version.copies.push_back(*type);
    return version;
}

Version before(int since)
{
    Version version = present();
    std::erase_if(version.copies, [&](const auto& type) { return type.since >= since; });
    for (schema::RecordType& type : version.copies)
        std::erase_if(type.columns, [&](const auto& column) { return column.since >= since; });
    return version;
}

// What a release to come may bring: a column, a choice more, a key, a table.
Version following(int since)
{
    static const std::vector<schema::Choice> kStates = [] {
        const auto now = present().column("customer", "status").choices;
        std::vector<schema::Choice> states(now.begin(), now.end());
        states.push_back({"resting", "Resting"});
        return states;
    }();
    Version version = present();
    schema::Column nickname = version.column("customer", "city");
    nickname.name = "nickname";
    nickname.group = nullptr;
    nickname.indexed = true;
    nickname.since = since;
    version.column("customer", "status").choices = kStates;
    version.column("team", "boss").unique = true;
    schema::RecordType shelf;
    for (schema::RecordType& type : version.copies) {
        if (QLatin1String(type.table) == QLatin1String("customer"))
            type.columns.push_back(nickname);
        if (QLatin1String(type.table) == QLatin1String("contact"))
            shelf = type;
    }
    shelf.table = "shelf";
    shelf.number = 9000;
    shelf.since = since;
    for (schema::Column& column : shelf.columns)
        column.since = since;
    version.copies.push_back(shelf);
    return version;
}

QStringList installationOf(const schema::RecordTypes& types)
{
    // A version of the texts that knew those descriptions was never written; bodies are checked
    // when they are called.
    return QStringList{QStringLiteral("SET check_function_bodies = off")}
    + sync::serverSchema(types);
}

// Everything about a server that is no data, line by line; columns stand where they stand.
QStringList catalog(PgDatabase& database)
{
    static constexpr const char* kParts[] = {
        "SELECT c.oid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) "
        "|| a.attnotnull || coalesce(pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a JOIN "
        "pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN "
        "pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE n.nspname IN ('app', "
        "'sync') AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped",
        "SELECT k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) "
        "FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE n.nspname IN "
        "('app', 'sync')",
        "SELECT indexdef FROM pg_indexes WHERE schemaname IN ('app', 'sync')",
        "SELECT pg_get_functiondef(p.oid) || ' ' || r.rolname FROM pg_proc p JOIN pg_namespace n "
        "ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner WHERE n.nspname IN "
        "('app', 'sync', 'srv')",
        "SELECT p.oid::regprocedure || ' ' || coalesce(r.rolname, 'public') FROM pg_proc p JOIN "
        "pg_namespace n ON n.oid = p.pronamespace CROSS JOIN aclexplode(coalesce(p.proacl, "
        "acldefault('f', p.proowner))) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE n.nspname "
        "IN ('app', 'sync', 'srv')",
        "SELECT c.oid::regclass || ' ' || c.relrowsecurity || o.rolname || ' ' || "
        "coalesce(r.rolname, 'public') || a.privilege_type FROM pg_class c JOIN pg_namespace n ON "
        "n.oid = c.relnamespace JOIN pg_roles o ON o.oid = c.relowner CROSS JOIN "
        "aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a LEFT JOIN pg_roles r ON "
        "r.oid = a.grantee WHERE n.nspname IN ('app', 'sync') AND c.relkind IN ('r', 'p')",
        "SELECT p::text FROM pg_policies p",
        "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('app', 'sync') AND NOT "
        "t.tgisinternal",
        "SELECT n.nspname || ' ' || coalesce(r.rolname, 'public') || a.privilege_type FROM "
        "pg_namespace n CROSS JOIN aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = "
        "a.grantee WHERE n.nspname IN ('app', 'sync', 'srv')",
        "SELECT t::text FROM sync.tbl t",
        "SELECT c::text FROM sync.col c",
        "SELECT r::text FROM sync.role_right r",
        "SELECT schema_version || ' ' || min_client FROM sync.meta",
    };
    QStringList lines;
    for (const char* part : kParts) {
        lines += database
                     .scalar(QStringLiteral(
                         "SELECT coalesce(string_agg(x, chr(30) ORDER BY x COLLATE \"C\"), '') "
                         "FROM (%1) q(x)")
                                 .arg(QString::fromLatin1(part)))
                     .toString()
                     .split(QChar(30));
    }
    return lines;
}

std::string difference(const QStringList& one, const QStringList& other)
{
    const QSet<QString> present(other.begin(), other.end());
    QStringList only;
    for (const QString& line : one) {
        if (!present.contains(line))
            only += line;
    }
    return only.join(QLatin1Char('\n')).toStdString();
}

void addPeople(PgDatabase& database)
{
    for (const char* login : {"amy", "bob"}) {
        const int number =
            database
                .scalar(QStringLiteral("SELECT srv.add_person('{\"login\": \"%1\", \"name\": "
                                       "\"%1\"}', '[{\"role\": \"sales\"}]')")
                            .arg(QString::fromLatin1(login)))
                .toInt();
        database.scalar(
            QStringLiteral("SELECT srv.set_login(%1, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')")
                .arg(number));
    }
}

QString helloOf(int person, int schema)
{
    return QStringLiteral("SELECT sync.hello('%1', 'pc', %2)")
        .arg(Team::device(person))
        .arg(schema);
}

QString registration(const char* id, const char* name)
{
    return QStringLiteral("SELECT srv.register_customer('%1', '%1', '{\"name\": \"%2\"}')")
        .arg(QString::fromLatin1(id), QString::fromUtf8(name));
}

constexpr const char* kFirst = "aaaaaaaa-0000-7000-8000-000000000001";
constexpr const char* kSecond = "aaaaaaaa-0000-7000-8000-000000000002";

} // namespace

TEST_CASE("a server brought up to date is the same as one installed anew, with its data (I17, I19)",
    "[server][upgrade]")
{
    const int now = schema::schemaVersion(exchange::companyRecordTypes());
    const bool ahead = GENERATE(false, true);
    const Version old = ahead ? present() : before(now);
    const Version wanted = ahead ? following(now + 1) : present();
    const int to = ahead ? now + 1 : now;
    CAPTURE(to);
    REQUIRE(schema::schemaVersion(wanted.types()) == to);
    REQUIRE(schema::schemaVersion(old.types()) == to - 1);

    const auto database = PgFixture::instance().database(installationOf(old.types()));
    addPeople(*database);
    const auto amy = std::make_unique<PgSession>(*database, QStringLiteral("u1"));
    amy->json(helloOf(1, to - 1));
    amy->json(registration(kFirst, "甲"));
    database->execute(QStringLiteral("SELECT sync.seal_up()"));
    const auto epoch = database->scalar(QStringLiteral("SELECT epoch FROM sync.meta"));
    const auto history = database->scalar(QStringLiteral("SELECT count(*) FROM sync.history"));
    const QString rows = QStringLiteral(
        "SELECT string_agg(c.id || c.name || c.owner || c.rev, ' ') FROM app.customer c");
    const auto customers = database->scalar(rows);

    const auto link = value(sync::ServerLink::open(database->dsn()));
    const auto upgrade = value(sync::upgradeServer(*link, wanted.types()));
    CHECK(upgrade.from == to - 1);
    CHECK(upgrade.to == to);

    const auto fresh = PgFixture::instance().database(installationOf(wanted.types()));
    const QStringList here = catalog(*database);
    const QStringList there = catalog(*fresh);
    CHECK(difference(here, there) == "");
    CHECK(difference(there, here) == "");
    CHECK(here.size() > 1000);

    CHECK(database->scalar(QStringLiteral("SELECT epoch FROM sync.meta")) == epoch);
    CHECK(database->scalar(QStringLiteral("SELECT count(*) FROM sync.history")) == history);
    CHECK(database->scalar(rows) == customers);
    CHECK_FALSE(value(sync::verifySeals(*link)).broken);

    // The session that was open goes on, with the program before this one; an older one is told.
    CHECK(amy->refusal(helloOf(1, to - 1)).isEmpty());
    CHECK(amy->refusal(helloOf(1, to)).isEmpty());
    CHECK(amy->refusal(helloOf(1, to - 2)) == QStringLiteral("CLIENT_OLD"));
    CHECK(amy->json(registration(kSecond, "乙")).value(QLatin1String("status")).toString()
        == QStringLiteral("done"));
    CHECK(amy->column(QStringLiteral("SELECT name FROM sync.load_customer(1, NULL, 10)"))
        == QStringList{QStringLiteral("甲"), QStringLiteral("乙")});
}

TEST_CASE("a server of the same version gets its functions anew, one of a newer version is left "
          "alone",
    "[server][upgrade]")
{
    Team team;
    const QStringList before = catalog(team.database());
    team.database().execute(QStringLiteral(
        "CREATE OR REPLACE FUNCTION app.me() RETURNS integer LANGUAGE sql AS 'SELECT 1'"));
    team.database().execute(QStringLiteral("DROP POLICY seen ON app.contact"));
    team.database().execute(QStringLiteral("DROP TRIGGER note ON app.customer"));
    team.database().execute(QStringLiteral("DROP INDEX app.contact_customer"));
    const CtlRun run = ctl({QStringLiteral("server"),
        QStringLiteral("upgrade"),
        QStringLiteral("--dsn"),
        team.database().dsn(),
        QStringLiteral("--json")});
    CHECK(run.exit == 0);
    const QStringList after = catalog(team.database());
    CHECK(difference(before, after) == "");
    CHECK(difference(after, before) == "");

    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    team.database().execute(QStringLiteral("UPDATE sync.meta SET schema_version = 99"));
    team.database().execute(QStringLiteral("DROP INDEX app.contact_customer"));
    const auto refused = sync::upgradeServer(*link, exchange::companyRecordTypes());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("SERVER_NEWER"));
    CHECK(team.database()
              .scalar(QStringLiteral("SELECT to_regclass('app.contact_customer') IS NULL"))
              .toBool());
    const auto empty = PgFixture::instance().database();
    const auto other = value(sync::ServerLink::open(empty->dsn()));
    CHECK(sync::upgradeServer(*other, exchange::companyRecordTypes()).error().code
        == QStringLiteral("SERVER_NOT_INSTALLED"));
}

TEST_CASE(
    "clients that work during an upgrade lose nothing and are not refused", "[server][upgrade]")
{
    constexpr int kRows = 60;
    Team team;
    std::vector<QString> refusals;
    std::thread worker([&] {
        PgSession amy(team.database(), QStringLiteral("u2"));
        for (int i = 0; i < kRows; ++i) {
            const QString id =
                QStringLiteral("bbbbbbbb-0000-7000-8000-%1").arg(i, 12, 10, QLatin1Char('0'));
            const QString refused = amy.refusal(registration(id.toLatin1().constData(), "甲"));
            if (!refused.isEmpty())
                refusals.push_back(refused);
        }
    });
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    for (int i = 0; i < 3; ++i)
        value(sync::upgradeServer(*link, exchange::companyRecordTypes()));
    worker.join();
    for (const QString& refused : refusals)
        CHECK(refused.toStdString() == "");
    CHECK(team.database().scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt()
        == kRows);
}
