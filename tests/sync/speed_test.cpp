// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of the test run: `test_sync "[.speed]"` measures the figures of the budget on this
// machine, as ratios to what a plain loop needs for the same rows. CHENGDAN_SYNC_ROWS: how many.
#include "core/exchange/company.h"
#include "core/schema/ddl.h"
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
#include <variant>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

int wantedRows()
{
    const int rows = qEnvironmentVariableIntValue("CHENGDAN_SYNC_ROWS");
    return rows > 0 ? rows : 100'000;
}

// Contacts of a hundred customers of Amy's, as if they had always been there; their ids ascend as
// those do that the program makes (core/base/id.h).
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
        "mobile, email, remark, created_at, changed_at) SELECT (lpad(to_hex(1772330400000 + n), "
        "12, "
        "'0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid, "
        "c.id, c.id, "
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

// A row as the plainest loop would have it before it begins: UTF-8 ready to be bound.
using ReadyRow = std::vector<std::variant<std::monostate, qint64, QByteArray, std::string>>;

ReadyRow readyRow(const schema::Row& row)
{
    ReadyRow ready;
    for (const schema::Value& value : row) {
        if (const auto* number = std::get_if<qint64>(&value))
            ready.emplace_back(*number);
        else if (const auto* text = std::get_if<QString>(&value))
            ready.emplace_back(text->toStdString());
        else if (const auto* bytes = std::get_if<QByteArray>(&value))
            ready.emplace_back(*bytes);
        else
            ready.emplace_back();
    }
    return ready;
}

void bindReady(sqlite3_stmt* statement, const ReadyRow& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int at = int(i) + 1;
        if (const auto* number = std::get_if<qint64>(&row[i]))
            sqlite3_bind_int64(statement, at, *number);
        else if (const auto* text = std::get_if<std::string>(&row[i]))
            sqlite3_bind_text(statement, at, text->data(), int(text->size()), SQLITE_STATIC);
        else if (const auto* bytes = std::get_if<QByteArray>(&row[i]))
            sqlite3_bind_blob(statement, at, bytes->constData(), int(bytes->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, at);
    }
}

// A file of its own for the plainest loop there is.
class RawFile {
public:
    explicit RawFile(const QString& path)
    {
        REQUIRE(sqlite3_open(path.toUtf8().constData(), &m_file) == SQLITE_OK);
        run(QStringLiteral("PRAGMA journal_mode = WAL"));
        run(QStringLiteral("PRAGMA synchronous = NORMAL"));
        run(QStringLiteral("PRAGMA temp_store = MEMORY"));
        run(QStringLiteral("PRAGMA cache_size = -16384"));
    }
    ~RawFile() { sqlite3_close(m_file); }
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;
    void run(const QString& sql)
    {
        const int outcome =
            sqlite3_exec(m_file, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
        INFO(sql.toStdString() << ": " << sqlite3_errmsg(m_file));
        REQUIRE(outcome == SQLITE_OK);
    }
    sqlite3_stmt* prepared(const QString& sql)
    {
        sqlite3_stmt* statement = nullptr;
        const int outcome =
            sqlite3_prepare_v2(m_file, sql.toUtf8().constData(), -1, &statement, nullptr);
        INFO(sql.toStdString() << ": " << sqlite3_errmsg(m_file));
        REQUIRE(outcome == SQLITE_OK);
        return statement;
    }

private:
    sqlite3* m_file = nullptr;
};

enum class Indexes { IdOnly, AllOfThem };

// The rows by one prepared statement in one transaction, everything in memory before, nothing kept
// beside; the indexes the program's lists and searches need made afterwards, as a load makes them.
double rawInsert(const QString& path,
    const schema::RecordType& type,
    const std::vector<ReadyRow>& rows,
    const QStringList& names,
    Indexes indexes)
{
    RawFile file(path);
    QStringList statements = schema::sqliteTable(type);
    file.run(statements.takeFirst());
    QElapsedTimer timer;
    timer.start();
    file.run(QStringLiteral("BEGIN"));
    sqlite3_stmt* insert = file.prepared(
        QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
            .arg(QString::fromLatin1(type.table),
                names.join(QStringLiteral(", ")),
                QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", "))));
    bool good = true;
    for (const ReadyRow& row : rows) {
        bindReady(insert, row);
        good = sqlite3_step(insert) == SQLITE_DONE && good;
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    for (const QString& index : indexes == Indexes::AllOfThem ? statements : QStringList())
        file.run(index);
    file.run(QStringLiteral("COMMIT"));
    REQUIRE(good);
    return double(timer.nsecsElapsed()) / 1e6;
}

// What a week leaves at a server: edits, new rows, and rows that went to somebody else.
constexpr int kWeek = 20'000;

void letWeekPass(PgDatabase& server, int rows)
{
    server.execute(QStringLiteral("UPDATE app.contact SET remark = remark || '，已回复', title = "
                                  "'经理' WHERE id IN (SELECT id FROM app.contact ORDER BY "
                                  "md5(id::text) LIMIT %1)")
                       .arg(rows * 8 / 10));
    server.execute(QStringLiteral("INSERT INTO app.contact (id, root_id, customer, owner, name, "
                                  "mobile) SELECT gen_random_uuid(), c.id, c.id, 2, '新联系人' || "
                                  "n, '139' || n FROM generate_series(1, %1) n, (SELECT id FROM "
                                  "app.customer LIMIT 1) c")
                       .arg(rows / 10));
    // A customer handed over, as srv.transfer does it: what hangs on it follows.
    const QString last = QStringLiteral("(SELECT max(id::text)::uuid FROM app.customer)");
    server.execute(QStringLiteral("UPDATE app.customer SET owner = 3 WHERE id = %1").arg(last));
    server.execute(QStringLiteral("UPDATE app.contact SET owner = 3 WHERE root_id = %1").arg(last));
}

// The same changes by the plainest loop, in the file that rawInsert made.
double rawChanges(RawFile& file,
    const schema::RecordType& type,
    const std::vector<ReadyRow>& rows,
    const std::vector<QByteArray>& gone,
    const QStringList& names)
{
    const QString table = QString::fromLatin1(type.table);
    QElapsedTimer timer;
    timer.start();
    file.run(QStringLiteral("BEGIN"));
    sqlite3_stmt* put = file.prepared(
        QStringLiteral("INSERT INTO %1(%2) VALUES (%3) ON CONFLICT(id) DO UPDATE SET (%2) = (%4)")
            .arg(table,
                names.join(QStringLiteral(", ")),
                QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", ")),
                QStringLiteral("excluded.") + names.join(QStringLiteral(", excluded."))));
    sqlite3_stmt* remove = file.prepared(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table));
    bool good = true;
    for (const ReadyRow& row : rows) {
        bindReady(put, row);
        good = sqlite3_step(put) == SQLITE_DONE && good;
        sqlite3_reset(put);
    }
    for (const QByteArray& id : gone) {
        bindReady(remove, {id});
        good = sqlite3_step(remove) == SQLITE_DONE && good;
        sqlite3_reset(remove);
    }
    sqlite3_finalize(put);
    sqlite3_finalize(remove);
    file.run(QStringLiteral("COMMIT"));
    REQUIRE(good);
    return double(timer.nsecsElapsed()) / 1e6;
}

void tell(const char* what, double milliseconds, double baseline, const char* against)
{
    std::printf("%-40s %10.1f ms  %6.2f of %-32s %10.1f ms\n",
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
    QElapsedTimer timer;
    std::vector<ReadyRow> rows;
    rows.reserve(std::size_t(count));
    double rawSelect = 0;
    {
        const auto link =
            value(sync::ServerLink::open(office.server().dsn(), QStringLiteral("u2"), {}));
        const QString call = QStringLiteral("SELECT %1 FROM sync.load_contact(2, $1::uuid, 10000)")
                                 .arg(wire.columnList());
        QVariant last;
        while (int(rows.size()) < count) {
            timer.start();
            const auto cells = value(link->cells(call, {last}));
            rawSelect += double(timer.nsecsElapsed()) / 1e6;
            REQUIRE(cells.rows() > 0);
            for (int at = 0; at < cells.rows(); ++at) {
                schema::Row row = wire.receivedRow(cells, at);
                for (std::size_t i = 0; i < row.size(); ++i)
                    row[i] = wire.filled(int(i), std::move(row[i]));
                rows.push_back(readyRow(row));
                last = sync::idText(contact, row.front());
            }
        }
    }
    const double bare = rawInsert(
        office.path(QStringLiteral("bare.sqlite")), contact, rows, wire.names(), Indexes::IdOnly);
    const double whole = rawInsert(office.path(QStringLiteral("whole.sqlite")),
        contact,
        rows,
        wire.names(),
        Indexes::AllOfThem);
    rows.clear();
    rows.shrink_to_fit();
    std::printf("%d rows of %d columns\n", count, int(wire.names().size()));
    tell("raw select", rawSelect, bare, "the bare insert");
    // ---- first load: at most 1.5 of the raw insert with the indexes the replica has ----
    timer.start();
    const auto amy = office.pc(2);
    const double load = double(timer.nsecsElapsed()) / 1e6;
    tell("first load", load, whole, "the raw insert, same indexes");
    tell("first load", load, bare, "the bare insert, id only");
    tell("first load", load, rawSelect, "the raw select");
    REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == count);
    // ---- catch-up after a week away ----
    {
        const auto root =
            value(sync::ServerLink::open(office.server().dsn(), QStringLiteral("postgres"), {}));
        letWeekPass(office.server(), std::min(kWeek, count / 2));
        timer.start();
        const auto round = value(amy->sync());
        const double caught = double(timer.nsecsElapsed()) / 1e6;
        const auto link =
            value(sync::ServerLink::open(office.server().dsn(), QStringLiteral("u2"), {}));
        std::vector<QByteArray> gone;
        QStringList ids;
        for (const QVariantList& row : value(root->rows(QStringLiteral(
                 "SELECT DISTINCT h.row_id, c.owner FROM sync.history h JOIN app.contact c ON "
                 "c.id::text = h.row_id WHERE h.tbl = 'contact'")))) {
            if (row[1].toInt() == 2)
                ids += row[0].toString();
            else
                gone.push_back(value(RawId::parse(row[0].toString())).bytes());
        }
        std::vector<ReadyRow> changed;
        double select = 0;
        for (qsizetype at = 0; at < ids.size(); at += 1000) {
            timer.start();
            const auto cells =
                value(link->cells(QStringLiteral("SELECT %1 FROM sync.fetch_contact($1::uuid[])")
                                      .arg(wire.columnList()),
                    {QStringLiteral("{%1}").arg(ids.mid(at, 1000).join(QLatin1Char(',')))}));
            select += double(timer.nsecsElapsed()) / 1e6;
            for (int row = 0; row < cells.rows(); ++row)
                changed.push_back(readyRow(wire.receivedRow(cells, row)));
        }
        RawFile file(office.path(QStringLiteral("whole.sqlite")));
        const double write = rawChanges(file, contact, changed, gone, wire.names());
        std::printf("a week: %lld received, %lld gone\n",
            static_cast<long long>(round.pulled.received),
            static_cast<long long>(round.pulled.evicted));
        CHECK(round.pulled.received == qint64(changed.size()));
        CHECK(round.pulled.evicted == qint64(gone.size()) + 1); // and their customer
        tell("catch-up after a week", caught, select, "the raw select");
        tell("catch-up after a week", caught, write, "the raw changes");
        tell("catch-up after a week", caught, select + write, "both");
    }
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
    // The way itself (push, pull, apply), and the whole rounds both PCs make of it.
    const auto tellWay = [&](const char* what, const auto& bring) {
        std::vector<double> ways;
        for (int i = 0; i < 100; ++i) {
            const QString word = QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(i);
            amy->set("contact", ids[0], {{QStringLiteral("remark"), word}});
            timer.start();
            bring();
            ways.push_back(double(timer.nsecsElapsed()) / 1e6);
            value(amy->sync()); // the echo: an author who never heard it would have all to merge
        }
        std::sort(ways.begin(), ways.end());
        std::printf("%s: p50 %.1f ms, p95 %.1f ms\n", what, ways[50], ways[95]);
    };
    tellWay("one edit to another PC", [&] {
        value(sync::pushAll(amy->database(), amy->server(), amy->ids()));
        value(sync::pullAll(boss->database(), boss->server()));
    });
    tellWay("the same by whole rounds", [&] {
        value(amy->sync());
        value(boss->sync());
    });
}
