// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_roll_up.h"

#include <sqlite3.h>

#include <stdexcept>

namespace chengdan::bench {

struct RollUpBaseline::File {
    ~File() { sqlite3_close_v2(database); }
    void check(int code) const
    {
        if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
            throw std::runtime_error(std::string("baseline: ") + sqlite3_errmsg(database));
    }
    void run(const char* sql) const
    {
        check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
    }
    sqlite3_stmt* prepare(const char* sql) const
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
        return statement;
    }
    void writeLevels() const;

    sqlite3* database = nullptr;
    std::vector<std::vector<QString>> levels;
};

void RollUpBaseline::File::writeLevels() const
{
    run("CREATE TEMP TABLE level (n INTEGER, code TEXT, PRIMARY KEY (n, code)) WITHOUT ROWID");
    sqlite3_stmt* insert = prepare("INSERT INTO level VALUES (?, ?)");
    for (std::size_t n = 0; n < levels.size(); ++n) {
        for (const QString& code : levels[n]) {
            const QByteArray text = code.toUtf8();
            sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(n));
            sqlite3_bind_text(insert, 2, text.constData(), -1, SQLITE_TRANSIENT);
            check(sqlite3_step(insert));
            check(sqlite3_reset(insert));
        }
    }
    sqlite3_finalize(insert);
}

RollUpBaseline::RollUpBaseline(const QString& path, std::vector<std::vector<QString>> levels)
    : m_file(std::make_unique<File>())
{
    m_file->levels = std::move(levels);
    m_file->check(sqlite3_open_v2(
        path.toUtf8().constData(), &m_file->database, SQLITE_OPEN_READWRITE, nullptr));
    m_file->run("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-262144; PRAGMA mmap_size=1073741824");
    m_file->writeLevels();
}

RollUpBaseline::~RollUpBaseline() = default;

void RollUpBaseline::load()
{
    m_file->run("DROP TABLE IF EXISTS temp.line; DROP TABLE IF EXISTS temp.made;"
                "DROP TABLE IF EXISTS temp.cost; BEGIN;"
                "CREATE TEMP TABLE made (n INTEGER, item INTEGER, PRIMARY KEY (n, item)) WITHOUT "
                "ROWID;"
                "INSERT INTO made SELECT level.n, item.rid FROM level JOIN item USING (code);"
                "CREATE TEMP TABLE line (parent INTEGER, no INTEGER, component INTEGER, "
                "qty INTEGER, PRIMARY KEY (parent, no)) WITHOUT ROWID;"
                "INSERT INTO line SELECT p.rid, l.line_no, c.rid, l.qty / 1000000 FROM bom b "
                "JOIN item p ON p.id = b.item JOIN bom_line l ON l.bom = b.id "
                "JOIN item c ON c.id = l.component WHERE b.deleted = 0 AND l.deleted = 0;"
                "COMMIT");
}

void RollUpBaseline::costAll()
{
    // Costs are 1e-8, prices 1e-6.
    m_file->run("BEGIN; DROP TABLE IF EXISTS temp.cost;"
                "CREATE TEMP TABLE cost (item INTEGER PRIMARY KEY, amount INTEGER);"
                "INSERT INTO cost SELECT i.rid, p.price * 100 FROM price_row p "
                "JOIN item i ON i.id = p.item WHERE p.deleted = 0");
    sqlite3_stmt* level =
        m_file->prepare("INSERT INTO cost SELECT m.item, SUM(l.qty * c.amount) FROM made m "
                        "JOIN line l ON l.parent = m.item JOIN cost c ON c.item = l.component "
                        "WHERE m.n = ? GROUP BY m.item");
    for (std::size_t n = 0; n < m_file->levels.size(); ++n) {
        sqlite3_bind_int64(level, 1, static_cast<sqlite3_int64>(n));
        m_file->check(sqlite3_step(level));
        m_file->check(sqlite3_reset(level));
    }
    sqlite3_finalize(level);
    m_file->run("COMMIT");
}

QHash<QString, qint64> RollUpBaseline::costs()
{
    QHash<QString, qint64> found;
    sqlite3_stmt* all =
        m_file->prepare("SELECT i.code, c.amount FROM cost c JOIN item i ON i.rid = c.item");
    while (sqlite3_step(all) == SQLITE_ROW)
        found.insert(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(all, 0))),
            sqlite3_column_int64(all, 1));
    sqlite3_finalize(all);
    return found;
}

} // namespace chengdan::bench
