// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/schema/ddl.h"
#include "tests/support/catch.h"

#include <QFile>

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
