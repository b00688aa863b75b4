// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_upgrade.h"

#include "core/sync/server_schema.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace chengdan::sync {

namespace {

// What a server has now, by "schema.table", and what of it belongs to no statement of the present
// program any more.
struct Standing {
    QSet<QString> tables;
    QSet<QString> columns; ///< schema.table.column
    QSet<QString> indexes; ///< schema.index
    QSet<QString> foreignKeys; ///< names
    struct Check {
        QString name;
        QString text;
    };
    QHash<QString, Check> checks; ///< of one column, by schema.table.column
    QSet<QString> loose; ///< indexes that no constraint stands on
};

Result<QSet<QString>> firstColumn(ServerLink& link, const char* query)
{
    const auto rows = link.rows(QString::fromLatin1(query));
    if (!rows)
        return fail(rows.error());
    QSet<QString> names;
    for (const QVariantList& row : *rows)
        names.insert(row[0].toString());
    return names;
}

Result<Standing> standingOf(ServerLink& link)
{
    Standing now;
    struct Question {
        QSet<QString>* into;
        const char* query;
    };
    const Question questions[] = {
        {&now.tables,
            "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            "c.relnamespace WHERE n.nspname IN ('app', 'sync') AND c.relkind IN ('r', 'p')"},
        {&now.columns,
            "SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_attribute a JOIN "
            "pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
            "n.nspname IN ('app', 'sync') AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT "
            "a.attisdropped"},
        {&now.indexes,
            "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            "c.relnamespace WHERE n.nspname IN ('app', 'sync') AND c.relkind IN ('i', 'I')"},
        {&now.foreignKeys,
            "SELECT c.conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace "
            "WHERE n.nspname = 'app' AND c.contype = 'f'"},
        {&now.loose,
            "SELECT 'app.' || c.relname FROM pg_class c WHERE c.relnamespace = "
            "'app'::regnamespace AND c.relkind = 'i' AND NOT EXISTS (SELECT FROM pg_constraint k "
            "WHERE k.conindid = c.oid)"},
    };
    for (const Question& question : questions) {
        auto names = firstColumn(link, question.query);
        if (!names)
            return fail(names.error());
        *question.into = std::move(*names);
    }
    const auto checks = link.rows(QStringLiteral(
        "SELECT n.nspname || '.' || c.relname || '.' || a.attname, k.conname, "
        "pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid "
        "AND k.conkey = ARRAY[a.attnum] WHERE n.nspname = 'app' AND k.contype = 'c'"));
    if (!checks)
        return fail(checks.error());
    for (const QVariantList& row : *checks)
        now.checks.insert(row[0].toString(), {row[1].toString(), row[2].toString()});
    return now;
}

// A command without the comments before and in it.
QString bare(const QString& statement)
{
    static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
    return QString(statement).remove(comment).trimmed();
}

// What stands between the brackets of CREATE TABLE, cut at its commas.
QStringList partsOfTable(const QString& statement)
{
    QStringList parts;
    QString part;
    int depth = 0;
    for (const QChar c : statement.mid(statement.indexOf(QLatin1Char('(')))) {
        if (c == QLatin1Char('(') && depth++ == 0)
            continue;
        if (c == QLatin1Char(')') && --depth == 0)
            break;
        if (c == QLatin1Char(',') && depth == 1) {
            parts += part.simplified();
            part.clear();
        } else {
            part += c;
        }
    }
    return parts << part.simplified();
}

// The codes between quotes of a CHECK, in order of the alphabet.
QStringList codesIn(const QString& text)
{
    static const QRegularExpression quoted(QStringLiteral("'([^']*)'"));
    QStringList codes;
    for (auto it = quoted.globalMatch(text); it.hasNext();)
        codes += it.next().captured(1);
    codes.sort();
    return codes;
}

QStringList missingColumns(const Standing& now, const QString& table, const QString& statement)
{
    QStringList missing;
    static const QRegularExpression named(QStringLiteral("^\"?([a-z_0-9]+)\"? "));
    static const QRegularExpression check(QStringLiteral(" (CHECK \\(.*\\))$"));
    for (const QString& part : partsOfTable(statement)) {
        const QString name = named.match(part).captured(1); // none: PRIMARY KEY (…) and its like
        if (name.isEmpty())
            continue;
        const QString full = table + QLatin1Char('.') + name;
        if (!now.columns.contains(full)) {
            missing += QStringLiteral("ALTER TABLE %1 ADD COLUMN %2").arg(table, part);
            continue;
        }
        // A choice may have got more to choose from.
        const auto known = now.checks.constFind(full);
        const QString wanted = check.match(part).captured(1);
        if (known != now.checks.constEnd() && !wanted.isEmpty()
            && codesIn(known->text) != codesIn(wanted)) {
            missing += QStringLiteral("ALTER TABLE %1 DROP CONSTRAINT \"%2\", ADD CONSTRAINT "
                                      "\"%2\" %3")
                           .arg(table, known->name, wanted);
        }
    }
    return missing;
}

// The commands that make tables, as far as something is lacking.
QStringList lackingTables(const Standing& now, const schema::RecordTypes& types)
{
    static const QRegularExpression table(
        QStringLiteral("^CREATE TABLE (app|sync)\\.\"?([a-z_0-9]+)\"? "));
    static const QRegularExpression index(
        QStringLiteral("^CREATE (?:UNIQUE )?INDEX \"?([a-z_0-9]+)\"? ON (app|sync)\\."));
    static const QRegularExpression key(
        QStringLiteral("^ALTER TABLE app\\.\\S+ ADD CONSTRAINT \"?([a-z_0-9]+)\"? "));
    QStringList statements;
    QSet<QString> indexes;
    for (const QString& statement : serverTables(types)) {
        const QString words = bare(statement);
        if (const auto made = table.match(words); made.hasMatch()) {
            const QString name = made.captured(1) + QLatin1Char('.') + made.captured(2);
            if (!now.tables.contains(name))
                statements += words;
            else if (!words.contains(QLatin1String(" PARTITION OF ")))
                statements += missingColumns(now, name, words);
        } else if (const auto laid = index.match(words); laid.hasMatch()) {
            const QString name = laid.captured(2) + QLatin1Char('.') + laid.captured(1);
            indexes.insert(name);
            if (!now.indexes.contains(name))
                statements += words;
        } else if (const auto tied = key.match(words); tied.hasMatch()) {
            if (!now.foreignKeys.contains(tied.captured(1)))
                statements += words;
        } else if (!words.startsWith(QLatin1String("CREATE SCHEMA"))) {
            statements += words; // roles, owners and rights can be given twice
        }
    }
    for (const QString& name : now.loose) {
        if (!indexes.contains(name)) // a column that became a key, say
            statements += QStringLiteral("DROP INDEX %1").arg(name);
    }
    return statements;
}

// Functions, triggers and policies as they are, taken away.
Result<QStringList> droppedCode(ServerLink& link)
{
    const auto rows = link.rows(QStringLiteral(
        "SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass) FROM pg_policy p "
        "JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname IN ('app', 'sync') UNION ALL "
        "SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
        "n.nspname IN ('app', 'sync') AND NOT t.tgisinternal AND t.tgparentid = 0 UNION ALL "
        "SELECT 'DROP FUNCTION ' || string_agg(p.oid::regprocedure::text, ', ') FROM pg_proc p "
        "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'sync', 'srv') "
        "HAVING count(*) > 0"));
    if (!rows)
        return fail(rows.error());
    QStringList statements;
    for (const QVariantList& row : *rows)
        statements += row[0].toString();
    return statements;
}

Result<void> runAll(ServerLink& link, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (auto done = link.execute(statement); !done)
            return done;
    }
    return {};
}

// Every function of ours asks first who it is: once this table is ours, nobody is under way, and
// whoever comes waits before holding anything.
Result<void> waitForClients(ServerLink& link)
{
    auto locked = link.execute(QStringLiteral("SET LOCAL lock_timeout = '30s'"));
    if (locked)
        locked = link.execute(QStringLiteral("LOCK TABLE app.usr IN ACCESS EXCLUSIVE MODE"));
    if (locked)
        return locked;
    return locked.error().code == QLatin1String("SERVER_FAULT") ? fail("SERVER_BUSY") : locked;
}

Result<ServerUpgrade> laidAnew(ServerLink& link, const schema::RecordTypes& types)
{
    if (auto waited = waitForClients(link); !waited)
        return fail(waited.error());
    ServerUpgrade upgrade{0, schema::schemaVersion(types)};
    const auto version = link.scalar(QStringLiteral("SELECT schema_version FROM sync.meta"));
    if (!version)
        return fail(version.error());
    upgrade.from = version->toInt();
    if (upgrade.from > upgrade.to)
        return fail("SERVER_NEWER",
            {},
            {{QStringLiteral("server"), QString::number(upgrade.from)},
                {QStringLiteral("program"), QString::number(upgrade.to)}});
    auto dropped = droppedCode(link);
    if (!dropped)
        return fail(dropped.error());
    if (auto done = runAll(link, *dropped); !done)
        return fail(done.error());
    const auto now = standingOf(link);
    if (!now)
        return fail(now.error());
    QStringList statements = lackingTables(*now, types);
    statements += {QStringLiteral("DELETE FROM sync.col"),
        QStringLiteral("DELETE FROM sync.tbl"),
        QStringLiteral("DELETE FROM sync.role_right")};
    statements += serverFacts(types) + serverCode(types);
    statements += {
        QStringLiteral("UPDATE sync.meta SET schema_version = %1, min_client = %2")
            .arg(upgrade.to)
            .arg(leastClient(types)),
        // roles may bring other rights than before
        QStringLiteral("SELECT app.rebuild_people()"),
    };
    if (auto done = runAll(link, statements); !done)
        return fail(done.error());
    return upgrade;
}

} // namespace

Result<ServerUpgrade> upgradeServer(ServerLink& link, const schema::RecordTypes& types)
{
    const auto facts = link.rows(
        QStringLiteral("SELECT to_regclass('sync.meta') IS NOT NULL, rolsuper FROM pg_roles WHERE "
                       "rolname = current_user"));
    if (!facts)
        return fail(facts.error());
    if (facts->empty() || !facts->front()[1].toBool())
        return fail("SERVER_RIGHTS");
    if (!facts->front()[0].toBool())
        return fail("SERVER_NOT_INSTALLED");
    ServerLink::Together together(link);
    return together.end(laidAnew(link, types));
}

} // namespace chengdan::sync
