// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/sync/server_schema.h"
#include "core/sync/server_text.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// First columns of all rows in one text, so that a failure names them.
std::string listed(AttackedTeam& attacked, const char* query)
{
    return attacked.database()
        .scalar(QStringLiteral("SELECT coalesce(string_agg(x, ' ' ORDER BY x), '') FROM (%1) q(x)")
                    .arg(QString::fromLatin1(query)))
        .toString()
        .toStdString();
}

// The functions of our schemas.
constexpr const char* kOurFunctions =
    "SELECT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = "
    "p.pronamespace JOIN pg_roles o ON o.oid = p.proowner WHERE n.nspname IN ('app', 'sync', "
    "'srv') AND %1";

std::string functionsWhere(AttackedTeam& attacked, const char* condition)
{
    return listed(attacked,
        QString::fromLatin1(kOurFunctions).arg(QString::fromLatin1(condition)).toLatin1());
}

} // namespace

TEST_CASE("no client role holds a right on any table or sequence (I11)", "[server][catalog]")
{
    AttackedTeam attacked;
    CHECK(listed(attacked,
              "SELECT r.rolname || ' ' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
              "c.relnamespace CROSS JOIN pg_roles r WHERE n.nspname IN ('app', 'sync', 'srv') AND "
              "r.rolname ~ '^(cd_user|u[0-9]+)$' AND (c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "
              "(has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, "
              "REFERENCES, TRIGGER') OR has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, "
              "UPDATE, REFERENCES')) OR c.relkind = 'S' AND CASE WHEN c.relkind = 'S' THEN "
              "has_sequence_privilege(r.oid, c.oid, 'SELECT, USAGE, UPDATE') END)")
        == "");
    CHECK(listed(attacked,
              "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = "
              "c.relnamespace, aclexplode(c.relacl) a WHERE n.nspname IN ('app', 'sync', 'srv') "
              "AND a.grantee = 0")
        == "");
    CHECK(listed(attacked,
              "SELECT n.nspname::text FROM pg_namespace n WHERE has_schema_privilege('cd_user', "
              "n.oid, 'CREATE')")
        == "");
    CHECK(listed(attacked,
              "SELECT n.nspname::text FROM pg_namespace n WHERE has_schema_privilege('cd_user', "
              "n.oid, 'USAGE') AND n.nspname !~ '^pg_toast'")
        == "information_schema pg_catalog srv sync");
}

TEST_CASE("each function with its owner's rights pins its search path and is nobody's by default "
          "(I11)",
    "[server][catalog]")
{
    AttackedTeam attacked;
    CHECK(functionsWhere(attacked,
              "p.prosecdef AND NOT coalesce('search_path=pg_catalog, pg_temp' = "
              "ANY(p.proconfig), false)")
        == "");
    CHECK(functionsWhere(attacked, "has_function_privilege('public', p.oid, 'EXECUTE')") == "");
    CHECK(functionsWhere(attacked, "p.prosecdef AND o.rolsuper") == "");
    CHECK(
        functionsWhere(attacked, "o.rolname NOT IN ('cd_owner', 'cd_hist', 'cd_door', 'cd_admin')")
        == "");
    // What reads tables for people does so as one whom row policies bind.
    CHECK(functionsWhere(attacked,
              "p.proname ~ '^(fetch|load|root)_' AND (o.rolname <> 'cd_door' OR NOT p.prosecdef)")
        == "");
}

TEST_CASE("people may call exactly these functions (I11)", "[server][catalog]")
{
    AttackedTeam attacked;
    QStringList callable{QStringLiteral("srv.add_person"),
        QStringLiteral("srv.add_region"),
        QStringLiteral("srv.add_team"),
        QStringLiteral("srv.audit"),
        QStringLiteral("srv.change_person"),
        QStringLiteral("srv.change_region"),
        QStringLiteral("srv.change_team"),
        QStringLiteral("srv.checkup"),
        QStringLiteral("srv.checkup_scores"),
        QStringLiteral("srv.claim"),
        QStringLiteral("srv.delegate"),
        QStringLiteral("srv.delegations"),
        QStringLiteral("srv.devices"),
        QStringLiteral("srv.disable_person"),
        QStringLiteral("srv.enable_person"),
        QStringLiteral("srv.grant_access"),
        QStringLiteral("srv.person_state"),
        QStringLiteral("srv.register_customer"),
        QStringLiteral("srv.register_customers"),
        QStringLiteral("srv.revoke_access"),
        QStringLiteral("srv.revoke_device"),
        QStringLiteral("srv.set_login"),
        QStringLiteral("srv.set_roles"),
        QStringLiteral("srv.transfer"),
        QStringLiteral("srv.verify_seals"),
        QStringLiteral("srv.withdraw_delegation"),
        QStringLiteral("sync.blob_done"),
        QStringLiteral("sync.blob_get"),
        QStringLiteral("sync.blob_have"),
        QStringLiteral("sync.blob_put"),
        QStringLiteral("sync.cursor_known"),
        QStringLiteral("sync.digest"),
        QStringLiteral("sync.feed"),
        QStringLiteral("sync.hello"),
        QStringLiteral("sync.pull_begin"),
        QStringLiteral("sync.push"),
        QStringLiteral("sync.revs"),
        QStringLiteral("sync.seal_hash")};
    const auto types = exchange::companyRecordTypes();
    for (const schema::RecordType* type : types) {
        callable += {sync::fetchFunction(*type), sync::loadFunction(*type)};
        if (sync::hangsOnRoot(types, *type))
            callable += sync::rootFunction(*type);
    }
    QStringList found = QString::fromStdString(
        functionsWhere(attacked, "has_function_privilege('cd_user', p.oid, 'EXECUTE')"))
                            .split(QLatin1Char(' '));
    callable.sort();
    found.sort();
    CHECK(found.join(QLatin1Char(' ')).toStdString()
        == callable.join(QLatin1Char(' ')).toStdString());
    for (const char* login : {"u1", "u2"}) {
        CHECK(functionsWhere(attacked,
                  QStringLiteral("has_function_privilege('%1', p.oid, 'EXECUTE') <> "
                                 "has_function_privilege('cd_user', p.oid, 'EXECUTE')")
                      .arg(QString::fromLatin1(login))
                      .toLatin1())
            == "");
    }
}

TEST_CASE("row security is on for every table with data, and the owner of the doors has none",
    "[server][catalog]")
{
    AttackedTeam attacked;
    CHECK(listed(attacked,
              "SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace "
              "AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity")
        == "");
    CHECK(listed(attacked,
              "SELECT c.relname::text FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner WHERE "
              "o.rolname = 'cd_door'")
        == "");
    CHECK(listed(attacked,
              "SELECT r.rolname::text FROM pg_roles r WHERE r.rolname ~ '^(cd_|u[0-9])' AND "
              "(r.rolsuper OR r.rolbypassrls OR r.rolcreatedb OR r.rolreplication OR r.rolcanlogin "
              "AND r.rolname !~ '^u[0-9]+$' OR r.rolcreaterole AND r.rolname <> 'cd_admin')")
        == "");
    CHECK(listed(attacked,
              "SELECT m.rolname || ' in ' || g.rolname FROM pg_auth_members a JOIN pg_roles m ON "
              "m.oid = a.member JOIN pg_roles g ON g.oid = a.roleid WHERE m.rolname ~ "
              "'^(cd_(user|door|owner|hist)|u[0-9]+)$' AND g.rolname <> 'cd_user'")
        == "");
}

TEST_CASE("a copied database is closed again by running the last part of the set-up once more",
    "[server][catalog]")
{
    Team team;
    const auto open = [&] {
        return team.database()
            .scalar(QStringLiteral("SELECT has_database_privilege('u2', current_database(), "
                                   "'TEMP')"))
            .toBool();
    };
    CHECK(open());
    team.database().execute(sync::serverText("wall"));
    CHECK_FALSE(open());
}
