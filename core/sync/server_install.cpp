// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_install.h"

#include "core/schema/ddl.h"
#include "core/sync/server_people.h"
#include "core/sync/server_schema.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QRandomGenerator>

namespace chengdan::sync {

namespace {

constexpr int kLeastVersion = 150000;
constexpr int kScramRounds = 4096; // PostgreSQL's own

Result<bool> holds(ServerLink& link, const QString& question)
{
    auto answer = link.scalar(question);
    if (!answer)
        return fail(answer.error());
    return answer->toBool();
}

Result<bool> isInstalled(ServerLink& link)
{
    return holds(link, QStringLiteral("SELECT to_regclass('sync.meta') IS NOT NULL"));
}

// SERVER_NOT_INSTALLED, or why the server could not be asked.
Result<void> requireInstalled(ServerLink& link)
{
    const auto installed = isInstalled(link);
    if (!installed)
        return fail(installed.error());
    if (!*installed)
        return fail("SERVER_NOT_INSTALLED");
    return {};
}

// Letters and digits that nobody mistakes for one another.
QString newPassword()
{
    constexpr int kLetters = 14;
    static const QString alphabet =
        QStringLiteral("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    QString password;
    for (int i = 0; i < kLetters; ++i)
        password += alphabet[QRandomGenerator::system()->bounded(alphabet.size())];
    return password;
}

Result<NewServerUser> openLogin(ServerLink& link, int number, const QString& password)
{
    if (auto sound = checkServerPassword(password); !sound && !password.isEmpty())
        return fail(sound.error());
    QByteArray salt(16, Qt::Uninitialized);
    for (char& byte : salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    NewServerUser user{
        number, QStringLiteral("u%1").arg(number), password.isEmpty() ? newPassword() : password};
    auto opened = link.execute(
        QStringLiteral("SELECT srv.set_login(?, ?)"), {number, scramVerifier(user.password, salt)});
    if (!opened)
        return fail(opened.error());
    return user;
}

struct Check {
    const char* code;
    const char* question; ///< true when it holds
};

// Everything here was an attack that worked on a server set up without it.
constexpr Check kChecks[] = {
    {"SERVER_CHECK_VERSION", "SELECT current_setting('server_version_num')::integer >= 150000"},
    {"SERVER_CHECK_TLS", "SELECT current_setting('ssl') = 'on'"},
    {"SERVER_CHECK_HBA",
        "SELECT NOT EXISTS (SELECT FROM pg_hba_file_rules r WHERE r.type IN ('host', 'hostnossl') "
        "AND r.auth_method <> 'reject' AND NOT (r.address IN ('127.0.0.1', '::1') AND r.user_name "
        "= "
        "'{postgres}')) AND NOT EXISTS (SELECT FROM pg_hba_file_rules r WHERE r.type = 'hostssl' "
        "AND r.auth_method NOT IN ('scram-sha-256', 'cert', 'reject')) AND NOT EXISTS (SELECT FROM "
        "pg_hba_file_rules r WHERE r.error IS NOT NULL OR r.type IN ('local', 'hostgssenc') AND "
        "r.auth_method NOT IN ('peer', 'scram-sha-256', 'cert', 'gss', 'reject'))"},
    {"SERVER_CHECK_PREPARED", "SELECT current_setting('max_prepared_transactions') = '0'"},
    {"SERVER_CHECK_PUBLIC",
        "SELECT NOT EXISTS (SELECT FROM pg_database d, aclexplode(coalesce(d.datacl, "
        "acldefault('d', d.datdba))) a WHERE d.datname = current_database() AND a.grantee = 0)"},
    {"SERVER_CHECK_TABLES",
        "SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, "
        "aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a LEFT JOIN pg_roles r ON "
        "r.oid = a.grantee WHERE n.nspname IN ('app', 'sync', 'srv') AND c.relkind IN ('r', 'p', "
        "'v', 'S') AND (a.grantee = 0 OR r.rolname = 'cd_user' OR r.rolname ~ '^u[0-9]+$'))"},
    {"SERVER_CHECK_POLICIES",
        "SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "JOIN sync.tbl t ON t.tbl = c.relname WHERE n.nspname = 'app' AND NOT c.relrowsecurity)"},
    {"SERVER_CHECK_FUNCTIONS",
        "SELECT NOT EXISTS (SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "JOIN pg_roles r ON r.oid = p.proowner WHERE n.nspname IN ('app', 'sync', 'srv') AND "
        "(r.rolsuper OR NOT coalesce(p.proconfig, '{}') && ARRAY['search_path=pg_catalog, "
        "pg_temp'] OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', "
        "p.proowner))) a WHERE a.grantee = 0)))"},
    {"SERVER_CHECK_PASSWORDS",
        "SELECT NOT EXISTS (SELECT FROM pg_authid a WHERE a.rolname ~ '^u[0-9]+$' AND "
        "a.rolcanlogin AND coalesce(a.rolpassword, '') NOT LIKE 'SCRAM-SHA-256$%')"},
    {"SERVER_CHECK_HISTORY", "SELECT NOT EXISTS (SELECT FROM sync.broken_seals())"},
    // What a dump does not bring along.
    {"SERVER_CHECK_WALL",
        "SELECT EXISTS (SELECT FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON r.oid "
        "= a.grantee WHERE d.datname = current_database() AND r.rolname = 'cd_user' AND "
        "a.privilege_type = 'CONNECT') AND NOT EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace "
        "= 'pg_catalog'::regnamespace AND p.proname IN ('pg_advisory_lock', 'lo_create', "
        "'pg_control_system') AND has_function_privilege('public', p.oid, 'EXECUTE'))"},
    {"SERVER_CHECK_TRANSACTIONS",
        "SELECT coalesce((SELECT h.xid FROM sync.history h ORDER BY h.xid DESC LIMIT 1) < "
        "pg_snapshot_xmax(pg_current_snapshot()), true)"},
    // Logins belong to the whole cluster: who administers one company could sign in to another's.
    {"SERVER_CHECK_ALONE",
        "SELECT NOT EXISTS (SELECT FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON "
        "r.oid = a.grantee WHERE r.rolname = 'cd_user' AND d.datname <> current_database() AND NOT "
        "d.datistemplate)"},
};

const char* questionOf(const char* code)
{
    for (const Check& check : kChecks) {
        if (QLatin1String(check.code) == QLatin1String(code))
            return check.question;
    }
    return "SELECT false";
}

} // namespace

QString scramVerifier(const QString& password, const QByteArray& salt)
{
    constexpr auto kHash = QCryptographicHash::Sha256;
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(
        kHash, password.toUtf8(), salt, kScramRounds, QCryptographicHash::hashLength(kHash));
    const auto keyed = [&](const char* what) {
        return QMessageAuthenticationCode::hash(QByteArray(what), salted, kHash);
    };
    const QByteArray stored = QCryptographicHash::hash(keyed("Client Key"), kHash);
    return QStringLiteral("SCRAM-SHA-256$%1:%2$%3:%4")
        .arg(kScramRounds)
        .arg(QString::fromLatin1(salt.toBase64()),
            QString::fromLatin1(stored.toBase64()),
            QString::fromLatin1(keyed("Server Key").toBase64()));
}

Result<void> installServer(
    ServerLink& link, const schema::RecordTypes& types, const QString& company)
{
    const auto version =
        link.scalar(QStringLiteral("SELECT current_setting('server_version_num')::integer"));
    if (!version)
        return fail(version.error());
    if (version->toInt() < kLeastVersion)
        return fail("SERVER_VERSION");
    const auto installed = isInstalled(link);
    if (!installed)
        return fail(installed.error());
    if (*installed)
        return fail("SERVER_INSTALLED");
    const auto rights =
        holds(link, QStringLiteral("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
    if (!rights)
        return fail(rights.error());
    if (!*rights)
        return fail("SERVER_RIGHTS");
    const auto empty = holds(link,
        QStringLiteral("SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = "
                       "c.relnamespace WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> "
                       "'information_schema')"));
    if (!empty)
        return fail(empty.error());
    if (!*empty)
        return fail("SERVER_NOT_EMPTY");
    const auto alone = holds(link, QString::fromLatin1(questionOf("SERVER_CHECK_ALONE")));
    if (!alone)
        return fail(alone.error());
    if (!*alone)
        return fail("SERVER_CHECK_ALONE");
    if (auto laid = link.executeTogether(serverSchema(types)); !laid)
        return laid;
    return link.execute(QStringLiteral("UPDATE sync.meta SET company = ?"), {company});
}

Result<std::vector<ServerFinding>> checkServer(ServerLink& link, const schema::RecordTypes& types)
{
    if (auto installed = requireInstalled(link); !installed)
        return fail(installed.error());
    std::vector<ServerFinding> findings;
    // What can be done at once is: the months to come, and a seal under what is finished.
    for (const char* care :
        {"SELECT sync.make_partitions()", "SELECT sync.seal_up()", "SELECT sync.clear_blobs()"}) {
        if (auto done = link.execute(QString::fromLatin1(care)); !done)
            return fail(done.error());
    }
    for (const Check& check : kChecks) {
        const auto answer = holds(link, QString::fromLatin1(check.question));
        if (!answer)
            return fail(answer.error());
        findings.push_back({QString::fromLatin1(check.code), *answer});
    }
    const auto schema = holds(link,
        QStringLiteral("SELECT schema_version = %1 FROM sync.meta")
            .arg(schema::schemaVersion(types)));
    if (!schema)
        return fail(schema.error());
    findings.push_back({QStringLiteral("SERVER_CHECK_SCHEMA"), *schema});
    return findings;
}

Result<std::vector<ServerUser>> serverUsers(ServerLink& link)
{
    if (auto installed = requireInstalled(link); !installed)
        return fail(installed.error());
    auto rows = link.rows(QStringLiteral(
        "SELECT p.id, u.login, p.name, u.active, coalesce((SELECT string_agg(r.role || ':' || "
        "r.scope, ',' ORDER BY r.role) FROM app.person_role r WHERE r.person = p.id AND NOT "
        "r.deleted), ''), coalesce((SELECT to_char(max(d.last_seen) AT TIME ZONE 'UTC', "
        "'YYYY-MM-DD "
        "HH24:MI') FROM sync.device d WHERE d.uid = p.id), '') FROM app.person p JOIN app.usr u ON "
        "u.uid = p.id ORDER BY p.id"));
    if (!rows)
        return fail(rows.error());
    std::vector<ServerUser> users;
    for (const QVariantList& row : *rows) {
        users.push_back({row[0].toInt(),
            row[1].toString(),
            row[2].toString(),
            row[3].toBool(),
            row[4].toString(),
            row[5].toString()});
    }
    return users;
}

Result<void> checkServerPassword(const QString& password)
{
    if (password.size() < kShortestServerPassword)
        return fail("PASSWORD_SHORT",
            QStringLiteral("password"),
            {{QStringLiteral("least"), QString::number(kShortestServerPassword)}});
    for (const QChar c : password) {
        if (c < QLatin1Char('!') || c > QLatin1Char('~'))
            return fail("PASSWORD_ASCII", QStringLiteral("password"));
    }
    return {};
}

Result<NewServerUser> addServerUser(ServerLink& link,
    const QJsonObject& columns,
    const QByteArray& rolesJson,
    const QString& password)
{
    if (auto installed = requireInstalled(link); !installed)
        return fail(installed.error());
    ServerLink::Together together(link);
    auto number = link.scalar(QStringLiteral("SELECT srv.add_person(?::jsonb, ?::jsonb)"),
        {QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact)),
            QString::fromUtf8(rolesJson)});
    if (!number)
        return fail(atPersonField(number.error()));
    return together.end(openLogin(link, number->toInt(), password));
}

Result<NewServerUser> resetServerUser(ServerLink& link, int number, const QString& password)
{
    if (auto installed = requireInstalled(link); !installed)
        return fail(installed.error());
    ServerLink::Together together(link);
    if (auto enabled = link.execute(QStringLiteral("SELECT srv.enable_person(?)"), {number});
        !enabled)
        return fail(enabled.error());
    return together.end(openLogin(link, number, password));
}

Result<void> disableServerUser(ServerLink& link, int number)
{
    if (auto installed = requireInstalled(link); !installed)
        return fail(installed.error());
    return link.execute(QStringLiteral("SELECT srv.disable_person(?)"), {number});
}

} // namespace chengdan::sync
