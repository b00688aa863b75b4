// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/list_keys.h"

#include "core/storage/custom_column.h"
#include "core/storage/list_sort.h"
#include "core/storage/name_order.h"
#include "core/storage/native_statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>

namespace chengdan::storage {

namespace {

QString keyTable(const ListQuery& query)
{
    return QString::fromLatin1(query.type->table);
}

// Whether an index of this table runs in the order the column is sorted by.
bool hasOrderIndex(const ListQuery& query, const QString& name)
{
    const schema::Column* column = query.type->column(name);
    return column != nullptr && column->references == nullptr && (column->indexed || column->unique)
        && !sortsByPinyin(*column);
}

// Whether the one sort column is the name, whose pinyin order is stored.
bool orderedByNames(const ListQuery& query)
{
    const schema::Column* name = nameColumn(*query.type);
    return name != nullptr && query.sort.size() == 1
        && query.sort.front().column == QLatin1String(name->name);
}

bool orderedByIndex(const ListQuery& query)
{
    return query.sort.empty()
        || (query.sort.size() == 1
            && (query.sort.front().column == QLatin1String("rid") || orderedByNames(query)
                || hasOrderIndex(query, query.sort.front().column)));
}

// The same where the file has to be asked too: an order of names may still lack rows.
bool orderedByIndex(Connection& connection, const ListQuery& query)
{
    return orderedByIndex(query)
        && (!orderedByNames(query) || isNameOrderWhole(connection, *query.type));
}

// The rows in the order of their names, each row beside its entry; the cross join keeps that order
// outside.
QString namesBeside(const ListQuery& query)
{
    return QStringLiteral("%1 k CROSS JOIN %2 t ON t.rid = k.rid")
        .arg(nameOrderTable(*query.type), keyTable(query));
}

QString indexOrder(const ListQuery& query)
{
    if (query.sort.empty())
        return QStringLiteral(" ORDER BY t.rid DESC");
    const SortKey& key = query.sort.front();
    const QString direction = key.descending ? QStringLiteral(" DESC") : QString();
    if (key.column == QLatin1String("rid"))
        return QStringLiteral(" ORDER BY t.rid") + direction;
    if (orderedByNames(query))
        return QStringLiteral(" ORDER BY k.key%1, k.rid%1").arg(direction);
    return QStringLiteral(" ORDER BY t.%1%2, t.rid%2").arg(key.column, direction);
}

// The conditions of the walks that give the query's order one after another. Rows without a value
// come last, whichever way a column is sorted; an index holds them first.
QStringList walksOf(const ListQuery& query)
{
    const SortKey key = query.sort.empty() ? SortKey{} : query.sort.front();
    const schema::Column* column = query.type->column(key.column);
    if (column == nullptr || key.descending)
        return {QString()};
    if (orderedByNames(query)) // an empty key: nothing that could be read
        return {QStringLiteral(" AND k.key > x''"), QStringLiteral(" AND k.key = x''")};
    const QString name = QStringLiteral(" AND t.%1 ").arg(key.column);
    using schema::ColumnType;
    const bool text = column->type == ColumnType::Text || column->type == ColumnType::Date
        || column->type == ColumnType::Choice || column->type == ColumnType::Currency;
    if (text)
        return {name + QStringLiteral("> ''"),
            name + QStringLiteral("IS NULL"),
            name + QStringLiteral("= ''")};
    if (!column->nullable)
        return {QString()};
    return {name + QStringLiteral("IS NOT NULL"), name + QStringLiteral("IS NULL")};
}

void addCost(const NativeStatement& statement, ListCost* cost)
{
    if (cost == nullptr)
        return;
    cost->steps += statement.steps();
    cost->scanned += statement.scanned();
    cost->sorts += statement.sorts();
}

// Ends a statement of this connection after a number of steps, for as long as the guard lives.
class StepLimit {
public:
    StepLimit(Connection& connection, int steps)
        : m_connection(connection.native())
        , m_left(steps / kEvery)
    {
        sqlite3_progress_handler(
            m_connection,
            kEvery,
            [](void* self) { return static_cast<StepLimit*>(self)->count(); },
            this);
    }
    ~StepLimit() { sqlite3_progress_handler(m_connection, 0, nullptr, nullptr); }
    StepLimit(const StepLimit&) = delete;
    StepLimit& operator=(const StepLimit&) = delete;
    bool reached() const { return m_left < 0; }

private:
    static constexpr int kEvery = 1000;
    int count() { return --m_left < 0 ? 1 : 0; }
    sqlite3* m_connection;
    int m_left;
};

} // namespace

void RowSet::insert(qint64 rid)
{
    const auto word = static_cast<std::size_t>(rid) / 64;
    if (word >= m_words.size())
        m_words.resize(std::max(word + 1, m_words.size() + m_words.size() / 2));
    const quint64 bit = quint64{1} << (rid % 64);
    if ((m_words[word] & bit) == 0) {
        m_words[word] |= bit;
        ++m_count;
    }
}

std::vector<qint64> RowSet::rids() const
{
    std::vector<qint64> rids;
    rids.reserve(static_cast<std::size_t>(m_count));
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        for (quint64 left = m_words[word]; left != 0; left &= left - 1)
            rids.push_back(static_cast<qint64>(word) * 64 + std::countr_zero(left));
    }
    return rids;
}

std::vector<BoundSql> firstPageSql(const ListQuery& query, int count)
{
    if (!orderedByIndex(query))
        return {};
    const QString from =
        orderedByNames(query) ? namesBeside(query) : keyTable(query) + QStringLiteral(" t");
    std::vector<BoundSql> walks;
    for (const QString& condition : walksOf(query)) {
        BoundSql sql = listWhere(query, IndexUse::ByOrder);
        sql.text = QStringLiteral("SELECT t.rid FROM ") + from + sql.text + condition
            + indexOrder(query) + QStringLiteral(" LIMIT %1").arg(count);
        walks.push_back(std::move(sql));
    }
    return walks;
}

std::vector<BoundSql> indexOrderSql(const ListQuery& query)
{
    if (!orderedByIndex(query))
        return {};
    const QString from = orderedByNames(query)
        ? QStringLiteral("SELECT k.rid FROM %1 k WHERE 1").arg(nameOrderTable(*query.type))
        : QStringLiteral("SELECT t.rid FROM %1 t WHERE 1").arg(keyTable(query));
    std::vector<BoundSql> walks;
    for (const QString& condition : walksOf(query))
        walks.push_back({from + condition + indexOrder(query), {}});
    return walks;
}

std::vector<qint64> firstKeys(
    Connection& connection, const ListQuery& query, int count, ListCost* cost)
{
    if (!orderedByIndex(connection, query))
        return {};
    std::vector<qint64> keys;
    const StepLimit limit(connection, kFirstPageSteps);
    for (const BoundSql& sql : firstPageSql(query, count)) {
        NativeStatement statement(connection, sql.text, sql.values);
        try {
            while (std::ssize(keys) < count && statement.next())
                keys.push_back(statement.integer(0));
        } catch (const StorageFault&) {
            if (!limit.reached())
                throw;
            keys.clear();
        }
        addCost(statement, cost);
        if (limit.reached() || std::ssize(keys) == count)
            break;
    }
    return keys;
}

RowSet matchingRows(
    Connection& connection, const ListQuery& query, ListCost* cost, std::atomic<qint64>* found)
{
    const BoundSql where = listWhere(query);
    NativeStatement statement(connection,
        QStringLiteral("SELECT t.rid FROM %1 t").arg(keyTable(query)) + where.text,
        where.values);
    RowSet rows;
    while (statement.next()) {
        rows.insert(statement.integer(0));
        if (found != nullptr)
            found->store(rows.count(), std::memory_order_relaxed);
    }
    addCost(statement, cost);
    return rows;
}

std::vector<qint64> orderedKeys(Connection& connection,
    const ListQuery& query,
    const RowSet& rows,
    std::vector<qint64>* groupStarts)
{
    // Walking an index passes every row of the table: worth it when most of them are wanted.
    const bool most = rows.count() * 4 > rows.end();
    if (query.sort.empty()) {
        std::vector<qint64> keys = rows.rids();
        std::reverse(keys.begin(), keys.end());
        return keys;
    }
    if (groupStarts == nullptr && most && orderedByIndex(connection, query)) {
        std::vector<qint64> keys;
        keys.reserve(static_cast<std::size_t>(rows.count()));
        for (const BoundSql& sql : indexOrderSql(query)) {
            NativeStatement statement(connection, sql.text);
            while (statement.next()) {
                if (const qint64 rid = statement.integer(0); rows.contains(rid))
                    keys.push_back(rid);
            }
        }
        return keys;
    }
    std::vector<qint64> keys = rows.rids();
    if (query.sort.back().descending)
        std::reverse(keys.begin(), keys.end());
    for (auto key = query.sort.rbegin(); key != query.sort.rend(); ++key) {
        const bool first = std::next(key) == query.sort.rend();
        const auto equal =
            first && groupStarts != nullptr ? EqualTexts::ByText : EqualTexts::ByOrder;
        std::vector<quint64> values = sortValues(connection, query, key->column, keys, most, equal);
        // "No value" is 0 and comes last either way: as the highest number in both.
        for (quint64& value : values)
            value = key->descending ? ~value : value - 1;
        sortByValues(keys, values);
        if (first && groupStarts != nullptr) {
            groupStarts->clear();
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (i == 0 || values[i] != values[i - 1])
                    groupStarts->push_back(static_cast<qint64>(i));
            }
        }
    }
    return keys;
}

ReadingInterrupt::Reading::Reading(ReadingInterrupt& owner, Connection& connection)
    : m_owner(owner)
{
    const std::lock_guard lock(m_owner.m_mutex);
    m_owner.m_reading = connection.native();
}

ReadingInterrupt::Reading::~Reading()
{
    const std::lock_guard lock(m_owner.m_mutex);
    m_owner.m_reading = nullptr;
}

void ReadingInterrupt::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_reading != nullptr)
        sqlite3_interrupt(m_reading);
}

BlockSum sumOfRows(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> rids)
{
    NativeStatement statement(connection,
        QStringLiteral("SELECT %1 FROM %2 t WHERE t.rid = ?")
            .arg(listColumnSql(column), keyTable(query)),
        {qint64{0}});
    BlockSum block;
    for (const qint64 rid : rids) {
        statement.restart(rid);
        if (!statement.next() || !statement.isInteger(0))
            continue;
        ++block.count;
        if (__builtin_add_overflow(block.sum, statement.integer(0), &block.sum))
            block.tooLarge = true;
    }
    return block;
}

} // namespace chengdan::storage
