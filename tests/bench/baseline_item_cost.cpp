// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_item_cost.h"

#include <QHash>

#include <sqlite3.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace chengdan::bench {

namespace {

[[noreturn]] void endBaseline(sqlite3* database)
{
    throw std::runtime_error(std::string("baseline: ") + sqlite3_errmsg(database));
}

} // namespace

struct ItemCostBaseline::File {
    ~File()
    {
        sqlite3_finalize(node);
        sqlite3_close(database);
    }
    void check(int code)
    {
        if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
            endBaseline(database);
    }
    void run(const char* sql) { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        check(
            sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void insert(sqlite3_stmt* statement, std::initializer_list<std::optional<qint64>> values)
    {
        int column = 0;
        for (const std::optional<qint64>& value : values) {
            ++column;
            check(value ? sqlite3_bind_int64(statement, column, *value)
                        : sqlite3_bind_null(statement, column));
        }
        check(sqlite3_step(statement));
        check(sqlite3_reset(statement));
    }
    void fill(const quoting::CostTables& tables);
    qint64 walk(qint64 item, Walk& counted);

    struct Child {
        qint64 item = 0;
        qint64 quantity = 0; ///< whole units
    };
    sqlite3* database = nullptr;
    sqlite3_stmt* node = nullptr; ///< price or lines of one item
    QHash<QString, qint64> items;
    std::vector<Child> stack; ///< children still to be walked, of every level above too
};

void ItemCostBaseline::File::fill(const quoting::CostTables& tables)
{
    run("CREATE TABLE item (id INTEGER PRIMARY KEY, price INTEGER)");
    run("CREATE TABLE line (parent INTEGER, no INTEGER, component INTEGER, qty INTEGER, "
        "PRIMARY KEY (parent, no)) WITHOUT ROWID");
    run("BEGIN");
    QHash<QString, qint64> prices;
    for (const quoting::PriceRow& row : tables.prices)
        prices.insert(row.itemCode, row.price.raw() * (UnitCost::kOne / UnitPrice::kOne));
    sqlite3_stmt* item = prepare("INSERT INTO item VALUES (?, ?)");
    for (const quoting::ItemRow& row : tables.items) {
        const qint64 id = items.size() + 1;
        items.insert(row.code, id);
        const auto price = prices.constFind(row.code);
        insert(
            item, {id, price == prices.constEnd() ? std::nullopt : std::optional<qint64>(*price)});
    }
    sqlite3_finalize(item);
    QHash<QString, qint64> made;
    for (const quoting::BomRow& row : tables.boms)
        made.insert(row.bomId, items.value(row.itemCode));
    sqlite3_stmt* line = prepare("INSERT INTO line VALUES (?, ?, ?, ?)");
    for (const quoting::BomLineRow& row : tables.bomLines) {
        insert(line,
            {made.value(row.bomId),
                row.lineNo,
                items.value(row.component),
                row.qty.raw() / Quantity::kOne});
    }
    sqlite3_finalize(line);
    run("COMMIT");
    run("ANALYZE");
}

qint64 ItemCostBaseline::File::walk(qint64 item, Walk& counted)
{
    ++counted.nodes;
    const std::size_t first = stack.size();
    qint64 sum = 0;
    sqlite3_bind_int64(node, 1, item);
    int code = sqlite3_step(node);
    for (; code == SQLITE_ROW; code = sqlite3_step(node)) {
        if (sqlite3_column_type(node, 0) != SQLITE_NULL)
            sum = sqlite3_column_int64(node, 0); // bought: its price, in the only row
        else
            stack.push_back({sqlite3_column_int64(node, 1), sqlite3_column_int64(node, 2)});
    }
    check(code);
    sqlite3_reset(node); // the children use the same statement
    for (std::size_t i = first; i < stack.size(); ++i) {
        const Child child = stack[i];
        sum += child.quantity * walk(child.item, counted);
    }
    stack.resize(first);
    return sum;
}

ItemCostBaseline::ItemCostBaseline(const QString& path, const quoting::CostTables& tables)
    : m_file(std::make_unique<File>())
{
    m_file->check(sqlite3_open(path.toUtf8().constData(), &m_file->database));
    m_file->run("PRAGMA journal_mode = WAL");
    m_file->run("PRAGMA cache_size = -16384");
    m_file->run("PRAGMA mmap_size = 1073741824");
    m_file->fill(tables);
    m_file->node = m_file->prepare("SELECT i.price, l.component, l.qty FROM item i "
                                   "LEFT JOIN line l ON l.parent = i.id WHERE i.id = ?");
}

ItemCostBaseline::~ItemCostBaseline() = default;

ItemCostBaseline::Walk ItemCostBaseline::costOf(const QString& item)
{
    Walk counted;
    m_file->run("BEGIN");
    counted.cost = m_file->walk(m_file->items.value(item), counted);
    m_file->run("COMMIT");
    return counted;
}

} // namespace chengdan::bench
