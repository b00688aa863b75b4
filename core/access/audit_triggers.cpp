// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit_triggers.h"

#include "core/access/audit_entry.h"
#include "core/access/field_definition.h"
#include "core/access/password_table.h"
#include "core/access/person.h"
#include "core/access/visibility.h"

#include <algorithm>

namespace chengdan::access {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::RecordTypes;
using schema::Scope;

QString latinText(const char* text)
{
    return QString::fromLatin1(text);
}

// A value as the journal writes it too: bytes in hexadecimal.
QString auditedValue(const Column& column, const char* row)
{
    const bool bytes = column.type == ColumnType::Id || column.type == ColumnType::Blob;
    return (bytes ? QStringLiteral("hex(%1.%2)") : QStringLiteral("%1.%2"))
        .arg(latinText(row), latinText(column.name));
}

bool isPart(const RecordType& type)
{
    return std::any_of(type.columns.begin(), type.columns.end(), [](const Column& column) {
        return column.owned;
    });
}

const RecordType* typeNamed(const RecordTypes& types, const char* table)
{
    for (const RecordType* type : types) {
        if (table != nullptr && QLatin1String(type->table) == QLatin1String(table))
            return type;
    }
    return nullptr;
}

// The column whose row this one says something about: the item of a price, the person of a role.
const Column* subjectOf(const RecordType& type)
{
    for (const Column& column : type.columns) {
        if (column.required && column.references != nullptr)
            return &column;
    }
    return nullptr;
}

// What a person calls the row: its own title, else that of its subject.
QString titleOf(const RecordTypes& types, const RecordType& type, const char* row)
{
    if (type.title != nullptr)
        return QStringLiteral("%1.%2").arg(latinText(row), latinText(type.title));
    const Column* subject = subjectOf(type);
    const RecordType* named = subject == nullptr ? nullptr : typeNamed(types, subject->references);
    if (named == nullptr || named->title == nullptr)
        return QStringLiteral("''");
    return QStringLiteral("coalesce((SELECT r.%1 FROM %2 r WHERE r.id = %3.%4), '')")
        .arg(latinText(named->title),
            latinText(named->table),
            latinText(row),
            latinText(subject->name));
}

QString valuesOfRow(const RecordType& type, const char* row)
{
    QStringList pairs;
    for (const Column& column : type.columns) {
        if (column.type == ColumnType::Blob)
            continue;
        pairs += QStringLiteral("'%1', %2").arg(latinText(column.name), auditedValue(column, row));
    }
    return QStringLiteral("json_object(%1)").arg(pairs.join(QStringLiteral(", ")));
}

// Each column with its old and its new value, once for both sides: every connection reads the text
// of all triggers when it is opened.
QString valuesBeforeAndAfter(const RecordType& type)
{
    QStringList pairs;
    for (const Column& column : type.columns) {
        pairs += QStringLiteral("'%1', json_array(%2, %3)")
                     .arg(latinText(column.name),
                         auditedValue(column, "OLD"),
                         auditedValue(column, "NEW"));
    }
    return QStringLiteral(" FROM (SELECT json_object(%1) AS both)")
        .arg(pairs.join(QStringLiteral(", ")));
}

// `side` is 0 for the old values, 1 for the new ones.
QString changedValues(int side)
{
    return QStringLiteral("(SELECT json_group_object(key, value ->> %1) FROM json_each(both) "
                          "WHERE value ->> 0 IS NOT value ->> 1)")
        .arg(side);
}

// Someone changed something, not just the bookkeeping of the row.
QString anyChanged(const RecordType& type)
{
    QStringList parts;
    for (const Column& column : type.columns)
        parts += QStringLiteral("OLD.%1 IS NOT NEW.%1").arg(latinText(column.name));
    return QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

struct AuditTrigger {
    const char* suffix;
    QString event; ///< "AFTER UPDATE OF owner"
    QString when;
    AuditAct act;
    const char* row; ///< NEW or OLD: whose title and id
    QString before;
    QString after;
    QString from = {}; ///< what `before` and `after` read
};

QString triggerSql(const RecordTypes& types, const RecordType& type, const AuditTrigger& trigger)
{
    const QString row = latinText(trigger.row);
    const QString record = type.smallId ? QStringLiteral("CAST(%1.id AS TEXT)").arg(row)
                                        : QStringLiteral("hex(%1.id)").arg(row);
    return QStringLiteral(
        "CREATE TRIGGER _a_%1_%2 %3 ON %1 WHEN (SELECT busy FROM _busy) = 0 AND %4 BEGIN\n"
        "  INSERT INTO audit_entry(id, owner, created_at, created_by, changed_at, changed_by, at, "
        "person, act, record_table, record, title, old_values, new_values, device, device_at)\n"
        "  SELECT randomblob(16), %5.changed_by, %5.changed_at, %5.changed_by, %5.changed_at, "
        "%5.changed_by, %5.changed_at, %5.changed_by, '%6', '%1', %7, %8, %9, %10, "
        "coalesce((SELECT value FROM company_setting WHERE key = 'device.code' AND deleted = 0), "
        "'A1'), %5.changed_at%11;\nEND")
        .arg(latinText(type.table),
            latinText(trigger.suffix),
            trigger.event,
            trigger.when,
            row,
            schema::codeOf(trigger.act),
            record,
            titleOf(types, type, trigger.row),
            trigger.before)
        .arg(trigger.after, trigger.from);
}

const QString kNoValues = QStringLiteral("'{}'");

AuditTrigger deletionOf(const RecordType& type, AuditAct act)
{
    return {"x",
        QStringLiteral("AFTER UPDATE OF deleted"),
        QStringLiteral("OLD.deleted = 0 AND NEW.deleted = 1"),
        act,
        "NEW",
        valuesOfRow(type, "OLD"),
        kNoValues};
}

AuditTrigger changeOf(const RecordType& type, AuditAct act)
{
    return {"u",
        QStringLiteral("AFTER UPDATE"),
        anyChanged(type),
        act,
        "NEW",
        changedValues(0),
        changedValues(1),
        valuesBeforeAndAfter(type)};
}

AuditTrigger insertOf(const RecordType& type, AuditAct act, const QString& when)
{
    return {
        "i", QStringLiteral("AFTER INSERT"), when, act, "NEW", kNoValues, valuesOfRow(type, "NEW")};
}

AuditTrigger transferOf()
{
    return {"o",
        QStringLiteral("AFTER UPDATE OF owner"),
        QStringLiteral("OLD.owner <> NEW.owner"),
        AuditAct::Transfer,
        "NEW",
        QStringLiteral("json_object('owner', OLD.owner)"),
        QStringLiteral("json_object('owner', NEW.owner)")};
}

// A first price is no change; a second one for the same item is.
QString replacesKnown(const RecordType& type)
{
    const Column* subject = subjectOf(type);
    if (subject == nullptr)
        return QStringLiteral("1");
    return QStringLiteral(
        "EXISTS (SELECT 1 FROM %1 k WHERE k.%2 = NEW.%2 AND k.rid <> NEW.rid AND k.deleted = 0)")
        .arg(latinText(type.table), latinText(subject->name));
}

AuditAct settingsAct(const RecordType& type)
{
    const bool rights = &type == &schema::describe<Person>()
        || &type == &schema::describe<PersonRole>() || &type == &schema::describe<Team>()
        || &type == &schema::describe<Region>();
    return rights ? AuditAct::RightsChange : AuditAct::SettingsChange;
}

std::vector<AuditTrigger> triggersFor(const RecordTypes& types, const RecordType& type)
{
    switch (type.scope) {
    case Scope::Settings: {
        const AuditAct act = settingsAct(type);
        return {
            insertOf(type, act, QStringLiteral("1")), changeOf(type, act), deletionOf(type, act)};
    }
    case Scope::Cost:
        if (isPart(type) || hangsOnDocument(types, type))
            return {};
        return {insertOf(type, AuditAct::PriceChange, replacesKnown(type)),
            changeOf(type, AuditAct::PriceChange),
            deletionOf(type, AuditAct::Deletion)};
    case Scope::Root:
    case Scope::Catalogue:
        break;
    }
    if (isPart(type))
        return {};
    return {transferOf(), deletionOf(type, AuditAct::Deletion)};
}

// Bookkeeping that changes by itself all day, each person's own.
bool isPersonalSetting(const RecordType& type)
{
    return QLatin1String(type.table) == QLatin1String("saved_view");
}

QStringList keepTriggers()
{
    QStringList columns{QStringLiteral("id"),
        QStringLiteral("owner"),
        QStringLiteral("deleted"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by")};
    for (const Column& column : schema::describe<AuditEntry>().columns)
        columns += latinText(column.name);
    // What the server says about one holds in every copy, and a copy of somebody who may not read
    // the audit lets go of its own entries once they are there.
    const QString refuse = QStringLiteral(
        "WHEN (SELECT busy FROM _busy) = 0 BEGIN\n  SELECT RAISE(ABORT, 'audit entries stay as "
        "they were written');\nEND");
    return {QStringLiteral("CREATE TRIGGER _a_audit_entry_u BEFORE UPDATE OF %1 ON audit_entry %2")
                .arg(columns.join(QStringLiteral(", ")), refuse),
        QStringLiteral("CREATE TRIGGER _a_audit_entry_d BEFORE DELETE ON audit_entry %1")
            .arg(refuse)};
}

QString triggerName(const QString& sql)
{
    return sql.section(QLatin1Char(' '), 2, 2);
}

QHash<QString, QString> presentTriggers(storage::Connection& connection)
{
    QHash<QString, QString> present;
    storage::Statement statement = connection.query(QStringLiteral(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB '_a_*'"));
    while (statement.next())
        present.insert(statement.text(0), statement.text(1));
    return present;
}

bool hasPasswordTable(storage::Connection& connection)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = '_password'")));
}

} // namespace

QStringList auditTriggers(const RecordTypes& types)
{
    const RecordType& audit = schema::describe<AuditEntry>();
    if (std::find(types.begin(), types.end(), &audit) == types.end())
        return {};
    QStringList statements = keepTriggers();
    for (const RecordType* type : types) {
        if (type == &audit || isPersonalSetting(*type))
            continue;
        for (const AuditTrigger& trigger : triggersFor(types, *type))
            statements += triggerSql(types, *type, trigger);
    }
    return statements;
}

Result<void> prepareAccess(storage::Database& database)
{
    const QStringList wanted = auditTriggers(database.types());
    QHash<QString, QString> present;
    QStringList indexes;
    const auto ready = database.read([&](storage::Connection& connection) -> Result<bool> {
        present = presentTriggers(connection);
        indexes = missingFieldIndexes(database.types(), connection);
        return hasPasswordTable(connection);
    });
    if (!ready)
        return fail(ready.error());
    QStringList steps = indexes;
    if (!*ready)
        steps += passwordTable();
    for (const QString& sql : wanted) {
        const QString name = triggerName(sql);
        const QString known = present.take(name);
        if (known == sql)
            continue;
        if (!known.isEmpty())
            steps += QStringLiteral("DROP TRIGGER %1").arg(name);
        steps += sql;
    }
    for (auto left = present.begin(); left != present.end(); ++left) // of an older version
        steps += QStringLiteral("DROP TRIGGER %1").arg(left.key());
    if (steps.isEmpty())
        return {};
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        for (const QString& step : steps)
            transaction.connection().execute(step);
        return {};
    });
}

} // namespace chengdan::access
