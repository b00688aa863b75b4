// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/list_query.h"

#include "core/storage/custom_column.h"
#include "core/storage/name_order.h"
#include "core/storage/native_statement.h"
#include "core/storage/search_query.h"

#include <QHash>

#include <algorithm>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;

QString tableName(const RecordType& type)
{
    return QString::fromLatin1(type.table);
}

bool isMetaColumn(const QString& name)
{
    return name == QLatin1String("owner") || name == QLatin1String("created_at")
        || name == QLatin1String("changed_at") || name == QLatin1String("created_by")
        || name == QLatin1String("changed_by") || name == QLatin1String("rid")
        || name == QLatin1String("id");
}

bool isKnown(const RecordType& type, const QString& name)
{
    return isMetaColumn(name) || type.column(name) != nullptr || isCustomColumn(name);
}

// The column that names a row of this table to a person.
QString titleColumn(const schema::RecordTypes* types, const char* table)
{
    if (types != nullptr) {
        for (const RecordType* type : *types) {
            if (QLatin1String(type->table) == QLatin1String(table) && type->title != nullptr)
                return QString::fromLatin1(type->title);
        }
    }
    return QStringLiteral("id");
}

QString escapedLike(const QString& word)
{
    QString text = word;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

using Sql = BoundSql;

void addFilter(const ListFilter& filter, const QString& prefix, Sql& where)
{
    const QString column = listColumnSql(filter.column, prefix);
    const auto compare = [&](const char* operation) {
        where.text += QStringLiteral(" AND %1 %2 ?").arg(column, QString::fromLatin1(operation));
        where.values.push_back(filter.value);
    };
    switch (filter.compare) {
    case Compare::Equal:
        return compare("=");
    case Compare::NotEqual:
        return compare("IS NOT");
    case Compare::Less:
        return compare("<");
    case Compare::LessOrEqual:
        return compare("<=");
    case Compare::Greater:
        return compare(">");
    case Compare::GreaterOrEqual:
        return compare(">=");
    case Compare::Contains:
        where.text += QStringLiteral(" AND %1 LIKE ? ESCAPE '\\'").arg(column);
        where.values.push_back(escapedLike(schema::toText(filter.value)));
        return;
    case Compare::IsEmpty:
        where.text += QStringLiteral(" AND (%1 IS NULL OR %1 = '')").arg(column);
        return;
    case Compare::IsFilled:
        where.text += QStringLiteral(" AND %1 IS NOT NULL AND %1 <> ''").arg(column);
        return;
    case Compare::OneOf: {
        QStringList marks;
        for (const Value& value : filter.values) {
            marks += QStringLiteral("?");
            where.values.push_back(value);
        }
        where.text += QStringLiteral(" AND %1 IN (%2)").arg(column, marks.join(QLatin1Char(',')));
        return;
    }
    }
}

} // namespace

BoundSql listWhere(const ListQuery& query, IndexUse use)
{
    // A unary plus keeps a column from being looked up in its index.
    const bool plain = use == IndexUse::ByOrder || searchesIndex(query);
    const QString prefix = plain ? QStringLiteral("+t.") : QStringLiteral("t.");
    Sql where{QStringLiteral(" WHERE t.deleted = 0"), {}};
    if (!query.owners.empty()) {
        QStringList marks;
        for (const PersonId owner : query.owners) {
            marks += QStringLiteral("?");
            where.values.push_back(qint64{owner.number()});
        }
        where.text +=
            QStringLiteral(" AND %1owner IN (%2)").arg(prefix, marks.join(QLatin1Char(',')));
    }
    for (const ListFilter& filter : query.filters)
        addFilter(filter, prefix, where);
    for (const QString& word : searchWords(query.text)) {
        const Sql condition = searchCondition(query, word, use);
        where.text += QStringLiteral(" AND ") + condition.text;
        where.values.insert(where.values.end(), condition.values.begin(), condition.values.end());
    }
    return where;
}

QString listTitleColumn(const schema::RecordTypes* types, const QString& table)
{
    return titleColumn(types, table.toLatin1().constData());
}

QString titleOfRow(
    Connection& connection, const schema::RecordTypes& types, const QString& table, const Value& id)
{
    return schema::toText(connection.scalar(
        QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(listTitleColumn(&types, table), table),
        {id}));
}

QString referencedTable(const RecordType& type, const QString& name)
{
    const Column* column = type.column(name);
    if (column != nullptr && column->references != nullptr)
        return QString::fromLatin1(column->references);
    if (column == nullptr
        && (name == QLatin1String("owner") || name == QLatin1String("created_by")
            || name == QLatin1String("changed_by")))
        return QStringLiteral("person");
    return {};
}

bool sortsByPinyin(const ListQuery& query, const QString& name)
{
    if (isCustomColumn(name))
        return true;
    const RecordType* type = query.type;
    const Column* column = type->column(name);
    if (const QString target = referencedTable(*type, name); !target.isEmpty()) {
        column = nullptr;
        for (const RecordType* other :
            query.types != nullptr ? *query.types : schema::RecordTypes())
            if (target == QLatin1String(other->table))
                column = other->column(listTitleColumn(query.types, target));
    }
    return column != nullptr && sortsByPinyin(*column);
}

namespace {

QString orderOf(const ListQuery& query)
{
    QStringList keys;
    for (const SortKey& key : query.sort) {
        const Column* column = query.type->column(key.column);
        const bool reference =
            column != nullptr && column->references != nullptr && column->type == ColumnType::Id;
        const bool stage = reference && QLatin1String(column->references) == QLatin1String("stage");
        QString expression = listColumnSql(key.column);
        if (reference) {
            expression = QStringLiteral("(SELECT r.%1 FROM %2 r WHERE r.id = t.%3)")
                             .arg(stage ? QStringLiteral("seq")
                                        : titleColumn(query.types, column->references),
                                 QString::fromLatin1(column->references),
                                 key.column);
        }
        if (!stage && (column == nullptr || column->type != ColumnType::SmallId)
            && sortsByPinyin(query, key.column) && !isMetaColumn(key.column))
            expression = QStringLiteral("pinyin_key(%1)").arg(expression);
        // No value comes last in both directions; the library has it first when ascending.
        if (!key.descending && column != nullptr && !column->required)
            keys += QStringLiteral("(t.%1 IS NULL OR t.%1 = '')").arg(key.column);
        keys += expression + (key.descending ? QStringLiteral(" DESC") : QString());
    }
    keys += QStringLiteral("t.rid DESC");
    return QStringLiteral(" ORDER BY ") + keys.join(QStringLiteral(", "));
}

} // namespace

Result<void> check(const ListQuery& query)
{
    const auto unknown = [&](const QString& name) {
        return fail("UNKNOWN_COLUMN",
            name,
            {{QStringLiteral("column"), name}, {QStringLiteral("table"), tableName(*query.type)}});
    };
    for (const ListFilter& filter : query.filters) {
        if (!isKnown(*query.type, filter.column))
            return unknown(filter.column);
    }
    for (const SortKey& key : query.sort) {
        if (!isKnown(*query.type, key.column))
            return unknown(key.column);
    }
    return {};
}

std::vector<qint64> listKeys(Connection& connection, const ListQuery& query, qint64 limit)
{
    Q_ASSERT(check(query));
    const Sql where = listWhere(query);
    QString sql = QStringLiteral("SELECT t.rid FROM %1 t").arg(tableName(*query.type)) + where.text
        + orderOf(query);
    if (limit >= 0)
        sql += QStringLiteral(" LIMIT %1").arg(limit);
    Statement statement = connection.query(sql, where.values);
    std::vector<qint64> keys;
    while (statement.next())
        keys.push_back(statement.integer(0));
    return keys;
}

qint64 listCount(Connection& connection, const ListQuery& query)
{
    const Sql where = listWhere(query);
    return schema::toInteger(connection.scalar(
        QStringLiteral("SELECT count(*) FROM %1 t").arg(tableName(*query.type)) + where.text,
        where.values));
}

qint64 listSum(Connection& connection, const ListQuery& query, const QString& column)
{
    if (!isKnown(*query.type, column))
        return 0;
    const Sql where = listWhere(query);
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT sum(%1) FROM %2 t")
                              .arg(listColumnSql(column), tableName(*query.type))
                + where.text,
            where.values));
}

namespace {

// The SELECT expression that gives a reference's title; empty for a plain column.
QString titleExpression(
    const schema::RecordTypes& types, const RecordType& type, const QString& name)
{
    const QString target = referencedTable(type, name);
    for (const RecordType* candidate : types) {
        if (target == QLatin1String(candidate->table) && candidate->title != nullptr) {
            return QStringLiteral("(SELECT r.%1 FROM %2 r WHERE r.id = t.%3)")
                .arg(QString::fromLatin1(candidate->title), target, name);
        }
    }
    return {};
}

} // namespace

std::vector<ListRow> listRows(Connection& connection,
    const schema::RecordTypes& types,
    const RecordType& type,
    const QStringList& columns,
    std::span<const qint64> rids)
{
    QStringList expressions{QStringLiteral("t.rid"), QStringLiteral("t.id")};
    std::vector<int> titleAt; // where a column's title stands; 0: it has none
    for (const QString& name : columns) {
        const bool known = isKnown(type, name);
        expressions += known ? listColumnSql(name) : QStringLiteral("NULL");
        titleAt.push_back(0);
        if (const QString title = known ? titleExpression(types, type, name) : QString();
            !title.isEmpty()) {
            titleAt.back() = static_cast<int>(expressions.size());
            expressions += title;
        }
    }
    QStringList numbers;
    for (const qint64 rid : rids)
        numbers += QString::number(rid);
    NativeStatement statement(connection,
        QStringLiteral("SELECT %1 FROM %2 t WHERE t.rid IN (%3) AND t.deleted = 0")
            .arg(expressions.join(QStringLiteral(", ")),
                tableName(type),
                numbers.join(QLatin1Char(','))));
    QHash<qint64, ListRow> found;
    while (statement.next()) {
        ListRow row;
        row.rid = statement.integer(0);
        if (const Value id = statement.value(1); std::holds_alternative<QByteArray>(id))
            row.id = std::get<QByteArray>(id);
        row.values.reserve(titleAt.size());
        row.titles.reserve(titleAt.size());
        int at = 1;
        for (const int title : titleAt) {
            row.values.push_back(statement.value(++at));
            row.titles.push_back(title > 0 ? schema::toText(statement.value(title)) : QString());
            at = std::max(at, title);
        }
        found.insert(row.rid, std::move(row));
    }
    std::vector<ListRow> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        const auto row = found.constFind(rid);
        if (row != found.cend())
            rows.push_back(*row);
    }
    return rows;
}

} // namespace chengdan::storage
