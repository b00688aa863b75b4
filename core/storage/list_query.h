// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/connection.h"

namespace chengdan::storage {

enum class Compare {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    IsEmpty,
    IsFilled,
    OneOf ///< any of ListFilter::values
};

struct ListFilter {
    QString column; ///< a column of the record, or owner, created_at, changed_at
    Compare compare = Compare::Equal;
    Value value = {};
    std::vector<Value> values = {}; ///< for OneOf
};

struct SortKey {
    QString column; ///< a reference sorts by the title of the row it names
    bool descending = false;
};

/// What a list shows: filter, search text, order and whose rows. Turns into bound SQL here and
/// nowhere else.
struct ListQuery {
    const schema::RecordType* type = nullptr;
    const schema::RecordTypes* types =
        nullptr; ///< all types of the file, to find the titles of references
    QString text; ///< words, each of which must occur in some searchable column or referenced title
    std::vector<ListFilter> filters; ///< all must hold
    std::vector<SortKey> sort; ///< empty: newest first
    /// Owners whose rows may be seen; empty means every row (single-user, or a catalogue).
    std::vector<PersonId> owners;
};

/// A statement and the values for its marks.
struct BoundSql {
    QString text;
    Row values;
};

/// Whether the conditions of a query may choose the index that is used: all, or none, so that the
/// order decides (for the first page, which stops early).
enum class IndexUse { ByConditions, ByOrder };

/// The WHERE part of a query; the table is called t.
BoundSql listWhere(const ListQuery& query, IndexUse use = IndexUse::ByConditions);

/// The column that names a row of this table to a person; "id" when it has none.
QString listTitleColumn(const schema::RecordTypes* types, const QString& table);

/// The table whose rows a column names, with people behind owner and author; empty for others.
QString referencedTable(const schema::RecordType& type, const QString& column);

/// Whether a list sorts a column by the pinyin of its texts, or of the titles of the rows it names;
/// pinyin_key() then gives the order in SQL.
bool sortsByPinyin(const ListQuery& query, const QString& column);

/// The word a person knows one row by, from its id; empty when it is gone.
QString titleOfRow(Connection& connection,
    const schema::RecordTypes& types,
    const QString& table,
    const Value& id);

/// UNKNOWN_COLUMN when the query names a column the record does not have.
Result<void> check(const ListQuery& query);

/// The local row numbers in the query's order; the vector a windowed list holds. `limit` < 0: all.
std::vector<qint64> listKeys(Connection& connection, const ListQuery& query, qint64 limit = -1);
qint64 listCount(Connection& connection, const ListQuery& query);
/// Sum of an integer column (money, quantity) over the query's rows.
qint64 listSum(Connection& connection, const ListQuery& query, const QString& column);

/// One row of a list: each asked column as stored and, for a reference, the title of the row it
/// names.
struct ListRow {
    qint64 rid = 0;
    QByteArray id; ///< 16 bytes, or empty where ids are small integers
    std::vector<Value> values;
    std::vector<QString> titles; ///< parallel to values; empty where the column is not a reference
};

/// The rows with these numbers, in the order given; rows that are gone are left out. Columns as in
/// ListFilter plus "id".
std::vector<ListRow> listRows(Connection& connection,
    const schema::RecordTypes& types,
    const schema::RecordType& type,
    const QStringList& columns,
    std::span<const qint64> rids);

} // namespace chengdan::storage
