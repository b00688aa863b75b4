// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/storage/raw_append.h"
#include "core/sync/crash_point.h"
#include "core/sync/reconcile.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <QCryptographicHash>

#include <random>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kPage = 10'000; // of first_load.cpp
constexpr int kContacts = 3 * kPage + 1; // the last of four pages holds one row
constexpr int kFullPages = 2 * kPage; // rows of a table that ends with its page, and a commit

const schema::RecordType& loadedType(const char* table)
{
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        if (QLatin1String(type->table) == QLatin1String(table))
            return *type;
    }
    throw std::runtime_error(table);
}

// Amy's: one customer with contacts that hold everything a cell may hold, and regions that
// fill their pages to the last row.
void fillForLoad(PgDatabase& server)
{
    const QStringList tables{
        QStringLiteral("customer"), QStringLiteral("contact"), QStringLiteral("region")};
    for (const QString& table : tables)
        server.execute(QStringLiteral("ALTER TABLE app.%1 DISABLE TRIGGER USER").arg(table));
    server.execute(
        QStringLiteral("INSERT INTO app.customer (id, root_id, owner, rev, name) SELECT id, id, 2, "
                       "1, '宁波鑫达' FROM (SELECT gen_random_uuid() AS id) x"));
    server.execute(QStringLiteral(
        "INSERT INTO app.contact (id, root_id, customer, owner, rev, deleted, created_at, "
        "changed_by, name, title, email, remark, is_primary, custom) SELECT "
        "gen_random_uuid(), c.id, c.id, 2, 1 + n::bigint * 1000000007, n % 5 = 0, -n, n, '联系人' "
        "|| "
        "n, (ARRAY['', E'\\uFEFF经理', '😀', E'a\\nb\\t\"''', repeat('长', 3000)])[n % 5 + 1], "
        "'', CASE WHEN n % 3 = 0 THEN '' ELSE 'é' || n END, n % 2 = 0, (ARRAY['{}', '{\"z\": "
        "1, \"a\": \"值\"}', '{\"n\": 12345678901, \"b\": [1, null]}'])[n % 3 + 1]::jsonb FROM "
        "generate_series(1, %1) n, app.customer c")
                       .arg(kContacts));
    server.execute(QStringLiteral("INSERT INTO app.region (id, rev, name) SELECT 1000 + n, 1, "
                                  "'地区' || n FROM generate_series(1, %1) n")
                       .arg(kFullPages));
    for (const QString& table : tables)
        server.execute(QStringLiteral("ALTER TABLE app.%1 ENABLE TRIGGER USER").arg(table));
}

// All rows of a table as the copy holds them, but for their row numbers.
QByteArray contentOf(storage::Database& database, const char* table)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList names = sync::sentColumns(loadedType(table));
    QStringList quoted;
    for (const QString& name : names) // tells '' from NULL, and a text from its bytes
        quoted += QStringLiteral("quote(%1)").arg(name);
    storage::Statement rows = database.reader().query(
        QStringLiteral("SELECT %1 FROM %2 ORDER BY id")
            .arg(quoted.join(QStringLiteral(" || ',' || ")), QString::fromLatin1(table)));
    while (rows.next())
        hash.addData(rows.text(0).toUtf8());
    return hash.result();
}

QStringList objectsOf(storage::Database& database)
{
    QStringList names;
    storage::Statement rows = database.reader().query(
        QStringLiteral("SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY "
                       "name"));
    while (rows.next())
        names += rows.text(0);
    return names;
}

sync::ServerAccount amysAccount(Office& office)
{
    return {office.server().dsn(), QStringLiteral("u2"), {}};
}

struct StopHere : std::runtime_error {
    StopHere()
        : std::runtime_error("stopped")
    {
    }
};

// The copy at this path is what an undisturbed load makes.
void requireComplete(Office& office, const QString& path, Pc& undisturbed)
{
    const ManualClock clock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));
    const auto copy =
        value(sync::joinServer(path, exchange::companyRecordTypes(), clock, amysAccount(office)));
    REQUIRE(value(sync::linkOf(*copy))->loaded);
    for (const char* table : {"contact", "customer", "region", "person"}) {
        INFO(table);
        REQUIRE(contentOf(*copy, table) == contentOf(undisturbed.database(), table));
    }
    REQUIRE(objectsOf(*copy) == objectsOf(undisturbed.database()));
    storage::Connection& reader = copy->reader();
    REQUIRE(
        reader.scalar(QStringLiteral("SELECT count(*) FROM _load")) == schema::Value(qint64{0}));
    REQUIRE(reader.scalar(QStringLiteral("SELECT count(*) FROM _op")) == schema::Value(qint64{0}));
    REQUIRE(schema::toText(reader.scalar(QStringLiteral("PRAGMA integrity_check")))
        == QStringLiteral("ok"));
}

} // namespace

TEST_CASE(
    "a cell laid into the file as it came is what reading it as a value stores", "[sync][load]")
{
    Office office;
    const auto amy = office.pc(2);
    PgDatabase& server = office.server();
    std::mt19937 chance(20'260'301);
    const std::map<QString, QStringList> samples{
        {QStringLiteral("uuid"),
            {QStringLiteral("gen_random_uuid()"),
                QStringLiteral("'00000000-0000-0000-0000-000000000000'")}},
        {QStringLiteral("integer"),
            {QStringLiteral("0"), QStringLiteral("-2147483648"), QStringLiteral("2147483647")}},
        {QStringLiteral("bigint"),
            {QStringLiteral("-1"),
                QStringLiteral("9223372036854775807"),
                QStringLiteral("-9223372036854775808")}},
        {QStringLiteral("boolean"), {QStringLiteral("true"), QStringLiteral("false")}},
        {QStringLiteral("bytea"), {QStringLiteral("''"), QStringLiteral("'\\x00ff0a'")}},
        {QStringLiteral("text"),
            {QStringLiteral("''"),
                QStringLiteral("'a'"),
                QStringLiteral("'宁波 é 😀'"),
                QStringLiteral("E'\\uFEFF\\uFEFFx'"),
                QStringLiteral("'{}'"),
                QStringLiteral("'{\"b\": 1, \"a\": {\"键\": \"值\"}}'"),
                QStringLiteral("'null'"),
                QStringLiteral("E'a\\n\\'\"\\\\'")}},
    };
    const auto link = value(sync::ServerLink::open(server.dsn(), QStringLiteral("postgres"), {}));
    qint64 compared = 0;
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        const sync::WireRow wire(*type);
        const QString table = QString::fromLatin1(type->table);
        const QString laidTable = QStringLiteral("laid_") + table;
        INFO(table.toStdString());
        const QString id = type->smallId ? QStringLiteral("integer") : QStringLiteral("uuid");
        server.execute(QStringLiteral("CREATE TABLE public.came AS SELECT * FROM %1(NULL, NULL, 1) "
                                      "WITH NO DATA")
                           .arg(sync::loadFunction(*type)));
        QStringList types;
        for (const QVariantList& row : value(link->rows(QStringLiteral(
                 "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = "
                 "'public.came'::regclass AND attnum > 0 ORDER BY attnum"))))
            types += row.first().toString();
        REQUIRE(types.size() == wire.names().size());
        QStringList rows;
        for (int i = 0; i < 30; ++i) {
            QStringList cells;
            for (const QString& each : types) {
                const QStringList& some = samples.at(each);
                const auto pick = qsizetype(chance() % unsigned(some.size() + 1));
                const bool isId = cells.isEmpty();
                cells += isId && type->smallId ? QString::number(i)
                    : isId                     ? some.first()
                    : pick == some.size()      ? QStringLiteral("NULL")
                                               : some[pick];
            }
            rows += QLatin1Char('(') + cells.join(QLatin1Char(',')) + QLatin1Char(')');
        }
        server.execute(
            QStringLiteral("INSERT INTO public.came VALUES %1").arg(rows.join(QLatin1Char(','))));
        const auto came = value(link->cells(
            QStringLiteral("SELECT %1 FROM public.came ORDER BY id").arg(wire.columnList())));
        REQUIRE(wire.requireTypes(came));
        value(amy->database().write(
            PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                storage::Connection& file = transaction.connection();
                file.execute(QStringLiteral("CREATE TABLE %1(%2)")
                                 .arg(laidTable, wire.names().join(QStringLiteral(", "))));
                {
                    storage::RawAppend target(file, laidTable, wire.names());
                    for (int row = 0; row < came.rows(); ++row)
                        wire.append(came, row, target);
                    target.finish();
                }
                storage::Statement laid =
                    file.query(QStringLiteral("SELECT * FROM %1 ORDER BY rowid").arg(laidTable));
                for (int row = 0; row < came.rows(); ++row) {
                    REQUIRE(laid.next());
                    for (int i = 0; i < wire.names().size(); ++i) {
                        INFO(wire.names()[i].toStdString());
                        const auto read = wire.filled(i, wire.received(i, came.cell(row, i)));
                        REQUIRE(laid.value(i) == read);
                        ++compared;
                    }
                }
                REQUIRE_FALSE(laid.next());
                return {};
            }));
        server.execute(QStringLiteral("DROP TABLE public.came"));
    }
    CHECK(compared > 10'000);
}

TEST_CASE("a first load goes on where it was cancelled, cut off or stopped, and stores what a "
          "load row by row stores",
    "[sync][load][I1][I15]")
{
    Office office;
    const auto bob = office.pc(3); // has been here before there was anything
    fillForLoad(office.server());
    const auto amy = office.pc(2);
    REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM contact")) == kContacts);
    REQUIRE(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
    REQUIRE(schema::toText(amy->cell(
                QStringLiteral("SELECT custom FROM contact WHERE custom LIKE '%z%' LIMIT 1")))
        == QStringLiteral("{\"a\":\"值\",\"z\":1}"));
    REQUIRE(schema::toText(amy->cell(
                QStringLiteral("SELECT title FROM contact WHERE title LIKE '%经理' LIMIT 1")))
        == QStringLiteral("经理"));
    const ManualClock clock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));
    const auto join = [&](const QString& path, const sync::OnLoad& goOn) {
        return sync::joinServer(
            path, exchange::companyRecordTypes(), clock, amysAccount(office), goOn);
    };
    SECTION("row by row, when the rows of somebody come into reach later")
    {
        office.server().execute(
            QStringLiteral("UPDATE app.person_role SET role = 'sales_manager', scope = 'all' WHERE "
                           "person = 3"));
        bob->synced();
        for (const char* table : {"contact", "customer"}) {
            INFO(table);
            CHECK(contentOf(bob->database(), table) == contentOf(amy->database(), table));
        }
    }
    SECTION("cancelled again and again")
    {
        const QString path = office.path(QStringLiteral("cancelled.chengdan"));
        for (const int commits : {0, 1, 1}) { // of three
            int heard = 0;
            const auto stopped =
                join(path, [&](const sync::LoadProgress&) { return heard++ < commits; });
            REQUIRE_FALSE(stopped);
            REQUIRE(stopped.error().code == QStringLiteral("CANCELLED"));
        }
        requireComplete(office, path, *amy);
    }
    SECTION("stopped between a page and the next")
    {
        const QString path = office.path(QStringLiteral("stopped.chengdan"));
        int stops = 0;
        for (int after = 7;; after += 7) {
            int pages = 0;
            sync::watchCrashPoints([&](const char* name, const char*) {
                if (QLatin1String(name) == QLatin1String("load.page") && ++pages == after)
                    throw StopHere();
            });
            bool wentThrough = false;
            try {
                wentThrough = join(path, {}).has_value();
            } catch (const StopHere&) {
                ++stops;
            }
            sync::watchCrashPoints({});
            if (wentThrough)
                break;
            REQUIRE(pages == after);
        }
        CHECK(stops > 1);
        requireComplete(office, path, *amy);
    }
    SECTION("its connection ended by the server")
    {
        const QString path = office.path(QStringLiteral("cut.chengdan"));
        bool cut = false;
        const auto failed = join(path, [&](const sync::LoadProgress& load) {
            if (load.rows >= kPage && !cut) {
                cut = true;
                office.server().execute(
                    QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                   "WHERE usename = 'u2'"));
            }
            return true;
        });
        REQUIRE(cut);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == QStringLiteral("SERVER_UNREACHABLE"));
        requireComplete(office, path, *amy);
    }
}
