// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ddl.h"

#include <QSet>

namespace chengdan::schema {

namespace {

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

QString postgresType(ColumnType type)
{
    switch (type) {
    case ColumnType::Id:
        return QStringLiteral("uuid");
    case ColumnType::SmallId:
        return QStringLiteral("integer");
    case ColumnType::Text:
    case ColumnType::Choice:
        return QStringLiteral("text");
    case ColumnType::Currency:
        return QStringLiteral("char(3)");
    case ColumnType::Date:
        return QStringLiteral("date");
    case ColumnType::Json:
        return QStringLiteral("jsonb");
    case ColumnType::Blob:
        return QStringLiteral("bytea");
    case ColumnType::Flag:
        return QStringLiteral("boolean");
    default:
        return QStringLiteral("bigint");
    }
}

QString postgresDefault(const Column& column)
{
    switch (column.type) {
    case ColumnType::Json:
        return QStringLiteral("'{}'");
    case ColumnType::Currency:
        return QStringLiteral("'CNY'");
    case ColumnType::Choice:
        return QLatin1Char('\'') + latin(column.choices.front().code) + QLatin1Char('\'');
    case ColumnType::Text:
    case ColumnType::Blob:
        return QStringLiteral("''");
    case ColumnType::Flag:
        return QStringLiteral("false");
    default:
        return QStringLiteral("0");
    }
}

QString postgresColumn(const Column& column)
{
    QString text = QStringLiteral("\"%1\" %2").arg(latin(column.name), postgresType(column.type));
    if (!column.nullable) {
        text += QStringLiteral(" NOT NULL");
        if (column.type != ColumnType::Id)
            text += QStringLiteral(" DEFAULT ") + postgresDefault(column);
    }
    if (column.type == ColumnType::Choice) {
        QStringList codes;
        for (const Choice& choice : column.choices)
            codes += QLatin1Char('\'') + latin(choice.code) + QLatin1Char('\'');
        text += QStringLiteral(" CHECK (\"%1\" IN (%2))")
                    .arg(latin(column.name), codes.join(QStringLiteral(", ")));
    }
    return text;
}

QStringList postgresTable(const RecordType& type)
{
    QStringList lines{type.smallId ? QStringLiteral("id integer PRIMARY KEY")
                                   : QStringLiteral("id uuid PRIMARY KEY"),
        QStringLiteral("root_id uuid"),
        QStringLiteral("owner integer NOT NULL DEFAULT 0"),
        QStringLiteral("rev bigint NOT NULL DEFAULT 0"),
        QStringLiteral("deleted boolean NOT NULL DEFAULT false"),
        QStringLiteral("created_at bigint NOT NULL DEFAULT 0"),
        QStringLiteral("created_by integer NOT NULL DEFAULT 0"),
        QStringLiteral("changed_at bigint NOT NULL DEFAULT 0"),
        QStringLiteral("changed_by integer NOT NULL DEFAULT 0"),
        QStringLiteral("custom jsonb NOT NULL DEFAULT '{}'")};
    for (const Column& column : type.columns)
        lines += postgresColumn(column);
    QStringList statements{QStringLiteral("CREATE TABLE app.\"%1\" (\n  %2\n)")
                               .arg(latin(type.table), lines.join(QStringLiteral(",\n  ")))};
    if (type.scope == Scope::Root || type.scope == Scope::Cost) {
        statements += QStringLiteral("CREATE INDEX \"%1_owner_id\" ON app.\"%1\"(owner, id)")
                          .arg(latin(type.table));
        statements += QStringLiteral("CREATE INDEX \"%1_root_id\" ON app.\"%1\"(root_id)")
                          .arg(latin(type.table));
    }
    for (const Column& column : type.columns) {
        if (column.unique) {
            // An empty key is no key; a deleted row frees its key.
            const QString filled = column.type == ColumnType::Text
                ? QStringLiteral(" AND \"%1\" <> ''").arg(latin(column.name))
                : QString();
            statements += QStringLiteral(
                "CREATE UNIQUE INDEX \"%1_%2_key\" ON app.\"%1\"(\"%2\") WHERE NOT deleted%3")
                              .arg(latin(type.table), latin(column.name), filled);
        } else if (column.indexed || column.references != nullptr) {
            statements += QStringLiteral("CREATE INDEX \"%1_%2\" ON app.\"%1\"(\"%2\")")
                              .arg(latin(type.table), latin(column.name));
        }
    }
    return statements;
}

} // namespace

QStringList postgresSchema(const RecordTypes& types)
{
    QStringList statements{QStringLiteral("CREATE SCHEMA app")};
    for (const RecordType* type : types)
        statements += postgresTable(*type);
    for (const RecordType* type : types) {
        for (const Column& column : type->columns) {
            if (column.references == nullptr)
                continue;
            statements +=
                QStringLiteral(
                    "ALTER TABLE app.\"%1\" ADD CONSTRAINT \"%1_%2_fk\" FOREIGN KEY (\"%2\") "
                    "REFERENCES app.\"%3\"(id) DEFERRABLE INITIALLY DEFERRED")
                    .arg(latin(type->table), latin(column.name), latin(column.references));
        }
    }
    return statements;
}

} // namespace chengdan::schema
