// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of the test run: `test_sync "[.speed]"` measures the figures of the budget on this
// machine, as ratios to what a plain loop needs for the same rows. CHENGDAN_SYNC_ROWS: how many.
#include "core/exchange/company.h"
#include "core/storage/connection.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

int wantedRows()
{
    const int rows = qEnvironmentVariableIntValue("CHENGDAN_SYNC_ROWS");
    return rows > 0 ? rows : 100'000;
}

// Contacts of a hundred customers of Amy's, as if they had always been there.
void fillServer(Office& office, int rows)
{
    PgDatabase& server = office.server();
    for (const char* table : {"customer", "contact"})
        server.execute(QStringLiteral("ALTER TABLE app.%1 DISABLE TRIGGER USER")
                           .arg(QString::fromLatin1(table)));
    server.execute(QStringLiteral(
        "INSERT INTO app.customer (id, root_id, owner, rev, name) SELECT id, id, 2, 1, '宁波' || n "
        "FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 100) n) x"));
    server.execute(QStringLiteral(
        "INSERT INTO app.contact (id, root_id, customer, owner, rev, name, title, department, "
        "mobile, email, remark, created_at, changed_at) SELECT gen_random_uuid(), c.id, c.id, "
        "2, 1, '联系人' || n, '采购经理', '采购部', '138' || n, 'a' || n || '@example.cn', "
        "'每年二月询价，图纸由对方提供', 1772330400000, 1772330400000 FROM generate_series(1, "
        "%1) n JOIN (SELECT id, row_number() OVER () AS k FROM app.customer) c ON c.k = n % "
        "100 + 1")
                       .arg(rows));
    for (const char* table : {"customer", "contact"})
        server.execute(QStringLiteral("ALTER TABLE app.%1 ENABLE TRIGGER USER")
                           .arg(QString::fromLatin1(table)));
    server.execute(QStringLiteral("ANALYZE"));
}

// The same rows by the plainest loop there is: one prepared statement, one transaction, no index
// but the one on the id, nothing kept beside.
double rawInsert(
    const QString& path, const std::vector<schema::Row>& rows, const QStringList& names)
{
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &file) == SQLITE_OK);
    const auto run = [&](const QString& sql) {
        REQUIRE(
            sqlite3_exec(file, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
    run(QStringLiteral("CREATE TABLE t(rid INTEGER PRIMARY KEY, %1, UNIQUE(id))")
            .arg(names.join(QStringLiteral(", "))));
    QElapsedTimer timer;
    timer.start();
    run(QStringLiteral("BEGIN"));
    sqlite3_stmt* insert = nullptr;
    const QString sql =
        QStringLiteral("INSERT INTO t(%1) VALUES (%2)")
            .arg(names.join(QStringLiteral(", ")),
                QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
    REQUIRE(sqlite3_prepare_v2(file, sql.toUtf8().constData(), -1, &insert, nullptr) == SQLITE_OK);
    for (const schema::Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int at = static_cast<int>(i) + 1;
            if (const auto* number = std::get_if<qint64>(&row[i])) {
                sqlite3_bind_int64(insert, at, *number);
            } else if (const auto* text = std::get_if<QString>(&row[i])) {
                sqlite3_bind_text16(
                    insert, at, text->utf16(), static_cast<int>(text->size() * 2), SQLITE_STATIC);
            } else if (const auto* bytes = std::get_if<QByteArray>(&row[i])) {
                sqlite3_bind_blob(
                    insert, at, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_STATIC);
            } else {
                sqlite3_bind_null(insert, at);
            }
        }
        REQUIRE(sqlite3_step(insert) == SQLITE_DONE);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run(QStringLiteral("COMMIT"));
    const double took = double(timer.nsecsElapsed()) / 1e6;
    sqlite3_close(file);
    return took;
}

void tell(const char* what, double milliseconds, double baseline, const char* against)
{
    std::printf("%-40s %10.1f ms  %6.2f of %s (%.1f ms)\n",
        what,
        milliseconds,
        milliseconds / baseline,
        against,
        baseline);
    std::fflush(stdout);
}

} // namespace

TEST_CASE("first load, push, catch-up and the way to another PC", "[.speed]")
{
    Office office;
    const int count = wantedRows();
    fillServer(office, count);
    const schema::RecordType& contact = **std::find_if(exchange::companyRecordTypes().begin(),
        exchange::companyRecordTypes().end(),
        [](const schema::RecordType* type) {
            return QLatin1String(type->table) == QLatin1String("contact");
        });
    const sync::WireRow wire(contact);
    // ---- the rows by themselves ----
    const auto link =
        value(sync::ServerLink::open(office.server().dsn(), QStringLiteral("u2"), {}));
    std::vector<schema::Row> rows;
    rows.reserve(std::size_t(count));
    QElapsedTimer timer;
    timer.start();
    qint64 cells = 0;
    value(link->each(QStringLiteral("SELECT * FROM sync.load_contact(2, NULL, 10000)"),
        {},
        [&](const QSqlQuery&) { return ++cells > 0; }));
    const double rawSelect = double(timer.nsecsElapsed()) / 1e6 * count / 10'000;
    QVariant last;
    for (int page = 0; page * 10'000 < count; ++page) {
        value(link->each(QStringLiteral("SELECT * FROM sync.load_contact(2, ?::uuid, 10000)"),
            {last},
            [&](const QSqlQuery& row) {
                schema::Row& stored = rows.emplace_back();
                for (int i = 0; i < wire.names().size(); ++i)
                    stored.push_back(wire.filled(i, wire.received(i, row.value(i))));
                last = row.value(0).toString();
                return true;
            }));
    }
    const double raw = rawInsert(office.path(QStringLiteral("raw.sqlite")), rows, wire.names());
    rows.clear();
    std::printf("%d rows of %d columns; raw select about %.0f ms\n",
        count,
        int(wire.names().size()),
        rawSelect);
    // ---- first load ----
    timer.start();
    const auto amy = office.pc(2);
    tell("first load", double(timer.nsecsElapsed()) / 1e6, raw, "the raw insert");
    REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == count);
    const auto boss = office.pc(1);
    // ---- push of 1,000 edits ----
    std::vector<QByteArray> ids;
    {
        storage::Statement some =
            amy->database().reader().query(QStringLiteral("SELECT id FROM contact LIMIT 1000"));
        while (some.next())
            ids.push_back(std::get<QByteArray>(some.value(0)));
    }
    value(amy->sync());
    timer.start();
    for (const QByteArray& id : ids)
        amy->set("contact", id, {{QStringLiteral("remark"), QStringLiteral("改过")}});
    const double local = double(timer.nsecsElapsed()) / 1e6;
    timer.start();
    value(sync::pushAll(amy->database(), amy->server(), amy->ids()));
    tell("push of 1,000 edits", double(timer.nsecsElapsed()) / 1e6, local, "saving them here");
    timer.start();
    value(sync::pullAll(amy->database(), amy->server()));
    tell("their echo", double(timer.nsecsElapsed()) / 1e6, local, "saving them here");
    timer.start();
    value(boss->sync());
    tell("1,000 changes at another PC", double(timer.nsecsElapsed()) / 1e6, local, "saving them");
    timer.start();
    value(amy->sync());
    tell("nothing to do", double(timer.nsecsElapsed()) / 1e6, local, "saving them here");
    // ---- one edit, seen on another PC ----
    std::vector<double> ways;
    for (int i = 0; i < 100; ++i) {
        amy->set(
            "contact", ids[0], {{QStringLiteral("remark"), QStringLiteral("第 %1 次").arg(i)}});
        timer.start();
        value(amy->sync());
        value(boss->sync());
        ways.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(ways.begin(), ways.end());
    std::printf("one edit to another PC: p50 %.1f ms, p95 %.1f ms\n", ways[50], ways[95]);
}
