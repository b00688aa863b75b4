// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the search index with the rows it was made from.
#include "core/base/pinyin.h"
#include "core/storage/bulk_reader.h"
#include "core/storage/name_order.h"
#include "core/storage/search_custom.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"
#include "core/storage/search_tokens.h"

#include <functional>
#include <string>
#include <unordered_set>

namespace chengdan::storage {

namespace {

using schema::RecordType;

// A sum over all (piece, row) pairs that does not depend on their order.
struct PairSum {
    quint64 sum = 0;
    qint64 pairs = 0;
    void add(std::string_view token, qint64 rid)
    {
        quint64 hash = std::hash<std::string_view>()(token) ^ (quint64(rid) * 0x9E3779B97F4A7C15U);
        hash ^= hash >> 31U;
        sum += hash * 0xBF58476D1CE4E5B9U;
        ++pairs;
    }
    friend bool operator==(const PairSum&, const PairSum&) = default;
};

PairSum pairsOfIndex(Connection& connection, const RecordType& type)
{
    PairSum found;
    connection.execute(
        QStringLiteral("CREATE VIRTUAL TABLE temp._pieces USING fts5vocab(main, %1, instance)")
            .arg(searchTable(type)));
    {
        BulkReader reader(connection, QStringLiteral("SELECT term, doc FROM temp._pieces"));
        while (reader.next())
            found.add(reader.view(0), reader.integer(1));
    }
    connection.execute(QStringLiteral("DROP TABLE temp._pieces"));
    return found;
}

PairSum pairsOfRows(Connection& connection, const RecordType& type)
{
    PairSum wanted;
    const std::vector<const schema::Column*> columns = searchColumns(type);
    BulkReader reader(connection,
        QStringLiteral("SELECT rid, %1 FROM %2 WHERE rid >= ?")
            .arg(searchedNames(type).join(QStringLiteral(", ")), QString::fromLatin1(type.table)),
        {searchFedFrom(connection, type)});
    while (reader.next()) {
        std::string tokens;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QString text = reader.text(int(i) + 1);
            appendTextTokens(text, tokens);
            if (readsPinyin(*columns[i]))
                appendPinyinTokens(text, tokens);
        }
        appendCustomTokens(reader.text(int(columns.size()) + 1), tokens);
        for (char& c : tokens) { // as the index folds it
            if (c >= 'A' && c <= 'Z')
                c = char(c - 'A' + 'a');
        }
        std::unordered_set<std::string_view> once;
        std::string_view rest(tokens);
        while (!rest.empty()) {
            const auto blank = rest.find(' ');
            if (once.insert(rest.substr(0, blank)).second)
                wanted.add(rest.substr(0, blank), reader.integer(0));
            rest.remove_prefix(blank + 1);
        }
    }
    return wanted;
}

PairSum pairsOfOrder(Connection& connection, const RecordType& type)
{
    PairSum found;
    BulkReader reader(
        connection, QStringLiteral("SELECT key, rid FROM %1").arg(nameOrderTable(type)));
    while (reader.next())
        found.add(reader.view(0), reader.integer(1));
    return found;
}

PairSum pairsOfNames(Connection& connection, const RecordType& type)
{
    PairSum wanted;
    BulkReader reader(connection,
        QStringLiteral("SELECT rid, name FROM %1 WHERE rid >= ?")
            .arg(QString::fromLatin1(type.table)),
        {searchFedFrom(connection, type)});
    std::string key;
    while (reader.next()) {
        key.clear();
        appendPinyinSortKey(reader.view(1), key);
        wanted.add(key, reader.integer(0));
    }
    return wanted;
}

bool isIndexRight(Connection& connection, const RecordType& type)
{
    return pairsOfIndex(connection, type) == pairsOfRows(connection, type)
        && (nameColumn(type) == nullptr
            || pairsOfOrder(connection, type) == pairsOfNames(connection, type));
}

// Index and rows are read as they were at one moment: a fill may go on beside.
class OneMoment {
public:
    explicit OneMoment(Connection& connection)
        : m_connection(connection)
    {
        connection.execute(QStringLiteral("SAVEPOINT examined"));
    }
    ~OneMoment()
    {
        try {
            m_connection.execute(QStringLiteral("RELEASE examined"));
        } catch (const StorageFault&) { // the fault that ended the examination has ended it too
        }
    }
    OneMoment(const OneMoment&) = delete;
    OneMoment& operator=(const OneMoment&) = delete;

private:
    Connection& m_connection;
};

} // namespace

QStringList searchIndexProblems(Connection& connection, const schema::RecordTypes& types)
{
    if (!searchIsUpToDate(connection, types))
        return {QStringLiteral("_search")};
    // The list of pieces is a table made for the question, which a reader may not make otherwise.
    const qint64 readOnly =
        schema::toInteger(connection.scalar(QStringLiteral("PRAGMA query_only")));
    connection.execute(QStringLiteral("PRAGMA query_only = OFF"));
    QStringList wrong;
    const OneMoment moment(connection);
    for (const RecordType* type : types) {
        if (hasSearchIndex(*type) && !isIndexRight(connection, *type))
            wrong += QString::fromLatin1(type->table);
    }
    connection.execute(QStringLiteral("PRAGMA query_only = %1").arg(readOnly));
    return wrong;
}

} // namespace chengdan::storage
