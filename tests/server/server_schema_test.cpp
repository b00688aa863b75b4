// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/schema/ddl.h"
#include "core/storage/database.h"
#include "core/sync/server_schema.h"
#include "core/sync/server_text.h"
#include "tests/support/catch.h"
#include "tests/support/pg_session.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

const schema::RecordTypes& described()
{
    return exchange::companyRecordTypes();
}

// What a column must be on either side; written down here once more, so that a slip in what
// generates the tables does not hide itself.
struct Kind {
    schema::ColumnType type;
    const char* server;
    const char* file;
};
constexpr Kind kKinds[] = {
    {schema::ColumnType::Id, "uuid", "BLOB"},
    {schema::ColumnType::SmallId, "integer", "INTEGER"},
    {schema::ColumnType::Text, "text", "TEXT"},
    {schema::ColumnType::Integer, "bigint", "INTEGER"},
    {schema::ColumnType::Flag, "boolean", "INTEGER"},
    {schema::ColumnType::Money, "bigint", "INTEGER"},
    {schema::ColumnType::UnitPrice, "bigint", "INTEGER"},
    {schema::ColumnType::UnitCost, "bigint", "INTEGER"},
    {schema::ColumnType::Quantity, "bigint", "INTEGER"},
    {schema::ColumnType::Rate, "bigint", "INTEGER"},
    {schema::ColumnType::ExchangeRate, "bigint", "INTEGER"},
    {schema::ColumnType::Date, "date", "TEXT"},
    {schema::ColumnType::Instant, "bigint", "INTEGER"},
    {schema::ColumnType::Choice, "text", "TEXT"},
    {schema::ColumnType::Currency, "character", "TEXT"},
    {schema::ColumnType::Json, "jsonb", "TEXT"},
    {schema::ColumnType::Blob, "bytea", "BLOB"},
};

using Columns = QMap<QString, QString>; // "type, may be empty" by name

QString standing(const char* type, bool mayBeNull)
{
    return QString::fromLatin1(type) + QLatin1String(mayBeNull ? " null" : " not null");
}

Columns described(const schema::RecordType& type, const char* Kind::*side)
{
    Columns columns;
    const auto add = [&](const char* name, schema::ColumnType kind, bool mayBeNull) {
        const auto* const found = std::find_if(
            std::begin(kKinds), std::end(kKinds), [&](const Kind& k) { return k.type == kind; });
        REQUIRE(found != std::end(kKinds));
        columns.insert(QString::fromLatin1(name), standing(found->*side, mayBeNull));
    };
    using Type = schema::ColumnType;
    add("id", type.smallId ? Type::SmallId : Type::Id, false);
    add("root_id", Type::Id, true);
    for (const char* person : {"owner", "created_by", "changed_by"})
        add(person, Type::SmallId, false);
    for (const char* number : {"rev", "created_at", "changed_at"})
        add(number, Type::Integer, false);
    add("deleted", Type::Flag, false);
    add("custom", Type::Json, false);
    for (const schema::Column& column : type.columns)
        add(column.name, column.type, column.nullable);
    return columns;
}

// The differences, readable; none when both are the same.
QStringList differences(const Columns& wanted, const Columns& found)
{
    QStringList all;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (found.value(it.key()) != it.value())
            all += QStringLiteral("%1: %2 instead of %3")
                       .arg(it.key(), found.value(it.key(), QStringLiteral("nothing")), it.value());
    }
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (!wanted.contains(it.key()))
            all += QStringLiteral("%1: not described").arg(it.key());
    }
    return all;
}

// A server as it is laid by an installation.
std::unique_ptr<PgDatabase> laidServer()
{
    return PgFixture::instance().database(sync::serverSchema(described()));
}

// All commands of an installation in their order. Those that are written by hand, and the tables,
// whose text is kept with the other descriptions, stand by their first line: their text is reviewed
// where it lies.
QString generatedText()
{
    QSet<QString> elsewhere;
    for (const QString& name :
        QDir(QStringLiteral(":/server")).entryList({QStringLiteral("*.sql")})) {
        for (const QString& command : sync::serverText(name.chopped(4).toLatin1().constData()))
            elsewhere.insert(command);
    }
    for (const QString& command : schema::postgresSchema(described()))
        elsewhere.insert(command);
    QString text;
    for (const QString& command : sync::serverSchema(described())) {
        const QStringList lines = command.split(QLatin1Char('\n'));
        const auto first = std::find_if(lines.begin(), lines.end(), [](const QString& line) {
            return !line.isEmpty() && !line.startsWith(QLatin1String("--"));
        });
        text += elsewhere.contains(command)
            ? QStringLiteral("-- elsewhere: %1\n").arg(first == lines.end() ? QString() : *first)
            : command + QStringLiteral(";\n\n");
    }
    return text;
}

QString keptServer(const QString& present)
{
    QFile file(QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/schema/server.sql"));
    if (qEnvironmentVariableIntValue("CHENGDAN_UPDATE_GOLDEN") == 1) {
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(present.toUtf8());
        return present;
    }
    INFO("CHENGDAN_UPDATE_GOLDEN=1 rewrites " << file.fileName().toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("everything laid on a server is the text that reviewers saw", "[server][schema]")
{
    const QString present = generatedText();
    const QStringList now = present.split(QLatin1Char('\n'));
    const QStringList before = keptServer(present).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::min(before.size(), now.size()); ++i) {
        INFO("line " << i + 1 << "; CHENGDAN_UPDATE_GOLDEN=1 takes over what stands now");
        REQUIRE(now[i] == before[i]);
    }
    CHECK(now.size() == before.size());
}

TEST_CASE("the tables of an installed server are those described, column by column (I19)",
    "[server][schema]")
{
    const auto server = laidServer();
    QStringList tables;
    for (const schema::RecordType* type : described()) {
        const QString table = QString::fromLatin1(type->table);
        tables += table;
        Columns found;
        const QString rows =
            server
                ->scalar(
                    QStringLiteral("SELECT string_agg(concat_ws('|', column_name, data_type, "
                                   "CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END), "
                                   "',') FROM information_schema.columns WHERE table_schema = "
                                   "'app' AND table_name = '%1'")
                        .arg(table))
                .toString();
        for (const QString& row : rows.split(QLatin1Char(','))) {
            const QStringList cells = row.split(QLatin1Char('|'));
            REQUIRE(cells.size() == 3);
            found.insert(cells[0], cells[1] + QLatin1Char(' ') + cells[2]);
        }
        CAPTURE(type->table);
        CHECK(differences(described(*type, &Kind::server), found) == QStringList());
    }
    // Beside them stand only those that say who somebody is and sees.
    tables += {QStringLiteral("usr"),
        QStringLiteral("scope"),
        QStringLiteral("grant_"),
        QStringLiteral("delegation")};
    const auto others = server->scalar(
        QStringLiteral("SELECT coalesce(string_agg(table_name, ','), '') FROM "
                       "information_schema.tables WHERE table_schema = 'app' AND table_name <> "
                       "ALL(string_to_array('%1', ','))")
            .arg(tables.join(QLatin1Char(','))));
    CHECK(others.toString() == QString());
}

TEST_CASE(
    "the tables of a fresh file are those described, column by column (I19)", "[server][schema]")
{
    const QTemporaryDir folder;
    const ManualClock clock(Instant::fromMilliseconds(1773280800000), QDate(2026, 3, 12));
    const auto file =
        value(storage::Database::open(folder.filePath(QStringLiteral("fresh.chengdan")),
            described(),
            clock,
            storage::Database::Open::Create));
    for (const schema::RecordType* type : described()) {
        Columns found;
        auto rows = file->reader().query(
            QStringLiteral("SELECT name, type, \"notnull\" FROM pragma_table_info('%1')")
                .arg(QString::fromLatin1(type->table)));
        while (rows.next()) {
            found.insert(
                rows.text(0), standing(rows.text(1).toLatin1().constData(), rows.integer(2) == 0));
        }
        CAPTURE(type->table);
        CHECK(found.take(QStringLiteral("rid")).startsWith(QStringLiteral("INTEGER")));
        CHECK(differences(described(*type, &Kind::file), found) == QStringList());
    }
}

TEST_CASE("what the server hands out of a record is what a file keeps of it, in that order (I19)",
    "[server][schema]")
{
    const auto server = laidServer();
    for (const schema::RecordType* type : described()) {
        QStringList readers{sync::fetchFunction(*type), sync::loadFunction(*type)};
        if (sync::hangsOnRoot(described(), *type))
            readers += sync::rootFunction(*type);
        for (const QString& reader : readers) {
            const auto answered = server->scalar(
                QStringLiteral("SELECT string_agg(a.name, ',' ORDER BY a.place) FROM pg_proc p, "
                               "unnest(p.proargnames, p.proargmodes) WITH ORDINALITY a(name, mode, "
                               "place) WHERE p.oid = '%1'::regproc AND a.mode = 't'")
                    .arg(reader));
            CAPTURE(reader.toStdString());
            CHECK(answered.toString() == sync::sentColumns(*type).join(QLatin1Char(',')));
        }
    }
}

TEST_CASE("every described column can be written by an edit, or only by an act, never by accident",
    "[server][schema]")
{
    const auto server = laidServer();
    for (const schema::RecordType* type : described()) {
        QStringList expected{QStringLiteral("custom"), QStringLiteral("deleted")};
        for (const schema::Column& column : type->columns)
            expected += QString::fromLatin1(column.name);
        const bool person = QLatin1String(type->table) == QLatin1String("person");
        if (person) { // who may sign in is not typed over
            expected.removeOne(QStringLiteral("active"));
            expected.removeOne(QStringLiteral("login"));
        }
        expected.sort();
        const auto writable = server->scalar(
            QStringLiteral("SELECT string_agg(col, ',' ORDER BY col COLLATE \"C\") FROM sync.col "
                           "WHERE tbl = '%1'")
                .arg(QString::fromLatin1(type->table)));
        CAPTURE(type->table);
        CHECK(writable.toString() == expected.join(QLatin1Char(',')));
    }
}
