// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_query.h"

#include "core/storage/search_custom.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"
#include "core/storage/search_tokens.h"

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;

const RecordType* typeOfTable(const ListQuery& query, const char* table)
{
    if (query.types == nullptr)
        return nullptr;
    for (const RecordType* type : *query.types) {
        if (QLatin1String(type->table) == QLatin1String(table))
            return type;
    }
    return nullptr;
}

// Whether one of these columns of the row called `alias` holds the word.
BoundSql textCondition(const QString& alias,
    const QStringList& plain,
    const QStringList& read,
    const QString& word,
    bool pinyin)
{
    BoundSql sql;
    QStringList parts;
    const auto ask = [&](const char* function, const QStringList& columns) {
        if (columns.isEmpty())
            return;
        QString part = QLatin1String(function) + QStringLiteral("(?");
        for (const QString& column : columns)
            part += QStringLiteral(", ") + alias + QLatin1Char('.') + column;
        parts += part + QLatin1Char(')');
        sql.values.push_back(word);
    };
    ask("text_match", plain);
    if (pinyin)
        ask("pinyin_match", read);
    sql.text = parts.isEmpty() ? QStringLiteral("0")
                               : QStringLiteral("(%1)").arg(parts.join(QStringLiteral(" OR ")));
    return sql;
}

// `fields`: the added fields that count (searchedFieldsSql); empty for none.
BoundSql ownTextCondition(const RecordType& type,
    const QString& alias,
    const QString& word,
    bool pinyin,
    const QString& fields)
{
    QStringList plain;
    QStringList read;
    for (const Column& column : type.columns) {
        if (!column.searchable || column.references != nullptr)
            continue;
        plain += QString::fromLatin1(column.name);
        if (column.type == schema::ColumnType::Text && readsPinyin(column))
            read += QString::fromLatin1(column.name);
    }
    BoundSql sql = textCondition(alias, plain, read, word, pinyin);
    if (!fields.isEmpty()) {
        sql.text =
            QStringLiteral("(%1 OR custom_match(?, %2.custom, %3))").arg(sql.text, alias, fields);
        sql.values.push_back(word);
    }
    return sql;
}

// What of a type is searchable and not in its index: numbers and the like.
bool isIndexComplete(const RecordType& type)
{
    if (!hasSearchIndex(type))
        return false;
    for (const Column& column : type.columns) {
        if (column.searchable && column.references == nullptr
            && column.type != schema::ColumnType::Text)
            return false;
    }
    return true;
}

void append(BoundSql& sql, const QString& text, const BoundSql& part)
{
    sql.text += text + part.text;
    sql.values.insert(sql.values.end(), part.values.begin(), part.values.end());
}

// The rows the index proposes, and those it still lacks (search_fill.h): none as a rule. Of a word
// whose proposals need no second look, the missing rows are looked at here, and always those that
// an added field may hold.
BoundSql indexLookup(
    const RecordType& type, const SearchWord& asked, const QString& word, const QString& fields)
{
    BoundSql sql;
    sql.text = QStringLiteral("(SELECT rowid FROM %1 WHERE %1 MATCH ? UNION ALL SELECT m.rid FROM "
                              "%2 m WHERE m.rid < (SELECT fed_from FROM _search_rest WHERE tbl = "
                              "%3)")
                   .arg(searchTable(type), QString::fromLatin1(type.table))
                   .arg(type.number);
    sql.values.push_back(asked.match);
    if (asked.exact)
        append(sql,
            QStringLiteral(" AND "),
            ownTextCondition(type, QStringLiteral("m"), word, asked.pinyin, fields));
    if (!fields.isEmpty()) {
        sql.text += QStringLiteral(" UNION ALL SELECT c.rid FROM %2 c WHERE c.rid IN (SELECT rowid "
                                   "FROM %1 WHERE %1 MATCH ?) AND custom_match(?, c.custom, %3)")
                        .arg(searchTable(type), QString::fromLatin1(type.table), fields);
        sql.values.push_back(markedMatch(asked.match));
        sql.values.push_back(word);
    }
    sql.text += QLatin1Char(')');
    return sql;
}

// The owners that count, without the index of owners: the rows come from elsewhere.
void appendOwners(BoundSql& sql, const ListQuery& query)
{
    if (query.owners.empty())
        return;
    QStringList marks;
    for (const PersonId owner : query.owners) {
        marks += QStringLiteral("?");
        sql.values.push_back(qint64{owner.number()});
    }
    sql.text += QStringLiteral(" AND +t.owner IN (%1)").arg(marks.join(QLatin1Char(',')));
}

// Of the rows the index lacks, the newest that hold every word, among this many.
constexpr qint64 kMissingLooked = 20'000;

void addMissing(Connection& connection,
    const ListQuery& query,
    qint64 end,
    qint64 limit,
    std::vector<qint64>& rids)
{
    BoundSql sql;
    sql.text = QStringLiteral("SELECT t.rid FROM %1 t WHERE t.rid < ? AND t.rid >= ? AND "
                              "t.deleted = 0")
                   .arg(QString::fromLatin1(query.type->table));
    sql.values = {end, end - kMissingLooked};
    appendOwners(sql, query);
    for (const QString& word : searchWords(query.text))
        append(sql,
            QStringLiteral(" AND "),
            ownTextCondition(*query.type,
                QStringLiteral("t"),
                word,
                searchWord(word).pinyin,
                searchedFieldsSql(query)));
    sql.text += QStringLiteral(" ORDER BY t.rid DESC LIMIT %1").arg(limit);
    Statement statement = connection.query(sql.text, sql.values);
    while (statement.next())
        rids.push_back(statement.integer(0));
}

// What a search must know of the file: whether added fields are searched, and before which row
// number rows are not in the index.
QString searchStateSql(const ListQuery& query)
{
    const QString fields = searchedFieldsSql(query);
    return QStringLiteral("SELECT %1, (SELECT max(fed_from) FROM _search_rest WHERE tbl = %2)")
        .arg(fields.isEmpty() ? QStringLiteral("0") : fields + QStringLiteral(" IS NOT NULL"))
        .arg(query.type->number);
}

// The ids of the rows of a referenced table whose title holds the word.
BoundSql referenceCondition(
    const ListQuery& query, const Column& column, const QString& word, IndexUse use)
{
    const RecordType* target = typeOfTable(query, column.references);
    const bool titled = target != nullptr && target->title != nullptr;
    const QString title = titled ? QString::fromLatin1(target->title) : QStringLiteral("id");
    const Column* titleColumn = titled ? target->column(title) : nullptr;
    const bool pinyin = titleColumn != nullptr && titleColumn->type == schema::ColumnType::Text
        && readsPinyin(*titleColumn);
    BoundSql sql;
    sql.text =
        QStringLiteral("(SELECT r.id FROM %1 r WHERE ").arg(QString::fromLatin1(column.references));
    const SearchWord asked = searchWord(word);
    if (use == IndexUse::ByConditions && titleColumn != nullptr && titleColumn->searchable
        && isIndexComplete(*target) && !asked.match.isEmpty()) {
        append(sql, QStringLiteral("r.rid IN "), indexLookup(*target, asked, word, {}));
        sql.text += QStringLiteral(" AND ");
    }
    append(sql,
        {},
        textCondition(QStringLiteral("r"),
            {title},
            pinyin ? QStringList{title} : QStringList(),
            word,
            asked.pinyin));
    sql.text += QLatin1Char(')');
    return sql;
}

std::vector<const Column*> searchedReferences(const RecordType& type)
{
    std::vector<const Column*> columns;
    for (const Column& column : type.columns) {
        if (column.searchable && column.references != nullptr)
            columns.push_back(&column);
    }
    return columns;
}

} // namespace

QStringList searchWords(const QString& text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

BoundSql searchCondition(const ListQuery& query, const QString& word, IndexUse use)
{
    const RecordType& type = *query.type;
    const std::vector<const Column*> references = searchedReferences(type);
    const SearchWord asked = searchWord(word);
    const QString fields = searchedFieldsSql(query);
    const BoundSql own = ownTextCondition(type, QStringLiteral("t"), word, asked.pinyin, fields);
    const bool indexed =
        use == IndexUse::ByConditions && isIndexComplete(type) && !asked.match.isEmpty();
    BoundSql sql;
    if (!indexed) {
        append(sql, QStringLiteral("("), own);
        for (const Column* column : references) {
            append(sql,
                QStringLiteral(" OR t.%1 IN ").arg(QString::fromLatin1(column->name)),
                referenceCondition(query, *column, word, use));
        }
        sql.text += QLatin1Char(')');
        return sql;
    }
    if (references.empty()) {
        append(sql, QStringLiteral("t.rid IN "), indexLookup(type, asked, word, fields));
        if (!asked.exact)
            append(sql, QStringLiteral(" AND "), own);
        return sql;
    }
    const QString table = QString::fromLatin1(type.table);
    sql.text = QStringLiteral("t.rid IN (SELECT v.rid FROM %1 v WHERE v.rid IN ").arg(table);
    append(sql, {}, indexLookup(type, asked, word, fields));
    if (!asked.exact)
        append(sql,
            QStringLiteral(" AND "),
            ownTextCondition(type, QStringLiteral("v"), word, asked.pinyin, fields));
    for (const Column* column : references) {
        append(sql,
            QStringLiteral(" UNION ALL SELECT v.rid FROM %1 v WHERE v.%2 IN ")
                .arg(table, QString::fromLatin1(column->name)),
            referenceCondition(query, *column, word, use));
    }
    sql.text += QLatin1Char(')');
    return sql;
}

bool searchesIndex(const ListQuery& query)
{
    if (!isIndexComplete(*query.type))
        return false;
    for (const QString& word : searchWords(query.text)) {
        if (!searchWord(word).match.isEmpty())
            return true;
    }
    return false;
}

BoundSql newestFoundSql(const ListQuery& query, qint64 limit, AddedFields added)
{
    const RecordType& type = *query.type;
    QStringList matches;
    BoundSql checks;
    const QString fields = added == AddedFields::Searched ? searchedFieldsSql(query) : QString();
    for (const QString& word : searchWords(query.text)) {
        const SearchWord asked = searchWord(word);
        if (!asked.match.isEmpty()) {
            matches += fields.isEmpty()
                ? QStringLiteral("(%1)").arg(asked.match)
                : QStringLiteral("((%1) OR (%2))").arg(asked.match, markedMatch(asked.match));
        }
        if (!asked.exact || !fields.isEmpty())
            append(checks,
                QStringLiteral(" AND "),
                ownTextCondition(type, QStringLiteral("t"), word, asked.pinyin, fields));
    }
    if (matches.isEmpty() || !isIndexComplete(type))
        return {};
    // The cross join keeps the index outside: it answers in the order that is asked for.
    BoundSql sql;
    sql.text = QStringLiteral("SELECT t.rid FROM %1 s CROSS JOIN %2 t ON t.rid = s.rowid "
                              "WHERE s.%1 MATCH ? AND t.deleted = 0")
                   .arg(searchTable(type), QString::fromLatin1(type.table));
    sql.values.push_back(matches.join(QStringLiteral(" AND ")));
    appendOwners(sql, query);
    append(sql, {}, checks);
    sql.text += QStringLiteral(" ORDER BY s.rowid DESC LIMIT %1").arg(limit);
    return sql;
}

std::vector<qint64> newestFound(Connection& connection, const ListQuery& query, qint64 limit)
{
    std::vector<qint64> rids;
    // Stays open to the end: the next statement reads under the same locks.
    Statement state = connection.query(searchStateSql(query));
    const bool known = state.next();
    const auto fields = known && state.integer(0) != 0 ? AddedFields::Searched : AddedFields::None;
    const qint64 fedFrom = known ? state.integer(1) : 0;
    const BoundSql sql = newestFoundSql(query, limit, fields);
    if (sql.text.isEmpty())
        return rids;
    Statement statement = connection.query(sql.text, sql.values);
    while (statement.next())
        rids.push_back(statement.integer(0));
    if (fedFrom > 0 && qint64(rids.size()) < limit)
        addMissing(connection, query, fedFrom, limit - qint64(rids.size()), rids);
    return rids;
}

} // namespace chengdan::storage
