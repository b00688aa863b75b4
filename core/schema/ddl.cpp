// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ddl.h"

#include <algorithm>

namespace chengdan::schema {

namespace {

QString name(const char* text)
{
    return QString::fromLatin1(text);
}

bool isText(ColumnType type)
{
    return type == ColumnType::Text || type == ColumnType::Date || type == ColumnType::Choice
        || type == ColumnType::Currency || type == ColumnType::Json;
}

QString sqliteType(ColumnType type)
{
    if (type == ColumnType::Id || type == ColumnType::Blob)
        return QStringLiteral("BLOB");
    return isText(type) ? QStringLiteral("TEXT") : QStringLiteral("INTEGER");
}

QString sqliteDefault(const Column& column)
{
    switch (column.type) {
    case ColumnType::Json:
        return QStringLiteral("'{}'");
    case ColumnType::Currency:
        return QStringLiteral("'CNY'");
    case ColumnType::Choice:
        return QLatin1Char('\'') + name(column.choices.front().code) + QLatin1Char('\'');
    case ColumnType::Text:
        return QStringLiteral("''");
    case ColumnType::Blob:
        return QStringLiteral("x''");
    default:
        return QStringLiteral("0");
    }
}

QString sqliteColumn(const Column& column)
{
    QString text = name(column.name) + QLatin1Char(' ') + sqliteType(column.type);
    if (!column.nullable) {
        text += QStringLiteral(" NOT NULL");
        if (column.type != ColumnType::Id)
            text += QStringLiteral(" DEFAULT ") + sqliteDefault(column);
    }
    if (column.type == ColumnType::Choice) {
        QStringList codes;
        for (const Choice& choice : column.choices)
            codes += QLatin1Char('\'') + name(choice.code) + QLatin1Char('\'');
        text += QStringLiteral(" CHECK (%1 IN (%2))")
                    .arg(name(column.name), codes.join(QStringLiteral(", ")));
    }
    if (column.owned) {
        text += QStringLiteral(" REFERENCES %1(id) DEFERRABLE INITIALLY DEFERRED")
                    .arg(name(column.references));
    }
    return text;
}

QString sqliteIndex(const RecordType& type, const Column& column)
{
    return QStringLiteral("CREATE INDEX %1_%2 ON %1(%2)").arg(name(type.table), name(column.name));
}

bool needsIndex(const Column& column)
{
    return column.indexed || column.unique || column.references != nullptr;
}

} // namespace

QStringList metaColumns()
{
    return {QStringLiteral("id"),
        QStringLiteral("root_id"),
        QStringLiteral("owner"),
        QStringLiteral("rev"),
        QStringLiteral("deleted"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("changed_at"),
        QStringLiteral("changed_by"),
        QStringLiteral("custom")};
}

QStringList sqliteSupportTables()
{
    return {
        // One row of counters. grp numbers the user action now being written, at is its time: the
        // triggers read both,
        // so a journal row costs no clock call.
        QStringLiteral("CREATE TABLE _m (one INTEGER PRIMARY KEY CHECK (one = 1), grp INTEGER NOT "
                       "NULL DEFAULT 0, "
                       "at INTEGER NOT NULL DEFAULT 0, cursor TEXT, epoch TEXT, device TEXT, batch "
                       "INTEGER NOT NULL "
                       "DEFAULT 0, last_contact INTEGER, seal TEXT)"),
        QStringLiteral("INSERT INTO _m(one) VALUES (1)"),
        // While busy is 1 the journal triggers are silent: rows that came from the server are not
        // sent back to it.
        QStringLiteral("CREATE TABLE _busy (one INTEGER PRIMARY KEY CHECK (one = 1), busy INTEGER "
                       "NOT NULL DEFAULT 0)"),
        QStringLiteral("INSERT INTO _busy(one) VALUES (1)"),
        // kind: 1 insert, 2 update, 3 purge, 4 insert of every row from rid to cols (a bulk load).
        // state: 0 new, 1 numbered into a batch.
        QStringLiteral(
            "CREATE TABLE _op (n INTEGER PRIMARY KEY, grp INTEGER NOT NULL, tbl INTEGER NOT NULL, "
            "rid INTEGER NOT NULL, kind INTEGER NOT NULL, base_rev INTEGER NOT NULL, cols INTEGER, "
            "old TEXT, "
            "state INTEGER NOT NULL DEFAULT 0, batch INTEGER, made_at INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE _batch (no INTEGER PRIMARY KEY, payload BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE _acked (n INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, row_id "
                       "BLOB NOT NULL, "
                       "payload BLOB, acked_at INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE _tray (n INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, row_id "
                       "BLOB NOT NULL, "
                       "payload BLOB NOT NULL, reason TEXT NOT NULL, made_at INTEGER NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE _request (id BLOB PRIMARY KEY, kind TEXT NOT NULL, args TEXT NOT NULL, "
            "status TEXT NOT NULL, reason TEXT, made_at INTEGER NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE _scope (kind TEXT NOT NULL, k TEXT NOT NULL, PRIMARY KEY (kind, k))"),
        QStringLiteral(
            "CREATE TABLE _load (tbl INTEGER NOT NULL, owner INTEGER NOT NULL, last BLOB, "
            "done INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tbl, owner))"),
        // Typing that was not saved yet, and window state; neither is journalled.
        QStringLiteral("CREATE TABLE _draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at "
                       "INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE _ui (key TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE _number (series TEXT PRIMARY KEY, last INTEGER NOT NULL)"),
    };
}

QStringList sqliteTable(const RecordType& type)
{
    const QString table = name(type.table);
    QStringList lines{QStringLiteral("rid INTEGER PRIMARY KEY"),
        type.smallId ? QStringLiteral("id INTEGER NOT NULL UNIQUE")
                     : QStringLiteral("id BLOB NOT NULL UNIQUE"),
        QStringLiteral("root_id BLOB"),
        QStringLiteral("owner INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("rev INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("deleted INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("created_at INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("created_by INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("changed_at INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("changed_by INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("custom TEXT NOT NULL DEFAULT '{}'")};
    QStringList indexes;
    for (const Column& column : type.columns) {
        lines += sqliteColumn(column);
        if (needsIndex(column))
            indexes += sqliteIndex(type, column);
    }
    QStringList statements{QStringLiteral("CREATE TABLE %1 (\n  %2\n)")
                               .arg(table, lines.join(QStringLiteral(",\n  ")))};
    if (type.scope == Scope::Root || type.scope == Scope::Cost) {
        statements += QStringLiteral("CREATE INDEX %1_owner ON %1(owner)").arg(table);
        statements += QStringLiteral("CREATE INDEX %1_root_id ON %1(root_id)").arg(table);
    }
    return statements + indexes;
}

qint64 journalBit(const RecordType& type, QStringView column)
{
    if (column == QLatin1String("owner"))
        return 1;
    if (column == QLatin1String("deleted"))
        return 2;
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        if (column == QLatin1String(type.columns[i].name))
            return qint64{1} << (i + 2);
    }
    return 0;
}

namespace {

struct JournalColumn {
    QString sql;
    bool bytes;
};

std::vector<JournalColumn> journalColumns(const RecordType& type)
{
    std::vector<JournalColumn> columns{
        {QStringLiteral("owner"), false}, {QStringLiteral("deleted"), false}};
    for (const Column& column : type.columns) {
        columns.push_back(
            {name(column.name), column.type == ColumnType::Id || column.type == ColumnType::Blob});
    }
    columns.push_back({QStringLiteral("custom"), false});
    return columns;
}

QString oldValue(const JournalColumn& column)
{
    return column.bytes ? QStringLiteral("hex(OLD.%1)").arg(column.sql)
                        : QStringLiteral("OLD.") + column.sql;
}

// What differs from oldValue if and only if the column changed; bytes that are not there and none
// are the same in hexadecimal.
QString comparedValue(const JournalColumn& column)
{
    return column.bytes ? QStringLiteral("iif(OLD.%1 IS NEW.%1, hex(OLD.%1), NULL)").arg(column.sql)
                        : QStringLiteral("NEW.") + column.sql;
}

// Every connection reads the text of all triggers when it is opened, so each column stands in it as
// few times as can be: its name, its old and its new value, its bit.
QString updateTrigger(const RecordType& type)
{
    QStringList values;
    QStringList names;
    std::size_t bit = 0;
    for (const JournalColumn& column : journalColumns(type)) {
        // custom keeps the top usable bit, so that columns added later do not move it
        const qint64 value =
            column.sql == QLatin1String("custom") ? qint64{1} << 62 : qint64{1} << bit++;
        const QString sql = names.isEmpty()
            ? QStringLiteral("SELECT '%1' AS k, %2 AS o, %3 AS n, %4 AS bit UNION ALL VALUES")
            : QStringLiteral("('%1', %2, %3, %4)");
        values +=
            sql.arg(column.sql, oldValue(column), comparedValue(column), QString::number(value));
        names += column.sql;
    }
    const QString first = values.takeFirst();
    return QStringLiteral(
        "CREATE TRIGGER _j_%1_u AFTER UPDATE OF %2 ON %1 WHEN (SELECT busy FROM _busy) = 0 BEGIN\n"
        "  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)\n"
        "  SELECT grp, %3, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,\n"
        "    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (\n"
        "      %4\n"
        "      %5) WHERE o IS NOT n) WHERE cols <> 0;\nEND")
        .arg(name(type.table),
            names.join(QStringLiteral(", ")),
            QString::number(type.number),
            first,
            values.join(QStringLiteral(",\n      ")));
}

} // namespace

QStringList sqliteJournalTriggers(const RecordType& type)
{
    const QString table = name(type.table);
    const QString number = QString::number(type.number);
    QStringList pairs{QStringLiteral("'id', hex(OLD.id)")};
    for (const JournalColumn& column : journalColumns(type))
        pairs += QStringLiteral("'%1', %2").arg(column.sql, oldValue(column));
    return {
        QStringLiteral(
            "CREATE TRIGGER _j_%1_i AFTER INSERT ON %1 WHEN (SELECT busy FROM _busy) = 0 BEGIN\n"
            "  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, %2, NEW.rid, 1, "
            "NEW.rev, at "
            "FROM _m;\nEND")
            .arg(table, number),
        updateTrigger(type),
        QStringLiteral(
            "CREATE TRIGGER _j_%1_d AFTER DELETE ON %1 WHEN (SELECT busy FROM _busy) = 0 BEGIN\n"
            "  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)\n"
            "  SELECT grp, %2, OLD.rid, 3, OLD.rev, json_object(%3), at FROM _m;\nEND")
            .arg(table, number, pairs.join(QStringLiteral(", "))),
    };
}

QStringList sqliteDropJournalTriggers(const RecordType& type)
{
    QStringList statements;
    for (const char* kind : {"i", "u", "d"})
        statements +=
            QStringLiteral("DROP TRIGGER IF EXISTS _j_%1_%2").arg(name(type.table), name(kind));
    return statements;
}

QStringList sqliteSchema(const RecordTypes& types)
{
    QStringList statements = sqliteSupportTables();
    for (const RecordType* type : types)
        statements += sqliteTable(*type);
    for (const RecordType* type : types)
        statements += sqliteJournalTriggers(*type);
    return statements;
}

QStringList sqliteMigration(const RecordTypes& types, int from)
{
    QStringList statements;
    for (const RecordType* type : types) {
        if (type->since > from) {
            statements += sqliteTable(*type);
            statements += sqliteJournalTriggers(*type);
            continue;
        }
        QStringList added;
        for (const Column& column : type->columns) {
            if (column.since <= from)
                continue;
            added += QStringLiteral("ALTER TABLE %1 ADD COLUMN %2")
                         .arg(name(type->table), sqliteColumn(column));
            if (needsIndex(column))
                added += sqliteIndex(*type, column);
        }
        statements += sqliteDropJournalTriggers(*type) + added + sqliteJournalTriggers(*type);
    }
    return statements;
}

} // namespace chengdan::schema
