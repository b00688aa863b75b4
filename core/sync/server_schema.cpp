// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_schema.h"

#include "core/access/rights.h"
#include "core/access/visibility.h"
#include "core/schema/ddl.h"
#include "core/storage/content_index.h"
#include "core/sync/server_rules.h"
#include "core/sync/server_text.h"

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::Column;
using schema::RecordType;
using schema::RecordTypes;
using schema::Scope;

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

QString quoted(const QString& text)
{
    QString doubled = text;
    return QLatin1Char('\'') + doubled.replace(QLatin1Char('\''), QStringLiteral("''"))
        + QLatin1Char('\'');
}

bool isCustomer(const RecordType& type)
{
    return QLatin1String(type.table) == QLatin1String("customer");
}

const char* scopeCode(Scope scope)
{
    switch (scope) {
    case Scope::Root:
        return "root";
    case Scope::Catalogue:
        return "catalogue";
    case Scope::Cost:
        return "cost";
    case Scope::Settings:
        break;
    }
    return "settings";
}

// ---- what the protocol knows about tables ----

QString tableRow(const RecordTypes& types, const RecordType& type)
{
    const WriteRule rule = writeRule(type);
    const auto flag = [](bool is) { return is ? QStringLiteral("true") : QStringLiteral("false"); };
    return QStringLiteral("INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, "
                          "small_id, title) VALUES (%1)")
        .arg(QStringList{quoted(latin(type.table)),
            QString::number(type.number),
            quoted(latin(scopeCode(type.scope))),
            quoted(rule.right),
            rule.bornByAct ? QStringLiteral("'act'") : QStringLiteral("'push'"),
            flag(rule.grows),
            flag(hangsOnRoot(types, type)),
            flag(type.smallId),
            type.title == nullptr ? QStringLiteral("NULL") : quoted(latin(type.title))}
                 .join(QStringLiteral(", ")));
}

QString columnRows(const RecordType& type)
{
    QStringList rows;
    const auto row = [&](const QString& column, const QString& group) {
        rows += QStringLiteral("(%1, %2, %3)")
                    .arg(quoted(latin(type.table)), quoted(column), quoted(group));
    };
    const WriteRule rule = writeRule(type);
    for (const Column& column : type.columns) {
        const QString name = latin(column.name);
        if (!rule.byActOnly.contains(name))
            row(name, column.group != nullptr ? latin(column.group) : name);
    }
    row(QStringLiteral("deleted"), QStringLiteral("deleted"));
    row(QStringLiteral("custom"), QStringLiteral("custom"));
    return QStringLiteral("INSERT INTO sync.col (tbl, col, grp) VALUES\n  ")
        + rows.join(QStringLiteral(",\n  "));
}

QString roleRights()
{
    QStringList rows;
    const auto roles = access::choices(access::Role());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const access::Rights rights = access::rightsOf(static_cast<access::Role>(i));
        for (std::size_t bit = 0; bit < rights.size(); ++bit) {
            if (rights.test(bit)) {
                rows +=
                    QStringLiteral("(%1, %2)")
                        .arg(quoted(latin(roles[i].code)),
                            quoted(latin(access::nameOf(static_cast<access::Right>(bit)).code)));
            }
        }
    }
    return QStringLiteral("INSERT INTO sync.role_right (role, \"right\") VALUES\n  ")
        + rows.join(QStringLiteral(",\n  "));
}

// ---- triggers ----

// What a row names besides its customer is the same customer's. Said like a reference to nothing:
// whoever asks must not learn that another's row exists. One that is not there yet is left to the
// foreign key, which is looked at when the group is complete.
QString kinLines(const RecordTypes& types, const RecordType& type)
{
    QString lines;
    for (const Column& column : type.columns) {
        const auto kin = std::find_if(types.begin(), types.end(), [&](const RecordType* other) {
            return column.references != nullptr
                && QLatin1String(other->table) == QLatin1String(column.references);
        });
        const bool ofCustomer = kin != types.end() && hangsOnRoot(types, **kin);
        if (!ofCustomer || column.owned || isCustomer(**kin)) // those give the row its root
            continue;
        lines += QStringLiteral("  IF NEW.\"%3\" IS DISTINCT FROM OLD.\"%3\" AND EXISTS (SELECT "
                                "FROM app.\"%2\" k WHERE k.id = NEW.\"%3\" AND k.root_id IS "
                                "DISTINCT FROM NEW.root_id) THEN\n"
                                "    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = '%1', "
                                "CONSTRAINT = '%1_%3_fk', MESSAGE = 'of another customer';\n"
                                "  END IF;\n")
                     .arg(latin(type.table), latin(column.references), latin(column.name));
    }
    return lines;
}

// How a row finds its customer: by the column that names it, or through the document it is a part
// of; a row with neither brings its root along.
QString rootLines(const RecordTypes& types, const RecordType& type)
{
    if (isCustomer(type))
        return QStringLiteral("  NEW.root_id := NEW.id;\n");
    if (!hangsOnRoot(types, type))
        return {};
    QString found;
    for (const Column& column : type.columns) {
        if (column.references != nullptr
            && QLatin1String(column.references) == QLatin1String("customer"))
            found = QStringLiteral("  NEW.root_id := NEW.\"%1\";\n").arg(latin(column.name));
    }
    for (const Column& column : type.columns) {
        if (found.isEmpty() && column.owned) {
            found = QStringLiteral("  SELECT d.root_id INTO NEW.root_id FROM app.\"%1\" d WHERE "
                                   "d.id = NEW.\"%2\";\n")
                        .arg(latin(column.references), latin(column.name));
        }
    }
    return found
        + QStringLiteral("  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN\n"
                         "    PERFORM sync.refuse('ROOT_FIXED');\n"
                         "  END IF;\n"
                         "  -- shared with a handover, which waits for this row or makes it wait\n"
                         "  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = "
                         "NEW.root_id FOR SHARE;\n"
                         "  IF NOT FOUND THEN\n"
                         "    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{\"table\": "
                         "\"customer\"}');\n"
                         "  END IF;\n")
        + kinLines(types, type);
}

QStringList triggersOf(const RecordTypes& types, const RecordType& type)
{
    const QString table = latin(type.table);
    return {
        QStringLiteral("CREATE FUNCTION app.stamp_%1() RETURNS trigger\n"
                       "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS "
                       "$$\n"
                       "BEGIN\n"
                       "  IF TG_OP = 'UPDATE' THEN\n"
                       "    NEW.id := OLD.id;\n"
                       "    NEW.rev := OLD.rev + 1;\n"
                       "    NEW.created_at := OLD.created_at;\n"
                       "    NEW.created_by := OLD.created_by;\n"
                       "  ELSE\n"
                       "    NEW.rev := 1;\n"
                       "  END IF;\n"
                       "%2"
                       "  RETURN NEW;\n"
                       "END $$")
            .arg(table, rootLines(types, type)),
        QStringLiteral("CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app.\"%1\" FOR EACH ROW "
                       "EXECUTE FUNCTION app.stamp_%1()")
            .arg(table),
        QStringLiteral("CREATE TRIGGER note AFTER INSERT OR UPDATE ON app.\"%1\" FOR EACH ROW "
                       "EXECUTE FUNCTION sync.note()")
            .arg(table),
    };
}

// ---- row policies ----

// Each (SELECT …) is asked once a query, and its array feeds the index; bare function calls would
// be made for every row.
QString seenBy(const RecordTypes& types, const RecordType& type)
{
    const QString mine =
        QStringLiteral("owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = "
                       "ANY((SELECT app.my_grants())::uuid[])");
    const QString somebody = QStringLiteral("(SELECT app.me()) IS NOT NULL");
    const QString table = latin(type.table);
    if (isCustomer(type))
        return mine + QStringLiteral(" OR owner = 0 AND (SELECT app.may('customer.edit'))");
    if (table == QLatin1String("audit_entry"))
        return QStringLiteral("(SELECT app.may('admin'))");
    if (table == QLatin1String("saved_view"))
        return somebody + QStringLiteral(" AND (\"shared\" OR owner = (SELECT app.me()))");
    const QString rows = hangsOnRoot(types, type) ? mine : somebody;
    if (type.scope == Scope::Cost)
        return QStringLiteral("(SELECT app.may('cost.view')) AND (%1)").arg(rows);
    return rows;
}

QString writtenBy(const RecordTypes& types, const RecordType& type)
{
    const QString table = latin(type.table);
    if (table == QLatin1String("audit_entry")) // nobody writes down another's acts
        return QStringLiteral("owner = (SELECT app.me()) AND person IN (0, (SELECT app.me()))");
    if (table == QLatin1String("saved_view"))
        return QStringLiteral("owner = (SELECT app.me())");
    if (isCustomer(type)) // a customer of the pool is nobody's to edit
        return QStringLiteral("owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = "
                              "ANY((SELECT app.my_grants())::uuid[])");
    return seenBy(types, type);
}

QStringList policiesOf(const RecordTypes& types, const RecordType& type)
{
    const QString table = latin(type.table);
    const QString seen = seenBy(types, type);
    const QString written = writtenBy(types, type);
    return {
        QStringLiteral("ALTER TABLE app.\"%1\" ENABLE ROW LEVEL SECURITY").arg(table),
        QStringLiteral("CREATE POLICY seen ON app.\"%1\" FOR SELECT TO cd_door USING (%2)")
            .arg(table, seen),
        QStringLiteral("CREATE POLICY added ON app.\"%1\" FOR INSERT TO cd_door WITH CHECK (%2)")
            .arg(table, written),
        QStringLiteral("CREATE POLICY changed ON app.\"%1\" FOR UPDATE TO cd_door USING (%2) WITH "
                       "CHECK (%2)")
            .arg(table, written),
    };
}

// ---- reading ----

QString sentType(const RecordType& type, const QString& name)
{
    if (name == QLatin1String("id"))
        return type.smallId ? QStringLiteral("integer") : QStringLiteral("uuid");
    if (name == QLatin1String("root_id"))
        return QStringLiteral("uuid");
    if (name == QLatin1String("owner") || name == QLatin1String("created_by")
        || name == QLatin1String("changed_by"))
        return QStringLiteral("integer");
    if (name == QLatin1String("deleted"))
        return QStringLiteral("boolean");
    if (name == QLatin1String("custom"))
        return QStringLiteral("text");
    const Column* column = type.column(name);
    if (column == nullptr)
        return QStringLiteral("bigint"); // rev and times
    switch (column->type) {
    case schema::ColumnType::Id:
        return QStringLiteral("uuid");
    case schema::ColumnType::SmallId:
        return QStringLiteral("integer");
    case schema::ColumnType::Blob:
        return QStringLiteral("bytea");
    case schema::ColumnType::Flag:
        return QStringLiteral("boolean");
    case schema::ColumnType::Text:
    case schema::ColumnType::Choice:
    case schema::ColumnType::Currency:
    case schema::ColumnType::Date:
    case schema::ColumnType::Json:
        return QStringLiteral("text");
    default:
        return QStringLiteral("bigint");
    }
}

// A customer of the pool shows who it is, not how to reach it.
QString sentValue(const RecordType& type, const QString& name)
{
    const QString value = QStringLiteral("t.\"%1\"").arg(name);
    if (isCustomer(type) && (name == QLatin1String("phone") || name == QLatin1String("website")))
        return QStringLiteral("CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())"
                              "::integer[]) THEN '' ELSE %1 END")
            .arg(value);
    return sentType(type, name) == QLatin1String("text") ? value + QStringLiteral("::text") : value;
}

QStringList readersOf(const RecordTypes& types, const RecordType& type)
{
    QStringList answers;
    QStringList values;
    for (const QString& name : sentColumns(type)) {
        answers += QStringLiteral("\"%1\" %2").arg(name, sentType(type, name));
        values += sentValue(type, name);
    }
    const QString idType = sentType(type, QStringLiteral("id"));
    const QString table = latin(type.table);
    const auto reader = [&](const QString& name, const QString& parameters, const QString& where) {
        return QStringLiteral("CREATE FUNCTION %1(%2) RETURNS TABLE (%3)\n"
                              "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, "
                              "pg_temp AS $$\n"
                              "  SELECT %4\n  FROM app.\"%5\" t WHERE %6\n$$")
            .arg(name,
                parameters,
                answers.join(QStringLiteral(", ")),
                values.join(QStringLiteral(", ")),
                table,
                where);
    };
    const bool onRoot = hangsOnRoot(types, type);
    // Asked once a query: rows of an owner or customer out of reach are not even looked for,
    // because EXPLAIN (BUFFERS) would tell how many the row policies hid.
    const QString reached =
        QStringLiteral("(of_owner = ANY((SELECT app.my_owners())::integer[])%1) AND ")
            .arg(isCustomer(type)
                    ? QStringLiteral(" OR of_owner = 0 AND (SELECT app.may('customer.edit'))")
                    : QString());
    // Pages go by owner first: one by id alone would walk over everybody's rows. The index goes
    // straight to the place of a bound id only when it is an answer of its own: with "after IS NULL
    // OR …" each page would walk over all those before it.
    QStringList functions{
        reader(fetchFunction(type),
            QStringLiteral("ids %1[]").arg(idType),
            QStringLiteral("t.id = ANY(ids)")),
        reader(loadFunction(type),
            QStringLiteral("of_owner integer, after %1, n integer").arg(idType),
            QStringLiteral("%1t.id >= (SELECT coalesce(after, '%2'::%3)) AND t.id IS DISTINCT FROM "
                           "after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)")
                .arg(onRoot ? reached + QStringLiteral("t.owner = of_owner AND ") : QString(),
                    type.smallId ? QStringLiteral("-2147483648")
                                 : QStringLiteral("00000000-0000-0000-0000-000000000000"),
                    idType)),
    };
    if (onRoot)
        functions += reader(rootFunction(type),
            QStringLiteral("root uuid"),
            QStringLiteral("t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = "
                           "root)"));
    return functions;
}

} // namespace

bool hangsOnRoot(const RecordTypes& types, const RecordType& type)
{
    return type.scope == Scope::Root
        || (type.scope == Scope::Cost && access::hangsOnDocument(types, type));
}

QStringList sentColumns(const RecordType& type)
{
    QStringList names = schema::metaColumns();
    for (const Column& column : type.columns)
        names += latin(column.name);
    return names;
}

QString fetchFunction(const RecordType& type)
{
    return QStringLiteral("sync.fetch_%1").arg(latin(type.table));
}

QString loadFunction(const RecordType& type)
{
    return QStringLiteral("sync.load_%1").arg(latin(type.table));
}

QString rootFunction(const RecordType& type)
{
    return QStringLiteral("sync.root_%1").arg(latin(type.table));
}

QStringList serverTables(const RecordTypes& types)
{
    QStringList tables = schema::postgresSchema(types);
    QStringList statements{tables.takeFirst()};
    statements += serverText("roles");
    statements += tables;
    statements += serverText("tables"); // and gives all of them to their owners
    return statements;
}

QStringList serverFacts(const RecordTypes& types)
{
    QStringList statements{roleRights()};
    for (const RecordType* type : types)
        statements += {tableRow(types, *type), columnRows(*type)};
    return statements;
}

QStringList serverCode(const RecordTypes& types)
{
    QStringList statements = serverText("people") + serverText("history");
    for (const RecordType* type : types)
        statements += triggersOf(types, *type) + policiesOf(types, *type) + readersOf(types, *type);
    for (const char* text : {"pull",
             "push",
             "blobs",
             "acts",
             "users",
             "admin",
             "audit",
             "delegation",
             "checkup",
             "limits"})
        statements += serverText(text);
    // After the stamp, by its name: the row has its customer then.
    if (std::any_of(types.begin(), types.end(), [](const RecordType* type) {
            return QLatin1String(type->table) == QLatin1String(storage::kAttachmentTable);
        }))
        statements += QStringLiteral(
            "CREATE TRIGGER stands BEFORE INSERT OR UPDATE ON app.attachment FOR EACH ROW EXECUTE "
            "FUNCTION sync.content_stands()");
    statements += QStringLiteral("SELECT sync.make_partitions()");
    return statements + serverText("wall");
}

int leastClient(const RecordTypes& types)
{
    return std::max(1, schema::schemaVersion(types) - 1);
}

QStringList serverSchema(const RecordTypes& types)
{
    const QString meta =
        QStringLiteral("INSERT INTO sync.meta (schema_version, min_client) VALUES (%1, %2)")
            .arg(schema::schemaVersion(types))
            .arg(leastClient(types));
    return serverTables(types) + QStringList{meta} + serverFacts(types) + serverCode(types);
}

} // namespace chengdan::sync
