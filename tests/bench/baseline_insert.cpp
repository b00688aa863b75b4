// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_insert.h"

#include "tests/bench/bench_case.h"
#include "tests/bench/stopwatch.h"

#include <sqlite3.h>

namespace chengdan::bench {

FloorInsert::FloorInsert(const QString& path, const std::vector<customers::Customer>& records)
    : m_path(path)
{
    const schema::RecordType& type = schema::describe<customers::Customer>();
    QStringList names{QStringLiteral("id"), QStringLiteral("owner"), QStringLiteral("created_at")};
    for (const schema::Column& column : type.columns)
        names += QString::fromLatin1(column.name);
    m_sql =
        QStringLiteral("INSERT INTO customer(%1) VALUES (?%2)")
            .arg(names.join(QLatin1String(", ")), QStringLiteral(", ?").repeated(names.size() - 1));
    const auto cellOf = [](const schema::Value& value) {
        Cell cell;
        if (const auto* integer = std::get_if<qint64>(&value)) {
            cell.kind = Cell::Kind::Integer;
            cell.integer = *integer;
        } else if (const auto* text = std::get_if<QString>(&value)) {
            cell.kind = Cell::Kind::Text;
            cell.bytes = text->toStdString();
        } else if (const auto* bytes = std::get_if<QByteArray>(&value)) {
            cell.kind = Cell::Kind::Bytes;
            cell.bytes = bytes->toStdString();
        }
        return cell;
    };
    m_rows.reserve(records.size());
    for (const customers::Customer& record : records) {
        std::vector<Cell>& row = m_rows.emplace_back();
        row.push_back(cellOf(record.id.raw().bytes()));
        row.push_back(cellOf(qint64{record.meta.owner.number()}));
        row.push_back(cellOf(qint64{1773280800000}));
        for (const schema::Column& column : type.columns)
            row.push_back(cellOf(column.get(&record)));
    }
}

FloorInsert::Times FloorInsert::run() const
{
    sqlite3* database = nullptr;
    sqlite3_stmt* insert = nullptr;
    const auto check = [&](int outcome) {
        if (outcome != SQLITE_OK)
            endBench(QString::fromUtf8(sqlite3_errmsg(database)));
    };
    check(sqlite3_open(m_path.toUtf8().constData(), &database));
    check(sqlite3_exec(database, "PRAGMA synchronous = FULL; BEGIN", nullptr, nullptr, nullptr));
    check(sqlite3_prepare_v2(database, m_sql.toUtf8().constData(), -1, &insert, nullptr));
    Times times;
    times.loop = millisecondsOf(1, [&] {
        for (const std::vector<Cell>& row : m_rows) {
            int mark = 0;
            for (const Cell& cell : row) {
                ++mark;
                const int length = static_cast<int>(cell.bytes.size());
                if (cell.kind == Cell::Kind::Integer)
                    sqlite3_bind_int64(insert, mark, cell.integer);
                else if (cell.kind == Cell::Kind::Text)
                    sqlite3_bind_text(insert, mark, cell.bytes.data(), length, SQLITE_STATIC);
                else if (cell.kind == Cell::Kind::Bytes)
                    sqlite3_bind_blob(insert, mark, cell.bytes.data(), length, SQLITE_STATIC);
                else
                    sqlite3_bind_null(insert, mark);
            }
            if (sqlite3_step(insert) != SQLITE_DONE)
                endBench(QString::fromUtf8(sqlite3_errmsg(database)));
            sqlite3_reset(insert);
        }
    });
    times.whole = times.loop + millisecondsOf(1, [&] {
        check(sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr));
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return times;
}

} // namespace chengdan::bench
