// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_index.h"

#include "core/base/pinyin.h"
#include "core/storage/bulk_reader.h"
#include "core/storage/name_order.h"
#include "core/storage/native_feed.h"
#include "core/storage/search_custom.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_tokens.h"

#include <algorithm>
#include <limits>
#include <string>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;

QString searchTokens(const std::vector<const Column*>& columns, const QStringList& texts)
{
    std::string tokens;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString& text = texts[qsizetype(i)];
        appendTextTokens(text, tokens);
        if (readsPinyin(*columns[i]))
            appendPinyinTokens(text, tokens);
    }
    appendCustomTokens(texts.last(), tokens);
    return QString::fromUtf8(tokens.data(), qsizetype(tokens.size()));
}

// What an index was made from. Another one means that its rows can no longer be taken out.
QString searchSignature(const RecordType& type)
{
    QStringList parts{QString::number(kTokenEdition), QString::number(kPinyinEdition)};
    for (const Column* column : searchColumns(type)) {
        parts += QString::fromLatin1(column->name)
            + (readsPinyin(*column) ? QStringLiteral("+") : QString());
    }
    if (nameColumn(type) != nullptr)
        parts += QStringLiteral("ordered-%1").arg(kSortKeyEdition);
    return parts.join(QLatin1Char(' '));
}

bool hasTable(Connection& connection, const QString& name)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = ?"), {name}));
}

bool isUpToDate(Connection& connection, const RecordType& type)
{
    return hasTable(connection, searchTable(type))
        && schema::toText(
               connection.scalar(QStringLiteral("SELECT signature FROM _search WHERE tbl = ?"),
                   {qint64{type.number}}))
        == searchSignature(type);
}

void makeSearchTables(Connection& connection)
{
    connection.execute(QStringLiteral("CREATE TABLE IF NOT EXISTS _search (tbl INTEGER PRIMARY "
                                      "KEY, signature TEXT NOT NULL)"));
    connection.execute(QStringLiteral("CREATE TABLE IF NOT EXISTS _search_rest (tbl INTEGER "
                                      "PRIMARY KEY, fed_from INTEGER NOT NULL)"));
}

// An index without rows; all below `fedFrom` are missing, 0 when none shall be.
void makeIndex(Connection& connection, const RecordType& type, qint64 fedFrom)
{
    const QString table = searchTable(type);
    // What it held lies in the rows too: wiping its pages would only take long.
    const Value wiping = connection.scalar(QStringLiteral("PRAGMA secure_delete"));
    connection.execute(QStringLiteral("PRAGMA secure_delete = OFF"));
    connection.execute(QStringLiteral("DROP TABLE IF EXISTS %1").arg(table));
    if (nameColumn(type) != nullptr)
        makeNameOrder(connection, type);
    connection.execute(QStringLiteral("PRAGMA secure_delete = %1").arg(schema::toInteger(wiping)));
    connection.execute(
        QStringLiteral("CREATE VIRTUAL TABLE %1 USING fts5(t, content = '', detail = none, "
                       "columnsize = 0, tokenize = \"ascii tokenchars '.,;~'\")")
            .arg(table));
    connection.execute(QStringLiteral("INSERT INTO _search(tbl, signature) VALUES (?, ?) "
                                      "ON CONFLICT(tbl) DO UPDATE SET signature = "
                                      "excluded.signature"),
        {qint64{type.number}, searchSignature(type)});
    connection.execute(
        QStringLiteral("DELETE FROM _search_rest WHERE tbl = ?"), {qint64{type.number}});
    if (fedFrom > 0) {
        connection.execute(QStringLiteral("INSERT INTO _search_rest(tbl, fed_from) VALUES (?, ?)"),
            {qint64{type.number}, fedFrom});
    }
}

// A table with higher row numbers is not indexed while a person waits for the file.
constexpr qint64 kFedAtOnce = 2000;
// Fewer rows are fed as a save feeds them.
constexpr qint64 kLoadRows = 1000;

void configure(Connection& connection, const QString& table, const char* option, qint64 value)
{
    connection.execute(QStringLiteral("INSERT INTO %1(%1, rank) VALUES (?, ?)").arg(table),
        {QString::fromLatin1(option), value});
}

// A load that brought less than a third of the rows is not worth writing all of them again.
bool isWorthMerging(qint64 rows, qint64 before)
{
    return rows >= kLoadRows && rows >= before / 2;
}

// A load collects many pieces in memory before it writes a segment and merges none meanwhile; a
// save needs little memory, and merges as it goes.
class LoadSettings {
public:
    LoadSettings(Connection& connection, const QString& table, bool load)
        : m_connection(connection)
        , m_table(table)
        , m_load(load)
    {
        if (!load)
            return;
        configure(connection, table, "hashsize", qint64{48} * 1024 * 1024);
        configure(connection, table, "automerge", 0);
    }
    void end() const
    {
        if (!m_load)
            return;
        configure(m_connection, m_table, "hashsize", qint64{1024} * 1024);
        configure(m_connection, m_table, "automerge", 4);
    }

private:
    Connection& m_connection;
    const QString& m_table;
    bool m_load;
};

QString searchTextSelect(const RecordType& type)
{
    return QStringLiteral("SELECT rid, %1 FROM %2")
        .arg(searchedNames(type).join(QStringLiteral(", ")), QString::fromLatin1(type.table));
}

// Where the name stands among the texts; -1 for a type whose names have no order.
qsizetype nameAt(const RecordType& type)
{
    const Column* name = nameColumn(type);
    const auto columns = searchColumns(type);
    const auto at = std::find(columns.begin(), columns.end(), name);
    return at == columns.end() ? -1 : at - columns.begin();
}

void addTokens(Connection& connection, const RecordType& type, qint64 rid, const QStringList& texts)
{
    connection.execute(
        QStringLiteral("INSERT INTO %1(rowid, t) SELECT ?, ? ").arg(searchTable(type))
            + whereFed(type),
        {rid, searchTokens(searchColumns(type), texts), rid});
}

void removeTokens(
    Connection& connection, const RecordType& type, qint64 rid, const QStringList& texts)
{
    connection.execute(
        QStringLiteral("INSERT INTO %1(%1, rowid, t) SELECT 'delete', ?, ? ").arg(searchTable(type))
            + whereFed(type),
        {rid, searchTokens(searchColumns(type), texts), rid});
}

} // namespace

std::vector<const Column*> searchColumns(const RecordType& type)
{
    std::vector<const Column*> columns;
    for (const Column& column : type.columns) {
        if (column.searchable && column.references == nullptr
            && column.type == schema::ColumnType::Text)
            columns.push_back(&column);
    }
    return columns;
}

bool hasSearchIndex(const RecordType& type)
{
    return type.scope != schema::Scope::Settings && !searchColumns(type).empty();
}

QString searchTable(const RecordType& type)
{
    return QStringLiteral("_s_") + QString::fromLatin1(type.table);
}

bool readsPinyin(const Column& column)
{
    return !column.unique;
}

QStringList searchedNames(const RecordType& type)
{
    QStringList names;
    for (const Column* column : searchColumns(type))
        names += QString::fromLatin1(column->name);
    return names + QStringList{QStringLiteral("custom")};
}

QStringList searchTexts(const RecordType& type, const void* record)
{
    QStringList texts;
    for (const Column* column : searchColumns(type))
        texts += schema::toText(column->get(record));
    return texts + QStringList{type.meta(const_cast<void*>(record)).custom.text};
}

void addToSearch(
    Connection& connection, const RecordType& type, qint64 rid, const QStringList& texts)
{
    addTokens(connection, type, rid, texts);
    if (const qsizetype name = nameAt(type); name >= 0)
        addToNameOrder(connection, type, rid, texts[name]);
}

void removeFromSearch(
    Connection& connection, const RecordType& type, qint64 rid, const QStringList& texts)
{
    removeTokens(connection, type, rid, texts);
    if (const qsizetype name = nameAt(type); name >= 0)
        removeFromNameOrder(connection, type, rid, texts[name]);
}

void replaceInSearch(Connection& connection,
    const RecordType& type,
    qint64 rid,
    const QStringList& before,
    const QStringList& after)
{
    if (before == after)
        return;
    removeTokens(connection, type, rid, before);
    addTokens(connection, type, rid, after);
    const qsizetype name = nameAt(type);
    if (name < 0 || before[name] == after[name])
        return;
    removeFromNameOrder(connection, type, rid, before[name]);
    addToNameOrder(connection, type, rid, after[name]);
}

qint64 feedRange(
    Connection& connection, const RecordType& type, qint64 first, qint64 last, MergeSegments merge)
{
    if (!hasSearchIndex(type))
        return 0;
    first = std::max(first, searchFedFrom(connection, type));
    if (last < first)
        return 0;
    const QString table = searchTable(type);
    std::vector<bool> read;
    for (const Column* column : searchColumns(type))
        read.push_back(readsPinyin(*column));
    const bool load = last - first >= kLoadRows;
    const LoadSettings settings(connection, table, load);
    const qsizetype name = nameAt(type);
    NameOrderFeed names(connection, type);
    qint64 rows = 0;
    {
        const QString sql = QStringLiteral("INSERT INTO %1(rowid, t) VALUES (?, ?)").arg(table);
        const NativeFeed insert(connection.native(), sql);
        BulkReader reader(connection,
            searchTextSelect(type) + QStringLiteral(" WHERE rid BETWEEN ? AND ?"),
            {first, last});
        std::string tokens; // keeps its room from row to row
        while (reader.next()) {
            tokens.clear();
            for (std::size_t i = 0; i < read.size(); ++i) {
                const QString text = reader.text(int(i) + 1);
                appendTextTokens(text, tokens);
                if (read[i])
                    appendPinyinTokens(text, tokens);
            }
            if (reader.view(int(read.size()) + 1).size() > 2) // more than "{}"
                appendCustomTokens(reader.text(int(read.size()) + 1), tokens);
            insert.runText(reader.integer(0), tokens);
            if (name >= 0)
                names.add(reader.integer(0), reader.view(int(name) + 1));
            ++rows;
        }
    }
    names.finish();
    settings.end();
    if (merge == MergeSegments::Now && isWorthMerging(rows, first - 1))
        connection.execute(QStringLiteral("INSERT INTO %1(%1) VALUES ('optimize')").arg(table));
    return rows;
}

bool mergeSome(Connection& connection, const RecordType& type, qint64 pages, bool begin)
{
    const auto changes = [&] {
        return schema::toInteger(connection.scalar(QStringLiteral("SELECT total_changes()")));
    };
    const qint64 before = changes();
    configure(connection, searchTable(type), "merge", begin ? -pages : pages);
    return changes() - before > 1; // the statement itself counts as one
}

void rebuildSearch(Connection& connection, const RecordType& type)
{
    if (!hasSearchIndex(type))
        return;
    makeSearchTables(connection);
    makeIndex(connection, type, 0);
    feedRange(connection, type, 0, std::numeric_limits<qint64>::max());
}

bool searchIsUpToDate(Connection& connection, const schema::RecordTypes& types)
{
    if (!hasTable(connection, QStringLiteral("_search"))
        || !hasTable(connection, QStringLiteral("_search_rest")))
        return false;
    for (const RecordType* type : types) {
        if (hasSearchIndex(*type) && !isUpToDate(connection, *type))
            return false;
    }
    return true;
}

void bringSearchUpToDate(Connection& connection, const schema::RecordTypes& types)
{
    makeSearchTables(connection);
    for (const RecordType* type : types) {
        if (!hasSearchIndex(*type) || isUpToDate(connection, *type))
            continue;
        const qint64 last = schema::toInteger(connection.scalar(
            QStringLiteral("SELECT max(rid) FROM %1").arg(QString::fromLatin1(type->table))));
        if (last > kFedAtOnce)
            makeIndex(connection, *type, last + 1);
        else
            rebuildSearch(connection, *type);
    }
}

} // namespace chengdan::storage
