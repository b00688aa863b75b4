// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/schema/ddl.h"
#include "core/storage/file_identity.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace chengdan;

namespace {

QString schemaAsText(const QStringList& statements)
{
    return statements.join(QStringLiteral(";\n\n")) + QStringLiteral(";\n");
}

/// The kept text of a schema; rewritten instead of compared when CHENGDAN_UPDATE_GOLDEN is 1.
QString keptSchema(const QString& dialect, const QString& present)
{
    QFile file(QStringLiteral("%1/tests/data/schema/%2_v%3.sql")
                   .arg(QStringLiteral(CHENGDAN_SOURCE_DIR), dialect)
                   .arg(schema::schemaVersion(exchange::companyRecordTypes())));
    if (qEnvironmentVariableIntValue("CHENGDAN_UPDATE_GOLDEN") == 1) {
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(present.toUtf8());
        return present;
    }
    INFO("CHENGDAN_UPDATE_GOLDEN=1 rewrites " << file.fileName().toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

void compareLines(const QString& kept, const QString& present)
{
    const QStringList before = kept.split(QLatin1Char('\n'));
    const QStringList now = present.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::min(before.size(), now.size()); ++i) {
        INFO("line " << i + 1);
        REQUIRE(now[i] == before[i]);
    }
    CHECK(now.size() == before.size());
}

/// An empty file as the program of that version made it.
void makeFileOfVersion(const QString& path, int version)
{
    QFile kept(QStringLiteral("%1/tests/data/schema/sqlite_v%2.sql")
                   .arg(QStringLiteral(CHENGDAN_SOURCE_DIR))
                   .arg(version));
    REQUIRE(kept.open(QIODevice::ReadOnly));
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &file) == SQLITE_OK);
    const QByteArray script = kept.readAll()
        + QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2;")
              .arg(storage::kCompanyFileId)
              .arg(version)
              .toUtf8();
    INFO("version " << version);
    REQUIRE(sqlite3_exec(file, script.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
}

/// Every table, index and trigger, and every column, by name.
QStringList everythingIn(storage::Connection& connection)
{
    QStringList names;
    storage::Statement objects = connection.query(QStringLiteral(
        "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' UNION ALL "
        "SELECT 'column ' || m.name || '.' || c.name FROM sqlite_schema m JOIN "
        "pragma_table_info(m.name) c WHERE m.type = 'table' UNION ALL SELECT 'text ' || sql FROM "
        "sqlite_schema WHERE type = 'trigger' ORDER BY 1"));
    while (objects.next())
        names += objects.text(0);
    return names;
}

} // namespace

TEST_CASE("the SQLite schema is the text that reviewers saw", "[exchange][schema]")
{
    const QString present = schemaAsText(schema::sqliteSchema(exchange::companyRecordTypes()));
    compareLines(keptSchema(QStringLiteral("sqlite"), present), present);
}

TEST_CASE("the PostgreSQL schema is the text that reviewers saw", "[exchange][schema]")
{
    const QString present = schemaAsText(schema::postgresSchema(exchange::companyRecordTypes()));
    compareLines(keptSchema(QStringLiteral("postgres"), present), present);
}

TEST_CASE("a file of every version that was ever given out gets whatever it lacks",
    "[exchange][schema][migration]")
{
    const ManualClock clock(Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28));
    QTemporaryDir folder;
    const auto opened = [&](const QString& name, storage::Database::Open how) {
        return tests::value(storage::Database::open(
            folder.filePath(name), exchange::companyRecordTypes(), clock, how));
    };
    const auto fresh = opened(QStringLiteral("new.chengdan"), storage::Database::Open::Create);
    const QStringList wanted = everythingIn(fresh->reader());
    REQUIRE(wanted.contains(QStringLiteral("table attachment")));
    for (int version = 1; version < schema::schemaVersion(exchange::companyRecordTypes());
         ++version) {
        const QString name = QStringLiteral("v%1.chengdan").arg(version);
        makeFileOfVersion(folder.filePath(name), version);
        const auto old = opened(name, storage::Database::Open::Existing);
        const QStringList now = everythingIn(old->reader());
        for (const QString& each : wanted) {
            INFO("version " << version << " lacks " << each.toStdString());
            REQUIRE(now.contains(each));
        }
    }
}
