// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/name_order.h"

#include "core/base/pinyin.h"
#include "core/storage/native_feed.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"

#include <algorithm>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;

// Of a load of millions so many are sorted at a time: some tens of megabytes.
constexpr std::size_t kNamesSorted = 500'000;
// Rows of one statement: 3,100 instructions a row, against 7,400 one by one.
constexpr int kRowsInserted = 32;

quint64 leadOf(std::string_view key)
{
    quint64 lead = 0;
    for (std::size_t i = 0; i < 8; ++i)
        lead = lead << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return lead;
}

} // namespace

const Column* nameColumn(const RecordType& type)
{
    if (type.title == nullptr || QLatin1String(type.title) != QLatin1String("name")
        || !hasSearchIndex(type))
        return nullptr;
    const Column* column = type.column(QStringLiteral("name"));
    return column != nullptr && column->searchable && sortsByPinyin(*column) ? column : nullptr;
}

bool sortsByPinyin(const Column& column)
{
    return column.type == schema::ColumnType::Text && !column.unique
        && column.references == nullptr;
}

QString nameOrderTable(const RecordType& type)
{
    return QStringLiteral("_n_") + QString::fromLatin1(type.table);
}

bool isNameOrderWhole(Connection& connection, const RecordType& type)
{
    return nameColumn(type) != nullptr && searchFedFrom(connection, type) == 0;
}

void makeNameOrder(Connection& connection, const RecordType& type)
{
    connection.execute(QStringLiteral("DROP TABLE IF EXISTS %1").arg(nameOrderTable(type)));
    connection.execute(QStringLiteral("CREATE TABLE %1 (key BLOB NOT NULL, rid INTEGER NOT NULL, "
                                      "PRIMARY KEY (key, rid)) WITHOUT ROWID")
                           .arg(nameOrderTable(type)));
}

void addToNameOrder(Connection& connection, const RecordType& type, qint64 rid, const QString& name)
{
    connection.execute(
        QStringLiteral("INSERT INTO %1(key, rid) SELECT ?, ? ").arg(nameOrderTable(type))
            + whereFed(type),
        {pinyinSortKey(name), rid, rid});
}

void removeFromNameOrder(
    Connection& connection, const RecordType& type, qint64 rid, const QString& name)
{
    connection.execute(
        QStringLiteral("DELETE FROM %1 WHERE key = ? AND rid = ?").arg(nameOrderTable(type)),
        {pinyinSortKey(name), rid});
}

NameOrderFeed::NameOrderFeed(Connection& connection, const RecordType& type)
    : m_connection(connection)
    , m_table(nameColumn(type) != nullptr ? nameOrderTable(type) : QString())
{
}

void NameOrderFeed::add(qint64 rid, std::string_view name)
{
    const std::size_t offset = m_keys.size();
    appendPinyinSortKey(name, m_keys);
    const std::string_view key = std::string_view(m_keys).substr(offset);
    m_entries.push_back({leadOf(key), quint32(offset), quint32(key.size()), rid});
    if (m_entries.size() >= kNamesSorted)
        flush();
}

void NameOrderFeed::finish()
{
    if (!m_entries.empty())
        flush();
}

void NameOrderFeed::flush()
{
    const std::string_view keys(m_keys);
    std::sort(m_entries.begin(), m_entries.end(), [&](const Entry& a, const Entry& b) {
        if (a.lead != b.lead)
            return a.lead < b.lead;
        const int order = keys.substr(a.offset, a.size).compare(keys.substr(b.offset, b.size));
        return order != 0 ? order < 0 : a.rid < b.rid;
    });
    const auto insertSql = [&](int rows) {
        const QStringList marks(rows, QStringLiteral("(?, ?)"));
        return QStringLiteral("INSERT INTO %1(rid, key) VALUES %2")
            .arg(m_table, marks.join(QStringLiteral(", ")));
    };
    const NativeFeed many(m_connection.native(), insertSql(kRowsInserted));
    const NativeFeed one(m_connection.native(), insertSql(1));
    const std::size_t inMany = m_entries.size() - m_entries.size() % kRowsInserted;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const int row = i < inMany ? int(i % kRowsInserted) : 0;
        const NativeFeed& insert = i < inMany ? many : one;
        insert.bindBytes(row, entry.rid, keys.substr(entry.offset, entry.size));
        if (i >= inMany || row == kRowsInserted - 1)
            insert.run();
    }
    m_entries.clear();
    m_keys.clear();
}

} // namespace chengdan::storage
