// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_seed.h"

#include "core/access/audit_entry.h"
#include "core/access/company_setting.h"
#include "core/access/person.h"
#include "core/access/saved_view.h"
#include "core/access/settings.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"

#include <QJsonDocument>

namespace chengdan::sync {

namespace {

using schema::RecordType;

bool isEverybodys(const schema::RecordTypes& types, const RecordType& type)
{
    const RecordType* const personal[] = {&schema::describe<access::Person>(),
        &schema::describe<access::PersonRole>(),
        &schema::describe<access::AuditEntry>(),
        &schema::describe<access::SavedView>()};
    return !hangsOnRoot(types, type)
        && std::find(std::begin(personal), std::end(personal), &type) == std::end(personal);
}

// Who acts when nobody is named, and what numbers made on this PC carry.
bool isOfOneFile(const RecordType& type, const QJsonObject& row, bool named)
{
    if (&type != &schema::describe<access::CompanySetting>())
        return false;
    const QString key = row.value(QLatin1String("key")).toString();
    return (!named && key == access::keyOf(access::SettingKey::CompanyName))
        || key == access::keyOf(access::SettingKey::OwnerLogin)
        || key == access::keyOf(access::SettingKey::DeviceCode);
}

// The rows of a table as the server reads them, in the order they were made.
std::vector<QJsonObject> beginningsOf(
    storage::Connection& connection, const RecordType& type, bool named)
{
    const WireRow wire(type);
    QStringList columns{QStringLiteral("id")};
    for (const schema::Column& column : type.columns)
        columns += QString::fromLatin1(column.name);
    storage::Statement rows = connection.query(
        QStringLiteral("SELECT \"%1\" FROM \"%2\" WHERE deleted = 0 ORDER BY rid")
            .arg(columns.join(QStringLiteral("\", \"")), QString::fromLatin1(type.table)));
    std::vector<QJsonObject> found;
    while (rows.next()) {
        QJsonObject row;
        for (int i = 0; i < columns.size(); ++i)
            row.insert(columns[i], wire.sent(wire.indexOf(columns[i]), rows.value(i)));
        if (!isOfOneFile(type, row, named))
            found.push_back(std::move(row));
    }
    return found;
}

Result<void> layRow(ServerLink& link, const RecordType& type, const QJsonObject& row)
{
    QString columns;
    for (const QString& name : row.keys())
        columns += QStringLiteral(", \"%1\"").arg(name);
    return link.execute(
        QStringLiteral("INSERT INTO app.\"%1\" (owner, created_at, created_by, changed_at, "
                       "changed_by%2) SELECT 0, w.at, 0, w.at, 0%2 FROM "
                       "jsonb_populate_record(NULL::app.\"%1\", ?::jsonb) r, (SELECT (extract("
                       "epoch FROM clock_timestamp()) * 1000)::bigint AS at) w")
            .arg(QString::fromLatin1(type.table), columns),
        {QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact))});
}

} // namespace

Result<int> layBeginnings(ServerLink& link, storage::Database& company, bool named)
{
    ServerLink::Together together(link);
    int laid = 0;
    for (const RecordType* type : company.types()) {
        if (!isEverybodys(company.types(), *type))
            continue;
        const auto rows =
            company.read([&](storage::Connection& connection) -> Result<std::vector<QJsonObject>> {
                return beginningsOf(connection, *type, named);
            });
        if (!rows)
            return fail(rows.error());
        for (const QJsonObject& row : *rows) {
            if (auto done = layRow(link, *type, row); !done)
                return fail(done.error());
            ++laid;
        }
    }
    return together.end(Result<int>(laid));
}

} // namespace chengdan::sync
